//! Sentences: runs of tokens that end with a stop, or with their block.

use crate::document::{Sentence, Token};
use crate::german::abbreviations;
use crate::german::openers::starts_sentence;

/// Tokens after which a sentence is cut: no writer gets there, and what looks at whole sentences stays quick with
/// a file that is one line of five megabytes.
const LONGEST: usize = 400;

/// Stops, brackets and quotation marks that are set close behind each other; more are no text, and each is looked at as a beginning.
const MOST_CLOSING: usize = 40;

/// Appends the sentences of the tokens from `first` on, which all stand in `block`.
pub fn split(
    text: &str,
    tokens: &[Token],
    first: usize,
    block: usize,
    sentences: &mut Vec<Sentence>,
) {
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let end = after_closing(text, tokens, at);
        if ends(text, tokens, at, end) || LONGEST <= end - start {
            sentences.push(Sentence {
                tokens: start..end,
                block,
            });
            start = end;
        }
        at = if ends_like_stop(tokens[at].span.of(text)) {
            end
        } else {
            at + 1
        };
    }
    if start < tokens.len() {
        sentences.push(Sentence {
            tokens: start..tokens.len(),
            block,
        });
    }
}

fn ends_like_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…") || word.starts_with("..")
}

/// Index after token `at` and the stops, brackets and quotation marks that are set close behind it.
fn after_closing(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(token) = tokens.get(end).filter(|_| end - at < MOST_CLOSING) {
        let is_close = token.span.start() == tokens[end - 1].span.end();
        let word = token.span.of(text);
        let closes = matches!(
            word,
            "“" | "”" | "\"" | "«" | "»" | "‘" | "’" | "'" | "''" | "‹" | "›" | ")" | "]"
        );
        if !is_close || !(closes || ends_like_stop(word)) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a sentence ends with token `at`, of which all that closes lies before `end`.
fn ends(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let word = tokens[at].span.of(text);
    let Some(next) = tokens.get(end) else {
        return false;
    };
    let next = next.span.of(text);
    let next_starts_small = next
        .chars()
        .next()
        .is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | ':'));
    if ends_like_stop(word) {
        let dash_goes_on = word != "." && matches!(next, "–" | "-" | "—");
        return !next_starts_small && !dash_goes_on && !matches!(next, ")" | "]");
    }
    abbreviations::may_end(word.trim_end_matches('.'))
        && word.ends_with('.')
        && starts_sentence(next)
}
