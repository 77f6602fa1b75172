//! What each side says of a difference, in the reader's language.

use crate::document::{Findings, Mention, Statement};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::view::comparison::{Aspect, Difference, Side, Subject};
use crate::view::speaker;

/// „Nur in A“.
pub fn aspect(aspect: Aspect, texts: &Texts) -> String {
    texts.text(match aspect {
        Aspect::Only(Side::A) => "compare-only-a",
        Aspect::Only(Side::B) => "compare-only-b",
        Aspect::Kind => "compare-kind",
        Aspect::Borders => "compare-borders",
        Aspect::Who => "compare-who",
    })
}

/// „A“.
pub fn letter(side: Side) -> &'static str {
    match side {
        Side::A => "A",
        Side::B => "B",
    }
}

/// The words of the article that one side has marked, those of mentions in quotation marks, and what it says of them; nothing if it has not.
pub fn of_side(
    difference: &Difference,
    side: Side,
    text: &str,
    findings: &Findings,
    texts: &Texts,
) -> Option<(String, String)> {
    match difference.subject {
        Subject::Mention(a, b) => {
            let id = if side == Side::A { a } else { b }?;
            let mention = findings.mentions.get(id.0 as usize)?;
            let words = mention.span.of(text);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let words = texts.with("compare-quoted", &[("words", (&words).into())]);
            Some((
                words,
                of_mention(mention, difference.aspect, findings, texts),
            ))
        }
        Subject::Statement(a, b) => {
            let id = if side == Side::A { a } else { b }?;
            let statement = findings.statements.get(id.0 as usize)?;
            let about = of_statement(statement, difference.aspect, text, findings, texts);
            Some((statement.text(text), about))
        }
    }
}

fn of_mention(mention: &Mention, aspect: Aspect, findings: &Findings, texts: &Texts) -> String {
    let kind = texts.text(labels::kind(mention.kind));
    let entity = mention
        .entity
        .and_then(|id| findings.entities.get(id.0 as usize));
    let name = entity.map(|entity| entity.name.clone());
    match aspect {
        Aspect::Who => name.unwrap_or_else(|| texts.text("compare-nobody")),
        Aspect::Kind | Aspect::Borders => kind,
        Aspect::Only(_) => match name {
            Some(name) => format!("{kind} · {name}"),
            None => kind,
        },
    }
}

fn of_statement(
    statement: &Statement,
    aspect: Aspect,
    text: &str,
    findings: &Findings,
    texts: &Texts,
) -> String {
    let kind = texts.text(labels::statement(statement.kind));
    let who = || {
        labels::speaker(
            &speaker::of(text, findings, statement.speaker.as_ref()),
            texts,
        )
    };
    match aspect {
        Aspect::Kind => kind,
        Aspect::Who => who(),
        Aspect::Borders | Aspect::Only(_) => format!("{kind} · {}", who()),
    }
}

/// Two long texts from a little before the place where they part, so that their difference is to be seen in two lines.
pub fn from_where_they_part(a: &str, b: &str) -> (String, String) {
    /// So many characters may be the same before.
    const BEFORE: usize = 24;
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    if same <= 2 * BEFORE {
        return (a.to_owned(), b.to_owned());
    }
    let cut = |text: &str| {
        let rest: String = text.chars().skip(same - BEFORE).collect();
        // Not in the middle of a word.
        let rest = rest.split_once(' ').map_or(rest.as_str(), |(_, rest)| rest);
        format!("… {rest}")
    };
    (cut(a), cut(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_shown_from_where_they_part() {
        let start = "Die Stadt will von September an sämtliche Laternen abschalten, sagte";
        let (a, b) = from_where_they_part(&format!("{start} sie"), &format!("{start} sie gestern"));
        assert_eq!(a, "… abschalten, sagte sie");
        assert_eq!(b, "… abschalten, sagte sie gestern");
        let same = ("Neustadt".to_owned(), "in Neustadt".to_owned());
        assert_eq!(from_where_they_part("Neustadt", "in Neustadt"), same);
    }
}
