//! What is written, put together again as the reader of `INCEpTION` does.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::review::{Review, arbitrary};

/// Where each mark of a layer stands, by number, put together from the lines as the reader of `INCEpTION` does.
fn marks(lines: &str, column: usize) -> BTreeMap<String, (usize, usize)> {
    let mut marks: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for line in lines
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), 18, "{line}");
        let (start, end) = fields[1].split_once('-').expect("two offsets");
        let (start, end) = (
            start.parse().expect("a number"),
            end.parse().expect("a number"),
        );
        let values = fields[column].split('|').filter(|&value| value != "_");
        for value in values {
            let id = value.rsplit_once('[').expect("every mark has a number").1;
            marks.entry(id.to_owned()).or_insert((start, end)).1 = end;
        }
    }
    marks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_mention_stands_where_it_stood(review in arbitrary::review()) {
        let extract = Extract::whole(&review);
        let lines = write(&extract, &mut Losses::default());
        let text = extract.text();
        let offsets = Offsets::new(text, Unit::Utf16);
        let trimmed = |span: Span| {
            let piece = span.of(text);
            let start = piece.trim_start_matches(crate::exchange::words::is_space);
            let start = span.end() - start.len();
            let end = span.start() + piece.trim_end_matches(crate::exchange::words::is_space).len();
            (start < end).then(|| offsets.from_span(text, Span::new(start, end)))
        };
        let mentions = extract.findings().shown_mentions();
        let mut expected: Vec<_> = mentions.filter_map(|(_, mention)| trimmed(mention.span)).collect();
        expected.sort_unstable();
        let mut found: Vec<_> = marks(&lines, 4).into_values().collect();
        found.sort_unstable();
        prop_assert_eq!(found, expected);
        let statements = extract.findings().shown_statements();
        let seen = statements.filter(|(_, statement)| {
            statement.content.iter().any(|&span| trimmed(span).is_some())
        });
        let pieces = marks(&lines, 10);
        prop_assert!(seen.count() <= pieces.len());
    }
}

#[test]
fn a_part_of_a_word_has_a_line_of_its_own() {
    let article = crate::article::from_text("Der US-Minister 🚋 lacht.\n".to_owned());
    let mut document = crate::view::sample::document();
    document.article = article;
    (document.tokens, document.sentences) = (Vec::new(), Vec::new());
    document.findings.statements.clear();
    document.findings.mentions.truncate(1);
    document.findings.mentions[0].span = Span::new(4, 6);
    let review = Review::new(document.into());
    let lines = write(&Extract::whole(&review), &mut Losses::default());
    let rows: Vec<_> = lines
        .lines()
        .skip(6)
        .map(|line| line.split('\t').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    let expected = [
        "",
        "#Text=Der US-Minister 🚋 lacht.",
        "1-1 0-3 Der",
        "1-2 4-15 US-Minister",
        "1-2.1 4-6 US",
        "1-3 16-18 🚋",
        "1-4 19-24 lacht",
        "1-5 24-25 .",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn arcs_lead_to_what_is_said() {
    let review = Review::new(crate::view::sample::document().into());
    let lines = write(&Extract::whole(&review), &mut Losses::default());
    let arcs: Vec<&str> = lines
        .lines()
        .filter_map(|line| line.split('\t').nth(15))
        .filter(|&arcs| arcs != "_")
        .collect();
    assert!(
        arcs.iter()
            .any(|arcs| arcs.starts_with("cue|") && arcs.contains("speaker")),
        "{arcs:?}"
    );
}
