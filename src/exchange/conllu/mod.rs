//! CoNLL-U, with names and coreference as `CorefUD` 1.0 writes them, and statements in keys of our own.
//!
//! ```text
//! # newdoc id = keks
//! # global.Entity = eid-etype-head-other
//! # entity e1 = Anna Blau
//! # newpar id = keks-p1
//! # block = paragraph
//! # sent_id = keks-s1
//! # text = Anna Blau sagt, es regne.
//! 1  Anna   _  PROPN  NE     _                     _  _  _  Entity=(e1-person-1|QuoteSpeaker=(s1
//! 2  Blau   _  PROPN  NE     _                     _  _  _  Entity=e1)|QuoteSpeaker=s1)
//! 3  sagt   _  VERB   VVFIN  Mood=Ind|VerbForm=Fin _  _  _  QuoteCue=(s1)|SpaceAfter=No
//! 4  ,      _  PUNCT  $,     _                     _  _  _  _
//! 5  es     _  PRON   PPER   _                     _  _  _  Quote=(s1-indirect-speaker:e1
//! 6  regne  _  VERB   VVFIN  …                     _  _  _  Quote=s1)|SpaceAfter=No
//! 7  .      _  PUNCT  $.     _                     _  _  _  SpacesAfter=\n
//! ```
//!
//! (Columns are parted by tabs, and keys in MISC sorted.) The format: <https://universaldependencies.org/format.html>; entities:
//! Nedoluzhko et al. 2022, "`CorefUD` 1.0", and <https://ufal.mff.cuni.cz/corefud>; white space: `SpacesAfter` and
//! `SpacesBefore` as in `UDPipe` (Straka & Straková 2017): `\s \t \r \n \p \\`, and `\u00A0` for all others.
//!
//! **Words.** UPOS, XPOS (STTS, where our tags decide it) and FEATS are those of the tagger; lemmas and trees there are none.
//! Each block begins with `# newpar`, `# block` says what it is.
//!
//! **Names.** `Entity` in MISC has brackets as in `CorefUD`: `(e1-person-1-form:description`; mentions of one entity
//! have its number. `etype` is one of the types of `CorefUD`: person, organization, place, other, abstract (roles), time (dates,
//! times, durations), number (amounts). `other` holds `kind`, in the words of our JSON, where this leaves it open or a mention is
//! of another kind than its entity, `form` where it is none by name, `value` of dates and amounts, `confidence`. Mentions that
//! do not mean their entity but are related to it ("russischen", "US" in "US-Minister", roles) are entities of their own,
//! with `Bridge=e1<e2:part`. A number after "head" is required; there are no trees, so it is 1. `# entity e1` tells the names.
//! Mentions from one sentence into the next have no place, and of two that cross and mean the same the second loses its link.
//! Two that are widened to the same token both stay, though the guidelines want one mention in a place.
//!
//! **Statements.** `Quote`, and for the words that belong to it `QuoteCue`, `QuoteSpeaker`, `QuoteAddressee`, `QuoteVia` and
//! `QuoteFrame`, are written in the same brackets: `(s1` opens the first statement, `s1)` closes it, `(s1)` is one token,
//! `(s1[1/2]` the first of two pieces. They may lead over ends of sentences. Behind the number in `Quote`, at the first
//! piece, stand the kind and `key:value` pairs: `speaker`, `addressee` and `via` (several joined by `+`) by number of entity,
//! `because`, `inside` another statement, `medium`, `stance`, `salience`, `key`, `confidence`, each only where there is
//! something to tell.
//!
//! In all values `%2D` and the like stand for signs that have a meaning in this notation. Marks that begin or end inside a
//! token are widened to it.

mod brackets;
mod entities;
pub(super) mod statements;
pub(super) mod tags;

use std::fmt::Write;

use super::extract::Extract;
use super::format::{Facts, FileName, Group};
use super::left_out;
use super::loss::{Loss, Losses};
use super::stem;
use super::words::Words;
use crate::span::Span;
use brackets::Misc;

/// The format.
pub const FACTS: Facts = Facts {
    name: "conllu",
    describe: "words, entities and statements, a token on a line (CoNLL-U, CorefUD)",
    group: Group::Corpus,
    files: &[FileName::Suffix("conllu")],
    write: |extract, losses| vec![write(extract, losses).into_bytes()],
    read: None,
};

const LOST: [Loss; 5] = [
    Loss::EntityFacts,
    Loss::Verdicts,
    Loss::Notes,
    Loss::Provenance,
    Loss::Metadata,
];

fn write(extract: &Extract<'_>, losses: &mut Losses) -> String {
    left_out::count(extract, &LOST, losses);
    let words = Words::of(extract);
    let mut misc = Misc::default();
    entities::add(extract, &words, &mut misc, losses);
    statements::add(extract, &words, &mut misc, losses);
    let text = extract.text();
    let id = stem(&extract.article().source);
    let id: String = id.split_whitespace().collect::<Vec<_>>().join("_");
    let mut lines = format!("# newdoc id = {id}\n# global.Entity = eid-etype-head-other\n");
    for (name, entity) in (1..).zip(&extract.findings().entities) {
        let shown = entity.name.split_whitespace().collect::<Vec<_>>().join(" ");
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(lines, "# entity e{name} = {shown}");
    }
    // Characters that show nothing have no tag in a text that has been tagged.
    let is_tagged = !extract.document().tags.is_empty();
    let unknown = (if is_tagged { "X" } else { "_" }, "_", "_");
    let mut block_before = None;
    for (index, sentence) in words.sentences().iter().enumerate() {
        let block = words.block_of(index);
        if index == 0 || block != block_before {
            newpar(extract, block, &id, &mut lines);
        }
        block_before = block;
        let _ = writeln!(lines, "# sent_id = {id}-s{}", index + 1);
        let _ = writeln!(lines, "# text = {}", shown(&words, sentence.clone(), text));
        for (number, token) in (1..).zip(sentence.clone()) {
            let form = words.tokens()[token].of(text);
            let (upos, xpos, feats) = words.tag(token).map_or(unknown, tags::of);
            if token == 0 {
                let before = Span::new(0, words.tokens()[0].start()).of(text);
                if !before.is_empty() {
                    misc.set(token, "SpacesBefore", &escaped(before));
                }
            }
            match words.after(token) {
                "" => misc.set(token, "SpaceAfter", "No"),
                " " => {}
                spaces => misc.set(token, "SpacesAfter", &escaped(spaces)),
            }
            let misc = misc.of(token);
            let _ = writeln!(
                lines,
                "{number}\t{form}\t_\t{upos}\t{xpos}\t{feats}\t_\t_\t_\t{misc}"
            );
        }
        lines.push('\n');
    }
    lines
}

fn newpar(extract: &Extract<'_>, block: Option<usize>, id: &str, lines: &mut String) {
    let Some(index) = block else {
        lines.push_str("# newpar\n");
        return;
    };
    let kind = extract.article().blocks[index].kind.label();
    let _ = writeln!(lines, "# newpar id = {id}-p{}\n# block = {kind}", index + 1);
}

/// A sentence as the guidelines want it: tokens, and one space wherever there is white space.
fn shown(words: &Words<'_>, sentence: std::ops::Range<usize>, text: &str) -> String {
    let mut shown = String::new();
    let last = sentence.end - 1;
    for token in sentence {
        shown.push_str(words.tokens()[token].of(text));
        if token < last && !words.after(token).is_empty() {
            shown.push(' ');
        }
    }
    shown
}

/// White space as `UDPipe` writes it.
fn escaped(spaces: &str) -> String {
    let mut escaped = String::new();
    for character in spaces.chars() {
        match character {
            ' ' => escaped.push_str("\\s"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            '\n' => escaped.push_str("\\n"),
            other => {
                let _ = write!(escaped, "\\u{:04X}", u32::from(other));
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
