//! What the tags of other programs mean here.

use super::record::Part;
use super::view::last_name;
use crate::document::{Kind, StatementKind};

/// Names of kinds beside our own, in lower case.
const KINDS: [(Kind, &[&str]); 9] = [
    (
        Kind::Person,
        &["per", "pers", "persname", "personen", "people", "character"],
    ),
    (
        Kind::Organisation,
        &[
            "organization",
            "organisationen",
            "org",
            "orgname",
            "institution",
            "company",
            "firma",
            "partei",
        ],
    ),
    (
        Kind::Location,
        &[
            "loc",
            "place",
            "placename",
            "gpe",
            "geo",
            "ort",
            "orte",
            "city",
            "country",
            "toponym",
        ],
    ),
    (
        Kind::Other,
        &[
            "misc",
            "othername",
            "event",
            "ereignis",
            "work",
            "werk",
            "product",
        ],
    ),
    (Kind::Role, &["rolle", "amt", "profession"]),
    (Kind::Date, &["datum"]),
    (Kind::Time, &["uhrzeit"]),
    (Kind::Duration, &["dauer"]),
    (Kind::Amount, &["menge", "quantity", "money", "percent"]),
];

/// Names of statements whose kind their words tell.
const STATEMENTS: [&str; 8] = [
    "statement",
    "quote",
    "quotation",
    "said",
    "speech",
    "aussage",
    "zitat",
    "rede",
];

/// Characters that a quotation begins with.
const QUOTES: [char; 7] = ['„', '»', '«', '"', '“', '‚', '›'];

/// The kind of names that a tag stands for.
pub(super) fn kind(tag: &str) -> Option<Kind> {
    let tag = last_name(tag.trim()).to_lowercase();
    let own = Kind::ALL.into_iter().find(|kind| kind.label() == tag);
    own.or_else(|| {
        let found = KINDS.iter().find(|(_, names)| names.contains(&&*tag));
        found.map(|&(kind, _)| kind)
    })
}

/// The kind of statements that a tag stands for, where it is on these words.
pub(super) fn statement_kind(tag: &str, words: &str) -> Option<StatementKind> {
    let tag = last_name(tag.trim()).to_lowercase().replace(' ', "_");
    let mut all = StatementKind::ALL.into_iter();
    if let Some(kind) = all.find(|kind| kind.label() == tag) {
        return Some(kind);
    }
    STATEMENTS.contains(&&*tag).then(|| {
        if words.trim_start().starts_with(QUOTES) {
            StatementKind::Direct
        } else {
            StatementKind::Indirect
        }
    })
}

/// What a tag on a link says of the words at its other end.
pub(super) fn link(tag: &str) -> Option<Part> {
    let tag = last_name(tag.trim()).to_lowercase();
    match tag.as_str() {
        "speaker" | "saidby" | "said_by" | "source" | "who" | "sprecher" => Some(Part::Speaker),
        "addressee" | "toldto" | "told_to" | "adressat" => Some(Part::Addressee),
        "via" => Some(Part::Via),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_known_under_many_names() {
        for kind_here in Kind::ALL {
            assert_eq!(kind(kind_here.label()), Some(kind_here));
        }
        assert_eq!(kind("PERSON"), Some(Kind::Person));
        assert_eq!(kind("http://schema.org/Place"), Some(Kind::Location));
        assert_eq!(kind("wichtig"), None);
        for kind in StatementKind::ALL {
            assert_eq!(statement_kind(kind.label(), ""), Some(kind));
        }
        let direct = statement_kind("Quote", "„Ja“");
        assert_eq!(direct, Some(StatementKind::Direct));
        let indirect = statement_kind("Aussage", "das sei so");
        assert_eq!(indirect, Some(StatementKind::Indirect));
        assert_eq!(statement_kind("person", "„Ja“"), None);
        assert_eq!(link("saidBy"), Some(Part::Speaker));
    }
}
