//! Training of the name model on gold texts.

use std::collections::{BTreeMap, HashMap};

use super::features::{self, Domain, Word};
use super::knowledge::{Knowledge, key, normal};
use super::labels::{LABELS, Label};
use super::{NameModel, guesses, recall, repeated_key};
use crate::article::from_text;
use crate::document::{Form, Kind, Sentence, Tag, Token, overlapping};
use crate::german::lexicon::Lexicon;
use crate::learning::clusters::{Neighbours, exchange};
use crate::learning::features::Atom;
use crate::learning::sequence::SequenceModel;
use crate::learning::sequence_training::{Example, Settings, train};
use crate::pipeline::observations::observe;
use crate::pipeline::segmentation::segment;
use crate::pipeline::tagging::tag;
use crate::span::Span;

/// Words that count as neighbours when words are clustered.
const N_CONTEXTS: usize = 30_000;
const N_PASSES: usize = 20;

/// A text with its gold names.
#[derive(Clone, Debug)]
pub struct GoldText {
    /// The text.
    pub text: String,
    /// Its outer names, in bytes.
    pub names: Vec<(Span, Kind, Form)>,
    /// Whose habits it follows; if [`Domain::Partial`], kinds and forms that are not marked may be anywhere else.
    pub domain: Domain,
}

/// A text as the trainer sees it.
struct Prepared {
    words: Vec<Word>,
    keys: Vec<Option<Atom>>,
    sentences: Vec<Sentence>,
    allowed: Vec<u64>,
    domain: Domain,
}

/// Clusters and classes of words from running text, one sentence or paragraph an item, and from lists of names.
///
/// Words that occur fewer than `min_count` times have no cluster.
pub fn knowledge<'a>(
    lines: impl Iterator<Item = &'a str>,
    min_count: u32,
    n_clusters: [usize; 2],
    classes: &BTreeMap<String, u16>,
    mut report: impl FnMut(usize, usize),
) -> Knowledge {
    let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
    let mut running: Vec<u32> = Vec::new();
    for line in lines {
        for word in plain_words(line) {
            let word = normal(word);
            let next = counts.len() as u32;
            let entry = match counts.get_mut(word.as_ref()) {
                Some(entry) => entry,
                None => counts.entry(word.into_owned()).or_insert((next, 0)),
            };
            entry.1 += 1;
            running.push(entry.0);
        }
        running.push(u32::MAX);
    }
    let mut frequent: Vec<(&str, u32, u32)> = counts
        .iter()
        .filter(|(_, (_, count))| min_count <= *count)
        .map(|(word, &(id, count))| (word.as_str(), id, count))
        .collect();
    frequent.sort_unstable_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(b.0)));
    let mut rank = vec![None; counts.len()];
    for (at, &(_, id, _)) in frequent.iter().enumerate() {
        rank[id as usize] = Some(at as u32);
    }
    let numbered: Vec<Option<u32>> = running
        .iter()
        .map(|&id| rank.get(id as usize).copied().flatten())
        .collect();
    let neighbours = Neighbours::count(&numbered, frequent.len(), N_CONTEXTS);
    let [fine, coarse] = n_clusters.map(|n_clusters| {
        let clusters = exchange(&neighbours, n_clusters, N_PASSES, &mut report);
        let by_key = frequent.iter().zip(clusters);
        by_key
            .map(|(&(word, ..), cluster)| (key(word), cluster))
            .collect()
    });
    let classes = classes
        .iter()
        .map(|(word, &classes)| (key(word), classes))
        .collect();
    Knowledge::new(&fine, &coarse, &classes)
}

/// Words and marks of running text.
fn plain_words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace().flat_map(|chunk| {
        let inner = chunk.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (before, rest) = chunk.split_at(chunk.len() - inner.len());
        let word = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
        let (word, after) = rest.split_at(word.len());
        [before, word, after]
            .into_iter()
            .filter(|piece| !piece.is_empty())
    })
}

/// Words, sentences and tags of a text: what comes before names.
pub fn tagged(
    text: &str,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> (Vec<Token>, Vec<Sentence>, Vec<Tag>) {
    let (tokens, sentences) = segment(&from_text(text.to_owned()));
    let observations = observe(text, &tokens, &sentences, lexicon);
    let tags = tag(tagging, &observations, &sentences, |token| {
        tokens[token].span.of(text)
    });
    (tokens, sentences, tags)
}

fn prepare(
    gold: &GoldText,
    knowledge: &Knowledge,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
) -> Prepared {
    let (tokens, sentences, tags) = tagged(&gold.text, tagging, lexicon);
    let words = tokens.iter().map(|token| token.span.of(&gold.text));
    Prepared {
        words: features::describe(words.clone().zip(tags), knowledge, lexicon),
        keys: words.map(repeated_key).collect(),
        allowed: allowed(gold, &tokens),
        domain: gold.domain,
        sentences,
    }
}

fn bit(label: Label) -> Option<u64> {
    label.index().map(|index| 1 << index)
}

/// Per token the set of labels that may be right.
fn allowed(gold: &GoldText, tokens: &[Token]) -> Vec<u64> {
    let elsewhere = if gold.domain == Domain::Partial {
        let may_be = |label: &Label| match *label {
            Label::Outside => true,
            Label::First(kind, form) | Label::Further(kind, form) => {
                kind == Kind::Other || form != Form::Name
            }
        };
        (0..LABELS.len())
            .filter(|&label| may_be(&LABELS[label]))
            .map(|label| 1 << label)
            .sum()
    } else {
        1
    };
    let mut allowed = vec![elsewhere; tokens.len()];
    for &(span, kind, form) in &gold.names {
        let run = overlapping(tokens, span);
        let fits = tokens.get(run.clone()).is_some_and(|run| {
            run.first()
                .is_some_and(|token| token.span.start() == span.start())
                && run
                    .last()
                    .is_some_and(|token| token.span.end() == span.end())
        });
        if !fits {
            continue;
        }
        for at in run.clone() {
            let label = if at == run.start {
                Label::First(kind, form)
            } else {
                Label::Further(kind, form)
            };
            allowed[at] = bit(label)
                .or_else(|| bit(Label::First(kind, form)))
                .unwrap_or(1);
        }
    }
    allowed
}

fn examples(text: &Prepared) -> impl Iterator<Item = Example> {
    text.sentences.iter().map(|sentence| {
        let words = &text.words[sentence.tokens.clone()];
        let rows = features::rows(words, text.domain);
        Example {
            rows: rows.joined(&features::votes(words, text.domain)),
            allowed: text.allowed[sentence.tokens.clone()].to_vec(),
        }
    })
}

/// Trains the model: first on halves, to learn what a first reading is like, then on all texts as read first and as read again.
pub fn train_names(
    texts: &[GoldText],
    knowledge: Knowledge,
    tagging: &SequenceModel,
    lexicon: &Lexicon,
    settings: Settings,
    mut report: impl FnMut(usize, f64),
) -> NameModel {
    let names: Vec<String> = LABELS.iter().map(|label| label.name()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut prepared: Vec<Prepared> = texts
        .iter()
        .map(|gold| prepare(gold, &knowledge, tagging, lexicon))
        .collect();
    let mut all: Vec<Example> = prepared.iter().flat_map(examples).collect();
    for half in 0..2 {
        let others = prepared
            .iter()
            .enumerate()
            .filter(|(index, _)| index % 2 != half);
        let quick = Settings {
            epochs: settings.epochs.div_ceil(2),
            ..settings
        };
        let model = train(
            &names,
            others.flat_map(|(_, text)| examples(text)).collect(),
            quick,
            &mut report,
        );
        let own = prepared
            .iter_mut()
            .enumerate()
            .filter(|(index, text)| index % 2 == half && 3 < text.sentences.len());
        for (_, text) in own {
            let first: Vec<_> = text
                .sentences
                .iter()
                .flat_map(|sentence| {
                    let words = &text.words[sentence.tokens.clone()];
                    guesses(
                        &model,
                        &model.emissions(&features::rows(words, text.domain)),
                    )
                })
                .collect();
            let told = recall(&mut text.words, &text.keys, &first);
            if told.contains(&true) {
                all.extend(examples(text));
                text.words.iter_mut().for_each(|word| word.elsewhere = 0);
            }
        }
    }
    NameModel::new(knowledge, train(&names, all, settings, report))
}
