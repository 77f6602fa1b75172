//! What came of the last correction: said once to assistive programs, and shown for a moment in the bar below, with a link that takes it back.

use std::time::Duration;

use eframe::egui::accesskit::Live;
use eframe::egui::{CursorIcon, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::citing::{Copied, Form};
use super::command::{Command, Commands};
use super::correcting::Done;
use super::fonts::Face;
use super::i18n::Texts;
use super::session::Session;
use super::state_file;
use super::step_names;
use super::theme::color;
use super::widgets::{self, palette};

/// Seconds for which it is shown.
const SHOWN: f64 = 8.0;

/// The last correction, as it was called when it was made.
#[derive(Debug, Default)]
pub struct DoneLine {
    /// Its number, and on which desk it was made.
    seen: Option<(u64, u64)>,
    /// Until when it is shown.
    until: f64,
    words: String,
    back: Option<Back>,
    is_refusal: bool,
}

/// What the link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Back {
    Undo,
    Redo,
}

impl DoneLine {
    /// Draws the line, while there is something to tell; `true` if so.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        texts: &Texts,
        commands: &mut Commands,
    ) -> bool {
        let now = ui.input(|input| input.time);
        self.look(session, texts, now);
        let is_here = (self.seen).is_some_and(|(_, desk)| desk == session.desk().id);
        if !is_here || self.until <= now {
            return false;
        }
        let left = Duration::from_secs_f64(self.until - now);
        ui.ctx().request_repaint_after(left);
        let palette = palette(ui);
        let ink = if self.is_refusal {
            palette.alarm
        } else {
            palette.ink
        };
        let link = self.back.map(|back| {
            texts.text(match back {
                Back::Undo => "do-undo",
                Back::Redo => "do-redo",
            })
        });
        let room = (ui.available_width() - 330.0).max(160.0);
        let galley = widgets::line(
            ui,
            &self.words,
            Face::Interface.size(12.0),
            color(ink),
            room,
        );
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        let is_cut = galley.elided;
        ui.painter().galley(rect.min, galley, color(ink));
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &self.words));
        let live = if self.is_refusal {
            Live::Assertive
        } else {
            Live::Polite
        };
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_live(live));
        if is_cut {
            response.on_hover_text(&self.words);
        }
        if let (Some(back), Some(words)) = (self.back, link)
            && link_ui(ui, &words).clicked()
        {
            commands.push(match back {
                Back::Undo => Command::Undo,
                Back::Redo => Command::Redo,
            });
        }
        true
    }

    /// Takes notice of a correction that has not been told yet, in the words of its time.
    fn look(&mut self, session: &Session, texts: &Texts, now: f64) {
        let Some((number, done)) = &session.done else {
            return;
        };
        let desk = session.desk();
        if self.seen.is_some_and(|(seen, _)| seen == *number) {
            return;
        }
        self.seen = Some((*number, desk.id));
        self.until = now + SHOWN;
        self.is_refusal = matches!(done, Done::Refused(_));
        let Some(opened) = &desk.opened else { return };
        let review = opened.review();
        let name = |step| step_names::of_step(step, review, texts);
        (self.words, self.back) = match done {
            Done::Made(_) => {
                let words = review.next_undo().map(name).unwrap_or_default();
                (words, Some(Back::Undo))
            }
            Done::Undone(_) => {
                let step = review.next_redo().map(name).unwrap_or_default();
                let words = texts.with("done-undone", &[("step", (&step).into())]);
                (words, Some(Back::Redo))
            }
            Done::Redone(_) => {
                let step = review.next_undo().map(name).unwrap_or_default();
                let words = texts.with("done-redone", &[("step", (&step).into())]);
                (words, Some(Back::Undo))
            }
            Done::Moved(cursor) => {
                let inserted = [("n", (*cursor).into()), ("m", review.steps().len().into())];
                (texts.with("done-moved", &inserted), None)
            }
            Done::Refused(error) => (step_names::refused(error, texts), None),
            Done::Copied(copied) => (copied_words(*copied, texts), None),
        };
    }
}

/// „3 Zitate kopiert“.
fn copied_words(copied: Copied, texts: &Texts) -> String {
    match copied {
        Copied::Citations(Form::Citation, n) => texts.count("done-copied", n),
        Copied::Citations(Form::Markdown, n) => texts.count("done-copied-markdown", n),
        Copied::Card => texts.text("done-copied-card"),
    }
}

/// Words to click, underlined.
fn link_ui(ui: &mut Ui, words: &str) -> Response {
    let ink = color(palette(ui).accent);
    let galley = widgets::line(ui, words, Face::Medium.size(12.0), ink, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
    state_file::place(ui.ctx(), words, rect);
    ui.painter().galley(rect.min, galley, ink);
    if response.hovered() {
        let y = rect.bottom() - 1.0;
        let stroke = Stroke::new(1.0, ink);
        let (left, right) = (pos2(rect.left(), y), pos2(rect.right(), y));
        ui.painter().line_segment([left, right], stroke);
    }
    widgets::focus_ring(ui, rect, &response, 4);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
