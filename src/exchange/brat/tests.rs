//! brat standoff out and in.

use std::path::Path;

use proptest::prelude::*;

use super::FACTS;
use crate::article::{Article, from_text};
use crate::document::{Entity, EntityId, Findings, Form, Kind, StatementKind, Verdict, Voice};
use crate::exchange::format::Input;
use crate::exchange::import::{Imported, Misfit, Refusal};
use crate::exchange::{Extract, Losses};
use crate::review::{Review, arbitrary};
use crate::span::Span;

fn written(review: &Review) -> (String, Losses) {
    let mut losses = Losses::default();
    let files = (FACTS.write)(&Extract::whole(review), &mut losses);
    let lines = String::from_utf8(files[1].clone()).expect("it is text");
    (lines, losses)
}

fn read(lines: &[u8], article: &Article) -> Result<Imported, Refusal> {
    let reading = FACTS.read.as_ref().expect("it can be read");
    (reading.read)(&Input {
        path: Path::new("artikel.ann"),
        bytes: lines,
        article: Some(article),
    })
}

/// Lines of any corpus onto a text.
fn onto(text: &str, lines: &str) -> Imported {
    read(lines.as_bytes(), &from_text(text.to_owned())).expect("it fits")
}

fn misfits(imported: &Imported) -> Vec<(&str, Misfit)> {
    let unfit = imported.unfit.iter();
    unfit
        .map(|unfit| (unfit.place.as_str(), unfit.reason))
        .collect()
}

/// What is to come back: spans as the format holds them, entities by what is known of them.
fn held(text: &str, findings: &Findings) -> (Vec<String>, Vec<String>) {
    let places = |spans: &[Span]| {
        let fragments = super::lines::fragments(text, spans);
        let rejoined = super::lines::rejoined(text, &fragments);
        format!("{rejoined:?}")
    };
    let entity = |id: Option<EntityId>| {
        let entity: Option<&Entity> = id.map(|id| findings.entity(id));
        // Other than its note, words of an entity are held as one line.
        let one_line = |words: &String| words.replace('\n', " ");
        entity.map(|entity| {
            let aliases: Vec<String> = entity.aliases.iter().map(one_line).collect();
            let (role, party) = (
                entity.role.as_ref().map(one_line),
                entity.party.as_ref().map(one_line),
            );
            let (name, kind, note) = (one_line(&entity.name), entity.kind, &entity.note);
            format!("{name} {kind:?} {role:?} {party:?} {aliases:?} {note:?}")
        })
    };
    let is_seen = |spans: &[Span]| places(spans) != "[]";
    let voice = |voice: &Voice| {
        let (spans, reason) = (places(&voice.spans), voice.because);
        format!("{spans} {:?} {reason:?}", entity(voice.entity))
    };
    let mentions = findings
        .shown_mentions()
        .filter(|(_, mention)| is_seen(&[mention.span]));
    let mut mentions: Vec<String> = mentions
        .map(|(_, mention)| {
            let entity = entity(mention.entity);
            let place = places(&[mention.span]);
            let mut rest = mention.clone();
            (rest.span, rest.entity) = (Span::new(0, 0), None);
            format!("{place} {entity:?} {rest:?}")
        })
        .collect();
    let statements = findings
        .shown_statements()
        .filter(|(_, statement)| is_seen(&statement.content));
    let mut statements: Vec<String> = statements
        .map(|(_, statement)| {
            let voices = statement.speaker.iter().chain(&statement.addressee);
            let voices: Vec<String> = voices.map(voice).collect();
            let mut via: Vec<String> = statement.via.iter().map(voice).collect();
            via.sort();
            let (content, cue) = (places(&statement.content), places(&statement.cue));
            let outer = statement.inside.map(|outer| findings.statement(outer));
            let outer =
                outer.filter(|outer| outer.verdict != Verdict::Rejected && is_seen(&outer.content));
            let outer = outer.map(|outer| places(&outer.content));
            format!(
                "{content} {cue} {voices:?} {via:?} {outer:?} {:?} {:?} {:?} {} {} {:?} {:?} {:?}",
                statement.kind,
                statement.medium,
                statement.stance,
                statement.key,
                statement.salience,
                statement.confidence,
                statement.verdict,
                statement.note,
            )
        })
        .collect();
    mentions.sort();
    statements.sort();
    (mentions, statements)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_we_wrote_comes_back(review in arbitrary::review()) {
        let (lines, _) = written(&review);
        let article = &review.document().article;
        let imported = read(lines.as_bytes(), article).expect("it is ours");
        prop_assert_eq!(&imported.unfit, &vec![], "{}", lines);
        let (text, back) = (&article.text, imported.review.findings());
        prop_assert_eq!(held(text, back), held(text, review.findings()), "{}", lines);
    }

    #[test]
    fn a_mark_has_one_line_and_its_words(review in arbitrary::review()) {
        let (lines, _) = written(&review);
        let text: Vec<char> = review.document().text().chars().collect();
        for line in lines.split('\n').filter(|line| line.starts_with('T')) {
            prop_assert!(!line.contains(super::lines::is_break));
            let mut fields = line.splitn(3, '\t').skip(1);
            let (data, words) = (fields.next().expect("a place"), fields.next().expect("words"));
            let (_, places) = data.split_once(' ').expect("a label");
            let pieces = places.split(';').map(|place| {
                let (start, end) = place.split_once(' ').expect("two ends");
                let [start, end] = [start, end].map(|end| end.parse::<usize>().expect("a number"));
                text[start..end].iter().collect::<String>()
            });
            prop_assert_eq!(pieces.collect::<Vec<_>>().join(" "), words);
        }
    }

    #[test]
    fn any_bytes_may_come(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, &from_text("Anna lacht.".to_owned()));
    }

    #[test]
    fn any_lines_may_come(lines in "([TREAN#*][0-9]?\t(Person|Equiv|Quote:T1|SaidBy|Key) ?(0 4|T1|T2|Arg1:T1 Arg2:T2|2 3;9 12)?(\t[A-Za-z ]{0,6})?\n?){0,6}") {
        let _ = read(lines.as_bytes(), &from_text("Anna lacht.".to_owned()));
    }
}

#[test]
fn labels_of_other_corpora_are_mapped_and_unknown_ones_told() {
    let imported = onto(
        "Anna lacht in Bonn über Enzyme.",
        "T1\tPER 0 4\tAnna\nT2\tGPE 14 18\tBonn\nT3\tProtein 24 30\tEnzyme\nA1\tNegation T1\n",
    );
    let findings = imported.review.findings();
    let kinds: Vec<Kind> = findings
        .mentions
        .iter()
        .map(|mention| mention.kind)
        .collect();
    assert_eq!(kinds, [Kind::Person, Kind::Location]);
    assert_eq!(findings.entities[0].name, "Anna");
    assert_eq!(
        misfits(&imported),
        [("T3", Misfit::UnknownLabel), ("A1", Misfit::UnknownLabel)]
    );
}

#[test]
fn words_are_checked_against_the_text() {
    let imported = onto(
        "Anna lacht in Bonn.",
        "T1\tPER 0 4\tAnna\nT2\tLOC 13 17\tBonn\nT3\tLOC 90 94\tBonn\nT4\tPER 4 0\tAnna\nwas soll das\n",
    );
    assert_eq!(
        misfits(&imported),
        [
            ("line 4", Misfit::Incomplete),
            ("line 5", Misfit::Incomplete),
            ("T2", Misfit::OtherWords),
            ("T3", Misfit::Beyond),
        ]
    );
    let elsewhere = read(b"T1\tPER 0 4\tEmil\n", &from_text("Anna lacht.".to_owned()));
    assert!(matches!(elsewhere, Err(Refusal::OtherText)));
}

#[test]
fn offsets_may_count_line_ends_as_two() {
    let lines = "T1\tPER 0 4\tAnna\nT2\tPER 14 17\tUdo\nT3\tLOC 24 29;32 34\tNeust adt\n";
    let imported = onto("Anna\r\nlacht.\r\nUdo weint.\r\nNeust\r\nadt", lines);
    let text = imported.review.document().text();
    let mentions = imported.review.findings().mentions.iter();
    let words: Vec<&str> = mentions.map(|mention| mention.span.of(text)).collect();
    assert_eq!(words, ["Anna", "Udo"]);
    assert_eq!(misfits(&imported), [("T3", Misfit::OtherWords)]);
}

#[test]
fn events_say_who_speaks() {
    let text = "„Es regnet“, sagt Anna zu Udo.";
    let quote_is_trigger = "T1\tQuote 0 11\t„Es regnet“\nT2\tPER 18 22\tAnna\nT3\tPER 26 29\tUdo\n\
        E1\tQuote:T1 Speaker:T2 Addressee:T3\n";
    let verb_is_trigger = "T1\tQuote 0 11\t„Es regnet“\nT2\tPER 18 22\tAnna\nT3\tPER 26 29\tUdo\nT4\tSays 13 17\tsagt\n\
        E1\tSays:T4 Content:T1 Speaker:T2 Addressee:T3\n";
    for lines in [quote_is_trigger, verb_is_trigger] {
        let imported = onto(text, lines);
        let findings = imported.review.findings();
        let statement = &findings.statements[0];
        assert_eq!(statement.kind, StatementKind::Direct);
        let name = |voice: &Option<Voice>| {
            let entity = voice.as_ref().and_then(|voice| voice.entity);
            entity.map(|id| findings.entity(id).name.clone())
        };
        assert_eq!(name(&statement.speaker).as_deref(), Some("Anna"));
        assert_eq!(name(&statement.addressee).as_deref(), Some("Udo"));
    }
}

#[test]
fn equivalent_marks_are_one_entity_with_its_other_names() {
    let imported = onto(
        "Erika Ohnesorg kam. Ohnesorg blieb.",
        "T1\tPerson 0 14\tErika Ohnesorg\nT2\tPerson 20 28\tOhnesorg\n*\tEquiv T1 T2\n",
    );
    let findings = imported.review.findings();
    assert_eq!(findings.mentions[0].entity, findings.mentions[1].entity);
    assert_eq!(findings.entities.len(), 1);
    assert_eq!(findings.entities[0].name, "Erika Ohnesorg");
    assert_eq!(findings.entities[0].aliases, ["Ohnesorg"]);
}

#[test]
fn normalisations_name_entities() {
    let imported = onto(
        "Obama kam.",
        "T1\tPerson 0 5\tObama\nN1\tReference T1 Wikipedia:534366\tBarack Obama\n",
    );
    let entity = &imported.review.findings().entities[0];
    assert_eq!(
        (entity.name.as_str(), entity.note.as_str()),
        ("Barack Obama", "Wikipedia:534366")
    );
}

#[test]
fn a_mark_in_two_pieces_is_taken_whole_and_told() {
    let imported = onto("Nord- und Südkorea", "T1\tLOCpart 0 5;13 18\tNord- korea\n");
    let mention = &imported.review.findings().mentions[0];
    assert_eq!((mention.span, mention.form), (Span::new(0, 19), Form::Part));
    assert_eq!(misfits(&imported), [("T1", Misfit::NoPlace)]);
}

#[test]
fn an_empty_file_is_a_review_without_findings() {
    assert_eq!(onto("Nichts.", "").review.findings(), &Findings::default());
}
