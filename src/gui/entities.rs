//! The list on the left: who and what the article mentions, by kind.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::document::{EntityId, Kind};
use crate::view::entities::Entry;

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::regions::{self, Region};
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

const ROW: f32 = 30.0;

/// The panel.
#[derive(Debug, Default)]
pub struct EntitiesPanel {
    /// The entity that the list has scrolled to.
    seen: Option<EntityId>,
}

impl EntitiesPanel {
    /// Draws the list.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
        let Some(opened) = &session.desk().opened else {
            return;
        };
        let area = ui.max_rect();
        let focused = session.desk().focused_entity();
        let is_new = focused.is_some() && focused != self.seen;
        self.seen = focused;
        let name = texts.text("entities-panel");
        let place = ui.interact(ui.max_rect(), ui.scope_id().with("panel"), Sense::hover());
        place.widget_info(|| WidgetInfo::labeled(Role::List, true, &name));
        ScrollArea::vertical()
            .id_salt(("entities", opened.serial))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(12.0);
                if opened.groups.is_empty() {
                    ui.horizontal(|ui| {
                        ui.add_space(16.0);
                        let ink = color(palette(ui).muted);
                        let words = texts.text("no-entities");
                        widgets::label(ui, &words, Face::Interface.size(13.0), ink);
                    });
                }
                for group in &opened.groups {
                    title(ui, group.kind, group.entries.len(), texts);
                    for entry in &group.entries {
                        let is_on = focused == Some(entry.id);
                        let size = vec2(ui.available_width(), ROW);
                        let place = Rect::from_min_size(ui.cursor().min, size);
                        let is_wanted = is_on && is_new;
                        if !is_wanted && !ui.is_rect_visible(place) {
                            ui.allocate_space(size);
                            continue;
                        }
                        let response = row(ui, group.kind, entry, is_on, texts);
                        regions::home(Region::Entities, area, &response);
                        if is_on && is_new && !ui.clip_rect().contains_rect(response.rect) {
                            response.scroll_to_me(Some(Align::Center));
                        }
                        if response.clicked() {
                            commands.push(Command::FocusEntity(entry.id));
                        }
                    }
                    ui.add_space(14.0);
                }
            });
    }
}

fn title(ui: &mut Ui, kind: Kind, n: usize, texts: &Texts) {
    let palette = palette(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let words = texts.text(labels::kinds(kind));
    let response = ui.interact(rect, ui.next_auto_id(), Sense::hover());
    ui.skip_ahead_auto_ids(1);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{words}, {n}")));
    let ink = color(palette.muted);
    let galley = widgets::line(
        ui,
        &words,
        Face::Strong.size(12.0),
        ink,
        rect.width() - 60.0,
    );
    let y = rect.center().y - galley.size().y / 2.0;
    let x = rect.left() + 16.0;
    // The pattern of the marks in the text: the list is their legend, too.
    let swatch = (x..=x + 16.0).into();
    let line = color(palette.line(kind));
    widgets::underline(ui.painter(), swatch, rect.center().y + 1.0, kind, line);
    ui.painter().galley(pos2(x + 24.0, y), galley, ink);
    count(ui, rect, &texts.number(n));
}

fn count(ui: &Ui, rect: Rect, n: &str) {
    let ink = color(palette(ui).muted);
    let galley = widgets::line(ui, n, Face::Interface.size(12.0), ink, 60.0);
    let at = pos2(
        rect.right() - 16.0 - galley.size().x,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, ink);
}

fn row(
    ui: &mut Ui,
    kind: Kind,
    entry: &Entry,
    is_on: bool,
    texts: &Texts,
) -> eframe::egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let palette = palette(ui);
    let mentions = match entry.n_mentions {
        0 => texts.count("entity-related", entry.n_related),
        n => texts.count("n-mentions", n),
    };
    let spoken = texts.with(
        "entity-row",
        &[
            ("kind", (&texts.text(labels::kind(kind))).into()),
            ("name", (&entry.name).into()),
            ("mentions", (&mentions).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    let plate = rect.shrink2(vec2(8.0, 1.0));
    if is_on || response.hovered() {
        let fill = if is_on {
            palette.line(kind).over(palette.panel, 0.16)
        } else {
            palette.raised
        };
        ui.painter()
            .rect_filled(plate, CornerRadius::same(6), color(fill));
    }
    let face = if is_on { Face::Medium } else { Face::Interface };
    // Of whom only „russischen“ speaks, steps back.
    let is_named = 0 < entry.n_mentions;
    let ink = color(if is_named { palette.ink } else { palette.muted });
    // Room for the edges and the count.
    let n_digits = entry.n_mentions.max(1).ilog10() + 1;
    let width = rect.width() - 44.0 - 8.0 * n_digits as f32;
    let galley = widgets::line(ui, &entry.name, face.size(13.5), ink, width);
    let x = rect.left() + 16.0;
    let at = pos2(x, rect.center().y - galley.size().y / 2.0);
    if is_named {
        count(ui, rect, &texts.number(entry.n_mentions));
    }
    widgets::focus_ring(ui, plate, &response, 6);
    let (is_cut, role) = (galley.elided, entry.role.as_ref());
    ui.painter().galley(at, galley, ink);
    let said = [
        is_cut.then_some(&entry.name),
        role,
        (!is_named).then_some(&mentions),
    ];
    let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
    if said.is_empty() {
        response
    } else {
        response.on_hover_text(said.join("\n"))
    }
    .on_hover_cursor(CursorIcon::PointingHand)
}
