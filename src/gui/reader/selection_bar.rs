//! What selected words can be marked as: a small bar beside them.

use eframe::egui::{
    Align2, Area, Frame, Id, Margin, Order, Pos2, Rect, Role, Stroke, Ui, WidgetInfo, pos2,
};

use crate::document::{Kind, StatementKind};
use crate::gui::citing::{Citing, Form};
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::kind_button;
use crate::gui::labels;
use crate::gui::marking::Marking;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::view::selection::Selection;
use crate::view::trimming;

use super::Drawing;

/// Height of the bar besides its rows, and of a row with what is between two.
const FRAME: f32 = 14.0;
const ROW: f32 = 30.0;

/// Width of an article beside which the bar has the names of kinds, not only their letters.
const ROOM_FOR_WORDS: f32 = 640.0;

/// Between the bar and the words.
const GAP: f32 = 8.0;

/// What the selection can become; found once for each selection.
#[derive(Debug, Default)]
pub struct SelectionBar {
    known: Option<(Selection, bool, bool)>,
}

impl SelectionBar {
    /// Draws the bar beside the lines that are selected, once the mouse has let go of them.
    pub fn ui(
        &mut self,
        ui: &Ui,
        selected: Option<(Rect, Rect)>,
        drawing: &Drawing<'_>,
        commands: &mut Commands,
    ) {
        let Some(selection) = drawing.session.desk().selection else {
            self.known = None;
            return;
        };
        // With Shift the next click goes further, maybe where the bar would be.
        let is_busy = ui.input(|input| input.modifiers.shift_only())
            || ui.input(|input| input.pointer.primary_down()) && !is_under_pointer(ui);
        let (Some((first, last)), false) = (selected, is_busy) else {
            return;
        };
        if drawing.session.dialog.is_some() || selection.is_empty() {
            return;
        }
        let article = &drawing.opened.document().article;
        let (is_name, is_said) = match self.known {
            Some((known, is_name, is_said)) if known == selection => (is_name, is_said),
            _ => {
                let is_name = trimming::name(article, selection.span()).is_some();
                let is_said = !trimming::statement(article, selection.span()).is_empty();
                self.known = Some((selection, is_name, is_said));
                (is_name, is_said)
            }
        };
        if is_name || is_said {
            let panel = drawing.panel;
            let is_for_statement = drawing.session.desk().focused_statement().is_some();
            let rows = [is_name, is_said, is_for_statement, true];
            let n_rows = rows.into_iter().filter(|row| *row).count();
            let height = FRAME + ROW * n_rows as f32 + 2.0 * GAP;
            let (pivot, at) = place(panel, height, first, last);
            Area::new(bar_id())
                .order(Order::Middle)
                .pivot(pivot)
                .fixed_pos(at)
                .constrain_to(panel.shrink(6.0))
                .show(ui.ctx(), |ui| {
                    contents(ui, (is_name, is_said), drawing, commands);
                });
        }
    }
}

fn bar_id() -> Id {
    Id::unique("bar for the selection")
}

fn is_under_pointer(ui: &Ui) -> bool {
    let bar = ui.memory(|memory| memory.area_rect(bar_id()));
    let pointer = ui.input(|input| input.pointer.press_origin());
    bar.zip(pointer).is_some_and(|(bar, at)| bar.contains(at))
}

/// Above the first line; below the last where there is no room; else at the top of the panel.
fn place(panel: Rect, height: f32, first: Rect, last: Rect) -> (Align2, Pos2) {
    let x = |line: Rect| {
        line.center()
            .x
            .clamp(panel.left() + 60.0, panel.right() - 60.0)
    };
    if panel.top() + height < first.top() {
        (Align2::CENTER_BOTTOM, pos2(x(first), first.top() - GAP))
    } else if last.bottom() + height < panel.bottom() {
        (Align2::CENTER_TOP, pos2(x(last), last.bottom() + GAP))
    } else {
        (
            Align2::CENTER_TOP,
            pos2(panel.center().x, panel.top() + GAP),
        )
    }
}

fn contents(
    ui: &mut Ui,
    (is_name, is_said): (bool, bool),
    drawing: &Drawing<'_>,
    commands: &mut Commands,
) {
    let (texts, keys) = (drawing.texts, &drawing.session.settings.keys);
    let palette = palette(ui);
    let frame = Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.0, color(palette.hairline)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(8, 6))
        .shadow(ui.visuals().popup_shadow);
    let name = texts.text("selection-bar");
    let has_room = ROOM_FOR_WORDS < drawing.panel.width();
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        if is_name {
            ui.horizontal(|ui| {
                for kind in Kind::ALL {
                    let words = if has_room && kind.is_name() {
                        texts.text(labels::kind_short(kind))
                    } else {
                        String::new()
                    };
                    let button = kind_button::ui(ui, kind, &words, false, keys, texts);
                    if button.clicked() {
                        commands.push(Command::Mark(Marking::Kind(kind)));
                    }
                }
            });
        }
        if is_said {
            ui.horizontal(|ui| {
                let words = texts.text("selection-statement");
                ui.add_space(6.0);
                widgets::label(ui, &words, Face::Medium.size(12.5), color(palette.muted));
                ui.add_space(2.0);
                for kind in [
                    StatementKind::Direct,
                    StatementKind::Indirect,
                    StatementKind::Reported,
                    StatementKind::FreeIndirect,
                ] {
                    let (action, words) = statement(kind);
                    let words = texts.text(words);
                    if kind_button::plain(ui, &words, action, keys, texts).clicked() {
                        commands.push(Command::Mark(Marking::Statement(kind)));
                    }
                }
            });
        }
        if drawing.session.desk().focused_statement().is_some() {
            ui.horizontal(|ui| {
                for (action, marking, is_possible) in [
                    ("do-use-as-speaker", Marking::Speaker, is_name),
                    ("do-use-as-content", Marking::Content, is_said),
                ] {
                    let words = texts.text(action);
                    let button = ui.add_enabled_ui(is_possible, |ui| {
                        kind_button::plain(ui, &words, action, keys, texts)
                    });
                    if button.inner.clicked() {
                        commands.push(Command::Mark(marking));
                    }
                }
            });
        }
        cite(ui, drawing, commands);
    });
    let shown = shown.response;
    shown.widget_info(|| WidgetInfo::labeled(Role::Toolbar, true, &name));
}

/// What can be copied of the selected words besides the words themselves.
fn cite(ui: &mut Ui, drawing: &Drawing<'_>, commands: &mut Commands) {
    let (texts, keys) = (drawing.texts, &drawing.session.settings.keys);
    ui.horizontal(|ui| {
        ui.add_space(6.0);
        let muted = color(palette(ui).muted);
        let words = texts.text("selection-copy");
        widgets::label(ui, &words, Face::Medium.size(12.5), muted);
        ui.add_space(2.0);
        for (action, words, citing) in [
            (
                "do-cite",
                "selection-cite",
                Citing::Copy(None, Form::Citation),
            ),
            (
                "do-cite-markdown",
                "selection-markdown",
                Citing::Copy(None, Form::Markdown),
            ),
            ("do-card", "selection-card", Citing::ShowCard(None)),
        ] {
            let words = texts.text(words);
            if kind_button::plain(ui, &words, action, keys, texts).clicked() {
                commands.push(Command::Cite(citing));
            }
        }
    });
}

/// The action that marks a statement of a kind, and what the kind is called in the bar.
fn statement(kind: StatementKind) -> (&'static str, &'static str) {
    match kind {
        StatementKind::Direct => ("do-mark-direct", labels::statement(kind)),
        StatementKind::Indirect => ("do-mark-indirect", labels::statement(kind)),
        StatementKind::Reported => ("do-mark-reported", labels::statement(kind)),
        StatementKind::FreeIndirect | StatementKind::IndirectFreeIndirect => {
            ("do-mark-free", labels::statement(kind))
        }
    }
}
