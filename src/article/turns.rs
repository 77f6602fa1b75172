//! Who speaks in an interview or a transcript: the labels at the beginnings of its paragraphs, "MERKEL: …", "Frage: …"; without
//! labels, whom the questions call by name.
//!
//! A colon alone makes no interview: "Fazit: …" and "CDU: …" stand in ordinary articles too. At least two speakers must take
//! turns, one of them again and again, and speak of themselves or ask each other.

mod addressed;
mod labels;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::{Article, Block, BlockKind, Format};
use crate::span::Span;
use labels::{ASKING, key, label};

/// What one speaker says until the next one does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The words that name the speaker: before the colon, or in the first question. A question has none where there are no labels.
    pub label: Option<Span>,
    /// What is said, paragraph by paragraph; never empty.
    pub said: Vec<Span>,
    /// Whether it is somebody who asks, an interviewer or moderator.
    pub asks: bool,
    /// Whether the name is that of a question, and no label before a colon.
    pub is_addressed: bool,
}

/// A line that begins with a label.
#[derive(Clone, Copy, Debug)]
struct Labelled {
    block: usize,
    label: Span,
    /// From behind the colon to the end of the line, or of the block if no other label follows in it.
    said: Span,
}

/// The turns of an interview or a transcript, in text order; none if the article is something else.
pub fn turns(article: &Article) -> Vec<Turn> {
    let labelled = labelled(article);
    if !is_dialogue(article, &labelled) {
        return addressed::turns(article);
    }
    let asking = asking(article, &labelled);
    let (Some(first), Some(last)) = (labelled.first(), labelled.last()) else {
        return Vec::new();
    };
    let (first, last) = (first.block, last.block);
    let mut turns: Vec<Turn> = Vec::new();
    let mut rest = labelled.iter().peekable();
    for (index, block) in article.blocks.iter().enumerate().skip(first) {
        let mut is_labelled = false;
        while let Some(line) = rest.next_if(|line| line.block == index) {
            is_labelled = true;
            turns.push(Turn {
                label: Some(line.label),
                said: vec![line.said],
                asks: asking.contains(&key(line.label.of(&article.text))),
                is_addressed: false,
            });
        }
        let goes_on = !is_labelled && goes_on(article, block, index <= last);
        match turns.last_mut() {
            Some(turn) if goes_on => turn.said.push(block.span),
            // The interview is over: what comes now is about it.
            _ if !is_labelled && last < index && is_text(block) => break,
            _ => {}
        }
    }
    for turn in &mut turns {
        turn.said.retain(|span| !span.is_empty());
    }
    turns.retain(|turn| !turn.said.is_empty());
    turns
}

/// What looks like headings but is a question or an answer becomes a paragraph.
pub(super) fn mend(article: &mut Article) {
    let labelled = labelled(article);
    if labelled.is_empty() || !is_dialogue(article, &labelled) {
        return;
    }
    for line in labelled {
        let block = &mut article.blocks[line.block];
        if matches!(block.kind, BlockKind::Subheading | BlockKind::Headline) {
            block.kind = BlockKind::Paragraph;
        }
    }
}

/// All lines that begin with what may be a label.
fn labelled(article: &Article) -> Vec<Labelled> {
    let text = article.text.as_str();
    let mut labelled: Vec<Labelled> = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let is_said = match block.kind {
            BlockKind::Paragraph | BlockKind::Lead | BlockKind::Subheading => true,
            // "Frage: Wird es teurer?" at the top is no title; "Merkel: Wir schaffen das" is one.
            BlockKind::Headline => opens(article, index),
            BlockKind::Kicker | BlockKind::Caption | BlockKind::Signature => false,
        };
        if !is_said {
            continue;
        }
        let (mut start, from) = (block.span.start(), labelled.len());
        for line in block.span.of(text).split_inclusive('\n') {
            let span = Span::new(start, start + line.len());
            start += line.len();
            if let Some((label, said)) = label(text, span) {
                if let Some(before) = labelled[from..].last_mut() {
                    before.said = Span::new(before.said.start(), span.start()).trimmed(text);
                }
                labelled.push(Labelled {
                    block: index,
                    label,
                    said: Span::new(said, block.span.end()).trimmed(text),
                });
            }
        }
    }
    labelled
}

/// Whether the headline is the first question of an interview: its label is that of somebody who only asks, or asks again.
fn opens(article: &Article, headline: usize) -> bool {
    let text = article.text.as_str();
    let name = |block: &Block| label(text, block.span).map(|(label, _)| key(label.of(text)));
    let asks = |block: &Block| block.span.of(text).ends_with('?');
    let Some(first) = article.blocks.get(headline) else {
        return false;
    };
    name(first).is_some_and(|asking| {
        let later = &article.blocks[headline + 1..];
        let again =
            || (later.iter()).any(|block| asks(block) && name(block).as_ref() == Some(&asking));
        ASKING.contains(&asking.as_str()) || asks(first) && again()
    })
}

/// Whether the labels are those of people who talk to each other.
fn is_dialogue(article: &Article, labelled: &[Labelled]) -> bool {
    let text = article.text.as_str();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in labelled {
        *counts.entry(key(line.label.of(text))).or_default() += 1;
    }
    if article.source.format == Format::Subtitles && !labelled.is_empty() {
        // Who speaks is marked there; one speaker may have it all.
        return labelled.iter().all(|line| line.block == 0) || 2 <= counts.len();
    }
    let n_again = counts.values().filter(|&&count| 1 < count).count();
    if counts.len() < 2 || n_again == 0 || labelled.len() < 3 {
        return false;
    }
    let (Some(first), Some(last)) = (labelled.first(), labelled.last()) else {
        return false;
    };
    let between = &article.blocks[first.block..=last.block];
    let n_between = between.iter().filter(|block| is_text(block)).count();
    // „Habeck: „Das ist falsch.““ is a report that quotes.
    let said = || labelled.iter().map(|line| line.said.of(text));
    let n_quoted = said().filter(|said| said.starts_with(QUOTES)).count();
    let n_personal = said().filter(|said| is_personal(said)).count();
    let n_asking = said().filter(|said| said.contains('?')).count();
    let n = labelled.len();
    let is_dense = n_between <= 4 * n;
    let is_spoken = n <= 2 * n_personal || 0 < n_asking && n <= 3 * n_personal;
    is_dense && is_spoken && n_quoted * 3 <= n
}

const QUOTES: [char; 6] = ['„', '“', '"', '»', '«', '‚'];

/// Whether somebody speaks of himself or to somebody: "ich", "wir", "Ihnen", "meinen Sie".
fn is_personal(said: &str) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"\b(?:[Ii]ch|[Ww]ir|mich|mir|uns|[Mm]ein(?:e[mnrs]?)?|[Uu]nser(?:e[mnrs]?)?|du|dich|dir|Ihnen|Ihre?[mnrs]?)\b|\p{Ll},? Sie\b|\b(?:Herr|Frau) \p{Lu}";
        Regex::new(pattern).expect("the pattern is valid")
    });
    WORDS.is_match(said)
}

/// The labels of those who ask: called so, or mostly heard with a question.
fn asking(article: &Article, labelled: &[Labelled]) -> Vec<String> {
    let text = article.text.as_str();
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for line in labelled {
        let (n, n_questions) = counts.entry(key(line.label.of(text))).or_default();
        *n += 1;
        *n_questions += usize::from(line.said.of(text).ends_with('?'));
    }
    let asks = |(name, (n, n_questions)): (String, (usize, usize))| {
        let is_asking = ASKING.contains(&name.as_str()) || 1 < n && n < 2 * n_questions;
        is_asking.then_some(name)
    };
    counts.into_iter().filter_map(asks).collect()
}

fn is_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead)
}

/// Whether a paragraph without a label belongs to what was said before: between two labels, unless it is a remark in brackets;
/// behind the last one only where somebody still speaks of himself.
fn goes_on(article: &Article, block: &Block, is_between: bool) -> bool {
    let words = block.span.of(&article.text);
    let is_remark = words.starts_with(['(', '[']) && words.ends_with([')', ']']);
    block.kind == BlockKind::Paragraph
        && !is_remark
        && (is_between || is_personal(words) && !is_end(words))
}

/// "Das Gespräch führte Anna Beispiel."
fn is_end(words: &str) -> bool {
    const ENDS: [&str; 8] = [
        "Das Interview",
        "Das Gespräch",
        "Die Fragen",
        "Das vollständige",
        "Interview:",
        "Moderation:",
        "Mehr ",
        "Lesen Sie",
    ];
    ENDS.iter().any(|end| words.starts_with(end))
}

#[cfg(test)]
mod tests;
