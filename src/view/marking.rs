//! What is corrected when a reader says of some words what they are: a mark is added, or one that is there already is
//! retyped or resized.

use crate::document::{EntityId, Findings, Form, Kind, Mention, MentionId, Verdict};
use crate::german::inflection::without_genitive;
use crate::review::Edit;
use crate::span::Span;

use super::occurrences::Occurrence;

/// Marks `span` as a `kind` beside `mentions`, which are shown in its paragraph; `focused` is the one that the reader looks at.
pub fn edit(
    text: &str,
    findings: &Findings,
    mentions: &[MentionId],
    focused: Option<MentionId>,
    (span, kind): (Span, Kind),
) -> Edit {
    let of = |id: MentionId| findings.mention(id);
    let same: Vec<MentionId> = (mentions.iter().copied())
        .filter(|&id| of(id).span == span)
        .collect();
    if let Some(&mention) = same.iter().find(|&&id| of(id).kind == kind) {
        return Edit::JudgeMention {
            mention,
            verdict: Verdict::Accepted,
        };
    }
    let looked_at = same.iter().copied().find(|&id| Some(id) == focused);
    if let Some(mention) = looked_at.or(same.last().copied()) {
        return Edit::SetMentionKind { mention, kind };
    }
    let touched: Vec<MentionId> = (mentions.iter().copied())
        .filter(|&id| of(id).span.overlaps(span))
        .filter(|&id| Some(id) == focused || of(id).kind == kind && is_bettered(of(id), span))
        .collect();
    let best = touched.iter().copied().max_by_key(|&id| {
        let is_focused = Some(id) == focused;
        (is_focused, of(id).span.len(), std::cmp::Reverse(id))
    });
    let Some(mention) = best else {
        let entity = bearer(findings, span.of(text), kind);
        return Edit::AddMention { span, kind, entity };
    };
    let mut edits = vec![Edit::ResizeMention { mention, span }];
    if of(mention).kind != kind {
        edits.push(Edit::SetMentionKind { mention, kind });
    }
    // „Erika“ and „Ohnesorg“ become one.
    edits.extend(
        touched
            .into_iter()
            .filter(|&id| id != mention && of(id).kind == kind)
            .map(|mention| Edit::JudgeMention {
                mention,
                verdict: Verdict::Rejected,
            }),
    );
    one(edits)
}

/// Whether the reader means this mark when he selects other words than it has: more of them, or fewer at one end.
fn is_bettered(mention: &Mention, span: Span) -> bool {
    let shares_end = mention.span.start() == span.start() || mention.span.end() == span.end();
    matches!(mention.form, Form::Name | Form::Description)
        && (shares_end || !mention.span.contains(span))
}

/// The entity that a name means, where its words alone do not lead there: „Weides“ is Kurt Weide if there is no other.
fn bearer(findings: &Findings, words: &str, kind: Kind) -> Option<EntityId> {
    if !kind.is_name() {
        return None;
    }
    let of_kind = || {
        let numbered = findings.entities.iter().enumerate();
        numbered.filter(move |(_, entity)| entity.kind == kind)
    };
    let called = |name: &str| {
        let mut bearers = of_kind();
        bearers
            .find(|(_, entity)| {
                entity.name == name || entity.aliases.iter().any(|alias| alias == name)
            })
            .map(|(index, _)| EntityId(index as u32))
    };
    let surname = |name: &str| {
        let mut bearers = of_kind().filter(|(_, entity)| {
            let before = entity.name.strip_suffix(name);
            kind == Kind::Person && before.is_some_and(|before| before.ends_with(' '))
        });
        let (index, _) = bearers.next()?;
        bearers.next().is_none().then_some(EntityId(index as u32))
    };
    let stem = without_genitive(words);
    called(words)
        .or_else(|| stem.and_then(called))
        .or_else(|| surname(words))
        .or_else(|| stem.and_then(surname))
}

/// What is to become of several places at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They name something of a kind, and whom or what if that is known.
    Mark(Kind, Option<EntityId>),
    /// They are right as they are marked.
    Confirm,
    /// They name nothing.
    Reject,
}

/// The change of some places as one step; nothing if there are none.
pub fn group(findings: &Findings, change: Change, places: &[Occurrence]) -> Option<Edit> {
    let mut edits: Vec<Edit> = Vec::with_capacity(places.len());
    for place in places {
        match (change, place.mention) {
            (Change::Mark(kind, entity), None) => edits.push(Edit::AddMention {
                span: place.span,
                kind,
                entity,
            }),
            (Change::Mark(kind, entity), Some(mention)) => {
                let old = findings.mentions.get(mention.0 as usize);
                if old.is_none_or(|old| old.kind != kind) {
                    edits.push(Edit::SetMentionKind { mention, kind });
                }
                if entity.is_some() {
                    edits.push(Edit::SetMentionEntity { mention, entity });
                }
            }
            (Change::Confirm, Some(mention)) => edits.push(Edit::JudgeMention {
                mention,
                verdict: Verdict::Accepted,
            }),
            (Change::Reject, Some(mention)) => edits.push(Edit::JudgeMention {
                mention,
                verdict: Verdict::Rejected,
            }),
            (Change::Confirm | Change::Reject, None) => {}
        }
    }
    (!edits.is_empty()).then(|| one(edits))
}

/// A group, unless it has one only.
fn one(mut edits: Vec<Edit>) -> Edit {
    match edits.pop() {
        Some(edit) if edits.is_empty() => edit,
        Some(edit) => {
            edits.push(edit);
            Edit::Group { edits }
        }
        None => Edit::Group { edits },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Entity;
    use crate::view::sample_layers::mention;

    const TEXT: &str = "Frau Erika Ohnesorg und Kurt Weide, Weides Bruder in Neustadt.";

    fn span_of(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words stand in the text");
        Span::new(start, start + words.len())
    }

    fn findings(marks: &[(&str, Kind)]) -> (Findings, Vec<MentionId>) {
        let mentions = marks
            .iter()
            .map(|&(words, kind)| mention(span_of(words), kind))
            .collect();
        let findings = Findings {
            mentions,
            entities: vec![Entity::new("Kurt Weide", Kind::Person)],
            ..Findings::default()
        };
        let ids = findings.shown_mentions().map(|(id, _)| id).collect();
        (findings, ids)
    }

    fn check(
        marks: &[(&str, Kind)],
        focused: Option<u32>,
        (words, kind): (&str, Kind),
        expected: &Edit,
    ) {
        let (findings, ids) = findings(marks);
        let focused = focused.map(MentionId);
        let edit = edit(TEXT, &findings, &ids, focused, (span_of(words), kind));
        assert_eq!(edit, *expected, "{words}");
    }

    fn resize(words: &str) -> Edit {
        Edit::ResizeMention {
            mention: MentionId(0),
            span: span_of(words),
        }
    }

    fn add(words: &str, kind: Kind, entity: Option<u32>) -> Edit {
        Edit::AddMention {
            span: span_of(words),
            kind,
            entity: entity.map(EntityId),
        }
    }

    #[test]
    fn the_very_same_words_get_no_second_mark() {
        let marks = [("Erika Ohnesorg", Kind::Person)];
        check(
            &marks,
            None,
            ("Erika Ohnesorg", Kind::Other),
            &Edit::SetMentionKind {
                mention: MentionId(0),
                kind: Kind::Other,
            },
        );
        check(
            &marks,
            None,
            ("Erika Ohnesorg", Kind::Person),
            &Edit::JudgeMention {
                mention: MentionId(0),
                verdict: Verdict::Accepted,
            },
        );
    }

    #[test]
    fn more_or_fewer_words_resize_a_mark_of_the_same_kind() {
        let short = [("Ohnesorg", Kind::Person)];
        let long = [("Frau Erika Ohnesorg", Kind::Person)];
        let name = ("Erika Ohnesorg", Kind::Person);
        check(&short, None, name, &resize("Erika Ohnesorg"));
        check(&long, None, name, &resize("Erika Ohnesorg"));
        // Inside a mark of another kind, or in the middle of one, there may be another name.
        let inside = ("Erika", Kind::Person);
        check(&long, None, inside, &add("Erika", Kind::Person, None));
        check(
            &long,
            None,
            ("Ohnesorg", Kind::Location),
            &add("Ohnesorg", Kind::Location, None),
        );
        // Unless it is the one that the reader looks at.
        check(&long, Some(0), inside, &resize("Erika"));
        check(
            &short,
            Some(0),
            ("Erika Ohnesorg", Kind::Other),
            &Edit::Group {
                edits: vec![
                    resize("Erika Ohnesorg"),
                    Edit::SetMentionKind {
                        mention: MentionId(0),
                        kind: Kind::Other,
                    },
                ],
            },
        );
    }

    #[test]
    fn two_marks_under_one_selection_become_one() {
        let marks = [("Erika", Kind::Person), ("Ohnesorg", Kind::Person)];
        let (findings, ids) = findings(&marks);
        let span = span_of("Erika Ohnesorg");
        let edit = edit(TEXT, &findings, &ids, None, (span, Kind::Person));
        let expected = [
            Edit::ResizeMention {
                mention: MentionId(1),
                span,
            },
            Edit::JudgeMention {
                mention: MentionId(0),
                verdict: Verdict::Rejected,
            },
        ];
        assert_eq!(
            edit,
            Edit::Group {
                edits: expected.to_vec()
            }
        );
    }

    #[test]
    fn a_new_mark_belongs_to_who_bears_the_name() {
        let person = Kind::Person;
        check(
            &[],
            None,
            ("Weides", person),
            &add("Weides", person, Some(0)),
        );
        check(&[], None, ("Weide", person), &add("Weide", person, Some(0)));
        check(
            &[],
            None,
            ("Kurt Weide", person),
            &add("Kurt Weide", person, Some(0)),
        );
        let place = Kind::Location;
        check(
            &[],
            None,
            ("Neustadt", place),
            &add("Neustadt", place, None),
        );
        let role = Kind::Role;
        check(&[], None, ("Weides", role), &add("Weides", role, None));
    }

    #[test]
    fn several_places_are_one_step() {
        let (findings, _) = findings(&[("Weide", Kind::Location)]);
        let place = |words: &str, mention: Option<u32>| Occurrence {
            span: span_of(words),
            mention: mention.map(MentionId),
            is_part: false,
        };
        let places = [place("Weide", Some(0)), place("Weides", None)];
        let change = Change::Mark(Kind::Person, Some(EntityId(0)));
        let Some(Edit::Group { edits }) = group(&findings, change, &places) else {
            panic!("two places are a group");
        };
        assert_eq!(edits.len(), 3, "retyped, linked, added: {edits:?}");
        let rejected = Edit::JudgeMention {
            mention: MentionId(0),
            verdict: Verdict::Rejected,
        };
        assert_eq!(group(&findings, Change::Reject, &places), Some(rejected));
        assert_eq!(group(&findings, Change::Confirm, &places[1..]), None);
    }
}
