//! The figures of a comparison as a table.

use eframe::egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::document::{Kind, StatementKind};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::view::agreement::Figures;

use super::Comparison;

const ROW: f32 = 22.0;

/// Where each column of numbers ends, in parts of the width.
const COLUMNS: [f32; 5] = [0.47, 0.58, 0.73, 0.88, 1.0];

/// Draws the table; of each kind only where it is unfolded.
pub fn ui(ui: &mut Ui, comparison: &Comparison, texts: &Texts) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let [a, b, exact, overlap] = ["A", "B", "F1 =", "F1 ≈"].map(str::to_owned);
    let head = [a, b, exact, overlap, texts.text("compare-alpha")];
    let hints = texts.text("compare-columns");
    line(ui, "", &head, true, &hints).on_hover_text(&hints);
    let agreement = &comparison.agreement;
    for figures in &agreement.mentions {
        if figures.kind.is_none() || comparison.is_unfolded {
            let name = figures
                .kind
                .map_or("compare-mentions", |kind: Kind| labels::kinds(kind));
            of(ui, &texts.text(name), figures, texts);
        }
    }
    for figures in &agreement.statements {
        if figures.kind.is_none() || comparison.is_unfolded {
            let name = figures
                .kind
                .map_or("compare-statements", |kind: StatementKind| {
                    labels::statement(kind)
                });
            of(ui, &texts.text(name), figures, texts);
        }
    }
    ui.add_space(4.0);
    let inserted = [
        ("n", agreement.n_same_speaker.into()),
        ("all", agreement.n_matched.into()),
    ];
    let words = texts.with("compare-speakers", &inserted);
    let ink = color(palette(ui).ink);
    widgets::label(ui, &words, Face::Interface.size(13.0), ink);
}

fn of<K>(ui: &mut Ui, name: &str, figures: &Figures<K>, texts: &Texts) {
    let percent = |share: Option<f64>| match share {
        Some(share) => texts.percent(share as f32),
        None => "–".to_owned(),
    };
    let alpha = match figures.alpha {
        Some(alpha) => texts.decimal(alpha as f32, 2),
        None => "–".to_owned(),
    };
    let numbers = [
        texts.number(figures.n_a),
        texts.number(figures.n_b),
        percent(figures.exact()),
        percent(figures.overlapping()),
        alpha,
    ];
    let inserted = [
        ("name", name.into()),
        ("a", (&numbers[0]).into()),
        ("b", (&numbers[1]).into()),
        ("exact", (&numbers[2]).into()),
        ("overlap", (&numbers[3]).into()),
        ("alpha", (&numbers[4]).into()),
    ];
    let spoken = texts.with("compare-line", &inserted);
    line(ui, name, &numbers, figures.kind.is_none(), &spoken);
}

fn line(
    ui: &mut Ui,
    name: &str,
    numbers: &[String; 5],
    is_strong: bool,
    spoken: &str,
) -> eframe::egui::Response {
    let palette = palette(ui);
    let size = vec2(ui.available_width(), ROW);
    let (rect, response): (Rect, _) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    let ink = color(if is_strong {
        palette.ink
    } else {
        palette.muted
    });
    let face = if is_strong {
        Face::Medium
    } else {
        Face::Interface
    };
    let indent = if is_strong { 0.0 } else { 10.0 };
    let room = 0.36 * rect.width() - indent;
    let galley = widgets::line(ui, name, face.size(13.0), ink, room);
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(pos2(rect.left() + indent, y), galley, ink);
    for (number, end) in numbers.iter().zip(COLUMNS) {
        let at = pos2(rect.left() + end * rect.width(), rect.center().y);
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, number, face.size(13.0), ink);
    }
    response
}
