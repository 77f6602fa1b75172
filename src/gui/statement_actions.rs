//! What can be done with a statement on its card: confirm and reject it, say who says it, how it is rendered, and more.

use eframe::egui::{
    Align, Color32, CornerRadius, CursorIcon, Layout, Popup, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::document::{StatementKind, Verdict};
use crate::review::Edit;
use crate::view::statements::Row;
use crate::view::trimming;

use super::card::Cards;
use super::citing::{Citing, Form};
use super::command::{Command, Commands};
use super::editing::{Field, Typing};
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::{self, Icon};
use super::inline_field;
use super::labels;
use super::menu_row::menu_row;
use super::picking::Picking;
use super::session::{Dialog, Session};
use super::small_button::small_button;
use super::stamps;
use super::state_file;
use super::theme::color;
use super::why;
use super::widgets::{self, palette};

const BUTTON: Vec2 = vec2(28.0, 26.0);

/// Confirm and reject in the corner of a card that the pointer is over.
pub fn corner(ui: &mut Ui, card: Rect, row: &Row, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui);
    let size = vec2(2.0 * BUTTON.x + 6.0, BUTTON.y + 4.0);
    // Beside the sign that says how sure the program is.
    let place = Rect::from_min_size(pos2(card.right() - size.x - 50.0, card.top() + 6.0), size);
    ui.painter().rect(
        place,
        CornerRadius::same(8),
        color(palette.card),
        Stroke::new(1.0, color(palette.hairline)),
        StrokeKind::Inside,
    );
    let builder = UiBuilder::new()
        .id_salt(("corner of a statement", row.id))
        .max_rect(place.shrink2(vec2(3.0, 2.0)))
        .layout(Layout::left_to_right(Align::Center));
    // It lies over the card and takes no room of its own.
    let mut over = ui.new_child(builder);
    over.spacing_mut().item_spacing.x = 0.0;
    judge(&mut over, row, texts, commands);
}

/// Confirm and reject; what has been judged so already is open again.
fn judge(ui: &mut Ui, row: &Row, texts: &Texts, commands: &mut Commands) {
    for (icon, name, undone, verdict) in [
        (
            Icon::Check,
            "statement-confirm",
            "statement-unconfirm",
            Verdict::Accepted,
        ),
        (
            Icon::Close,
            "statement-reject",
            "statement-reject",
            Verdict::Rejected,
        ),
    ] {
        let is_on = row.verdict == verdict;
        let name = texts.text(if is_on { undone } else { name });
        if switch(ui, icon, &name, is_on).clicked() {
            let verdict = if is_on { Verdict::Open } else { verdict };
            commands.push(Command::Correct(Edit::JudgeStatement {
                statement: row.id,
                verdict,
            }));
        }
    }
}

/// Everything, in a row at the bottom of the card in focus; above it the note, and who has the last word.
pub fn ui(ui: &mut Ui, cards: Cards<'_>, row: &Row, commands: &mut Commands) {
    let (session, texts) = (cards.session, cards.texts);
    note(ui, session, row, texts, commands);
    let muted = color(palette(ui).muted);
    if let Some(addressee) = &row.addressee {
        let words = texts.with("statement-to", &[("name", addressee.into())]);
        widgets::label(ui, &words, Face::Interface.size(12.5), muted);
    }
    if row.verdict != Verdict::Open {
        let words = why::provenance(cards.opened, row.id, texts);
        widgets::label(ui, &words, Face::Interface.size(12.0), muted);
    }
    ui.add_space(3.0);
    let (_, line) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    let stroke = Stroke::new(1.0, color(palette(ui).hairline));
    ui.painter().hline(line.x_range(), line.center().y, stroke);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 1.0;
        judge(ui, row, texts, commands);
        let hint = |action: &str| {
            let keys = &session.settings.keys;
            keys.hint(&texts.text(action), action, texts)
        };
        let id = row.id;
        if small_button(ui, Icon::Person, &hint("do-pick-speaker"), BUTTON).clicked() {
            let dialog = Dialog::pick(Picking::Speaker(id));
            commands.push(Command::ShowDialog(dialog));
        }
        let key = if row.key {
            "statement-no-key"
        } else {
            "statement-make-key"
        };
        if switch(ui, Icon::Star, &texts.text(key), row.key).clicked() {
            let (statement, key) = (id, !row.key);
            commands.push(Command::Correct(Edit::SetKey { statement, key }));
        }
        let has_note = !row.note.is_empty();
        if switch(ui, Icon::Note, &hint("do-note"), has_note).clicked() {
            commands.push(Command::Words(Typing::Begin(Field::StatementNote(id))));
        }
        kind(ui, row, texts, commands);
        more(ui, cards, row, commands);
    });
}

/// The note, or the field to write it.
fn note(ui: &mut Ui, session: &Session, row: &Row, texts: &Texts, commands: &mut Commands) {
    let field = Field::StatementNote(row.id);
    let name = texts.text("note-statement");
    if let Some(editing) = inline_field::open(session, &field) {
        inline_field::note(ui, editing, &name, texts, commands);
    } else if !row.note.is_empty() && written(ui, &row.note, &name).clicked() {
        commands.push(Command::Words(Typing::Begin(field)));
    }
}

/// A note as it is read; a click begins to change it.
pub fn written(ui: &mut Ui, note: &str, name: &str) -> Response {
    let palette = palette(ui);
    let ink = color(palette.ink);
    let width = ui.available_width() - 24.0;
    let font = Face::Interface.size(12.5);
    let galley = widgets::lines(ui, note, font, None, ink, width, usize::MAX);
    let size = vec2(ui.available_width(), galley.size().y + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let spoken = format!("{name}: {note}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    state_file::place(ui.ctx(), &spoken, rect);
    let fill = if response.hovered() { 0.14 } else { 0.07 };
    ui.painter().rect_filled(
        rect,
        CornerRadius::same(5),
        color(palette.accent.over(palette.card, fill)),
    );
    let sign = Rect::from_min_size(rect.min, vec2(22.0, 22.0));
    icons::paint(ui.painter(), sign, Icon::Note, color(palette.accent));
    ui.painter().galley(rect.min + vec2(22.0, 4.0), galley, ink);
    widgets::focus_ring(ui, rect, &response, 5);
    response.on_hover_cursor(CursorIcon::Text)
}

/// How it is rendered, as a menu.
fn kind(ui: &mut Ui, row: &Row, texts: &Texts, commands: &mut Commands) {
    let words = texts.text(labels::statement(row.kind));
    let name = texts.with("statement-kind-menu", &[("kind", (&words).into())]);
    let muted = color(palette(ui).muted);
    let button = drop_down(ui, &words, &name, muted);
    Popup::menu(&button).accessible_name(&name).show(|ui| {
        ui.set_width(180.0);
        for kind in StatementKind::ALL {
            let words = texts.text(labels::statement(kind));
            if widgets::choice(ui, &words, kind == row.kind).clicked() {
                let statement = row.id;
                commands.push(Command::Correct(Edit::SetStatementKind { statement, kind }));
            }
        }
    });
}

/// What is done less often.
fn more(ui: &mut Ui, cards: Cards<'_>, row: &Row, commands: &mut Commands) {
    let texts = cards.texts;
    let name = texts.text("statement-more");
    let button = small_button(ui, Icon::More, &name, BUTTON);
    Popup::menu(&button).accessible_name(&name).show(|ui| {
        ui.set_width(290.0);
        let pick = |picking| Command::ShowDialog(Dialog::pick(picking));
        let mut items = vec![
            ("do-pick-addressee", pick(Picking::Addressee(row.id))),
            ("do-pick-via", pick(Picking::Via(row.id))),
        ];
        if let Some(edit) = selected(cards, row) {
            items.push(("statement-use-selection", Command::Correct(edit)));
        }
        let keys = &cards.session.settings.keys;
        for (key, command) in items {
            if menu_row(ui, key, keys, texts).clicked() {
                commands.push(command);
            }
        }
        ui.separator();
        let id = Some(row.id);
        for (key, citing) in [
            ("do-cite", Citing::Copy(id, Form::Citation)),
            ("do-cite-markdown", Citing::Copy(id, Form::Markdown)),
            ("do-card", Citing::ShowCard(id)),
        ] {
            if menu_row(ui, key, keys, texts).clicked() {
                commands.push(Command::Cite(citing));
            }
        }
        let provenance = why::provenance(cards.opened, row.id, texts);
        let muted = color(palette(ui).muted);
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.add_space(8.0);
            widgets::label(ui, &provenance, Face::Interface.size(11.5), muted);
        });
    });
}

/// That the statement says what is selected.
fn selected(cards: Cards<'_>, row: &Row) -> Option<Edit> {
    let selection = cards.session.desk().selection?;
    let content = trimming::statement(&cards.opened.document().article, selection.span());
    (!content.is_empty()).then_some(Edit::ResizeStatement {
        statement: row.id,
        content,
    })
}

/// A small button that stays on, in the colour of what counts.
pub fn switch(ui: &mut Ui, icon: Icon, name: &str, is_on: bool) -> Response {
    switch_of(ui, icon, name, is_on, BUTTON)
}

/// The same in another size.
pub fn switch_of(ui: &mut Ui, icon: Icon, name: &str, is_on: bool, size: Vec2) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
    state_file::place(ui.ctx(), name, rect);
    let plate = rect.shrink(1.0);
    if response.hovered() || is_on {
        let shade = if is_on {
            palette.accent.over(palette.card, 0.14)
        } else {
            palette.muted.over(palette.card, 0.22)
        };
        ui.painter()
            .rect_filled(plate, CornerRadius::same(5), color(shade));
    }
    let ink = if is_on { palette.accent } else { palette.muted };
    icons::paint(ui.painter(), rect, icon, color(ink));
    widgets::focus_ring(ui, plate, &response, 5);
    response
        .on_hover_text(name)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// Words with an arrow: what is chosen, and that there is more to choose.
pub fn drop_down(ui: &mut Ui, words: &str, name: &str, ink: Color32) -> Response {
    let palette = palette(ui);
    let width = (ui.available_width() - 34.0 - BUTTON.x).max(40.0);
    let galley = widgets::line(ui, words, Face::Medium.size(12.5), ink, width);
    let size = vec2(galley.size().x + 30.0, BUTTON.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    state_file::place(ui.ctx(), name, rect);
    let plate = rect.shrink(1.0);
    if response.hovered() {
        let shade = palette.muted.over(palette.card, 0.22);
        ui.painter()
            .rect_filled(plate, CornerRadius::same(5), color(shade));
    }
    let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let sign = Rect::from_min_max(pos2(rect.right() - 22.0, rect.top()), rect.max);
    icons::paint(ui.painter(), sign, Icon::Unfolded, ink);
    widgets::focus_ring(ui, plate, &response, 5);
    response
        .on_hover_text(name)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// What the reader says of a finding, in a word; nothing while he has said nothing.
pub fn verdict(verdict: Verdict, texts: &Texts) -> Option<String> {
    (verdict != Verdict::Open).then(|| texts.text(stamps::verdict_key(verdict)))
}
