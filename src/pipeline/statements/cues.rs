//! Which words announce a statement: "teilte … mit", "laut", "Ansicht".

use std::ops::Range;

use super::context::{Context, WordContext};
use crate::document::PartOfSpeech;
use crate::learning::features::{Atom, FeatureRows, Features, atom, pair};

/// Labels of the model: no cue, first word of a cue, further word of a cue.
pub const LABELS: [&str; 3] = ["O", "B", "I"];

/// What a model says of every token of an article.
pub type Labels = Vec<u8>;

/// What further steps see of a word that is no cue, but may be one.
pub const WEAK: u8 = 3;

/// What further steps see of a label of this probability.
pub fn hint(label: u8, probability: f32) -> u8 {
    /// Of "no cue": below, a word may be one.
    const SURE: f32 = 0.85;
    if label == 0 && probability < SURE {
        WEAK
    } else {
        label
    }
}

/// Features of the tokens of a sentence.
pub fn describe(context: &Context, sentence: Range<usize>, rows: &mut FeatureRows) {
    rows.clear();
    let facts = SentenceFacts::new(context, sentence.clone());
    let mut features = Features::default();
    for token in sentence.clone() {
        features.clear();
        let at = |offset: isize| {
            token
                .checked_add_signed(offset)
                .filter(|index| sentence.contains(index))
        };
        let form = |offset| at(offset).map_or(1, |other| context.observations[other].lower);
        let part = |offset| at(offset).map_or(99, |other| context.part(other) as u64);
        let here = context.words[token];
        let observation = &context.observations[token];
        features.add(0, 0);
        features.add(1, here.lemma);
        features.add(2, observation.lower);
        features.add_pair(3, here.cue, part(0));
        features.add_pair(4, here.lemma, part(0));
        features.add(5, observation.suffixes[2]);
        features.add(6, observation.suffixes[4]);
        features.add(7, observation.prefixes[3]);
        for (n, offset) in (8..).zip([-3, -2, -1, 1, 2, 3]) {
            features.add(n, form(offset));
            features.add_pair(n + 6, part(offset), here.cue);
            features.add_pair(n + 12, part(offset), part(0));
        }
        features.add_pair(26, here.lemma, form(-1));
        features.add_pair(27, here.lemma, form(1));
        features.add_pair(28, form(-1), form(1));
        features.add_pair(29, pair(part(-1), part(0)), part(1));
        let tag = context.tags[token];
        features.add_pair(30, part(0), tag.mood as u64);
        features.add_pair(31, observation.class(), here.cue);
        let is_quoted = u64::from(here.quotation != 0);
        features.add_pair(32, is_quoted, here.cue);
        features.add_pair(33, is_quoted, here.lemma);
        let ahead = facts.after_comma(context, token, &sentence);
        features.add_pair(34, ahead, here.cue);
        features.add_pair(35, ahead, here.lemma);
        features.add_pair(36, ahead, part(0));
        features.add_pair(37, facts.all, here.cue);
        features.add_pair(38, facts.all, part(0));
        let start = (token - sentence.start).min(4) as u64;
        let end = (sentence.end - 1 - token).min(4) as u64;
        features.add_pair(39, start, here.cue);
        features.add_pair(40, end, here.cue);
        features.add_pair(41, facts.first, here.cue);
        features.add_pair(42, facts.first, here.lemma);
        features.add_pair(43, pair(here.cue, facts.all), pair(ahead, is_quoted));
        features.add_pair(44, observation.is_capital.into(), here.lemma);
        let word = |offset| at(offset).map_or(WordContext::default(), |other| context.words[other]);
        let (before, after): (WordContext, WordContext) = (word(-1), word(1));
        let [fine, coarse] = here.clusters.map(u64::from);
        features.add(45, fine);
        features.add_pair(46, coarse, part(0));
        features.add_pair(47, fine, ahead);
        features.add_pair(48, u64::from(before.clusters[1]), here.lemma);
        features.add_pair(49, u64::from(after.clusters[1]), here.lemma);
        features.add_pair(50, u64::from(before.name), here.cue);
        features.add_pair(51, u64::from(after.name), here.cue);
        features.add_pair(52, u64::from(before.name), u64::from(after.name));
        features.add_pair(53, here.frame, ahead);
        features.add_pair(54, here.frame, pair(facts.all, is_quoted));
        features.add_pair(55, here.phrase, part(0));
        features.add_pair(56, here.phrase, ahead);
        rows.push(&features);
    }
}

/// What holds for a whole sentence.
struct SentenceFacts {
    /// Has a quotation, a colon, a Konjunktiv I, a Konjunktiv II.
    all: Atom,
    /// Its first word.
    first: Atom,
    /// Per comma or colon: where it stands, and an atom of the clause that follows.
    clauses: Vec<(usize, Atom)>,
}

impl SentenceFacts {
    fn new(context: &Context, sentence: Range<usize>) -> Self {
        use crate::document::Mood;
        let any = |test: &dyn Fn(usize) -> bool| u64::from(sentence.clone().any(test));
        let all = any(&|token| context.words[token].quotation != 0)
            + 2 * any(&|token| context.word(token) == ":")
            + 4 * any(&|token| context.tags[token].mood == Mood::KonjunktivI)
            + 8 * any(&|token| context.tags[token].mood == Mood::KonjunktivII);
        let first = sentence.clone().find(|&token| !context.is_mark(token));
        let marks = sentence
            .clone()
            .filter(|&token| matches!(context.word(token), "," | ":"));
        let marks: Vec<usize> = marks.collect();
        let clause = |(index, &mark): (usize, &usize)| {
            let end = marks.get(index + 1).copied().unwrap_or(sentence.end);
            let opener = (mark + 1..end).next();
            let mood = (mark + 1..end)
                .map(|token| context.tags[token].mood)
                .find(|mood| *mood != Mood::None);
            let opener_part = opener.map_or(99, |token| context.part(token) as u64);
            let word = match opener {
                Some(token)
                    if context.part(token) == PartOfSpeech::Subordination
                        || context.words[token].quotation != 0 =>
                {
                    context.observations[token].lower
                }
                _ => 0,
            };
            (
                mark,
                pair(pair(opener_part, mood.map_or(9, |mood| mood as u64)), word),
            )
        };
        let clauses = marks.iter().enumerate().map(clause).collect();
        Self {
            all,
            first: first.map_or(atom(""), |token| context.observations[token].lower),
            clauses,
        }
    }

    /// Atom of the clause after the next comma, and how far away it is.
    fn after_comma(&self, _context: &Context, token: usize, sentence: &Range<usize>) -> Atom {
        let next = self.clauses.partition_point(|&(mark, _)| mark <= token);
        match self.clauses.get(next) {
            Some(&(mark, clause)) => pair(clause, ((mark - token) as u64).min(3)),
            None => u64::from(sentence.end - token <= 3),
        }
    }
}
