//! Correcting what a card is about: its type, name, role and note; merging, splitting, judging all its mentions.

use eframe::egui::{Align, Layout, Popup, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::document::{Kind, Mention, MentionId, Verdict};
use crate::gui::checking::Checking;
use crate::gui::command::{Command, Commands};
use crate::gui::editing::{Field, Typing};
use crate::gui::fonts::Face;
use crate::gui::i18n::Texts;
use crate::gui::icons::Icon;
use crate::gui::inline_field;
use crate::gui::labels;
use crate::gui::marking::Marking;
use crate::gui::opened::Opened;
use crate::gui::picking::Picking;
use crate::gui::session::{Dialog, Session};
use crate::gui::small_button::small_button;
use crate::gui::stamps;
use crate::gui::statement_actions::{drop_down, switch, written};
use crate::gui::theme::color;
use crate::gui::widgets::{self, Look, palette};
use crate::review::Edit;
use crate::view::context::Card;
use crate::view::queue::{Item, judge};

const BUTTON: Vec2 = vec2(28.0, 26.0);

/// The kinds that an entity can be of.
const KINDS: [Kind; 4] = [
    Kind::Person,
    Kind::Organisation,
    Kind::Location,
    Kind::Other,
];

/// The bar above the name: what it is, to be chosen anew, and what can be done with it.
pub fn bar(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    card: &Card,
    texts: &Texts,
    commands: &mut Commands,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        kind(ui, card, texts, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let hint = |action: &str| {
                let keys = &session.settings.keys;
                keys.hint(&texts.text(action), action, texts)
            };
            more(ui, opened, card, texts, commands);
            let has_note = !opened.findings().entity(card.id).note.is_empty();
            if switch(ui, Icon::Note, &texts.text("entity-note-write"), has_note).clicked() {
                let field = Field::EntityNote(card.id);
                commands.push(Command::Words(Typing::Begin(field)));
            }
            if small_button(ui, Icon::Merge, &hint("do-merge"), BUTTON).clicked() {
                let dialog = Dialog::pick(Picking::Merge(card.id));
                commands.push(Command::ShowDialog(dialog));
            }
            if small_button(ui, Icon::Pencil, &hint("do-rename"), BUTTON).clicked() {
                commands.push(Command::Words(Typing::Begin(Field::Name(card.id))));
            }
        });
    });
}

fn kind(ui: &mut Ui, card: &Card, texts: &Texts, commands: &mut Commands) {
    let words = texts.text(labels::kind(card.kind));
    let name = texts.with("entity-kind-menu", &[("kind", (&words).into())]);
    let tint = color(palette(ui).line(card.kind));
    let button = drop_down(ui, &words, &name, tint);
    Popup::menu(&button).accessible_name(&name).show(|ui| {
        ui.set_width(180.0);
        for kind in KINDS {
            let words = texts.text(labels::kind(kind));
            if widgets::choice(ui, &words, kind == card.kind).clicked() {
                let entity = card.id;
                commands.push(Command::Correct(Edit::SetEntityKind { entity, kind }));
            }
        }
    });
}

fn more(ui: &mut Ui, opened: &Opened, card: &Card, texts: &Texts, commands: &mut Commands) {
    let name = texts.text("entity-more");
    let button = small_button(ui, Icon::More, &name, BUTTON);
    Popup::menu(&button).accessible_name(&name).show(|ui| {
        ui.set_width(290.0);
        let begin = |field| Command::Words(Typing::Begin(field));
        let list = Marking::Occurrences(Checking::ListEntity(card.id));
        let mut items = vec![
            (texts.text("entity-role"), begin(Field::Role(card.id))),
            (texts.text("entity-occurrences"), Command::Mark(list)),
        ];
        if 1 < card.lines.len() {
            let field = Field::Split(card.id, Vec::new());
            items.push((texts.text("entity-split"), begin(field)));
        }
        let open = open_mentions(opened, card);
        for (key, verdict) in [
            ("entity-confirm-all", Verdict::Accepted),
            ("entity-reject-all", Verdict::Rejected),
        ] {
            if let Some(edit) = judge(open.iter().copied(), verdict) {
                items.push((texts.count(key, open.len()), Command::Correct(edit)));
            }
        }
        for (words, command) in items {
            if widgets::choice(ui, &words, false).clicked() {
                commands.push(command);
            }
        }
    });
}

/// Mentions on the card that nobody has judged.
fn open_mentions(opened: &Opened, card: &Card) -> Vec<Item> {
    let related = card.related.iter().flat_map(|related| &related.places);
    let ids = card.lines.iter().map(|line| line.mention);
    let all = ids.chain(related.copied());
    all.filter(|&id| opened.findings().mention(id).verdict == Verdict::Open)
        .map(Item::Mention)
        .collect()
}

/// The name, to be typed anew; a click on it begins.
pub fn name(ui: &mut Ui, session: &Session, card: &Card, texts: &Texts, commands: &mut Commands) {
    let field = Field::Name(card.id);
    if let Some(editing) = inline_field::open(session, &field) {
        let spoken = texts.text("entity-name-field");
        inline_field::line(ui, editing, Face::Headline.size(22.0), &spoken, commands);
        ui.add_space(6.0);
        return;
    }
    super::pieces::name(ui, card.kind, &card.name);
}

/// The role, to be typed anew; a click on it begins.
pub fn role(ui: &mut Ui, session: &Session, card: &Card, texts: &Texts, commands: &mut Commands) {
    let field = Field::Role(card.id);
    if let Some(editing) = inline_field::open(session, &field) {
        let spoken = texts.text("entity-role-field");
        inline_field::line(ui, editing, Face::Interface.size(14.0), &spoken, commands);
        return;
    }
    let Some(role) = &card.role else { return };
    let ink = color(palette(ui).ink);
    let (font, width) = (Face::Interface.size(14.0), ui.available_width());
    let galley = widgets::lines(ui, role, font, None, ink, width, usize::MAX);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    ui.painter().galley(rect.min, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, role));
    widgets::focus_ring(ui, rect, &response, 4);
    let hint = texts.text("entity-role");
    if response.on_hover_text(hint).clicked() {
        commands.push(Command::Words(Typing::Begin(field)));
    }
}

/// Beside what is said of the mention in focus: who is meant, and a note.
pub fn here(ui: &mut Ui, id: MentionId, mention: &Mention, texts: &Texts, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.x = 0.0;
    if mention.kind.is_name() {
        let name = texts.text("do-pick-meant");
        if small_button(ui, Icon::Person, &name, BUTTON).clicked() {
            let dialog = Dialog::pick(Picking::Meant(id));
            commands.push(Command::ShowDialog(dialog));
        }
    }
    let name = texts.text("mention-note-write");
    if switch(ui, Icon::Note, &name, !mention.note.is_empty()).clicked() {
        commands.push(Command::Words(Typing::Begin(Field::MentionNote(id))));
    }
}

/// The notes on the entity and on the mention in focus, or the fields to write them.
pub fn notes(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    fields: &[Field],
    texts: &Texts,
    commands: &mut Commands,
) {
    let findings = opened.findings();
    for field in fields {
        let (note, key) = match field {
            Field::EntityNote(id) => (&findings.entity(*id).note, "note-entity"),
            Field::MentionNote(id) => (&findings.mention(*id).note, "note-mention"),
            _ => continue,
        };
        let name = texts.text(key);
        if let Some(editing) = inline_field::open(session, field) {
            inline_field::note(ui, editing, &name, texts, commands);
        } else if !note.is_empty() && written(ui, note, &name).clicked() {
            commands.push(Command::Words(Typing::Begin(field.clone())));
        }
    }
}

/// Above the places, while some of them are to be split off: the new name, and what to do.
pub fn split(ui: &mut Ui, session: &Session, card: &Card, texts: &Texts, commands: &mut Commands) {
    let field = Field::Split(card.id, Vec::new());
    let Some(editing) = inline_field::open(session, &field) else {
        return;
    };
    let Field::Split(_, mentions) = &editing.field else {
        return;
    };
    let muted = color(palette(ui).muted);
    let words = texts.text("entity-split-hint");
    widgets::label(ui, &words, Face::Interface.size(12.5), muted);
    let spoken = texts.text("entity-split-name");
    inline_field::lasting(ui, editing, &spoken, commands);
    ui.horizontal(|ui| {
        let words = texts.count("entity-split-do", mentions.len());
        let is_ready = !mentions.is_empty() && !editing.typed.trim().is_empty();
        ui.add_enabled_ui(is_ready, |ui| {
            if widgets::button(ui, None, &words, &words, Look::Primary).clicked() {
                commands.push(Command::Words(Typing::Finish));
            }
        });
        let words = texts.text("dialog-cancel");
        if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
            commands.push(Command::Words(Typing::Cancel));
        }
    });
    ui.add_space(4.0);
}

/// Which mentions are to be split off, while they are being chosen.
pub fn chosen<'a>(session: &'a Session, card: &Card) -> Option<&'a [MentionId]> {
    let editing = session.editing.as_ref()?;
    match &editing.field {
        Field::Split(id, mentions) if *id == card.id => Some(mentions),
        _ => None,
    }
}

/// „Wortlaut 0.1.0, Modelle 1a2b3c4d, 87 %“, or what the reader has done.
pub fn provenance(opened: &Opened, id: MentionId, texts: &Texts) -> String {
    let mention = opened.findings().mention(id);
    let provenance = opened.review().provenance();
    let made_by = &opened.document().made_by;
    let (verdict, sure) = (mention.verdict, mention.confidence);
    stamps::provenance(provenance.mention(id), verdict, sure, made_by, texts)
}
