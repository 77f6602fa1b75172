//! CoNLL-2002: a token and its tag on a line, an empty line after each sentence, tags in IOB2. What taggers learn from.
//!
//! ```text
//! Der O
//! Stadtrat B-ORG
//! Neustadt I-ORG
//! tagt O
//! . O
//! ```
//!
//! After Tjong Kim Sang 2002, "Introduction to the CoNLL-2002 Shared Task", with the labels of `GermEval` 2014 (Benikova,
//! Biemann & Reznicek 2014, "`NoSta-D` Named Entity Annotation for German"):
//!
//! | of | label |
//! |---|---|
//! | person, organisation, location, other | `PER`, `ORG`, `LOC`, `OTH` |
//! | the same as a derived word: "russischen" | `LOCderiv` |
//! | the same as a part of a word: "US" in "US-Außenminister"; the whole token is marked | `LOCpart` |
//!
//! The format is flat: of marks that overlap the longest stays, of two as long the first. Roles, dates, times, durations
//! and amounts are no names and left out, so are descriptions ("die Stadt") and pronouns, and marks that lead from one
//! sentence into the next. It has no offsets and no text; white space is lost, and characters that show nothing are written
//! as U+FFFD. Statements have no place.

use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::left_out;
use super::loss::{Loss, Losses};
use super::outermost::outermost;
use super::words::Words;
use crate::document::{Form, Kind, Mention};

/// The format.
pub const FACTS: Facts = Facts {
    name: "conll2002",
    describe: "names as IOB2 tags, a token on a line (CoNLL-2002)",
    group: Group::Corpus,
    files: &[FileName::Suffix("conll")],
    write: |extract, losses| vec![write(extract, losses).into_bytes()],
    read: None,
};

const LOST: [Loss; 9] = [
    Loss::Values,
    Loss::Entities,
    Loss::Statements,
    Loss::Confidence,
    Loss::Verdicts,
    Loss::Notes,
    Loss::Provenance,
    Loss::Blocks,
    Loss::Metadata,
];

fn write(extract: &Extract<'_>, losses: &mut Losses) -> String {
    left_out::count(extract, &LOST, losses);
    let (text, words) = (extract.text(), Words::of(extract));
    let mut tags: Vec<Option<(bool, &Mention)>> = vec![None; words.tokens().len()];
    for (tokens, mention) in names(extract, &words, losses) {
        let cover = words.cover(mention.span);
        if mention.form != Form::Part && cover.is_some_and(|cover| !cover.fits()) {
            losses.add(Loss::Widened, mention.span.of(text));
        }
        for token in tokens.clone() {
            tags[token] = Some((token == tokens.start, mention));
        }
    }
    let mut lines = String::new();
    let mut n_replaced = 0;
    for sentence in words.sentences() {
        for token in sentence.clone() {
            for character in words.tokens()[token].of(text).chars() {
                let is_shown = !(character.is_control() || character == '\u{feff}');
                lines.push(if is_shown { character } else { '\u{fffd}' });
                n_replaced += usize::from(!is_shown);
            }
            match tags[token] {
                None => lines.push_str(" O"),
                Some((is_first, mention)) => {
                    lines.push_str(if is_first { " B-" } else { " I-" });
                    lines.push_str(label(mention.kind).unwrap_or("OTH"));
                    lines.push_str(ending(mention.form));
                }
            }
            lines.push('\n');
        }
        lines.push('\n');
    }
    losses.count(Loss::Characters, n_replaced);
    lines
}

/// The names that the format can hold, with their tokens.
fn names<'e>(
    extract: &'e Extract<'_>,
    words: &Words<'_>,
    losses: &mut Losses,
) -> Vec<(std::ops::Range<usize>, &'e Mention)> {
    let text = extract.text();
    let mut names = Vec::new();
    for (_, mention) in extract.findings().shown_mentions() {
        let shown = mention.span.of(text);
        if label(mention.kind).is_none() {
            losses.add(Loss::Kinds, shown);
            continue;
        }
        let is_name = matches!(mention.form, Form::Name | Form::Derived | Form::Part);
        let cover = words.cover(mention.span).filter(|_| is_name);
        let cover = cover.filter(|cover| {
            words.sentence_of(cover.tokens.start) == words.sentence_of(cover.tokens.end - 1)
        });
        match cover {
            Some(cover) => names.push((cover.tokens, mention)),
            None => losses.add(Loss::Mentions, shown),
        }
    }
    let (kept, dropped) = outermost(names);
    for (_, mention) in dropped {
        losses.add(Loss::Overlaps, mention.span.of(text));
    }
    kept
}

fn label(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Person => Some("PER"),
        Kind::Organisation => Some("ORG"),
        Kind::Location => Some("LOC"),
        Kind::Other => Some("OTH"),
        Kind::Role | Kind::Date | Kind::Time | Kind::Duration | Kind::Amount => None,
    }
}

fn ending(form: Form) -> &'static str {
    match form {
        Form::Derived => "deriv",
        Form::Part => "part",
        Form::Name | Form::Description | Form::Pronoun => "",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::{Review, arbitrary};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn each_line_is_a_token_and_a_tag_that_may_follow(review in arbitrary::review()) {
            let lines = write(&Extract::whole(&review), &mut Losses::default());
            let mut before = "";
            for line in lines.lines() {
                let columns: Vec<&str> = line.split_whitespace().collect();
                prop_assert!(columns.is_empty() || columns.len() == 2, "{}", line);
                let tag = columns.get(1).copied().unwrap_or_default();
                if let Some(label) = tag.strip_prefix("I-") {
                    prop_assert!(before.ends_with(label) && before != "O");
                }
                before = tag;
            }
        }

        #[test]
        fn every_mention_is_there_or_told(review in arbitrary::review()) {
            let extract = Extract::whole(&review);
            let mut losses = Losses::default();
            let lines = write(&extract, &mut losses);
            let written = lines.matches(" B-").count();
            let kinds = [Loss::Mentions, Loss::Kinds, Loss::Overlaps];
            let lost = losses.iter().filter(|(loss, _)| kinds.contains(loss));
            let lost: usize = lost.map(|(_, lost)| lost.count).sum();
            prop_assert_eq!(written + lost, extract.findings().shown_mentions().count());
        }
    }

    #[test]
    fn names_are_tagged_by_kind() {
        let review = Review::new(crate::view::sample::document().into());
        let lines = write(&Extract::whole(&review), &mut Losses::default());
        assert!(lines.contains("Erika B-PER\nOhnesorg"), "{lines}");
    }
}
