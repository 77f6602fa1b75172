//! Other places of a name: offered, checked one by one, changed in one step.

use eframe::egui::{Key, Modifiers};

use crate::correcting_text::opened;
use crate::harness::Window;

#[test]
fn other_places_are_offered_and_checked() {
    let mut window = opened();
    for _ in 0..3 {
        window.press(Key::W);
    }
    window.press(Key::Num4);
    assert!(window.is_there("“die” found once more"));
    window.click("All");
    let n_dies = |window: &Window| {
        window
            .words()
            .iter()
            .filter(|words| *words == "die")
            .count()
    };
    assert_eq!((n_dies(&window), window.n_steps()), (2, 2));
    assert!(!window.shows("found once more"));

    // By keys: to the list, and nothing ticked there.
    let mut window = opened();
    for _ in 0..3 {
        window.press(Key::W);
    }
    window.press(Key::Num4);
    window.press_with(Modifiers::SHIFT, Key::A);
    assert!(window.is_there("Places of “die”"));
    window.press(Key::Space);
    assert!(window.is_there("Mark 0 places"));
    window.press(Key::Enter);
    assert_eq!(n_dies(&window), 1);
}

#[test]
fn all_places_of_a_name_are_rejected_in_one_step() {
    let mut window = opened();
    window.press(Key::N);
    window.press_with(Modifiers::SHIFT, Key::A);
    assert!(window.is_there("Places of “Erika Ohnesorg”"));
    window.press(Key::ArrowDown);
    window.click("Reject");
    window.click("None");
    window.click("All");
    window.click("Reject 2 places");
    assert_eq!(window.words(), ["Neustadt", "Kurt Weide", "Stadtwerken"]);
    assert_eq!(window.n_steps(), 1);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.words().len(), 5);
}
