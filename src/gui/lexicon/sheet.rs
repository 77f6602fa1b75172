//! The sheet with all entries of the personal lexicon: search, remove, put back, add by hand, import, export.

use eframe::egui::{
    Align, Align2, ComboBox, Context, CornerRadius, Id, Key, Layout, Role, ScrollArea, Sense,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::german::personal_lexicon::Entry;
use crate::gui::command::{Command, Commands};
use crate::gui::dialog::dialog;
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::Icon;
use crate::gui::labels;
use crate::gui::search_field::search_field;
use crate::gui::session::{Dialog, Session};
use crate::gui::small_button::small_button;
use crate::gui::state_file;
use crate::gui::theme::{color, palette};
use crate::gui::widgets::{self, Look};

use super::{Lexicon, LexiconCommand, Reading, Typed};

const ROW: f32 = 32.0;

/// Draws the sheet, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.dialog != Some(Dialog::Lexicon) {
        return;
    }
    let palette = palette(context);
    let lexicon = &session.lexicon;
    let screen = context.content_rect();
    let width = 620.0_f32.min(screen.width() - 100.0);
    let modal = dialog(context, "lexicon").show(context, |ui| {
        ui.set_width(width);
        let title = texts.text("lexicon-title");
        widgets::label(ui, &title, Face::Strong.size(18.0), color(palette.ink));
        let words = texts.text("lexicon-hint");
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
        ui.add_space(10.0);
        add(ui, lexicon, texts, commands);
        ui.add_space(10.0);
        let height = (screen.height() - 430.0).clamp(96.0, 420.0);
        list(ui, lexicon, height, texts, commands);
        removed(ui, lexicon, texts, commands);
        place(ui, lexicon, texts);
        ui.add_space(12.0);
        buttons(ui, texts, commands);
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

fn send(commands: &mut Commands, command: LexiconCommand) {
    commands.push(Command::Lexicon(command));
}

/// „Organisation“, „Nie ein Name“.
fn reading(reading: Reading, texts: &Texts) -> String {
    texts.text(match reading {
        Reading::Name(kind) => labels::kind(kind),
        Reading::Never => "lexicon-never",
        Reading::NoCue => "lexicon-no-cue",
    })
}

/// The line on which an entry is made by hand.
fn add(ui: &mut Ui, lexicon: &Lexicon, texts: &Texts, commands: &mut Commands) {
    let mut typed = lexicon.typed.clone();
    let is_name = matches!(typed.reading, Reading::Name(_));
    let mut is_entered = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let button = 88.0;
        let room = ui.available_width() - button - 170.0 - 24.0;
        let share = if is_name { room / 2.0 } else { room };
        let id = Id::unique("words of a new entry");
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        is_entered |= field(
            ui,
            &mut typed.words,
            id,
            &texts.text("lexicon-words"),
            share,
        );
        let name = texts.text("lexicon-reading");
        let menu = ComboBox::from_id_salt("reading of a new entry")
            .selected_text(reading(typed.reading, texts))
            .width(160.0)
            .show_ui(ui, |ui| {
                for choice in Reading::ALL {
                    let words = reading(choice, texts);
                    if widgets::choice(ui, &words, typed.reading == choice).clicked() {
                        typed.reading = choice;
                    }
                }
            });
        state_file::place(ui.ctx(), &name, menu.response.rect);
        menu.response.accessible_name(name);
        if is_name {
            let id = Id::unique("entity of a new entry");
            let words = texts.text("lexicon-entity");
            is_entered |= field(ui, &mut typed.entity, id, &words, share);
        }
        let can_be = lexicon.typed.entry().is_some();
        ui.add_enabled_ui(can_be, |ui| {
            let words = texts.text("lexicon-add");
            let is_clicked = widgets::button(ui, None, &words, &words, Look::Plain).clicked();
            if can_be && (is_clicked || is_entered) {
                send(commands, LexiconCommand::Add);
            }
        });
    });
    if typed != lexicon.typed {
        send(commands, LexiconCommand::Type(typed));
    }
}

/// A field for words; whether Enter was pressed in it.
fn field(ui: &mut Ui, words: &mut String, id: Id, name: &str, width: f32) -> bool {
    let edit = TextEdit::singleline(words)
        .id(id)
        .hint_text(name)
        .font(Face::Interface.size(13.5))
        .align(Align2::LEFT_CENTER)
        .min_size(vec2(width, ROW))
        .desired_width(width - 10.0);
    let response = ui.add(edit);
    state_file::place(ui.ctx(), name, response.rect);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    response.accessible_name(name);
    is_entered
}

/// The entries that are looked for, those learned last on top.
fn list(ui: &mut Ui, lexicon: &Lexicon, height: f32, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    let typed = &lexicon.typed;
    let query = typed.query.to_lowercase();
    let is_sought = |entry: &&Entry| {
        let entity = match entry {
            Entry::Name { entity, .. } => entity.as_deref().unwrap_or_default(),
            Entry::Never { .. } | Entry::NoCue { .. } => "",
        };
        query.is_empty()
            || entry.words().to_lowercase().contains(&query)
            || entity.to_lowercase().contains(&query)
    };
    let entries: Vec<&Entry> = lexicon.file.entries().rev().filter(is_sought).collect();
    let n_all = lexicon.file.entries().count();
    ui.horizontal(|ui| {
        let name = texts.text("lexicon-search");
        let sought = search_field(ui, "lexicon", &typed.query, &name, &name, 260.0);
        if let Some(query) = sought {
            let typed = Typed {
                query,
                ..typed.clone()
            };
            send(commands, LexiconCommand::Type(typed));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let inserted = [("n", entries.len().into()), ("all", n_all.into())];
            let words = texts.with("lexicon-count", &inserted);
            let font = Face::Interface.size(13.0);
            let galley = widgets::line(ui, &words, font, color(palette.muted), 300.0);
            widgets::show(ui, galley);
        });
    });
    ui.add_space(4.0);
    if n_all == 0 {
        let words = texts.text("lexicon-empty");
        widgets::label(ui, &words, Face::Interface.size(13.5), color(palette.muted));
    }
    ScrollArea::vertical()
        .id_salt("entries of the lexicon")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, ROW, entries.len(), |ui, rows| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for index in rows {
                row(ui, entries[index], texts, commands);
            }
        });
}

fn row(ui: &mut Ui, entry: &Entry, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    let size = vec2(ui.available_width() - 12.0, ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let what = reading(Reading::of(entry), texts);
    let entity = match entry {
        Entry::Name { entity, .. } => entity.as_deref(),
        Entry::Never { .. } | Entry::NoCue { .. } => None,
    };
    let meaning = match entity {
        Some(entity) => format!("{what} · {entity}"),
        None => what,
    };
    let spoken = format!("{}, {meaning}", entry.words());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    if response.contains_pointer() {
        let corner = CornerRadius::same(6);
        ui.painter()
            .rect_filled(rect, corner, color(palette.raised));
    }
    let middle = rect.left() + 0.46 * rect.width();
    let (ink, muted) = (color(palette.ink), color(palette.muted));
    let left = rect.left() + 8.0;
    let words = Face::Medium.size(13.5);
    let words = widgets::line(ui, entry.words(), words, ink, middle - left - 8.0);
    let right = rect.right() - 40.0;
    let font = Face::Interface.size(13.0);
    let meaning = widgets::line(ui, &meaning, font, muted, right - middle);
    for (x, galley) in [(left, words), (middle, meaning)] {
        let y = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley(pos2(x, y), galley, ink);
    }
    let builder = eframe::egui::UiBuilder::new()
        .id_salt(("remove", entry))
        .max_rect(eframe::egui::Rect::from_min_max(
            pos2(right + 6.0, rect.top() + 3.0),
            rect.max,
        ));
    // A part of the row, not something below it.
    let mut ui = ui.new_child(builder);
    let name = texts.with("lexicon-remove", &[("words", entry.words().into())]);
    if small_button(&mut ui, Icon::Close, &name, vec2(26.0, 26.0)).clicked() {
        send(commands, LexiconCommand::Remove(entry.clone()));
    }
}

/// What was removed last can be put back.
fn removed(ui: &mut Ui, lexicon: &Lexicon, texts: &Texts, commands: &mut Commands) {
    let Some(entry) = lexicon.removed.last() else {
        return;
    };
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let words = texts.with("lexicon-removed", &[("words", entry.words().into())]);
        let font = Face::Interface.size(13.0);
        let room = ui.available_width() - 130.0;
        let ink = color(widgets::palette(ui).ink);
        let galley = widgets::line(ui, &words, font, ink, room);
        let rect = widgets::show(ui, galley);
        let told = ui.interact(rect, ui.scope_id().with("removed"), Sense::hover());
        told.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
        let words = texts.text("lexicon-put-back");
        if widgets::button(ui, None, &words, &words, Look::Quiet).clicked() {
            send(commands, LexiconCommand::PutBack);
        }
    });
}

/// Where the file is, and what is wrong with it.
fn place(ui: &mut Ui, lexicon: &Lexicon, texts: &Texts) {
    let palette = palette(ui.ctx());
    if !lexicon.faults.is_empty() {
        ui.add_space(6.0);
        let words = faults(lexicon.faults.iter().map(|fault| fault.line), texts);
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.alarm));
    }
    if let Some(path) = &lexicon.path {
        ui.add_space(6.0);
        let path = path.display().to_string();
        let words = texts.with("lexicon-path", &[("path", (&path).into())]);
        widgets::label(ui, &words, Face::Interface.size(12.0), color(palette.muted));
    }
}

/// „Zeilen 3, 8 der Datei sind unverständlich“.
pub fn faults(lines: impl Iterator<Item = usize>, texts: &Texts) -> String {
    const MOST: usize = 12;
    let lines: Vec<usize> = lines.collect();
    let mut numbers: Vec<String> = lines.iter().take(MOST).map(usize::to_string).collect();
    if MOST < lines.len() {
        numbers.push("…".to_owned());
    }
    let numbers = numbers.join(", ");
    let inserted = [("n", lines.len().into()), ("lines", (&numbers).into())];
    texts.with("lexicon-faults", &inserted)
}

fn buttons(ui: &mut Ui, texts: &Texts, commands: &mut Commands) {
    ui.horizontal(|ui| {
        let words = texts.text("dialog-close");
        if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
            commands.push(Command::CloseDialog);
        }
        for (words, command) in [
            ("lexicon-import", LexiconCommand::PickImport),
            ("lexicon-export", LexiconCommand::PickExport),
        ] {
            let words = texts.text(words);
            if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                send(commands, command);
            }
        }
    });
}
