//! Corrections are saved by themselves, and nobody's are lost.

use eframe::egui::Key;

use wortlaut::document::Verdict::{Accepted, Open, Rejected};
use wortlaut::exchange;
use wortlaut::gui::command::Command;
use wortlaut::gui::saving::SaveState;
use wortlaut::gui::session::Says;

use crate::kept::{
    Case, TEXT, correct, has_report, judge, open, review, verdicts, wait_until_saved,
};

#[test]
fn corrections_are_saved_by_themselves_and_come_back_with_what_was_undone() {
    let case = Case::new();
    let mut window = case.window();
    assert_eq!(window.session().desk().save_state(), SaveState::Nothing);
    correct(&mut window, judge(0, Accepted));
    correct(&mut window, judge(1, Rejected));
    wait_until_saved(&mut window);
    assert!(window.is_there("saved"));
    window.press_with_control(Key::Z);
    wait_until_saved(&mut window);
    assert_eq!((case.saved().steps().len(), case.saved().cursor()), (2, 1));
    assert_eq!(
        std::fs::read_to_string(case.article()).expect("it is there"),
        TEXT
    );

    let mut again = case.window();
    assert_eq!(verdicts(&again), [Accepted, Open, Open]);
    again.ask(Command::Redo);
    assert_eq!(verdicts(&again), [Accepted, Rejected, Open]);
    assert!(again.session().messages.is_empty() && !has_report(&again));
}

#[test]
fn without_corrections_nothing_is_written_and_the_key_says_so() {
    let case = Case::new();
    let mut window = case.window();
    window.press_with_control(Key::S);
    assert_eq!(window.session().messages[0].says, Says::NothingToSave);
    drop(window);
    assert!(!case.sidecar().exists());
}

#[test]
fn the_key_saves_at_once_and_says_where() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    window.press_with_control(Key::S);
    window.wait("the message", |session| !session.messages.is_empty());
    assert_eq!(
        window.session().messages[0].says,
        Says::Saved(case.sidecar())
    );
}

#[test]
fn closing_a_tab_and_the_window_saves_first() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    window.press_with_control(Key::W);
    assert!(window.session().desk().opened.is_none());
    let sidecar = case.sidecar();
    window.wait("the file", |_| sidecar.exists());
    assert_eq!(case.saved().steps().len(), 1);

    open(&mut window, &case.article());
    correct(&mut window, judge(1, Accepted));
    window.close();
    assert_eq!(case.saved().steps().len(), 2);
}

#[test]
fn of_two_windows_none_overwrites_the_other_and_the_reader_chooses() {
    for (choice, n_theirs) in [("Keep mine", 0), ("Take the others", 1), ("Keep both", 1)] {
        let case = Case::new();
        let mut window = case.window();
        correct(&mut window, judge(0, Accepted));
        wait_until_saved(&mut window);
        correct(&mut window, judge(0, Rejected));
        case.save_as_somebody_else(judge(2, Rejected));
        window.wait("the dialog", |session| session.dialog.is_some());
        assert!(window.is_there("This article was corrected elsewhere, too"));
        assert!(window.is_there("not saved"));
        assert_eq!(
            case.saved().findings().mentions[2].verdict,
            Rejected,
            "it is left"
        );
        window.click(choice);
        window.wait("the end of it", |session| {
            session.dialog.is_none()
                && session.desk().reading.is_none()
                && session.desk().save_state() == SaveState::Saved
        });
        let theirs = case.saved().findings().mentions[2].verdict == Rejected;
        assert_eq!(usize::from(theirs), n_theirs, "{choice}");
        let numbered = case.folder.path().join("bruecke.txt.2.wortlaut.json");
        match choice {
            "Take the others" => assert_eq!(verdicts(&window), [Open, Open, Rejected]),
            "Keep mine" => {
                let copy = case
                    .folder
                    .path()
                    .join("bruecke.txt.wortlaut.before-1.json");
                let theirs = exchange::open(&copy).expect("a copy is kept");
                assert_eq!(theirs.findings().mentions[2].verdict, Rejected);
            }
            "Keep both" => {
                // Mine stay mine when the article is read again.
                window.press(Key::F5);
                window.wait("the article", |session| session.desk().reading.is_none());
                let mine = exchange::open(&numbered).expect("it can be opened");
                assert_eq!(mine.findings().mentions[0].verdict, Rejected);
            }
            _ => {}
        }
        if choice != "Take the others" {
            assert_eq!(verdicts(&window), [Rejected, Open, Open]);
        }
        assert_eq!(numbered.exists(), choice == "Keep both");
    }
}

#[test]
fn what_another_window_saves_is_shown_here_where_nothing_is_unsaved() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    case.save_as_somebody_else(judge(2, Rejected));
    window.wait("their corrections", |session| {
        review(session).findings().mentions[2].verdict == Rejected
    });
    assert_eq!(verdicts(&window), [Open, Open, Rejected]);
    assert_eq!(window.session().messages[0].says, Says::TakenOver);
    window.ask(Command::Undo);
    assert_eq!(verdicts(&window), [Open, Open, Open]);
}

#[test]
fn where_nothing_can_be_saved_it_is_told_once_and_nothing_is_lost() {
    let case = Case::new();
    let mut window = case.window();
    // A folder where the file should be: it can neither be written nor be put elsewhere.
    std::fs::create_dir(case.sidecar()).expect("it can be made");
    correct(&mut window, judge(0, Accepted));
    window.wait("the message", |session| !session.messages.is_empty());
    assert!(window.is_there("The corrections are not saved"));
    assert!(window.is_there("not saved"));
    correct(&mut window, judge(1, Accepted));
    assert_eq!(window.session().messages.len(), 1);
    std::fs::remove_dir(case.sidecar()).expect("it is there");
    window.click("not saved");
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 2);
}
