//! Words and regular expressions as patterns that find them in a text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use regex_syntax::ast;
use unicode_normalization::UnicodeNormalization;

/// Memory that a compiled pattern may take, in bytes: what readers type stays under a tenth of it, and the time of a
/// search grows with it at worst.
const MAX_COMPILED: usize = 1 << 19;

/// Memory for what is remembered during a search, in bytes.
const MAX_CACHE: usize = 1 << 21;

/// How far ahead a match is looked for, in bytes: some patterns read everything before they settle for one letter, and
/// do so again at the next. Such a search takes time for each hit, but no more than this. No paragraph of a newspaper is
/// as long.
const WINDOW: usize = 4096;

/// What two windows share, in bytes, so that a match across their border is found.
const OVERLAP: usize = 1024;

/// Groups inside groups.
const MAX_NESTING: u32 = 40;

/// What is looked for in a text.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

/// What is wrong with a regular expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// `(a`
    OpenGroup,
    /// `a)`
    StrayGroupEnd,
    /// `[a`
    OpenClass,
    /// `*a`
    NothingToRepeat,
    /// `\y`
    Escape,
    /// `(?=a)`
    LookAround,
    /// `(a)\1`
    Backreference,
    /// Would take too much memory: `\w{1000}`.
    TooLarge,
    /// Something else.
    Other,
}

impl Pattern {
    /// Finds words as typed: in any case, over line ends, with the hyphens and apostrophes of any typewriter, and with
    /// accents where none were typed. `None` if that is too much.
    pub fn of_words(words: &str) -> Option<Self> {
        build(&loosened(words)).map(Self)
    }

    /// The same, but only where a word begins: "Rau" finds „Ella Rau“ and „Rautenberg“, but not „Frauke“.
    pub fn of_name(words: &str) -> Option<Self> {
        build(&format!(r"\b{{start-half}}{}", loosened(words))).map(Self)
    }

    /// A regular expression. If it is wrong: where in it, in bytes, and what.
    pub fn of_regex(pattern: &str) -> Result<Self, (Range<usize>, PatternFault)> {
        let parsed = ast::parse::ParserBuilder::new()
            .nest_limit(MAX_NESTING)
            .build()
            .parse(pattern);
        if let Err(error) = parsed {
            let span = error.span();
            return Err((span.start.offset..span.end.offset, fault(error.kind())));
        }
        match build(pattern) {
            Some(regex) => Ok(Self(regex)),
            None => Err((0..pattern.len(), why_not(pattern))),
        }
    }

    /// Whether it occurs in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// Where it occurs, the empty places left out. In a paragraph of more than four thousand bytes, what is
    /// longer than that may be cut.
    pub fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            while from < text.len() {
                let end = text.ceil_char_boundary(from.saturating_add(WINDOW));
                let mut found = self.0.find_at(&text[..end], from);
                if found.is_some_and(|found| found.end() == end && end < text.len()) {
                    // It may go on, or is only there because the text seems to end here.
                    let end = text.ceil_char_boundary(end.saturating_add(WINDOW));
                    found = self.0.find_at(&text[..end], from);
                }
                match found {
                    Some(found) if found.is_empty() => {
                        from = text.ceil_char_boundary(found.end() + 1);
                    }
                    Some(found) => {
                        from = found.end();
                        return Some(found.range());
                    }
                    None if end == text.len() => return None,
                    None => from = text.ceil_char_boundary(end - OVERLAP),
                }
            }
            None
        })
    }
}

fn build(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern)
        .case_insensitive(true)
        .size_limit(MAX_COMPILED)
        .dfa_size_limit(MAX_CACHE)
        .nest_limit(MAX_NESTING)
        .build()
        .ok()
}

fn fault(kind: &ast::ErrorKind) -> PatternFault {
    use ast::ErrorKind;
    match kind {
        ErrorKind::GroupUnclosed => PatternFault::OpenGroup,
        ErrorKind::GroupUnopened => PatternFault::StrayGroupEnd,
        ErrorKind::ClassUnclosed => PatternFault::OpenClass,
        ErrorKind::RepetitionMissing => PatternFault::NothingToRepeat,
        ErrorKind::EscapeUnrecognized | ErrorKind::EscapeUnexpectedEof => PatternFault::Escape,
        ErrorKind::UnsupportedLookAround => PatternFault::LookAround,
        ErrorKind::UnsupportedBackreference => PatternFault::Backreference,
        ErrorKind::NestLimitExceeded(_) => PatternFault::TooLarge,
        _ => PatternFault::Other,
    }
}

/// Why a pattern that can be read cannot be built: it is too large, or names a class that does not exist: `\p{Elbisch}`.
fn why_not(pattern: &str) -> PatternFault {
    match regex_syntax::parse(pattern) {
        Ok(_) => PatternFault::TooLarge,
        Err(_) => PatternFault::Other,
    }
}

/// Letters with accents, for each letter without.
static ACCENTED: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
    let mut accented: BTreeMap<char, String> = BTreeMap::new();
    let letters = ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}');
    for letter in letters.filter(|letter| letter.is_lowercase()) {
        let mut parts = [letter].into_iter().nfd();
        if let (Some(plain), Some(_)) = (parts.next(), parts.next()) {
            accented.entry(plain).or_default().push(letter);
        }
    }
    // These have no parts.
    for (plain, letter) in [('o', 'ø'), ('l', 'ł'), ('d', 'đ'), ('i', 'ı'), ('h', 'ħ')] {
        accented.entry(plain).or_default().push(letter);
    }
    accented
});

/// Accents that stand as characters of their own, and hyphens that show only at the end of a line.
const BESIDE: &str = r"[\u{300}-\u{36f}\u{ad}]*";

/// Words as a regular expression.
fn loosened(words: &str) -> String {
    let mut pattern = String::new();
    let mut characters = words.trim().chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            _ if character.is_whitespace() => {
                while characters.next_if(|next| next.is_whitespace()).is_some() {}
                pattern.push_str(r"\s+");
            }
            '-' | '‐' | '‑' | '–' | '—' | '−' => pattern.push_str("[-‐‑–—−]"),
            '\'' | '’' | '‘' | '‚' | '′' | 'ʼ' => pattern.push_str("['’‘‚′ʼ]"),
            '\u{ad}' => {}
            'ß' | 'ẞ' => pattern.push_str("(?:ß|ss)"),
            's' | 'S' if matches!(characters.peek(), Some('s' | 'S')) => {
                characters.next();
                pattern.push_str("(?:ss|ß)");
            }
            _ => letter(character, &mut pattern),
        }
    }
    pattern
}

fn letter(character: char, pattern: &mut String) {
    let lower = character.to_lowercase().next().unwrap_or(character);
    if let Some(accented) = ACCENTED.get(&lower) {
        pattern.extend(["[", lower.encode_utf8(&mut [0; 4]), accented, "]", BESIDE]);
        return;
    }
    let parts: String = [character].into_iter().nfd().collect();
    let whole = regex::escape(character.encode_utf8(&mut [0; 4]));
    if parts.chars().nth(1).is_some() {
        pattern.extend(["(?:", &whole, "|", &regex::escape(&parts), ")"]);
    } else {
        pattern.push_str(&whole);
        if character.is_alphabetic() {
            pattern.push_str(BESIDE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, text: &str, expected: &[&str]) {
        let pattern = Pattern::of_words(words).expect("it is short");
        let found: Vec<&str> = pattern.places(text).map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn words_are_found_in_any_case_and_over_line_ends() {
        check(
            "schwere waffen",
            "Schwere\nWaffen, SCHWERE\u{a0}WAFFEN",
            &["Schwere\nWaffen", "SCHWERE\u{a0}WAFFEN"],
        );
        check("a.b", "a.b axb", &["a.b"]);
        check(
            "us-präsident",
            "US‑Präsident US–Präsident",
            &["US‑Präsident", "US–Präsident"],
        );
        check("trump's", "Trump’s", &["Trump’s"]);
    }

    #[test]
    fn accents_count_only_where_they_are_typed() {
        check(
            "muller",
            "Müller Muller Mu\u{308}ller",
            &["Müller", "Muller", "Mu\u{308}ller"],
        );
        check(
            "Müller",
            "Müller Muller Mu\u{308}ller",
            &["Müller", "Mu\u{308}ller"],
        );
        check("strasse", "Straße Strasse", &["Straße", "Strasse"]);
        check("STRAẞE", "Straße Strasse", &["Straße", "Strasse"]);
        check("walesa", "Wałęsa", &["Wałęsa"]);
        check("müller", "Mül\u{ad}ler", &["Mül\u{ad}ler"]);
    }

    #[test]
    fn names_begin_where_a_word_begins() {
        let rau = Pattern::of_name("rau").expect("it is short");
        assert!(rau.is_in("Ella Rau") && rau.is_in("al-Rau") && rau.is_in("Rautenberg"));
        assert!(!rau.is_in("Frauke"));
        let quoted = Pattern::of_name("„Spiegel").expect("it is short");
        assert!(quoted.is_in("der „Spiegel“"));
    }

    #[test]
    fn long_paragraphs_are_searched_to_their_end_in_time() {
        let text = format!("{}Schluss{}", "wort ".repeat(5000), " wort".repeat(5000));
        let pattern = Pattern::of_words("wort schluss wort").expect("it is short");
        assert_eq!(pattern.places(&text).next(), Some(24_995..25_012));
        assert_eq!(pattern.places(&text).count(), 1);
        let pattern = Pattern::of_regex(r"wort$").expect("it is one");
        let end = text.len();
        assert_eq!(pattern.places(&text).next(), Some(end - 4..end));
        let pattern = Pattern::of_regex("ort|").expect("it is one");
        assert_eq!(pattern.places(&text).count(), 10_000);
        // A hundred milliards of steps without a limit.
        let pattern = Pattern::of_regex("(?-i).*[^A-Z]|[A-Z]").expect("it is one");
        assert_eq!(
            pattern.places(&"A".repeat(400_000)).take(40_000).count(),
            40_000
        );
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_told_with_its_place() {
        let wrong = |pattern: &str| Pattern::of_regex(pattern).map(|_| ()).expect_err(pattern);
        assert_eq!(wrong("ab(c"), (2..3, PatternFault::OpenGroup));
        assert_eq!(wrong("a)"), (1..2, PatternFault::StrayGroupEnd));
        assert_eq!(wrong("a[b"), (1..2, PatternFault::OpenClass));
        assert_eq!(wrong("*a").1, PatternFault::NothingToRepeat);
        assert_eq!(wrong(r"(a)\1").1, PatternFault::Backreference);
        assert_eq!(wrong("(?=a)").1, PatternFault::LookAround);
        assert_eq!(wrong(r"\y").1, PatternFault::Escape);
        assert_eq!(wrong(r"\w{1000}").1, PatternFault::TooLarge);
        assert_eq!(wrong(r"\p{Elbisch}").1, PatternFault::Other);
        let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
        assert_eq!(wrong(&deep).1, PatternFault::TooLarge);
        assert!(Pattern::of_regex(r"\d+ (Tote|Verletzte)").is_ok());
    }
}
