//! The words of a statement as they are quoted: with the quotation marks of the article, and none left without its partner.

use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Findings, Statement, StatementId, StatementKind};
use crate::span::Span;

/// What stands between two pieces of an interrupted statement: „Das“ […] „ist neu“.
pub const GAP: &str = " […] ";

/// The words of a statement; where they are literal, in quotation marks.
pub fn of(article: &str, statement: &Statement) -> String {
    quoted(article, &statement.content, is_literal(statement.kind))
}

/// Whether the article gives the very words of whoever speaks: only direct speech does.
pub fn is_literal(kind: StatementKind) -> bool {
    match kind {
        StatementKind::Direct => true,
        StatementKind::Indirect
        | StatementKind::Reported
        | StatementKind::FreeIndirect
        | StatementKind::IndirectFreeIndirect => false,
    }
}

/// Some words of an article on one line, literal or not.
pub fn quoted(article: &str, spans: &[Span], is_literal: bool) -> String {
    let pieces = spans.iter().map(|span| {
        let words = balanced(&on_one_line(span.of(article)));
        if !is_literal || words.is_empty() || has_marks(&words) {
            return words;
        }
        match around(article, *span) {
            Some((open, close)) => format!("{open}{words}{close}"),
            None => format!("„{words}“"),
        }
    });
    let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
    pieces.join(GAP)
}

/// Words of the article itself, as a quotation from it: what stands in marks already gets single ones, unless the marks
/// are around the whole.
pub fn from_article(words: &str) -> String {
    let words = balanced(words);
    let whole = matched(&words);
    let is_quoted = whole
        .first()
        .is_some_and(|pair| pair.open == 0 && pair.end == words.len());
    if is_quoted {
        return words;
    }
    let mut inner = String::with_capacity(words.len() + 8);
    for (at, letter) in words.char_indices() {
        if !is_mark(letter) {
            inner.push(letter);
        } else if whole.iter().any(|pair| pair.open == at) {
            inner.push('‚');
        } else {
            inner.push('‘');
        }
    }
    format!("„{inner}“")
}

/// The same words with a partner for every quotation mark that lost its own: „Das ist neu becomes „Das ist neu“.
pub fn balanced(words: &str) -> String {
    let (mut open, mut lonely) = (Vec::new(), Vec::new());
    for (at, mark) in marks(words) {
        if opens(words, at, mark) {
            open.push(mark);
        } else if open.pop().is_none() {
            lonely.push(mark);
        }
    }
    let mut balanced: String = lonely.iter().rev().map(|&mark| opening_of(mark)).collect();
    balanced.push_str(words);
    balanced.extend(open.iter().rev().map(|&mark| closing_of(mark)));
    balanced
}

/// White space runs as one space; without signs that show nothing, and without control characters.
pub fn on_one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_shown = |letter: &char| !letter.is_control() && !matches!(letter, '\u{AD}' | '\u{FEFF}');
    words.join(" ").chars().filter(is_shown).collect()
}

/// The statement that some words are a part of, the innermost if there are several.
pub fn statement_around(findings: &Findings, words: Span) -> Option<StatementId> {
    let around = findings.shown_statements().filter_map(|(id, statement)| {
        let mut pieces = statement.content.iter();
        let piece = pieces.find(|piece| piece.contains(words))?;
        Some((piece.len(), id))
    });
    around.min().map(|(_, id)| id)
}

/// A span grown to where its first word begins and its last one ends: no citation begins in the middle of a word.
pub fn whole_words(article: &str, span: Span) -> Span {
    let letters = |words: &str| -> Vec<(usize, bool)> {
        let letters = words.graphemes(true);
        let is_word = |letter: &str| letter.starts_with(char::is_alphanumeric);
        letters
            .map(|letter| (letter.len(), is_word(letter)))
            .collect()
    };
    let inside = letters(span.of(article));
    let is_first = inside.first().is_some_and(|&(_, is_word)| is_word);
    let is_last = inside.last().is_some_and(|&(_, is_word)| is_word);
    let line_before = article[..span.start()].rsplit(char::is_whitespace).next();
    let line_after = article[span.end()..].split(char::is_whitespace).next();
    let grown = |letters: &mut dyn Iterator<Item = (usize, bool)>| -> usize {
        letters
            .take_while(|&(_, is_word)| is_word)
            .map(|(length, _)| length)
            .sum()
    };
    let before = letters(line_before.filter(|_| is_first).unwrap_or_default());
    let after = letters(line_after.filter(|_| is_last).unwrap_or_default());
    Span::new(
        span.start() - grown(&mut before.into_iter().rev()),
        span.end() + grown(&mut after.into_iter()),
    )
}

/// Marks right before and right after a span, if both are there.
fn around(article: &str, span: Span) -> Option<(char, char)> {
    let before = article[..span.start()].chars().next_back()?;
    let after = article[span.end()..].chars().next()?;
    (is_mark(before) && is_mark(after)).then_some((before, after))
}

/// A pair of marks: where it begins, and where it is over.
struct Pair {
    open: usize,
    end: usize,
}

/// Pairs in the order in which they begin.
fn matched(words: &str) -> Vec<Pair> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, mark) in marks(words) {
        if opens(words, at, mark) {
            open.push(at);
        } else if let Some(start) = open.pop() {
            let end = at + mark.len_utf8();
            pairs.push(Pair { open: start, end });
        }
    }
    pairs.sort_by_key(|pair| pair.open);
    pairs
}

fn has_marks(words: &str) -> bool {
    words.contains(is_mark)
}

fn marks(words: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    words.char_indices().filter(|&(_, letter)| is_mark(letter))
}

/// Double quotation marks of German, English, French and typewriters. Single ones are apostrophes as often as not.
fn is_mark(letter: char) -> bool {
    matches!(letter, '„' | '“' | '”' | '"' | '»' | '«')
}

/// Whether a mark begins something. „“ and »« mean the opposite in other countries, so what stands around them decides.
fn opens(words: &str, at: usize, mark: char) -> bool {
    if mark == '„' {
        return true;
    }
    let before = words[..at].chars().next_back();
    let after = words[at + mark.len_utf8()..].chars().next();
    let begins = before.is_none_or(|before| {
        before.is_whitespace() || matches!(before, '(' | '[' | '–' | '—' | '„')
    });
    let ends = |after: char| after.is_whitespace() || ",.;:!?)]".contains(after);
    begins && after.is_some_and(|after| !ends(after))
}

fn opening_of(mark: char) -> char {
    match mark {
        '«' => '»',
        '»' => '«',
        '”' => '“',
        '"' => '"',
        _ => '„',
    }
}

fn closing_of(mark: char) -> char {
    match mark {
        '«' => '»',
        '»' => '«',
        '“' | '”' => '”',
        '"' => '"',
        _ => '“',
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_get_their_partners() {
        for (words, expected) in [
            ("„Das ist neu", "„Das ist neu“"),
            ("Das ist neu“", "„Das ist neu“"),
            ("»Das ist neu", "»Das ist neu«"),
            ("Das ist neu.»", "«Das ist neu.»"),
            ("“It is new", "“It is new”"),
            ("„Das ist „neu“, sagt er", "„Das ist „neu“, sagt er“"),
            ("ein „Wahnsinn“", "ein „Wahnsinn“"),
            ("ein „Wahn", "ein „Wahn“"),
            ("\"Das\" und \"dies", "\"Das\" und \"dies\""),
            ("nichts", "nichts"),
        ] {
            assert_eq!(balanced(words), expected, "{words}");
        }
    }

    #[test]
    fn literal_words_stand_in_the_marks_of_the_article() {
        let article = "»Ja«, sagte sie. „Nein“, sagte er, „niemals.“ Nie: so sei es „gewesen“.";
        let check = |words: &[&str], is_literal, expected: &str| {
            let spans = words.iter().map(|words| {
                let start = article.find(words).expect("the words stand in the text");
                Span::new(start, start + words.len())
            });
            let spans: Vec<Span> = spans.collect();
            assert_eq!(quoted(article, &spans, is_literal), expected);
        };
        check(&["»Ja«"], true, "»Ja«");
        check(&["Ja"], true, "»Ja«");
        check(&["„Nein“", "„niemals.“"], true, "„Nein“ […] „niemals.“");
        check(&["„Nein", "niemals.“"], true, "„Nein“ […] „niemals.“");
        check(&["Nie"], true, "„Nie“");
        check(&["so sei es „gewesen“"], false, "so sei es „gewesen“");
        check(&["so sei es"], false, "so sei es");
    }

    #[test]
    fn what_is_quoted_in_a_quotation_has_single_marks() {
        assert_eq!(from_article("Sie sagt „nein“."), "„Sie sagt ‚nein‘.“");
        assert_eq!(from_article("„Nein“"), "„Nein“");
        assert_eq!(
            from_article("„Nein“, sagt sie, „nie“"),
            "„‚Nein‘, sagt sie, ‚nie‘“"
        );
        assert_eq!(from_article("Das gilt"), "„Das gilt“");
    }

    #[test]
    fn words_are_cited_whole() {
        let article = "Die „Ha\u{308}user“ der US-Firma.";
        let check = |words: &str, expected: &str| {
            let start = article.find(words).expect("the words stand in the text");
            let span = whole_words(article, Span::new(start, start + words.len()));
            assert_eq!(span.of(article), expected);
        };
        check("use", "Ha\u{308}user");
        check("ie „Ha\u{308}", "Die „Ha\u{308}user");
        check("er US-Fir", "der US-Firma");
        check("“ der", "“ der");
        check(" ", " ");
    }

    #[test]
    fn one_line_has_nothing_that_shows_nothing() {
        assert_eq!(
            on_one_line(" a\u{a0}b\u{2028}c\td\u{AD}e\u{7} "),
            "a b c de"
        );
        assert_eq!(on_one_line("👩\u{200d}👧"), "👩\u{200d}👧");
    }

    proptest! {
        #[test]
        fn what_is_balanced_stays_and_keeps_its_words(words in "[a-c„“”\"»«(), .]{0,24}") {
            let once = balanced(&words);
            prop_assert!(once.contains(&words));
            let letters = |words: &str| words.chars().filter(|l| !is_mark(*l)).collect::<String>();
            prop_assert_eq!(letters(&once), letters(&words));
            prop_assert!(has_marks(&from_article(&words)));
        }
    }
}
