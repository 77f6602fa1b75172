//! Marks without line breaks, and back.

use crate::exchange::spans::tidy;
use crate::span::Span;

/// What ends a line for one reader or another: brat's and Python's `splitlines` know more than `\n`.
pub(super) fn is_break(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Nothing to be seen for Python, which counts the separators U+001C to U+001F in.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1C}'..='\u{1F}')
}

/// The stretches of `spans` between line breaks that show something, sorted and disjoint.
pub(super) fn fragments(text: &str, spans: &[Span]) -> Vec<Span> {
    let mut fragments = Vec::new();
    for span in tidy(spans) {
        let mut start = span.start();
        for line in span.of(text).split(is_break) {
            let end = start + line.len();
            if !line.chars().all(is_blank) {
                fragments.push(Span::new(start, end));
            }
            let ending = text[end..].chars().next();
            start = end + ending.map_or(0, char::len_utf8);
        }
    }
    fragments
}

/// Fragments that only white space with a line break parts, made one again.
pub(super) fn rejoined(text: &str, fragments: &[Span]) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for span in tidy(fragments) {
        match pieces.last_mut() {
            Some(last) if is_only_break(&text[last.end()..span.start()]) => {
                *last = last.hull(span);
            }
            _ => pieces.push(span),
        }
    }
    pieces
}

fn is_only_break(gap: &str) -> bool {
    gap.contains(is_break) && gap.chars().all(is_blank)
}

/// Words as one line, and whether a line break had to go.
pub(super) fn one_line(words: &str) -> (String, bool) {
    let has_break = words.contains(is_break);
    (words.replace(is_break, " "), has_break)
}

/// Words line by line, and whether line breaks of other kinds than `\n` had to go.
pub(super) fn all_lines(words: &str) -> (Vec<&str>, bool) {
    let is_odd = |character: char| is_break(character) && character != '\n';
    (words.split(is_break).collect(), words.contains(is_odd))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let whole = [Span::new(0, text.len())];
        let fragments = fragments(text, &whole);
        let words: Vec<&str> = fragments.iter().map(|span| span.of(text)).collect();
        assert_eq!(words, expected);
        let hull = rejoined(text, &fragments);
        assert_eq!(hull.len(), usize::from(!expected.is_empty()));
    }

    #[test]
    fn no_fragment_has_a_line_break() {
        check("eins", &["eins"]);
        check("eins\n\n zwei\u{2028}drei", &["eins", " zwei", "drei"]);
        check("\n \u{B}", &[]);
    }

    #[test]
    fn a_gap_with_words_parts() {
        let text = "„Ja“, sagt sie,\n„doch“";
        let pieces = [Span::new(0, 8), Span::new(19, text.len())];
        assert_eq!(rejoined(text, &pieces), pieces);
    }
}
