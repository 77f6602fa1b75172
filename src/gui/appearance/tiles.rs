//! Tiles to choose from: small pages in the colours of each theme, and letters in each typeface.

use eframe::egui::{
    CornerRadius, CursorIcon, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::document::Kind;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::session::ThemeChoice;
use crate::gui::theme::color;
use crate::gui::typography::Typeface;
use crate::gui::widgets::{self, focus_ring, palette};
use crate::view::palette::Palette;

const GAP: f32 = 10.0;
const N_COLUMNS: usize = 3;
const CORNER: CornerRadius = CornerRadius::same(8);

/// All themes in two rows.
pub fn themes(ui: &mut Ui, chosen: ThemeChoice, texts: &Texts, commands: &mut Commands) {
    let choices = [
        (ThemeChoice::System, "choose-system"),
        (ThemeChoice::Light, "theme-light"),
        (ThemeChoice::Dark, "theme-dark"),
        (ThemeChoice::Sepia, "theme-sepia"),
        (ThemeChoice::ContrastLight, "theme-contrast-light"),
        (ThemeChoice::ContrastDark, "theme-contrast-dark"),
    ];
    let sample = texts.text("appearance-button");
    for row in choices.chunks(N_COLUMNS) {
        in_columns(ui, 76.0, row, |ui, rect, &(theme, key)| {
            let is_on = theme == chosen;
            let words = texts.text(key);
            let page = rect.with_max_y(rect.top() + 54.0);
            match theme {
                ThemeChoice::System => {
                    paint_page(ui, &Palette::LIGHT, page, &sample);
                    let half = ui
                        .painter()
                        .with_clip_rect(page.with_min_x(page.center().x));
                    paint_page_on(ui, &half, &Palette::DARK, page, &sample);
                }
                ThemeChoice::Light => paint_page(ui, &Palette::LIGHT, page, &sample),
                ThemeChoice::Sepia => paint_page(ui, &Palette::SEPIA, page, &sample),
                ThemeChoice::Dark => paint_page(ui, &Palette::DARK, page, &sample),
                ThemeChoice::ContrastLight => {
                    paint_page(ui, &Palette::CONTRAST_LIGHT, page, &sample);
                }
                ThemeChoice::ContrastDark => {
                    paint_page(ui, &Palette::CONTRAST_DARK, page, &sample);
                }
            }
            let response = tile(ui, page, rect, &words, is_on);
            below(ui, rect, page.bottom() + 3.0, &words, is_on);
            if response.clicked() {
                commands.push(Command::SetTheme(theme));
            }
        });
    }
}

/// All typefaces in one row.
pub fn typefaces(ui: &mut Ui, chosen: Typeface, texts: &Texts, commands: &mut Commands) {
    let choices = Typeface::ALL.map(|typeface| {
        let (name, hint) = match typeface {
            Typeface::Serif => ("typeface-serif", "typeface-serif-hint"),
            Typeface::Sans => ("typeface-sans", "typeface-sans-hint"),
            Typeface::Legible => ("typeface-legible", "typeface-legible-hint"),
        };
        (typeface, name, hint)
    });
    in_columns(ui, 76.0, &choices, |ui, rect, &(typeface, name, hint)| {
        let colors = palette(ui);
        let is_on = typeface == chosen;
        let words = texts.text(name);
        let page = rect.with_max_y(rect.top() + 54.0);
        ui.painter().rect_filled(page, CORNER, color(colors.paper));
        let letters = super::sample(ui, &texts.text("typeface-sample"), typeface, 24.0);
        let at = page.center() - letters.size() / 2.0;
        ui.painter().galley(at, letters, color(colors.ink));
        let response = tile(ui, page, rect, &words, is_on).on_hover_text(texts.text(hint));
        below(ui, rect, page.bottom() + 3.0, &words, is_on);
        if response.clicked() {
            commands.push(Command::SetTypeface(typeface));
        }
    });
}

/// Gives each of a few things a place of the same width.
fn in_columns<T>(ui: &mut Ui, height: f32, things: &[T], mut draw: impl FnMut(&mut Ui, Rect, &T)) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let width = (row.width() - GAP * (N_COLUMNS - 1) as f32) / N_COLUMNS as f32;
    for (index, thing) in things.iter().enumerate() {
        let at = pos2(row.left() + (width + GAP) * index as f32, row.top());
        draw(ui, Rect::from_min_size(at, vec2(width, height)), thing);
    }
}

/// Letters and marks as they look in a theme.
fn paint_page(ui: &Ui, palette: &Palette, page: Rect, sample: &str) {
    paint_page_on(ui, ui.painter(), palette, page, sample);
}

fn paint_page_on(ui: &Ui, painter: &Painter, palette: &Palette, page: Rect, sample: &str) {
    painter.rect_filled(page, CORNER, color(palette.paper));
    let ink = color(palette.ink);
    let font = Typeface::Serif.size(Face::TextStrong, 20.0);
    let letters = widgets::line(ui, sample, font, ink, page.width());
    let at = pos2(page.left() + 12.0, page.center().y - letters.size().y / 2.0);
    painter.galley_with_override_text_color(at, letters, ink);
    let kinds = [Kind::Person, Kind::Organisation, Kind::Location];
    for (index, kind) in kinds.into_iter().enumerate() {
        let y = page.center().y - 13.0 + 13.0 * index as f32;
        let bar = Rect::from_center_size(pos2(page.right() - 27.0, y), vec2(30.0, 8.0));
        painter.rect_filled(bar, CornerRadius::same(2), color(palette.fill(kind)));
        let ends = [bar.left_bottom(), bar.right_bottom()];
        let stroke = Stroke::new(1.6, color(palette.line(kind)));
        painter.add(Shape::line_segment(ends, stroke));
    }
}

/// Makes a tile one of several to choose from.
fn tile(ui: &mut Ui, page: Rect, whole: Rect, words: &str, is_on: bool) -> Response {
    let palette = palette(ui);
    let response = ui.interact(whole, ui.scope_id().with(("tile", words)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, words));
    let (width, shade) = match (is_on, response.hovered()) {
        (true, _) => (2.0, palette.accent),
        (false, true) => (1.0, palette.muted),
        (false, false) => (1.0, palette.hairline),
    };
    let stroke = Stroke::new(width, color(shade));
    ui.painter()
        .rect_stroke(page, CORNER, stroke, StrokeKind::Outside);
    focus_ring(ui, page, &response, 8);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn below(ui: &Ui, tile: Rect, top: f32, words: &str, is_on: bool) {
    let palette = palette(ui);
    let (face, ink) = if is_on {
        (Face::Medium, palette.ink)
    } else {
        (Face::Interface, palette.muted)
    };
    let galley = widgets::line(ui, words, face.size(12.0), color(ink), tile.width());
    let x = tile.center().x - galley.size().x / 2.0;
    ui.painter().galley(pos2(x, top), galley, color(ink));
}
