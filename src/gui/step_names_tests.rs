//! What corrections are called.

use std::sync::Arc;

use super::*;
use crate::document::{Kind, StatementKind};
use crate::gui::i18n::Language;
use crate::review::Stamp;
use crate::view::sample;

/// What a correction of the sample is called in German and in English, once it is made.
fn check(edit: &Edit, german: &str, english: &str) {
    let mut review = Review::new(Arc::new(sample::document()));
    let made = review.apply(edit.clone(), Stamp::default());
    assert_eq!(made, Ok(true), "{edit:?}");
    let step = review.next_undo().expect("it was made");
    let name = |language| of_step(step, &review, &Texts::new(language));
    assert_eq!(name(Language::German), german);
    assert_eq!(name(Language::English), english);
}

fn confirm(mention: u32) -> Edit {
    Edit::JudgeMention {
        mention: MentionId(mention),
        verdict: Verdict::Accepted,
    }
}

#[test]
fn a_step_says_what_was_before() {
    check(
        &Edit::SetEntityKind {
            entity: EntityId(1),
            kind: Kind::Person,
        },
        "„Stadtwerke“: Person statt Organisation",
        "“Stadtwerke”: Person instead of Organisation",
    );
    check(
        &Edit::RenameEntity {
            entity: EntityId(0),
            name: "Erika Ohnesorg-Weide".to_owned(),
        },
        "„Erika Ohnesorg“ umbenannt in „Erika Ohnesorg-Weide“",
        "“Erika Ohnesorg” renamed “Erika Ohnesorg-Weide”",
    );
    check(
        &Edit::SetStatementKind {
            statement: StatementId(1),
            kind: StatementKind::Reported,
        },
        "„der Bau sei bezahlt“: berichtet statt indirekt",
        "“der Bau sei bezahlt”: reported instead of indirect",
    );
    check(
        &Edit::MergeEntities {
            from: EntityId(2),
            into: EntityId(0),
        },
        "„Kurt Weide“ mit „Erika Ohnesorg“ zusammengeführt",
        "“Kurt Weide” merged with “Erika Ohnesorg”",
    );
}

#[test]
fn a_bulk_change_is_counted_in_the_right_plural() {
    let edits = (0..3).map(confirm).collect();
    check(
        &Edit::Group { edits },
        "3 Erwähnungen bestätigt",
        "3 mentions confirmed",
    );
    let statement = Edit::JudgeStatement {
        statement: StatementId(0),
        verdict: Verdict::Accepted,
    };
    check(
        &Edit::Group {
            edits: vec![confirm(0), statement],
        },
        "2 Funde bestätigt",
        "2 findings confirmed",
    );
    check(
        &Edit::Group {
            edits: vec![confirm(1)],
        },
        "„Neustadt“ bestätigt",
        "“Neustadt” confirmed",
    );
}

#[test]
fn speakers_are_named() {
    let said = |speaker| Edit::SetSpeaker {
        statement: StatementId(1),
        speaker,
    };
    check(
        &said(Said::By(Who::Entity(EntityId(2)))),
        "„der Bau sei bezahlt“ sagt jetzt: Kurt Weide",
        "“der Bau sei bezahlt” is now said by: Kurt Weide",
    );
    check(
        &said(Said::Editorial),
        "„der Bau sei bezahlt“ sagt jetzt: Redaktion",
        "“der Bau sei bezahlt” is now said by: Editorial",
    );
}

#[test]
fn every_refusal_has_its_words() {
    for language in [Language::German, Language::English] {
        let texts = Texts::new(language);
        for error in [
            EditError::NoMention(MentionId(0)),
            EditError::NoWords(Span::new(0, 0)),
            EditError::NoContent,
            EditError::NothingToSplit,
            EditError::NoName,
            EditError::NoEntityKind(Kind::Date),
            EditError::TooDeep,
        ] {
            assert!(refused(&error, &texts).contains(' '), "{error}");
        }
    }
}

#[test]
fn long_words_are_cut_between_words() {
    let words = "Dies ist ein sehr langer Satz, der niemals in eine Zeile passt";
    assert_eq!(short(words), "Dies ist ein sehr langer Satz, der niemals…");
    assert_eq!(short("kurz"), "kurz");
}
