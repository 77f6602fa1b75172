//! Where an article as a whole comes from: the agency whose report it is, and so the last station of all that is said in it.
//!
//! „Rybakow ‹ Interfax ‹ dpa“: the chain of a statement, with the agency that has brought the article behind what the article says itself.

use super::speaker::{self, Speaker};
use super::statements::{self, Link};
use crate::article::{Article, Block, BlockKind};
use crate::document::{Findings, Statement};

/// Agencies that articles call by their full name in a sentence.
const FULL_NAMES: [(&str, &str); 7] = [
    ("AFP", "Agence France-Presse"),
    ("AP", "Associated Press"),
    ("APA", "Austria Presse Agentur"),
    ("dpa", "Deutsche Presse-Agentur"),
    ("epd", "Evangelischer Pressedienst"),
    ("KNA", "Katholische Nachrichten-Agentur"),
    ("SID", "Sport-Informations-Dienst"),
];

/// What tells that an article was only made with reports of agencies.
const MADE_WITH: [&str; 3] = ["Mit Material", "Mit Informationen", "mit Material"];

/// The agencies whose report an article is: „dpa“, „dpa/AFP“. Nothing where an author has signed it, or where it was only
/// made „mit Material von“ agencies: what such an article says need not have come through them.
pub fn agency(article: &Article) -> Option<String> {
    let source = &article.source;
    let byline = source.byline.as_deref().unwrap_or_default();
    let is_theirs = byline
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .all(|word| source.agencies.iter().any(|agency| is_same(agency, word)));
    let is_made_with = |block: &Block| {
        let is_end = matches!(block.kind, BlockKind::Signature | BlockKind::Paragraph);
        let words = block.span.of(&article.text);
        is_end && MADE_WITH.iter().any(|opening| words.contains(opening))
    };
    let mut ends = article.blocks.iter().rev().take(3);
    let is_report = !source.agencies.is_empty() && is_theirs && !ends.any(is_made_with);
    is_report.then(|| source.agencies.join("/"))
}

/// The agency as a link of the chain of a statement, unless the chain or the speaker is that agency already.
pub fn last_link<'a>(agency: Option<&'a str>, speaker: &Speaker, via: &[Link]) -> Option<&'a str> {
    let agency = agency?;
    let named = via.iter().map(|link| link.name.as_str());
    let mut named = named.chain(speaker.name.as_deref());
    (!named.any(|name| names(name, agency))).then_some(agency)
}

/// The agency that ends the chain of a statement; nothing where the article names no station before it.
pub fn end_of_chain(
    article: &Article,
    findings: &Findings,
    statement: &Statement,
) -> Option<String> {
    let agency = agency(article).filter(|_| !statement.via.is_empty())?;
    let speaker = speaker::of(&article.text, findings, statement.speaker.as_ref());
    let via = statements::links(&article.text, findings, statement);
    last_link(Some(&agency), &speaker, &via).map(str::to_owned)
}

/// Whether words name one of the agencies: „der Agentur dpa“ for „dpa/AFP“.
fn names(words: &str, agency: &str) -> bool {
    agency.split('/').any(|agency| {
        let full = FULL_NAMES.iter().find(|(short, _)| *short == agency);
        words
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .any(|word| is_same(agency, word))
            || full.is_some_and(|(_, full)| words.contains(full))
    })
}

fn is_same(agency: &str, word: &str) -> bool {
    agency.to_lowercase() == word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use crate::view::speaker::SpeakerKey;

    fn speaker(name: &str) -> Speaker {
        Speaker {
            key: SpeakerKey::Words(name.to_owned()),
            name: Some(name.to_owned()),
            role: None,
        }
    }

    #[test]
    fn a_report_of_an_agency_comes_from_it() {
        let check = |top: &str, end: &str, expected: Option<&str>| {
            let text = format!(
                "Brücke wird teurer als gedacht\n\n{top}\n\nDer Rat berät am Mittwoch erneut über den Bau.\n\n{end}\n"
            );
            assert_eq!(agency(&from_text(text)).as_deref(), expected, "{top} {end}");
        };
        let place = "Neustadt (dpa) – Die Brücke wird teurer, sagte er.";
        let plain = "Die Brücke wird teurer, sagte er am Dienstag in Neustadt.";
        check(place, "Danach wird gebaut.", Some("dpa"));
        check(plain, "(dpa/AFP)", Some("dpa/AFP"));
        check(plain, "Danach wird gebaut.", None);
        check(plain, "Mit Material von dpa und AFP", None);
        check("Von Anna Beispiel", "Danach wird gebaut. (dpa)", None);
    }

    #[test]
    fn no_agency_is_named_twice() {
        let via = |name: &str| {
            vec![Link {
                name: name.to_owned(),
                is_anonymous: false,
            }]
        };
        let check = |who: &str, through: &str, expected| {
            assert_eq!(
                last_link(Some("dpa/AFP"), &speaker(who), &via(through)),
                expected
            );
        };
        check("Sergej Rybakow", "Interfax", Some("dpa/AFP"));
        check("Sergej Rybakow", "Agentur AFP", None);
        check("Sergej Rybakow", "Deutschen Bahn", Some("dpa/AFP"));
        check("Sergej Rybakow", "Deutsche Presse-Agentur", None);
        check("die dpa", "Interfax", None);
        assert_eq!(last_link(None, &speaker("Ella Rau"), &[]), None);
    }
}
