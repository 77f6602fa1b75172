//! The dialog that asks for a format before the system asks for a file.

use eframe::egui::{
    Color32, Context, CornerRadius, CursorIcon, Frame, Id, Key, Margin, Memory, Modal, Role, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::exchange::{self, Format};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::session::{Dialog, Session};
use super::theme::{color, palette};
use super::widgets::{self, Look};

/// Draws the dialog, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.dialog != Some(Dialog::Export) {
        return;
    }
    let palette = palette(context);
    let modal = dialog(context, "export").show(context, |ui| {
        ui.set_width(400.0);
        let title = texts.text("export-title");
        widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
        ui.add_space(10.0);
        let words = texts.text("export-format");
        widgets::label(ui, &words, Face::Medium.size(12.5), color(palette.muted));
        for &format in Format::ALL {
            choice(ui, format, session, texts, commands);
        }
        ui.add_space(4.0);
        let names = file_names(session);
        let words = texts.with("export-as", &[("names", (&names).into())]);
        widgets::label(ui, &words, Face::Interface.size(12.5), color(palette.muted));
        ui.add_space(14.0);
        ui.horizontal(|ui| {
            let words = texts.text("export-target");
            if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                commands.push(Command::PickTarget);
            }
            let words = texts.text("dialog-cancel");
            if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    // Enter means the button that stands out, unless the keyboard is on another one.
    let is_free = context.memory(Memory::focused).is_none();
    if is_free && context.input(|input| input.key_pressed(Key::Enter)) {
        commands.push(Command::PickTarget);
    }
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

/// The frame of every dialog.
pub fn dialog(context: &Context, name: &str) -> Modal {
    let palette = palette(context);
    let frame = Frame::new()
        .fill(color(palette.card))
        .stroke(Stroke::new(1.0, color(palette.hairline)))
        .corner_radius(14)
        .inner_margin(Margin::same(24))
        .shadow(context.global_style().visuals.window_shadow);
    Modal::new(Id::unique(name))
        .frame(frame)
        // What is behind stays to be seen.
        .backdrop_color(Color32::from_black_alpha(70))
}

/// „aleppo.statements.csv, aleppo.entities.csv“.
fn file_names(session: &Session) -> String {
    let Some(opened) = &session.desk().opened else {
        return String::new();
    };
    let stem = exchange::stem(&opened.document().article.source);
    let names = session.export_format().files().iter();
    let names: Vec<String> = names.map(|name| name.with_stem(&stem)).collect();
    names.join(", ")
}

fn choice(ui: &mut Ui, format: Format, session: &Session, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    let is_on = session.export_format() == format;
    let (name, hint) = labels::format(format);
    let (name, hint) = (texts.text(name), texts.text(hint));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 54.0), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::RadioButton, true, is_on, format!("{name}, {hint}"))
    });
    let border = match (is_on, response.hovered()) {
        (true, _) => palette.accent,
        (false, true) => palette.muted,
        (false, false) => palette.hairline,
    };
    let fill = if is_on {
        palette.accent.over(palette.card, 0.08)
    } else {
        palette.card
    };
    let stroke = Stroke::new(if is_on { 1.6 } else { 1.0 }, color(border));
    let corner = CornerRadius::same(8);
    ui.painter()
        .rect(rect, corner, color(fill), stroke, StrokeKind::Inside);
    let dot = pos2(rect.left() + 22.0, rect.center().y);
    ui.painter().circle_stroke(dot, 7.0, stroke);
    if is_on {
        ui.painter().circle_filled(dot, 4.0, color(palette.accent));
    }
    let width = rect.width() - 56.0;
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let title = widgets::line(ui, &name, Face::Strong.size(13.5), ink, width);
    let below = widgets::line(ui, &hint, Face::Interface.size(12.5), muted, width);
    let x = rect.left() + 42.0;
    let top = rect.center().y - (title.size().y + below.size().y + 2.0) / 2.0;
    let below_top = top + title.size().y + 2.0;
    ui.painter().galley(pos2(x, top), title, ink);
    ui.painter().galley(pos2(x, below_top), below, muted);
    widgets::focus_ring(ui, rect, &response, 8);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::ChooseFormat(format));
    }
}
