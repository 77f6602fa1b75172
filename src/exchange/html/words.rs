//! The German words of the page, and the tags of blocks.

use crate::article::BlockKind;
use crate::document::{Kind, Medium, Reason, Stance, StatementKind, Verdict};

/// A switch for some kinds of marks.
pub(in crate::exchange) struct Chip {
    pub class: &'static str,
    pub label: &'static str,
    pub kinds: &'static [Kind],
}

const fn chip(class: &'static str, label: &'static str, kinds: &'static [Kind]) -> Chip {
    Chip {
        class,
        label,
        kinds,
    }
}

/// All switches; each kind belongs to one.
pub(in crate::exchange) const CHIPS: [Chip; 7] = [
    chip("person", "Personen", &[Kind::Person]),
    chip("organisation", "Organisationen", &[Kind::Organisation]),
    chip("location", "Orte", &[Kind::Location]),
    chip("other", "Weitere Namen", &[Kind::Other]),
    chip("role", "Rollen", &[Kind::Role]),
    chip("date", "Zeiten", &[Kind::Date, Kind::Time, Kind::Duration]),
    chip("amount", "Mengen", &[Kind::Amount]),
];

/// The class of a mark: the switch that it follows.
pub(in crate::exchange) fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organisation => "organisation",
        Kind::Location => "location",
        Kind::Other => "other",
        Kind::Role => "role",
        Kind::Date | Kind::Time | Kind::Duration => "date",
        Kind::Amount => "amount",
    }
}

/// One of a kind.
pub(in crate::exchange) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Organisation => "Organisation",
        Kind::Location => "Ort",
        Kind::Other => "Weiterer Name",
        Kind::Role => "Rolle",
        Kind::Date => "Datum",
        Kind::Time => "Uhrzeit",
        Kind::Duration => "Dauer",
        Kind::Amount => "Menge",
    }
}

/// How a statement is rendered.
pub(in crate::exchange) fn statement_kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "direkt",
        StatementKind::Indirect => "indirekt",
        StatementKind::Reported => "berichtet",
        StatementKind::FreeIndirect => "erlebte Rede",
        StatementKind::IndirectFreeIndirect => "frei indirekt",
    }
}

/// Whether something was written or thought; nothing for speech.
pub(in crate::exchange) fn medium(medium: Medium) -> Option<&'static str> {
    match medium {
        Medium::Speech => None,
        Medium::Writing => Some("schriftlich"),
        Medium::Thought => Some("gedacht"),
    }
}

/// What the article lets us know of the truth of a statement, if anything.
pub(in crate::exchange) fn stance(stance: Stance) -> Option<&'static str> {
    match stance {
        Stance::Neutral => None,
        Stance::Distancing => Some("distanzierend"),
        Stance::Endorsing => Some("bekräftigend"),
    }
}

/// The pattern of a statement's bar, the same as in the window.
pub(in crate::exchange) fn bar(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect
        | StatementKind::FreeIndirect
        | StatementKind::IndirectFreeIndirect => "indirect",
        StatementKind::Reported => "reported",
    }
}

/// Why somebody is taken for the speaker.
pub(in crate::exchange) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Subject => "Subjekt des Verbs, das die Aussage ankündigt",
        Reason::Preposition => "steht bei »laut«, »nach Angaben«, »zufolge« oder Ähnlichem",
        Reason::Agent => "steht im Passiv nach »von« oder »durch«",
        Reason::Sentence => "der Satz selbst nennt den Sprecher",
        Reason::CarriedOn => "führt die Aussage davor fort",
        Reason::Nearest => "der nächste passende Name im Text",
        Reason::Enclosing => "Sprecher der Aussage, in der diese steht",
        Reason::Medium => "Medium, über das die Aussage kam",
        Reason::Label => "steht vor dem Doppelpunkt, mit dem der Absatz beginnt",
        Reason::Addressed => "wird in den Fragen angesprochen und antwortet hier",
        Reason::Reader => "von Hand festgelegt",
        Reason::Editorial => "von Hand festgelegt: Worte des Artikels selbst",
    }
}

/// What the reader said of a finding, if anything.
pub(in crate::exchange) fn verdict(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Open | Verdict::Rejected => None,
        Verdict::Accepted => Some("bestätigt"),
        Verdict::Changed => Some("berichtigt"),
        Verdict::Added => Some("hinzugefügt"),
    }
}

/// The class of a mark that the reader has decided on: it gets the sign that it has in the window.
pub(in crate::exchange) fn sign(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Open | Verdict::Rejected => None,
        Verdict::Accepted => Some("accepted"),
        Verdict::Changed => Some("changed"),
        Verdict::Added => Some("added"),
    }
}

/// "1 Aussage", "1.234 Aussagen", kept on one line.
pub(in crate::exchange) fn counted(n: usize, one: &str, more: &str) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or_default())
        .collect();
    let word = if n == 1 { one } else { more };
    format!("{}\u{a0}{word}", groups.join("."))
}

/// Start and end tag of a block.
pub(in crate::exchange) fn tags(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Kicker => ("<p class=\"kicker\">", "</p>"),
        BlockKind::Headline => ("<h1>", "</h1>"),
        BlockKind::Lead => ("<p class=\"lead\">", "</p>"),
        BlockKind::Subheading => ("<h2>", "</h2>"),
        BlockKind::Paragraph => ("<p>", "</p>"),
        BlockKind::Caption => ("<p class=\"caption\">", "</p>"),
        BlockKind::Signature => ("<p class=\"signature\">", "</p>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_german() {
        assert_eq!(counted(1, "Aussage", "Aussagen"), "1\u{a0}Aussage");
        assert_eq!(counted(0, "Aussage", "Aussagen"), "0\u{a0}Aussagen");
        assert_eq!(counted(12_345, "Wort", "Wörter"), "12.345\u{a0}Wörter");
    }

    #[test]
    fn every_kind_has_its_switch() {
        for kind in Kind::ALL {
            let chips = CHIPS.iter().filter(|chip| chip.kinds.contains(&kind));
            assert!(chips.map(|chip| chip.class).eq([class(kind)]));
        }
    }
}
