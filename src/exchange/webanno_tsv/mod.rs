//! `WebAnno` TSV 3.3, which `INCEpTION` and `WebAnno` import: a token on a line, a column for each feature.
//!
//! ```text
//! #FORMAT=WebAnno TSV 3.3
//! #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
//! #T_SP=webanno.custom.Statement|entity|inside|key|kind|medium|role|stance|statement
//! …
//!
//! #Text=Anna sagt, es regne.
//! 1-1  0-4    Anna   Anna[1]  PER[1]  Anna[2]  *[2]  *[2]  *[2]  *[2]  speaker[2]  …
//! 1-2  5-9    sagt   _        _       *[3]     …                       cue[3]      …
//! ```
//!
//! After the appendix "`WebAnno` TSV 3.3 File format" of the user guide of `INCEpTION`
//! (<https://inception-project.github.io/documentation/latest/user-guide>) and its reader. Offsets are UTF-16 units of the
//! article; marks that begin or end inside a token have lines of their own for the part (`1-2.1`). `*` is an annotation without a
//! value, `_` none, `|` stands between several, and `[3]` is the number of the annotation, the same on all its lines.
//! Every `#Text=` line leads up to the next sentence, so that the text can be put together again with all white space,
//! except at the beginning of the article, where it becomes spaces. The file imports into a project that has these layers:
//!
//! | layer | what |
//! |---|---|
//! | `NamedEntity` (built in) | mentions; `value` is PER, ORG, LOC, OTH, with `deriv` or `part` as in `GermEval`, ROLE, DATE, TIME, DURATION or AMOUNT; `identifier` is the name of the entity |
//! | `CoreferenceLink` (built in) | chains of mentions that mean the same, where there are two or more |
//! | `webanno.custom.Statement`, spans, all features strings | each piece of a statement, its cue, frame, speaker, addressee and media: `role` says what it is (`content`, `cue` …), `statement` which one it belongs to (`s1`). With `content` stand `kind`, `medium`, `stance`, `inside` and `key`, with voices `entity` |
//! | `webanno.custom.StatementPart`, relations on it | from every such part to the first piece of what is said, with its `role` |

mod columns;
mod marks;
mod rows;

use std::fmt::Write;

use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::left_out;
use super::loss::{Loss, Losses};
use super::words::Words;
use crate::document::Form;
use crate::span::{Offsets, Span, Unit};

/// The format.
pub const FACTS: Facts = Facts {
    name: "webanno-tsv",
    describe: "names and statements for INCEpTION and WebAnno (WebAnno TSV 3.3)",
    group: Group::Tool,
    files: &[FileName::Suffix("webanno.tsv")],
    write: |extract, losses| vec![write(extract, losses).into_bytes()],
    read: None,
};

const LOST: [Loss; 8] = [
    Loss::Values,
    Loss::EntityFacts,
    Loss::Confidence,
    Loss::Verdicts,
    Loss::Notes,
    Loss::Provenance,
    Loss::Blocks,
    Loss::Metadata,
];

fn write(extract: &Extract<'_>, losses: &mut Losses) -> String {
    left_out::count(extract, &LOST, losses);
    let mentions = extract.findings().shown_mentions();
    let told = [Form::Name, Form::Derived, Form::Part];
    let n_forms = mentions
        .filter(|(_, mention)| !told.contains(&mention.form))
        .count();
    losses.count(Loss::Forms, n_forms);
    let (text, words) = (extract.text(), Words::of(extract));
    let offsets = Offsets::new(text, Unit::Utf16);
    let marks = marks::of(extract, &words, losses);
    let rows = rows::of(&words, &marks);
    let mut lines = format!("#FORMAT=WebAnno TSV 3.3\n{}\n", columns::header());
    for (index, sentence) in words.sentences().iter().enumerate() {
        lines.push('\n');
        let last = sentence.end - 1;
        let start = words.tokens()[sentence.start].start();
        let end = words.tokens()[last].end() + words.after(last).len();
        let shown = Span::new(start, end).of(text);
        // Whoever reads it ends the sentence with a line feed.
        for line in shown.strip_suffix('\n').unwrap_or(shown).split('\n') {
            // Writing to a string cannot fail, here and below.
            let _ = writeln!(lines, "#Text={}", escaped(line));
        }
        for (number, token) in (1..).zip(sentence.clone()) {
            for (part, row) in rows[token].iter().enumerate() {
                let _ = write!(lines, "{}-{number}", index + 1);
                if 0 < part {
                    let _ = write!(lines, ".{part}");
                }
                let (from, to) = offsets.from_span(text, row.span);
                let _ = write!(lines, "\t{from}-{to}\t{}\t", escaped(row.span.of(text)));
                columns::write(row, &mut lines);
                lines.push('\n');
            }
        }
    }
    let first = words.tokens().first().map_or(0, |token| token.start());
    let n_replaced = text[..first]
        .chars()
        .filter(|&character| character != ' ')
        .count();
    losses.count(Loss::Characters, n_replaced);
    lines
}

/// Text as the reader of `INCEpTION` takes it: fewer signs have a meaning there than in values.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\\\"),
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\u{c}' => escaped.push_str("\\f"),
            '\r' => escaped.push_str("\\r"),
            '\u{8}' => escaped.push_str("\\b"),
            '\0'..='\u{7}' | '\u{e}'..='\u{1f}' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
