//! What holds of every reading, whatever the text: nothing overlaps that must not, nothing points outside.

use std::cmp::Reverse;

use crate::files::files;
use crate::reader::read;
use proptest::prelude::*;
use wortlaut::document::{Document, Form, Mention, Statement};
use wortlaut::span::Span;
use wortlaut::view::highlight::{by_block, runs};

fn check(document: &Document) {
    check_words(document);
    check_mentions(document);
    for (index, statement) in document.findings.statements.iter().enumerate() {
        check_statement(document, index, statement);
    }
    let mentions = by_block(document, &document.findings);
    for (block, mentions) in document.article.blocks.iter().zip(&mentions) {
        check_span(document, block.span);
        let mut end = block.span.start();
        for run in runs(&document.findings, block.span, mentions) {
            assert_eq!(run.span.start(), end, "runs cover a block without gap");
            end = run.span.end();
        }
        assert_eq!(end, block.span.end(), "runs cover a block to its end");
    }
}

/// On character boundaries, inside the text, and not empty.
fn check_span(document: &Document, span: Span) {
    let piece = document.text().get(span.range());
    assert!(piece.is_some_and(|piece| !piece.is_empty()), "{span:?}");
}

/// All of them good, sorted, and none overlapping the next.
fn check_spans(document: &Document, spans: &[Span]) {
    for &span in spans {
        check_span(document, span);
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end() <= pair[1].start(), "{spans:?}");
    }
}

fn check_words(document: &Document) {
    let tokens: Vec<Span> = document.tokens.iter().map(|token| token.span).collect();
    check_spans(document, &tokens);
    assert_eq!(document.tags.len(), tokens.len());
    let mut next = 0;
    for sentence in &document.sentences {
        assert_eq!(
            sentence.tokens.start, next,
            "every token is in one sentence"
        );
        assert!(sentence.tokens.start < sentence.tokens.end);
        assert!(sentence.block < document.article.blocks.len());
        next = sentence.tokens.end;
    }
    assert_eq!(next, tokens.len(), "every token is in a sentence");
}

fn check_mentions(document: &Document) {
    let findings = &document.findings;
    for mention in &findings.mentions {
        check_span(document, mention.span);
        let id = mention.entity.map_or(0, |entity| entity.0 as usize + 1);
        assert!(id <= findings.entities.len(), "{mention:?}");
    }
    let order = |span: Span| (span.start(), Reverse(span.end()));
    assert!(
        findings
            .mentions
            .is_sorted_by_key(|mention| order(mention.span))
    );
    let names = findings
        .mentions
        .iter()
        .filter(|mention| mention.kind.is_name() && mention.form != Form::Description);
    let mut outer: Option<&Mention> = None;
    for name in names {
        match outer.filter(|outer| name.span.overlaps(outer.span)) {
            Some(outer) => {
                let is_inside = outer.span.contains(name.span) && outer.span != name.span;
                let holds = outer.form == Form::Name || name.form != Form::Name;
                assert!(is_inside && holds, "{name:?} in {outer:?}");
            }
            None => outer = Some(name),
        }
    }
    for entity in &findings.entities {
        assert!(!entity.name.trim().is_empty(), "{entity:?}");
        assert!(entity.aliases.is_sorted(), "{entity:?}");
    }
}

fn check_statement(document: &Document, index: usize, statement: &Statement) {
    assert!(!statement.content.is_empty(), "a statement says something");
    check_spans(document, &statement.content);
    check_spans(document, &statement.cue);
    check_spans(document, &statement.frame);
    let text = statement.text(document.text());
    assert!(text.contains(char::is_alphanumeric), "{text}");
    let voices = statement.speaker.iter().chain(&statement.addressee);
    for voice in voices.chain(&statement.via) {
        check_spans(document, &voice.spans);
        let id = voice.entity.map_or(0, |entity| entity.0 as usize + 1);
        assert!(id <= document.findings.entities.len(), "{voice:?}");
    }
    if let Some(outer) = statement.inside {
        assert_ne!(outer.0 as usize, index, "nothing is inside itself");
        let outer = document.findings.statements.get(outer.0 as usize);
        assert!(outer.is_some_and(|outer| outer.extent().contains(statement.extent())));
    }
    assert!((0.0..=1.0).contains(&statement.salience), "{statement:?}");
    assert!((0.0..=1.0).contains(&statement.confidence.get()));
}

#[test]
fn holds_for_articles() {
    for folder in ["assets/examples", "tests/articles"] {
        for (path, text) in files(folder, "txt") {
            let document = read(&text);
            assert!(!document.findings.mentions.is_empty(), "{path:?}");
            assert!(!document.findings.statements.is_empty(), "{path:?}");
            check(&document);
        }
    }
}

/// A failing text is printed, not stored.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Pieces that mean something to the program, in an order that means nothing.
fn jumble() -> impl Strategy<Value = String> {
    const PIECES: [&str; 44] = [
        " ",
        " ",
        " ",
        " ",
        ", ",
        ". ",
        ": ",
        "? ",
        "\n",
        "\n\n",
        "„",
        "“",
        "»",
        "«",
        "\"",
        "‚",
        "‘",
        "’",
        "(",
        ")",
        " – ",
        "…",
        "sagte",
        "teilte",
        "mit",
        "laut",
        "Nach Angaben",
        "so",
        "zufolge",
        "dass",
        "sei",
        "habe",
        "soll",
        "die Ministerin",
        "Angela Beispiel",
        "Beispiels",
        "der CDU-Politiker",
        "US-Präsident",
        "am 12. Juni",
        "15.30 Uhr",
        "80 Prozent",
        "(dpa)",
        "er",
        "😀é\u{301}\u{200B}",
    ];
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80);
    pieces.prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn holds_for_jumbles_of_meaningful_pieces(text in jumble()) {
        check(&read(&text));
    }

    #[test]
    fn holds_for_arbitrary_strings(text in prop_oneof![any::<String>(), "\\PC{0,200}", "[ -~\\n„“»«]{0,300}"]) {
        check(&read(&text));
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn holds_for_articles_with_a_piece_cut_out(
        article in 0_usize..3,
        from in 0.0_f64..1.0,
        length in 0_usize..400,
        put in jumble(),
    ) {
        let (_, text) = files("assets/examples", "txt").swap_remove(article);
        let mut characters: Vec<char> = text.chars().collect();
        let start = (from * characters.len() as f64) as usize;
        let end = (start + length).min(characters.len());
        characters.splice(start..end, put.chars());
        check(&read(&characters.into_iter().collect::<String>()));
    }
}
