//! One row per statement, in text order.

use super::{Cell, Rows, SEPARATOR, Table, columns};
use crate::document::{Medium, Statement, StatementId};
use crate::exchange::extract::Extract;
use crate::exchange::table::words;

/// What the columns are called.
pub(in crate::exchange) const COLUMNS: [&str; 30] = columns([
    "article",
    "id",
    "kind",
    "medium",
    "stance",
    "speaker",
    "speaker_entity",
    "speaker_type",
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
    "note",
]);

/// The table.
pub(in crate::exchange) fn statements(extract: &Extract<'_>) -> Table {
    let rows = Rows::new(extract);
    let statements = extract.findings().shown_statements();
    Table {
        columns: &COLUMNS,
        rows: statements
            .map(|(id, statement)| row(&rows, id, statement))
            .collect(),
    }
}

fn row(rows: &Rows<'_>, id: StatementId, statement: &Statement) -> Vec<Cell> {
    let text = rows.text;
    let speaker = statement.speaker.as_ref();
    let id_of_speaker = speaker.and_then(|voice| voice.entity);
    let entities = &rows.extract.findings().entities;
    let entity = id_of_speaker.and_then(|id| entities.get(id.0 as usize));
    let (start, end) = rows.range(statement.extent());
    // Both lists have an entry for each link that has a name.
    let via: Vec<(String, String)> = (statement.via.iter())
        .filter_map(|voice| Some((rows.name(voice)?, rows.is_anonymous(voice).to_string())))
        .collect();
    let (via, via_anonymous): (Vec<_>, Vec<_>) = via.into_iter().unzip();
    let addressee = statement.addressee.as_ref();
    let mut row = vec![
        rows.article.as_str().into(),
        Cell::Count(id.0 as usize),
        statement.kind.label().into(),
        medium(statement.medium).into(),
        statement.stance.label().into(),
        speaker.and_then(|voice| rows.name(voice)).into(),
        id_of_speaker.into(),
        entity.map_or("", |entity| entity.kind.label()).into(),
        entity.and_then(crate::document::Entity::office).into(),
        speaker.map(|voice| words(text, &voice.spans)).into(),
        speaker.map_or("", |voice| voice.because.label()).into(),
        speaker.map_or(Cell::Empty, |voice| Cell::YesNo(rows.is_anonymous(voice))),
        addressee.and_then(|voice| rows.name(voice)).into(),
        via.join(SEPARATOR).into(),
        via_anonymous.join(SEPARATOR).into(),
        statement.text(text).into(),
        words(text, &statement.cue).into(),
        start.into(),
        end.into(),
        rows.ranges(&statement.content),
        statement
            .inside
            .map_or(Cell::Empty, |id| Cell::Count(id.0 as usize)),
        Cell::Share(statement.salience),
        Cell::YesNo(statement.key),
        Cell::Share(statement.confidence.get()),
        statement.verdict.label().into(),
        statement.note.as_str().into(),
    ];
    row.extend(rows.origin(rows.extract.provenance().statement(id)));
    row
}

fn medium(medium: Medium) -> &'static str {
    match medium {
        Medium::Speech => "speech",
        Medium::Writing => "writing",
        Medium::Thought => "thought",
    }
}
