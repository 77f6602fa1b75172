//! What is said of the chosen format: what it is for, which files come of it, what it cannot hold.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Label, Rect, Response, RichText, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::exchange::{self, Format, Losses};
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::{self, Icon};
use crate::gui::labels;
use crate::gui::session::Session;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};

/// Draws what is said.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let format = session.export_format();
    let (name, hint) = labels::format(format);
    widgets::label(ui, &texts.text(name), Face::Strong.size(15.0), ink);
    paragraph(ui, &texts.text(hint), ink);
    if format.reads() {
        paragraph(ui, &texts.text("export-reads-back"), muted);
    }
    ui.add_space(10.0);
    heading(ui, &texts.text("export-files"));
    for name in file_names(session, format) {
        paragraph(ui, &name, ink);
    }
    ui.add_space(10.0);
    heading(ui, &texts.text("export-extent"));
    ui.add_space(2.0);
    let words = texts.text("export-filtered");
    if check(ui, &words, session.export.is_filtered).clicked() {
        commands.push(Command::FilterExport(!session.export.is_filtered));
    }
    if session.export.is_filtered {
        let passing = session.passing();
        let counts = [
            ("mentions", passing.n_mentions.into()),
            ("statements", passing.n_statements.into()),
        ];
        paragraph(ui, &texts.with("export-passing", &counts), muted);
    }
    ui.add_space(10.0);
    if let Some(losses) = session.export.losses() {
        report(ui, losses, texts);
    }
}

/// What this article has and the format cannot hold.
fn report(ui: &mut Ui, losses: &Losses, texts: &Texts) {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    if losses.is_empty() {
        heading(ui, &texts.text("export-lossless"));
        return;
    }
    heading(ui, &texts.text("export-losses"));
    for (loss, lost) in losses.iter() {
        let what = texts.text(labels::loss(loss));
        let arguments = [("what", (&what).into()), ("count", lost.count.into())];
        paragraph(ui, &texts.with("export-loss", &arguments), ink);
        if !lost.examples.is_empty() {
            let quoted: Vec<String> = (lost.examples.iter())
                .map(|words| texts.with("export-example", &[("words", words.into())]))
                .collect();
            paragraph(ui, &quoted.join(", "), muted);
        }
    }
}

/// „aleppo.statements.csv“, „aleppo.entities.csv“.
fn file_names(session: &Session, format: Format) -> Vec<String> {
    let Some(opened) = &session.desk().opened else {
        return Vec::new();
    };
    let stem = exchange::stem(&opened.document().article.source);
    let names = format.files().iter();
    names.map(|name| name.with_stem(&stem)).collect()
}

fn heading(ui: &mut Ui, words: &str) {
    let muted = color(palette(ui).muted);
    widgets::label(ui, words, Face::Medium.size(12.5), muted);
}

fn paragraph(ui: &mut Ui, words: &str, ink: Color32) {
    let words = RichText::new(words)
        .font(Face::Interface.size(13.5))
        .color(ink);
    ui.add(Label::new(words).wrap().selectable(false));
}

/// A box to tick.
fn check(ui: &mut Ui, words: &str, is_on: bool) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let galley = widgets::line(ui, words, Face::Interface.size(13.5), ink, f32::INFINITY);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 32.0, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, words));
    state_file::place(ui.ctx(), words, rect);
    let side = 16.0;
    let corner = pos2(rect.left() + 2.0, rect.center().y - side / 2.0);
    let field = Rect::from_min_size(corner, vec2(side, side));
    let (fill, border) = if is_on {
        (palette.accent, palette.accent)
    } else {
        (palette.card, palette.muted)
    };
    let stroke = Stroke::new(1.2, color(border));
    ui.painter().rect(
        field,
        CornerRadius::same(4),
        color(fill),
        stroke,
        StrokeKind::Inside,
    );
    if is_on {
        icons::paint(
            ui.painter(),
            field.shrink(1.5),
            Icon::Check,
            color(palette.card),
        );
    }
    let at = pos2(rect.left() + 26.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, rect, &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
