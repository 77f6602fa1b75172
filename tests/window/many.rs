//! An article with very many places of one name, and many names.

use std::fmt::Write;
use wortlaut::article;
use wortlaut::document::{
    Document, Entity, EntityId, Findings, Kind, Mention, Reason, Statement, Voice,
};
use wortlaut::span::Span;

use crate::sample;
use crate::sample_layers::mention;

/// Places of Ella Rau.
pub const N_PLACES: usize = 5000;

/// Names with one place each.
const N_NAMES: usize = 40;

/// 5,000 paragraphs with Ella Rau, in the first 40 of them somebody else, too; the last one is the end.
pub fn document() -> Document {
    let mut text = String::new();
    let mut mentions: Vec<Mention> = Vec::new();
    let mut add = |text: &mut String, name: &str, entity: usize| {
        let span = Span::new(text.len(), text.len() + name.len());
        text.push_str(name);
        mentions.push(Mention {
            entity: Some(EntityId(entity as u32)),
            ..mention(span, Kind::Person)
        });
    };
    for index in 0..N_PLACES {
        let before = if index == 3000 {
            "die alte"
        } else {
            "die neue"
        };
        // Writing to a string never fails.
        let _ = write!(text, "Absatz {index}: Hier kommt {before} ");
        add(&mut text, "Ella Rau", 0);
        text.push_str(if index == 4000 { " dankt" } else { " spricht" });
        if index < N_NAMES {
            text.push_str(" mit ");
            add(&mut text, &format!("Nummer {index}"), index + 1);
        }
        text.push_str(".\n\n");
    }
    text.push_str("Schluss.\n");
    let entity = |name: String| Entity::new(name, Kind::Person);
    // The first of the others says the first words.
    let pattern = sample::document().findings.statements.swap_remove(0);
    let said = Statement {
        content: vec![Span::new(0, "Absatz 0".len())],
        cue: Vec::new(),
        speaker: Some(Voice {
            spans: Vec::new(),
            entity: Some(EntityId(1)),
            because: Reason::Reader,
        }),
        ..pattern
    };
    let names = (0..N_NAMES).map(|index| entity(format!("Nummer {index}")));
    Document {
        made_by: String::new(),
        article: article::from_text(text),
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: Findings {
            mentions,
            entities: std::iter::once(entity("Ella Rau".to_owned()))
                .chain(names)
                .collect(),
            statements: vec![said],
            note: String::new(),
        },
    }
}
