//! Tables of statements and of entities, for spreadsheets and statistics: RFC 4180, UTF-8, comma, offsets in code points.
//!
//! Rejected findings are left out. A list in a cell is separated by " | ", ranges are written "12-18 40-46".

use csv::{Terminator, WriterBuilder};

use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::stem;
use super::table::{belongings, name_of, words};
use crate::document::{EntityId, Medium, Voice};
use crate::review::Stamp;
use crate::span::{Offsets, Span, Unit};
use crate::view::speaker;

/// The format.
pub const FACTS: Facts = Facts {
    name: "csv",
    describe: "two tables, statements and entities, for spreadsheets and statistics",
    group: Group::Table,
    files: &[
        FileName::Suffix("statements.csv"),
        FileName::Suffix("entities.csv"),
    ],
    write: |extract, _| vec![statements(extract), entities(extract)],
    read: None,
};

const STATEMENT_COLUMNS: [&str; 29] = [
    "article",
    "id",
    "kind",
    "medium",
    "stance",
    "speaker",
    "speaker_entity",
    "speaker_role",
    "speaker_words",
    "speaker_because",
    "speaker_anonymous",
    "addressee",
    "via",
    "via_anonymous",
    "text",
    "cue",
    "start",
    "end",
    "ranges",
    "inside",
    "salience",
    "key",
    "confidence",
    "verdict",
    "date",
    "note",
    "found_by",
    "corrected_by",
    "corrected_at",
];

const ENTITY_COLUMNS: [&str; 15] = [
    "article",
    "id",
    "name",
    "type",
    "role",
    "aliases",
    "n_mentions",
    "n_statements",
    "first_mention",
    "mentions",
    "date",
    "note",
    "found_by",
    "corrected_by",
    "corrected_at",
];

/// One row per statement, in text order.
pub fn statements(extract: &Extract<'_>) -> Vec<u8> {
    let sheet = Sheet::new(extract);
    let findings = extract.findings();
    let by = extract.provenance();
    let rows = findings.shown_statements().map(|(id, statement)| {
        let speaker = statement.speaker.as_ref();
        let entity = speaker.and_then(|voice| voice.entity);
        let role = entity
            .and_then(|id| findings.entities.get(id.0 as usize))
            .and_then(crate::document::Entity::office);
        let extent = sheet.range(statement.extent());
        let (corrected_by, corrected_at) = corrected(by.statement(id));
        // Both lists have an entry for each link that has a name.
        let via: Vec<(String, String)> = (statement.via.iter())
            .filter_map(|voice| Some((sheet.name(voice)?, sheet.is_anonymous(voice).to_string())))
            .collect();
        let (via, via_anonymous): (Vec<_>, Vec<_>) = via.into_iter().unzip();
        [
            sheet.article.clone(),
            id.0.to_string(),
            statement.kind.label().into(),
            medium(statement.medium).into(),
            statement.stance.label().into(),
            speaker
                .and_then(|voice| sheet.name(voice))
                .unwrap_or_default(),
            optional(entity.map(|id| id.0)),
            role.unwrap_or_default(),
            speaker.map_or_else(String::new, |voice| words(sheet.text, &voice.spans)),
            speaker.map_or_else(String::new, |voice| voice.because.label().into()),
            speaker.map_or_else(String::new, |voice| sheet.is_anonymous(voice).to_string()),
            (statement.addressee.as_ref())
                .and_then(|voice| sheet.name(voice))
                .unwrap_or_default(),
            via.join(" | "),
            via_anonymous.join(" | "),
            statement.text(sheet.text),
            words(sheet.text, &statement.cue),
            extent.0.to_string(),
            extent.1.to_string(),
            sheet.ranges(&statement.content),
            optional(statement.inside.map(|id| id.0)),
            probability(statement.salience),
            statement.key.to_string(),
            probability(statement.confidence.get()),
            statement.verdict.label().into(),
            sheet.date.clone(),
            statement.note.clone(),
            sheet.found_by.clone(),
            corrected_by,
            corrected_at,
        ]
    });
    write(STATEMENT_COLUMNS, rows)
}

/// One row per entity that is mentioned or speaks, in the order of their ids.
pub fn entities(extract: &Extract<'_>) -> Vec<u8> {
    let sheet = Sheet::new(extract);
    let findings = extract.findings();
    let by = extract.provenance();
    let numbered = findings
        .entities
        .iter()
        .zip(belongings(findings))
        .enumerate();
    let shown = numbered.filter(|(_, (_, belongings))| !belongings.is_empty());
    let rows = shown.map(|(id, (entity, belongings))| {
        let mentions = belongings.mentions.iter();
        let (corrected_by, corrected_at) = corrected(by.entity(EntityId(id as u32)));
        let spans: Vec<Span> = mentions.map(|(_, mention)| mention.span).collect();
        [
            sheet.article.clone(),
            id.to_string(),
            entity.name.clone(),
            entity.kind.label().into(),
            entity.office().unwrap_or_default(),
            entity.aliases.join(" | "),
            belongings.mentions.len().to_string(),
            belongings.statements.len().to_string(),
            words(sheet.text, spans.get(..1).unwrap_or_default()),
            sheet.ranges(&spans),
            sheet.date.clone(),
            entity.note.clone(),
            sheet.found_by.clone(),
            corrected_by,
            corrected_at,
        ]
    });
    write(ENTITY_COLUMNS, rows)
}

/// What all rows need.
struct Sheet<'a> {
    extract: &'a Extract<'a>,
    text: &'a str,
    offsets: Offsets,
    article: String,
    date: String,
    /// The program and its models.
    found_by: String,
}

impl<'a> Sheet<'a> {
    fn new(extract: &'a Extract<'a>) -> Self {
        let text = extract.text();
        let source = &extract.article().source;
        Self {
            extract,
            text,
            offsets: Offsets::new(text, Unit::CodePoints),
            article: stem(source),
            date: source.date.clone().unwrap_or_default(),
            found_by: extract.document().made_by.clone(),
        }
    }

    fn name(&self, voice: &Voice) -> Option<String> {
        name_of(self.text, self.extract.findings(), voice)
    }

    fn is_anonymous(&self, voice: &Voice) -> bool {
        speaker::is_anonymous(self.text, self.extract.findings(), voice)
    }

    fn range(&self, span: Span) -> (usize, usize) {
        self.offsets.from_span(self.text, span)
    }

    fn ranges(&self, spans: &[Span]) -> String {
        let ranges = spans.iter().map(|&span| {
            let (start, end) = self.range(span);
            format!("{start}-{end}")
        });
        ranges.collect::<Vec<_>>().join(" ")
    }
}

/// What the reader who touched something last calls himself, and when that was; nothing where the program's word stands.
fn corrected(stamp: Option<&Stamp>) -> (String, String) {
    let Some(stamp) = stamp else {
        return Default::default();
    };
    let by = if stamp.by.is_empty() {
        "reader"
    } else {
        &stamp.by
    };
    (by.to_owned(), stamp.at.to_string())
}

fn medium(medium: Medium) -> &'static str {
    match medium {
        Medium::Speech => "speech",
        Medium::Writing => "writing",
        Medium::Thought => "thought",
    }
}

fn optional(number: Option<u32>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

fn probability(value: f32) -> String {
    format!("{value:.3}")
}

/// A table with a heading, made harmless for spreadsheets.
pub(super) fn write<const N: usize>(
    columns: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let full = "a Vec takes all that it is given, and all rows are of one length";
    writer.write_record(columns).expect(full);
    for row in rows {
        writer.write_record(row.map(harmless)).expect(full);
    }
    writer.into_inner().expect(full)
}

/// A spreadsheet takes a cell that begins with one of these for a formula, which may call programs: "=1+1" becomes "'=1+1",
/// as the OWASP page on CSV injection advises. Full-width forms count as their plain ones in East Asian settings.
fn harmless(cell: String) -> String {
    let is_formula =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::review::arbitrary;

    /// Rows as maps from column to cell.
    fn table(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(bytes);
        let rows = reader.deserialize();
        rows.map(|row| row.expect("every row has all columns"))
            .collect()
    }

    /// The words at "12-18 40-46", counted the slow way.
    fn at_ranges(text: &str, ranges: &str) -> Vec<String> {
        let range = |range: &str| -> String {
            let (start, end) = range.split_once('-').expect("a range has two ends");
            let [start, end] = [start, end].map(|end| end.parse::<usize>().expect("a number"));
            text.chars().skip(start).take(end - start).collect()
        };
        ranges.split_whitespace().map(range).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_statement_that_was_not_rejected_is_a_row(review in arbitrary::review()) {
            let rows = table(&statements(&Extract::whole(&review)));
            let findings = review.findings();
            prop_assert_eq!(rows.len(), findings.shown_statements().count());
            for (row, (id, statement)) in rows.iter().zip(findings.shown_statements()) {
                prop_assert_eq!(&row["id"], &id.0.to_string());
                let text = review.document().text();
                let content: Vec<&str> = statement.content.iter().map(|span| span.of(text)).collect();
                prop_assert_eq!(at_ranges(text, &row["ranges"]), content);
                prop_assert_eq!(&row["note"], &harmless(statement.note.clone()));
            }
        }

        #[test]
        fn every_entity_that_is_mentioned_or_speaks_is_a_row(review in arbitrary::review()) {
            let rows = table(&entities(&Extract::whole(&review)));
            let findings = review.findings();
            for row in &rows {
                let id = crate::document::EntityId(row["id"].parse().expect("a number"));
                let text = review.document().text();
                let mentions = findings.mentions_of(id).map(|(_, mention)| mention.span.of(text));
                prop_assert!(mentions.eq(at_ranges(text, &row["mentions"])));
                let n_statements = findings.statements_by(id).count().to_string();
                prop_assert_eq!(&row["n_statements"], &n_statements);
                let mut mentions = findings.shown_mentions();
                let is_related = mentions.any(|(_, mention)| mention.entity == Some(id));
                prop_assert!(row["n_mentions"] != "0" || n_statements != "0" || is_related);
            }
            let n_mentions: usize = rows.iter().map(|row| row["n_mentions"].parse::<usize>().expect("a number")).sum();
            let linked = findings.shown_mentions().filter(|(_, mention)| mention.entity.is_some() && mention.refers());
            prop_assert_eq!(n_mentions, linked.count());
        }

        #[test]
        fn no_cell_is_a_formula(review in arbitrary::review()) {
            for row in table(&statements(&Extract::whole(&review))).iter().chain(&table(&entities(&Extract::whole(&review)))) {
                for cell in row.values() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\n']), "{cell}");
                }
            }
        }
    }

    #[test]
    fn formulas_are_made_text() {
        assert_eq!(harmless("=HYPERLINK(\"x\")".into()), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("Al-Watan".into()), "Al-Watan");
    }
}
