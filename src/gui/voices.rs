//! The voices of an article: a sign for each colour, and who has which.

use eframe::egui::{
    CornerRadius, CursorIcon, Painter, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::view::listing::Choice;
use crate::view::palette::Rgb;
use crate::view::tint::{Tint, Weave};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::opened::Opened;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, focus_ring, palette};

/// More known voices than this are not shown in a legend.
const MOST: usize = 9;

/// Height of a line of the legend.
const ROW: f32 = 22.0;

/// A small field in the colour of a voice.
pub fn swatch(ui: &mut Ui, tint: Tint) {
    let (_, rect) = ui.allocate_space(vec2(13.0, 13.0));
    paint_swatch(ui, rect, tint);
}

/// The same field where there is room for it.
pub fn paint_swatch(ui: &Ui, rect: Rect, tint: Tint) {
    let palette = palette(ui);
    let line = palette.voice_line(tint);
    ui.painter().rect(
        rect,
        CornerRadius::same(4),
        color(palette.voice_fill(tint)),
        Stroke::new(1.2, color(line)),
        StrokeKind::Inside,
    );
    let x = rect.shrink(2.5).x_range();
    weave(ui.painter(), x, rect.bottom() - 4.0, tint, line);
}

/// The pattern of a voice along a line.
pub fn weave(painter: &Painter, x: Rangef, y: f32, tint: Tint, shade: Rgb) {
    let Tint::Voice { weave, .. } = tint else {
        return;
    };
    match weave {
        Weave::Plain => {}
        Weave::Lined => {
            painter.hline(x, y, Stroke::new(1.6, color(shade)));
        }
        Weave::Dotted => {
            let mut at = x.min + 1.0;
            while at < x.max {
                painter.circle_filled(pos2(at, y), 1.2, color(shade));
                at += 4.0;
            }
        }
    }
}

/// Who has which colour, in two columns; a click lists what that speaker says, another one everything.
pub fn legend(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    let gap = 6.0;
    ui.spacing_mut().item_spacing = vec2(gap, 2.0);
    ui.spacing_mut().interact_size.y = ROW;
    let width = (ui.available_width() - gap) / 2.0;
    let n_unknown = usize::from(0 < opened.n_unknown());
    let (known, unknown) = opened.speakers.split_at(opened.speakers.len() - n_unknown);
    let n_shown = known.len().min(MOST);
    let shown: Vec<&Choice> = known[..n_shown].iter().chain(unknown).collect();
    for pair in shown.chunks(2) {
        ui.horizontal(|ui| {
            for choice in pair {
                let key = &choice.speaker.key;
                let is_on = session.desk().filter.speaker.as_ref() == Some(key);
                if entry(ui, opened, choice, width, is_on, texts) {
                    let speaker = (!is_on).then(|| key.clone());
                    commands.push(Command::FilterSpeaker(speaker));
                }
            }
        });
    }
    if n_shown < known.len() {
        let words = texts.count("voices-more", known.len() - n_shown);
        let ink = color(palette(ui).muted);
        widgets::label(ui, &words, Face::Interface.size(12.0), ink);
    }
}

fn entry(
    ui: &mut Ui,
    opened: &Opened,
    choice: &Choice,
    width: f32,
    is_on: bool,
    texts: &Texts,
) -> bool {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let name = labels::speaker(&choice.speaker, texts);
    let font = Face::Interface.size(12.0);
    let count = texts.number(choice.n_statements);
    let count = widgets::line(ui, &count, font.clone(), muted, 60.0);
    let room = width - 22.0 - 6.0 - count.size().x - 6.0;
    let galley = widgets::line(ui, &name, font, ink, room);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    let spoken = texts.with(
        "voice-entry",
        &[
            ("speaker", (&name).into()),
            ("n", choice.n_statements.into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, &spoken));
    if is_on || response.hovered() {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let at = pos2(rect.left() + 10.0, rect.center().y);
    let at = Rect::from_center_size(at, vec2(13.0, 13.0));
    paint_swatch(ui, at, opened.voices.tint(&choice.speaker.key));
    let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
    let (right, is_cut) = (at.x + galley.size().x + 6.0, galley.elided);
    ui.painter().galley(at, galley, ink);
    let at = pos2(right, rect.center().y - count.size().y / 2.0);
    ui.painter().galley(at, count, muted);
    focus_ring(ui, rect, &response, 6);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let is_clicked = response.clicked();
    if is_cut {
        response.on_hover_text(name);
    }
    is_clicked
}
