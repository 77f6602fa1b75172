//! Keys of texts for the things that the document knows.

use crate::document::{Form, Kind, Medium, Reason, Stance, StatementKind};
use crate::exchange::balance::BalanceFormat;
use crate::exchange::format::Group;
use crate::exchange::{Format, Loss};
use crate::view::balance::Part;
use crate::view::concordance::Sorting;
use crate::view::listing::Order;
use crate::view::speaker::{Speaker, SpeakerKey};
use crate::view::value::{DayPart, Unit};

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

/// „P“, for want of room.
pub fn letter(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "letter-person",
        Kind::Organisation => "letter-organisation",
        Kind::Location => "letter-location",
        Kind::Other => "letter-other",
        Kind::Role => "letter-role",
        Kind::Date => "letter-date",
        Kind::Time => "letter-time",
        Kind::Duration => "letter-duration",
        Kind::Amount => "letter-amount",
    }
}

/// „Ort“, „Weiterer“: where there is little room.
pub fn kind_short(kind: Kind) -> &'static str {
    match kind {
        Kind::Other => "kind-other-short",
        other => self::kind(other),
    }
}

/// „Personen“.
pub fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "kinds-person",
        Kind::Organisation => "kinds-organisation",
        Kind::Location => "kinds-location",
        Kind::Other => "kinds-other",
        Kind::Role => "kinds-role",
        Kind::Date => "kinds-date",
        Kind::Time => "kinds-time",
        Kind::Duration => "kinds-duration",
        Kind::Amount => "kinds-amount",
    }
}

/// What the marks of a kind are.
pub fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "about-person",
        Kind::Organisation => "about-organisation",
        Kind::Location => "about-location",
        Kind::Other => "about-other",
        Kind::Role => "about-role",
        Kind::Date => "about-date",
        Kind::Time => "about-time",
        Kind::Duration => "about-duration",
        Kind::Amount => "about-amount",
    }
}

/// „abgeleitet“: how a mention names what it names.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Name => "form-name",
        Form::Derived => "form-derived",
        Form::Part => "form-part",
        Form::Description => "form-description",
        Form::Pronoun => "form-pronoun",
    }
}

/// January to December.
pub const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

/// Monday to Sunday.
pub const WEEKDAYS: [&str; 7] = [
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
];

/// Spring to winter.
pub const SEASONS: [&str; 4] = [
    "season-spring",
    "season-summer",
    "season-autumn",
    "season-winter",
];

/// „Abend“.
pub fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "part-morning",
        DayPart::Midday => "part-midday",
        DayPart::Afternoon => "part-afternoon",
        DayPart::Evening => "part-evening",
        DayPart::Night => "part-night",
    }
}

/// „3 Jahre“.
pub fn duration(unit: Unit) -> &'static str {
    match unit {
        Unit::Year => "duration-years",
        Unit::Month => "duration-months",
        Unit::Week => "duration-weeks",
        Unit::Day => "duration-days",
        Unit::Hour => "duration-hours",
        Unit::Minute => "duration-minutes",
        Unit::Second => "duration-seconds",
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

/// „indirekt“: what words of the article are.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Direct => "part-direct",
        Part::Indirect => "part-indirect",
        Part::Reported => "part-reported",
        Part::Narrator => "part-narrator",
    }
}

/// Name of what a balance is written as, and what it is good for.
pub fn balance_format(format: BalanceFormat) -> (&'static str, &'static str) {
    match format {
        BalanceFormat::Csv => ("balance-csv", "balance-csv-hint"),
        BalanceFormat::Svg => ("balance-svg", "balance-svg-hint"),
        BalanceFormat::Png => ("balance-png", "balance-png-hint"),
    }
}

/// „schriftlich“, in a word and in a sentence; nothing for what was simply said.
pub fn medium(medium: Medium) -> Option<(&'static str, &'static str)> {
    match medium {
        Medium::Speech => None,
        Medium::Writing => Some(("medium-writing", "medium-writing-hint")),
        Medium::Thought => Some(("medium-thought", "medium-thought-hint")),
    }
}

/// What the article lets us know of the truth of a statement: in a word and in a sentence; nothing where it stays neutral.
pub fn stance(stance: Stance) -> Option<(&'static str, &'static str)> {
    match stance {
        Stance::Neutral => None,
        Stance::Distancing => Some(("stance-distancing", "stance-distancing-hint")),
        Stance::Endorsing => Some(("stance-endorsing", "stance-endorsing-hint")),
    }
}

/// „Wie im Text“.
pub fn order(order: Order) -> &'static str {
    match order {
        Order::KeyFirst => "order-key",
        Order::Text => "order-text",
        Order::Salience => "order-salience",
        Order::Speaker => "order-speaker",
    }
}

/// „davor“: in a word above its column, and in full.
pub fn sorting(sorting: Sorting) -> (&'static str, &'static str) {
    match sorting {
        Sorting::Text => ("sort-text", "sort-by-text"),
        Sorting::Left => ("sort-left", "sort-by-left"),
        Sorting::Name => ("sort-name", "sort-by-name"),
        Sorting::Right => ("sort-right", "sort-by-right"),
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
        Some(Reason::Label) => "because-label",
        Some(Reason::Addressed) => "because-addressed",
        Some(Reason::Reader) => "because-reader",
        Some(Reason::Editorial) => "because-editorial",
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
    let mut keys = FORMATS.iter();
    let found = keys.find(|(name, ..)| *name == format.name());
    found.map_or(("export-json", "export-json-hint"), |&(_, name, hint)| {
        (name, hint)
    })
}

/// For each format its name on the command line, and the keys of its name and its hint in the window.
const FORMATS: &[(&str, &str, &str)] = &[
    ("html", "export-html", "export-html-hint"),
    ("markdown", "export-markdown", "export-markdown-hint"),
    ("docx", "export-docx", "export-docx-hint"),
    ("xlsx", "export-xlsx", "export-xlsx-hint"),
    ("csv-excel", "export-csv-excel", "export-csv-excel-hint"),
    ("csv", "export-csv", "export-csv-hint"),
    ("json", "export-json", "export-json-hint"),
    (
        "web-annotation",
        "export-web-annotation",
        "export-web-annotation-hint",
    ),
    ("tei", "export-tei", "export-tei-hint"),
    ("qdpx", "export-qdpx", "export-qdpx-hint"),
    ("brat", "export-brat", "export-brat-hint"),
    (
        "webanno-tsv",
        "export-webanno-tsv",
        "export-webanno-tsv-hint",
    ),
    ("cas-json", "export-cas-json", "export-cas-json-hint"),
    ("cas-xmi", "export-cas-xmi", "export-cas-xmi-hint"),
    (
        "label-studio",
        "export-label-studio",
        "export-label-studio-hint",
    ),
    ("doccano", "export-doccano", "export-doccano-hint"),
    ("prodigy", "export-prodigy", "export-prodigy-hint"),
    ("conll2002", "export-conll2002", "export-conll2002-hint"),
    ("conllu", "export-conllu", "export-conllu-hint"),
    ("spacy", "export-spacy", "export-spacy-hint"),
    ("gernewsqua", "export-gernewsqua", "export-gernewsqua-hint"),
];

/// What the formats of a group are for.
pub fn format_group(group: Group) -> &'static str {
    match group {
        Group::Report => "export-group-report",
        Group::Table => "export-group-table",
        Group::Exchange => "export-group-exchange",
        Group::Tool => "export-group-tool",
        Group::Corpus => "export-group-corpus",
    }
}

/// What a format cannot hold.
pub fn loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Mentions => "loss-mentions",
        Loss::Overlaps => "loss-overlaps",
        Loss::Widened => "loss-widened",
        Loss::Kinds => "loss-kinds",
        Loss::Forms => "loss-forms",
        Loss::Values => "loss-values",
        Loss::Entities => "loss-entities",
        Loss::EntityFacts => "loss-entity-facts",
        Loss::Statements => "loss-statements",
        Loss::Pieces => "loss-pieces",
        Loss::StatementFacts => "loss-statement-facts",
        Loss::Cues => "loss-cues",
        Loss::Speakers => "loss-speakers",
        Loss::Addressees => "loss-addressees",
        Loss::Via => "loss-via",
        Loss::Nesting => "loss-nesting",
        Loss::Frames => "loss-frames",
        Loss::Confidence => "loss-confidence",
        Loss::Verdicts => "loss-verdicts",
        Loss::Notes => "loss-notes",
        Loss::Steps => "loss-steps",
        Loss::Provenance => "loss-provenance",
        Loss::Blocks => "loss-blocks",
        Loss::Metadata => "loss-metadata",
        Loss::Text => "loss-text",
        Loss::Characters => "loss-characters",
    }
}

#[cfg(test)]
#[test]
fn every_format_has_a_name_in_the_window() {
    let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    let labelled: Vec<&str> = FORMATS.iter().map(|&(name, ..)| name).collect();
    assert_eq!(names, labelled);
}

/// The name of a speaker, or that it is unknown.
pub fn speaker(speaker: &Speaker, texts: &Texts) -> String {
    match (&speaker.name, &speaker.key) {
        (Some(name), _) => name.clone(),
        (None, SpeakerKey::Editorial) => texts.text("speaker-editorial"),
        (None, _) => texts.text("speaker-unknown"),
    }
}
