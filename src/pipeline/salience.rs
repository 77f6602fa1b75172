//! How much a statement matters in its article, and which are the key ones.

use std::collections::BTreeMap;

use crate::article::{Article, BlockKind};
use crate::document::{Entity, EntityId, Mention, Statement, StatementKind};

/// Sets salience and key of every statement.
///
/// Salience adds up position, kind, a named speaker and the speaker's weight, numbers, length, and words shared with the
/// headline. The weights are set by hand. At most a third of an article's statements are key, and no speaker has
/// more than half of them while others are left.
pub fn weigh(
    article: &Article,
    entities: &[Entity],
    mentions: &[Mention],
    statements: &mut [Statement],
) {
    let headline = headline_words(article);
    let weights = entity_weights(entities.len(), mentions);
    let length = article.text.len().max(1) as f32;
    for statement in &mut *statements {
        let text = statement.text(&article.text);
        statement.salience = salience(statement, &text, length, &headline, &weights);
    }
    mark_key(article, statements);
}

/// Words of the headline that carry meaning: five letters or more.
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

/// Share of all mentions per entity.
fn entity_weights(n_entities: usize, mentions: &[Mention]) -> Vec<f32> {
    let mut counts = vec![0.0_f32; n_entities];
    let refers = |mention: &&Mention| mention.refers();
    for entity in mentions
        .iter()
        .filter(refers)
        .filter_map(|mention| mention.entity)
    {
        if let Some(count) = counts.get_mut(entity.0 as usize) {
            *count += 1.0;
        }
    }
    let most = counts.iter().fold(1.0_f32, |most, &count| most.max(count));
    counts.iter().map(|count| count / most).collect()
}

fn salience(
    statement: &Statement,
    text: &str,
    length: f32,
    headline: &[String],
    weights: &[f32],
) -> f32 {
    let position = 1.0 - statement.extent().start() as f32 / length;
    let kind = match statement.kind {
        StatementKind::Direct => 1.0,
        StatementKind::Indirect => 0.8,
        StatementKind::IndirectFreeIndirect => 0.5,
        StatementKind::Reported => 0.4,
        StatementKind::FreeIndirect => 0.2,
    };
    let speaker = match statement.speaker.as_ref().map(|voice| voice.entity) {
        Some(Some(EntityId(id))) => 0.5 + 0.5 * weights.get(id as usize).copied().unwrap_or(0.0),
        Some(None) => 0.3,
        None => 0.0,
    };
    let words = text.split_whitespace().count();
    let size = match words {
        0..=3 => 0.0,
        4..=7 => 0.5,
        8..=45 => 1.0,
        _ => 0.7,
    };
    let number = f32::from(u8::from(text.bytes().any(|byte| byte.is_ascii_digit())));
    let shared = headline
        .iter()
        .filter(|stem| stems(text).any(|other| other == **stem))
        .count();
    let overlap = (shared as f32 / headline.len().clamp(1, 4) as f32).min(1.0);
    let nested = if statement.inside.is_some() { 0.5 } else { 1.0 };
    let sum =
        0.2 * position + 0.2 * kind + 0.25 * speaker + 0.15 * size + 0.05 * number + 0.15 * overlap;
    nested * sum * (0.5 + 0.5 * statement.confidence.get())
}

/// Marks the most salient third, at least one, at most [`MOST`].
fn mark_key(article: &Article, statements: &mut [Statement]) {
    const MOST: usize = 12;
    let mut order: Vec<usize> = (0..statements.len())
        .filter(|&index| statements[index].inside.is_none())
        .collect();
    order.sort_by(|&a, &b| {
        statements[b]
            .salience
            .total_cmp(&statements[a].salience)
            .then(a.cmp(&b))
    });
    let n_key = order.len().div_ceil(3).min(MOST);
    let mut per_speaker: BTreeMap<String, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for &index in &order {
        if chosen.len() == n_key {
            break;
        }
        let count = per_speaker
            .entry(speaker_key(article, &statements[index]))
            .or_default();
        if *count < n_key.div_ceil(2) {
            *count += 1;
            chosen.push(index);
        }
    }
    for index in chosen {
        statements[index].key = true;
    }
}

fn speaker_key(article: &Article, statement: &Statement) -> String {
    match &statement.speaker {
        None => String::new(),
        Some(voice) => match voice.entity {
            Some(EntityId(id)) => format!("#{id}"),
            None => voice
                .spans
                .first()
                .map_or(String::new(), |span| span.of(&article.text).to_lowercase()),
        },
    }
}
