//! Findings as lines of brat standoff.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::lines::{all_lines, fragments, one_line};
use super::{DATABASE, attribute, note};
use crate::document::{
    EntityId, Kind, Medium, Mention, Reason, Stance, Statement, StatementId, Verdict, Voice,
};
use crate::exchange::Extract;
use crate::exchange::labels::{self, Link};
use crate::exchange::left_out;
use crate::exchange::loss::{Loss, Losses};
use crate::span::{Offsets, Span, Unit};

/// What the format has no place for, or what we leave out so that brat shows no more than is needed.
const LEFT_OUT: [Loss; 5] = [
    Loss::Frames,
    Loss::Steps,
    Loss::Provenance,
    Loss::Blocks,
    Loss::Metadata,
];

/// The `.ann` file.
pub(super) fn annotations(extract: &Extract<'_>, losses: &mut Losses) -> String {
    left_out::count(extract, &LEFT_OUT, losses);
    left_out::tell_rejected(extract, losses);
    let text = extract.text();
    let mut writer = Writer {
        extract,
        losses,
        text,
        offsets: Offsets::new(text, Unit::CodePoints),
        out: String::new(),
        counts: BTreeMap::new(),
        marks: BTreeMap::new(),
        told: BTreeSet::new(),
    };
    writer.all();
    writer.out
}

/// What makes two marks the same: label, fragments, entity.
type Mark = (String, Vec<Span>, Option<EntityId>);

struct Writer<'a, 'e> {
    extract: &'a Extract<'e>,
    losses: &'a mut Losses,
    text: &'a str,
    offsets: Offsets,
    out: String,
    /// How many lines there are of each letter.
    counts: BTreeMap<char, usize>,
    /// Marks that relations may lead to: mentions, voices and cues.
    marks: BTreeMap<Mark, String>,
    /// Entities of which everything has been told.
    told: BTreeSet<EntityId>,
}

impl Writer<'_, '_> {
    fn all(&mut self) {
        let findings = self.extract.findings();
        let mut who: BTreeMap<(Vec<Span>, Option<EntityId>), String> = BTreeMap::new();
        for (_, mention) in findings.shown_mentions() {
            if let Some(mark) = self.mention(mention) {
                let spans = fragments(self.text, &[mention.span]);
                who.entry((spans, mention.entity)).or_insert(mark);
            }
        }
        let mut statements: BTreeMap<StatementId, String> = BTreeMap::new();
        for (id, statement) in findings.shown_statements() {
            if let Some(mark) = self.statement(statement, &who) {
                statements.insert(id, mark);
            }
        }
        for (id, statement) in findings.shown_statements() {
            let (Some(outer), Some(mark)) = (statement.inside, statements.get(&id)) else {
                continue;
            };
            match statements.get(&outer) {
                Some(outer) => {
                    let (mark, outer) = (mark.clone(), outer.clone());
                    self.relation(Link::PartOf, &mark, &outer);
                }
                None => (self.losses).add(Loss::Nesting, &statement.text(self.text)),
            }
        }
        if !findings.note.is_empty() {
            if self.counts.contains_key(&'T') {
                self.notes(note::ARTICLE, "T1", &findings.note);
            } else {
                self.losses.add(Loss::Notes, &findings.note);
            }
        }
    }

    fn mention(&mut self, mention: &Mention) -> Option<String> {
        let spans = fragments(self.text, &[mention.span]);
        let Some(mark) = self.mark(&labels::of_kind(mention.kind), &spans) else {
            (self.losses).add(Loss::Mentions, mention.span.of(self.text));
            return None;
        };
        if mention.form != labels::usual_form(mention.kind) {
            self.attribute(attribute::FORM, &mark, &labels::name(&mention.form));
        }
        self.verdict(mention.verdict, &mark);
        self.note(
            note::CONFIDENCE,
            &mark,
            &mention.confidence.get().to_string(),
        );
        if let Some(value) = &mention.value {
            self.note(note::VALUE, &mark, value);
        }
        self.notes(note::READER, &mark, &mention.note);
        if let Some(id) = mention.entity {
            self.reference("Reference", &mark, id, Some(mention.kind));
        }
        Some(mark)
    }

    fn statement(
        &mut self,
        statement: &Statement,
        who: &BTreeMap<(Vec<Span>, Option<EntityId>), String>,
    ) -> Option<String> {
        let label = labels::of_statement(statement.kind);
        let spans = fragments(self.text, &statement.content);
        let Some(mark) = self.mark(&label, &spans) else {
            (self.losses).add(Loss::Statements, &statement.text(self.text));
            return None;
        };
        if statement.key {
            self.attribute(attribute::KEY, &mark, "");
        }
        if statement.medium != Medium::default() {
            self.attribute(attribute::MEDIUM, &mark, &labels::name(&statement.medium));
        }
        if statement.stance != Stance::default() {
            self.attribute(attribute::STANCE, &mark, &labels::name(&statement.stance));
        }
        self.verdict(statement.verdict, &mark);
        self.note(
            note::CONFIDENCE,
            &mark,
            &statement.confidence.get().to_string(),
        );
        self.note(note::SALIENCE, &mark, &statement.salience.to_string());
        self.notes(note::READER, &mark, &statement.note);
        let cue = fragments(self.text, &statement.cue);
        if let Some(cue) = self.shared("Cue", &cue, None) {
            self.relation(Link::Cue, &cue, &mark);
        }
        let voices = (statement.speaker.iter().map(|voice| (Link::SaidBy, voice)))
            .chain(
                statement
                    .addressee
                    .iter()
                    .map(|voice| (Link::SaidTo, voice)),
            )
            .chain(statement.via.iter().map(|voice| (Link::Via, voice)));
        for (link, voice) in voices {
            self.voice(link, voice, &mark, who);
        }
        Some(mark)
    }

    fn voice(
        &mut self,
        link: Link,
        voice: &Voice,
        statement: &str,
        who: &BTreeMap<(Vec<Span>, Option<EntityId>), String>,
    ) {
        let spans = fragments(self.text, &voice.spans);
        let known = who.get(&(spans.clone(), voice.entity)).cloned();
        let mark = known.or_else(|| self.shared("Voice", &spans, voice.entity));
        let line = if let Some(mark) = mark {
            self.relation(link, statement, &mark)
        } else if let Some(id) = voice.entity {
            self.reference(link.name(), statement, id, None)
        } else {
            self.note(link.name(), statement, &labels::name(&voice.because));
            return;
        };
        if voice.because != Reason::Subject {
            self.note(note::BECAUSE, &line, &labels::name(&voice.because));
        }
    }

    /// A mark that several statements may share.
    fn shared(&mut self, label: &str, spans: &[Span], entity: Option<EntityId>) -> Option<String> {
        let key = (label.to_owned(), spans.to_vec(), entity);
        if let Some(mark) = self.marks.get(&key) {
            return Some(mark.clone());
        }
        let mark = self.mark(label, spans)?;
        if let Some(id) = entity {
            self.reference("Reference", &mark, id, None);
        }
        self.marks.insert(key, mark.clone());
        Some(mark)
    }

    /// Nothing where nothing is to be seen.
    fn mark(&mut self, label: &str, fragments: &[Span]) -> Option<String> {
        if fragments.is_empty() {
            return None;
        }
        let (mut places, mut words) = (Vec::new(), Vec::new());
        for &span in fragments {
            let (start, end) = self.offsets.from_span(self.text, span);
            places.push(format!("{start} {end}"));
            words.push(span.of(self.text));
        }
        let (places, words) = (places.join(";"), words.join(" "));
        Some(self.line('T', &format!("{label} {places}\t{words}")))
    }

    fn relation(&mut self, link: Link, from: &str, to: &str) -> String {
        self.line('R', &format!("{} Arg1:{from} Arg2:{to}", link.name()))
    }

    fn attribute(&mut self, label: &str, mark: &str, value: &str) {
        let space = if value.is_empty() { "" } else { " " };
        self.line('A', &format!("{label} {mark}{space}{value}"));
    }

    fn verdict(&mut self, verdict: Verdict, mark: &str) {
        if verdict != Verdict::Open {
            self.attribute(attribute::VERDICT, mark, &labels::name(&verdict));
        }
    }

    /// Which entity is meant, and, the first time, what is known of it.
    fn reference(&mut self, label: &str, mark: &str, id: EntityId, kind: Option<Kind>) -> String {
        let entity = self.extract.findings().entity(id).clone();
        let (name, had_break) = one_line(&entity.name);
        if had_break {
            self.losses.add(Loss::Characters, &entity.name);
        }
        let line = self.line('N', &format!("{label} {mark} {DATABASE}:{}\t{name}", id.0));
        if self.told.insert(id) {
            // A statement may have several such lines, and notes on it would not say which is meant.
            let target = if label == "Reference" { mark } else { &line }.to_owned();
            if kind != Some(entity.kind) {
                self.note(note::ENTITY_KIND, &target, &labels::name(&entity.kind));
            }
            for (label, words) in [
                (note::ENTITY_ROLE, &entity.role),
                (note::ENTITY_PARTY, &entity.party),
            ] {
                if let Some(words) = words {
                    self.note(label, &target, words);
                }
            }
            for alias in &entity.aliases {
                self.note(note::ENTITY_ALIAS, &target, alias);
            }
            self.notes(note::ENTITY_NOTE, &target, &entity.note);
        }
        line
    }

    fn note(&mut self, label: &str, target: &str, words: &str) {
        let (line, had_break) = one_line(words);
        if had_break {
            self.losses.add(Loss::Characters, words);
        }
        self.line('#', &format!("{label} {target}\t{line}"));
    }

    /// One line for each of its lines; none where there is nothing.
    fn notes(&mut self, label: &str, target: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let (lines, were_odd) = all_lines(words);
        if were_odd {
            self.losses.add(Loss::Characters, words);
        }
        for line in lines {
            self.line('#', &format!("{label} {target}\t{line}"));
        }
    }

    fn line(&mut self, letter: char, rest: &str) -> String {
        let count = self.counts.entry(letter).or_default();
        *count += 1;
        let id = format!("{letter}{count}");
        let _ = writeln!(self.out, "{id}\t{rest}");
        id
    }
}
