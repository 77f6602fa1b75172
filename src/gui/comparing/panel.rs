//! The comparison beside the article: figures on top, then the differences with both versions side by side.

use eframe::egui::{
    Align, CornerRadius, CursorIcon, Frame, Id, Layout, Margin, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::gui::command::{Command, Commands};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::Icon;
use crate::gui::opened::Opened;
use crate::gui::session::Session;
use crate::gui::small_button::small_button;
use crate::gui::state_file;
use crate::gui::theme::color;
use crate::gui::toggle::filter;
use crate::gui::widgets::{self, palette};
use crate::view::comparison::{Aspect, Difference, Side};

use super::{Comparison, ComparisonCommand, table, words};

/// Height of a difference, with the gap below.
const CARD: f32 = 128.0;

/// Where the list has scrolled to for the difference in focus.
fn seen_id() -> Id {
    Id::unique("difference that the list has scrolled to")
}

/// Draws the comparison of the article on screen.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let desk = session.desk();
    let (Some(opened), Some(comparison)) = (&desk.opened, &desk.comparison) else {
        return;
    };
    let frame = Frame::new().inner_margin(Margin {
        left: 16,
        right: 16,
        top: 10,
        bottom: 0,
    });
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        head(ui, opened, comparison, texts, commands);
        ui.add_space(6.0);
        // The differences keep more than half of the room.
        let most = (0.42 * ui.available_height()).max(90.0);
        ScrollArea::vertical()
            .id_salt("figures")
            .max_height(most)
            .show(ui, |ui| table::ui(ui, comparison, texts));
        filters(ui, comparison, texts, commands);
        ui.add_space(6.0);
        list(ui, opened, comparison, texts, commands);
    });
}

fn send(commands: &mut Commands, command: ComparisonCommand) {
    commands.push(Command::Compare(command));
}

/// Which annotations are compared.
fn head(
    ui: &mut Ui,
    opened: &Opened,
    comparison: &Comparison,
    texts: &Texts,
    commands: &mut Commands,
) {
    ui.horizontal(|ui| {
        let room = ui.available_width() - 150.0;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width(room);
            for (side, name) in [(Side::A, &opened.name), (Side::B, &comparison.name)] {
                let letter = words::letter(side);
                let inserted = [("side", letter.into()), ("name", name.into())];
                let words = texts.with("compare-side", &inserted);
                let ink = color(palette(ui).ink);
                widgets::label(ui, &words, Face::Medium.size(13.0), ink);
            }
        });
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let more = texts.text(if comparison.is_unfolded {
                "compare-fold"
            } else {
                "compare-unfold"
            });
            let name = texts.text("compare-close");
            if small_button(ui, Icon::Close, &name, vec2(26.0, 26.0)).clicked() {
                send(commands, ComparisonCommand::Close);
            }
            if take(ui, &more, &more).clicked() {
                send(commands, ComparisonCommand::Unfold);
            }
        });
    });
}

/// Which differences are listed, and both sides for all of them.
fn filters(ui: &mut Ui, comparison: &Comparison, texts: &Texts, commands: &mut Commands) {
    ui.add_space(8.0);
    let n = comparison.differences.len();
    ui.horizontal(|ui| {
        let title = texts.count("compare-differences", n);
        let ink = color(palette(ui).ink);
        let font = Face::Strong.size(13.5);
        let galley = widgets::line(ui, &title, font, ink, 0.45 * ui.available_width());
        let rect = widgets::show(ui, galley);
        let told = ui.interact(rect, ui.scope_id().with("differences"), Sense::hover());
        told.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let n = comparison.listed().count();
            for side in [Side::B, Side::A].into_iter().filter(|_| 0 < n) {
                let inserted = [("n", n.into()), ("side", words::letter(side).into())];
                let words = texts.with("compare-take-all", &inserted);
                if take(ui, &words, &words).clicked() {
                    let all = comparison.listed().copied().collect();
                    send(commands, ComparisonCommand::TakeOver(all, side));
                }
            }
        });
    });
    if n == 0 {
        let words = texts.text("compare-same");
        let muted = color(palette(ui).muted);
        widgets::label(ui, &words, Face::Interface.size(13.5), muted);
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.spacing_mut().interact_size.y = 26.0;
        ui.horizontal_wrapped(|ui| {
            for aspect in Aspect::ALL {
                let n = comparison.count(aspect);
                if n == 0 {
                    continue;
                }
                let words = words::aspect(aspect, texts);
                let inserted = [("label", (&words).into()), ("n", n.into())];
                let name = texts.with("compare-filter", &inserted);
                let is_on = comparison.shown == Some(aspect);
                if filter(ui, &words, n, &name, is_on).clicked() {
                    let shown = (!is_on).then_some(aspect);
                    send(commands, ComparisonCommand::Show(shown));
                }
            }
        });
    });
}

fn list(
    ui: &mut Ui,
    opened: &Opened,
    comparison: &Comparison,
    texts: &Texts,
    commands: &mut Commands,
) {
    let listed: Vec<&Difference> = comparison.listed().collect();
    let seen: Option<Difference> = ui.data(|data| data.get_temp(seen_id()));
    let mut area = ScrollArea::vertical()
        .id_salt("differences")
        .auto_shrink([false, false]);
    if let Some(place) = comparison.place().filter(|_| seen != comparison.chosen) {
        // The chosen one in the middle of the list.
        let above = (ui.available_height() - CARD).max(0.0) / 2.0;
        area = area.vertical_scroll_offset((place as f32 * CARD - above).max(0.0));
    }
    if let Some(chosen) = comparison.chosen {
        ui.data_mut(|data| data.insert_temp(seen_id(), chosen));
    }
    area.show_rows(ui, CARD, listed.len(), |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for index in rows {
            card(ui, listed[index], opened, comparison, texts, commands);
        }
    });
}

/// A difference: where, in what, and both versions.
fn card(
    ui: &mut Ui,
    difference: &Difference,
    opened: &Opened,
    comparison: &Comparison,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    let text = opened.document().text();
    let mut versions = Side::ALL.map(|side| {
        let findings = match side {
            Side::A => opened.findings(),
            Side::B => comparison.other.findings(),
        };
        words::of_side(difference, side, text, findings, texts)
    });
    let told = versions.each_ref().map(|version| match version {
        Some((words, about)) => format!("{words}, {about}"),
        None => texts.text("compare-missing"),
    });
    if let [Some((one, _)), Some((other, _))] = &mut versions
        && difference.aspect == Aspect::Borders
    {
        (*one, *other) = words::from_where_they_part(one, other);
    }
    let size = vec2(ui.available_width() - 12.0, CARD);
    let (space, response) = ui.allocate_exact_size(size, Sense::click());
    let rect = space.with_max_y(space.bottom() - 8.0);
    let is_chosen = comparison.chosen == Some(*difference);
    let aspect = words::aspect(difference.aspect, texts);
    let subject = texts.text(if difference.subject.is_statement() {
        "compare-statement"
    } else {
        "compare-mention"
    });
    let inserted = [
        ("subject", (&subject).into()),
        ("aspect", (&aspect).into()),
        ("a", (&told[0]).into()),
        ("b", (&told[1]).into()),
    ];
    let spoken = texts.with("compare-spoken", &inserted);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &spoken));
    state_file::place(ui.ctx(), &spoken, rect.with_max_y(rect.top() + 24.0));
    let border = match (is_chosen, response.hovered()) {
        (true, _) => palette.accent,
        (false, true) => palette.muted,
        (false, false) => palette.hairline,
    };
    let width = if is_chosen { 1.6 } else { 1.0 };
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        color(palette.card),
        Stroke::new(width, color(border)),
        StrokeKind::Inside,
    );
    widgets::focus_ring(ui, rect, &response, 8);
    let title = format!("{aspect} · {subject}");
    let muted = color(palette.muted);
    let galley = widgets::line(
        ui,
        &title,
        Face::Medium.size(12.0),
        muted,
        rect.width() - 20.0,
    );
    ui.painter()
        .galley(rect.min + vec2(10.0, 7.0), galley, muted);
    let middle = rect.center().x;
    let bottom = rect.bottom() - 6.0;
    for (index, side) in Side::ALL.into_iter().enumerate() {
        let left = if index == 0 {
            rect.left() + 10.0
        } else {
            middle + 5.0
        };
        let right = if index == 0 {
            middle - 5.0
        } else {
            rect.right() - 10.0
        };
        let half = Rect::from_min_max(pos2(left, rect.top() + 26.0), pos2(right, bottom));
        version(ui, half, side, versions[index].as_ref(), texts);
        let builder = UiBuilder::new()
            .id_salt((difference, index))
            .max_rect(half.with_min_y(bottom - 30.0));
        let mut ui = ui.new_child(builder);
        let inserted = [("side", words::letter(side).into())];
        let words = texts.with("compare-take", &inserted);
        let inserted = [
            ("side", words::letter(side).into()),
            ("what", (&told[index]).into()),
        ];
        let name = texts.with("compare-take-name", &inserted);
        if take(&mut ui, &words, &name).clicked() {
            send(
                commands,
                ComparisonCommand::TakeOver(vec![*difference], side),
            );
        }
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        send(commands, ComparisonCommand::GoTo(*difference));
    }
}

/// What one side has: its words in one or two lines, and what it says of them.
fn version(ui: &Ui, half: Rect, side: Side, version: Option<&(String, String)>, texts: &Texts) {
    let palette = palette(ui);
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let mut y = half.top();
    let letter = words::letter(side);
    let (quoted, about) = match version {
        Some((words, about)) => (format!("{letter}  {words}"), about.clone()),
        None => (format!("{letter}  –"), texts.text("compare-missing")),
    };
    for (words, ink, rows) in [(quoted, ink, 2), (about, muted, 1)] {
        let font = Face::Interface.size(13.0);
        let galley = widgets::lines(ui, &words, font, None, ink, half.width(), rows);
        let height = galley.size().y;
        ui.painter().galley(pos2(half.left(), y), galley, ink);
        y += height + 2.0;
    }
}

/// A small button with words.
fn take(ui: &mut Ui, words: &str, name: &str) -> eframe::egui::Response {
    let palette = palette(ui);
    let galley = widgets::line(
        ui,
        words,
        Face::Medium.size(12.0),
        color(palette.ink),
        160.0,
    );
    let size = vec2(galley.size().x + 16.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    state_file::place(ui.ctx(), name, rect);
    let is_active = response.hovered() || response.has_focus();
    let (fill, border) = if is_active {
        (palette.raised, palette.muted)
    } else {
        (palette.card, palette.hairline)
    };
    let stroke = Stroke::new(1.0, color(border));
    let corner = CornerRadius::same(6);
    ui.painter()
        .rect(rect, corner, color(fill), stroke, StrokeKind::Inside);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, color(palette.ink));
    widgets::focus_ring(ui, rect, &response, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
