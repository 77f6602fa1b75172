//! Quotation marks: which open, which close, what stands between them.

use std::ops::Range;

use crate::article::Block;
use crate::document::{Sentence, Token};

/// What stands between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Tokens, both marks included.
    pub tokens: Range<usize>,
    /// How many quotations are around it.
    pub depth: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Straight marks open or close, as the spaces around them and what is open say.
    Either,
}

/// Families of marks that belong together; „“ and “” share a mark, so a family is a set of pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
    Single,
    SingleGuillemet,
}

/// What is read before giving up on a closing mark; a longer quotation in one paragraph is a slip of the pen.
const LONGEST: usize = 1_500;

/// Finds the quotations of an article, sorted by start, outer ones first.
///
/// A quotation that is still open at the end of its paragraph goes on in the next if that opens with a mark again
/// (the English and newspaper habit), and is dropped otherwise.
pub fn quotations(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    blocks: &[Block],
) -> Vec<Quotation> {
    let mut all = Vec::new();
    let runs = sentences.chunk_by(|a, b| a.block == b.block);
    let paragraphs: Vec<Range<usize>> = runs
        .map(|run| run[0].tokens.start..run[run.len() - 1].tokens.end)
        .collect();
    debug_assert!(
        paragraphs.len() <= blocks.len(),
        "every paragraph has a block"
    );
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let next_opens = paragraphs
            .get(index + 1)
            .is_some_and(|next| opens(text, tokens, next.start));
        paragraph_quotations(text, tokens, paragraph.clone(), next_opens, &mut all);
    }
    all.sort_by_key(|quotation: &Quotation| {
        (
            quotation.tokens.start,
            std::cmp::Reverse(quotation.tokens.end),
        )
    });
    nest(&mut all);
    all
}

fn opens(text: &str, tokens: &[Token], token: usize) -> bool {
    tokens.get(token).is_some_and(|token| {
        matches!(
            token.span.of(text),
            "„" | "»" | "\"" | ",," | "“" | "«" | "''"
        )
    })
}

fn paragraph_quotations(
    text: &str,
    tokens: &[Token],
    paragraph: Range<usize>,
    next_opens: bool,
    all: &mut Vec<Quotation>,
) {
    let mut open: Vec<(usize, Family)> = Vec::new();
    for token in paragraph.clone() {
        let Some((family, role)) = mark(text, tokens, token, &open) else {
            continue;
        };
        open.retain(|&(start, _)| token - start < LONGEST);
        let partner = open.iter().rposition(|&(_, other)| other == family);
        match (role, partner) {
            (Role::Closes | Role::Either, Some(partner)) => {
                // What was opened inside and never closed is dropped.
                let (start, _) = open[partner];
                open.truncate(partner);
                if start + 1 < token {
                    all.push(Quotation {
                        tokens: start..token + 1,
                        depth: 0,
                    });
                }
            }
            (Role::Opens, Some(partner)) => {
                open.truncate(partner);
                open.push((token, family));
            }
            (Role::Opens | Role::Either, None) => open.push((token, family)),
            (Role::Closes, None) => {}
        }
    }
    if let (true, Some(&(start, _))) = (next_opens, open.first())
        && start + 1 < paragraph.end
    {
        all.push(Quotation {
            tokens: start..paragraph.end,
            depth: 0,
        });
    }
}

/// Family and role of a mark, if the token is one.
fn mark(
    text: &str,
    tokens: &[Token],
    token: usize,
    open: &[(usize, Family)],
) -> Option<(Family, Role)> {
    let span = tokens[token].span;
    let is_open = |family| open.iter().any(|&(_, other)| other == family);
    let by_spaces = || {
        let before = text[..span.start()]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "([–-„»".contains(c));
        let after = text[span.end()..]
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || ".,;:!?)]–".contains(c));
        match (before, after) {
            (true, false) => Role::Opens,
            (false, true) => Role::Closes,
            _ => Role::Either,
        }
    };
    match span.of(text) {
        "„" | ",," => Some((Family::Double, Role::Opens)),
        // The German closing mark is the English opening mark.
        "“" | "\"" | "''" | "``" if is_open(Family::Double) => {
            Some((Family::Double, Role::Closes))
        }
        "“" | "\"" | "''" | "``" => Some((Family::Double, by_spaces())),
        "”" => Some((Family::Double, Role::Closes)),
        // German sets »so«, Swiss and French set «so».
        "»" | "«" if is_open(Family::Guillemet) => Some((Family::Guillemet, Role::Closes)),
        "»" | "«" => Some((Family::Guillemet, by_spaces())),
        "‚" => Some((Family::Single, Role::Opens)),
        "‘" | "’" | "'" if is_open(Family::Single) => Some((Family::Single, Role::Closes)),
        "‘" | "'" if by_spaces() == Role::Opens => Some((Family::Single, Role::Opens)),
        "›" | "‹" if is_open(Family::SingleGuillemet) => {
            Some((Family::SingleGuillemet, Role::Closes))
        }
        "›" | "‹" => Some((Family::SingleGuillemet, by_spaces())),
        _ => None,
    }
}

/// Counts what is around each quotation.
fn nest(quotations: &mut [Quotation]) {
    let mut around: Vec<usize> = Vec::new();
    for quotation in quotations {
        around.retain(|&end| quotation.tokens.start < end);
        quotation.depth = around.len();
        around.push(quotation.tokens.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;
    use crate::pipeline::segmentation::segment;
    use proptest::prelude::*;

    /// The quotations of a text, as they stand, with their depth.
    fn found(text: &str) -> Vec<(String, usize)> {
        let article = from_text(text.to_owned());
        let (tokens, sentences) = segment(&article);
        let all = quotations(text, &tokens, &sentences, &article.blocks);
        let words = |q: &Quotation| {
            tokens[q.tokens.start]
                .span
                .hull(tokens[q.tokens.end - 1].span)
                .of(text)
                .to_owned()
        };
        all.iter()
            .map(|quotation| (words(quotation), quotation.depth))
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = found(text).into_iter().map(|(words, _)| words).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_of_all_kinds_are_paired() {
        check(
            "Er sagte: „Ja“, und »Nein« und \"Doch\" und “So”.",
            &["„Ja“", "»Nein«", "\"Doch\"", "“So”"],
        );
        check(
            ",,Text“ und ,,Text\" und «Text».",
            &[",,Text“", ",,Text\"", "«Text»"],
        );
        check("„A“, sagte X, „B“.", &["„A“", "„B“"]);
    }

    #[test]
    fn a_quotation_may_stand_inside_another() {
        assert_eq!(
            found("„Er rief ‚Halt‘ und lief“, sagte sie."),
            [
                ("„Er rief ‚Halt‘ und lief“".into(), 0),
                ("‚Halt‘".into(), 1)
            ]
        );
    }

    #[test]
    fn an_odd_mark_quotes_nothing() {
        check(
            "Er nannte das „Unsinn und ging. Sie sagte: „Gut.“",
            &["„Gut.“"],
        );
        check("Das ist 5\" lang.", &[]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("Hans’ Auto, wie geht's, 'ne Frau, Rock 'n' Roll", &[]);
    }

    #[test]
    fn a_quotation_goes_on_where_the_next_paragraph_opens_again() {
        check(
            "„Erstens dies.\n\n„Zweitens das.“\n\nEnde der Rede.",
            &["„Erstens dies.", "„Zweitens das.“"],
        );
    }

    proptest! {
        #[test]
        fn quotations_nest_and_never_cross(text in "[„“”\"»«‚‘'a .,\n]{0,80}") {
            let article = from_text(text.clone());
            let (tokens, sentences) = segment(&article);
            let all = quotations(&text, &tokens, &sentences, &article.blocks);
            for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
                let crosses = a.tokens.start < b.tokens.start && b.tokens.start < a.tokens.end && a.tokens.end < b.tokens.end;
                prop_assert!(!crosses, "{:?} {:?}", a, b);
            }
        }
    }
}
