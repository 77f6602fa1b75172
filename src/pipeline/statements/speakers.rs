//! Which words name a speaker: the subject of "sagte", what follows "laut".

use std::ops::Range;

use super::context::{Context, WordContext};
use super::cues::WEAK;
use crate::document::PartOfSpeech;
use crate::german::lexicon::Classes;
use crate::learning::features::{Atom, FeatureRows, Features, pair};

/// Labels of the model: no speaker, first word, further word.
pub const LABELS: [&str; 3] = ["O", "B", "I"];

/// Features of the tokens of a sentence; `cues` and `contents` are labels of [`super::cues`] and [`super::content`].
pub fn describe(
    context: &Context,
    cues: &[u8],
    contents: &[u8],
    sentence: Range<usize>,
    rows: &mut FeatureRows,
) {
    rows.clear();
    let facts = Facts::new(context, cues, contents, sentence.clone());
    let mut features = Features::default();
    for token in sentence.clone() {
        features.clear();
        describe_word(context, token, &sentence, contents, &mut features);
        facts.describe(context, token, contents, &mut features);
        rows.push(&features);
    }
}

fn describe_word(
    context: &Context,
    token: usize,
    sentence: &Range<usize>,
    contents: &[u8],
    features: &mut Features,
) {
    let at = |offset: isize| {
        token
            .checked_add_signed(offset)
            .filter(|index| sentence.contains(index))
    };
    let form = |offset| at(offset).map_or(1, |other| context.observations[other].lower);
    let part = |offset| at(offset).map_or(99, |other| context.part(other) as u64);
    let said = |offset| at(offset).map_or(9, |other| kind_of(contents[other]));
    let observation = &context.observations[token];
    features.add(0, 0);
    features.add(1, form(0));
    features.add(2, part(0));
    features.add(3, observation.shape);
    features.add(4, observation.suffixes[2]);
    features.add(5, observation.suffixes[3]);
    features.add(6, observation.class());
    for (n, offset) in (7..).zip([-2, -1, 1, 2]) {
        features.add(n, form(offset));
        features.add_pair(n + 4, part(offset), part(0));
        features.add_pair(n + 8, said(offset), said(0));
    }
    features.add_pair(19, form(-1), part(0));
    features.add_pair(20, part(0), form(1));
    features.add_pair(21, pair(part(-1), part(0)), part(1));
    features.add_pair(22, pair(part(-2), part(-1)), part(0));
    features.add_pair(23, form(-1), form(0));
    let word = |offset| at(offset).map_or(WordContext::default(), |other| context.words[other]);
    let (before, here, after): (WordContext, WordContext, WordContext) =
        (word(-1), word(0), word(1));
    let [fine, coarse] = here.clusters.map(u64::from);
    features.add(24, fine);
    features.add_pair(25, coarse, part(0));
    features.add_pair(26, u64::from(before.clusters[0]), part(0));
    features.add_pair(27, u64::from(after.clusters[0]), part(0));
    let name = |word: WordContext| u64::from(word.name);
    features.add_pair(28, name(here), part(0));
    features.add_pair(29, pair(name(before), name(here)), name(after));
    features.add_pair(46, name(here), form(-1));
}

/// Kind of a content label: 0 for "not said".
fn kind_of(label: u8) -> u64 {
    u64::from(label.div_ceil(2))
}

/// What a sentence says of where its speaker stands.
struct Facts {
    /// First words of cues: token, part of speech and number of the verb.
    cues: Vec<usize>,
    kinds: u64,
    n_cues: u64,
    first_finite: Option<usize>,
    start: usize,
}

impl Facts {
    fn new(context: &Context, cues: &[u8], contents: &[u8], sentence: Range<usize>) -> Self {
        let labelled = |label: u8| sentence.clone().filter(move |&token| cues[token] == label);
        let mut found: Vec<usize> = labelled(1).collect();
        if found.is_empty() {
            found.extend(labelled(WEAK));
        }
        let kinds = sentence
            .clone()
            .fold(0, |set, token| set | 1 << kind_of(contents[token]));
        let first_finite = sentence.clone().find(|&token| is_finite(context, token));
        Self {
            n_cues: found.len().min(3) as u64,
            cues: found,
            kinds,
            first_finite,
            start: sentence.start,
        }
    }

    fn describe(&self, context: &Context, token: usize, contents: &[u8], features: &mut Features) {
        let part = context.part(token) as u64;
        let said = kind_of(contents[token]);
        let class = context.observations[token].class();
        let after = self.cues.partition_point(|&cue| cue <= token);
        let near =
            |cue: Option<&usize>| cue.map_or((0, 0, 0), |&cue| relation(context, token, cue));
        let (left, right) = (
            near(after.checked_sub(1).and_then(|index| self.cues.get(index))),
            near(self.cues.get(after)),
        );
        let mut add = |template: u16, value: Atom| features.add_pair(template, value, part);
        add(30, pair(left.0, said));
        add(31, pair(right.0, said));
        add(32, pair(pair(left.0, right.0), said));
        add(33, pair(left.1, said));
        add(34, pair(right.1, said));
        add(35, pair(left.2, pair(left.0, said)));
        add(36, pair(right.2, pair(right.0, said)));
        add(37, pair(self.kinds, said));
        add(38, pair(self.n_cues, self.kinds));
        let side = self
            .first_finite
            .map_or(2, |finite| u64::from(finite < token));
        let is_initial = u64::from(token - self.start < 3) + u64::from(token == self.start);
        add(
            39,
            pair(pair(side, is_initial), pair(self.n_cues, self.kinds)),
        );
        let number = self
            .first_finite
            .map_or(0, |finite| number_of(context, finite));
        add(40, pair(class, pair(number, side)));
        let clause = context.words[token].clause - context.words[self.start].clause;
        add(
            41,
            pair(u64::from(clause.min(5)), pair(self.n_cues, self.kinds)),
        );
        add(42, pair(class, pair(left.0, said)));
        add(43, pair(class, pair(right.0, said)));
        let finite = self
            .first_finite
            .map_or(0, |finite| context.words[finite].cue);
        let finite_lemma = self
            .first_finite
            .map_or(0, |finite| context.words[finite].lemma);
        add(44, pair(finite, pair(side, self.n_cues)));
        add(45, pair(finite_lemma, pair(side, self.kinds)));
        let here = context.words[token];
        let (name, cluster) = (u64::from(here.name), u64::from(here.clusters[1]));
        add(47, pair(name, pair(left.0, right.0)));
        add(48, pair(name, pair(self.n_cues, pair(self.kinds, side))));
        add(49, pair(cluster, pair(left.0, said)));
        add(50, pair(cluster, pair(right.0, said)));
        add(51, pair(name, pair(finite, side)));
        add(52, pair(cluster, pair(finite, side)));
    }
}

/// Where `token` stands relative to a cue: distance and clause, the cue's word, its number and mood.
fn relation(context: &Context, token: usize, cue: usize) -> (Atom, Atom, Atom) {
    let distance = (token.abs_diff(cue) as u64).min(6);
    let clauses = u64::from(
        context.words[token]
            .clause
            .abs_diff(context.words[cue].clause),
    )
    .min(5);
    let cue_part = context.part(cue) as u64;
    let place = pair(distance * 8 + clauses, cue_part);
    (
        pair(clauses, cue_part),
        pair(place, context.words[cue].cue),
        pair(context.words[cue].lemma, number_of(context, cue)),
    )
}

fn is_finite(context: &Context, token: usize) -> bool {
    use PartOfSpeech as P;
    matches!(
        context.part(token),
        P::FiniteVerb | P::FiniteAuxiliary | P::FiniteModal
    )
}

/// 1 singular, 2 plural, 3 either, 0 no verb.
fn number_of(context: &Context, token: usize) -> u64 {
    let classes = context.observations[token].classes;
    u64::from(classes.has(Classes::SINGULAR_VERB))
        + 2 * u64::from(classes.has(Classes::PLURAL_VERB))
}
