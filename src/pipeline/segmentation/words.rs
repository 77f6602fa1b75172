//! Words, numbers and punctuation marks.

use crate::document::Token;
use crate::german::abbreviations;
use crate::german::openers::starts_sentence;
use crate::span::Span;

/// Appends the tokens of `block`. Every character but white space belongs to a token.
pub fn split(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let end = block.end();
    let mut at = block.start();
    while let Some(first) = text[at..end].chars().next() {
        let length = if is_space(first) {
            at += first.len_utf8();
            continue;
        } else if starts_word(&text[at..end]) {
            word_length(text, at, end)
        } else {
            mark_length(&text[at..end])
        };
        tokens.push(Token {
            span: Span::new(at, at + length),
        });
        at += length;
    }
}

/// White space, and what shows nothing and stands for nothing.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}' | '\u{feff}')
}

/// A character that words are made of: letters, digits, accents set as characters of their own, soft hyphens.
fn is_word(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(
            character,
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' | '\u{2060}'
        )
}

fn starts_word(rest: &str) -> bool {
    let mut characters = rest.chars();
    match (characters.next(), characters.next()) {
        (Some(first), _) if is_word(first) => true,
        (Some('-'), Some(second)) => second.is_alphanumeric(),
        (Some('\'' | '’' | '‘'), Some(second)) => second.is_lowercase() && is_clipped(rest),
        _ => false,
    }
}

/// "'ne", "'s": a word that has lost its beginning.
fn is_clipped(rest: &str) -> bool {
    let word: String = rest
        .chars()
        .skip(1)
        .take_while(|c| c.is_alphabetic())
        .take(6)
        .collect();
    matches!(
        word.as_str(),
        "n" | "ne" | "nen" | "nem" | "ner" | "s" | "raus" | "rein" | "rum" | "ran" | "nauf"
    )
}

/// Length of a punctuation mark; repeated dots and doubled quotation marks are one.
fn mark_length(rest: &str) -> usize {
    for mark in [",,", "''", "``", "--"] {
        if rest.starts_with(mark) {
            return mark.len();
        }
    }
    let dots = rest.bytes().take_while(|&byte| byte == b'.').count();
    if 2 <= dots {
        dots
    } else {
        rest.chars().next().map_or(1, char::len_utf8)
    }
}

fn word_length(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    if let Some(length) = address_length(rest) {
        return length;
    }
    let mut characters = rest.char_indices().peekable();
    let mut before = '\0';
    let mut length = 0;
    while let Some((offset, character)) = characters.next() {
        let after = characters.peek().map_or('\0', |&(_, next)| next);
        if !is_word(character) && offset != 0 && !joins(rest, offset, before, character, after) {
            break;
        }
        length = offset + character.len_utf8();
        before = character;
    }
    length + tail_length(rest, length)
}

/// Length of a web or mail address without the punctuation after it.
fn address_length(rest: &str) -> Option<usize> {
    const STARTS: [&str; 3] = ["http://", "https://", "www."];
    const LONGEST: usize = 2048;
    if !STARTS.iter().any(|start| rest.starts_with(start)) {
        return None;
    }
    let stops = |c: char| {
        is_space(c) || matches!(c, '"' | '“' | '”' | '„' | '<' | '>' | '(' | ')' | '«' | '»')
    };
    let length = rest.find(stops).unwrap_or(rest.len());
    let address = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '…']);
    (address.len() <= LONGEST && 4 < address.len()).then_some(address.len())
}

/// Whether `mark` at `offset` stands inside a word: "geht's", "15.30", "Bürger:innen".
fn joins(rest: &str, offset: usize, before: char, mark: char, after: char) -> bool {
    if !after.is_alphanumeric() || !is_word(before) && before != '-' {
        return false;
    }
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match mark {
        '-' | '‑' | '/' | '&' | '@' | '_' | '\'' | '’' | '·' | '+' => true,
        '.' => digits || !is_missing_space(rest, offset),
        ',' | '–' => digits,
        ':' | '*' => digits || rest[offset + 1..].starts_with("in"),
        _ => false,
    }
}

/// "Ende.Anfang": a sentence ends here and the space is missing; "u.a.", "example.org", "z.B" are words.
fn is_missing_space(rest: &str, dot: usize) -> bool {
    let word_before = rest[..dot]
        .rsplit(['.', '-', '/'])
        .next()
        .unwrap_or_default();
    let after = &rest[dot + 1..];
    let starts_sentence = after.chars().next().is_some_and(char::is_uppercase);
    let long_after = 3
        <= after
            .chars()
            .take_while(|c| c.is_lowercase() || c.is_uppercase())
            .take(3)
            .count();
    starts_sentence
        && long_after
        && 3 <= word_before.chars().count()
        && word_before.chars().all(char::is_alphabetic)
}

/// What belongs to a word after its last letter: a full stop, hyphen or apostrophe.
fn tail_length(rest: &str, length: usize) -> usize {
    let (word, after) = rest.split_at(length);
    let mut characters = after.chars();
    let (mark, next) = (
        characters.next().unwrap_or('\0'),
        characters.next().unwrap_or(' '),
    );
    let belongs = match mark {
        '.' => next != '.' && stop_belongs(word, &after[1..]),
        '-' => !is_word(next) && next != '-',
        '’' | '\'' => {
            word.ends_with(['s', 'x', 'z', 'ß']) && (is_space(next) || next == ',') && mark == '’'
        }
        _ => false,
    };
    if belongs { mark.len_utf8() } else { 0 }
}

/// Whether the full stop after `word` is part of it: an abbreviation, an initial, an ordinal number.
fn stop_belongs(word: &str, after: &str) -> bool {
    let next = after.trim_start();
    let follows_space = next.len() < after.len();
    let next_word: String = next
        .chars()
        .take_while(|c| c.is_alphabetic())
        .take(24)
        .collect();
    let is_last = next.is_empty();
    // "8.-10. Mai": the hyphen stands before the second number.
    let number = word.strip_prefix('-').unwrap_or(word);
    if number.bytes().all(|byte| byte.is_ascii_digit()) {
        let word = number;
        return !is_last && follows_space && is_ordinal(word, next, &next_word)
            || word.len() <= 2 && begins_second_day(after);
    }
    if abbreviations::contains(word) {
        return true;
    }
    let mut letters = word.chars();
    let is_single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    let is_roman = word.len() <= 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    (is_single || is_roman) && !is_last && !starts_sentence(&next_word)
}

/// "8./9. Mai", "8.–10. Mai".
fn begins_second_day(after: &str) -> bool {
    let rest = after.strip_prefix(['/', '–', '-']);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_ordinal(number: &str, next: &str, next_word: &str) -> bool {
    let starts_lower = next.chars().next().is_some_and(char::is_lowercase);
    let starts_upper = next.chars().next().is_some_and(char::is_uppercase);
    let is_short = number.len() <= 2 || number.len() == 3 && number <= "500";
    number.len() <= 3 && starts_lower || is_short && starts_upper && !starts_sentence(next_word)
}
