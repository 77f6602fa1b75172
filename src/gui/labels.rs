//! Keys of texts for the things that the document knows.

use crate::document::{Kind, Reason, StatementKind};
use crate::exchange::Format;
use crate::view::category::Category;
use crate::view::speaker::Speaker;
use crate::view::statements::Order;

use super::i18n::Texts;

/// „Person“.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "kind-person",
        Kind::Organisation => "kind-organisation",
        Kind::Location => "kind-location",
        Kind::Other => "kind-other",
        Kind::Role => "kind-role",
        Kind::Date => "kind-date",
        Kind::Time => "kind-time",
        Kind::Duration => "kind-duration",
        Kind::Amount => "kind-amount",
    }
}

/// „Personen“.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::Person => "kinds-person",
        Category::Organisation => "kinds-organisation",
        Category::Location => "kinds-location",
        Category::Other => "kinds-other",
        Category::Role => "kinds-role",
        Category::Date => "kinds-date",
        Category::Amount => "kinds-amount",
    }
}

/// „indirekt“.
pub fn statement(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "statement-direct",
        StatementKind::Indirect => "statement-indirect",
        StatementKind::Reported => "statement-reported",
        StatementKind::FreeIndirect => "statement-free-indirect",
        StatementKind::IndirectFreeIndirect => "statement-indirect-free-indirect",
    }
}

/// „Wie im Text“.
pub fn order(order: Order) -> &'static str {
    match order {
        Order::KeyFirst => "order-key",
        Order::Text => "order-text",
        Order::Salience => "order-salience",
    }
}

/// Why somebody is taken for the speaker.
pub fn reason(reason: Option<Reason>) -> &'static str {
    match reason {
        Some(Reason::Subject) => "because-subject",
        Some(Reason::Preposition) => "because-preposition",
        Some(Reason::Agent) => "because-agent",
        Some(Reason::Sentence) => "because-sentence",
        Some(Reason::CarriedOn) => "because-carried-on",
        Some(Reason::Nearest) => "because-nearest",
        Some(Reason::Enclosing) => "because-enclosing",
        Some(Reason::Medium) => "because-medium",
        Some(Reason::Reader) => "because-reader",
        None => "because-unknown",
    }
}

/// How sure the program is, of 1 to 3.
pub fn confidence(level: u8) -> &'static str {
    match level {
        0 | 1 => "confidence-low",
        2 => "confidence-middle",
        _ => "confidence-high",
    }
}

/// Name of a format and what it is good for.
pub fn format(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Json => ("export-json", "export-json-hint"),
        Format::Csv => ("export-csv", "export-csv-hint"),
        Format::Html => ("export-html", "export-html-hint"),
    }
}

/// The name of a speaker, or that it is unknown.
pub fn speaker(speaker: &Speaker, texts: &Texts) -> String {
    match &speaker.name {
        Some(name) => name.clone(),
        None => texts.text("speaker-unknown"),
    }
}
