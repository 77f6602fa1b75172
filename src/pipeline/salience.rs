//! How much a statement matters in its article, and which are the key ones.
//!
//! Salience is a sum of weighted traits, each from 0 to 1. The weights were set by hand and moved a little towards a
//! logistic regression on what an editor picked from 30 articles; `evaluation::key_statements` measures them.

mod choice;

use std::collections::BTreeMap;

use super::statements::context::Context;
use crate::article::{Article, BlockKind};
use crate::document::{EntityId, Mention, PartOfSpeech, Reason, Statement, StatementKind};
use crate::document::{Sentence, overlapping};
use crate::german::cues::{Class, means};
use crate::learning::features::Atom;
use crate::span::Span;

/// Near the beginning, falling quickly: news comes first, and the lead sums up.
const EARLY: f32 = 0.14;
/// Before the end: what comes last is background.
const BEFORE_END: f32 = 0.04;
/// Own words weigh more than a report of them,
const DIRECT: f32 = 0.16;
/// a report with what was said more than one that only tells that something was,
const INDIRECT: f32 = 0.06;
/// a report that quotes words is nearly as good as a quotation,
const QUOTES: f32 = 0.05;
/// and what is only carried on is detail.
const FREE: f32 = -0.06;
/// Whoever is mentioned often is who the article is about.
const WEIGHT_OF_SPEAKER: f32 = 0.07;
/// A speaker with a name answers for it.
const NAMED_SPEAKER: f32 = 0.02;
/// The subject of the announcing verb speaks here and now.
const SUBJECT: f32 = 0.02;
/// A speaker taken over from the sentence before elaborates.
const CARRIED_ON: f32 = -0.05;
/// Announcing, demanding, denying, warning changes something; saying need not.
const DECISIVE_CUE: f32 = 0.04;
/// Scraps say nothing: full at [`FULL_SIZE`] words.
const SIZE: f32 = 0.12;
/// What runs on has no point.
const TOO_LONG: f32 = -0.03;
/// The headline claims what matters most.
const HEADLINE: f32 = 0.09;
/// So does the first paragraph.
const LEAD: f32 = 0.10;
/// Words that come again and again are the topic.
const TOPIC: f32 = 0.06;
/// Figures are what is remembered.
const NUMBER: f32 = 0.06;
/// What is no statement after all is not to be shown first.
const CONFIDENCE: f32 = 0.07;
/// A headline says again what a sentence says better.
const IN_HEADING: f32 = -0.15;
/// What an interviewer asks is said to be answered.
const QUESTION: f32 = -0.6;

/// From this many words on, a statement is as good as longer ones.
const FULL_SIZE: f32 = 20.0;
/// More words than this are too many.
const LONGEST: usize = 45;
/// What somebody does who changes something by saying it.
const DECISIVE: [Class; 8] = [
    Class::Announce,
    Class::Demand,
    Class::Deny,
    Class::Warn,
    Class::Accuse,
    Class::Admit,
    Class::Order,
    Class::Promise,
];

/// Sets salience and key of every statement; `questions` is what interviewers say.
pub fn weigh(
    context: &Context,
    article: &Article,
    n_entities: usize,
    (mentions, questions): (&[Mention], &[Span]),
    statements: &mut [Statement],
) {
    if statements.is_empty() {
        return;
    }
    let topic = Topic::new(context, article, n_entities, mentions);
    let words: Vec<Vec<Atom>> = statements
        .iter()
        .map(|statement| meanings(context, &tokens_of(context, statement)))
        .collect();
    for (statement, words) in statements.iter_mut().zip(&words) {
        let extent = statement.extent();
        let question = questions.partition_point(|span| span.end() <= extent.start());
        let asks = (questions.get(question)).is_some_and(|span| span.overlaps(extent));
        let asked = if asks { QUESTION } else { 0.0 };
        let salience = topic.salience(context, statement, words) + asked;
        statement.salience = salience.clamp(0.0, 1.0);
    }
    choice::mark_key(article, &words, statements);
}

/// What the article is about.
struct Topic {
    /// Stems of the headline.
    headline: Vec<String>,
    /// Words of the first paragraph, sorted.
    lead: Vec<Atom>,
    /// How often each word comes, headings not counted.
    counts: BTreeMap<Atom, u32>,
    /// Mentions per entity, as share of those of the most mentioned one.
    weights: Vec<f32>,
}

impl Topic {
    fn new(context: &Context, article: &Article, n_entities: usize, mentions: &[Mention]) -> Self {
        let is_body = |sentence: &&Sentence| {
            let kind = article.blocks.get(sentence.block).map(|block| block.kind);
            matches!(kind, Some(BlockKind::Paragraph | BlockKind::Lead))
        };
        let mut first = None;
        let (mut lead, mut counts) = (Vec::new(), BTreeMap::new());
        for sentence in context.sentences.iter().filter(is_body) {
            for token in sentence.tokens.clone() {
                let Some(word) = meaning(context, token) else {
                    continue;
                };
                *counts.entry(word).or_default() += 1;
                if *first.get_or_insert(sentence.block) == sentence.block {
                    lead.push(word);
                }
            }
        }
        lead.sort_unstable();
        Self {
            headline: headline_words(article),
            lead,
            counts,
            weights: entity_weights(n_entities, mentions),
        }
    }

    fn salience(&self, context: &Context, statement: &Statement, words: &[Atom]) -> f32 {
        let flag = |is_so: bool| f32::from(u8::from(is_so));
        let tokens = tokens_of(context, statement);
        let first = tokens.first().copied().unwrap_or(0);
        let sentence = context.words.get(first).map_or(0, |word| word.sentence);
        let position = statement.extent().start() as f32 / context.text.len().max(1) as f32;
        let text = statement.text(context.text);

        let quotes = tokens
            .iter()
            .any(|&token| context.words[token].quotation != 0);
        let kind = match statement.kind {
            StatementKind::Direct => DIRECT,
            StatementKind::Indirect => INDIRECT + QUOTES * flag(quotes),
            StatementKind::Reported => QUOTES * flag(quotes),
            StatementKind::FreeIndirect | StatementKind::IndirectFreeIndirect => {
                FREE + QUOTES * flag(quotes)
            }
        };
        let n_words = tokens
            .iter()
            .filter(|&&token| !context.is_mark(token))
            .count();
        let in_headline = stems(&text)
            .filter(|stem| self.headline.contains(stem))
            .count();
        let in_lead = words
            .iter()
            .filter(|word| self.lead.binary_search(word).is_ok())
            .count();
        let counts = words.iter().filter_map(|word| self.counts.get(word));
        let topic: f32 = counts.map(|&count| (count as f32).ln()).sum();

        EARLY / (1.0 + sentence as f32 / 3.0)
            + BEFORE_END * (1.0 - position)
            + kind
            + self.speaker(statement)
            + DECISIVE_CUE * flag(is_decisive(context, statement, &tokens))
            + SIZE * (n_words as f32 / FULL_SIZE).min(1.0)
            + TOO_LONG * flag(LONGEST < n_words)
            + HEADLINE * (in_headline as f32 / 2.0).min(1.0)
            + LEAD * (in_lead as f32 / 4.0).min(1.0)
            + TOPIC * (topic / 6.0).min(1.0)
            + NUMBER * flag(text.bytes().any(|byte| byte.is_ascii_digit()))
            + CONFIDENCE * statement.confidence.get()
            + IN_HEADING * flag(!tokens.is_empty() && context.is_heading(first))
    }

    fn speaker(&self, statement: &Statement) -> f32 {
        let Some(voice) = &statement.speaker else {
            return 0.0;
        };
        let name = voice.entity.map_or(0.0, |EntityId(id)| {
            let weight = self.weights.get(id as usize).copied().unwrap_or(0.0);
            NAMED_SPEAKER + WEIGHT_OF_SPEAKER * weight
        });
        let reason = match voice.because {
            Reason::Subject => SUBJECT,
            Reason::CarriedOn | Reason::Nearest => CARRIED_ON,
            _ => 0.0,
        };
        name + reason
    }
}

fn tokens_of(context: &Context, statement: &Statement) -> Vec<usize> {
    let spans = statement.content.iter();
    spans
        .flat_map(|&span| overlapping(context.tokens, span))
        .collect()
}

/// The dictionary words among these tokens that mean something by themselves, sorted, each once.
fn meanings(context: &Context, tokens: &[usize]) -> Vec<Atom> {
    let words = tokens.iter().filter_map(|&token| meaning(context, token));
    let mut words: Vec<Atom> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn meaning(context: &Context, token: usize) -> Option<Atom> {
    use PartOfSpeech as P;
    let has_meaning = matches!(
        context.part(token),
        P::Noun
            | P::ProperNoun
            | P::FiniteVerb
            | P::Infinitive
            | P::Participle
            | P::Adjective
            | P::PredicateAdjective
    );
    has_meaning.then(|| context.words[token].lemma)
}

/// Whether the cue means something of [`DECISIVE`]; of a statement without a cue, any word of it.
fn is_decisive(context: &Context, statement: &Statement, tokens: &[usize]) -> bool {
    let cues = statement.cue.iter();
    let cue: Vec<usize> = cues
        .flat_map(|&span| overlapping(context.tokens, span))
        .collect();
    let places = if cue.is_empty() { tokens } else { &cue };
    let mut cues = places.iter().map(|&token| context.words[token].cue);
    cues.any(|cue| means(cue, &DECISIVE))
}

fn headline_words(article: &Article) -> Vec<String> {
    let title = article.source.title.as_deref().unwrap_or_default();
    let block = article
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Headline);
    let headline = block.map_or(title, |block| block.span.of(&article.text));
    stems(headline).collect()
}

/// The first five letters of every longer word, in lower case: enough to see past inflection.
fn stems(text: &str) -> impl Iterator<Item = String> {
    const LETTERS: usize = 5;
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| LETTERS <= word.chars().count());
    words.map(|word| word.to_lowercase().chars().take(LETTERS).collect())
}

fn entity_weights(n_entities: usize, mentions: &[Mention]) -> Vec<f32> {
    let mut counts = vec![0.0_f32; n_entities];
    let meant = mentions.iter().filter(|mention| mention.refers());
    for entity in meant.filter_map(|mention| mention.entity) {
        if let Some(count) = counts.get_mut(entity.0 as usize) {
            *count += 1.0;
        }
    }
    let most = counts.iter().fold(1.0_f32, |most, &count| most.max(count));
    counts.iter().map(|count| count / most).collect()
}
