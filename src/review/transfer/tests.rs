//! Corrections come back on another reading of an article, or it is said which do not.

use std::sync::Arc;

use super::*;
use crate::document::{
    Confidence, Entity, Findings, Form, Kind, Mention, Reason, Statement, StatementKind, Verdict,
    Voice,
};
use crate::review::{Said, Who};

const OLD: &str = "Stadt sperrt Brücke\n\nDie Bürgermeisterin Erika Ohnesorg sagte am Montag, die Brücke sei nicht mehr sicher.\n\n\
Kurt Weide von den Stadtwerken widersprach. Der Bau sei bezahlt, sagte er. Ohnesorg wollte sich nicht äußern.";

pub(super) const NAMES: [(&str, Kind, &[&str]); 3] = [
    ("Erika Ohnesorg", Kind::Person, &["Ohnesorg"]),
    ("Kurt Weide", Kind::Person, &[]),
    ("Stadtwerke", Kind::Organisation, &["Stadtwerken"]),
];

const SAID: [&str; 2] = ["die Brücke sei nicht mehr sicher", "Der Bau sei bezahlt"];

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

/// What a program would find that knows these names: every longest form, in text order.
pub(super) fn reading_of(text: &str, names: &[(&str, Kind, &[&str])]) -> Arc<Document> {
    let mut findings = Findings::default();
    for (index, (name, kind, aliases)) in (0..).zip(names) {
        findings
            .entities
            .push(Entity::new((*name).to_owned(), *kind));
        for form in [*name].iter().chain(*aliases) {
            for (start, found) in text.match_indices(form) {
                findings.mentions.push(Mention {
                    entity: Some(EntityId(index)),
                    ..Mention::new(
                        Span::new(start, start + found.len()),
                        *kind,
                        Form::Name,
                        Confidence::new(0.9),
                    )
                });
            }
        }
    }
    let all = findings.mentions.clone();
    let is_inside = |mention: &Mention| {
        all.iter()
            .any(|other| other.span != mention.span && other.span.contains(mention.span))
    };
    findings.mentions.retain(|mention| !is_inside(mention));
    findings.mentions.sort_by_key(|mention| mention.span);
    for said in SAID {
        if let Some(start) = text.find(said) {
            findings.statements.push(Statement {
                salience: 0.5,
                confidence: Confidence::new(0.8),
                ..Statement::new(
                    StatementKind::Indirect,
                    vec![Span::new(start, start + said.len())],
                )
            });
        }
    }
    Arc::new(Document {
        article: crate::article::from_text(text.to_owned()),
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings,
        made_by: String::new(),
    })
}

fn corrected(edits: &[Edit]) -> Review {
    let mut review = Review::new(reading_of(OLD, &NAMES));
    for edit in edits {
        let has_changed = review.apply(edit.clone(), Stamp::default());
        assert_eq!(has_changed, Ok(true), "{edit:?}");
    }
    review
}

fn mention(review: &Review, words: &str) -> MentionId {
    let span = span(review.document().text(), words);
    let mut mentions = review.findings().mentions.iter();
    let at = mentions.position(|mention| mention.span == span);
    MentionId(at.unwrap_or_else(|| panic!("»{words}« is no mention")) as u32)
}

fn verdict(review: &Review, words: &str) -> Verdict {
    review.findings().mention(mention(review, words)).verdict
}

fn carried(review: &Review, text: &str, names: &[(&str, Kind, &[&str])]) -> (Review, Report) {
    transfer(review, reading_of(text, names)).expect("it is the same article")
}

fn judged(words: &str, verdict: Verdict) -> Edit {
    let mention = mention(&corrected(&[]), words);
    Edit::JudgeMention { mention, verdict }
}

#[test]
fn the_same_reading_gets_everything_back_with_what_was_undone() {
    let mut old = corrected(&[
        judged("Kurt Weide", Verdict::Rejected),
        Edit::SetArticleNote {
            note: "Prüfen.".into(),
        },
    ]);
    old.undo();
    let (new, report) = carried(&old, OLD, &NAMES);
    assert_eq!((new.steps(), new.cursor()), (old.steps(), 1));
    assert_eq!(new.findings(), old.findings());
    assert!(report.is_empty());
}

#[test]
fn corrections_follow_their_words() {
    let (weide, added) = (
        mention(&corrected(&[]), "Kurt Weide"),
        span(OLD, "Bürgermeisterin"),
    );
    let old = corrected(&[
        judged("Erika Ohnesorg", Verdict::Accepted),
        Edit::SetMentionKind {
            mention: weide,
            kind: Kind::Other,
        },
        Edit::AddMention {
            span: added,
            kind: Kind::Role,
            entity: Some(EntityId(0)),
        },
        Edit::RenameEntity {
            entity: EntityId(0),
            name: "Erika M. Ohnesorg".into(),
        },
        Edit::JudgeStatement {
            statement: StatementId(1),
            verdict: Verdict::Rejected,
        },
    ]);
    // The program finds the names in another order now, and the text has a new beginning.
    let names = [NAMES[2], NAMES[1], NAMES[0]];
    let text = format!("Aktualisiert: Stadtwerke melden sich\n\n{OLD}");
    let (new, report) = carried(&old, &text, &names);
    assert!(report.is_empty(), "{report:?}");
    assert_eq!(new.steps().len(), 5);
    assert_eq!(verdict(&new, "Erika Ohnesorg"), Verdict::Accepted);
    let weide = new.findings().mention(mention(&new, "Kurt Weide"));
    assert_eq!((weide.kind, weide.verdict), (Kind::Other, Verdict::Changed));
    let role = new.findings().mention(mention(&new, "Bürgermeisterin"));
    assert_eq!((role.kind, role.entity), (Kind::Role, Some(EntityId(2))));
    assert_eq!(new.findings().entity(EntityId(2)).name, "Erika M. Ohnesorg");
    assert_eq!(
        new.findings().statement(StatementId(1)).verdict,
        Verdict::Rejected
    );
}

#[test]
fn what_was_confirmed_but_is_not_found_any_more_is_added_and_what_was_rejected_is_moot() {
    let old = corrected(&[
        judged("Erika Ohnesorg", Verdict::Accepted),
        judged("Kurt Weide", Verdict::Rejected),
        Edit::SetEntityNote {
            entity: EntityId(2),
            note: "kommunal".into(),
        },
    ]);
    let (new, report) = carried(&old, OLD, &[]);
    assert!(report.is_empty(), "{report:?}");
    assert_eq!(verdict(&new, "Erika Ohnesorg"), Verdict::Added);
    let words: Vec<&str> = new
        .findings()
        .mentions
        .iter()
        .map(|mention| mention.span.of(OLD))
        .collect();
    assert_eq!(words, ["Erika Ohnesorg", "Stadtwerken"]);
    let entity = new.findings().mentions[1].entity.expect("it has one");
    assert_eq!(new.findings().entity(entity).note, "kommunal");
    assert_eq!(new.steps().len(), 2);
}

#[test]
fn what_the_program_finds_by_itself_now_is_confirmed() {
    let weide = mention(&corrected(&[]), "Kurt Weide");
    let old = corrected(&[Edit::SetMentionKind {
        mention: weide,
        kind: Kind::Other,
    }]);
    let names = [
        NAMES[0],
        ("Kurt Weide", Kind::Other, &[] as &[&str]),
        NAMES[2],
    ];
    let (new, _) = carried(&old, OLD, &names);
    assert_eq!(verdict(&new, "Kurt Weide"), Verdict::Accepted);
}

#[test]
fn what_was_confirmed_stays_what_the_reader_saw() {
    let old = corrected(&[
        judged("Kurt Weide", Verdict::Accepted),
        Edit::JudgeStatement {
            statement: StatementId(0),
            verdict: Verdict::Accepted,
        },
    ]);
    let names = [
        NAMES[0],
        ("Kurt Weide", Kind::Location, &[] as &[&str]),
        NAMES[2],
    ];
    let mut reading = (*reading_of(OLD, &names)).clone();
    let statement = &mut reading.findings.statements[0];
    statement.kind = StatementKind::Reported;
    statement.content = vec![span(OLD, "sei nicht mehr sicher")];
    statement.speaker = Some(Voice {
        spans: vec![span(OLD, "Kurt Weide")],
        entity: Some(EntityId(1)),
        because: Reason::Nearest,
    });
    let (new, report) = transfer(&old, Arc::new(reading)).expect("it is the same text");
    assert!(report.is_empty());
    let weide = new.findings().mention(mention(&new, "Kurt Weide"));
    assert_eq!(
        (weide.kind, weide.verdict),
        (Kind::Person, Verdict::Accepted)
    );
    let (then, now) = (&old.findings().statements[0], &new.findings().statements[0]);
    assert_eq!(
        (now.kind, &now.content, &now.speaker),
        (then.kind, &then.content, &None)
    );
    assert_eq!((now.verdict, new.steps().len()), (Verdict::Accepted, 2));
}

#[test]
fn what_is_gone_is_listed_with_its_words_and_what_was_corrected() {
    let edits = [
        judged("Kurt Weide", Verdict::Accepted),
        Edit::SetSpeaker {
            statement: StatementId(1),
            speaker: Said::By(Who::Entity(EntityId(1))),
        },
        judged("Erika Ohnesorg", Verdict::Accepted),
    ];
    let old = corrected(&edits);
    let text = OLD.replace(
        "Kurt Weide von den Stadtwerken widersprach. Der Bau sei bezahlt, sagte er. ",
        "",
    );
    let (new, report) = carried(&old, &text, &NAMES);
    assert!(report.moved.is_empty());
    let lost: Vec<(&str, &Edit)> = report
        .lost
        .iter()
        .map(|lost| (lost.quote.as_str(), &lost.edit))
        .collect();
    assert_eq!(
        lost,
        [
            ("Kurt Weide", &edits[0]),
            ("Der Bau sei bezahlt", &edits[1])
        ]
    );
    assert_eq!(new.steps().len(), 1);
    assert_eq!(verdict(&new, "Erika Ohnesorg"), Verdict::Accepted);
}

#[test]
fn what_stands_elsewhere_now_is_listed_with_its_place() {
    let old = corrected(&[
        judged("Erika Ohnesorg", Verdict::Accepted),
        judged("Kurt Weide", Verdict::Accepted),
    ]);
    let mut paragraphs: Vec<&str> = OLD.split("\n\n").collect();
    paragraphs.swap(1, 2);
    let text = paragraphs.join("\n\n");
    let (new, report) = carried(&old, &text, &NAMES);
    assert!(report.lost.is_empty());
    let moved: Vec<(&str, &str)> = report
        .moved
        .iter()
        .map(|moved| (moved.quote.as_str(), moved.span.of(&text)))
        .collect();
    assert_eq!(moved, [("Erika Ohnesorg", "Erika Ohnesorg")]);
    assert_eq!(verdict(&new, "Erika Ohnesorg"), Verdict::Accepted);
    assert_eq!(verdict(&new, "Kurt Weide"), Verdict::Accepted);
}

#[test]
fn corrections_of_what_was_added_before_go_on() {
    let added = span(OLD, "Brücke");
    let content = vec![span(OLD, "widersprach")];
    let n_mentions = corrected(&[]).findings().mentions.len() as u32;
    let old = corrected(&[
        Edit::Group {
            edits: vec![
                Edit::AddMention {
                    span: added,
                    kind: Kind::Location,
                    entity: None,
                },
                Edit::SetMentionNote {
                    mention: MentionId(n_mentions),
                    note: "welche?".into(),
                },
                Edit::SetEntityRole {
                    entity: EntityId(3),
                    role: Some("Bauwerk".into()),
                },
            ],
        },
        Edit::AddStatement {
            content,
            kind: StatementKind::Reported,
            speaker: Said::Unknown,
        },
        Edit::SetSpeaker {
            statement: StatementId(2),
            speaker: Said::By(Who::Entity(EntityId(3))),
        },
        Edit::SplitEntity {
            mentions: vec![MentionId(1)],
            name: "Weide junior".into(),
        },
        Edit::SetEntityNote {
            entity: EntityId(4),
            note: "Sohn".into(),
        },
    ]);
    // One name less is found: every number is another.
    let text = format!("Neu.\n\n{OLD}");
    let (new, report) = carried(&old, &text, &NAMES[..2]);
    assert!(report.is_empty(), "{report:?}");
    let findings = new.findings();
    let bridge = findings.mention(mention(&new, "Brücke"));
    assert_eq!(bridge.note, "welche?");
    let bridge = bridge.entity.expect("it has one");
    assert_eq!(findings.entity(bridge).role.as_deref(), Some("Bauwerk"));
    let statement = findings.statements.last().expect("one was added");
    assert_eq!(
        statement.speaker.as_ref().and_then(|voice| voice.entity),
        Some(bridge)
    );
    let junior = findings
        .mention(mention(&new, "Kurt Weide"))
        .entity
        .expect("it has one");
    let junior = findings.entity(junior);
    assert_eq!(
        (junior.name.as_str(), junior.note.as_str()),
        ("Weide junior", "Sohn")
    );
    assert_eq!(new.steps().len(), 5);
}

#[test]
fn another_article_is_refused() {
    let old = corrected(&[judged("Erika Ohnesorg", Verdict::Accepted)]);
    let other = reading_of(
        "Laternen brennen länger\n\nDas teilte die Verwaltung am Freitag mit.",
        &NAMES,
    );
    let refused = transfer(&old, other).map(|(_, report)| report);
    assert_eq!(refused, Err(TransferError::OtherArticle));
}
