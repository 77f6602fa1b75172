//! What to call somebody who speaks.

use crate::document::{EntityId, Findings, Kind, Reason, Voice};
use crate::german::anonymous;
use crate::span::Span;

/// Tells speakers apart: by entity where that is known, else by the words of the article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpeakerKey {
    /// A known entity.
    Entity(EntityId),
    /// „Aktivisten“: named by words only.
    Words(String),
    /// The article itself: its author speaks.
    Editorial,
    /// The article does not say, or the program does not know.
    Unknown,
}

/// A speaker as shown: „Sergej Rybakow“ (Vize-Außenminister).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who it is.
    pub key: SpeakerKey,
    /// The name; `None` if unknown, and for the article itself.
    pub name: Option<String>,
    /// „Vize-Außenminister“, where the article says so.
    pub role: Option<String>,
}

/// Names the speaker of a statement.
pub fn of(text: &str, findings: &Findings, voice: Option<&Voice>) -> Speaker {
    let unknown = Speaker {
        key: SpeakerKey::Unknown,
        name: None,
        role: None,
    };
    let Some(voice) = voice else {
        return unknown;
    };
    if voice.because == Reason::Editorial {
        return Speaker {
            key: SpeakerKey::Editorial,
            ..unknown
        };
    }
    let entity = voice
        .entity
        .and_then(|id| Some((id, findings.entities.get(id.0 as usize)?)));
    if let Some((id, entity)) = entity {
        return Speaker {
            key: SpeakerKey::Entity(id),
            name: Some(entity.name.clone()),
            role: entity.office(),
        };
    }
    let words = words(text, &voice.spans);
    let words = source_of(&words).to_owned();
    if words.is_empty() {
        return unknown;
    }
    Speaker {
        key: SpeakerKey::Words(words.clone()),
        name: Some(words),
        role: None,
    }
}

/// Whether somebody stays unnamed: „Delegationskreise“, „ein Mitarbeiter, der ungenannt bleiben wollte“.
pub fn is_anonymous(text: &str, findings: &Findings, voice: &Voice) -> bool {
    let words = words(text, &voice.spans);
    let entity = voice
        .entity
        .and_then(|id| findings.entities.get(id.0 as usize));
    let is_named = entity.is_some_and(|entity| {
        let surname = entity.name.split(' ').next_back();
        entity.kind == Kind::Person && words.split(' ').any(|word| Some(word) == surname)
    });
    let after = voice.spans.last().map_or("", |span| &text[span.end()..]);
    !is_named && (anonymous::is_anonymous(&words) || wants_no_name(after))
}

/// Whether what follows says that somebody does not want to be named: „, der anonym bleiben will, …“.
fn wants_no_name(after: &str) -> bool {
    /// Bytes that the longest relative clause of this kind has.
    const LONGEST: usize = 160;
    const SIGNS: [&str; 5] = [
        "ungenannt",
        "anonym ",
        "nicht genannt",
        "nicht namentlich",
        "namentlich nicht",
    ];
    let mut end = LONGEST.min(after.len());
    while !after.is_char_boundary(end) {
        end -= 1;
    }
    let clause = after[..end].strip_prefix(", ").unwrap_or("");
    let clause = clause.split([',', '.', '“']).next().unwrap_or("");
    SIGNS.iter().any(|sign| clause.contains(sign))
}

/// Who is meant by „Angaben von Aktivisten“: „Aktivisten“. Words of another shape stay as they are.
fn source_of(words: &str) -> &str {
    const WHAT: [&str; 12] = [
        "Angaben",
        "Ansicht",
        "Auffassung",
        "Auskunft",
        "Aussage",
        "Aussagen",
        "Darstellung",
        "Einschätzung",
        "Informationen",
        "Meinung",
        "Überzeugung",
        "Worten",
    ];
    const OF: [&str; 8] = [
        "von", "vom", "der", "des", "aus", "einer", "eines", "seitens",
    ];
    let mut parts = words.splitn(3, ' ');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(what), Some(of), Some(source)) if WHAT.contains(&what) && OF.contains(&of) => source,
        _ => words,
    }
}

/// The words under some spans as one line, spans joined by " … ", white space runs as one space.
pub fn words(text: &str, spans: &[Span]) -> String {
    let pieces = spans.iter().map(|span| {
        span.of(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    });
    pieces
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn what_somebody_says_is_not_who_says_it() {
        assert_eq!(source_of("Angaben von Aktivisten"), "Aktivisten");
        assert_eq!(source_of("Einschätzung der Polizei"), "Polizei");
        assert_eq!(source_of("eigenen Angaben"), "eigenen Angaben");
    }

    #[test]
    fn an_entity_is_called_by_its_full_name_and_role() {
        let document = sample::document();
        let statement = &document.findings.statements[0];
        let speaker = of(
            document.text(),
            &document.findings,
            statement.speaker.as_ref(),
        );
        assert_eq!(speaker.name.as_deref(), Some("Erika Ohnesorg"));
        assert_eq!(speaker.role.as_deref(), Some("Bürgermeisterin"));
    }

    #[test]
    fn without_an_entity_the_words_of_the_article_name_the_speaker() {
        let text = "Aus deutschen\nDelegationskreisen verlautete es.";
        let voice = Voice {
            spans: vec![Span::new(4, 32)],
            entity: None,
            because: Reason::Preposition,
        };
        let speaker = of(text, &Findings::default(), Some(&voice));
        assert_eq!(
            speaker.name.as_deref(),
            Some("deutschen Delegationskreisen")
        );
    }

    #[test]
    fn who_wants_no_name_or_has_none_is_anonymous() {
        let text = "Das sagte ein Koch, der ungenannt bleiben will. Insider nicken. Der Koch rief, sie sei nicht genannt.";
        let check = |words: &str, expected: bool| {
            let start = text.find(words).unwrap_or(0);
            let voice = Voice {
                spans: vec![Span::new(start, start + words.len())],
                entity: None,
                because: Reason::Subject,
            };
            let found = is_anonymous(text, &Findings::default(), &voice);
            assert_eq!(found, expected, "{words}");
        };
        check("ein Koch", true);
        check("Insider", true);
        check("Der Koch", false);
    }

    #[test]
    fn the_article_itself_is_somebody_of_its_own() {
        let voice = Voice {
            spans: Vec::new(),
            entity: None,
            because: Reason::Editorial,
        };
        let speaker = of("", &Findings::default(), Some(&voice));
        assert_eq!((speaker.key, speaker.name), (SpeakerKey::Editorial, None));
    }

    #[test]
    fn nobody_is_unknown() {
        let speaker = of("", &Findings::default(), None);
        assert_eq!((speaker.key, speaker.name), (SpeakerKey::Unknown, None));
    }
}
