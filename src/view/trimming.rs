//! What a reader means by what he has selected: without blanks and punctuation at its ends, with abbreviations whole.

use unicode_segmentation::UnicodeSegmentation;

use crate::article::Article;
use crate::german::abbreviations;
use crate::span::Span;

/// Opening and closing signs that stand around words.
const PAIRS: [(char, char); 10] = [
    ('„', '“'),
    ('“', '”'),
    ('"', '"'),
    ('»', '«'),
    ('«', '»'),
    ('›', '‹'),
    ('‹', '›'),
    ('‚', '‘'),
    ('(', ')'),
    ('[', ']'),
];

/// The name, date or the like in a selection; nothing if it holds no letter and no digit, or reaches over a paragraph's end.
///
/// „ Dr. Weide,“ means „Dr. Weide“, „U.S“ in „U.S.-Truppen“ means „U.S.“.
pub fn name(article: &Article, selected: Span) -> Option<Span> {
    let text = &article.text;
    let span = without_marks(text, selected, is_part_of_name, false)?;
    let span = with_abbreviations(text, whole_words(text, span));
    let block = block_of(article, span)?;
    block.contains(span).then_some(span)
}

/// What is said in a selection, one span for each paragraph: quotation marks stay where both are selected, as do „!“ and „?“.
pub fn statement(article: &Article, selected: Span) -> Vec<Span> {
    let blocks = &article.blocks;
    let first = blocks.partition_point(|block| block.span.end() <= selected.start());
    let touched = blocks[first..]
        .iter()
        .take_while(|block| block.span.start() < selected.end());
    let parts = touched.filter_map(|block| {
        let start = selected.start().max(block.span.start());
        let end = selected.end().min(block.span.end());
        let part = Span::new(start, end.max(start));
        let text = &article.text;
        let span = without_marks(text, part, is_part_of_statement, true)?;
        Some(with_abbreviations(text, whole_words(text, span)))
    });
    parts.filter(|span| !span.is_empty()).collect()
}

/// The block in which a span begins.
fn block_of(article: &Article, span: Span) -> Option<Span> {
    let blocks = &article.blocks;
    let index = blocks.partition_point(|block| block.span.end() <= span.start());
    blocks.get(index).map(|block| block.span)
}

/// Where in its words a sign stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// What is to be done with a sign at an end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    /// It depends on the sign that it belongs to.
    Paired,
}

/// Takes signs off both ends as long as they are no part; nothing if no letter is left.
fn without_marks(
    text: &str,
    selected: Span,
    is_part: impl Fn(&str, char, End) -> bool,
    keeps_pairs: bool,
) -> Option<Span> {
    let mut piece = text.get(selected.range())?;
    if !piece.contains(char::is_alphanumeric) {
        return None;
    }
    let mut start = selected.start();
    loop {
        let first = piece.graphemes(true).next()?;
        let last = piece.graphemes(true).next_back()?;
        let (opening, closing) = (first.chars().next()?, last.chars().next()?);
        let fate = |grapheme: &str, sign: char, end: End| {
            let of = |pair: &(char, char)| if end == End::First { pair.0 } else { pair.1 };
            if is_letter(grapheme) || is_part(piece, sign, end) {
                Fate::Stays
            } else if PAIRS.iter().any(|pair| of(pair) == sign) {
                Fate::Paired
            } else {
                Fate::Goes
            }
        };
        let fates = (
            fate(first, opening, End::First),
            fate(last, closing, End::Last),
        );
        let (drops_first, drops_last) = match fates {
            // First what is no letter and belongs to nothing.
            (Fate::Goes, _) | (_, Fate::Goes) => (fates.0 == Fate::Goes, fates.1 == Fate::Goes),
            (Fate::Paired, Fate::Paired) if encloses(piece, opening, closing) => {
                (!keeps_pairs, !keeps_pairs)
            }
            (first, last) => (
                first == Fate::Paired && !closes_inside(piece, opening),
                last == Fate::Paired && !opens_inside(piece, closing),
            ),
        };
        if !drops_first && !drops_last {
            return Some(Span::new(start, start + piece.len()));
        }
        if drops_last {
            piece = &piece[..piece.len() - last.len()];
        }
        if drops_first {
            piece = piece.get(first.len()..)?;
            start += first.len();
        }
    }
}

fn is_letter(grapheme: &str) -> bool {
    grapheme.chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether the signs at both ends of a piece belong to each other: not in „Ja“ und „Nein“.
fn encloses(piece: &str, opening: char, closing: char) -> bool {
    if !PAIRS.contains(&(opening, closing)) {
        return false;
    }
    let inner = piece.len() - closing.len_utf8();
    let inner = &piece[opening.len_utf8()..inner.max(opening.len_utf8())];
    opening == closing && !inner.contains(opening) || {
        let mut depth = 1_i32;
        inner.chars().all(|letter| {
            depth += i32::from(letter == opening) - i32::from(letter == closing);
            0 < depth
        })
    }
}

/// Whether what `sign` opens at the beginning is closed within: „Brücke“-Projekt.
fn closes_inside(piece: &str, sign: char) -> bool {
    let pair = PAIRS.iter().filter(|pair| pair.0 == sign);
    let rest = &piece[sign.len_utf8()..];
    pair.into_iter().any(|&(_, closing)| {
        let at = rest.find(closing);
        at.is_some_and(|at| rest[at..].contains(char::is_alphanumeric))
    })
}

/// Whether what `sign` closes at the end was opened within: Projekt „Brücke“.
fn opens_inside(piece: &str, sign: char) -> bool {
    let rest = &piece[..piece.len() - sign.len_utf8()];
    let mut pairs = PAIRS.iter().filter(|pair| pair.1 == sign);
    pairs.any(|&(opening, closing)| {
        let Some(at) = rest.rfind(opening) else {
            return false;
        };
        let is_open = opening == closing || !rest[at..].contains(closing);
        is_open && rest[..at].contains(char::is_alphanumeric)
    })
}

/// Signs that names and amounts begin or end with.
fn is_part_of_name(piece: &str, sign: char, end: End) -> bool {
    match (end, sign) {
        (End::First, '@' | '#' | '§' | '$' | '€' | '£')
        | (End::Last, '%' | '‰' | '€' | '$' | '£' | '°' | '+' | '²' | '³') => true,
        (End::First, '-' | '−' | '+' | '±') => {
            let next = piece.chars().nth(1);
            next.is_some_and(|next| next.is_ascii_digit())
        }
        (End::Last, '’' | '\'') => {
            // „Hans’ Bruder“, but not what stands in single quotation marks.
            let before = piece[..piece.len() - sign.len_utf8()].chars().next_back();
            let is_genitive = matches!(before, Some('s' | 'ß' | 'x' | 'z'));
            is_genitive && !piece.starts_with(['‚', '‘', '\''])
        }
        (End::Last, '.') => ends_with_abbreviation(piece),
        _ => false,
    }
}

fn is_part_of_statement(piece: &str, sign: char, end: End) -> bool {
    match (end, sign) {
        (End::Last, '!' | '?' | '…' | '%' | '‰' | '€' | '$' | '£' | '°')
        | (End::First, '…' | '@' | '#' | '§' | '$' | '€' | '£' | '¿' | '¡') => true,
        (End::Last, '.') => piece.ends_with("...") || ends_with_abbreviation(piece),
        (End::First, '-' | '−' | '+') => {
            let next = piece.chars().nth(1);
            next.is_some_and(|next| next.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether the full stop at the end belongs to the word before: „Dr.“, „z. B.“, „U.S.“.
fn ends_with_abbreviation(piece: &str) -> bool {
    let Some(before) = piece.strip_suffix('.') else {
        return false;
    };
    let word = last_token(before);
    abbreviations::contains(word) || is_dotted(word)
}

/// What stands behind the last blank or opening sign.
fn last_token(piece: &str) -> &str {
    let cut = piece
        .char_indices()
        .rev()
        .find(|&(_, letter)| !(letter.is_alphanumeric() || letter == '.'));
    cut.map_or(piece, |(at, letter)| &piece[at + letter.len_utf8()..])
}

/// „U.S“, „z.B“: letters with full stops between them.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    word.contains('.')
        && parts.all(|part| {
            let n_letters = part.chars().count();
            (1..=2).contains(&n_letters) && part.chars().all(char::is_alphabetic)
        })
}

/// The span with all letters of the words that it cuts into; a hyphen ends a word, so that „SPD“ in „SPD-Fraktion“ can be marked.
fn whole_words(text: &str, span: Span) -> Span {
    /// Bytes of the longest word that is completed.
    const REACH: usize = 120;
    let is_inner = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '\u{AD}' | '\u{300}'..='\u{36F}')
    };
    let piece = span.of(text);
    let (mut start, mut end) = (span.start(), span.end());
    if piece.ends_with(is_inner) {
        let after = text[end..].chars().take_while(|&letter| is_inner(letter));
        let ahead: usize = after.map(char::len_utf8).sum();
        end += if ahead <= REACH { ahead } else { 0 };
    }
    if piece.starts_with(is_inner) {
        let before = text[..start].chars().rev();
        let before = before.take_while(|&letter| is_inner(letter));
        let behind: usize = before.map(char::len_utf8).sum();
        start -= if behind <= REACH { behind } else { 0 };
    }
    // A soft hyphen beside a word is none of it.
    let whole = &text[start..end];
    let skipped = whole.len() - whole.trim_start_matches('\u{AD}').len();
    let cut = whole.len() - whole.trim_end_matches('\u{AD}').len();
    Span::new(start + skipped, end - cut)
}

/// The span with all of the abbreviations that it cuts into.
fn with_abbreviations(text: &str, span: Span) -> Span {
    const REACH: usize = 24;
    let stands = |letter: char| letter.is_alphanumeric() || letter == '.';
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let ahead: usize = after
        .chars()
        .take_while(|&letter| stands(letter))
        .take(REACH)
        .map(char::len_utf8)
        .sum();
    let behind: usize = before
        .chars()
        .rev()
        .take_while(|&letter| stands(letter))
        .take(REACH)
        .map(char::len_utf8)
        .sum();
    let piece = span.of(text);
    let mut whole = span;
    // „U.S“ and „S.“ both mean „U.S.“.
    let tail_start = span.end() - last_token(piece).len();
    let behind_tail = if tail_start == span.start() {
        behind
    } else {
        0
    };
    let tail = &text[tail_start - behind_tail..span.end() + ahead];
    let is_whole = |word: &str| word.strip_suffix('.').is_some_and(is_dotted);
    if is_whole(tail) {
        whole = whole.hull(Span::new(
            tail_start - behind_tail,
            tail_start - behind_tail + tail.len(),
        ));
    } else if after.starts_with('.') && ahead == 1 && abbreviations::contains(last_token(piece)) {
        whole = Span::new(whole.start(), whole.end() + 1);
    }
    let head_end = piece
        .find(|letter: char| !stands(letter))
        .unwrap_or(piece.len());
    if 0 < behind && head_end < piece.len() {
        let head = &text[span.start() - behind..span.start() + head_end];
        if is_whole(head) {
            whole = Span::new(span.start() - behind, whole.end());
        }
    }
    whole
}

#[cfg(test)]
#[path = "trimming_tests.rs"]
mod tests;
