//! The balance as a table: RFC 4180, UTF-8, comma. One row for the whole, for each part, speaker and silent name.

use crate::document::{Document, EntityId};
use crate::exchange::csv::write;
use crate::exchange::stem;
use crate::view::balance::{Balance, Part, Tally};
use crate::view::speaker::SpeakerKey;

const COLUMNS: [&str; 12] = [
    "article",
    "section",
    "name",
    "entity",
    "role",
    "n_mentions",
    "n_statements",
    "n_words",
    "share_of_words",
    "direct_words",
    "indirect_words",
    "reported_words",
];

/// The table. `section` is `article`, `part`, `speaker`, `anonymous`, `unknown` or `silent`; a share is of all words of the
/// article, from 0 to 1.
pub fn table(document: &Document, balance: &Balance) -> Vec<u8> {
    let article = stem(&document.article.source);
    let share = |n_words: usize| format!("{:.4}", n_words as f64 / balance.n_words.max(1) as f64);
    let empty = || -> [String; COLUMNS.len()] {
        let mut row: [String; COLUMNS.len()] = Default::default();
        row[0].clone_from(&article);
        row
    };
    let words = |section: &str, n_words: usize| {
        let mut row = empty();
        section.clone_into(&mut row[1]);
        row[7] = n_words.to_string();
        row[8] = share(n_words);
        row
    };
    let tally = |section: &str, tally: Tally| {
        let mut row = words(section, tally.n_words);
        row[6] = tally.n_statements.to_string();
        row
    };
    let mut rows = vec![tally(
        "article",
        Tally {
            n_statements: balance.n_statements,
            n_words: balance.n_words,
        },
    )];
    for (part, n_words) in Part::ALL.into_iter().zip(balance.parts) {
        let mut row = words("part", n_words);
        label(part).clone_into(&mut row[2]);
        rows.push(row);
    }
    for voice in &balance.voices {
        let tallied = Tally {
            n_statements: voice.n_statements,
            n_words: voice.n_words(),
        };
        let mut row = tally("speaker", tallied);
        row[2] = voice.speaker.name.clone().unwrap_or_default();
        if let SpeakerKey::Entity(EntityId(id)) = voice.speaker.key {
            row[3] = id.to_string();
        }
        row[4] = voice.speaker.role.clone().unwrap_or_default();
        for part in [Part::Direct, Part::Indirect, Part::Reported] {
            row[9 + part as usize] = voice.parts[part as usize].to_string();
        }
        rows.push(row);
    }
    rows.push(tally("anonymous", balance.anonymous));
    rows.push(tally("unknown", balance.unknown));
    for silent in &balance.silent {
        let mut row = empty();
        "silent".clone_into(&mut row[1]);
        row[2].clone_from(&silent.name);
        row[3] = silent.id.0.to_string();
        row[5] = silent.n_mentions.to_string();
        rows.push(row);
    }
    write(COLUMNS, rows.into_iter())
}

fn label(part: Part) -> &'static str {
    match part {
        Part::Direct => "direct",
        Part::Indirect => "indirect",
        Part::Reported => "reported",
        Part::Narrator => "narrator",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{balance, sample, statements};

    #[test]
    fn the_table_has_the_whole_the_parts_and_everyone() {
        let document = sample::document();
        let rows = statements::rows(document.text(), &document.findings);
        let balance = balance::balance(&document, &document.findings, &rows);
        let table = String::from_utf8(table(&document, &balance)).expect("it is text");
        let lines: Vec<&str> = table.split("\r\n").collect();
        // Up to the name of the article, which is a checksum.
        let after = |line: &str| line.split_once(',').map(|(_, rest)| rest.to_owned());
        let rows: Vec<String> = lines[1..].iter().filter_map(|line| after(line)).collect();
        let expected = [
            "article,,,,,3,26,1.0000,,,",
            "part,direct,,,,,4,0.1538,,,",
            "part,indirect,,,,,9,0.3462,,,",
            "part,reported,,,,,0,0.0000,,,",
            "part,narrator,,,,,13,0.5000,,,",
            "speaker,Erika Ohnesorg,0,Bürgermeisterin,,2,8,0.3077,4,4,0",
            "speaker,,,,,1,5,0.1923,0,5,0",
            "anonymous,,,,,0,0,0.0000,,,",
            "unknown,,,,,1,5,0.1923,,,",
        ];
        assert_eq!(rows, expected);
    }
}
