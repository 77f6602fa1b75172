//! From conditions to what they hold for.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::document::{Document, Findings, Kind, Mention};
use crate::span::Span;
use crate::view::speaker::SpeakerKey;
use crate::view::statements::Row;

use super::hits::{Found, Hit, Hits};
use super::pattern::Pattern;
use super::{Condition, Noted, Query, Term, Whose};

/// Where to look.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The article.
    pub document: &'a Document,
    /// What was found in it.
    pub findings: &'a Findings,
    /// All statements that are shown, in text order.
    pub rows: &'a [Row],
}

impl Query {
    /// Everything that this finds: statements if it asks for anything that only they have, else marks if it asks for
    /// their type, else words.
    pub fn run(&self, subject: Subject<'_>) -> Hits {
        let has = |is_such: fn(&Condition) -> bool| {
            self.terms.iter().any(|term| is_such(&term.condition))
        };
        let of_statements = |condition: &Condition| match condition {
            Condition::Speaker(_) | Condition::Manner(_) | Condition::Via(_) => true,
            Condition::Words(_) | Condition::Type(_) | Condition::Note(_) => false,
        };
        let hits = if self.is_empty() {
            Hits::default()
        } else if has(of_statements) {
            self.statements(subject)
        } else if has(|condition| matches!(condition, Condition::Type(_))) {
            self.mentions(subject)
        } else if has(|condition| matches!(condition, Condition::Note(_))) {
            self.notes(subject)
        } else {
            self.words(subject)
        };
        hits.finish(&subject.document.article.blocks)
    }

    fn patterns(&self, is_excluded: bool) -> Vec<&Pattern> {
        let terms = self
            .terms
            .iter()
            .filter(|term| term.is_excluded == is_excluded);
        let patterns = terms.filter_map(|term| match &term.condition {
            Condition::Words(pattern) => Some(pattern),
            Condition::Type(_)
            | Condition::Speaker(_)
            | Condition::Manner(_)
            | Condition::Via(_)
            | Condition::Note(_) => None,
        });
        patterns.collect()
    }

    fn words(&self, subject: Subject<'_>) -> Hits {
        let (wanted, excluded) = (self.patterns(false), self.patterns(true));
        let text = subject.document.text();
        let mut hits = Hits::default();
        for block in &subject.document.article.blocks {
            let paragraph = block.span.of(text);
            if excluded.iter().any(|pattern| pattern.is_in(paragraph)) {
                continue;
            }
            let is_missing = |pattern: &&Pattern| !pattern.is_in(paragraph);
            if 1 < wanted.len() && wanted.iter().any(is_missing) {
                continue;
            }
            let mut places: Vec<Span> = Vec::new();
            for pattern in &wanted {
                let found = pattern.places(paragraph).map(|range| {
                    let start = block.span.start();
                    Span::new(start + range.start, start + range.end)
                });
                // One too many shows that there are more.
                places.extend(found.take(super::hits::MAX_HITS + 1));
            }
            places.sort_by_key(|place| (place.start(), Reverse(place.end())));
            let mut end = 0;
            for span in places {
                // Where two patterns find the same words, one hit is enough.
                if span.start() < end {
                    continue;
                }
                end = span.end();
                let found = Found::Text;
                if !hits.push(Hit { span, found }, &[span]) {
                    return hits;
                }
            }
        }
        hits
    }

    fn mentions(&self, subject: Subject<'_>) -> Hits {
        let text = subject.document.text();
        let mut hits = Hits::default();
        for (id, mention) in subject.findings.shown_mentions() {
            let words = mention.span.of(text);
            let holds = |condition: &Condition| match condition {
                Condition::Type(kinds) => kinds.contains(&mention.kind),
                Condition::Words(pattern) => pattern.is_in(words),
                Condition::Note(noted) => subject.is_noted_on(mention, noted),
                Condition::Speaker(_) | Condition::Manner(_) | Condition::Via(_) => false,
            };
            if !mention.stands_out() || !self.holds(holds) {
                continue;
            }
            let found = Found::Mention(id);
            let span = mention.span;
            if !hits.push(Hit { span, found }, &[span]) {
                break;
            }
        }
        hits
    }

    fn statements(&self, subject: Subject<'_>) -> Hits {
        let mut hits = Hits::default();
        for index in self.rows(subject, |row, pattern| pattern.is_in(&row.text)) {
            let id = subject.rows[index].id;
            let statement = subject.findings.statement(id);
            let found = Found::Statement(id);
            let span = statement.extent();
            if !hits.push(Hit { span, found }, &statement.content) {
                break;
            }
        }
        hits
    }

    /// The article, marks and statements with notes that fit: of a note on a name, the first mark that stands for it.
    fn notes(&self, subject: Subject<'_>) -> Hits {
        let (text, findings) = (subject.document.text(), subject.findings);
        let fits = |note: &str, also: &str, words: &str| {
            self.holds(|condition| match condition {
                Condition::Note(noted) => noted.is_in(note) || noted.is_in(also),
                Condition::Words(pattern) => pattern.is_in(words),
                _ => false,
            })
        };
        // The text is what the article's note is about, but too long to be a hit.
        let mut hits: Vec<(Hit, Vec<Span>)> = Vec::new();
        let first = subject.document.article.blocks.first();
        if let Some(block) = first.filter(|_| fits(&findings.note, "", text)) {
            let (span, found) = (block.span, Found::Text);
            hits.push((Hit { span, found }, vec![span]));
        }
        let mut seen = BTreeSet::new();
        for (id, mention) in findings.shown_mentions() {
            let entity = mention.entity.filter(|_| mention.refers());
            let is_first = entity.is_some_and(|entity| seen.insert(entity));
            let entity = entity.and_then(|id| findings.entities.get(id.0 as usize));
            let also = entity
                .filter(|_| is_first)
                .map_or("", |entity| &entity.note);
            if fits(&mention.note, also, mention.span.of(text)) {
                let (span, found) = (mention.span, Found::Mention(id));
                hits.push((Hit { span, found }, vec![span]));
            }
        }
        for row in subject.rows {
            let statement = findings.statement(row.id);
            if fits(&statement.note, "", &row.text) {
                let (span, found) = (statement.extent(), Found::Statement(row.id));
                hits.push((Hit { span, found }, statement.content.clone()));
            }
        }
        hits.sort_by_key(|(hit, _)| (hit.span.start(), Reverse(hit.span.end())));
        let mut found = Hits::default();
        for (hit, spans) in hits {
            if !found.push(hit, &spans) {
                break;
            }
        }
        found
    }

    /// Positions of the statements for which everything holds; words may also stand in the name of who says it.
    pub fn listed(&self, subject: Subject<'_>) -> Vec<usize> {
        self.rows(subject, |row, pattern| {
            pattern.is_in(&row.text) || is_called(row, subject.findings, pattern)
        })
    }

    fn rows(&self, subject: Subject<'_>, has_words: impl Fn(&Row, &Pattern) -> bool) -> Vec<usize> {
        let marks = subject.marks();
        let mut rows = Vec::new();
        for (index, row) in subject.rows.iter().enumerate() {
            let statement = subject.findings.statement(row.id);
            let called = |pattern: &Pattern| is_called(row, subject.findings, pattern);
            let holds = |condition: &Condition| match condition {
                Condition::Words(pattern) => has_words(row, pattern),
                Condition::Manner(kinds) => kinds.contains(&row.kind),
                Condition::Via(pattern) => row.via.iter().any(|link| pattern.is_in(&link.name)),
                Condition::Speaker(Whose::Named(pattern)) => called(pattern),
                Condition::Speaker(Whose::Unknown(pattern)) => {
                    row.speaker.key == SpeakerKey::Unknown || called(pattern)
                }
                Condition::Speaker(Whose::Editorial(pattern)) => {
                    row.speaker.key == SpeakerKey::Editorial || called(pattern)
                }
                Condition::Speaker(Whose::Anonymous(pattern)) => {
                    row.is_anonymous() || called(pattern)
                }
                Condition::Type(kinds) => marks.are_in(&statement.content, kinds),
                Condition::Note(noted) => noted.is_in(&statement.note),
            };
            if self.holds(holds) {
                rows.push(index);
            }
        }
        rows
    }

    /// Whether all words, one value of each field, and nothing that is excluded hold.
    fn holds(&self, mut holds: impl FnMut(&Condition) -> bool) -> bool {
        // Index by field: asked for, and one of its values holds.
        let mut fields = [(false, false); 5];
        for Term {
            is_excluded,
            condition,
        } in &self.terms
        {
            let is_so = holds(condition);
            let field = match condition {
                _ if *is_excluded && is_so => return false,
                _ if *is_excluded => continue,
                Condition::Words(_) if !is_so => return false,
                Condition::Words(_) => continue,
                Condition::Type(_) => &mut fields[0],
                Condition::Speaker(_) => &mut fields[1],
                Condition::Manner(_) => &mut fields[2],
                Condition::Via(_) => &mut fields[3],
                Condition::Note(_) => &mut fields[4],
            };
            *field = (true, field.1 || is_so);
        }
        fields.iter().all(|&(is_asked, is_so)| !is_asked || is_so)
    }
}

impl Subject<'_> {
    /// Whether the note on a mention, or on what it stands for, says this.
    fn is_noted_on(&self, mention: &Mention, noted: &Noted) -> bool {
        let entity = mention.entity.filter(|_| mention.refers());
        let entity = entity.and_then(|id| self.findings.entities.get(id.0 as usize));
        noted.is_in(&mention.note) || entity.is_some_and(|entity| noted.is_in(&entity.note))
    }

    fn marks(&self) -> Marks {
        let shown = self.findings.shown_mentions();
        let seen = shown.filter(|(_, mention)| mention.stands_out());
        Marks(
            seen.map(|(_, mention)| (mention.span, mention.kind))
                .collect(),
        )
    }
}

/// All marks, sorted by where they begin.
struct Marks(Vec<(Span, Kind)>);

impl Marks {
    /// Whether a mark of one of these types stands within some spans.
    fn are_in(&self, spans: &[Span], kinds: &[Kind]) -> bool {
        spans.iter().any(|around| {
            let first = self
                .0
                .partition_point(|(span, _)| span.start() < around.start());
            let inside = self.0[first..]
                .iter()
                .take_while(|(span, _)| span.start() < around.end());
            let mut of_kind = inside.filter(|(_, kind)| kinds.contains(kind));
            of_kind.any(|&(span, _)| around.contains(span))
        })
    }
}

/// By name, role or another form of the name: „Bürgermeisterin“ finds what Erika Ohnesorg says.
fn is_called(row: &Row, findings: &Findings, pattern: &Pattern) -> bool {
    let speaker = &row.speaker;
    let named = [&speaker.name, &speaker.role].into_iter().flatten();
    let entity = match speaker.key {
        SpeakerKey::Entity(id) => findings.entities.get(id.0 as usize),
        SpeakerKey::Words(_) | SpeakerKey::Editorial | SpeakerKey::Unknown => None,
    };
    let aliases = entity.map_or(&[][..], |entity| &entity.aliases);
    named.chain(aliases).any(|name| pattern.is_in(name))
}
