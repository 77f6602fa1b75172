//! The layout of the quotation corpus, to be scored against it with its own measure: Petersen-Frey & Biemann 2024, "Dataset
//! of Quotation Attribution in German News Articles" (`GerNewsQuA`, arXiv 2404.16764).
//!
//! One JSON object on one line, so that the files of many articles, one after the other, are JSON Lines:
//!
//! ```json
//! {"id": "keks", "title": "Keks", "text": "Anna sagt, es regne.",
//!  "sentences": [[0, 6]], "tokens": [[0, 4], [5, 9], [9, 10], [11, 13], [14, 19], [19, 20]],
//!  "quotes": [{"type": "Indirect", "medium": "Speech", "nested": false, "quote": [[11, 19]],
//!              "speaker": [[0, 4]], "cue": [[5, 9]], "frame": [[0, 10]], "addressee": []}]}
//! ```
//!
//! Offsets are code points, end exclusive; `sentences` are ranges of tokens. `type` is Direct, Indirect, Reported,
//! `FreeIndirect` or `IndirectFreeIndirect`, `medium` is Speech, Writing or Thought (in the corpus also SW, ST, TW for what is
//! between two), `nested` says that a quote is a part of another. There is no place for names, for who a speaker is, for what a
//! statement came through, and for how sure the program is.

use serde::Serialize;

use super::conllu::statements::outer;
use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::loss::{Loss, Losses};
use super::source_facts::n_lost;
use super::words::Words;
use super::{left_out, stem};
use crate::document::{Medium, Statement, StatementKind, Verdict, Voice};
use crate::span::{Offsets, Span, Unit};

/// The format.
pub const FACTS: Facts = Facts {
    name: "gernewsqua",
    describe: "statements as in the quotation corpus GerNewsQuA, to be scored against it",
    group: Group::Corpus,
    files: &[FileName::Suffix("gernewsqua.json")],
    write: |extract, losses| vec![write(extract, losses)],
    read: None,
};

const LOST: [Loss; 8] = [
    Loss::Mentions,
    Loss::Via,
    Loss::Confidence,
    Loss::Verdicts,
    Loss::Notes,
    Loss::Provenance,
    Loss::Blocks,
    Loss::EntityFacts,
];

type Range = (usize, usize);

#[derive(Serialize)]
struct ArticleRecord<'a> {
    id: String,
    title: &'a str,
    text: &'a str,
    sentences: Vec<Range>,
    tokens: Vec<Range>,
    quotes: Vec<QuoteRecord>,
}

#[derive(Serialize)]
struct QuoteRecord {
    #[serde(rename = "type")]
    kind: &'static str,
    medium: &'static str,
    nested: bool,
    quote: Vec<Range>,
    speaker: Vec<Range>,
    cue: Vec<Range>,
    frame: Vec<Range>,
    addressee: Vec<Range>,
}

fn write(extract: &Extract<'_>, losses: &mut Losses) -> Vec<u8> {
    left_out::count(extract, &LOST, losses);
    let source = &extract.article().source;
    losses.count(Loss::Metadata, n_lost(source, &["title"]));
    let (text, words) = (extract.text(), Words::of(extract));
    let offsets = Offsets::new(text, Unit::CodePoints);
    let range = |span: &Span| offsets.from_span(text, *span);
    let ranges = |spans: &[Span]| spans.iter().map(range).collect::<Vec<_>>();
    let voice = |voice: Option<&Voice>| voice.map(|voice| ranges(&voice.spans)).unwrap_or_default();
    // In the order of the findings, as in our JSON: where two quotes overlap one of the corpus equally well, the measure
    // pairs the first, so that another order gives other figures (type F1 on 150 articles: 0.767 instead of 0.761).
    let all = extract.findings().statements.iter();
    let shown = all.filter(|statement| statement.verdict != Verdict::Rejected);
    let statements: Vec<&Statement> = shown.collect();
    for statement in &statements {
        let mut voices = statement.speaker.iter().chain(&statement.addressee);
        if voices.any(|voice| voice.spans.is_empty()) {
            losses.add(Loss::Speakers, &statement.text(text));
        }
    }
    let quote = |statement: &&Statement| QuoteRecord {
        kind: kind(statement.kind),
        medium: medium(statement.medium),
        nested: outer(extract, statement).is_some(),
        quote: ranges(&statement.content),
        speaker: voice(statement.speaker.as_ref()),
        cue: ranges(&statement.cue),
        frame: ranges(&statement.frame),
        addressee: voice(statement.addressee.as_ref()),
    };
    let record = ArticleRecord {
        id: stem(source),
        title: source.title.as_deref().unwrap_or_default(),
        text,
        sentences: (words.sentences().iter())
            .map(|sentence| (sentence.start, sentence.end))
            .collect(),
        tokens: ranges(words.tokens()),
        quotes: statements.iter().map(quote).collect(),
    };
    let mut line = serde_json::to_vec(&record).expect("numbers and strings can always be written");
    line.push(b'\n');
    line
}

fn kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "Direct",
        StatementKind::Indirect => "Indirect",
        StatementKind::Reported => "Reported",
        StatementKind::FreeIndirect => "FreeIndirect",
        StatementKind::IndirectFreeIndirect => "IndirectFreeIndirect",
    }
}

fn medium(medium: Medium) -> &'static str {
    match medium {
        Medium::Speech => "Speech",
        Medium::Writing => "Writing",
        Medium::Thought => "Thought",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Review;

    #[test]
    fn a_statement_has_its_words_in_code_points() {
        let review = Review::new(crate::view::sample::document().into());
        let extract = Extract::whole(&review);
        let line = write(&extract, &mut Losses::default());
        let data: serde_json::Value = serde_json::from_slice(&line).expect("it is JSON");
        let characters: Vec<char> = extract.text().chars().collect();
        let words = |range: &serde_json::Value| {
            let at = |index: usize| range[index].as_u64().expect("a number") as usize;
            characters[at(0)..at(1)].iter().collect::<String>()
        };
        let first = &data["quotes"][0];
        assert_eq!(first["type"], "Direct");
        assert_eq!(words(&first["quote"][0]), "„Wir bauen die Brücke“");
        assert_eq!(words(&first["speaker"][0]), "Erika Ohnesorg");
        assert_eq!(words(&first["cue"][0]), "sagte");
        assert_eq!(line.split(|&byte| byte == b'\n').count(), 2);
    }
}
