//! Pieces of a text that was changed are found again, and what is gone is not found elsewhere.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;

const OLD: &str = "Stadt sperrt Brücke\n\nDie Bürgermeisterin Erika Ohnesorg sagte am Montag, die Brücke sei nicht mehr sicher. \
„Wir haben keine Wahl“, erklärte Ohnesorg im Rathaus.\n\nKurt Weide von den Stadtwerken widersprach. Der Bau sei bezahlt, \
sagte er der „Neustädter Zeitung“. Ohnesorg wollte sich dazu nicht äußern.";

/// Where the n-th `quote` of the old text stands in `new`: its words there, and how they were found.
fn check(new: &str, quote: &str, nth: usize) -> (Place, String) {
    let start = OLD.match_indices(quote).nth(nth).expect("it is there").0;
    let place = Anchoring::new(OLD, new).place(Span::new(start, start + quote.len()));
    let words = place.span().map_or("", |span| span.of(new)).to_owned();
    (place, words)
}

fn is_same(place: Place) -> bool {
    matches!(place, Place::Same(_))
}

#[test]
fn what_stands_behind_something_new_is_the_same() {
    let new = format!("Aktualisiert um 15 Uhr\n\n{OLD}");
    for (nth, _) in OLD.match_indices("Ohnesorg").enumerate() {
        let (place, words) = check(&new, "Ohnesorg", nth);
        assert!(is_same(place) && words == "Ohnesorg", "{place:?}");
    }
}

#[test]
fn a_paragraph_that_was_put_elsewhere_takes_what_is_in_it_along() {
    let mut paragraphs: Vec<&str> = OLD.split("\n\n").collect();
    paragraphs.swap(1, 2);
    let new = paragraphs.join("\n\n");
    let places = [
        "Kurt Weide",
        "Der Bau sei bezahlt",
        "Erika Ohnesorg",
        "keine Wahl",
    ];
    let places = places.map(|quote| {
        let (place, words) = check(&new, quote, 0);
        assert_eq!(words, quote);
        place
    });
    // One of both has stayed where it was, seen from the other.
    assert_eq!(places.iter().filter(|place| is_same(**place)).count(), 2);
    assert_eq!(check(&new, "Ohnesorg", 2).1, "Ohnesorg");
}

#[test]
fn what_was_deleted_is_not_taken_for_another_place_with_the_same_words() {
    let new = OLD.replace(" Ohnesorg wollte sich dazu nicht äußern.", "");
    assert_eq!(check(&new, "Ohnesorg", 2).0, Place::Lost);
    assert!(is_same(check(&new, "Ohnesorg", 1).0));
    let new = OLD.replace("Kurt Weide von den Stadtwerken", "Ein Sprecher");
    assert_eq!(check(&new, "Kurt Weide", 0).0, Place::Lost);
}

#[test]
fn a_longer_piece_may_have_changed_a_little() {
    let new = OLD.replace("nicht mehr sicher", "wirklich nicht mehr ganz sicher");
    let (place, words) = check(&new, "die Brücke sei nicht mehr sicher", 0);
    assert_eq!(words, "die Brücke sei wirklich nicht mehr ganz sicher");
    assert!(!is_same(place));
    let new = OLD.replace("die Brücke sei nicht mehr sicher", "man müsse sparen");
    assert_eq!(
        check(&new, "die Brücke sei nicht mehr sicher", 0).0,
        Place::Lost
    );
}

#[test]
fn quotation_marks_and_line_breaks_do_not_count() {
    let new = OLD.replace(['„', '“'], "\"").replace(' ', "\n");
    let (place, words) = check(&new, "„Wir haben keine Wahl“", 0);
    assert!(is_same(place));
    assert_eq!(words, "\"Wir\nhaben\nkeine\nWahl\"");
}

#[test]
fn a_piece_of_a_word_stays_a_piece() {
    let new = format!("Neu.\n\n{OLD}");
    assert_eq!(check(&new, "Stadt", 1).1, "Stadt");
}

#[test]
fn another_article_shares_next_to_nothing() {
    let other = "Laternen leuchten länger\n\nDie Stadtwerke lassen die Laternen ab Montag länger brennen. Das sagte ein Sprecher \
                 am Montag im Rathaus. Die Kosten seien nicht hoch, erklärte er.";
    assert!(Anchoring::new(OLD, other).shared() < 0.05);
    assert!(0.9 < Anchoring::new(OLD, &format!("{OLD} {other}")).shared());
    assert!(
        0.9 < Anchoring::new(
            OLD,
            "Der Bau sei bezahlt, sagte er der „Neustädter Zeitung“."
        )
        .shared()
    );
    for (one, other, shared) in [("", "", 1.0), ("", OLD, 0.0), (" ", "\n", 0.0)] {
        assert!((Anchoring::new(one, other).shared() - shared).abs() < 0.01);
    }
}

/// A change of a text made of words.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, Vec<&'static str>),
    Delete(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let words = ["gestern", "Berlin", ",", "sagte", "„", "der", "neu"].to_vec();
    prop_oneof![
        (any::<Index>(), vec(select(words), 1..6))
            .prop_map(|(at, words)| Change::Insert(at, words)),
        (any::<Index>(), 1_usize..6).prop_map(|(at, n)| Change::Delete(at, n)),
    ]
}

/// Words of a text with the numbers that they had in the old one.
type Numbered = Vec<(Option<usize>, String)>;

fn changed(words: &[String], changes: &[Change]) -> Numbered {
    let mut all: Numbered = words
        .iter()
        .cloned()
        .enumerate()
        .map(|(index, word)| (Some(index), word))
        .collect();
    for change in changes {
        match change {
            Change::Insert(at, words) => {
                let at = at.index(all.len() + 1);
                all.splice(at..at, words.iter().map(|word| (None, (*word).to_owned())));
            }
            Change::Delete(at, n) if !all.is_empty() => {
                let at = at.index(all.len());
                let end = (at + n).min(all.len());
                all.drain(at..end);
            }
            Change::Delete(..) => {}
        }
    }
    all
}

/// The text, and where each word stands in it.
fn joined<'a>(words: impl Iterator<Item = &'a str>) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for word in words {
        spans.push(Span::new(text.len(), text.len() + word.len()));
        text.push_str(word);
        text.push(' ');
    }
    (text, spans)
}

proptest! {
    /// Words that no change has come near are found where they are now.
    #[test]
    fn untouched_pieces_are_found_again(n_words in 40_usize..160, changes in vec(change(), 0..4), starts in vec(any::<Index>(), 1..8)) {
        // Every fourth word is one that comes again and again.
        let words: Vec<String> = (0..n_words).map(|n| if n % 4 == 3 { "der".to_owned() } else { format!("Wort{n}") }).collect();
        let (old_text, old_spans) = joined(words.iter().map(String::as_str));
        let now = changed(&words, &changes);
        let (new_text, new_spans) = joined(now.iter().map(|(_, word)| word.as_str()));
        let mut anchoring = Anchoring::new(&old_text, &new_text);
        for start in starts {
            let (first, last) = (start.index(n_words - 12) + 4, start.index(n_words - 12) + 6);
            // With four words on either side as they were.
            let around: Vec<Option<usize>> = (first - 4..=last + 4).map(Some).collect();
            let there = now.windows(around.len()).position(|window| window.iter().map(|(number, _)| *number).eq(around.iter().copied()));
            let Some(there) = there else { continue };
            let is_now = new_spans[there + 4].hull(new_spans[there + 6]);
            let place = anchoring.place(old_spans[first].hull(old_spans[last]));
            prop_assert_eq!(place, Place::Same(is_now), "{} → {}", old_text, new_text);
        }
    }

    /// Whatever is found has the words that were looked for, or is longer; nothing panics on any two texts.
    #[test]
    fn what_is_found_is_what_was_looked_for(old in "[a-c„“ \n]{0,80}", new in "[a-c„“ \n]{0,80}", from in any::<Index>(), to in any::<Index>()) {
        let bounds: Vec<usize> = old.char_indices().map(|(at, _)| at).chain([old.len()]).collect();
        let (one, other) = (from.get(&bounds), to.get(&bounds));
        let span = Span::new(*one.min(other), *one.max(other));
        let mut anchoring = Anchoring::new(&old, &new);
        prop_assert!((0.0..=1.0).contains(&anchoring.shared()));
        if let Some(found) = anchoring.place(span).span() {
            let plain = |text: &str| text.split_whitespace().collect::<String>().replace(['„', '“'], "\"");
            prop_assert!(new.get(found.range()).is_some());
            let n_words = Dictionary::default().words(span.of(&old)).len();
            prop_assert!(LONG <= n_words || plain(found.of(&new)) == plain(span.of(&old)));
        }
    }

    /// A text that has not changed keeps everything.
    #[test]
    fn nothing_moves_in_the_same_text(text in "\\PC{1,60}", at in any::<Index>()) {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let span = Span::new(*at.get(&bounds), text.len());
        prop_assert_eq!(Anchoring::new(&text, &text).place(span), Place::Same(span));
    }
}
