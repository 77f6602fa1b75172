//! What the program may learn from a correction, so that the next article is read as the reader has corrected this one.

use std::collections::BTreeSet;

use crate::document::{
    EntityId, Findings, Form, Kind, Mention, MentionId, StatementId, StatementKind, Verdict,
};
use crate::german::cues::{self, CuePart};
use crate::german::inflection::without_genitive;
use crate::german::personal_lexicon::Entry;
use crate::review::Edit;

/// More entries than this are not offered for one correction.
const MOST: usize = 3;

/// What can be learned from a correction that was made; `findings` are those after it. Nothing where it teaches several
/// things at once that do not go together.
pub fn learnable(text: &str, findings: &Findings, edit: &Edit) -> Vec<Entry> {
    let mut entries = BTreeSet::new();
    collect(text, findings, edit, &mut entries);
    let sorts: BTreeSet<(u8, Option<Kind>)> = entries.iter().map(sort).collect();
    if sorts.len() != 1 || MOST < entries.len() {
        return Vec::new();
    }
    entries.into_iter().collect()
}

/// Entries of one sort are learned together.
fn sort(entry: &Entry) -> (u8, Option<Kind>) {
    match entry {
        Entry::Name { kind, .. } => (0, Some(*kind)),
        Entry::Never { .. } => (1, None),
        Entry::NoCue { .. } => (2, None),
    }
}

fn collect(text: &str, findings: &Findings, edit: &Edit, entries: &mut BTreeSet<Entry>) {
    let mention = |id: MentionId| findings.mentions.get(id.0 as usize);
    match edit {
        Edit::SetEntityKind { entity, kind } => {
            let entity = findings.entities.get(entity.0 as usize);
            entries.extend(entity.and_then(|entity| Entry::name(&entity.name, *kind, None)));
        }
        Edit::SetMentionKind { mention: id, .. } => {
            entries.extend(mention(*id).and_then(|it| named(text, findings, it)));
        }
        Edit::SetMentionEntity { mention: id, .. } => {
            // Only whom a name means is new.
            let named = mention(*id).and_then(|it| named(text, findings, it));
            let says_whom = |it: &Entry| {
                matches!(
                    it,
                    Entry::Name {
                        entity: Some(_),
                        ..
                    }
                )
            };
            entries.extend(named.filter(says_whom));
        }
        Edit::AddMention { span, .. } => {
            let added = findings.mentions.iter().rfind(|it| it.span == *span);
            entries.extend(added.and_then(|it| named(text, findings, it)));
        }
        Edit::JudgeMention {
            mention: id,
            verdict: Verdict::Rejected,
        } => {
            let rejected = mention(*id).filter(|it| it.form == Form::Name && it.kind.is_name());
            entries.extend(rejected.and_then(|it| Entry::never(&base(text, findings, it))));
        }
        Edit::JudgeStatement {
            statement,
            verdict: Verdict::Rejected,
        } => entries.extend(no_cue(text, findings, *statement)),
        Edit::Group { edits } => {
            for edit in edits {
                collect(text, findings, edit, entries);
            }
        }
        Edit::JudgeMention { .. }
        | Edit::JudgeStatement { .. }
        | Edit::ResizeMention { .. }
        | Edit::SetMentionNote { .. }
        | Edit::RenameEntity { .. }
        | Edit::SetEntityRole { .. }
        | Edit::SetEntityNote { .. }
        | Edit::MergeEntities { .. }
        | Edit::SplitEntity { .. }
        | Edit::SetStatementKind { .. }
        | Edit::ResizeStatement { .. }
        | Edit::AddStatement { .. }
        | Edit::SetSpeaker { .. }
        | Edit::SetAddressee { .. }
        | Edit::SetVia { .. }
        | Edit::SetKey { .. }
        | Edit::SetStatementNote { .. }
        | Edit::SetArticleNote { .. } => {}
    }
}

/// How the reader reads a name: of this kind, and, if that has another name, of this entity.
fn named(text: &str, findings: &Findings, mention: &Mention) -> Option<Entry> {
    if mention.form != Form::Name {
        return None;
    }
    let name = base(text, findings, mention);
    let entity = entity(findings, mention.entity);
    let entity = entity.filter(|it| it.kind == mention.kind);
    Entry::name(&name, mention.kind, entity.map(|it| it.name.as_str()))
}

/// A name without the ending of its genitive, where the entity has it so: "Watans" → "Watan".
fn base(text: &str, findings: &Findings, mention: &Mention) -> String {
    let words = mention.span.of(text);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let entity = entity(findings, mention.entity);
    let known = |name: &str| {
        entity.is_some_and(|it| it.name == name || it.aliases.iter().any(|alias| alias == name))
    };
    match without_genitive(&words) {
        Some(stem) if known(stem) => stem.to_owned(),
        _ => words,
    }
}

fn entity(findings: &Findings, id: Option<EntityId>) -> Option<&crate::document::Entity> {
    findings.entities.get(id?.0 as usize)
}

/// The words that announced a statement which is none. Quoted words are said by somebody whatever the verb.
fn no_cue(text: &str, findings: &Findings, id: StatementId) -> Option<Entry> {
    let statement = findings.statements.get(id.0 as usize)?;
    if statement.kind == StatementKind::Direct {
        return None;
    }
    let words: Vec<&str> = statement
        .cue
        .iter()
        .flat_map(|span| span.of(text).split_whitespace())
        .collect();
    match words[..] {
        [word] => Entry::no_cue(dictionary_word(word).unwrap_or(word)),
        _ => Entry::no_cue(&words.join(" ")),
    }
}

/// "betonte" → "betonen", where the word list of cues has it.
fn dictionary_word(word: &str) -> Option<&'static str> {
    let cue = cues::verb(&word.to_lowercase(), None).or_else(|| cues::look_up(word, CuePart::Noun));
    cue.map(|cue| cue.lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::span::Span;
    use crate::view::sample;
    use std::sync::Arc;

    use crate::review::{Review, Stamp};

    fn after(edit: &Edit) -> (Document, Findings) {
        let document = sample::document();
        let mut review = Review::new(Arc::new(document.clone()));
        review
            .apply(edit.clone(), Stamp::default())
            .expect("it fits");
        let findings = review.findings().clone();
        (document, findings)
    }

    fn learned(edit: &Edit) -> Vec<Entry> {
        let (document, findings) = after(edit);
        learnable(document.text(), &findings, edit)
    }

    fn name(name: &str, kind: Kind, entity: Option<&str>) -> Entry {
        Entry::name(name, kind, entity).expect("a name")
    }

    #[test]
    fn a_retyped_entity_teaches_its_name() {
        let edit = Edit::SetEntityKind {
            entity: EntityId(3),
            kind: Kind::Organisation,
        };
        let expected = name("Neustadt", Kind::Organisation, None);
        assert_eq!(learned(&edit), [expected]);
    }

    #[test]
    fn a_retyped_or_linked_mention_teaches_its_words_and_whom_they_mean() {
        let edit = Edit::SetMentionKind {
            mention: MentionId(3),
            kind: Kind::Location,
        };
        assert_eq!(learned(&edit), [name("Kurt Weide", Kind::Location, None)]);
        let edit = Edit::SetMentionEntity {
            mention: MentionId(2),
            entity: Some(EntityId(2)),
        };
        let expected = name("Ohnesorg", Kind::Person, Some("Kurt Weide"));
        assert_eq!(learned(&edit), [expected]);
        let nobody = Edit::SetMentionEntity {
            mention: MentionId(2),
            entity: None,
        };
        assert_eq!(learned(&nobody), []);
        let date = Edit::SetMentionKind {
            mention: MentionId(3),
            kind: Kind::Date,
        };
        assert_eq!(learned(&date), []);
    }

    #[test]
    fn a_rejected_name_is_never_one_and_a_confirmed_one_teaches_nothing() {
        let judge = |verdict| Edit::JudgeMention {
            mention: MentionId(4),
            verdict,
        };
        let never = Entry::never("Stadtwerken").expect("a name");
        assert_eq!(learned(&judge(Verdict::Rejected)), [never]);
        assert_eq!(learned(&judge(Verdict::Accepted)), []);
    }

    #[test]
    fn a_rejected_statement_teaches_that_its_cue_is_none_unless_it_is_quoted() {
        let reject = |statement| Edit::JudgeStatement {
            statement: StatementId(statement),
            verdict: Verdict::Rejected,
        };
        let expected = Entry::no_cue("versichern").expect("a word");
        assert_eq!(learned(&reject(1)), [expected]);
        assert_eq!(learned(&reject(0)), []);
    }

    #[test]
    fn several_corrections_of_one_sort_are_learned_together() {
        let reject = |mention| Edit::JudgeMention {
            mention: MentionId(mention),
            verdict: Verdict::Rejected,
        };
        let same = Edit::Group {
            edits: vec![reject(0), reject(2)],
        };
        assert_eq!(learned(&same).len(), 2);
        let many = Edit::Group {
            edits: (0..5).map(reject).collect(),
        };
        assert_eq!(learned(&many), []);
        let kind = Kind::Other;
        let mixed = Edit::Group {
            edits: vec![
                reject(0),
                Edit::SetMentionKind {
                    mention: MentionId(1),
                    kind,
                },
            ],
        };
        assert_eq!(learned(&mixed), []);
    }

    #[test]
    fn an_added_name_teaches_itself() {
        let text = sample::document();
        let start = text.text().find("Den Stadtwerken").expect("it is there");
        let edit = Edit::AddMention {
            span: Span::new(start, start + "Den Stadtwerken".len()),
            kind: Kind::Organisation,
            entity: None,
        };
        let expected = name("Den Stadtwerken", Kind::Organisation, None);
        assert_eq!(learned(&edit), [expected]);
    }
}
