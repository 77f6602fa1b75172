//! The list on the right, second tab: all about one name, date or amount.

mod concordance;
mod correct;
mod facts;
mod judging;
mod pieces;

use eframe::egui::{Id, ScrollArea, Ui};

use crate::document::{Form, Kind, MentionId, StatementId};
use crate::view::context::Card;
use crate::view::statements;

use super::card::{Cards, card as statement_card};
use super::command::{Command, Commands};
use super::editing::Field;
use super::fonts::Face;
use super::i18n::Texts;
use super::labels;
use super::opened::Opened;
use super::session::{Focus, Session};
use super::statement_actions::verdict;
use super::theme::color;
use super::widgets::{self, Look, palette};

pub use pieces::{pill, section, wrapped};

const MARGIN: f32 = 16.0;

/// Statements that are shown at once.
const FIRST_CARDS: usize = 5;

/// More statements than this are not read here; the list of statements has them all.
const MOST_CARDS: usize = 100;

/// More names than this on one card are not read.
const MOST: usize = 12;

/// Draws the card of what is in focus.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(opened) = &session.desk().opened else {
        return;
    };
    let fact = match session.desk().focus {
        Some(Focus::Mention(id)) if opened.findings().mention(id).entity.is_none() => Some(id),
        _ => None,
    };
    let subject = session.desk().card.as_ref().map(|card| card.id);
    ScrollArea::vertical()
        .id_salt(("context", opened.serial, subject, fact.is_some()))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.add_space(14.0);
            ui.horizontal_top(|ui| {
                ui.add_space(MARGIN);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width() - MARGIN);
                    match (fact, &session.desk().card) {
                        (Some(id), _) => facts::ui(ui, session, opened, id, texts, commands),
                        (None, Some(card)) => about(ui, session, opened, card, texts, commands),
                        (None, None) => nothing(ui, texts),
                    }
                });
            });
            ui.add_space(20.0);
        });
}

fn nothing(ui: &mut Ui, texts: &Texts) {
    let palette = palette(ui);
    let words = texts.text("context-empty");
    widgets::label(ui, &words, Face::Strong.size(15.0), color(palette.ink));
    let words = texts.text("context-empty-hint");
    widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
}

fn about(
    ui: &mut Ui,
    session: &Session,
    opened: &Opened,
    card: &Card,
    texts: &Texts,
    commands: &mut Commands,
) {
    let palette = palette(ui);
    correct::bar(ui, session, opened, card, texts, commands);
    correct::name(ui, session, card, texts, commands);
    correct::role(ui, session, card, texts, commands);
    party(ui, card, texts, commands);
    let others: Vec<&str> = card
        .aliases
        .iter()
        .filter(|&alias| *alias != card.name)
        .map(String::as_str)
        .collect();
    if !others.is_empty() {
        let names = others.join(", ");
        let words = texts.with("context-aliases", &[("names", (&names).into())]);
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
    }
    related(ui, session, card, texts, commands);
    let note = [Field::EntityNote(card.id)];
    correct::notes(ui, session, opened, &note, texts, commands);
    if let Some(Focus::Mention(id)) = session.desk().focus {
        here(ui, opened, id, texts, commands);
        let note = [Field::MentionNote(id)];
        correct::notes(ui, session, opened, &note, texts, commands);
        parts(ui, session, opened, texts, commands);
    }

    concordance::ui(ui, session, opened, card, texts, commands);

    members(ui, opened, card, texts, commands);
    let cards = Cards {
        session,
        opened,
        texts,
    };
    let said = texts.text("context-statements");
    statements(ui, cards, &said, &card.statements, commands);
    let about = texts.with("context-about", &[("name", (&card.name).into())]);
    statements(ui, cards, &about, &card.about, commands);

    if !card.companions.is_empty() {
        section(ui, &texts.text("context-companions"));
        pieces::wrapped(ui, |ui| {
            for &(id, n) in card.companions.iter().take(MOST) {
                let entity = opened.findings().entity(id);
                let name = texts.with(
                    "context-companion",
                    &[("name", (&entity.name).into()), ("n", n.into())],
                );
                let words = if 1 < n {
                    format!("{} · {n}", entity.name)
                } else {
                    entity.name.clone()
                };
                if pill(ui, entity.kind, &words, &name).clicked() {
                    commands.push(Command::FocusEntity(id));
                }
            }
        });
    }
}

/// Cards under a title: the first ones, or on demand all.
fn statements(
    ui: &mut Ui,
    cards: Cards<'_>,
    title: &str,
    ids: &[StatementId],
    commands: &mut Commands,
) {
    if ids.is_empty() {
        return;
    }
    let (texts, opened) = (cards.texts, cards.opened);
    section(ui, &format!("{title} · {}", texts.number(ids.len())));
    ui.spacing_mut().item_spacing.y = 8.0;
    let subject = cards.session.desk().card.as_ref().map(|card| card.id);
    let opening = Id::unique(("all statements", opened.serial, subject, title));
    let shows_all = ui
        .data(|data| data.get_temp::<bool>(opening))
        .unwrap_or(false);
    let n_shown = if shows_all { MOST_CARDS } else { FIRST_CARDS };
    for &id in ids.iter().take(n_shown) {
        if let Some(row) = opened.row(id) {
            let is_on = cards.session.desk().focused_statement() == Some(id);
            if statement_card(ui, cards, row, is_on, commands).clicked() {
                commands.push(Command::FocusStatement(id));
            }
        }
    }
    let n_more = ids.len().saturating_sub(n_shown);
    if 0 < n_more && !shows_all {
        let words = texts.count("context-more", n_more);
        if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
            ui.data_mut(|data| data.insert_temp(opening, true));
        }
    } else if 0 < n_more {
        let ink = color(palette(ui).muted);
        let words = texts.count("voices-more", n_more);
        widgets::label(ui, &words, Face::Interface.size(12.5), ink);
    }
}

/// „Partei: SPD“; a click leads to the party, where the article has it as a name.
fn party(ui: &mut Ui, card: &Card, texts: &Texts, commands: &mut Commands) {
    let Some((name, id)) = &card.party else {
        return;
    };
    let font = || Face::Interface.size(14.0);
    let words = texts.with("context-party", &[("name", name.into())]);
    let ink = color(palette(ui).ink);
    let Some(id) = *id else {
        widgets::label(ui, &words, font(), ink);
        return;
    };
    pieces::wrapped(ui, |ui| {
        let before = words.split(name.as_str()).next().unwrap_or_default();
        widgets::label(ui, before.trim_end(), font(), ink);
        if pill(ui, Kind::Organisation, name, &words).clicked() {
            commands.push(Command::FocusEntity(id));
        }
    });
}

/// Names to click under a title, as „Im Text genannte Mitglieder“.
fn members(ui: &mut Ui, opened: &Opened, card: &Card, texts: &Texts, commands: &mut Commands) {
    if card.members.is_empty() {
        return;
    }
    section(ui, &texts.text("context-members"));
    pieces::wrapped(ui, |ui| {
        for &id in card.members.iter().take(MOST) {
            let name = &opened.findings().entity(id).name;
            let spoken = texts.with("context-member", &[("name", name.into())]);
            if pill(ui, Kind::Person, name, &spoken).clicked() {
                commands.push(Command::FocusEntity(id));
            }
        }
    });
}

/// „verwandt: russischen ×2“; a click leads to the first place, the next one to the next.
fn related(ui: &mut Ui, session: &Session, card: &Card, texts: &Texts, commands: &mut Commands) {
    if card.related.is_empty() {
        return;
    }
    let palette = palette(ui);
    pieces::wrapped(ui, |ui| {
        let words = texts.text("context-related");
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted));
        for related in card.related.iter().take(MOST) {
            let n = related.places.len();
            let spoken = texts.with(
                "context-related-words",
                &[("words", (&related.words).into()), ("n", n.into())],
            );
            let words = if 1 < n {
                format!("{} ×{n}", related.words)
            } else {
                related.words.clone()
            };
            if pill(ui, card.kind, &words, &spoken).clicked() {
                let is_here = |&id: &MentionId| session.desk().focus == Some(Focus::Mention(id));
                let next = match related.places.iter().position(is_here) {
                    Some(here) => (here + 1) % n,
                    None => 0,
                };
                commands.push(Command::FocusMention(related.places[next]));
            }
        }
    });
}

/// How the place in focus names what the card is about: form, words, how sure.
fn here(ui: &mut Ui, opened: &Opened, id: MentionId, texts: &Texts, commands: &mut Commands) {
    let mention = opened.findings().mention(id);
    let palette = palette(ui);
    pieces::wrapped(ui, |ui| {
        let form = if mention.kind.is_name() {
            texts.text(labels::form(mention.form))
        } else {
            texts.text(labels::kind(mention.kind))
        };
        let level = statements::level(mention.confidence);
        let sure = texts.text(labels::confidence(level));
        let words = format!("{form} · {sure}");
        let words = texts.with("context-here", &[("words", (&words).into())]);
        let from = correct::provenance(opened, id, texts);
        widgets::label(ui, &words, Face::Interface.size(13.0), color(palette.muted))
            .on_hover_text(&from);
        widgets::dots(ui, level, &sure).on_hover_text(&from);
        if let Some(word) = verdict(mention.verdict, texts) {
            widgets::mark(ui, &word).on_hover_text(&from);
        }
        correct::here(ui, id, mention, texts, commands);
    });
}

/// The words of a mention as printed, in one line.
fn called(opened: &Opened, id: MentionId) -> String {
    let words = opened
        .findings()
        .mention(id)
        .span
        .of(opened.document().text());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Links to what else the words in focus are, to what they are a part of, and to what stands in them.
fn parts(ui: &mut Ui, session: &Session, opened: &Opened, texts: &Texts, commands: &mut Commands) {
    let nesting = &session.desk().nesting;
    for (title, parts) in [
        ("context-same", &nesting.same),
        ("context-around", &nesting.around),
        ("context-inside", &nesting.inside),
    ] {
        if parts.is_empty() {
            continue;
        }
        pieces::wrapped(ui, |ui| {
            let ink = color(palette(ui).muted);
            widgets::label(ui, &texts.text(title), Face::Interface.size(13.0), ink);
            for &id in parts {
                let mention = opened.findings().mention(id);
                let words = match (mention.form, mention.entity) {
                    // „US-Außenminister“ is a place only in so far as the USA are in it.
                    (Form::Part | Form::Derived, Some(entity)) => {
                        opened.findings().entity(entity).name.clone()
                    }
                    _ => called(opened, id),
                };
                let kind = texts.text(labels::kind(mention.kind));
                let inserted = [("kind", (&kind).into()), ("name", (&words).into())];
                let part = texts.with("context-part", &inserted);
                let spoken = format!("{} {part}", texts.text(title));
                if pill(ui, mention.kind, &part, &spoken).clicked() {
                    commands.push(Command::FocusMention(id));
                }
            }
        });
    }
}
