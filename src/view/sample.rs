//! A small document for tests, made by hand.

use crate::article;
use crate::document::{
    Confidence, Document, Entity, EntityId, Findings, Form, Kind, Mention, Reason, Sentence,
    Statement, StatementKind, Token, Voice,
};
use crate::span::Span;

/// Two sentences on a bridge in the first paragraph, a third in the second.
const TEXT: &str = "„Wir bauen die Brücke“, sagte Bürgermeisterin Erika Ohnesorg in Neustadt.\n\
Ohnesorg versicherte Kurt Weide, der Bau sei bezahlt.\n\
Den Stadtwerken zufolge beginnen die Arbeiten im Mai.\n";

/// The `nth` place where `words` stand in the text.
fn find(words: &str, nth: usize) -> Span {
    let (start, found) = TEXT
        .match_indices(words)
        .nth(nth)
        .expect("the words stand in the text");
    Span::new(start, start + found.len())
}

fn mention(words: &str, nth: usize, kind: Kind, entity: u32) -> Mention {
    Mention {
        entity: Some(EntityId(entity)),
        ..Mention::new(find(words, nth), kind, Form::Name, Confidence::CERTAIN)
    }
}

fn entity(name: &str, kind: Kind, role: Option<&str>, aliases: &[&str]) -> Entity {
    Entity {
        name: name.to_owned(),
        kind,
        role: role.map(str::to_owned),
        party: None,
        aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        note: String::new(),
    }
}

fn voice(words: &str, nth: usize, entity: Option<u32>, because: Reason) -> Voice {
    Voice {
        spans: vec![find(words, nth)],
        entity: entity.map(EntityId),
        because,
    }
}

fn statement(kind: StatementKind, content: &str, cue: &str, speaker: Option<Voice>) -> Statement {
    Statement {
        cue: if cue.is_empty() {
            Vec::new()
        } else {
            vec![find(cue, 0)]
        },
        speaker,
        salience: 0.2,
        confidence: Confidence::new(0.9),
        ..Statement::new(kind, vec![find(content, 0)])
    }
}

/// Four entities, five mentions, three statements: direct, indirect and one without a speaker that came through somebody.
pub(crate) fn document() -> Document {
    let article = article::from_text(TEXT.to_owned());
    // One token for every word is enough to tell sentences apart.
    let mut tokens = Vec::new();
    let mut sentences = Vec::new();
    for (block, found) in article.blocks.iter().enumerate() {
        let first = tokens.len();
        let mut at = found.span.start();
        for word in found.span.of(TEXT).split(' ') {
            tokens.push(Token {
                span: Span::new(at, at + word.len()),
            });
            at += word.len() + 1;
        }
        sentences.push(Sentence {
            tokens: first..tokens.len(),
            block,
        });
    }

    let subject = |words, nth| Some(voice(words, nth, Some(0), Reason::Subject));
    let direct = statement(
        StatementKind::Direct,
        "„Wir bauen die Brücke“",
        "sagte",
        subject("Erika Ohnesorg", 0),
    );
    let mut indirect = statement(
        StatementKind::Indirect,
        "der Bau sei bezahlt",
        "versicherte",
        subject("Ohnesorg", 1),
    );
    indirect.key = true;
    indirect.salience = 0.8;
    let mut passed_on = statement(
        StatementKind::Indirect,
        "beginnen die Arbeiten im Mai",
        "zufolge",
        None,
    );
    passed_on.via = vec![voice("Den Stadtwerken", 0, Some(1), Reason::Medium)];
    passed_on.confidence = Confidence::new(0.3);
    passed_on.salience = 0.5;

    Document {
        made_by: "wortlaut 0.1.0, models 0".into(),
        article,
        tokens,
        sentences,
        tags: Vec::new(),
        findings: Findings {
            mentions: vec![
                mention("Erika Ohnesorg", 0, Kind::Person, 0),
                mention("Neustadt", 0, Kind::Location, 3),
                mention("Ohnesorg", 1, Kind::Person, 0),
                mention("Kurt Weide", 0, Kind::Person, 2),
                mention("Stadtwerken", 0, Kind::Organisation, 1),
            ],
            entities: vec![
                entity(
                    "Erika Ohnesorg",
                    Kind::Person,
                    Some("Bürgermeisterin"),
                    &["Ohnesorg"],
                ),
                entity("Stadtwerke", Kind::Organisation, None, &["Stadtwerken"]),
                entity("Kurt Weide", Kind::Person, None, &[]),
                entity("Neustadt", Kind::Location, None, &[]),
            ],
            statements: vec![direct, indirect, passed_on],
            note: String::new(),
        },
    }
}
