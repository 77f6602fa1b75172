//! What corrections are called: „12 Erwähnungen bestätigt“, „‚Al-Watan‘: Organisation statt Person“.

use crate::document::{
    Entity, EntityId, Findings, Mention, MentionId, Statement, StatementId, Verdict,
};
use crate::review::{Edit, EditError, Review, Said, Step, Who};
use crate::span::Span;
use crate::view::speaker;

use super::i18n::{Inserted, Texts};
use super::labels;

/// Characters of a quoted text that are shown.
const LONGEST: usize = 44;

/// The name of a step.
pub fn of_step(step: &Step, review: &Review, texts: &Texts) -> String {
    let undone = &review.steps()[review.cursor()..];
    let is_it = |other: &Step| std::ptr::eq(other, step);
    let n_ahead = undone.iter().position(is_it).unwrap_or_default();
    let names = Names {
        step,
        ahead: &undone[..n_ahead],
        findings: review.findings(),
        text: review.document().text(),
        texts,
    };
    names.edit(&step.edit)
}

/// Why a correction was not made.
pub fn refused(error: &EditError, texts: &Texts) -> String {
    texts.text(match error {
        EditError::NoMention(_) | EditError::NoEntity(_) | EditError::NoStatement(_) => {
            "refused-gone"
        }
        EditError::NoWords(_) => "refused-no-words",
        EditError::NoContent => "refused-no-content",
        EditError::NothingToSplit => "refused-nothing-to-split",
        EditError::NoName => "refused-no-name",
        EditError::NoEntityKind(_) => "refused-no-entity-kind",
        EditError::TooDeep => "refused-too-deep",
    })
}

struct Names<'a> {
    /// Knows what was there before, while it is in force.
    step: &'a Step,
    /// What would be made again before it, if it is undone.
    ahead: &'a [Step],
    findings: &'a Findings,
    text: &'a str,
    texts: &'a Texts,
}

impl Names<'_> {
    fn edit(&self, edit: &Edit) -> String {
        match edit {
            Edit::JudgeMention { mention, verdict } => {
                self.about("mention", judged(*verdict), &self.called(*mention))
            }
            Edit::SetMentionKind { mention, kind } => {
                let old = self.mention(*mention).map(|mention| mention.kind);
                let kinds = [Some(*kind), old].map(|kind| kind.map(labels::kind));
                self.instead(&self.called(*mention), kinds)
            }
            Edit::SetMentionEntity { mention, entity } => {
                let words = self.called(*mention);
                match entity {
                    Some(id) => self.with("step-meant", &words, &self.name(*id)),
                    None => self.with("step-meant-none", &words, ""),
                }
            }
            Edit::ResizeMention { mention, span } => {
                let old = self.called(*mention);
                self.with("step-resized", &old, &self.words(*span))
            }
            Edit::SetMentionNote { mention, note } => self.note(&self.called(*mention), note),
            Edit::AddMention { span, kind, .. } => {
                let kind = self.texts.text(labels::kind(*kind));
                self.with("step-marked", &self.words(*span), &kind)
            }
            Edit::RenameEntity { entity, name } => {
                self.with("step-renamed", &self.old_name(*entity), name)
            }
            Edit::SetEntityKind { entity, kind } => {
                let retyped = self.ahead.iter().rev().find_map(|step| match step.edit {
                    Edit::SetEntityKind {
                        entity: other,
                        kind,
                    } if other == *entity => Some(kind),
                    _ => None,
                });
                let old = retyped.or_else(|| self.entity(*entity).map(|entity| entity.kind));
                let kinds = [Some(*kind), old].map(|kind| kind.map(labels::kind));
                self.instead(&self.old_name(*entity), kinds)
            }
            Edit::SetEntityRole { entity, role } => {
                let name = self.old_name(*entity);
                match role {
                    Some(role) => self.with("step-role", &name, role),
                    None => self.with("step-role-gone", &name, ""),
                }
            }
            Edit::SetEntityNote { entity, note } => self.note(&self.old_name(*entity), note),
            Edit::MergeEntities { from, into } => {
                self.with("step-merged", &self.old_name(*from), &self.old_name(*into))
            }
            Edit::SplitEntity { mentions, name } => {
                let inserted = [("n", mentions.len().into()), ("name", name.into())];
                self.texts.with("step-split", &inserted)
            }
            Edit::JudgeStatement { .. }
            | Edit::SetStatementKind { .. }
            | Edit::ResizeStatement { .. }
            | Edit::AddStatement { .. }
            | Edit::SetSpeaker { .. }
            | Edit::SetAddressee { .. }
            | Edit::SetVia { .. }
            | Edit::SetKey { .. }
            | Edit::SetStatementNote { .. } => self.of_statement(edit),
            Edit::SetArticleNote { note } => {
                let is_gone = note.trim().is_empty();
                self.texts.text(if is_gone {
                    "step-article-note-gone"
                } else {
                    "step-article-note"
                })
            }
            Edit::Group { edits } => self.group(edits),
        }
    }

    /// A correction of a statement.
    fn of_statement(&self, edit: &Edit) -> String {
        match edit {
            Edit::JudgeStatement { statement, verdict } => {
                self.about("statement", judged(*verdict), &self.said(*statement))
            }
            Edit::SetStatementKind { statement, kind } => {
                let old = self.statement(*statement).map(|statement| statement.kind);
                let kinds = [Some(*kind), old].map(|kind| kind.map(labels::statement));
                self.instead(&self.said(*statement), kinds)
            }
            Edit::ResizeStatement { statement, .. } => {
                self.with("step-content", &self.said(*statement), "")
            }
            Edit::AddStatement { content, .. } => {
                self.with("step-added", &self.quoted(content), "")
            }
            Edit::SetSpeaker { statement, speaker } => {
                let speaker = match speaker {
                    Said::Unknown => self.texts.text("speaker-unknown"),
                    Said::Editorial => self.texts.text("speaker-editorial"),
                    Said::By(who) => self.who(*who),
                };
                self.with("step-speaker", &self.said(*statement), &speaker)
            }
            Edit::SetAddressee {
                statement,
                addressee,
            } => {
                let addressee = addressee.map_or_else(|| self.nobody(), |who| self.who(who));
                self.with("step-addressee", &self.said(*statement), &addressee)
            }
            Edit::SetVia { statement, via } => {
                let names: Vec<String> = via.iter().map(|who| self.who(*who)).collect();
                let names = if names.is_empty() {
                    self.nobody()
                } else {
                    names.join(", ")
                };
                self.with("step-via", &self.said(*statement), &names)
            }
            Edit::SetKey { statement, key } => {
                let key = if *key { "step-key" } else { "step-no-key" };
                self.with(key, &self.said(*statement), "")
            }
            Edit::SetStatementNote { statement, note } => self.note(&self.said(*statement), note),
            _ => String::new(),
        }
    }

    /// A bulk change by what its parts have in common.
    fn group(&self, edits: &[Edit]) -> String {
        let mut parts = Vec::new();
        flatten(edits, &mut parts);
        if let [only] = parts.as_slice() {
            return self.edit(only);
        }
        let n = parts.len();
        let mut verdicts = parts.iter().map(|edit| match edit {
            Edit::JudgeMention { verdict, .. } => Some((true, *verdict)),
            Edit::JudgeStatement { verdict, .. } => Some((false, *verdict)),
            _ => None,
        });
        if let Some(Some((_, verdict))) = verdicts.next()
            && verdicts.all(|judged| judged.is_some_and(|(_, other)| other == verdict))
        {
            let is_mention = |edit: &&&Edit| matches!(edit, Edit::JudgeMention { .. });
            let what = match parts.iter().filter(is_mention).count() {
                0 => "statements",
                n_mentions if n_mentions == n => "mentions",
                _ => "findings",
            };
            let inserted = [
                ("n", n.into()),
                ("what", what.into()),
                ("verdict", judged(verdict).into()),
            ];
            return self.texts.with("step-judged-many", &inserted);
        }
        let key = match parts.first() {
            Some(Edit::AddMention { span, .. })
                if parts
                    .iter()
                    .all(|edit| matches!(edit, Edit::AddMention { .. })) =>
            {
                let words = self.words(*span);
                let inserted = [("n", n.into()), ("words", (&words).into())];
                return self.texts.with("step-marked-many", &inserted);
            }
            Some(Edit::SetMentionKind { kind, .. })
                if parts
                    .iter()
                    .all(|edit| matches!(edit, Edit::SetMentionKind { .. })) =>
            {
                let kind = self.texts.text(labels::kind(*kind));
                let inserted = [("n", n.into()), ("kind", (&kind).into())];
                return self.texts.with("step-retyped-many", &inserted);
            }
            _ => "step-many",
        };
        self.texts.count(key, n)
    }

    fn with(&self, key: &str, words: &str, new: &str) -> String {
        let inserted: [(_, Inserted<'_>); 2] = [("words", words.into()), ("new", new.into())];
        self.texts.with(key, &inserted)
    }

    fn about(&self, what: &str, verdict: &str, words: &str) -> String {
        let inserted = [
            ("what", what.into()),
            ("verdict", verdict.into()),
            ("words", words.into()),
        ];
        self.texts.with("step-judged", &inserted)
    }

    /// „X: neu statt alt“; of what is so already, only what it is.
    fn instead(&self, words: &str, [new, old]: [Option<&str>; 2]) -> String {
        let new_words = new.map(|key| self.texts.text(key)).unwrap_or_default();
        match old.filter(|_| old != new) {
            Some(old) => {
                let old = self.texts.text(old);
                let inserted = [
                    ("words", words.into()),
                    ("new", (&new_words).into()),
                    ("old", (&old).into()),
                ];
                self.texts.with("step-instead", &inserted)
            }
            None => self.with("step-is", words, &new_words),
        }
    }

    fn note(&self, words: &str, note: &str) -> String {
        let is_gone = note.trim().is_empty();
        let key = if is_gone {
            "step-note-gone"
        } else {
            "step-note"
        };
        self.with(key, words, "")
    }

    fn nobody(&self) -> String {
        self.texts.text("pick-nobody")
    }

    fn who(&self, who: Who) -> String {
        match who {
            Who::Entity(id) => self.name(id),
            Who::Words(span) => self.words(span),
        }
    }

    /// As it was before the step, or is.
    fn entity(&self, id: EntityId) -> Option<&Entity> {
        let old = self.step.old_entity(id);
        old.or_else(|| self.findings.entities.get(id.0 as usize))
    }

    fn mention(&self, id: MentionId) -> Option<&Mention> {
        let old = self.step.old_mention(id);
        old.or_else(|| self.findings.mentions.get(id.0 as usize))
    }

    fn statement(&self, id: StatementId) -> Option<&Statement> {
        let old = self.step.old_statement(id);
        old.or_else(|| self.findings.statements.get(id.0 as usize))
    }

    fn old_name(&self, id: EntityId) -> String {
        let renamed = self.ahead.iter().rev().find_map(|step| match &step.edit {
            Edit::RenameEntity { entity, name } if *entity == id => Some(name),
            _ => None,
        });
        if let Some(name) = renamed {
            return short(name);
        }
        let entity = self.entity(id);
        entity.map_or_else(|| "…".to_owned(), |entity| short(&entity.name))
    }

    fn name(&self, id: EntityId) -> String {
        let entity = self.findings.entities.get(id.0 as usize);
        entity.map_or_else(|| self.old_name(id), |entity| short(&entity.name))
    }

    fn called(&self, id: MentionId) -> String {
        let mention = self.mention(id);
        mention.map_or_else(|| "…".to_owned(), |mention| self.words(mention.span))
    }

    fn said(&self, id: StatementId) -> String {
        let statement = self.statement(id);
        statement.map_or_else(
            || "…".to_owned(),
            |statement| self.quoted(&statement.content),
        )
    }

    fn quoted(&self, spans: &[Span]) -> String {
        let words = speaker::words(self.text, spans);
        // The name puts quotation marks around it.
        let marks = ['„', '“', '”', '"', '»', '«'];
        short(words.trim_matches(marks))
    }

    fn words(&self, span: Span) -> String {
        let words = self.text.get(span.range()).unwrap_or_default();
        short(&words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The first words of a text, with an ellipsis where it goes on.
fn short(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let first: String = words.chars().take(LONGEST).collect();
    let whole = first
        .rsplit_once(' ')
        .map_or(first.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ':', ';']))
}

fn flatten<'a>(edits: &'a [Edit], parts: &mut Vec<&'a Edit>) {
    for edit in edits {
        match edit {
            Edit::Group { edits } => flatten(edits, parts),
            other => parts.push(other),
        }
    }
}

fn judged(verdict: Verdict) -> &'static str {
    verdict.label()
}

#[cfg(test)]
#[path = "step_names_tests.rs"]
mod tests;
