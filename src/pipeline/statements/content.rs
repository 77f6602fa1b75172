//! Which words are said, and how they are rendered: direct, indirect, reported, free.

use std::ops::Range;

use super::context::Context;
use super::cues::WEAK;
use super::sentence_facts::{SentenceFacts, sentence_facts};
use crate::document::{Mood, StatementKind};
use crate::learning::features::{Atom, FeatureRows, Features, SharedRows, pair};

/// Labels of the model: not said; first and further words of each kind.
pub const LABELS: [&str; 11] = [
    "O",
    "B direct",
    "I direct",
    "B indirect",
    "I indirect",
    "B reported",
    "I reported",
    "B free_indirect",
    "I free_indirect",
    "B indirect_free_indirect",
    "I indirect_free_indirect",
];

/// The label of a word of a statement.
pub fn label(kind: StatementKind, is_first: bool) -> u8 {
    let index = StatementKind::ALL
        .iter()
        .position(|&other| other == kind)
        .unwrap_or(0) as u8;
    1 + 2 * index + u8::from(!is_first)
}

/// Kind and whether it is a first word; `None` for "not said".
pub fn meaning(label: u8) -> Option<(StatementKind, bool)> {
    let index = label.checked_sub(1)?;
    Some((StatementKind::ALL[usize::from(index / 2)], index % 2 == 0))
}

/// Features of all tokens of an article; `cues` are labels of [`super::cues`].
pub fn describe(context: &Context, cues: &[u8], rows: &mut FeatureRows) {
    *rows = describe_shared(context, cues).flat();
}

/// The same, where what words of a sentence, and of a clause, have in common is there once.
pub fn describe_shared(context: &Context, cues: &[u8]) -> SharedRows<2> {
    let mut rows = SharedRows::default();
    let sentences = sentence_facts(context, cues);
    let mut clauses = clause_facts(context, cues);
    clauses.push(ClauseFacts::default());
    let mut features = Features::default();
    for (index, sentence) in context.sentences.iter().enumerate() {
        let facts = &sentences[index];
        let none = SentenceFacts::default();
        let before = index
            .checked_sub(1)
            .map_or(&none, |before| &sentences[before]);
        let next = sentences.get(index + 1).unwrap_or(&none);
        let near = [before, facts, next];
        let mut of_sentence = [None; N_POSITIONS];
        let mut of_clause: Vec<(PlaceInClause, u32)> = Vec::new();
        for token in sentence.tokens.clone() {
            let position = position_in(context, token, &sentence.tokens);
            let with_sentence = *of_sentence[position].get_or_insert_with(|| {
                features.clear();
                describe_sentence(position as u64, &sentence.tokens, near, &mut features);
                rows.share(&features)
            });
            let place = PlaceInClause::new(context, token);
            // Clauses come one after the other.
            of_clause.retain(|(other, _)| other.clause == place.clause);
            let mut known = of_clause.iter();
            let with_clause = if let Some(&(_, number)) = known.find(|(other, _)| *other == place) {
                number
            } else {
                features.clear();
                describe_clause(&place, &clauses, facts, &mut features);
                let number = rows.share(&features);
                of_clause.push((place, number));
                number
            };
            features.clear();
            describe_word(context, cues, token, &sentence.tokens, &mut features);
            rows.push(&features, [with_sentence, with_clause]);
        }
    }
    rows
}

fn describe_word(
    context: &Context,
    cues: &[u8],
    token: usize,
    sentence: &Range<usize>,
    features: &mut Features,
) {
    let at = |offset: isize| {
        token
            .checked_add_signed(offset)
            .filter(|index| sentence.contains(index))
    };
    let form = |offset| at(offset).map_or(1, |other| context.observations[other].lower);
    let part = |offset| at(offset).map_or(99, |other| context.part(other) as u64);
    let cue = |offset| at(offset).map_or(9, |other| u64::from(cues[other]));
    features.add(0, 0);
    features.add(1, form(0));
    features.add_pair(2, part(0), context.tags[token].mood as u64);
    for (n, offset) in (3..).zip([-2, -1, 1, 2]) {
        features.add(n, form(offset));
        features.add_pair(n + 4, part(offset), part(0));
        features.add_pair(n + 8, cue(offset), part(0));
        features.add_pair(n + 12, cue(offset), form(0));
    }
    features.add_pair(19, form(-1), form(0));
    features.add_pair(20, form(0), form(1));
    features.add_pair(21, cue(0), part(0));
    features.add_pair(22, context.words[token].lemma, cue(0));
    features.add_pair(23, pair(form(-1), form(1)), cue(0));
    let here = context.words[token];
    features.add(24, u64::from(here.clusters[0]));
    features.add_pair(25, u64::from(here.clusters[1]), cue(0));
    features.add_pair(26, u64::from(here.name), part(0));
    features.add_pair(27, here.phrase, cue(0));
    features.add_pair(28, here.frame, cue(0));
}

const N_POSITIONS: usize = 4;

/// Whether a token is the first (1) or last (2) of its sentence or a mark (3), or none of these (0).
fn position_in(context: &Context, token: usize, sentence: &Range<usize>) -> usize {
    match token {
        _ if token == sentence.start => 1,
        _ if token + 1 == sentence.end => 2,
        _ if context.is_mark(token) => 3,
        _ => 0,
    }
}

fn describe_sentence(
    position: u64,
    sentence: &Range<usize>,
    [before, facts, next]: [&SentenceFacts; 3],
    features: &mut Features,
) {
    let mut add = |template: u16, value: Atom| {
        features.add_pair(template, value, position);
    };
    add(30, pair(facts.mood, facts.subjunctives));
    add(31, pair(facts.cue, facts.quotation));
    add(
        32,
        pair(
            pair(facts.mood, facts.subjunctives),
            pair(facts.cue, before.cue),
        ),
    );
    add(33, pair(before.subjunctives, facts.subjunctives));
    add(34, pair(before.quotation, facts.quotation));
    add(35, facts.first);
    add(36, pair(facts.first, facts.mood));
    add(37, facts.lexical_cue);
    add(38, pair(facts.lexical_cue, facts.cue));
    add(
        39,
        pair(pair(facts.cue, facts.mood), pair(before.cue, before.mood)),
    );
    add(40, pair(next.cue, next.first));
    add(41, pair(before.colon, facts.quotation));
    add(42, pair(facts.opens_block, pair(facts.mood, facts.cue)));
    add(43, pair(before.lexical_cue, pair(facts.mood, facts.cue)));
    add(44, pair(facts.last, facts.quotation));
    add(
        45,
        pair(
            pair(facts.cue, facts.opens_block),
            pair(before.cue, facts.subjunctives),
        ),
    );
    add(70, facts.verb);
    add(71, pair(facts.verb_cluster, facts.cue));
    add(72, pair(facts.verb_cue, facts.cue));
    add(73, pair(facts.subject, facts.verb_cue));
    add(74, pair(facts.subject, facts.finite));
    add(75, pair(facts.subject, facts.verb_cluster));
    add(76, pair(facts.phrase, facts.cue));
    add(77, pair(facts.subject, pair(facts.cue, facts.quotation)));
    add(78, pair(pair(facts.verb_cue, before.verb_cue), facts.mood));
    add(79, pair(next.quotation, pair(facts.colon, facts.quotation)));
    add(
        46,
        u64::from(sentence.len() < 8) + 2 * u64::from(25 < sentence.len()),
    );
}

/// What a clause is like.
#[derive(Clone, Copy, Debug, Default)]
struct ClauseFacts {
    /// First word.
    first: Atom,
    /// Part of speech of the first word.
    first_part: u64,
    /// Mood of its finite verb.
    mood: u64,
    /// Part of speech of the first cue in it + 1; 0 for none.
    cue: u64,
    /// Meaning of the cue.
    meaning: Atom,
    sentence: u32,
}

/// Facts by clause number.
fn clause_facts(context: &Context, cues: &[u8]) -> Vec<ClauseFacts> {
    let n_clauses = context
        .words
        .last()
        .map_or(0, |word| word.clause as usize + 1);
    let mut facts = vec![ClauseFacts::default(); n_clauses];
    for (token, word) in context.words.iter().enumerate() {
        let clause = &mut facts[word.clause as usize];
        if clause.first == 0 {
            clause.first = context.observations[token].lower;
            clause.first_part = context.part(token) as u64;
            clause.sentence = word.sentence;
        }
        if context.tags[token].mood != Mood::None {
            clause.mood = context.tags[token].mood as u64;
        }
        if cues[token] == 1 && (clause.cue == 0 || 100 <= clause.cue) {
            clause.cue = 1 + context.part(token) as u64;
            clause.meaning = word.cue;
        } else if cues[token] == WEAK && clause.cue == 0 {
            clause.cue = 100 + context.part(token) as u64;
            clause.meaning = pair(word.cue, 1);
        }
    }
    facts
}

/// What the features of a clause see of a token.
#[derive(Clone, Copy, PartialEq, Eq)]
struct PlaceInClause {
    clause: usize,
    /// 1 for the first token of a clause, 2 for a mark, 3 for both.
    position: u64,
    /// Size of the quotation that it stands in, and whether it is at an end of that; 0 outside.
    quoted: u64,
}

impl PlaceInClause {
    fn new(context: &Context, token: usize) -> Self {
        let clause = context.words[token].clause as usize;
        let is_first = token == 0 || context.words[token - 1].clause as usize != clause;
        let quotation = context.words[token].quotation;
        let quoted = quotation.checked_sub(1).map_or(0, |index| {
            let tokens = &context.quotations[index as usize].tokens;
            let words = tokens.len().saturating_sub(2);
            let edge = if token == tokens.start {
                1
            } else if token + 1 == tokens.end {
                2
            } else {
                0
            };
            1 + (words.min(12) as u64) * 4 + edge
        });
        Self {
            clause,
            position: u64::from(is_first) + 2 * u64::from(context.is_mark(token)),
            quoted,
        }
    }
}

fn describe_clause(
    place: &PlaceInClause,
    clauses: &[ClauseFacts],
    sentence: &SentenceFacts,
    features: &mut Features,
) {
    let PlaceInClause {
        clause: number,
        position,
        quoted,
    } = *place;
    let here = clauses[number];
    let other = |offset: isize| {
        let found = number
            .checked_add_signed(offset)
            .and_then(|index| clauses.get(index))
            .copied();
        found
            .filter(|clause| clause.first != 0 && clause.sentence == here.sentence)
            .unwrap_or_default()
    };
    // The divider itself is a clause of its own, so the neighbours are two away.
    let (before, after) = (other(-2), other(2));
    let mut add = |template: u16, value: Atom| features.add_pair(template, value, position);
    add(50, pair(here.first, here.mood));
    add(51, pair(here.cue, here.mood));
    add(52, pair(pair(before.cue, here.mood), here.first_part));
    add(53, pair(pair(before.cue, here.mood), here.first));
    add(54, pair(after.cue, here.mood));
    add(55, pair(before.meaning, here.first));
    add(56, pair(after.meaning, here.mood));
    add(57, quoted);
    add(58, pair(quoted, sentence.cue));
    add(
        59,
        pair(pair(before.cue, here.cue), pair(after.cue, here.mood)),
    );
    add(60, pair(other(-4).cue, pair(here.mood, here.first_part)));
    add(61, pair(other(4).cue, pair(here.mood, here.first_part)));
    add(62, pair(here.meaning, sentence.mood));
    add(
        63,
        pair(pair(quoted, here.cue), pair(before.cue, after.cue)),
    );
    add(
        64,
        pair(pair(before.mood, before.first), pair(here.mood, here.first)),
    );
    add(65, pair(sentence.cue, pair(here.mood, here.first)));
    add(66, pair(pair(before.first, before.cue), here.first_part));
}
