//! What is written, read by the rules of the format: brackets, white space, numbers.

use proptest::prelude::*;

use super::*;
use crate::review::{Review, arbitrary};

fn written(review: &Review) -> (String, Losses) {
    let mut losses = Losses::default();
    let lines = write(&Extract::whole(review), &mut losses);
    (lines, losses)
}

/// The columns of all tokens.
fn rows(lines: &str) -> Vec<Vec<&str>> {
    let tokens = lines
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "));
    tokens.map(|line| line.split('\t').collect()).collect()
}

fn value<'a>(row: &[&'a str], key: &str) -> Option<&'a str> {
    let pairs = row[9].split('|').filter_map(|pair| pair.split_once('='));
    pairs
        .filter(|&(name, _)| name == key)
        .map(|(_, value)| value)
        .next()
}

/// White space that `escaped` has written.
fn spaces(escaped: &str) -> String {
    let mut spaces = String::new();
    let mut rest = escaped.chars();
    while let Some(character) = rest.next() {
        assert_eq!(character, '\\');
        match rest.next() {
            Some('s') => spaces.push(' '),
            Some('t') => spaces.push('\t'),
            Some('r') => spaces.push('\r'),
            Some('n') => spaces.push('\n'),
            Some('u') => {
                let digits: String = rest.by_ref().take(4).collect();
                let number = u32::from_str_radix(&digits, 16).expect("four digits");
                spaces.push(char::from_u32(number).expect("a character"));
            }
            other => panic!("{other:?}"),
        }
    }
    spaces
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn forms_and_spaces_are_the_text(review in arbitrary::review()) {
        let (lines, _) = written(&review);
        let mut text = String::new();
        for row in rows(&lines) {
            prop_assert_eq!(row.len(), 10);
            text.push_str(&value(&row, "SpacesBefore").map(spaces).unwrap_or_default());
            text.push_str(row[1]);
            match (value(&row, "SpaceAfter"), value(&row, "SpacesAfter")) {
                (Some("No"), None) => {}
                (None, None) => text.push(' '),
                (None, Some(escaped)) => text.push_str(&spaces(escaped)),
                other => panic!("{other:?}"),
            }
        }
        prop_assert_eq!(text, review.document().text());
    }

    #[test]
    fn every_bracket_closes_and_every_mention_is_there_or_told(review in arbitrary::review()) {
        let (lines, losses) = written(&review);
        let rows = rows(&lines);
        for key in ["Entity", "Quote", "QuoteCue", "QuoteFrame", "QuoteSpeaker"] {
            let values: String = rows.iter().filter_map(|row| value(row, key)).collect();
            let opened = values.matches('(').count();
            prop_assert_eq!(opened, values.matches(')').count());
            if key == "Entity" {
                let lost = losses.iter().find(|(loss, _)| *loss == Loss::Mentions);
                let lost = lost.map_or(0, |(_, lost)| lost.count);
                prop_assert_eq!(opened + lost, review.findings().shown_mentions().count());
            }
        }
    }
}

#[test]
fn names_have_numbers_and_statements_their_speakers() {
    let review = Review::new(crate::view::sample::document().into());
    let (lines, _) = written(&review);
    assert!(lines.contains("# entity e1 = Erika Ohnesorg\n"), "{lines}");
    let rows = rows(&lines);
    let speaker = rows
        .iter()
        .find(|row| value(row, "QuoteSpeaker").is_some())
        .expect("somebody speaks");
    assert_eq!(speaker[1], "Erika");
    let quote = rows
        .iter()
        .find_map(|row| value(row, "Quote"))
        .expect("something is said");
    assert!(
        quote.starts_with("(s1-direct-speaker:e1,because:subject"),
        "{quote}"
    );
}
