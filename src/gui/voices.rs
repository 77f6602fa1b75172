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

/// More voices than this are not shown in a legend.
const MOST: usize = 10;

/// A small field in the colour of a voice.
pub fn swatch(ui: &mut Ui, tint: Tint) {
    let (_, rect) = ui.allocate_space(vec2(13.0, 13.0));
    paint_swatch(ui, rect, tint);
}

fn paint_swatch(ui: &Ui, rect: Rect, tint: Tint) {
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

/// Who has which colour; a click lists what that speaker says, another one everything.
pub fn legend(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    texts: &Texts,
    commands: &mut Commands,
) {
    ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
    ui.spacing_mut().interact_size.y = 22.0;
    ui.horizontal_wrapped(|ui| {
        for choice in opened.speakers.iter().take(MOST) {
            let key = &choice.speaker.key;
            let is_on = session.filter.speaker.as_ref() == Some(key);
            if entry(ui, opened, choice, is_on, texts) {
                let speaker = (!is_on).then(|| key.clone());
                commands.push(Command::FilterSpeaker(speaker));
            }
        }
        let n_more = opened.speakers.len().saturating_sub(MOST);
        if 0 < n_more {
            let words = texts.count("voices-more", n_more);
            let ink = color(palette(ui).muted);
            widgets::label(ui, &words, Face::Interface.size(12.0), ink);
        }
    });
}

fn entry(ui: &mut Ui, opened: &Opened, choice: &Choice, is_on: bool, texts: &Texts) -> bool {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let name = labels::speaker(&choice.speaker, texts);
    let words = format!("{name} · {}", choice.n_statements);
    let width = ui.max_rect().width() - 34.0;
    let galley = widgets::line(ui, &words, Face::Interface.size(12.0), ink, width);
    let size = vec2(galley.size().x + 28.0, 22.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
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
    let at = Rect::from_center_size(pos2(rect.left() + 11.0, rect.center().y), vec2(13.0, 13.0));
    paint_swatch(ui, at, opened.voices.tint(&choice.speaker.key));
    let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    focus_ring(ui, rect, &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
