//! A small document for tests, made by hand: names inside names, derived words, dates and amounts with their values.

use crate::article;
use crate::document::{
    Confidence, Document, Entity, EntityId, Findings, Form, Kind, Mention, Sentence, Token,
};
use crate::span::Span;

const TEXT: &str = "Rektor Jan Kühn (SPD) von der Universität Jena sprach am 3. Mai 2016 mit dem russischen Botschafter.\n\
Kühn reist im Herbst nach Russland. Die Russland-Reise dauert drei Tage und kostet 1.500 Euro. Den russischen Gästen dankte \
die Sprecherin des Jenaer Rathauses. Am Montag um 15.30 Uhr kommt ein polnischer Gast nach Jena.\n";

/// A mention at a place, with nothing else known of it.
pub(crate) fn mention(span: Span, kind: Kind) -> Mention {
    Mention::new(span, kind, Form::Name, Confidence::CERTAIN)
}

fn entity(name: &str, kind: Kind) -> Entity {
    Entity::new(name, kind)
}

/// What is marked, in text order, longer first: the words, what they are, how they name it, whom or what they come to.
const MARKS: [(&str, Kind, Form, &str); 20] = [
    ("Rektor", Kind::Role, Form::Description, "Jan Kühn"),
    ("Jan Kühn", Kind::Person, Form::Name, "Jan Kühn"),
    ("SPD", Kind::Organisation, Form::Name, "SPD"),
    (
        "Universität Jena",
        Kind::Organisation,
        Form::Name,
        "Universität Jena",
    ),
    ("Jena", Kind::Location, Form::Name, "Jena"),
    (
        "am 3. Mai 2016",
        Kind::Date,
        Form::Description,
        "2016-05-03",
    ),
    ("russischen Botschafter", Kind::Role, Form::Description, ""),
    ("russischen", Kind::Location, Form::Derived, "Russland"),
    ("Kühn", Kind::Person, Form::Name, "Jan Kühn"),
    ("im Herbst", Kind::Date, Form::Description, ""),
    ("Russland", Kind::Location, Form::Name, "Russland"),
    ("Russland-Reise", Kind::Location, Form::Part, "Russland"),
    ("drei Tage", Kind::Duration, Form::Description, "P3D"),
    ("1.500 Euro", Kind::Amount, Form::Description, "1500 EUR"),
    ("russischen", Kind::Location, Form::Derived, "Russland"),
    (
        "Sprecherin des Jenaer Rathauses",
        Kind::Role,
        Form::Description,
        "",
    ),
    ("Am Montag", Kind::Date, Form::Description, "2016-05-02"),
    (
        "15.30 Uhr",
        Kind::Time,
        Form::Description,
        "2016-05-02T15:30",
    ),
    ("polnischer", Kind::Location, Form::Derived, "Polen"),
    ("Jena", Kind::Location, Form::Name, "Jena"),
];

/// Six entities; „Jena“ stands in „Universität Jena“, „russischen“ in „russischen Botschafter“.
pub(crate) fn document() -> Document {
    let article = article::from_text(TEXT.to_owned());
    let mut kuehn = entity("Jan Kühn", Kind::Person);
    kuehn.role = Some("Rektor".to_owned());
    kuehn.party = Some("SPD".to_owned());
    kuehn.aliases = vec!["Kühn".to_owned()];
    let entities = vec![
        kuehn,
        entity("SPD", Kind::Organisation),
        entity("Universität Jena", Kind::Organisation),
        entity("Jena", Kind::Location),
        entity("Russland", Kind::Location),
        entity("Polen", Kind::Location),
    ];
    let mut from = 0;
    let mentions = MARKS.map(|(words, kind, form, meant)| {
        let at = TEXT[from..].find(words).expect("they stand in the text") + from;
        from = at;
        let named = entities.iter().position(|entity| entity.name == meant);
        // What stands inside has the same beginning or a later one.
        let after = if kind.is_name() && words != "Universität Jena" {
            words.len()
        } else {
            0
        };
        from += after;
        Mention {
            form,
            entity: named.map(|index| EntityId(index as u32)),
            value: (named.is_none() && !meant.is_empty()).then(|| meant.to_owned()),
            ..mention(Span::new(at, at + words.len()), kind)
        }
    });

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
    Document {
        made_by: "wortlaut 0.1.0, models 0".into(),
        article,
        tokens,
        sentences,
        tags: Vec::new(),
        findings: Findings {
            mentions: mentions.into(),
            entities,
            statements: Vec::new(),
            note: String::new(),
        },
    }
}
