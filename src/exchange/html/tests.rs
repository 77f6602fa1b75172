//! The page holds all findings, as well-formed markup.

use std::sync::Arc;

use proptest::prelude::*;

use super::data::{self, recognises};
use super::report;
use crate::document::{Confidence, Document, Findings, Form, Kind, Mention, MentionId, Verdict};
use crate::exchange::format::Input;
use crate::exchange::import::{Imported, Refusal};
use crate::exchange::{Extract, json};
use crate::review::{Edit, Review, Stamp, arbitrary};
use crate::span::Span;

fn page(review: &Review) -> String {
    String::from_utf8(report(&Extract::whole(review))).expect("the page is UTF-8")
}

/// The page as a browser shows it: without the data in its head.
fn without_data(page: &str) -> String {
    let (head, rest) = page.split_once("<script").expect("there is a data block");
    let (_, rest) = rest.split_once("</script>").expect("it ends");
    format!("{head}{rest}")
}

/// Start tags as (name, attributes), in order; fails where an end tag does not close the innermost element.
fn check_nesting(page: &str) -> Vec<(String, String)> {
    const EMPTY: [&str; 4] = ["meta", "br", "input", "!DOCTYPE"];
    let (mut open, mut seen) = (Vec::new(), Vec::new());
    let page = &without_data(page);
    // The style holds ">" of its own.
    let (head, rest) = page.split_once("<style>").expect("there is a style");
    let (_, body) = rest.split_once("</style>").expect("the style ends");
    for tag in [head, body].concat().split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "in {seen:?}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(
            name != "a" || !open.iter().any(|outer: &String| outer == "a"),
            "a link in a link"
        );
        if !EMPTY.contains(&name) {
            open.push(name.to_owned());
        }
        seen.push((name.to_owned(), attributes.to_owned()));
    }
    assert!(open.is_empty(), "{open:?}");
    seen
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let spaced = format!(" {attributes}");
    let start = spaced.find(&format!(" {name}=\""))?;
    attributes[start..].split('"').nth(1)
}

/// The article's words without markup, numbers of statements and white space.
fn words_of(article: &str) -> String {
    let mut words = String::new();
    let mut pieces = article.split("<sup>");
    words.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        words.push_str(piece.split_once("</sup>").map_or("", |(_, rest)| rest));
    }
    let pieces = words
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let words: String = pieces.collect();
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let words = entities.iter().fold(words, |words, (entity, character)| {
        words.replace(entity, character)
    });
    words.split_whitespace().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_markup_is_well_formed_and_every_link_leads_somewhere(review in arbitrary::review()) {
        let tags = check_nesting(&page(&review));
        let ids = tags.iter().filter_map(|(_, attributes)| attribute(attributes, "id"));
        let mut ids: Vec<&str> = ids.collect();
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), n_ids, "two elements of one id");
        for (_, attributes) in &tags {
            if let Some(target) = attribute(attributes, "href").and_then(|href| href.strip_prefix('#')) {
                prop_assert!(ids.binary_search(&target).is_ok(), "{target} is nowhere");
            }
        }
    }

    #[test]
    fn every_finding_is_there_and_no_word_is_lost(review in arbitrary::review()) {
        let page = without_data(&page(&review));
        let block = review.document().article.blocks[0].span;
        let mentions = review.findings().shown_mentions();
        for (id, _) in mentions.filter(|(_, mention)| mention.span.overlaps(block)) {
            let text = format!(" id=\"mention-{}\"", id.0);
            prop_assert!(page.contains(&text), "{text}");
        }
        let statements: Vec<_> = review.findings().shown_statements().collect();
        let n_statements = statements.len();
        for (number, (_, statement)) in (1..).zip(statements) {
            let text = format!(" id=\"said-{number}\"");
            let is_placed = statement.content.iter().any(|span| span.overlaps(block));
            prop_assert_eq!(page.contains(&text), is_placed, "{}", text);
        }
        prop_assert_eq!(page.matches("<li class=\"card").count(), n_statements);
        let (_, article) = page.split_once("<p>").expect("the article has a paragraph");
        let (_, article) = page.split_once("</p>\n<p>").unwrap_or(("", article));
        let (article, _) = article.split_once("</p>\n</article>").expect("the article ends");
        let expected: String = review.document().text().split_whitespace().collect();
        prop_assert_eq!(words_of(article), expected);
    }
}

fn opened(page: &[u8]) -> Result<Imported, Refusal> {
    let input = input(page);
    assert!(recognises(&input));
    data::read(&input)
}

fn input(page: &[u8]) -> Input<'_> {
    Input {
        path: std::path::Path::new("a.html"),
        bytes: page,
        article: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_page_reads_back_the_same(review in arbitrary::review()) {
        let back = opened(page(&review).as_bytes()).expect("we read what we write");
        prop_assert_eq!(back.unfit, []);
        prop_assert_eq!(json::write(&back.review), json::write(&review));
    }

    #[test]
    fn nothing_in_the_data_can_end_it(note in "[<>&/!-]*(</script>|<!--|-->|]]>|\u{2028})[<>&/!-]*") {
        let mut review = Review::new(crate::view::sample::document().into());
        let edit = Edit::SetArticleNote { note: note.clone() };
        review.apply(edit, Stamp::default()).expect("it fits");
        let page = page(&review);
        prop_assert_eq!(page.matches("<script").count(), 1);
        let (_, rest) = page.split_once("<script").expect("it is there");
        let (data, rest) = rest.split_once("</script").expect("it ends");
        let (_, data) = data.split_once('>').expect("the tag ends");
        prop_assert!(!data.contains(['<', '>', '&']));
        prop_assert!(!rest.contains("</script"));
        let back = opened(page.as_bytes()).expect("we read what we write");
        prop_assert_eq!(&back.review.findings().note, &note);
    }
}

#[test]
fn a_page_without_data_is_an_article() {
    let review = Review::new(crate::view::sample::document().into());
    let page = page(&review);
    assert!(!recognises(&input(without_data(&page).as_bytes())));
    let told = "<p>&lt;script type=\"application/ld+json\" id=\"annotations\"&gt;";
    assert!(!recognises(&input(told.as_bytes())));
    let cut = &page[..page.find("\"corrections\"").expect("it is there")];
    assert!(matches!(
        opened(cut.as_bytes()),
        Err(Refusal::Damaged { .. })
    ));
}

#[test]
fn what_the_reader_decided_shows_on_its_mark() {
    let mut review = Review::new(crate::view::sample::document().into());
    let page_with = |review: &mut Review, verdict| {
        let mention = MentionId(0);
        let edit = Edit::JudgeMention { mention, verdict };
        review.apply(edit, Stamp::default()).expect("it fits");
        without_data(&page(review))
    };
    let page = page_with(&mut review, Verdict::Accepted);
    assert!(
        page.contains(" accepted\" id=\"mention-0\"") && page.contains(" (bestätigt)"),
        "{page}"
    );
    let page = page_with(&mut review, Verdict::Open);
    assert!(!page.contains(" accepted\"") && !page.contains(" (bestätigt)"));
}

fn marked(text: String, mentions: Vec<Mention>) -> Review {
    Review::new(Arc::new(Document {
        article: crate::article::from_text(text),
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: Findings {
            mentions,
            ..Findings::default()
        },
        made_by: String::new(),
    }))
}

fn mention(span: Span, kind: Kind, value: Option<&str>) -> Mention {
    Mention {
        value: value.map(Into::into),
        ..Mention::new(span, kind, Form::Name, Confidence::CERTAIN)
    }
}

#[test]
fn the_value_of_a_date_shows_on_its_mark() {
    let mentions = vec![
        mention(Span::new(3, 11), Kind::Date, Some("2016-12-07")),
        mention(Span::new(16, 22), Kind::Date, None),
    ];
    let page = page(&marked("Am Mittwoch und morgen".into(), mentions));
    assert!(
        page.contains("title=\"Datum: 2016-12-07\">Mittwoch<"),
        "{page}"
    );
    assert!(page.contains("title=\"Datum\">morgen<"), "{page}");
}

/// Two thousand marks that all cross: nested without a limit, the page would have four million tags.
#[test]
fn crossing_marks_do_not_make_the_page_explode() {
    let crossing = |start: usize| mention(Span::new(start, start + 2000), Kind::Person, None);
    let review = marked("x".repeat(4000), (0..2000).map(crossing).collect());
    let page = page(&review);
    check_nesting(&page);
    let shown = without_data(&page);
    assert!(shown.len() < 3_000_000, "{} bytes", shown.len());
    assert!(page.contains("id=\"mention-1999\""));
}

#[test]
fn the_page_says_whose_word_it_is() {
    let mut document = crate::view::sample::document();
    document.made_by = "wortlaut 0.1.0, models 0".into();
    let mut review = Review::new(Arc::new(document));
    let before = page(&review);
    assert!(before.contains("(wortlaut 0.1.0, models 0), nicht von Hand geprüft."));
    let edits = [
        Edit::SetArticleNote {
            note: "Zahl <prüfen>".into(),
        },
        Edit::SetMentionNote {
            mention: MentionId(0),
            note: "wirklich?".into(),
        },
    ];
    for edit in edits {
        let stamp = Stamp {
            by: "Kurt & Weide".into(),
            at: "2026-01-31T12:00:00Z".parse().expect("a time"),
        };
        review.apply(edit, stamp).expect("it fits");
    }
    let after = page(&review);
    check_nesting(&after);
    let after = without_data(&after);
    assert!(after.contains("berichtigt von Kurt &amp; Weide, zuletzt 2026-01-31T12:00:00Z."));
    assert!(after.contains("<p class=\"note\">Zahl &lt;prüfen&gt;</p>"));
    assert!(after.contains("\nwirklich?\""));
}
