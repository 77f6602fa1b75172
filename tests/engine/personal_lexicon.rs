//! What a reader has taught changes readings as it should, and nothing else.

use std::sync::{Arc, LazyLock};

use wortlaut::article::from_text;
use wortlaut::document::{Document, Form, Kind, StatementKind};
use wortlaut::exchange::json;
use wortlaut::german::personal_lexicon::{Entry, PersonalLexicon};
use wortlaut::pipeline::Pipeline;
use wortlaut::review::{Review, Stamp};
use wortlaut::view::comparison::taking_over::take_over;
use wortlaut::view::comparison::{Side, differences};

static PIPELINE: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::embedded().expect("the models are sound"));

fn name(name: &str, kind: Kind) -> Entry {
    Entry::name(name, kind, None).expect("a name")
}

fn read(text: &str, entries: &[Entry]) -> Document {
    let personal = PersonalLexicon::new(entries.iter().cloned());
    PIPELINE.read_with(from_text(text.to_owned()), &personal)
}

/// Names as they stand, with what they are.
fn names(document: &Document) -> Vec<(&str, Kind)> {
    let mentions = document.findings.mentions.iter();
    let names = mentions.filter(|it| it.kind.is_name() && it.form == Form::Name);
    names
        .map(|it| (it.span.of(document.text()), it.kind))
        .collect()
}

/// What an entity is called that words of the text belong to.
fn entity_of<'a>(document: &'a Document, words: &str) -> Option<&'a str> {
    let mentions = document.findings.mentions.iter();
    let mut there = mentions.filter(|it| it.span.of(document.text()) == words);
    let entity = there.find_map(|it| it.entity)?;
    Some(&document.findings.entity(entity).name)
}

#[test]
fn with_nothing_taught_readings_are_the_same_byte_for_byte() {
    let folders = ["assets/examples", "tests/articles"];
    let mut n_read = 0;
    for folder in folders {
        let files = std::fs::read_dir(folder).expect("the folder is there");
        for file in files {
            let path = file.expect("it can be listed").path();
            if path.extension().is_none_or(|ending| ending != "txt") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("it is text");
            let written = |document| json::write(&Review::new(Arc::new(document)));
            let plain = written(PIPELINE.read(from_text(text.clone())));
            assert!(plain == written(read(&text, &[])), "{}", path.display());
            // Nor does it change what has none of the words.
            let elsewhere = [
                name("Xyxwvu", Kind::Person),
                Entry::never("Qyxwvu").expect("a name"),
                Entry::no_cue("schnabulieren").expect("a verb"),
            ];
            assert!(
                plain == written(read(&text, &elsewhere)),
                "{}",
                path.display()
            );
            n_read += 1;
        }
    }
    assert!(5 <= n_read);
}

#[test]
fn a_name_is_read_as_taught_wherever_it_stands() {
    let text = "Die Werkstatt Zum Anker öffnet wieder. Das teilte Zumanka am Montag mit. \
                Zumankas Büro schweigt, der Zumanka-Sprecher auch.";
    let taught = read(text, &[name("Zumanka", Kind::Organisation)]);
    let found = names(&taught);
    assert!(
        found.contains(&("Zumanka", Kind::Organisation)),
        "{found:?}"
    );
    assert!(
        found.contains(&("Zumankas", Kind::Organisation)),
        "{found:?}"
    );
    let part = taught
        .findings
        .mentions
        .iter()
        .find(|it| it.form == Form::Part && it.span.of(text) == "Zumanka-Sprecher");
    let part = part.expect("the compound belongs to it");
    assert_eq!(part.kind, Kind::Organisation);
    for words in ["Zumanka", "Zumankas", "Zumanka-Sprecher"] {
        assert_eq!(entity_of(&taught, words), Some("Zumanka"), "{words}");
    }
    let speakers = taught
        .findings
        .statements
        .iter()
        .filter_map(|it| it.speaker.as_ref());
    let mut names = speakers.filter_map(|voice| Some(&taught.findings.entity(voice.entity?).name));
    assert!(names.any(|name| name == "Zumanka"), "statements profit");
}

#[test]
fn a_name_may_be_taught_with_what_it_stands_for() {
    let text = "Der Kanzler kam spät. „Wir prüfen das“, sagte Tölke. Tölkes Gegner lachten.";
    let entry = Entry::name("Tölke", Kind::Person, Some("Hinrich Tölke")).expect("a name");
    let taught = read(text, &[entry]);
    assert_eq!(entity_of(&taught, "Tölke"), Some("Hinrich Tölke"));
    assert_eq!(entity_of(&taught, "Tölkes"), Some("Hinrich Tölke"));
    let entity = taught
        .findings
        .entities
        .iter()
        .find(|it| it.name == "Hinrich Tölke");
    assert_eq!(entity.expect("it is there").aliases, ["Tölke"]);
    let speaker = taught.findings.statements[0].speaker.as_ref();
    let speaker = speaker.and_then(|voice| voice.entity).expect("he speaks");
    assert_eq!(taught.findings.entity(speaker).name, "Hinrich Tölke");
}

#[test]
fn a_longer_name_stays_and_what_is_taught_may_stand_inside() {
    let text = "Angela Merkel sprach an der Universität Jena. Jena freute sich.";
    let plain = names(&read(text, &[])).contains(&("Universität Jena", Kind::Organisation));
    assert!(plain, "the test needs it");
    let taught = read(
        text,
        &[name("Merkel", Kind::Other), name("Jena", Kind::Other)],
    );
    let found = names(&taught);
    assert!(
        found.contains(&("Angela Merkel", Kind::Person)),
        "{found:?}"
    );
    assert!(
        found.contains(&("Universität Jena", Kind::Organisation)),
        "{found:?}"
    );
    let n_jena = found
        .iter()
        .filter(|it| **it == ("Jena", Kind::Other))
        .count();
    assert_eq!(n_jena, 2, "{found:?}");
}

#[test]
fn what_is_never_a_name_is_not_found() {
    let text =
        "Olaf Scholz kam nach Berlin. Berlins Straßen waren leer. Scholz blieb in Berlin-Mitte.";
    let never = |word| Entry::never(word).expect("a name");
    let found = |entries: &[Entry]| {
        let document = read(text, entries);
        let found = names(&document);
        found
            .into_iter()
            .map(|(name, _)| name.to_owned())
            .collect::<Vec<_>>()
    };
    assert!(found(&[]).contains(&"Berlins".to_owned()));
    let taught = found(&[never("Berlin"), never("Scholz")]);
    assert_eq!(taught, ["Olaf Scholz", "Berlin-Mitte"]);
}

#[test]
fn a_cue_that_is_none_announces_no_statement() {
    let text = "Die Ministerin kam am Montag. Sie teilte mit, dass die Brücke gesperrt bleibe. \
                Der Sprecher betonte, dass der Bau im Mai beginne. Die Stadt hoffte auf Regen.";
    let indirect = |entries: &[Entry]| {
        let document = read(text, entries);
        let statements = document.findings.statements.iter();
        let announced = statements.filter(|it| it.kind == StatementKind::Indirect);
        announced.map(|it| it.text(text)).collect::<Vec<_>>()
    };
    let has = |found: &[String], words: &str| found.iter().any(|it| it.contains(words));
    let plain = indirect(&[]);
    assert!(has(&plain, "Brücke") && has(&plain, "Mai"), "{plain:?}");
    let no_cue = |words| Entry::no_cue(words).expect("words");
    for words in ["mitteilen", "teilt mit", "teilten mit"] {
        let found = indirect(&[no_cue(words)]);
        assert!(
            !has(&found, "Brücke") && has(&found, "Mai"),
            "{words}: {found:?}"
        );
    }
    let found = indirect(&[no_cue("betonen")]);
    assert!(has(&found, "Brücke") && !has(&found, "Mai"), "{found:?}");
}

#[test]
fn a_phrase_that_is_no_cue_announces_no_statement() {
    let text = "Der Zeuge gab zu Protokoll, dass er schlief. Die Richterin gab zu bedenken, dass es spät sei.";
    let cues = |entries: &[Entry]| {
        let document = read(text, entries);
        let statements = document.findings.statements.iter();
        let cues = statements.flat_map(|it| it.cue.iter().map(|cue| cue.of(text).to_owned()));
        cues.collect::<Vec<_>>().join(" ")
    };
    let has = |cues: &str, word: &str| cues.contains(word);
    assert!(has(&cues(&[]), "bedenken"), "{}", cues(&[]));
    let taught = cues(&[Entry::no_cue("zu bedenken geben").expect("words")]);
    assert!(!has(&taught, "bedenken"), "{taught}");
}

/// Readings differ in many ways at once; taking everything over leaves none.
#[test]
fn a_reading_can_be_made_as_another_in_one_step() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let entries = [
        name("Petersdorff", Kind::Organisation),
        name("Klinik", Kind::Organisation),
        Entry::name("Marquardt", Kind::Person, Some("Olivia Marquardt")).expect("a name"),
        Entry::never("Brennfurt").expect("a name"),
        Entry::no_cue("sagen").expect("a verb"),
    ];
    for example in ["1-laternen.txt", "2-klinik.txt", "3-seekabel.txt"] {
        let text = std::fs::read_to_string(folder.join(example)).expect("it is there");
        let plain = Review::new(Arc::new(read(&text, &[])));
        let taught = Review::new(Arc::new(read(&text, &entries)));
        for (mine, theirs) in [(&plain, &taught), (&taught, &plain)] {
            let mut mine = mine.clone();
            let text = mine.document().text().to_owned();
            let all = differences(&text, mine.findings(), theirs.findings());
            let Some(edit) = take_over(&mine, theirs.findings(), &all, Side::B) else {
                assert_eq!(all, [], "{example}");
                continue;
            };
            mine.apply(edit, Stamp::default()).expect("it fits");
            let left = differences(&text, mine.findings(), theirs.findings());
            let left: Vec<_> = left
                .iter()
                .map(|it| (it.span.of(&text), it.subject, it.aspect))
                .collect();
            assert_eq!(left, [], "{example}");
        }
    }
}

#[test]
fn thousands_of_entries_cost_little() {
    let entries = (0..5_000).flat_map(|number| {
        [
            name(
                &format!("Universität Neustadt {number}"),
                Kind::Organisation,
            ),
            Entry::no_cue(&format!("geben verb{number} zu")).expect("words"),
        ]
    });
    let entries: Vec<Entry> = entries.collect();
    let personal = PersonalLexicon::new(entries);
    let text = "Die Universität Neustadt gab am Montag zu, dass es regnet. ".repeat(400);
    let start = std::time::Instant::now();
    PIPELINE.read_with(from_text(text.clone()), &personal);
    let taught = start.elapsed();
    let start = std::time::Instant::now();
    PIPELINE.read(from_text(text));
    let plain = start.elapsed();
    assert!(
        taught < plain * 3 + std::time::Duration::from_secs(2),
        "{taught:?} and {plain:?}"
    );
}

mod arbitrary {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    const PIECES: [&str; 16] = [
        "Scholz",
        "Olaf Scholz",
        "Berlin",
        "Berlins",
        "Al-Watan",
        "-Journalist",
        " sagte",
        " teilte",
        " mit",
        ", dass es regnet. ",
        "„Ja“",
        " der ",
        " Universität Jena ",
        "’",
        "\n\n",
        "\u{ad}",
    ];

    fn words() -> impl Strategy<Value = String> {
        prop::collection::vec(select(PIECES.to_vec()), 1..4).prop_map(|pieces| pieces.concat())
    }

    fn entry() -> impl Strategy<Value = Option<Entry>> {
        let kinds = vec![
            Kind::Person,
            Kind::Organisation,
            Kind::Location,
            Kind::Other,
        ];
        prop_oneof![
            (words(), select(kinds), prop::option::of(words()))
                .prop_map(|(name, kind, entity)| Entry::name(&name, kind, entity.as_deref())),
            words().prop_map(|name| Entry::never(&name)),
            words().prop_map(|words| Entry::no_cue(&words)),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn any_lexicon_leaves_documents_sound(
            entries in prop::collection::vec(entry(), 0..8),
            text in prop::collection::vec(select(PIECES.to_vec()), 1..40),
        ) {
            let text = text.concat();
            let entries: Vec<Entry> = entries.into_iter().flatten().collect();
            let document = read(&text, &entries);
            let findings = &document.findings;
            let text = document.text();
            let is_sorted = findings.mentions.is_sorted_by_key(|it| {
                (it.span.start(), usize::MAX - it.span.end())
            });
            prop_assert!(is_sorted);
            for mention in &findings.mentions {
                prop_assert!(text.get(mention.span.range()).is_some_and(|words| !words.is_empty()));
                let entity = mention.entity.map(|id| id.0 as usize);
                prop_assert!(entity.is_none_or(|entity| entity < findings.entities.len()));
            }
            for statement in &findings.statements {
                prop_assert!(!statement.content.is_empty());
                let inside = statement.inside.map(|id| id.0 as usize);
                prop_assert!(inside.is_none_or(|inside| inside < findings.statements.len()));
            }
            // What is never a name stands nowhere as one.
            for entry in &entries {
                let Entry::Never { name } = entry else { continue };
                let is_overruled = entries.iter().rev().find(|it| it.is_about_the_same(entry)) != Some(entry);
                let stands = findings.mentions.iter().any(|it| {
                    it.kind.is_name() && it.form == Form::Name && it.span.of(text) == name
                });
                prop_assert!(is_overruled || !stands || 1 < entries.len(), "{}", name);
            }
            let written = json::write(&Review::new(Arc::new(document.clone())));
            prop_assert!(json::read(&written).is_ok());
        }
    }
}
