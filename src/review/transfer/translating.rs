//! Steps on one reading as steps on another, one after the other: what each has added counts for those after it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::matching::Matches;
use super::{Lost, Moved, Report};
use crate::document::{
    Document, EntityId, Findings, Mention, MentionId, Statement, StatementId, Verdict,
};
use crate::review::anchoring::{Anchoring, Place};
use crate::review::{Edit, Review, Said, Stamp, Who};
use crate::span::Span;

/// Both readings, with the steps so far made on either.
pub(super) struct Translator {
    anchoring: Anchoring,
    matches: Matches,
    old: Review,
    new: Review,
    /// What the step has come to so far.
    edits: Vec<Edit>,
    report: Report,
    /// Places that have been told.
    told: BTreeSet<Span>,
    is_reporting: bool,
}

/// Why a correction is not made again.
pub(super) enum Dropped {
    /// What it was about is gone.
    Lost,
    /// There is nothing left to do.
    Moot,
}

pub(super) type Translated<T> = Result<T, Dropped>;

impl Translator {
    pub fn new(mut anchoring: Anchoring, old: Arc<Document>, new: Arc<Document>) -> Self {
        Self {
            matches: Matches::new(&mut anchoring, &old.findings, &new.findings),
            anchoring,
            old: Review::new(old),
            new: Review::new(new),
            edits: Vec::new(),
            report: Report::default(),
            told: BTreeSet::new(),
            is_reporting: true,
        }
    }

    /// From here on nothing is told.
    pub fn stop_reporting(&mut self) {
        self.is_reporting = false;
    }

    /// What has been told.
    pub fn report(self) -> Report {
        self.report
    }

    /// A step on the other reading; none if nothing is left of it.
    pub fn step(&mut self, edit: &Edit) -> Option<Edit> {
        self.edits.clear();
        self.walk(edit);
        let mut edits = std::mem::take(&mut self.edits);
        match (edits.len(), edit) {
            (0, _) => None,
            (1, _) => edits.pop(),
            _ => Some(Edit::Group { edits }),
        }
    }

    fn walk(&mut self, edit: &Edit) {
        if let Edit::Group { edits } = edit {
            for edit in edits {
                self.walk(edit);
            }
            return;
        }
        let outcome = self.translate(edit);
        if let Err(Dropped::Lost) = outcome
            && self.is_reporting
        {
            let lost = Lost {
                quote: self.quote(edit),
                edit: edit.clone(),
            };
            self.report.lost.push(lost);
        }
        // A step that does not fit its own reading has no effect there; only a file can hold such a one.
        let _ = self.old.apply(edit.clone(), Stamp::default());
        self.match_added(edit);
    }

    /// Makes a correction on the new reading; `false` if it changes nothing there.
    pub(super) fn make(&mut self, edit: Edit) -> Translated<bool> {
        let has_changed = self.new.apply(edit.clone(), Stamp::default());
        let has_changed = has_changed.map_err(|_| Dropped::Lost)?;
        if has_changed {
            self.edits.push(edit);
        }
        Ok(has_changed)
    }

    /// Makes a correction of a mention; where the new reading has it so already, the reader confirms that.
    pub(super) fn make_or_confirm(&mut self, mention: MentionId, edit: Edit) -> Translated<()> {
        let is_open = self.new.findings().mention(mention).verdict == Verdict::Open;
        if !self.make(edit)? && is_open {
            let verdict = Verdict::Accepted;
            self.make(Edit::JudgeMention { mention, verdict })?;
        }
        Ok(())
    }

    /// The same for a statement.
    pub(super) fn make_or_confirm_statement(
        &mut self,
        statement: StatementId,
        edit: Edit,
    ) -> Translated<()> {
        let is_open = self.new.findings().statement(statement).verdict == Verdict::Open;
        if !self.make(edit)? && is_open {
            let verdict = Verdict::Accepted;
            self.make(Edit::JudgeStatement { statement, verdict })?;
        }
        Ok(())
    }

    /// Where a place is now; told if it has moved.
    pub(super) fn place(&mut self, span: Span) -> Translated<Span> {
        match self.anchoring.place(span) {
            Place::Same(now) => Ok(now),
            Place::Moved(now) => {
                if self.is_reporting && self.told.insert(span) {
                    let quote = one_line(span.of(self.old.document().text()));
                    self.report.moved.push(Moved { quote, span: now });
                }
                Ok(now)
            }
            Place::Lost => Err(Dropped::Lost),
        }
    }

    /// Where the parts of what is said are now; half of it has to be there.
    pub(super) fn places(&mut self, content: &[Span]) -> Translated<Vec<Span>> {
        let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
        let kept: Vec<Span> = content
            .iter()
            .copied()
            .filter(|&span| self.anchoring.place(span) != Place::Lost)
            .collect();
        if kept.is_empty() || 2 * length(&kept) < length(content) {
            return Err(Dropped::Lost);
        }
        let mut places: Vec<Span> = kept
            .into_iter()
            .filter_map(|span| self.place(span).ok())
            .collect();
        places.sort();
        places.dedup_by(|next, before| next.start() < before.end());
        Ok(places)
    }

    /// The words, or the name, that a correction is about.
    fn quote(&self, edit: &Edit) -> String {
        let (text, findings) = (self.old.document().text(), self.old.findings());
        let words = |span: Span| one_line(span.of(text));
        let mention = |id: &MentionId| {
            findings
                .mentions
                .get(id.0 as usize)
                .map(|mention| words(mention.span))
        };
        let entity = |id: &EntityId| {
            findings
                .entities
                .get(id.0 as usize)
                .map(|entity| entity.name.clone())
        };
        let statement = |id: &StatementId| {
            findings
                .statements
                .get(id.0 as usize)
                .map(|statement| statement.text(text))
        };
        let quote = match edit {
            Edit::JudgeMention { mention: id, .. }
            | Edit::SetMentionKind { mention: id, .. }
            | Edit::SetMentionEntity { mention: id, .. }
            | Edit::ResizeMention { mention: id, .. }
            | Edit::SetMentionNote { mention: id, .. } => mention(id),
            Edit::AddMention { span, .. } => Some(words(*span)),
            Edit::RenameEntity { entity: id, .. }
            | Edit::SetEntityKind { entity: id, .. }
            | Edit::SetEntityRole { entity: id, .. }
            | Edit::SetEntityNote { entity: id, .. }
            | Edit::MergeEntities { into: id, .. } => entity(id),
            Edit::SplitEntity { name, .. } => Some(name.clone()),
            Edit::JudgeStatement { statement: id, .. }
            | Edit::SetStatementKind { statement: id, .. }
            | Edit::ResizeStatement { statement: id, .. }
            | Edit::SetSpeaker { statement: id, .. }
            | Edit::SetAddressee { statement: id, .. }
            | Edit::SetVia { statement: id, .. }
            | Edit::SetKey { statement: id, .. }
            | Edit::SetStatementNote { statement: id, .. } => statement(id),
            Edit::AddStatement { content, .. } => Some(
                content
                    .iter()
                    .map(|&span| words(span))
                    .collect::<Vec<_>>()
                    .join(" … "),
            ),
            Edit::SetArticleNote { note } => Some(one_line(note)),
            Edit::Group { .. } => None,
        };
        quote.unwrap_or_default()
    }

    pub(super) fn old_mention(&self, id: MentionId) -> Translated<Mention> {
        let mention = self.old.findings().mentions.get(id.0 as usize);
        mention.cloned().ok_or(Dropped::Moot)
    }

    pub(super) fn old_statement(&self, id: StatementId) -> Translated<Statement> {
        let statement = self.old.findings().statements.get(id.0 as usize);
        statement.cloned().ok_or(Dropped::Moot)
    }

    pub(super) fn new_findings(&self) -> &Findings {
        self.new.findings()
    }

    /// The mention of the new reading; one that is only in the text is added with what `edit` says of it.
    pub(super) fn mention(&mut self, id: MentionId) -> Translated<MentionId> {
        let old = self.old_mention(id)?;
        if let Some(there) = self.matches.mentions[id.0 as usize] {
            // Told where it has moved.
            let _ = self.place(old.span);
            return Ok(there);
        }
        let span = self.place(old.span)?;
        let entity = old
            .entity
            .and_then(|id| self.matches.entities[id.0 as usize]);
        let kind = old.kind;
        self.make(Edit::AddMention { span, kind, entity })?;
        self.mention_at(id, span)
    }

    /// Notes which mention of the new reading an old one is.
    pub(super) fn mention_at(&mut self, id: MentionId, span: Span) -> Translated<MentionId> {
        let mut mentions = self.new.findings().mentions.iter();
        let there = mentions.position(|mention| mention.span == span);
        let there = MentionId(there.ok_or(Dropped::Lost)? as u32);
        if let Some(matched) = self.matches.mentions.get_mut(id.0 as usize) {
            *matched = Some(there);
        }
        Ok(there)
    }

    /// Whether the new reading has a mention there.
    pub(super) fn has_mention(&self, id: MentionId) -> bool {
        self.matches
            .mentions
            .get(id.0 as usize)
            .is_some_and(Option::is_some)
    }

    /// Whether the new reading has a statement there.
    pub(super) fn has_statement(&self, id: StatementId) -> bool {
        self.matches
            .statements
            .get(id.0 as usize)
            .is_some_and(Option::is_some)
    }

    /// The entity of the new reading, if need be by adding one of its mentions.
    pub(super) fn entity(&mut self, id: EntityId) -> Translated<EntityId> {
        let matched = self
            .matches
            .entities
            .get(id.0 as usize)
            .ok_or(Dropped::Moot)?;
        if let Some(there) = matched {
            return Ok(*there);
        }
        let mentions = (0..).zip(&self.old.findings().mentions);
        let linked = mentions.filter(|(_, mention)| mention.entity == Some(id));
        let linked: Vec<MentionId> = linked.map(|(index, _)| MentionId(index)).collect();
        for mention in linked {
            if let Ok(there) = self.mention(mention)
                && let Some(entity) = self.new.findings().mention(there).entity
            {
                self.matches.entities[id.0 as usize] = Some(entity);
                return Ok(entity);
            }
        }
        Err(Dropped::Lost)
    }

    /// The statement of the new reading; one that is only in the text is added.
    pub(super) fn statement(&mut self, id: StatementId) -> Translated<StatementId> {
        let old = self.old_statement(id)?;
        let content = self.places(&old.content);
        if let Some(there) = self.matches.statements[id.0 as usize] {
            return Ok(there);
        }
        let content = content?;
        let speaker = old.speaker.as_ref().and_then(|voice| voice.entity);
        let speaker = speaker.and_then(|id| self.entity(id).ok());
        let speaker = speaker.map_or(Said::Unknown, |id| Said::By(Who::Entity(id)));
        let added = Edit::AddStatement {
            content: content.clone(),
            kind: old.kind,
            speaker,
        };
        self.make(added)?;
        self.statement_with(id, &content)
    }

    /// Notes which statement of the new reading an old one is.
    pub(super) fn statement_with(
        &mut self,
        id: StatementId,
        content: &[Span],
    ) -> Translated<StatementId> {
        let mut statements = self.new.findings().statements.iter();
        let there = statements.position(|statement| statement.content == content);
        let there = StatementId(there.ok_or(Dropped::Lost)? as u32);
        if let Some(matched) = self.matches.statements.get_mut(id.0 as usize) {
            *matched = Some(there);
        }
        Ok(there)
    }

    /// Finds the counterparts of what a correction has added to the old reading.
    fn match_added(&mut self, edit: &Edit) {
        let findings = self.old.findings();
        self.matches.mentions.resize(findings.mentions.len(), None);
        self.matches
            .statements
            .resize(findings.statements.len(), None);
        let n_entities = self.matches.entities.len();
        self.matches.entities.resize(findings.entities.len(), None);
        match edit {
            Edit::AddMention { span, .. } => {
                let mut mentions = findings.mentions.iter();
                let old = mentions.position(|mention| mention.span == *span);
                if let (Some(old), Some(now)) = (old, self.anchoring.place(*span).span()) {
                    let _ = self.mention_at(MentionId(old as u32), now);
                }
            }
            Edit::AddStatement { content, .. } => {
                let mut statements = findings.statements.iter();
                let old = statements.position(|statement| statement.content == *content);
                let is_reporting = std::mem::replace(&mut self.is_reporting, false);
                if let (Some(old), Ok(now)) = (old, self.places(content)) {
                    let _ = self.statement_with(StatementId(old as u32), &now);
                }
                self.is_reporting = is_reporting;
            }
            _ => {}
        }
        // A new entity is that of its last mention that both readings have: it was added with that.
        for index in n_entities..self.matches.entities.len() {
            let id = EntityId(index as u32);
            let mentions = self
                .old
                .findings()
                .mentions
                .iter()
                .zip(&self.matches.mentions);
            let linked = mentions.filter(|(mention, _)| mention.entity == Some(id));
            let mut there =
                linked.filter_map(|(_, there)| self.new.findings().mention((*there)?).entity);
            self.matches.entities[index] = there.next_back();
        }
    }
}

/// Without line breaks.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
