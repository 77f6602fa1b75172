//! Quotation corpora: articles with who says what (Petersen-Frey and Biemann 2024, arXiv 2404.16764).

use serde::Deserialize;

use crate::document::{Statement, StatementKind, Voice};
use crate::span::{Offsets, Span, Unit};

/// An article with its quotations.
#[derive(Clone, Debug)]
pub struct QuoteArticle {
    /// Number of the article.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The words that scores count, sorted.
    pub tokens: Vec<Span>,
    /// Its quotations.
    pub quotes: Vec<Quote>,
}

/// A quotation; spans in bytes.
#[derive(Clone, Debug)]
pub struct Quote {
    /// How it is rendered.
    pub kind: StatementKind,
    /// Whether it is part of another.
    pub is_nested: bool,
    /// What is said.
    pub content: Vec<Span>,
    /// Who says it.
    pub speaker: Vec<Span>,
    /// What announces it.
    pub cue: Vec<Span>,
    /// The rest of the cue's sentence.
    pub frame: Vec<Span>,
    /// To whom it is said.
    pub addressee: Vec<Span>,
}

impl From<&Statement> for Quote {
    fn from(statement: &Statement) -> Self {
        let spans = |voice: &Option<Voice>| {
            voice
                .as_ref()
                .map_or(Vec::new(), |voice| voice.spans.clone())
        };
        Self {
            kind: statement.kind,
            is_nested: statement.inside.is_some(),
            content: statement.content.clone(),
            speaker: spans(&statement.speaker),
            cue: statement.cue.clone(),
            frame: statement.frame.clone(),
            addressee: spans(&statement.addressee),
        }
    }
}

#[derive(Deserialize)]
struct RawArticle {
    id: String,
    text: String,
    tokens: Vec<[usize; 2]>,
    quotes: Vec<RawQuote>,
}

#[derive(Deserialize)]
struct RawQuote {
    r#type: String,
    nested: bool,
    quote: Vec<[usize; 2]>,
    speaker: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    frame: Vec<[usize; 2]>,
    addressee: Vec<[usize; 2]>,
}

/// Reads one article a line; spans are code points there.
///
/// # Errors
/// If a line is of another shape.
pub fn read(text: &str) -> Result<Vec<QuoteArticle>, serde_json::Error> {
    text.lines()
        .map(|line| serde_json::from_str(line).map(article))
        .collect()
}

fn article(raw: RawArticle) -> QuoteArticle {
    let offsets = Offsets::new(&raw.text, Unit::CodePoints);
    let spans = |pairs: &[[usize; 2]]| -> Vec<Span> {
        pairs
            .iter()
            .filter_map(|&[start, end]| offsets.to_span(&raw.text, start, end))
            .collect()
    };
    let quote = |quote: &RawQuote| Quote {
        kind: match quote.r#type.as_str() {
            "Direct" => StatementKind::Direct,
            "Indirect" => StatementKind::Indirect,
            "Reported" => StatementKind::Reported,
            "FreeIndirect" => StatementKind::FreeIndirect,
            _ => StatementKind::IndirectFreeIndirect,
        },
        is_nested: quote.nested,
        content: spans(&quote.quote),
        speaker: spans(&quote.speaker),
        cue: spans(&quote.cue),
        frame: spans(&quote.frame),
        addressee: spans(&quote.addressee),
    };
    let quotes = raw.quotes.iter().map(quote).collect();
    QuoteArticle {
        tokens: spans(&raw.tokens),
        id: raw.id,
        text: raw.text,
        quotes,
    }
}
