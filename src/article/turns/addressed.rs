//! Interviews without labels: the questions stand out by their form, and the first ones call by name who answers.
//!
//! „Frau Arslan, wie alt ist die Brücke?“ alone is a heading like any other. Several questions must follow one another, with
//! paragraphs between them, and speak to somebody.

use std::sync::LazyLock;

use regex::Regex;

use super::super::{Article, Block, BlockKind};
use super::{Turn, goes_on, is_personal};
use crate::span::Span;

/// An interview has so many questions.
const MIN_QUESTIONS: usize = 3;

/// Bytes of the longest question; what is longer is an essay that ends with one.
const MAX_QUESTION: usize = 500;

/// The questions and answers of an interview without labels, in text order; none if the article is something else. The label of
/// an answer is the name in the first question.
pub(super) fn turns(article: &Article) -> Vec<Turn> {
    let Some(interview) = interview(article) else {
        return Vec::new();
    };
    let (Some(&first), Some(&last)) = (interview.questions.first(), interview.questions.last())
    else {
        return Vec::new();
    };
    let mut turns: Vec<Turn> = Vec::new();
    let mut is_asked = false;
    for (index, block) in article.blocks.iter().enumerate().skip(first) {
        if interview.questions.contains(&index) {
            is_asked = true;
            turns.push(Turn {
                label: None,
                said: vec![block.span],
                asks: true,
                is_addressed: false,
            });
            continue;
        }
        // Behind the last answer it is told who that was, and who asked.
        if last < index && !is_asked && !goes_on(article, block, false) {
            break;
        }
        if !goes_on(article, block, true) {
            continue;
        }
        match turns.last_mut() {
            Some(turn) if !is_asked => turn.said.push(block.span),
            _ => turns.push(Turn {
                label: Some(interview.name),
                said: vec![block.span],
                asks: false,
                is_addressed: true,
            }),
        }
        is_asked = false;
    }
    turns
}

struct Interview {
    /// Indexes of blocks, ascending.
    questions: Vec<usize>,
    /// Who answers, as the questions say it: "Frau Arslan".
    name: Span,
}

fn interview(article: &Article) -> Option<Interview> {
    let text = article.text.as_str();
    let blocks = article.blocks.iter().enumerate();
    let asking = |only: fn(BlockKind) -> bool| {
        let blocks = blocks.clone();
        let questions = blocks.filter(|(_, block)| only(block.kind) && is_question(text, block));
        questions.map(|(index, _)| index).collect::<Vec<_>>()
    };
    // Where questions are set apart, one that ends an answer is none of them.
    let mut questions = asking(|kind| kind == BlockKind::Subheading);
    if questions.len() < MIN_QUESTIONS {
        questions = asking(|kind| kind == BlockKind::Paragraph);
    }
    let name =
        (questions.iter().take(2)).find_map(|&index| name(text, article.blocks[index].span))?;
    let address = name.of(text);
    let is_to_somebody = |&&index: &&usize| is_to(article.blocks[index].span.of(text), address);
    let n = questions.len();
    let n_to_somebody = questions.iter().filter(is_to_somebody).count();
    let is_answer = |index: usize| {
        let next = article.blocks.get(index + 1);
        next.is_some_and(|next| next.kind == BlockKind::Paragraph)
            && !questions.contains(&(index + 1))
    };
    let n_answered = questions.iter().filter(|&&index| is_answer(index)).count();
    let between = questions[0]..=questions[n - 1];
    let answers = between.filter(|index| !questions.contains(index));
    let n_personal = answers.filter(|&index| is_personal(article.blocks[index].span.of(text)));
    let is_one = MIN_QUESTIONS <= n
        && 2 * n <= 3 * n_answered
        && n <= 2 * n_to_somebody
        && 0 < n_personal.count();
    is_one.then_some(Interview { questions, name })
}

fn is_question(text: &str, block: &Block) -> bool {
    let words = block.span.of(text);
    words.len() <= MAX_QUESTION && words.trim_end_matches(['“', '"', '«', '‘']).ends_with('?')
}

/// Whether a question speaks to somebody: "Haben Sie …", "Ihr Buch", "Frau Arslan, …".
fn is_to(question: &str, address: &str) -> bool {
    static SIE: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b";
        Regex::new(pattern).expect("the pattern is valid")
    });
    question.contains(address) || SIE.is_match(question)
}

/// "Frau Arslan" of „Guten Tag, Frau Arslan, wie alt ist die Brücke?“.
fn name(text: &str, question: Span) -> Option<Span> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"^[„“»]?(?:(?:Guten (?:Tag|Morgen|Abend)|Hallo|Moin|Grüß Gott|Willkommen),? )?(?:(?:[Ss]ehr geehrter?|[Ll]iebe[r]?) )?((?:Herr|Frau) (?:(?:Dr|Prof)\. ?|Doktor |Professor(?:in)? |[\p{Lu}][\p{L}-]*(?:minister|präsident|kanzler|meister|direktor)(?:in)? )*\p{Lu}[\p{L}'’-]+(?: (?:von|van|de|zu|der|den) )?(?: ?\p{Lu}[\p{L}'’-]+)?),";
        Regex::new(pattern).expect("the pattern is valid")
    });
    let found = ADDRESS.captures(question.of(text))?.get(1)?;
    let start = question.start();
    Some(Span::new(start + found.start(), start + found.end()))
}
