//! Who is offered, and what comes of it.

use std::sync::Arc;

use super::*;
use crate::gui::command::Command;
use crate::gui::i18n::Language;
use crate::gui::opened::Opened;
use crate::review::{Review, Who};
use crate::span::Span;
use crate::view::sample;

const INDIRECT: StatementId = StatementId(1);

fn opened() -> Opened {
    let document = Arc::new(sample::document());
    Opened::new(Arc::new(Review::new(document)), "probe".to_owned(), 1)
}

fn offer(picking: Picking, query: &str, selected: Option<Span>) -> Offer {
    let (opened, texts) = (opened(), Texts::new(Language::German));
    let offering = Offering {
        opened: &opened,
        picking,
        query,
        selected,
        texts: &texts,
    };
    assert!(offering.is_possible());
    offering.offer()
}

fn words(offer: &Offer) -> Vec<&str> {
    offer
        .found
        .iter()
        .map(|found| found.words.as_str())
        .collect()
}

fn edit(offer: &Offer, words: &str) -> Edit {
    let found = offer.found.iter().find(|found| found.words == words);
    match found.map(|found| &found.command) {
        Some(Command::Correct(edit)) => edit.clone(),
        other => panic!("„{words}“ does {other:?}"),
    }
}

#[test]
fn persons_and_organisations_near_come_first_and_nobody_is_always_there() {
    let offer = offer(Picking::Speaker(INDIRECT), "", None);
    let words = words(&offer);
    assert_eq!(words[0], "Kurt Weide", "he stands beside it");
    assert_eq!(words[1..3], ["Stadtwerke", "Erika Ohnesorg"], "by nearness");
    assert_eq!(words[3], "Neustadt", "a place seldom speaks");
    assert_eq!(
        words[4..],
        ["Sprecher unbekannt", "redaktionell: der Artikel selbst"]
    );
    assert!(offer.found[2].is_on, "she is the speaker");
}

#[test]
fn letters_narrow_the_names_and_nobody_stays() {
    let offer = offer(Picking::Speaker(INDIRECT), "kwei", None);
    assert_eq!(words(&offer)[0], "Kurt Weide");
    assert_eq!((offer.found.len(), offer.n_fitting), (3, 1));
    let expected = Edit::SetSpeaker {
        statement: INDIRECT,
        speaker: Said::By(Who::Entity(EntityId(2))),
    };
    assert_eq!(edit(&offer, "Kurt Weide"), expected);
}

#[test]
fn where_nothing_fits_enter_means_nothing() {
    let offer = offer(Picking::Speaker(INDIRECT), "xyz", None);
    assert_eq!((offer.found.len(), offer.n_fitting), (2, 0));
    let offer = super::tests::offer(Picking::Speaker(INDIRECT), "redak", None);
    assert_eq!(words(&offer)[0], "redaktionell: der Artikel selbst");
    assert_eq!(offer.n_fitting, 1);
}

#[test]
fn words_of_the_article_can_speak() {
    let text = sample::document().article.text;
    let start = text.find("Arbeiten").expect("they stand there");
    let span = Span::new(start, start + "Arbeiten".len());
    let selected = offer(Picking::Speaker(INDIRECT), "", Some(span));
    let by_words = Edit::SetSpeaker {
        statement: INDIRECT,
        speaker: Said::By(Who::Words(span)),
    };
    let shown = "die ausgewählten Wörter: „Arbeiten“";
    assert_eq!(edit(&selected, shown), by_words);
    let typed = offer(Picking::Speaker(INDIRECT), "Arbeiten", None);
    assert_eq!(edit(&typed, "„Arbeiten“, wie im Text"), by_words);
    assert_eq!(typed.n_fitting, 1);
    let part = offer(Picking::Speaker(INDIRECT), "Arbeite", None);
    assert_eq!(part.n_fitting, 0, "no whole word");
}

#[test]
fn who_is_meant_may_be_new_or_nobody() {
    let weide = MentionId(3);
    let offer = offer(Picking::Meant(weide), "Der Neue", None);
    let new = Edit::SplitEntity {
        mentions: vec![weide],
        name: "Der Neue".to_owned(),
    };
    assert_eq!(edit(&offer, "neu: „Der Neue“"), new);
    let none = Edit::SetMentionEntity {
        mention: weide,
        entity: None,
    };
    assert_eq!(edit(&offer, "keiner dieser Namen"), none);
    assert_eq!(offer.n_fitting, 1, "Enter makes the new one");
}

#[test]
fn a_name_is_not_merged_with_itself() {
    let offer = offer(Picking::Merge(EntityId(2)), "", None);
    assert_eq!(words(&offer)[0], "Erika Ohnesorg", "a person, too");
    assert!(!words(&offer).contains(&"Kurt Weide"));
    let expected = Edit::MergeEntities {
        from: EntityId(2),
        into: EntityId(0),
    };
    assert_eq!(edit(&offer, "Erika Ohnesorg"), expected);
}

#[test]
fn who_passed_it_on_is_added_and_taken_out() {
    let passed_on = StatementId(2);
    let offer = offer(Picking::Via(passed_on), "", None);
    let works = Who::Entity(EntityId(1));
    let weide = Who::Entity(EntityId(2));
    let check = |name, expected: &[Who]| {
        let via = expected.to_vec();
        let statement = passed_on;
        assert_eq!(edit(&offer, name), Edit::SetVia { statement, via });
    };
    check("Stadtwerke", &[]);
    check("Kurt Weide", &[works, weide]);
    check("niemand Bestimmtes", &[]);
}

#[test]
fn a_name_is_found_by_each_of_its_forms() {
    let offer = offer(Picking::Merge(EntityId(2)), "stadtwerken", None);
    assert_eq!(words(&offer), ["Stadtwerken · Stadtwerke"]);
}

#[test]
fn what_is_gone_has_no_offer() {
    let (opened, texts) = (opened(), Texts::new(Language::German));
    let offering = Offering {
        opened: &opened,
        picking: Picking::Merge(EntityId(99)),
        query: "",
        selected: None,
        texts: &texts,
    };
    assert!(!offering.is_possible());
}
