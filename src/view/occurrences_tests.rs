//! Where else a name stands.

use super::*;
use crate::article::from_text;
use crate::view::sample_layers::mention;
use proptest::prelude::*;

/// The places of a name, a part of a longer word in brackets.
fn check(text: &str, name: &str, kind: Kind, expected: &[&str]) {
    let found: Vec<String> = places(text, name, kind)
        .into_iter()
        .map(|place| {
            let words = place.span.of(text);
            if place.is_part {
                format!("[{words}]")
            } else {
                words.to_owned()
            }
        })
        .collect();
    assert_eq!(found, expected, "{name} in {text}");
}

#[test]
fn genitives_belong_to_a_name_and_other_words_do_not() {
    let text = "Weide kam. Weides Bruder, Weidemann, Weiden und Weidenzaun; auch Frau Weide.";
    check(text, "Weide", Kind::Person, &["Weide", "Weides", "Weide"]);
    check(
        "Hans’ Haus, Hans kam",
        "Hans",
        Kind::Person,
        &["Hans’", "Hans"],
    );
    check(
        "Neustadts Brücke",
        "Neustadt",
        Kind::Location,
        &["Neustadts"],
    );
    check("Großneustadt, neustadt", "Neustadt", Kind::Location, &[]);
}

#[test]
fn a_name_is_found_in_compounds() {
    let text = "Müller-Große sagt, Müller-Großes Haus, die Müller-Große-Vertraute, Anti-Müller-Große-Kurs, Müller";
    check(
        text,
        "Müller-Große",
        Kind::Person,
        &[
            "Müller-Große",
            "Müller-Großes",
            "[Müller-Große]",
            "[Müller-Große]",
        ],
    );
    check(
        "Die SPD, der SPD-Fraktion, Nicht-SPD, SPDler",
        "SPD",
        Kind::Organisation,
        &["SPD", "[SPD]", "[SPD]"],
    );
}

#[test]
fn names_of_bodies_take_endings_of_nouns_and_adjectives() {
    check(
        "Grüne, Grünen, Grüner und Grün",
        "Grüne",
        Kind::Organisation,
        &["Grüne", "Grünen", "Grüner"],
    );
    check(
        "Stadtwerke, den Stadtwerken, der Bundestages",
        "Stadtwerke",
        Kind::Organisation,
        &["Stadtwerke", "Stadtwerken"],
    );
    check(
        "Bundestag, Bundestages, Bundestags",
        "Bundestag",
        Kind::Organisation,
        &["Bundestag", "Bundestages", "Bundestags"],
    );
    check(
        "Das Rote Kreuz, des Roten Kreuzes, Rotes\nKreuz, Rote  Kreuz",
        "Rote Kreuz",
        Kind::Organisation,
        &["Rote Kreuz", "Roten Kreuzes", "Rote  Kreuz"],
    );
    check(
        "Gute Weide, Guten Weide",
        "Gute Weide",
        Kind::Person,
        &["Gute Weide"],
    );
}

#[test]
fn the_nominative_of_a_genitive_is_looked_for_where_the_text_has_it() {
    assert_eq!(
        forms("Weides Haus. Weide kam.", "Weides", Kind::Person),
        ["Weides", "Weide"]
    );
    assert_eq!(forms("Paris", "Paris", Kind::Location), ["Paris"]);
    assert_eq!(forms("", "", Kind::Person), [""]);
    check("Weide", "", Kind::Person, &[]);
}

/// What is open for `words`, which are marked at their first place, beside marks at other places.
fn open_for(
    text: &str,
    words: &str,
    marks: &[(&str, usize, Kind, Verdict)],
) -> Vec<(String, bool)> {
    let article = from_text(text.to_owned());
    let at = |words: &str, nth: usize| {
        let (start, _) = text
            .match_indices(words)
            .nth(nth)
            .expect("they stand there");
        Span::new(start, start + words.len())
    };
    let mut mentions: Vec<_> = marks
        .iter()
        .map(|&(words, nth, kind, verdict)| {
            let mut mention = mention(at(words, nth), kind);
            mention.verdict = verdict;
            mention
        })
        .collect();
    mentions.sort_by_key(|mention| mention.span.start());
    let findings = Findings {
        mentions,
        ..Findings::default()
    };
    let shown: Vec<MentionId> = findings.shown_mentions().map(|(id, _)| id).collect();
    let marked = Marked {
        span: at(words, 0),
        kind: Kind::Person,
        entity: None,
    };
    let forms = forms(text, words, Kind::Person);
    open(&article, &findings, |_| shown.as_slice(), (&forms, marked))
        .into_iter()
        .map(|found| (found.span.of(text).to_owned(), found.mention.is_some()))
        .collect()
}

#[test]
fn places_inside_longer_names_and_rejected_ones_are_left_alone() {
    let text = "Weide kam. Anna Weide ging. Weide blieb. Weides Hut. Weide-Hof.";
    let open = open_for(
        text,
        "Weide",
        &[
            ("Anna Weide", 0, Kind::Person, Verdict::Open),
            ("Weide", 2, Kind::Person, Verdict::Rejected),
            ("Weides", 0, Kind::Location, Verdict::Open),
        ],
    );
    assert_eq!(
        open,
        [("Weides".to_owned(), true), ("Weide".to_owned(), false)],
        "one is marked as something else, one not at all"
    );
    let done = open_for(
        text,
        "Weide",
        &[("Weides", 0, Kind::Person, Verdict::Added)],
    );
    let words: Vec<_> = done.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(words, ["Weide", "Weide", "Weide"], "also after „Anna“");
}

#[test]
fn marks_on_the_same_words_are_alike() {
    let text = "Weide kam. Weides Hut. Weide.";
    let article = from_text(text.to_owned());
    let spans = [(0, 5), (11, 17), (23, 28)];
    let mut findings = Findings {
        mentions: spans
            .iter()
            .map(|&(start, end)| mention(Span::new(start, end), Kind::Person))
            .collect(),
        ..Findings::default()
    };
    let ids = |findings: &Findings| -> Vec<_> {
        let alike = alike(&article, findings, MentionId(0)).into_iter();
        alike.filter_map(|found| found.mention).collect()
    };
    assert_eq!(ids(&findings), [MentionId(1), MentionId(2)]);
    findings.mentions[1].kind = Kind::Location;
    assert_eq!(ids(&findings), [MentionId(2)]);
    findings.mentions[2].verdict = Verdict::Rejected;
    assert!(ids(&findings).is_empty());
    assert!(alike(&article, &findings, MentionId(9)).is_empty());
}

proptest! {
    #[test]
    fn every_place_is_a_place_of_the_text(text in "[WeidWs’\u{AD} \n-]{0,60}", name in "[Weids -]{0,8}") {
        for kind in [Kind::Person, Kind::Organisation] {
            let places = places(&text, &name, kind);
            prop_assert!(places.is_sorted_by(|one, next| one.span.end() <= next.span.start()));
            for place in places {
                prop_assert!(!place.span.of(&text).is_empty());
            }
        }
    }
}
