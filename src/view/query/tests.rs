//! Queries over the samples: what is typed, what is found.

use proptest::prelude::*;

use super::*;
use crate::document::{Document, MentionId, StatementId};
use crate::span::Span;
use crate::view::{sample, sample_layers, statements};

fn run(document: &Document, typed: &str) -> Hits {
    let query = parse(typed).unwrap_or_else(|problem| panic!("{typed}: {problem:?}"));
    let rows = statements::rows(document.text(), &document.findings);
    query.run(Subject {
        document,
        findings: &document.findings,
        rows: &rows,
    })
}

/// The words that are found in the sample about a bridge.
fn check(typed: &str, expected: &[&str]) {
    let document = sample::document();
    let hits = run(&document, typed);
    let found: Vec<&str> = hits
        .iter()
        .map(|hit| hit.span.of(document.text()))
        .collect();
    assert_eq!(found, expected, "{typed}");
}

fn check_problem(typed: &str, at: Range<usize>, fault: Fault) {
    let problem = parse(typed).map(|_| ()).expect_err(typed);
    assert_eq!(problem, Problem { at, fault }, "{typed}");
}

#[test]
fn words_are_one_phrase_and_quoted_ones_must_share_a_paragraph() {
    check("ohnesorg", &["Ohnesorg", "Ohnesorg"]);
    check("erika  ohnesorg", &["Erika Ohnesorg"]);
    check("\"ohnesorg\" \"kurt\"", &["Ohnesorg", "Kurt"]);
    check("ohnesorg bau", &[]);
    check("„die brücke“", &["die Brücke"]);
    check("brucke", &["Brücke"]);
    check("den stadtwerken -mai", &[]);
    check("ohnesorg -\"kurt weide\"", &["Ohnesorg"]);
    check("", &[]);
    check("\"\"", &[]);
}

#[test]
fn regular_expressions_find_what_they_describe() {
    check(r"/\bB\w+k/", &["Brück"]);
    check("/im \\w+|zufolge/ ", &["zufolge", "im Mai"]);
    check("/x*/", &[]);
    check(r"/(?-i)bau\b/", &[]);
}

#[test]
fn types_find_marks_and_words_narrow_them() {
    check("typ:person", &["Erika Ohnesorg", "Ohnesorg", "Kurt Weide"]);
    check("type:Person erika", &["Erika Ohnesorg"]);
    check("typ:ort typ:organisation", &["Neustadt", "Stadtwerken"]);
    check("-typ:person", &["Neustadt", "Stadtwerken"]);
    check("typ:person -ohnesorg", &["Kurt Weide"]);
    check("typ:datum", &[]);
    let hits = run(&sample::document(), "typ:ort");
    assert_eq!(
        hits.get(0).map(|hit| hit.found),
        Some(Found::Mention(MentionId(1)))
    );
}

#[test]
fn what_no_chip_counts_is_no_hit() {
    let document = sample_layers::document();
    let hits = run(&document, "typ:ort");
    let chips = crate::view::entities::n_mentions_by_kind(&document.findings);
    assert_eq!(hits.len(), chips[crate::document::Kind::Location as usize]);
}

#[test]
fn fields_of_statements_hold_together() {
    let (direct, indirect) = ("„Wir bauen die Brücke“", "der Bau sei bezahlt");
    let passed_on = "beginnen die Arbeiten im Mai";
    check("sprecher:Ohnesorg", &[direct, indirect]);
    check("speaker:ohnesorg kind:indirect", &[indirect]);
    check("art:indirekt", &[indirect, passed_on]);
    check("sprecher:\"Erika Ohnesorg\" -art:direkt", &[indirect]);
    check(
        "sprecher:Bürgermeisterin art:direkt art:indirekt",
        &[direct, indirect],
    );
    check("sprecher:unbekannt", &[passed_on]);
    check("sprecher:anonym", &[]);
    check("-sprecher:Ohnesorg", &[passed_on]);
    check("über:Stadtwerke", &[passed_on]);
    check("art:indirekt bezahlt", &[indirect]);
    check("bau art:indirekt", &[indirect]);
    check("sprecher:nesorg", &[]);
    check("art:indirekt typ:person", &[]);
    let hits = run(&sample::document(), "sprecher:Ohnesorg");
    assert_eq!(
        hits.get(1).map(|hit| hit.found),
        Some(Found::Statement(StatementId(1)))
    );
}

#[test]
fn a_type_beside_a_speaker_is_something_that_the_statement_mentions() {
    let mut document = sample::document();
    let bridge = document.findings.statements[0].content[0];
    document.findings.mentions[1].span = Span::new(bridge.start() + 3, bridge.start() + 6);
    let hits = run(&document, "sprecher:Ohnesorg typ:ort");
    assert_eq!(hits.len(), 1);
    assert_eq!(
        hits.get(0).map(|hit| hit.found),
        Some(Found::Statement(StatementId(0)))
    );
}

#[test]
fn what_looks_like_a_field_and_is_none_is_text() {
    check("sagte Bürgermeisterin", &["sagte Bürgermeisterin"]);
    check("18:30", &[]);
    check("Motto: Frieden", &[]);
    check("https://example.org", &[]);
    check("- ", &[]);
}

#[test]
fn mistakes_are_told_with_their_place() {
    check_problem(
        "a spercher:Assad",
        2..11,
        Fault::Field("spercher".to_owned()),
    );
    check_problem("typ:elf", 4..7, Fault::Type("elf".to_owned()));
    check_problem("art:laut", 4..8, Fault::Manner("laut".to_owned()));
    check_problem("Mai typ:", 4..8, Fault::NoValue(Field::Type));
    check_problem("sprecher: Assad", 0..9, Fault::NoValue(Field::Speaker));
    check_problem("/ab", 0..3, Fault::OpenPattern);
    check_problem("ä /a(b/", 5..6, Fault::Pattern(PatternFault::OpenGroup));
    check_problem("-mai", 0..4, Fault::OnlyExcluded);
    let long = "x".repeat(5000);
    check_problem(&long, 400..5000, Fault::TooLong);
    assert!(Fault::OpenPattern.is_unfinished() && !Fault::TooLong.is_unfinished());
}

#[test]
fn pieces_are_found_by_block_and_hits_by_place() {
    let mut document = sample::document();
    let text_length = document.text().len();
    // One statement over all paragraphs.
    document.findings.statements[0].content = vec![Span::new(0, text_length)];
    let hits = run(&document, "sprecher:Ohnesorg");
    let blocks: Vec<Span> = document
        .article
        .blocks
        .iter()
        .map(|block| block.span)
        .collect();
    let pieces: Vec<_> = blocks.iter().map(|&block| hits.in_block(block)).collect();
    assert_eq!(pieces[0].len(), 1);
    assert_eq!(pieces[0][0].span, blocks[0]);
    assert_eq!(
        pieces[1].iter().map(|piece| piece.hit).collect::<Vec<_>>(),
        [0, 1]
    );
    assert_eq!(hits.first_from(1), Some(1));
    assert_eq!(hits.first_from(text_length), Some(0));
    assert_eq!(Hits::default().first_from(0), None);
}

#[test]
fn no_more_hits_are_kept_than_anybody_can_use() {
    let article = crate::article::from_text("e ".repeat(150_000));
    let document = Document {
        article,
        ..sample::document()
    };
    let hits = run(&document, "e");
    assert!(hits.is_cut());
    assert_eq!(hits.len(), hits::MAX_HITS);
}

/// Spans of what is found in the sample with some notes on it.
fn noted(typed: &str) -> Vec<Found> {
    let mut document = sample::document();
    let findings = &mut document.findings;
    findings.note = "Zahlen prüfen".to_owned();
    findings.entities[0].note = "Seit Mai im Amt".to_owned();
    findings.mentions[3].note = "welcher Weide?".to_owned();
    findings.statements[2].note = "bei den Stadtwerken prüfen".to_owned();
    let found = run(&document, typed);
    found.iter().map(|hit| hit.found).collect()
}

#[test]
fn notes_are_found_on_everything() {
    let (mention, statement) = (MentionId(3), StatementId(2));
    assert_eq!(noted("notiz:weide"), [Found::Mention(mention)]);
    assert_eq!(
        noted("note:prüfen"),
        [Found::Text, Found::Statement(statement)]
    );
    let owner = Found::Mention(MentionId(0));
    assert_eq!(noted("notiz:amt"), [owner], "the first mention alone");
    assert_eq!(noted("notiz:*").len(), 4);
    assert!(noted("notiz:xyz").is_empty());
}

#[test]
fn notes_go_together_with_other_fields() {
    assert_eq!(noted("notiz:* sprecher:unbekannt").len(), 1);
    assert_eq!(noted("notiz:* typ:person").len(), 3, "each of her mentions");
    assert_eq!(noted("-notiz:* typ:person").len(), 0);
}

#[test]
fn what_the_article_itself_says_is_found_by_its_name() {
    let mut document = sample::document();
    let speaker = &mut document.findings.statements[1].speaker;
    if let Some(voice) = speaker {
        (voice.because, voice.entity) = (crate::document::Reason::Editorial, None);
    }
    let found = run(&document, "sprecher:redaktion");
    assert_eq!(found.len(), 1);
    assert_eq!(run(&document, "speaker:unknown").len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_that_is_typed_does_harm(typed in "[-a-zA-Zäß:/\"„“ .*+()\\[\\]\\\\{}0-9?|^$]{0,40}") {
        let document = sample::document();
        match parse(&typed) {
            Ok(query) => {
                let rows = statements::rows(document.text(), &document.findings);
                let hits = query.run(Subject { document: &document, findings: &document.findings, rows: &rows });
                for hit in hits.iter() {
                    prop_assert!(!hit.span.of(document.text()).is_empty());
                }
            }
            Err(problem) => prop_assert!(typed.get(problem.at).is_some()),
        }
    }

    #[test]
    fn words_of_the_text_are_found_where_they_stand(start in 0_usize..180, length in 1_usize..30) {
        let document = sample::document();
        let text = document.text();
        let words: String = text.chars().skip(start).take(length).collect();
        let is_plain = words.chars().all(|letter| letter.is_alphanumeric() || letter == ' ');
        prop_assume!(is_plain && !words.trim().is_empty());
        let at = text.char_indices().nth(start).map_or(0, |(at, _)| at);
        let at = at + (words.len() - words.trim_start().len());
        let hits = run(&document, &words);
        prop_assert!(hits.iter().any(|hit| hit.span.start() <= at && at < hit.span.end()));
    }
}
