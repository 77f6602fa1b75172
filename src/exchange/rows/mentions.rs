//! One row per mention, in text order.

use super::{Cell, Rows, Table, columns};
use crate::exchange::extract::Extract;
use crate::exchange::table::words;

const COLUMNS: [&str; 17] = columns([
    "article",
    "id",
    "text",
    "type",
    "form",
    "entity",
    "entity_name",
    "value",
    "start",
    "end",
    "confidence",
    "verdict",
    // Of the mention; an entity has a note of its own.
    "note",
]);

/// The table.
pub(in crate::exchange) fn mentions(extract: &Extract<'_>) -> Table {
    let rows = Rows::new(extract);
    let findings = extract.findings();
    let cells = findings.shown_mentions().map(|(id, mention)| {
        let entity = mention.entity;
        let name = entity.and_then(|id| findings.entities.get(id.0 as usize));
        let (start, end) = rows.range(mention.span);
        let mut row: Vec<Cell> = vec![
            rows.article.as_str().into(),
            Cell::Count(id.0 as usize),
            words(rows.text, &[mention.span]).into(),
            mention.kind.label().into(),
            mention.form.label().into(),
            entity.into(),
            name.map_or("", |entity| &entity.name).into(),
            mention.value.clone().into(),
            start.into(),
            end.into(),
            Cell::Share(mention.confidence.get()),
            mention.verdict.label().into(),
            mention.note.as_str().into(),
        ];
        row.extend(rows.origin(extract.provenance().mention(id)));
        row
    });
    Table {
        columns: &COLUMNS,
        rows: cells.collect(),
    }
}
