//! Labels of other corpora and tools, and what they are called here.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::document::{Form, Kind, StatementKind};

/// The name of a kind, form, verdict, medium, stance or reason in our JSON: "part".
pub(super) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// What has this name in our JSON, upper or lower case.
pub(super) fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    let name = serde_json::Value::String(name.to_lowercase());
    T::deserialize(name).ok()
}

/// The label of a kind where labels are capitalised: "Person".
pub(super) fn of_kind(kind: Kind) -> String {
    let mut letters = kind.label().chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The label of a statement: `Statement_direct`.
pub(super) fn of_statement(kind: StatementKind) -> String {
    format!("Statement_{}", kind.label())
}

/// What a label of names, dates or amounts means here: the tag sets of `CoNLL`, `GermEval` (`LOCderiv`, `ORGpart`), `OntoNotes`,
/// MUC, TEI and our own, in upper or lower case, with or without `B-`.
pub(super) fn kind(label: &str) -> Option<(Kind, Form)> {
    let label = plain(label);
    let of = |label: &str| {
        Some(match label {
            "per" | "person" | "persons" | "pers" | "persname" | "people" | "human" => Kind::Person,
            "org" | "organisation" | "organization" | "organisations" | "organizations"
            | "orgname" | "company" | "institution" | "corporation" | "party" => Kind::Organisation,
            "loc" | "location" | "locations" | "place" | "placename" | "gpe" | "geo" | "city"
            | "country" | "fac" | "facility" => Kind::Location,
            "misc" | "miscellaneous" | "oth" | "other" | "event" | "work" | "workofart"
            | "product" | "law" | "norp" => Kind::Other,
            "role" | "title" | "position" | "job" | "profession" => Kind::Role,
            "date" => Kind::Date,
            "time" => Kind::Time,
            "duration" => Kind::Duration,
            "amount" | "money" | "percent" | "percentage" | "quantity" | "cardinal" | "number" => {
                Kind::Amount
            }
            _ => return None,
        })
    };
    if let Some(kind) = of(&label) {
        return Some((kind, usual_form(kind)));
    }
    let derived = label.strip_suffix("deriv").and_then(of);
    let part = label.strip_suffix("part").and_then(of);
    (derived.map(|kind| (kind, Form::Derived))).or(part.map(|kind| (kind, Form::Part)))
}

/// How something of this kind is named, where nothing else is said.
pub(super) fn usual_form(kind: Kind) -> Form {
    if kind.is_name() {
        Form::Name
    } else {
        Form::Description
    }
}

/// What else may be marked in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Something said; nothing where the label does not say how.
    Statement(Option<StatementKind>),
    /// The words that announce it.
    Cue,
    /// Words for who speaks, is spoken to, or passes on.
    Voice,
}

/// What a label of statements and their parts means here.
pub(super) fn part(label: &str) -> Option<Part> {
    let label = plain(label);
    let bare = label
        .strip_prefix("statement")
        .or(label.strip_prefix("quote"))
        .unwrap_or(&label);
    let kind = match bare {
        "direct" | "directspeech" | "directquote" | "directquotation" => StatementKind::Direct,
        "indirect" | "indirectspeech" | "indirectquote" => StatementKind::Indirect,
        "reported" | "reportedspeech" => StatementKind::Reported,
        "freeindirect" | "freeindirectspeech" => StatementKind::FreeIndirect,
        "indirectfreeindirect" | "indirectfreeindirectspeech" => {
            StatementKind::IndirectFreeIndirect
        }
        _ => {
            return Some(match label.as_str() {
                "statement" | "quote" | "quotation" | "citation" | "claim" | "speech" => {
                    Part::Statement(None)
                }
                "cue" | "cueverb" | "speechverb" => Part::Cue,
                "voice" | "speaker" | "source" | "addressee" => Part::Voice,
                _ => return None,
            });
        }
    };
    Some(Part::Statement(Some(kind)))
}

/// What a statement has to do with words, or with another statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// Who says it.
    SaidBy,
    /// To whom.
    SaidTo,
    /// What it came through.
    Via,
    /// What announces it.
    Cue,
    /// The statement that it is a part of.
    PartOf,
    /// Both mean the same.
    Same,
}

impl Link {
    /// Its name in what we write.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::SaidBy => "SaidBy",
            Self::SaidTo => "SaidTo",
            Self::Via => "Via",
            Self::Cue => "CueOf",
            Self::PartOf => "PartOf",
            Self::Same => "Same",
        }
    }

    /// What a label of relations or roles means here.
    pub(super) fn of(label: &str) -> Option<Self> {
        let label = plain(label);
        Some(
            match label.trim_end_matches(|end: char| end.is_ascii_digit()) {
                "saidby" | "speaker" | "source" | "says" | "said" | "attributedto"
                | "attribution" | "spokenby" => Self::SaidBy,
                "saidto" | "addressee" | "recipient" | "hearer" => Self::SaidTo,
                "via" | "medium" | "through" => Self::Via,
                "cueof" | "cue" => Self::Cue,
                "partof" | "inside" => Self::PartOf,
                "same" | "sameas" | "coref" | "coreference" | "coreferent" | "alias" | "equiv" => {
                    Self::Same
                }
                _ => return None,
            },
        )
    }
}

/// Letters and digits in lower case, without the `B-` and `I-` of tagged tokens.
fn plain(label: &str) -> String {
    let label = label.trim();
    let label = label
        .strip_prefix("B-")
        .or(label.strip_prefix("I-"))
        .unwrap_or(label);
    let letters = label
        .chars()
        .filter(|character| character.is_alphanumeric())
        .take(64);
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Reason, Verdict};

    #[test]
    fn tag_sets_of_others_are_understood() {
        assert_eq!(kind("B-PER"), Some((Kind::Person, Form::Name)));
        assert_eq!(kind("Organization"), Some((Kind::Organisation, Form::Name)));
        assert_eq!(kind("LOCderiv"), Some((Kind::Location, Form::Derived)));
        assert_eq!(kind("ORGpart"), Some((Kind::Organisation, Form::Part)));
        assert_eq!(kind("work_of_art"), Some((Kind::Other, Form::Name)));
        assert_eq!(kind("Protein"), None);
        assert_eq!(kind(""), None);
    }

    #[test]
    fn own_names_come_back() {
        for own in Kind::ALL {
            assert_eq!(kind(own.label()).map(|(kind, _)| kind), Some(own));
        }
        for own in StatementKind::ALL {
            let label = format!("Statement_{}", own.label());
            assert_eq!(part(&label), Some(Part::Statement(Some(own))));
        }
        for link in [
            Link::SaidBy,
            Link::SaidTo,
            Link::Via,
            Link::Cue,
            Link::PartOf,
            Link::Same,
        ] {
            assert_eq!(Link::of(link.name()), Some(link));
        }
        assert_eq!(named(&name(&Verdict::Added)), Some(Verdict::Added));
        assert_eq!(named::<Reason>("CARRIED_ON"), Some(Reason::CarriedOn));
        assert_eq!(named::<Reason>("because"), None);
    }
}
