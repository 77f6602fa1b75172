//! The figures of an article: the samples counted by hand, and that no word is lost.

use super::*;
use crate::document::{Form, MentionId, Reason};
use crate::view::{sample, statements};
use proptest::prelude::*;

fn of(document: &Document) -> Balance {
    let rows = statements::rows(document.text(), &document.findings);
    balance(document, &document.findings, &rows)
}

#[test]
fn every_word_is_the_narrators_or_somebodys() {
    let balance = of(&sample::document());
    // „Wir bauen die Brücke“ | sagte … Neustadt, Ohnesorg … Weide, Den … zufolge | der Bau sei bezahlt, beginnen … Mai
    assert_eq!(balance.n_words, 26);
    assert_eq!(balance.parts, [4, 9, 0, 13]);
    assert_eq!(balance.n_statements, 3);
}

#[test]
fn what_the_article_itself_says_is_the_narrators() {
    let mut document = sample::document();
    let statement = &mut document.findings.statements[0];
    if let Some(voice) = &mut statement.speaker {
        (voice.because, voice.entity) = (Reason::Editorial, None);
    }
    let balance = of(&document);
    assert_eq!(balance.parts, [0, 9, 0, 17], "four more than before");
    assert_eq!((balance.n_statements, balance.voices.len()), (2, 2));
}

#[test]
fn who_says_most_comes_first_and_nobody_last() {
    let balance = of(&sample::document());
    let voices: Vec<_> = balance
        .voices
        .iter()
        .map(|voice| {
            (
                voice.speaker.name.as_deref(),
                voice.n_statements,
                voice.parts,
            )
        })
        .collect();
    let expected = [
        (Some("Erika Ohnesorg"), 2, [4, 4, 0, 0]),
        (None, 1, [0, 5, 0, 0]),
    ];
    assert_eq!(voices, expected);
    assert_eq!(
        balance.unknown,
        Tally {
            n_statements: 1,
            n_words: 5
        }
    );
    assert_eq!(balance.anonymous, Tally::default());
}

#[test]
fn a_statement_within_another_takes_its_words_from_it() {
    let mut document = sample::document();
    let outer = document.findings.statements[0].content[0];
    let mut inner = document.findings.statements[0].clone();
    let start = document.text().find("die Brücke").unwrap_or(0);
    inner.content = vec![Span::new(start, outer.end())];
    inner.inside = Some(StatementId(0));
    inner.speaker = None;
    document.findings.statements.push(inner);
    let balance = of(&document);
    assert_eq!(balance.parts, [4, 9, 0, 13]);
    assert_eq!(balance.voices[0].parts, [2, 4, 0, 0]);
    assert_eq!(
        balance.unknown,
        Tally {
            n_statements: 2,
            n_words: 7
        }
    );
}

#[test]
fn who_is_mentioned_often_and_never_heard_is_named() {
    let mut document = sample::document();
    assert!(of(&document).silent.is_empty());
    let weide = document.findings.mention(MentionId(3)).clone();
    document
        .findings
        .mentions
        .extend([weide.clone(), weide.clone()]);
    let silent = of(&document).silent;
    assert_eq!(silent.len(), 1);
    assert_eq!(
        (silent[0].name.as_str(), silent[0].n_mentions),
        ("Kurt Weide", 3)
    );
    // Words that only contain the name do not count.
    document.findings.mentions.pop();
    document.findings.mentions.push(crate::document::Mention {
        form: Form::Part,
        ..weide.clone()
    });
    assert!(of(&document).silent.is_empty());
    document.findings.mentions.push(weide);
    // Who passes something on is heard.
    document.findings.statements[0]
        .via
        .push(crate::document::Voice {
            spans: Vec::new(),
            entity: Some(EntityId(2)),
            because: Reason::Medium,
        });
    assert!(of(&document).silent.is_empty());
}

#[test]
fn percents_add_up() {
    assert_eq!(percents([1, 1, 1]), [34, 33, 33]);
    assert_eq!(percents([4, 9, 0, 14]), [15, 33, 0, 52]);
    assert_eq!(percents([0, 0]), [0, 0]);
}

proptest! {
    #[test]
    fn shares_of_anything_add_up_to_the_whole(counts in [0_usize..1000, 0..1000, 0..1000, 0..3]) {
        let percents = percents(counts);
        let total: usize = counts.iter().sum();
        prop_assert_eq!(percents.iter().sum::<usize>(), if total == 0 { 0 } else { 100 });
        for (percent, count) in percents.iter().zip(counts) {
            let exact = 100.0 * count as f64 / total.max(1) as f64;
            prop_assert!((*percent as f64 - exact).abs() < 1.0);
        }
    }

    #[test]
    fn no_word_counts_twice(cuts in prop::collection::vec((0_usize..150, 1_usize..60), 3)) {
        let mut document = sample::document();
        let ends: Vec<usize> = document.text().char_indices().map(|(at, _)| at).collect();
        for (statement, &(start, length)) in document.findings.statements.iter_mut().zip(&cuts) {
            let last = (start + length).min(ends.len() - 1);
            statement.content = vec![Span::new(ends[start], ends[last])];
        }
        let balance = of(&document);
        prop_assert_eq!(balance.parts.iter().sum::<usize>(), balance.n_words);
        let of_voices: usize = balance.voices.iter().map(Voice::n_words).sum();
        prop_assert_eq!(of_voices + balance.parts[Part::Narrator as usize], balance.n_words);
    }
}
