//! All findings by what they have in common, with how many are open; those of the one in question line by line.

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use crate::document::Verdict;
use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::{self, Icon};
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::gui::reviewing::Reviewing;
use crate::gui::session::Session;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::widgets::{self, palette};
use crate::view::queue::{self, Entry, Group, Item, Queue, Subject};

const HEADING: f32 = 34.0;
const LINE: f32 = 27.0;
const MARGIN: f32 = 16.0;

/// A row of the list.
#[derive(Clone, Copy)]
enum Row<'a> {
    Heading(&'a Group),
    Line(&'a Entry),
}

impl Row<'_> {
    fn height(self) -> f32 {
        match self {
            Self::Heading(_) => HEADING,
            Self::Line(_) => LINE,
        }
    }
}

/// Draws the rows on screen, and lets them scroll to the finding in question.
pub fn ui(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    queue: &Queue,
    texts: &Texts,
    commands: &mut Commands,
) {
    ScrollArea::vertical()
        .id_salt(("review", opened.serial))
        .auto_shrink(false)
        .show(ui, |ui| {
            let here = rows(ui, session, opened, queue, texts, commands);
            if let Some((place, item)) = here {
                follow(ui, place, item);
            }
        });
}

/// Draws the rows on screen; where the finding in question is.
pub fn rows(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    queue: &Queue,
    texts: &Texts,
    commands: &mut Commands,
) -> Option<(Rect, Item)> {
    let here = session.desk().reviewing;
    let mut rows: Vec<Row<'_>> = Vec::new();
    for group in &queue.groups {
        let is_here = group.items.iter().any(|entry| Some(entry.item) == here);
        if group.n_open() == 0 && !is_here {
            continue;
        }
        rows.push(Row::Heading(group));
        if is_here {
            rows.extend(group.items.iter().map(Row::Line));
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let height: f32 = rows.iter().map(|row| row.height()).sum();
    let (_, all) = ui.allocate_space(vec2(ui.available_width(), height + MARGIN));
    let clip = ui.clip_rect();
    let mut top = all.top();
    let mut found = None;
    for row in rows {
        let size = vec2(all.width(), row.height());
        let place = Rect::from_min_size(pos2(all.left(), top), size);
        top += row.height();
        if let Row::Line(entry) = row
            && Some(entry.item) == here
        {
            found = Some((place, entry.item));
        }
        if !place.intersects(clip) {
            continue;
        }
        match row {
            Row::Heading(group) => heading(ui, place, opened, group, texts, commands),
            Row::Line(entry) => {
                let is_on = Some(entry.item) == here;
                if line(ui, place, opened, entry, is_on, texts).clicked() {
                    commands.push(Command::Review(Reviewing::GoTo(entry.item)));
                }
            }
        }
    }
    found
}

/// Keeps the finding in question in view when it changes.
fn follow(ui: &Ui, place: Rect, item: Item) {
    let id = eframe::egui::Id::unique("finding that the list has scrolled to");
    let seen = ui.data_mut(|data| {
        let seen = data.get_temp::<Item>(id);
        data.insert_temp(id, item);
        seen
    });
    if seen != Some(item) && !ui.clip_rect().contains_rect(place) {
        ui.scroll_to_rect(place.expand(2.0 * LINE), None);
    }
}

/// What the findings of a group have in common, in words.
fn name(opened: &Opened, subject: &Subject, texts: &Texts) -> String {
    match subject {
        Subject::Entity(id) => {
            let entities = &opened.findings().entities;
            let entity = entities.get(id.0 as usize);
            entity.map_or_else(String::new, |entity| entity.name.clone())
        }
        Subject::Kind(kind) => texts.text(labels::kinds(*kind)),
        Subject::Speaker(speaker) => {
            let name = labels::speaker(speaker, texts);
            texts.with("review-statements-by", &[("name", (&name).into())])
        }
    }
}

fn heading(
    ui: &mut Ui,
    place: Rect,
    opened: &Opened,
    group: &Group,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    let n_open = group.n_open();
    let name = name(opened, &group.subject, texts);
    let ink = color(palette.ink);
    let inner = place.shrink2(vec2(MARGIN, 3.0));
    // A click on the name leads to its first open finding.
    let id = ui
        .scope_id()
        .with(("review group", format!("{:?}", group.subject)));
    let width = inner.width() - 128.0;
    let left = Rect::from_min_size(inner.min, vec2(width, inner.height()));
    let response = ui.interact(left, id, Sense::click());
    let spoken = texts.with(
        "review-group",
        &[("name", (&name).into()), ("n", n_open.into())],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    state_file::place(ui.ctx(), &spoken, left);
    if response.hovered() {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(left.expand2(vec2(6.0, 0.0)), corner, color(palette.raised));
    }
    let mut x = left.left();
    if let Subject::Entity(id) = group.subject
        && let Some(entity) = opened.findings().entities.get(id.0 as usize)
    {
        let tint = color(palette.line(entity.kind));
        let y = left.center().y + 1.0;
        widgets::underline(ui.painter(), (x..=x + 14.0).into(), y, entity.kind, tint);
        x += 22.0;
    }
    let room = left.right() - x;
    let galley = widgets::line(ui, &name, Face::Medium.size(13.0), ink, room);
    let at = pos2(x, left.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, left, &response, 6);
    let first = group.open().next();
    if let Some(item) = first.filter(|_| response.clicked()) {
        commands.push(Command::Review(Reviewing::GoTo(item)));
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
    if n_open == 0 {
        return;
    }
    let right = Rect::from_min_max(pos2(inner.right() - 124.0, inner.top()), inner.max);
    let words = texts.count("review-confirm-all", n_open);
    let spoken = texts.with(
        "review-confirm-group",
        &[("name", (&name).into()), ("n", n_open.into())],
    );
    let builder = UiBuilder::new()
        .id_salt(("review confirm", format!("{:?}", group.subject)))
        .max_rect(right);
    let response = small(&ui.new_child(builder), right, &words, &spoken);
    if response.clicked()
        && let Some(edit) = queue::judge(group.open(), Verdict::Accepted)
    {
        commands.push(Command::Correct(edit));
    }
}

/// „Alle 12 bestätigen“, at the right end.
fn small(ui: &Ui, place: Rect, words: &str, spoken: &str) -> Response {
    let palette = palette(ui);
    let response = ui.interact(place, ui.scope_id().with("button"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    state_file::place(ui.ctx(), spoken, place);
    let is_active = response.hovered() || response.has_focus();
    let ink = color(if is_active {
        palette.accent
    } else {
        palette.muted
    });
    let galley = widgets::line(ui, words, Face::Medium.size(12.0), ink, place.width());
    let at = pos2(
        place.right() - galley.size().x,
        place.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, place, &response, 5);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The words of a finding, and whether it is done.
fn line(
    ui: &Ui,
    place: Rect,
    opened: &Opened,
    entry: &Entry,
    is_on: bool,
    texts: &Texts,
) -> Response {
    let palette = palette(ui);
    let words = match entry.item {
        Item::Mention(id) => {
            let span = opened.findings().mention(id).span;
            span.of(opened.document().text()).to_owned()
        }
        Item::Statement(id) => opened
            .findings()
            .statement(id)
            .text(opened.document().text()),
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = ui.scope_id().with(("review line", entry.item));
    let response = ui.interact(place, id, Sense::click());
    let percent = (100.0 * entry.confidence.get()).round() as usize;
    let state = if entry.is_open {
        texts.count("review-percent", percent)
    } else {
        texts.text("review-line-done")
    };
    let spoken = format!("{words}, {state}");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_on, &spoken));
    let plate = place.shrink2(vec2(MARGIN - 6.0, 1.0));
    if is_on || response.hovered() {
        let fill = if is_on {
            palette.accent.over(palette.panel, 0.14)
        } else {
            palette.raised
        };
        ui.painter()
            .rect_filled(plate, CornerRadius::same(5), color(fill));
    }
    let ink = color(if entry.is_open {
        palette.ink
    } else {
        palette.muted
    });
    let muted = color(palette.muted);
    let left = place.left() + MARGIN + 8.0;
    let right = place.right() - MARGIN;
    if entry.is_open {
        let galley = widgets::line(ui, &state, Face::Interface.size(11.5), muted, 60.0);
        let at = pos2(
            right - galley.size().x,
            place.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, muted);
    } else {
        let sign = Rect::from_center_size(pos2(right - 8.0, place.center().y), vec2(16.0, 16.0));
        icons::paint(ui.painter(), sign, Icon::Check, muted);
    }
    let room = right - 54.0 - left;
    let galley = widgets::line(ui, &words, Face::Interface.size(12.5), ink, room);
    let at = pos2(left, place.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    widgets::focus_ring(ui, plate, &response, 5);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
