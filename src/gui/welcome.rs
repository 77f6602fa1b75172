//! The empty window: what can be done here, and three examples to begin with.

use eframe::egui::{
    Align2, Area, Color32, Context, CornerRadius, Frame, Id, Margin, Order, Response, ScrollArea,
    Stroke, StrokeKind, Ui, vec2,
};

use super::command::{Command, Commands};
use super::entry::entry;
use super::examples;
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::regions::{self, Region};
use super::session::Session;
use super::theme::{color, palette};
use super::widgets::{self, Look};
use super::{folder, status};

const WIDTH: f32 = 560.0;

/// Files opened before that are offered here; the command palette has more.
const MOST_RECENT: usize = 5;

/// Draws the page in the middle of the window.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let side = ((ui.available_width() - WIDTH) / 2.0).max(16.0);
    let above = ((ui.available_height() - 540.0) * 0.42).max(24.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(above);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(WIDTH.min(ui.available_width()));
                page(ui, session, texts, commands);
            });
        });
    });
}

fn page(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    widgets::label(
        ui,
        &texts.text("welcome-title"),
        Face::Headline.size(40.0),
        ink,
    );
    ui.add_space(6.0);
    widgets::label(
        ui,
        &texts.text("welcome-lead"),
        Face::Text.size(18.0),
        muted,
    );
    ui.add_space(22.0);
    drop_field(ui, session, texts, commands);
    recent(ui, session, texts, commands);
    if 0 < examples::count() {
        ui.add_space(24.0);
        let words = texts.text("welcome-examples");
        widgets::label(ui, &words, Face::Strong.size(13.0), muted);
        ui.add_space(4.0);
        for index in 0..examples::count() {
            example(ui, index, texts, commands);
        }
    }
    ui.add_space(20.0);
    let words = texts.text("welcome-offline");
    widgets::label(ui, &words, Face::Interface.size(12.5), muted);
    ui.add_space(24.0);
}

/// Files cannot be dropped under Wayland: the window library does not pass them on yet (winit 0.30).
fn can_drop() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_none_or(|display| display.is_empty())
}

fn drop_field(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 150.0));
    ui.painter()
        .rect_filled(rect, CornerRadius::same(12), color(palette.panel));
    let frame = rect.shrink(0.5);
    let corners = [
        frame.left_top(),
        frame.right_top(),
        frame.right_bottom(),
        frame.left_bottom(),
        frame.left_top(),
    ];
    let dashes = eframe::egui::Shape::dashed_line(
        &corners,
        Stroke::new(1.2, color(palette.muted.over(palette.panel, 0.6))),
        6.0,
        5.0,
    );
    ui.painter().extend(dashes);
    let content = eframe::egui::UiBuilder::new().max_rect(rect.shrink(24.0));
    // A child of its own: the page goes on below the field, not below what is in it.
    let mut field = ui.new_child(content);
    field.vertical_centered(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let words = match &session.desk().reading {
            Some(reading) => status::reading_words(&reading.name, texts),
            None if can_drop() => texts.text("welcome-drop"),
            None => texts.text("welcome-choose"),
        };
        widgets::label(ui, &words, Face::Strong.size(16.0), color(palette.ink));
        let words = texts.text("welcome-drop-formats");
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
        ui.add_space(12.0);
        buttons(ui, texts, commands);
    });
}

/// Side by side in the middle.
fn buttons(ui: &mut Ui, texts: &Texts, commands: &mut Commands) {
    let choices = [
        (
            "welcome-open",
            Icon::Open,
            Look::Primary,
            Command::PickArticle,
        ),
        ("open-folder", Icon::Open, Look::Plain, Command::PickFolder),
        ("welcome-paste", Icon::Page, Look::Plain, Command::Paste),
    ];
    let id = ui.scope_id().with("width of the buttons");
    let width: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let shown = ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - width) / 2.0).max(0.0));
        let left = ui.cursor().left();
        for (index, (key, icon, look, command)) in choices.into_iter().enumerate() {
            let words = texts.text(key);
            let response = widgets::button(ui, Some(icon), &words, &words, look);
            if index == 0 {
                regions::home(Region::Article, ui.clip_rect(), &response);
            }
            if response.clicked() {
                commands.push(command);
            }
        }
        ui.min_rect().right() - left
    });
    if 0.5 < (shown.inner - width).abs() {
        ui.data_mut(|data| data.insert_temp(id, shown.inner));
        ui.ctx().request_repaint();
    }
}

/// Files that were opened before.
fn recent(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    if session.settings.recent().is_empty() {
        return;
    }
    ui.add_space(24.0);
    let words = texts.text("welcome-recent");
    let muted = color(palette.muted);
    widgets::label(ui, &words, Face::Strong.size(13.0), muted);
    ui.add_space(4.0);
    for path in session.settings.recent().iter().take(MOST_RECENT) {
        let name = folder::name(path);
        let response = line(ui, &name, &name);
        if response.on_hover_text(path.display().to_string()).clicked() {
            commands.push(Command::Open(path.clone()));
        }
    }
}

fn example(ui: &mut Ui, index: usize, texts: &Texts, commands: &mut Commands) {
    let title = examples::title(index);
    let name = texts.with("welcome-example", &[("title", title.into())]);
    if line(ui, title, &name).clicked() {
        commands.push(Command::OpenExample(index));
    }
}

/// A line of the page.
fn line(ui: &mut Ui, title: &str, name: &str) -> Response {
    let (id, place) = ui.allocate_space(vec2(ui.available_width(), 38.0));
    entry(ui, place, id, title, Face::Text.size(16.0), name)
}

/// Covers the window while a file hovers over it.
pub fn drop_hint(context: &Context, texts: &Texts) {
    if context.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = palette(context);
    let screen = context.content_rect();
    Area::new(Id::unique("drop hint"))
        .order(Order::Foreground)
        .interactable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .show(context, |ui| {
            ui.painter()
                .rect_filled(screen, 0, Color32::from_black_alpha(90));
            ui.painter().rect_stroke(
                screen.shrink(10.0),
                CornerRadius::same(12),
                Stroke::new(3.0, color(palette.accent)),
                StrokeKind::Inside,
            );
            Frame::new()
                .fill(color(palette.card))
                .corner_radius(12)
                .inner_margin(Margin::symmetric(28, 20))
                .show(ui, |ui| {
                    let words = texts.text("drop-here");
                    widgets::label(ui, &words, Face::Strong.size(17.0), color(palette.ink));
                });
        });
}
