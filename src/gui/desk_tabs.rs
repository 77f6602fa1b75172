//! The tabs below the bar: one for each open article.

use eframe::egui::{
    CornerRadius, CursorIcon, PointerButton, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::command::{Command, Commands};
use super::desk::Desk;
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::regions::{self, Region};
use super::session::Session;
use super::small_button::small_button;
use super::state_file;
use super::theme::color;
use super::widgets::{self, palette};

/// Height of the row.
pub const HEIGHT: f32 = 36.0;

const WIDEST: f32 = 230.0;
const NARROWEST: f32 = 110.0;
/// Width of the sign that closes a tab.
const CLOSE: f32 = 26.0;

/// Draws the tabs.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let area = ui.max_rect();
    let desks = session.desks();
    let width = (ui.available_width() - HEIGHT) / desks.len() as f32;
    let width = width.clamp(NARROWEST, WIDEST).floor();
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.horizontal(|ui| {
        ScrollArea::horizontal()
            .max_width(ui.available_width() - HEIGHT)
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    for desk in desks {
                        let is_on = desk.id == session.desk().id;
                        let response = tab(ui, desk, is_on, width, texts, commands);
                        if is_on {
                            regions::home(Region::Tabs, area, &response);
                        }
                    }
                });
            });
        let name = texts.text("do-add-tab");
        if small_button(ui, Icon::Plus, &name, vec2(HEIGHT, HEIGHT)).clicked() {
            commands.push(Command::AddDesk);
        }
    });
    let y = area.bottom() - 0.5;
    let stroke = Stroke::new(1.0, color(palette(ui).hairline));
    ui.painter().hline(area.x_range(), y, stroke);
}

fn tab(
    ui: &mut Ui,
    desk: &Desk,
    is_on: bool,
    width: f32,
    texts: &Texts,
    commands: &mut Commands,
) -> Response {
    let palette = palette(ui);
    let words = match desk.name() {
        Some("") => texts.text("tab-clipboard"),
        Some(name) => name.to_owned(),
        None => texts.text("tab-empty"),
    };
    let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
    let id = ui.scope_id().with(("desk", desk.id));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, &words));
    state_file::place(ui.ctx(), &words, rect);
    if is_on {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, color(palette.paper));
        let line = Rect::from_x_y_ranges(rect.x_range(), rect.top()..=rect.top() + 2.0);
        ui.painter()
            .rect_filled(line, CornerRadius::ZERO, color(palette.accent));
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, color(palette.raised));
    }
    let edge = Stroke::new(1.0, color(palette.hairline));
    ui.painter().vline(rect.right() - 0.5, rect.y_range(), edge);
    let ink = color(if is_on { palette.ink } else { palette.muted });
    let face = if is_on { Face::Medium } else { Face::Interface };
    let room = width - CLOSE - 20.0;
    let galley = widgets::line(ui, &words, face.size(13.0), ink, room);
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(pos2(rect.left() + 14.0, y), galley, ink);
    if desk.is_outdated {
        let dot = pos2(rect.left() + 7.0, rect.center().y);
        ui.painter().circle_filled(dot, 2.5, color(palette.accent));
    }
    widgets::focus_ring(ui, rect.shrink(4.0), &response, 4);

    let close = Rect::from_center_size(
        pos2(rect.right() - CLOSE / 2.0 - 2.0, rect.center().y),
        vec2(20.0, 20.0),
    );
    let mut field = ui.new_child(eframe::egui::UiBuilder::new().max_rect(close));
    let name = texts.with("tab-close", &[("name", (&words).into())]);
    let closes = small_button(&mut field, Icon::Close, &name, vec2(20.0, 20.0)).clicked();
    let middle = response.clicked_by(PointerButton::Middle);
    if closes || middle {
        commands.push(Command::CloseDesk(Some(desk.id)));
    } else if response.clicked() {
        commands.push(Command::ShowDesk(desk.id));
    }
    let path = desk.source.as_ref().and_then(super::source::Source::path);
    let whole = path.map_or(words, |path| path.display().to_string());
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.on_hover_text(whole)
}
