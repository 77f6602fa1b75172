//! Learning in the window, without a window.

use super::*;
use crate::document::{EntityId, MentionId, Verdict};
use crate::gui::command::Command;
use crate::gui::source::Source;
use crate::review::{Edit, Review};
use crate::view::sample;

fn session() -> Session {
    let mut session = Session::default();
    let review = Review::new(Arc::new(sample::document()));
    let Some(Effect::Read(request, _)) = session.run(Command::Open("bruecke.txt".into())) else {
        panic!("it is read");
    };
    session.run(Command::Read(request, Ok(Arc::new(review))));
    session
}

/// Does what the thread would.
fn perform(session: &mut Session, keeper: &mut Keeper, effect: Option<Effect>) {
    if let Some(Effect::Lexicon(job)) = effect {
        let (news, _) = keeper.run(job);
        session.run(Command::Lexicon(LexiconCommand::News(Box::new(news))));
    }
}

use super::keeper::Keeper;

fn retype() -> Command {
    Command::Correct(Edit::SetEntityKind {
        entity: EntityId(3),
        kind: Kind::Organisation,
    })
}

fn lexicon(command: LexiconCommand) -> Command {
    Command::Lexicon(command)
}

#[test]
fn nothing_is_learned_without_being_asked() {
    let mut session = session();
    let mut keeper = Keeper::default();
    session.run(retype());
    assert!(session.lexicon.offer.is_some());
    assert_eq!(session.lexicon.file.entries().count(), 0);
    session.run(lexicon(LexiconCommand::Decline));
    assert_eq!(session.lexicon.offer, None);
    assert!(session.run(lexicon(LexiconCommand::Learn)).is_none());
    assert_eq!(
        session.dialog,
        Some(Dialog::Lexicon),
        "something else may be taught"
    );
    session.run(Command::CloseDialog);
    session.run(Command::Undo);
    session.run(retype());
    let effect = session.run(lexicon(LexiconCommand::Learn));
    perform(&mut session, &mut keeper, effect);
    let expected = Entry::name("Neustadt", Kind::Organisation, None).expect("a name");
    assert!(session.lexicon.file.entries().eq([&expected]));
    assert_eq!(session.lexicon.offer, None);
}

#[test]
fn an_offer_goes_with_what_it_came_from_and_known_things_are_not_offered() {
    let mut session = session();
    let mut keeper = Keeper::default();
    session.run(retype());
    session.run(Command::Undo);
    assert_eq!(session.lexicon.offer, None);
    session.run(Command::Redo);
    assert_eq!(session.lexicon.offer, None);
    session.run(Command::Undo);
    session.run(retype());
    let effect = session.run(lexicon(LexiconCommand::Learn));
    perform(&mut session, &mut keeper, effect);
    session.run(Command::Undo);
    session.run(retype());
    assert_eq!(session.lexicon.offer, None);
}

#[test]
fn articles_with_the_words_are_offered_to_be_read_again() {
    let mut session = session();
    let mut keeper = Keeper::default();
    let never = Entry::never("Ohnesorg").expect("a name");
    let elsewhere = Entry::never("Hintertupfing").expect("a name");
    let effect = Some(change(Change::Add(vec![elsewhere])));
    perform(&mut session, &mut keeper, effect);
    assert!(!session.desk().is_taught_otherwise);
    perform(
        &mut session,
        &mut keeper,
        Some(change(Change::Add(vec![never.clone()]))),
    );
    assert!(session.desk().is_taught_otherwise);
    session.run(lexicon(LexiconCommand::KeepReading));
    assert!(!session.desk().is_taught_otherwise);
    perform(
        &mut session,
        &mut keeper,
        Some(change(Change::Remove(vec![never]))),
    );
    assert!(
        session.desk().is_taught_otherwise,
        "removing changes readings, too"
    );
    assert!(matches!(
        session.run(Command::ReadAgain(None)),
        Some(Effect::Read(..))
    ));
}

#[test]
fn entries_are_added_by_hand_removed_and_put_back() {
    let mut session = session();
    let mut keeper = Keeper::default();
    session.run(lexicon(LexiconCommand::Show));
    assert_eq!(session.dialog, Some(Dialog::Lexicon));
    let typed = Typed {
        words: " Radio  Nord ".to_owned(),
        reading: Reading::Name(Kind::Organisation),
        query: "x".to_owned(),
        ..Typed::default()
    };
    session.run(lexicon(LexiconCommand::Type(typed)));
    let effect = session.run(lexicon(LexiconCommand::Add));
    perform(&mut session, &mut keeper, effect);
    assert_eq!(session.lexicon.typed.words, "");
    assert_eq!(
        session.lexicon.typed.query, "",
        "the new entry is to be seen"
    );
    let entry = session
        .lexicon
        .file
        .entries()
        .next()
        .cloned()
        .expect("it was added");
    assert_eq!(entry.words(), "Radio Nord");
    assert!(
        session.run(lexicon(LexiconCommand::Add)).is_none(),
        "nothing is typed"
    );
    let effect = session.run(lexicon(LexiconCommand::Remove(entry.clone())));
    perform(&mut session, &mut keeper, effect);
    assert_eq!(session.lexicon.file.entries().count(), 0);
    let effect = session.run(lexicon(LexiconCommand::PutBack));
    perform(&mut session, &mut keeper, effect);
    assert!(session.lexicon.file.entries().eq([&entry]));
    assert!(session.run(lexicon(LexiconCommand::PutBack)).is_none());
}

#[test]
fn what_the_window_has_written_itself_is_no_news() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lexicon.tsv");
    let mut session = session();
    let mut keeper = Keeper::default();
    perform(
        &mut session,
        &mut keeper,
        Some(Effect::Lexicon(Job::Load(Some(path.clone())))),
    );
    session.run(retype());
    let effect = session.run(lexicon(LexiconCommand::Learn));
    perform(&mut session, &mut keeper, effect);
    perform(&mut session, &mut keeper, Some(Effect::Lexicon(Job::Look)));
    assert_eq!(session.log, []);
    std::fs::write(&path, "never\tUlm\n").expect("it can be written");
    perform(&mut session, &mut keeper, Some(Effect::Lexicon(Job::Look)));
    let said: Vec<&Says> = session.log.iter().map(|entry| &entry.says).collect();
    assert_eq!(said, [&Says::LexiconReadAgain]);
}

#[test]
fn rejecting_all_places_of_a_name_asks_once() {
    let mut session = session();
    let reject = |mention| Edit::JudgeMention {
        mention: MentionId(mention),
        verdict: Verdict::Rejected,
    };
    let edits = vec![reject(0), reject(2)];
    session.run(Command::Correct(Edit::Group { edits }));
    let offer = session
        .lexicon
        .offer
        .clone()
        .expect("there is something to learn");
    let words: Vec<_> = offer.iter().map(Entry::words).collect();
    assert_eq!(words, ["Erika Ohnesorg", "Ohnesorg"]);
}

#[test]
fn a_review_from_a_file_is_not_read_again() {
    assert!(Source::file("a.JSON").is_review());
    assert!(!Source::file("a.txt").is_review());
}
