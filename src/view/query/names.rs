//! What fields and their values are called, in German and English.

use crate::document::{Kind, StatementKind};

use super::Field;

const FIELDS: [(&str, Field); 14] = [
    ("typ", Field::Type),
    ("type", Field::Type),
    ("sprecher", Field::Speaker),
    ("sprecherin", Field::Speaker),
    ("speaker", Field::Speaker),
    ("art", Field::Manner),
    ("kind", Field::Manner),
    ("über", Field::Via),
    ("ueber", Field::Via),
    ("via", Field::Via),
    ("notiz", Field::Note),
    ("notizen", Field::Note),
    ("note", Field::Note),
    ("notes", Field::Note),
];

const TYPES: [(&str, Kind); 42] = [
    ("person", Kind::Person),
    ("personen", Kind::Person),
    ("persons", Kind::Person),
    ("people", Kind::Person),
    ("organisation", Kind::Organisation),
    ("organisationen", Kind::Organisation),
    ("organisations", Kind::Organisation),
    ("organization", Kind::Organisation),
    ("organizations", Kind::Organisation),
    ("ort", Kind::Location),
    ("orte", Kind::Location),
    ("place", Kind::Location),
    ("places", Kind::Location),
    ("location", Kind::Location),
    ("locations", Kind::Location),
    ("weitere", Kind::Other),
    ("weiterer", Kind::Other),
    ("sonstige", Kind::Other),
    ("andere", Kind::Other),
    ("other", Kind::Other),
    ("others", Kind::Other),
    ("rolle", Kind::Role),
    ("rollen", Kind::Role),
    ("amt", Kind::Role),
    ("ämter", Kind::Role),
    ("role", Kind::Role),
    ("roles", Kind::Role),
    ("datum", Kind::Date),
    ("tag", Kind::Date),
    ("date", Kind::Date),
    ("dates", Kind::Date),
    ("uhrzeit", Kind::Time),
    ("zeit", Kind::Time),
    ("time", Kind::Time),
    ("times", Kind::Time),
    ("dauer", Kind::Duration),
    ("zeitraum", Kind::Duration),
    ("duration", Kind::Duration),
    ("menge", Kind::Amount),
    ("mengen", Kind::Amount),
    ("betrag", Kind::Amount),
    ("amount", Kind::Amount),
];

const MANNERS: [(&str, StatementKind); 14] = [
    ("direkt", StatementKind::Direct),
    ("direct", StatementKind::Direct),
    ("wörtlich", StatementKind::Direct),
    ("indirekt", StatementKind::Indirect),
    ("indirect", StatementKind::Indirect),
    ("berichtet", StatementKind::Reported),
    ("reported", StatementKind::Reported),
    ("erlebt", StatementKind::FreeIndirect),
    ("erlebte rede", StatementKind::FreeIndirect),
    ("free indirect", StatementKind::FreeIndirect),
    ("frei", StatementKind::IndirectFreeIndirect),
    ("frei indirekt", StatementKind::IndirectFreeIndirect),
    ("frei-indirekt", StatementKind::IndirectFreeIndirect),
    ("indirect, free", StatementKind::IndirectFreeIndirect),
];

/// The field called so.
pub fn field(name: &str) -> Option<Field> {
    let name = name.to_lowercase();
    let named = FIELDS.iter().find(|(known, _)| *known == name);
    named.map(|&(_, field)| field)
}

/// The types called so, or whose names begin so: while "pers" is being typed, persons are shown already.
pub fn types(value: &str) -> Vec<Kind> {
    called(&TYPES, value)
}

/// The kinds of statements called so, or whose names begin so.
pub fn manners(value: &str) -> Vec<StatementKind> {
    called(&MANNERS, value)
}

/// Whether a speaker called so stands for all that nobody knows.
pub fn is_unknown(value: &str) -> bool {
    matches!(value.to_lowercase().as_str(), "unbekannt" | "unknown")
}

/// Whether a speaker called so stands for the article itself.
pub fn is_editorial(value: &str) -> bool {
    matches!(
        value.to_lowercase().as_str(),
        "redaktion" | "redaktionell" | "editorial"
    )
}

/// Whether a speaker called so stands for all that stay unnamed.
pub fn is_anonymous(value: &str) -> bool {
    matches!(value.to_lowercase().as_str(), "anonym" | "anonymous")
}

fn called<T: Copy + PartialEq>(names: &[(&str, T)], value: &str) -> Vec<T> {
    let value = value.to_lowercase();
    if let Some(&(_, exact)) = names.iter().find(|(name, _)| *name == value) {
        return vec![exact];
    }
    let mut found = Vec::new();
    for &(name, known) in names {
        if name.starts_with(&value) && !found.contains(&known) {
            found.push(known);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_and_every_kind_has_a_name() {
        for kind in Kind::ALL {
            assert_eq!(types(kind.label()), [kind], "{kind:?}");
        }
        for kind in StatementKind::ALL {
            assert!(MANNERS.iter().any(|&(_, known)| known == kind), "{kind:?}");
        }
    }

    #[test]
    fn the_beginning_of_a_name_is_enough() {
        assert_eq!(types("Pers"), [Kind::Person]);
        assert_eq!(types("ORT"), [Kind::Location]);
        assert_eq!(types("or"), [Kind::Organisation, Kind::Location]);
        assert_eq!(manners("indirekt"), [StatementKind::Indirect]);
        assert!(types("xyz").is_empty());
    }
}
