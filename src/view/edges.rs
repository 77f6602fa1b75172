//! Moving one edge of what is marked, by words or by letters, and words beside a place.

use unicode_segmentation::UnicodeSegmentation;

use crate::article::Article;
use crate::german::abbreviations;
use crate::span::Span;

use super::selection::Grain;
use super::words;

/// One of the two ends of something marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Left,
    /// Where it ends.
    Right,
}

/// What is marked: names end with a word, statements may end with a quotation mark as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A name, a date, an amount.
    Name,
    /// What somebody says.
    Statement,
}

/// Text around an edge that is looked at: longer words are not moved over in one go.
const REACH: usize = 1200;

/// The span with one edge moved on (to the end of the text) or back; nothing if there is no place for it.
pub fn moved(
    article: &Article,
    span: Span,
    (edge, matter): (Edge, Matter),
    is_on: bool,
    grain: Grain,
) -> Option<Span> {
    let at = match edge {
        Edge::Left => span.start(),
        Edge::Right => span.end(),
    };
    let stops = stops(article, span, at, (edge, matter), grain)?;
    let goal = if is_on {
        stops.into_iter().find(|&stop| at < stop)
    } else {
        stops.into_iter().rfind(|&stop| stop < at)
    };
    with_edge(span, edge, goal?)
}

/// The span with one edge at the stop that is nearest to an offset, as far as anything of it is left.
pub fn dragged(
    article: &Article,
    span: Span,
    (edge, matter): (Edge, Matter),
    to: usize,
    grain: Grain,
) -> Span {
    let stops = stops(article, span, to, (edge, matter), grain).unwrap_or_default();
    let moved = stops
        .into_iter()
        .filter_map(|stop| Some((stop.abs_diff(to), with_edge(span, edge, stop)?)));
    moved
        .min_by_key(|&(distance, _)| distance)
        .map_or(span, |(_, moved)| moved)
}

fn with_edge(span: Span, edge: Edge, at: usize) -> Option<Span> {
    let (start, end) = match edge {
        Edge::Left => (at, span.end()),
        Edge::Right => (span.start(), at),
    };
    (start < end).then(|| Span::new(start, end))
}

/// Where around `at` an edge may stand, within the paragraph of the span.
fn stops(
    article: &Article,
    span: Span,
    at: usize,
    (edge, matter): (Edge, Matter),
    grain: Grain,
) -> Option<Vec<usize>> {
    let window = window(article, span, at)?;
    let text = window.of(&article.text);
    let mut stops: Vec<usize> = match (grain, edge) {
        (Grain::Letter, _) => {
            let starts = text.grapheme_indices(true).map(|(start, _)| start);
            starts.chain([text.len()]).collect()
        }
        (Grain::Word | Grain::Paragraph, Edge::Left) => {
            words::words(text).into_iter().map(Span::start).collect()
        }
        (Grain::Word | Grain::Paragraph, Edge::Right) => words::words(text)
            .into_iter()
            .map(|word| end_of(text, word))
            .collect(),
    };
    if matter == Matter::Statement && grain != Grain::Letter {
        let mut end = 0;
        for run in text.split_whitespace() {
            let start = end + text[end..].find(run).unwrap_or_default();
            end = start + run.len();
            stops.push(match edge {
                Edge::Left => start,
                Edge::Right => end,
            });
        }
        stops.sort_unstable();
        stops.dedup();
    }
    let stops = stops.into_iter().map(|stop| window.start() + stop);
    Some(stops.collect())
}

/// Where a word ends; the full stop of an abbreviation belongs to it.
fn end_of(text: &str, word: Span) -> usize {
    let words = word.of(text);
    let has_stop = text[word.end()..].starts_with('.');
    let is_dotted = words.contains('.') && words.split('.').all(|part| part.chars().count() <= 2);
    if has_stop && (abbreviations::contains(words) || is_dotted) {
        word.end() + 1
    } else {
        word.end()
    }
}

/// The part of the paragraph around an offset that is looked at.
fn window(article: &Article, span: Span, at: usize) -> Option<Span> {
    let text = &article.text;
    let blocks = &article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= span.start());
    let block = blocks.get(index)?.span;
    let fits = |mut offset: usize| {
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let at = at.clamp(block.start(), block.end());
    let start = fits(at.saturating_sub(REACH)).max(block.start());
    let end = fits((at + REACH).min(text.len())).min(block.end());
    (start < end).then(|| Span::new(start, end))
}

/// The word at an offset or after it; where there is none, the last one before.
pub fn word_at(article: &Article, at: usize) -> Option<Span> {
    beside(article, at, |word| at < word.end(), true)
        .or_else(|| beside(article, at, |word| word.start() < at, false))
}

/// The word after a span or before it.
pub fn word_beside(article: &Article, span: Span, is_on: bool) -> Option<Span> {
    if is_on {
        beside(article, span.end(), |word| span.end() <= word.start(), true)
    } else {
        beside(
            article,
            span.start(),
            |word| word.end() <= span.start(),
            false,
        )
    }
}

/// The first word that fits, from an offset on, or back.
fn beside(article: &Article, at: usize, fits: impl Fn(&Span) -> bool, is_on: bool) -> Option<Span> {
    let blocks = &article.blocks;
    let here = blocks.partition_point(|block| block.span.end() <= at);
    let in_block = |index: usize| {
        let block = blocks.get(index)?.span;
        let window = window(article, block, at.clamp(block.start(), block.end()))?;
        let words = words::words(window.of(&article.text)).into_iter();
        let mut words = words.map(|word| {
            let (start, end) = (window.start() + word.start(), window.start() + word.end());
            Span::new(start, end)
        });
        if is_on {
            words.find(&fits)
        } else {
            words.rfind(&fits)
        }
    };
    if is_on {
        (here..blocks.len()).find_map(in_block)
    } else {
        (0..=here.min(blocks.len().saturating_sub(1)))
            .rev()
            .find_map(in_block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use proptest::prelude::*;

    const TEXT: &str =
        "Die Ministerin Dr. Erika Müller-Große kam.\n\nSie sagte: „Das ist neu.“ Dann";

    fn span_of(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words stand in the text");
        Span::new(start, start + words.len())
    }

    fn check(words: &str, edge: Edge, is_on: bool, expected: Option<&str>) {
        let article = from_text(TEXT.to_owned());
        let moved = moved(
            &article,
            span_of(words),
            (edge, Matter::Name),
            is_on,
            Grain::Word,
        );
        assert_eq!(
            moved.map(|span| span.of(TEXT)),
            expected,
            "{words} {edge:?}"
        );
    }

    #[test]
    fn edges_move_by_words_and_stay_in_their_paragraph() {
        check("Erika", Edge::Right, true, Some("Erika Müller-Große"));
        check("Erika Müller-Große", Edge::Right, false, Some("Erika"));
        check("Erika", Edge::Right, false, None);
        check("Erika", Edge::Left, false, Some("Dr. Erika"));
        check("Ministerin", Edge::Right, true, Some("Ministerin Dr."));
        check("Dr. Erika", Edge::Left, true, Some("Erika"));
        check("kam", Edge::Right, true, None);
        check("Die", Edge::Left, false, None);
        check("Sie", Edge::Left, false, None);
        check("Müll", Edge::Right, true, Some("Müller-Große"));
    }

    #[test]
    fn edges_move_by_letters() {
        let article = from_text(TEXT.to_owned());
        let by = |words: &str, edge, is_on| {
            let edge = (edge, Matter::Name);
            moved(&article, span_of(words), edge, is_on, Grain::Letter).map(|span| span.of(TEXT))
        };
        assert_eq!(by("Müll", Edge::Right, true), Some("Mülle"));
        assert_eq!(by("Müll", Edge::Left, true), Some("üll"));
        assert_eq!(by("M", Edge::Right, false), None);
        assert_eq!(by("kam.", Edge::Right, true), None);
    }

    #[test]
    fn a_drag_goes_to_the_nearest_stop() {
        let article = from_text(TEXT.to_owned());
        let to = |words: &str| span_of(words).end();
        let name = |at| {
            let edge = (Edge::Right, Matter::Name);
            dragged(&article, span_of("Erika"), edge, at, Grain::Word).of(TEXT)
        };
        assert_eq!(name(to("Müller-Gro")), "Erika Müller-Große");
        assert_eq!(name(to("Erika M")), "Erika");
        assert_eq!(name(0), "Erika");
        assert_eq!(name(TEXT.len()), "Erika Müller-Große kam");
        let said = |at| {
            let edge = (Edge::Right, Matter::Statement);
            dragged(&article, span_of("„Das"), edge, at, Grain::Word).of(TEXT)
        };
        assert_eq!(said(to("neu.“")), "„Das ist neu.“");
        assert_eq!(said(to("neu")), "„Das ist neu");
    }

    #[test]
    fn words_are_walked_through_over_paragraphs() {
        let article = from_text(TEXT.to_owned());
        let of = |span: Option<Span>| span.map(|span| span.of(TEXT));
        assert_eq!(of(word_at(&article, 1)), Some("Die"));
        assert_eq!(of(word_at(&article, TEXT.len())), Some("Dann"));
        assert_eq!(of(word_beside(&article, span_of("kam"), true)), Some("Sie"));
        assert_eq!(
            of(word_beside(&article, span_of("Sie"), false)),
            Some("kam")
        );
        assert_eq!(of(word_beside(&article, span_of("Die"), false)), None);
        assert_eq!(of(word_beside(&article, span_of("Dann"), true)), None);
        assert_eq!(word_at(&from_text(String::new()), 3), None);
    }

    proptest! {
        #[test]
        fn edges_of_anything_go_to_places_of_the_text(
            text in "[„“a-cÄ.👩\u{AD}\n -]{0,40}",
            from in 0_usize..60,
            length in 1_usize..30,
            to in 0_usize..80,
        ) {
            let article = from_text(text);
            let fits = |at: usize| (at..=article.text.len()).find(|&at| article.text.is_char_boundary(at));
            let (Some(start), Some(end)) = (fits(from), fits(from + length)) else { return Ok(()) };
            let span = Span::new(start, end);
            for edge in [Edge::Left, Edge::Right] {
                for matter in [Matter::Name, Matter::Statement] {
                    for grain in [Grain::Letter, Grain::Word] {
                        for is_on in [false, true] {
                            if let Some(moved) = moved(&article, span, (edge, matter), is_on, grain) {
                                prop_assert_eq!(moved.of(&article.text).len(), moved.len());
                                prop_assert!(!moved.is_empty() && moved != span);
                            }
                        }
                        let dragged = dragged(&article, span, (edge, matter), to, grain);
                        prop_assert_eq!(dragged.of(&article.text).len(), dragged.len());
                    }
                }
            }
            word_at(&article, to);
            word_beside(&article, span, true);
            word_beside(&article, span, false);
        }
    }
}
