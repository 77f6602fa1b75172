//! Corrections come back with their article, whatever has become of it, or it is said why not.

use wortlaut::document::MentionId;
use wortlaut::document::Verdict::{Accepted, Open, Rejected};
use wortlaut::exchange;
use wortlaut::gui::command::Command;
use wortlaut::gui::session::Focus;
use wortlaut::gui::source::{Clip, Source};

use crate::harness::Window;
use crate::kept::{Case, TEXT, correct, has_report, judge, open, verdicts, wait_until_saved};

#[test]
fn when_the_article_has_changed_corrections_follow_and_what_moved_or_is_lost_is_listed() {
    let case = Case::new();
    let mut window = case.window();
    for mention in 0..3 {
        correct(&mut window, judge(mention, Accepted));
    }
    wait_until_saved(&mut window);
    window.close();

    let mut paragraphs: Vec<&str> = TEXT.trim_end().split("\n\n").collect();
    paragraphs.swap(1, 2);
    case.write(
        &paragraphs
            .join("\n\n")
            .replace("Kurt Weide von", "Ein Sprecher von"),
    );
    let mut window = case.window();
    assert!(window.is_there("1 correction moved, 1 lost: the article is not what it was."));
    assert!(!window.is_there("Lost"));
    window.click("Details");
    assert!(window.is_there("“Kurt Weide”: confirmed"));
    let jump = window.session().desk().jump;
    let moved = window
        .session()
        .desk()
        .saving
        .report
        .as_ref()
        .map(|report| report.moved[0].quote.clone());
    window.click(&format!("“{}”", moved.expect("one has moved")));
    assert_ne!(window.session().desk().jump, jump);
    window.click("Close the notice");
    assert!(!has_report(&window));
    assert_eq!(verdicts(&window), [Accepted, Accepted]);
    // Nothing is written before the reader goes on, and then what was lost is kept as a copy.
    assert_eq!(case.saved().document().text(), TEXT);
    correct(&mut window, judge(0, Rejected));
    wait_until_saved(&mut window);
    assert_ne!(case.saved().document().text(), TEXT);
    let copy = case
        .folder
        .path()
        .join("bruecke.txt.wortlaut.before-1.json");
    assert_eq!(exchange::open(&copy).expect("it is kept").steps().len(), 3);
}

#[test]
fn an_article_read_again_keeps_corrections_that_are_not_saved_yet_and_the_focus() {
    let case = Case::new();
    let mut window = case.window();
    window.ask(Command::FocusMention(MentionId(1)));
    case.write(&format!("Aktualisiert.\n\n{TEXT}"));
    window.wait("the notice", |session| session.desk().is_outdated);
    correct(&mut window, judge(1, Accepted));
    window.click("Read again");
    window.wait("the article", |session| {
        session.desk().reading.is_none() && !session.desk().is_outdated
    });
    assert_eq!(verdicts(&window), [Open, Accepted, Open]);
    assert_eq!(
        window.session().desk().focus,
        Some(Focus::Mention(MentionId(1)))
    );
    assert!(!has_report(&window), "only its offset has changed");
    wait_until_saved(&mut window);
    assert!(case.saved().document().text().starts_with("Aktualisiert."));
}

#[test]
fn a_broken_file_is_kept_aside_and_the_article_opens_without_it() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    let whole = std::fs::read_to_string(case.sidecar()).expect("it is there");
    let half = &whole[..whole.len() / 2];
    std::fs::write(case.sidecar(), half).expect("it can be written");
    let mut window = case.window();
    assert_eq!(verdicts(&window), [Open, Open, Open]);
    assert!(window.is_there("Earlier corrections could not be used"));
    let aside = case
        .folder
        .path()
        .join("bruecke.txt.wortlaut.broken-1.json");
    assert!(window.shows(&aside.display().to_string()));
    assert_eq!(std::fs::read_to_string(&aside).expect("it is there"), half);
    assert!(!case.sidecar().exists());
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 1);
}

#[test]
fn a_file_of_a_newer_program_is_left_and_corrections_go_elsewhere() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    let whole = std::fs::read_to_string(case.sidecar()).expect("it is there");
    let newer = whole.replacen("\"version\": 1", "\"version\": 2", 1);
    std::fs::write(case.sidecar(), &newer).expect("it can be written");
    let mut window = case.window();
    assert!(window.shows("A newer version of Wortlaut has written it (format 2)."));
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    assert_eq!(
        std::fs::read_to_string(case.sidecar()).expect("it is there"),
        newer
    );
    window.close();
    let window = case.window();
    assert_eq!(verdicts(&window), [Accepted, Open, Open]);
}

#[test]
fn corrections_of_another_article_are_put_aside() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    case.write("Laternen brennen länger\n\nDas teilte die Verwaltung am Freitag mit.\n");
    let window = case.window();
    assert!(window.shows("They belong to another article"));
    assert!(!case.sidecar().exists());
}

#[test]
fn corrections_that_are_opened_bring_their_article() {
    let case = Case::new();
    case.save_as_somebody_else(judge(2, Rejected));
    let mut window = case.empty_window();
    open(&mut window, &case.sidecar());
    let source = window.session().desk().source.clone();
    assert_eq!(source, Some(Source::file(case.article())));
    assert_eq!(window.session().desk().name(), Some("bruecke.txt"));
    assert_eq!(verdicts(&window), [Open, Open, Rejected]);
    // It is open already: no second tab.
    window.ask(Command::Open(case.sidecar()));
    window.wait("the tab", |session| {
        session.desks().iter().all(|desk| desk.reading.is_none())
    });
    assert_eq!(window.session().desks().len(), 1);

    // Alone it is its own article.
    std::fs::remove_file(case.article()).expect("it is there");
    let mut window = case.empty_window();
    open(&mut window, &case.sidecar());
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 2);
}

#[test]
fn what_was_pasted_keeps_its_corrections_too() {
    let case = Case::new();
    let paste = |window: &mut Window| {
        let clip = Clip {
            html: None,
            text: TEXT.to_owned(),
        };
        window.ask(Command::Pasted(Some(clip)));
        window.wait("the article", |session| session.desk().opened.is_some());
    };
    let mut window = case.empty_window();
    paste(&mut window);
    correct(&mut window, judge(1, Accepted));
    wait_until_saved(&mut window);
    let mut again = case.empty_window();
    paste(&mut again);
    assert_eq!(verdicts(&again), [Open, Accepted, Open]);
    assert!(!case.sidecar().exists());
}

#[test]
fn a_broken_file_that_somebody_else_puts_there_does_not_take_away_what_is_on_screen() {
    let case = Case::new();
    let mut window = case.window();
    correct(&mut window, judge(0, Accepted));
    wait_until_saved(&mut window);
    std::fs::write(case.sidecar(), "{").expect("it can be written");
    window.wait("the message", |session| !session.messages.is_empty());
    assert!(window.is_there("Earlier corrections could not be used"));
    assert_eq!(verdicts(&window), [Accepted, Open, Open]);
    wait_until_saved(&mut window);
    assert_eq!(case.saved().steps().len(), 1);
    let aside = case
        .folder
        .path()
        .join("bruecke.txt.wortlaut.broken-1.json");
    assert_eq!(std::fs::read(aside).expect("it is there"), b"{");
}
