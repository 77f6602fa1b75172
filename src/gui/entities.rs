//! The list on the left: who and what the article mentions, by kind.

mod dropping;

use std::collections::BTreeSet;

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Frame, Margin, Rect, Response, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::document::{EntityId, Kind};
use crate::view::entities::{self, Entry, Group};
use crate::view::query::Pattern;

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::labels;
use super::opened::Opened;
use super::regions::{self, Region};
use super::search_field::search_field;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

const ROW: f32 = 30.0;

/// Height of a title.
const TITLE: f32 = 26.0;

/// Below a group.
const GAP: f32 = 14.0;

/// Lists with more names than this can be searched.
const MANY: usize = 12;

/// The panel.
#[derive(Debug, Default)]
pub struct EntitiesPanel {
    /// The entity that the list has scrolled to.
    seen: Option<EntityId>,
    /// Groups that are closed.
    folded: BTreeSet<Kind>,
    /// What is looked for.
    words: String,
    found: Found,
}

/// Positions of the entries that are listed, for each group of an article.
#[derive(Debug, Default)]
struct Found {
    /// Which article, and what was looked for.
    key: Option<(u64, u64, String)>,
    entries: Vec<Vec<usize>>,
}

impl Found {
    fn look(&mut self, opened: &Opened, words: &str) {
        let words = words.trim();
        let is_same = |(serial, revision, last): &(u64, u64, String)| {
            (*serial, *revision) == (opened.serial, opened.revision) && last == words
        };
        if self.key.as_ref().is_some_and(is_same) {
            return;
        }
        self.key = Some((opened.serial, opened.revision, words.to_owned()));
        // Too many words to look for are no name.
        let pattern = Some(words).filter(|words| !words.is_empty());
        let pattern = pattern.and_then(Pattern::of_name);
        let groups = opened.groups.iter();
        self.entries = groups
            .map(|group| entities::called(&group.entries, pattern.as_ref()))
            .collect();
    }
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
        let place = ui.interact(area, ui.scope_id().with("panel"), Sense::hover());
        place.widget_info(|| WidgetInfo::labeled(Role::List, true, &name));
        let n_entries: usize = opened.groups.iter().map(|group| group.entries.len()).sum();
        if MANY < n_entries || !self.words.is_empty() {
            self.search(ui, texts);
        }
        self.found.look(opened, &self.words);
        ScrollArea::vertical()
            .id_salt(("entities", opened.serial))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(if MANY < n_entries { 6.0 } else { 12.0 });
                if self.found.entries.iter().all(Vec::is_empty) {
                    nothing(ui, opened.groups.is_empty(), texts);
                }
                let found = std::mem::take(&mut self.found.entries);
                for (group, found) in opened.groups.iter().zip(&found) {
                    if found.is_empty() {
                        continue;
                    }
                    let has_goal = is_new
                        && found.iter().any(|&index| {
                            focused == group.entries.get(index).map(|entry| entry.id)
                        });
                    if has_goal {
                        self.folded.remove(&group.kind);
                    }
                    let is_folded = self.folded.contains(&group.kind);
                    if title(ui, group.kind, found.len(), is_folded, texts) {
                        if is_folded {
                            self.folded.remove(&group.kind);
                        } else {
                            self.folded.insert(group.kind);
                        }
                    }
                    if is_folded {
                        ui.add_space(4.0);
                        continue;
                    }
                    let entries = Entries {
                        group,
                        found,
                        focused,
                        is_new,
                        area,
                    };
                    entries.ui(ui, texts, commands);
                    ui.add_space(GAP);
                }
                self.found.entries = found;
            });
    }

    fn search(&mut self, ui: &mut Ui, texts: &Texts) {
        let margin = Margin {
            left: 12,
            right: 12,
            top: 10,
            bottom: 2,
        };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            let (hint, name) = (
                texts.text("entities-search"),
                texts.text("entities-search-name"),
            );
            let width = ui.available_width();
            if let Some(typed) = search_field(ui, "entities", &self.words, &hint, &name, width) {
                self.words = typed;
            }
        });
    }
}

/// The rows of a group.
struct Entries<'a> {
    group: &'a Group,
    found: &'a [usize],
    focused: Option<EntityId>,
    is_new: bool,
    /// Where the panel is.
    area: Rect,
}

impl Entries<'_> {
    /// Draws those on screen: a long article has thousands.
    fn ui(&self, ui: &mut Ui, texts: &Texts, commands: &mut Commands) {
        let n_rows = self.found.len();
        let size = vec2(ui.available_width(), ROW * n_rows as f32);
        let (_, all) = ui.allocate_space(size);
        let of = |row: usize| {
            let top = all.top() + ROW * row as f32;
            Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), ROW))
        };
        let entry = |row: usize| self.group.entries.get(*self.found.get(row)?);
        let clip = ui.clip_rect();
        if self.is_new {
            let is_it = |row: &usize| entry(*row).map(|entry| entry.id) == self.focused;
            let goal = (0..n_rows).find(is_it).map(of);
            if let Some(goal) = goal.filter(|goal| !clip.contains_rect(*goal)) {
                ui.scroll_to_rect(goal, Some(Align::Center));
            }
        }
        let row_at = |y: f32| ((y - all.top()) / ROW).clamp(0.0, n_rows as f32) as usize;
        for index in row_at(clip.top())..(row_at(clip.bottom()) + 1).min(n_rows) {
            let Some(entry) = entry(index) else { continue };
            let is_on = self.focused == Some(entry.id);
            let response = row(ui, of(index), self.group.kind, entry, is_on, texts);
            regions::home(Region::Entities, self.area, &response);
            if response.clicked() {
                commands.push(Command::FocusEntity(entry.id));
            }
            dropping::ui(ui, &response, entry, texts, commands);
        }
    }
}

/// That there are no names, or none that is called so.
fn nothing(ui: &mut Ui, are_none: bool, texts: &Texts) {
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        let ink = color(palette(ui).muted);
        let key = if are_none {
            "no-entities"
        } else {
            "no-entities-called"
        };
        widgets::label(ui, &texts.text(key), Face::Interface.size(13.0), ink);
    });
}

/// The heading of a group; whether it was clicked, to close or open it.
fn title(ui: &mut Ui, kind: Kind, n: usize, is_folded: bool, texts: &Texts) -> bool {
    let palette = palette(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), TITLE), Sense::click());
    let words = texts.text(labels::kinds(kind));
    let spoken = texts.with(
        "entities-group",
        &[
            ("label", (&words).into()),
            ("n", n.into()),
            ("open", if is_folded { "no" } else { "yes" }.into()),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !is_folded, &spoken));
    let is_active = response.hovered() || response.has_focus();
    let ink = color(if is_active {
        palette.ink
    } else {
        palette.muted
    });
    let room = rect.width() - 76.0;
    let galley = widgets::line(ui, &words, Face::Strong.size(12.0), ink, room);
    let middle = rect.center().y;
    let x = rect.left() + 16.0;
    // The pattern of the marks in the text: the list is their legend, too.
    let swatch = (x..=x + 16.0).into();
    let line = color(palette.line(kind));
    widgets::underline(ui.painter(), swatch, middle + 1.0, kind, line);
    let after = x + 24.0 + galley.size().x + 11.0;
    let at = pos2(x + 24.0, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    if is_active || is_folded {
        let icon = if is_folded {
            Icon::Folded
        } else {
            Icon::Unfolded
        };
        let place = Rect::from_center_size(pos2(after, middle), vec2(16.0, 16.0));
        icons::paint(ui.painter(), place, icon, ink);
    }
    count(ui, rect, n, texts);
    widgets::focus_ring(ui, rect.shrink2(vec2(8.0, 2.0)), &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn count(ui: &Ui, rect: Rect, n: usize, texts: &Texts) {
    let ink = color(palette(ui).muted);
    let galley = widgets::line(ui, &texts.number(n), Face::Interface.size(12.0), ink, 60.0);
    let at = pos2(
        rect.right() - 16.0 - galley.size().x,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, ink);
}

fn row(ui: &mut Ui, rect: Rect, kind: Kind, entry: &Entry, is_on: bool, texts: &Texts) -> Response {
    let id = ui.scope_id().with(("entity", entry.id));
    let response = ui.interact(rect, id, Sense::click_and_drag());
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
    let sign = if entry.note.is_empty() { 0.0 } else { 20.0 };
    let width = rect.width() - 44.0 - sign - 8.0 * n_digits as f32;
    let galley = widgets::line(ui, &entry.name, face.size(13.5), ink, width);
    let x = rect.left() + 16.0;
    let at = pos2(x, rect.center().y - galley.size().y / 2.0);
    if is_named {
        count(ui, rect, entry.n_mentions, texts);
    }
    widgets::focus_ring(ui, plate, &response, 6);
    let (is_cut, role) = (galley.elided, entry.role.as_ref());
    ui.painter().galley(at, galley, ink);
    let note = Some(&entry.note).filter(|note| !note.is_empty());
    if note.is_some() {
        let at = pos2(plate.right() - 40.0, rect.center().y);
        let sign = Rect::from_center_size(at, vec2(16.0, 16.0));
        icons::paint(ui.painter(), sign, Icon::Note, color(palette.accent));
    }
    let said = [
        is_cut.then_some(&entry.name),
        role,
        (!is_named).then_some(&mentions),
        note,
    ];
    let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
    if said.is_empty() {
        response
    } else {
        response.on_hover_text(said.join("\n"))
    }
    .on_hover_cursor(CursorIcon::PointingHand)
}
