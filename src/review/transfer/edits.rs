//! What each correction comes to on the other reading.

use super::translating::{Dropped, Translated, Translator};
use crate::document::{MentionId, Reason, StatementId, Verdict, Voice};
use crate::review::{Edit, Said, Who};
use crate::span::Span;

impl Translator {
    /// Makes a single correction on the new reading.
    pub(super) fn translate(&mut self, edit: &Edit) -> Translated<()> {
        match edit {
            Edit::JudgeMention { mention, verdict } => self.judge_mention(*mention, *verdict),
            Edit::SetMentionKind { mention, kind } => {
                let (mention, kind) = (self.mention(*mention)?, *kind);
                self.make_or_confirm(mention, Edit::SetMentionKind { mention, kind })
            }
            Edit::SetMentionEntity { mention, entity } => {
                let entity = entity.map(|id| self.entity(id)).transpose()?;
                let mention = self.mention(*mention)?;
                self.make_or_confirm(mention, Edit::SetMentionEntity { mention, entity })
            }
            Edit::ResizeMention { mention, span } => self.resize_mention(*mention, *span),
            Edit::SetMentionNote { mention, note } => {
                if note.is_empty() && !self.has_mention(*mention) {
                    return Err(Dropped::Moot);
                }
                let (mention, note) = (self.mention(*mention)?, note.clone());
                self.make(Edit::SetMentionNote { mention, note }).map(drop)
            }
            Edit::AddMention { span, kind, entity } => {
                let (span, kind) = (self.place(*span)?, *kind);
                // Who is meant may be gone; the words are there.
                let entity = entity.and_then(|id| self.entity(id).ok());
                self.make(Edit::AddMention { span, kind, entity }).map(drop)
            }
            Edit::RenameEntity { entity, name } => {
                let (entity, name) = (self.entity(*entity)?, name.clone());
                self.make(Edit::RenameEntity { entity, name }).map(drop)
            }
            Edit::SetEntityKind { entity, kind } => {
                let (entity, kind) = (self.entity(*entity)?, *kind);
                self.make(Edit::SetEntityKind { entity, kind }).map(drop)
            }
            Edit::SetEntityRole { entity, role } => {
                let (entity, role) = (self.entity(*entity)?, role.clone());
                self.make(Edit::SetEntityRole { entity, role }).map(drop)
            }
            Edit::SetEntityNote { entity, note } => {
                let (entity, note) = (self.entity(*entity)?, note.clone());
                self.make(Edit::SetEntityNote { entity, note }).map(drop)
            }
            Edit::MergeEntities { from, into } => {
                // What is not there need not be merged.
                let from = self.entity(*from).map_err(|_| Dropped::Moot)?;
                let into = self.entity(*into)?;
                self.make(Edit::MergeEntities { from, into }).map(drop)
            }
            Edit::SplitEntity { mentions, name } => self.split(mentions, name),
            Edit::SetArticleNote { note } => {
                let note = note.clone();
                self.make(Edit::SetArticleNote { note }).map(drop)
            }
            Edit::JudgeStatement { .. }
            | Edit::SetStatementKind { .. }
            | Edit::ResizeStatement { .. }
            | Edit::AddStatement { .. }
            | Edit::SetSpeaker { .. }
            | Edit::SetAddressee { .. }
            | Edit::SetVia { .. }
            | Edit::SetKey { .. }
            | Edit::SetStatementNote { .. } => self.translate_statement(edit),
            // Its parts are translated one by one.
            Edit::Group { .. } => Ok(()),
        }
    }

    fn translate_statement(&mut self, edit: &Edit) -> Translated<()> {
        match edit {
            Edit::JudgeStatement { statement, verdict } => {
                self.judge_statement(*statement, *verdict)
            }
            Edit::SetStatementKind { statement, kind } => {
                let (statement, kind) = (self.statement(*statement)?, *kind);
                self.make_or_confirm_statement(
                    statement,
                    Edit::SetStatementKind { statement, kind },
                )
            }
            Edit::ResizeStatement { statement, content } => {
                let content = self.places(content)?;
                let statement = self.statement(*statement)?;
                let edit = Edit::ResizeStatement { statement, content };
                self.make_or_confirm_statement(statement, edit)
            }
            Edit::AddStatement {
                content,
                kind,
                speaker,
            } => {
                let (content, kind) = (self.places(content)?, *kind);
                // Who says it may be gone; what is said is there.
                let speaker = self.said(*speaker).unwrap_or(Said::Unknown);
                self.make(Edit::AddStatement {
                    content,
                    kind,
                    speaker,
                })
                .map(drop)
            }
            Edit::SetSpeaker { statement, speaker } => {
                let speaker = self.said(*speaker)?;
                let statement = self.statement(*statement)?;
                self.make_or_confirm_statement(statement, Edit::SetSpeaker { statement, speaker })
            }
            Edit::SetAddressee {
                statement,
                addressee,
            } => {
                let addressee = addressee.map(|who| self.who(who)).transpose()?;
                let statement = self.statement(*statement)?;
                let edit = Edit::SetAddressee {
                    statement,
                    addressee,
                };
                self.make_or_confirm_statement(statement, edit)
            }
            Edit::SetVia { statement, via } => {
                let there: Vec<Who> = via.iter().filter_map(|&who| self.who(who).ok()).collect();
                if there.is_empty() && !via.is_empty() {
                    return Err(Dropped::Lost);
                }
                let statement = self.statement(*statement)?;
                let edit = Edit::SetVia {
                    statement,
                    via: there,
                };
                self.make_or_confirm_statement(statement, edit)
            }
            Edit::SetKey { statement, key } => {
                let (statement, key) = (self.statement(*statement)?, *key);
                self.make(Edit::SetKey { statement, key }).map(drop)
            }
            Edit::SetStatementNote { statement, note } => {
                if note.is_empty() && !self.has_statement(*statement) {
                    return Err(Dropped::Moot);
                }
                let (statement, note) = (self.statement(*statement)?, note.clone());
                self.make(Edit::SetStatementNote { statement, note })
                    .map(drop)
            }
            _ => Ok(()),
        }
    }

    fn judge_mention(&mut self, id: MentionId, verdict: Verdict) -> Translated<()> {
        let is_moot = matches!(verdict, Verdict::Rejected | Verdict::Open);
        if is_moot && !self.has_mention(id) {
            return Err(Dropped::Moot);
        }
        let was_there = self.has_mention(id);
        let mention = self.mention(id)?;
        if was_there {
            if verdict == Verdict::Accepted {
                self.make_as_confirmed(id, mention)?;
            }
            self.make(Edit::JudgeMention { mention, verdict })?;
        }
        Ok(())
    }

    /// What the reader has confirmed is what he saw: where the program takes a mention for something else now, his word counts.
    fn make_as_confirmed(&mut self, id: MentionId, mention: MentionId) -> Translated<()> {
        let old = self.old_mention(id)?;
        let span = self.place(old.span)?;
        self.make(Edit::ResizeMention { mention, span })?;
        let kind = old.kind;
        self.make(Edit::SetMentionKind { mention, kind })?;
        let entity = old.entity.map(|id| self.entity(id)).transpose();
        if let Ok(entity) = entity {
            self.make(Edit::SetMentionEntity { mention, entity })?;
        }
        Ok(())
    }

    fn judge_statement(&mut self, id: StatementId, verdict: Verdict) -> Translated<()> {
        let is_moot = matches!(verdict, Verdict::Rejected | Verdict::Open);
        if is_moot && !self.has_statement(id) {
            return Err(Dropped::Moot);
        }
        let was_there = self.has_statement(id);
        let statement = self.statement(id)?;
        if was_there {
            if verdict == Verdict::Accepted {
                self.make_statement_as_confirmed(id, statement)?;
            }
            self.make(Edit::JudgeStatement { statement, verdict })?;
        }
        Ok(())
    }

    /// The same for a statement.
    fn make_statement_as_confirmed(
        &mut self,
        id: StatementId,
        statement: StatementId,
    ) -> Translated<()> {
        let old = self.old_statement(id)?;
        if let Ok(content) = self.places(&old.content) {
            self.make(Edit::ResizeStatement { statement, content })?;
        }
        let kind = old.kind;
        self.make(Edit::SetStatementKind { statement, kind })?;
        let said = match &old.speaker {
            None => Some(Said::Unknown),
            Some(voice) if voice.because == Reason::Editorial => Some(Said::Editorial),
            Some(voice) => self.who_speaks(voice).map(Said::By),
        };
        let new = self.new_findings().statement(statement).speaker.as_ref();
        let is_same = match (said, new) {
            (Some(Said::By(Who::Words(span))), Some(voice)) => voice.spans.contains(&span),
            _ => false,
        };
        if let Some(speaker) = said.filter(|_| !is_same) {
            self.make(Edit::SetSpeaker { statement, speaker })?;
        }
        Ok(())
    }

    /// Who it is in the new reading; nobody if that is not to be found out.
    fn who_speaks(&mut self, voice: &Voice) -> Option<Who> {
        match voice.entity {
            Some(id) => self.entity(id).ok().map(Who::Entity),
            None => self.who(Who::Words(*voice.spans.first()?)).ok(),
        }
    }

    fn resize_mention(&mut self, id: MentionId, span: Span) -> Translated<()> {
        let span = self.place(span)?;
        if self.has_mention(id) {
            let mention = self.mention(id)?;
            return self.make_or_confirm(mention, Edit::ResizeMention { mention, span });
        }
        let (kind, entity) = {
            let old = self.old_mention(id)?;
            (old.kind, old.entity)
        };
        let entity = entity.and_then(|id| self.entity(id).ok());
        self.make(Edit::AddMention { span, kind, entity })?;
        self.mention_at(id, span).map(drop)
    }

    fn split(&mut self, mentions: &[MentionId], name: &str) -> Translated<()> {
        let mut there = Vec::with_capacity(mentions.len());
        for &mention in mentions {
            // Those that are gone need not be split off.
            there.extend(self.mention(mention));
        }
        let Some(&first) = there.first() else {
            return Err(Dropped::Lost);
        };
        let findings = self.new_findings();
        let entity = findings.mention(first).entity;
        let is_apart = entity.is_some_and(|id| {
            let all = findings.mentions.iter().zip(0..);
            let mut linked = all.filter(|(mention, _)| mention.entity == Some(id));
            findings.entity(id).name == name
                && linked.all(|(_, index)| there.contains(&MentionId(index)))
        });
        if is_apart {
            return Err(Dropped::Moot);
        }
        let (mentions, name) = (there, name.to_owned());
        self.make(Edit::SplitEntity { mentions, name }).map(drop)
    }

    fn said(&mut self, said: Said) -> Translated<Said> {
        Ok(match said {
            Said::Unknown => Said::Unknown,
            Said::Editorial => Said::Editorial,
            Said::By(who) => Said::By(self.who(who)?),
        })
    }

    fn who(&mut self, who: Who) -> Translated<Who> {
        Ok(match who {
            Who::Entity(id) => Who::Entity(self.entity(id)?),
            Who::Words(span) => Who::Words(self.place(span)?),
        })
    }
}
