//! One row per entity that is mentioned or speaks, in the order of their ids.

use super::{Cell, Rows, SEPARATOR, Table, columns};
use crate::document::EntityId;
use crate::exchange::extract::Extract;
use crate::exchange::table::{belongings, words};
use crate::span::Span;

const COLUMNS: [&str; 15] = columns([
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
    "note",
]);

/// The table.
pub(in crate::exchange) fn entities(extract: &Extract<'_>) -> Table {
    let rows = Rows::new(extract);
    let findings = extract.findings();
    let entities = (0..).zip(&findings.entities).zip(belongings(findings));
    let shown = entities.filter(|(_, belongings)| !belongings.is_empty());
    let cells = shown.map(|((id, entity), belongings)| {
        let mentions = belongings.mentions.iter();
        let spans: Vec<Span> = mentions.map(|(_, mention)| mention.span).collect();
        let mut row: Vec<Cell> = vec![
            rows.article.as_str().into(),
            Cell::Count(id as usize),
            entity.name.as_str().into(),
            entity.kind.label().into(),
            entity.office().into(),
            entity.aliases.join(SEPARATOR).into(),
            spans.len().into(),
            belongings.statements.len().into(),
            words(rows.text, spans.get(..1).unwrap_or_default()).into(),
            rows.ranges(&spans),
            entity.note.as_str().into(),
        ];
        row.extend(rows.origin(extract.provenance().entity(EntityId(id))));
        row
    });
    Table {
        columns: &COLUMNS,
        rows: cells.collect(),
    }
}
