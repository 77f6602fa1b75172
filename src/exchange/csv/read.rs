//! Statements from a table: ours, in either preset, or one that somebody has made, saved by Excel in whatever encoding.
//!
//! A heading names the columns, in any order; needed are `text` or `ranges` (or `start` and `end`), and `speaker` or `kind`.
//! `ranges` have to lead to the words in `text`; where there are none, the words are looked for in the article, row after
//! row. Without `speaker_entity` every `speaker` is taken for a name. Cues, speakers, addressees and sources on the way are
//! looked for near the statement. Rows that name another article in `article` are left out if some name this one.

mod finder;
mod heading;
mod row;

use std::borrow::Cow;
use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use crate::article::Article;
use crate::document::StatementId;
use crate::exchange::format::Input;
use crate::exchange::import::{Gathering, Imported, Misfit, Refusal, Unfit};
use crate::exchange::stem;
use finder::Finder;
use heading::Heading;
use row::{Columns, Filling};

/// Bytes that hold the heading of every such table.
const HEADING_BYTES: usize = 4096;

/// Whether its first line names the columns of a table of statements.
pub(super) fn recognises(input: &Input<'_>) -> bool {
    let start = &input.bytes[..input.bytes.len().min(HEADING_BYTES)];
    Heading::of(&decoded(start)).is_some()
}

/// Reads it onto the article.
pub(super) fn read(input: &Input<'_>) -> Result<Imported, Refusal> {
    let text = decoded(input.bytes);
    let heading = Heading::of(&text).ok_or(Refusal::Unknown)?;
    let article = input.article.ok_or(Refusal::NeedsArticle)?;
    let table = &text[heading.start..];
    let mut reader = ReaderBuilder::new()
        .delimiter(heading.delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Refusal::damaged("table", error.to_string()))?;
        records.push(record);
    }
    let mut records = records.into_iter();
    let columns = Columns::new(&records.next().unwrap_or_default());
    let records: Vec<StringRecord> = records
        .filter(|record| record.iter().any(|cell| !cell.trim().is_empty()))
        .collect();
    if records.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(statements(
        article,
        &columns,
        &records,
        heading.lines_before,
    ))
}

fn statements(
    article: &Article,
    columns: &Columns,
    records: &[StringRecord],
    lines_before: u64,
) -> Imported {
    let mut unfit: Vec<Unfit> = columns.unknown().collect();
    let own = stem(&article.source);
    let names_own = records
        .iter()
        .any(|record| columns.cell(record, "article") == own);
    let mut filling = Filling {
        columns,
        finder: Finder::new(&article.text),
        gathering: Gathering::default(),
        entities: BTreeMap::new(),
        unfit: Vec::new(),
    };
    let mut by_id: BTreeMap<String, StatementId> = BTreeMap::new();
    let mut inside: Vec<(StatementId, String, String)> = Vec::new();
    let mut made_by = String::new();
    for record in records {
        let line = record.position().map_or(0, csv::Position::line) + lines_before;
        let place = format!("line {line}");
        let of = columns.cell(record, "article");
        if names_own && of != own {
            let words = of.to_owned();
            filling.leave_out(&place, Misfit::Dangling, &words);
            continue;
        }
        if made_by.is_empty() {
            columns.cell(record, "found_by").clone_into(&mut made_by);
        }
        let Some(statement) = filling.statement(record, &place) else {
            continue;
        };
        let id = filling.gathering.statement(statement);
        by_id
            .entry(columns.cell(record, "id").to_owned())
            .or_insert(id);
        let outer = columns.cell(record, "inside");
        if !outer.is_empty() {
            inside.push((id, outer.to_owned(), place));
        }
    }
    for (id, outer, place) in inside {
        match by_id.get(&outer) {
            Some(&outer) => {
                let statements = filling.gathering.statements_mut();
                statements[id.0 as usize].inside = Some(outer);
            }
            None => filling.leave_out(&place, Misfit::Dangling, &outer),
        }
    }
    unfit.append(&mut filling.unfit);
    Imported {
        review: filling.gathering.finish(article.clone(), made_by),
        unfit,
    }
}

/// As its byte order mark says; or UTF-8, if it is; or else what Excel writes in the west.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        // Cut off within a character.
        Err(error) if error.error_len().is_none() => {
            String::from_utf8_lossy(&bytes[..error.valid_up_to()])
        }
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

#[cfg(test)]
mod tests;
