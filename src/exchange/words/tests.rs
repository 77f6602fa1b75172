//! Words of texts that were split, and of those that were not.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::{Sentence, Token};
use crate::review::{Review, arbitrary};

/// Tokens between these offsets, two to a sentence.
fn with_tokens(document: &Document, ends: &[usize]) -> Review {
    let mut document = document.clone();
    let block = document.article.blocks[0].span;
    let mut at = block.start();
    for &end in ends {
        let end = end.clamp(at, block.end());
        let span = Span::new(at, end).trimmed(document.text());
        if document.text().is_char_boundary(end) && !span.is_empty() {
            document.tokens.push(Token { span });
        }
        if document.text().is_char_boundary(end) {
            at = end
                + document.text()[end..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
        }
    }
    for first in (0..document.tokens.len()).step_by(2) {
        let tokens = first..document.tokens.len().min(first + 2);
        document.sentences.push(Sentence { tokens, block: 0 });
    }
    Review::new(Arc::new(document))
}

fn check_whole(words: &Words, text: &str) -> Result<(), TestCaseError> {
    let mut covered = String::new();
    let mut at = 0;
    for token in words.tokens() {
        prop_assert!(at <= token.start() && !token.is_empty());
        prop_assert!(!token.of(text).chars().any(is_space));
        covered.push_str(token.of(text));
        at = token.end();
    }
    let visible: String = text
        .chars()
        .filter(|&character| !is_space(character))
        .collect();
    prop_assert_eq!(covered, visible);
    let mut token = 0;
    for sentence in words.sentences() {
        prop_assert!(sentence.start == token && token < sentence.end);
        token = sentence.end;
    }
    prop_assert_eq!(token, words.tokens().len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn all_that_can_be_seen_is_in_one_token_and_one_sentence(
        document in arbitrary::document(),
        mut ends in proptest::collection::vec(0_usize..400, 0..40),
    ) {
        ends.sort_unstable();
        let review = with_tokens(&document, &ends);
        let extract = Extract::whole(&review);
        let mut words = Words::of(&extract);
        check_whole(&words, extract.text())?;
        let marks: Vec<Span> = extract.findings().mentions.iter().map(|mention| mention.span).collect();
        words.cut(marks.iter().flat_map(|mark| [mark.start(), mark.end()]).collect());
        check_whole(&words, extract.text())?;
        for mark in marks {
            let seen: String = mark.of(extract.text()).chars().filter(|&c| !is_space(c)).collect();
            let Some(cover) = words.cover(mark) else {
                prop_assert_eq!(seen, "");
                continue;
            };
            prop_assert!(cover.fits());
            let tokens = words.tokens()[cover.tokens].iter();
            prop_assert_eq!(tokens.map(|token| token.of(extract.text())).collect::<String>(), seen);
        }
    }
}

fn unread(text: &str) -> Review {
    Review::new(Arc::new(Document {
        article: crate::article::from_text(text.to_owned()),
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: crate::document::Findings::default(),
        made_by: String::new(),
    }))
}

#[test]
fn each_block_of_an_unread_text_is_a_sentence() {
    let review = unread("Regen\n\nEs regnet in Bad\u{ad}stein. Immer noch.\n\nMorgen Sonne.\n");
    let extract = Extract::whole(&review);
    let words = Words::of(&extract);
    let text = |sentence: &Range<usize>| {
        words
            .span_of(sentence.clone())
            .map(|span| span.of(extract.text()))
    };
    let sentences: Vec<_> = words.sentences().iter().filter_map(text).collect();
    assert_eq!(
        sentences,
        [
            "Regen",
            "Es regnet in Bad\u{ad}stein. Immer noch.",
            "Morgen Sonne."
        ]
    );
    assert_eq!(words.block_of(2), Some(2));
    assert_eq!(words.after(0), "\n\n");
}

#[test]
fn a_mark_inside_a_word_does_not_fit_until_the_word_is_cut() {
    let review = unread("Der US-Minister lacht.");
    let extract = Extract::whole(&review);
    let mut words = Words::of(&extract);
    let mark = Span::new(4, 6);
    let expected = Cover {
        tokens: 1..2,
        fits_start: true,
        fits_end: false,
    };
    assert_eq!(words.cover(mark), Some(expected));
    words.cut(vec![4, 6]);
    assert!(words.cover(mark).is_some_and(|cover| cover.fits()));
    assert_eq!(words.tokens().len(), 5);
    assert_eq!(words.cover(Span::new(3, 4)), None);
}

#[test]
fn characters_that_no_token_has_get_one() {
    let review = unread("\u{1}Hin und Her");
    let mut document = review.document().clone();
    document.tokens = vec![
        Token {
            span: Span::new(1, 4),
        },
        Token {
            span: Span::new(5, 12),
        },
    ];
    document.sentences = vec![Sentence {
        tokens: 0..2,
        block: 0,
    }];
    let review = Review::new(Arc::new(document));
    let extract = Extract::whole(&review);
    let words = Words::of(&extract);
    let spans: Vec<_> = words
        .tokens()
        .iter()
        .map(|token| token.of(extract.text()))
        .collect();
    assert_eq!(spans, ["\u{1}", "Hin", "und", "Her"]);
    assert_eq!(words.sentences().len(), 1);
    let empty = unread("");
    assert!(Words::of(&Extract::whole(&empty)).tokens().is_empty());
}
