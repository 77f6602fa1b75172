//! The chips on the bar: which kinds are highlighted, in which colour and pattern, and how many there are.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::document::Kind;

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::labels;
use super::opened::Opened;
use super::session::Session;
use super::state_file;
use super::theme::color;
use super::widgets::{focus_ring, line, palette, underline};

const GAP: f32 = 6.0;
/// From the edge of a chip to what is in it.
const PADDING: f32 = 10.0;
/// Width of the pattern or sign.
const SWATCH: f32 = 16.0;
/// Between the pattern and the words or the count.
const AFTER_SWATCH: f32 = 7.0;

/// Which chips have words beside their sign and their count; all others say them when the pointer rests on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    All,
    /// Persons, organisations, places, others.
    Names,
    None,
}

impl Words {
    fn of(self, kind: Kind) -> bool {
        match self {
            Self::All => true,
            Self::Names => kind.is_name(),
            Self::None => false,
        }
    }
}

/// Whether chips fit into this width at all.
pub fn fit(ui: &Ui, opened: &Opened, texts: &Texts, room: f32) -> bool {
    width(ui, opened, Words::None, texts) <= room
}

/// Draws the chips with as many words as fit into `room`.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, room: f32, commands: &mut Commands) {
    let Some(opened) = &session.desk().opened else {
        return;
    };
    let words = [Words::All, Words::Names]
        .into_iter()
        .find(|&words| width(ui, opened, words, texts) <= room)
        .unwrap_or(Words::None);
    ui.spacing_mut().item_spacing.x = GAP;
    for kind in Kind::ALL {
        let is_on = session.settings.shown.kind(kind);
        let n = opened.n_mentions(kind);
        if chip(ui, kind, n, is_on, words.of(kind), texts).clicked() {
            commands.push(Command::Toggle(kind));
        }
    }
}

fn width(ui: &Ui, opened: &Opened, words: Words, texts: &Texts) -> f32 {
    Kind::ALL
        .into_iter()
        .map(|kind| {
            let count = text(ui, &texts.number(opened.n_mentions(kind)), false);
            let named = if words.of(kind) {
                GAP + text(ui, &texts.text(labels::kinds(kind)), true)
            } else {
                0.0
            };
            2.0 * PADDING + SWATCH + AFTER_SWATCH + named + count + GAP
        })
        .sum()
}

/// The width of words on a chip.
fn text(ui: &Ui, words: &str, is_name: bool) -> f32 {
    let font = if is_name {
        Face::Medium.size(13.0)
    } else {
        Face::Interface.size(12.5)
    };
    let galley = line(ui, words, font, Color32::PLACEHOLDER, f32::INFINITY);
    galley.size().x
}

fn chip(
    ui: &mut Ui,
    kind: Kind,
    n: usize,
    is_on: bool,
    with_words: bool,
    texts: &Texts,
) -> Response {
    let palette = palette(ui);
    let words = texts.text(labels::kinds(kind));
    let ink = color(if is_on { palette.ink } else { palette.muted });
    let shown = if with_words { words.as_str() } else { "" };
    let name = line(ui, shown, Face::Medium.size(13.0), ink, f32::INFINITY);
    let count = line(
        ui,
        &texts.number(n),
        Face::Interface.size(12.5),
        ink,
        f32::INFINITY,
    );
    let gap = if with_words { GAP } else { 0.0 };
    let content = SWATCH + AFTER_SWATCH + name.size().x + gap + count.size().x;
    let size = vec2(content + 2.0 * PADDING, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let state = if is_on { "yes" } else { "no" };
    let spoken = texts.with(
        "chip-name",
        &[
            ("label", (&words).into()),
            ("n", n.into()),
            ("shown", state.into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    if ui.is_rect_visible(rect) {
        let tint = palette.line(kind);
        let fill = match (is_on, response.hovered()) {
            (true, false) => tint.over(palette.card, 0.13),
            (true, true) => tint.over(palette.card, 0.2),
            (false, false) => palette.panel,
            (false, true) => palette.raised,
        };
        let border = if is_on {
            tint.over(palette.panel, 0.45)
        } else {
            palette.hairline
        };
        ui.painter().rect(
            rect,
            CornerRadius::same(15),
            color(fill),
            Stroke::new(1.0, color(border)),
            StrokeKind::Inside,
        );
        let middle = rect.center().y;
        let x = rect.left() + PADDING;
        let sign = Rect::from_x_y_ranges(x..=x + SWATCH, rect.y_range());
        let shade = if is_on { tint } else { palette.muted };
        legend(ui, sign, kind, color(shade));
        let x = x + SWATCH + AFTER_SWATCH;
        let x_count = x + name.size().x + gap;
        let y = middle - name.size().y / 2.0;
        ui.painter().galley(pos2(x, y), name, ink);
        let y = middle - count.size().y / 2.0;
        ui.painter().galley(pos2(x_count, y), count, ink);
        focus_ring(ui, rect, &response, 15);
    }
    let about = texts.text(labels::about(kind));
    let hint = texts.text(if is_on { "chip-hide" } else { "chip-show" });
    response
        .on_hover_text(format!("{about}\n{hint}"))
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// The pattern of the marks in the text, for what is no name under a sign.
fn legend(ui: &Ui, rect: Rect, kind: Kind, shade: Color32) {
    let middle = rect.center().y;
    let sign = match kind {
        Kind::Person | Kind::Organisation | Kind::Location | Kind::Other => None,
        Kind::Role => Some(Icon::Role),
        Kind::Date => Some(Icon::Calendar),
        Kind::Time => Some(Icon::Clock),
        Kind::Duration => Some(Icon::Hourglass),
        Kind::Amount => Some(Icon::Amount),
    };
    let Some(sign) = sign else {
        underline(ui.painter(), rect.x_range(), middle + 1.0, kind, shade);
        return;
    };
    icons::paint(ui.painter(), rect.translate(vec2(0.0, -2.0)), sign, shade);
    underline(ui.painter(), rect.x_range(), middle + 9.0, kind, shade);
}
