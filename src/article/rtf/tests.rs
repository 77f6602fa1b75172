//! Articles in Rich Text, and sources that are none.

use proptest::prelude::*;

use super::*;
use crate::article::shown::check_sound;
use crate::article::{ReadError, read_bytes};

fn check(source: &[u8], expected: &[&str]) {
    let article = read(source).expect("sound");
    let block = |block: &crate::article::Block| {
        format!("{}: {}", block.kind.label(), block.span.of(&article.text))
    };
    assert_eq!(
        article.blocks.iter().map(block).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn styles_say_what_a_paragraph_is() {
    check(
        b"{\\rtf1{\\stylesheet{\\s1 \\'dcberschrift 1;}{\\s2 Title;}{\\s3 Caption;}{\\s4 Vorspann;}}\\s2 Regen\\par\\s4 Es hat geregnet.\\par\\pard Von Anna Muster\\par Es regnet. (nch/nin)\\par\\s1 Und nun\\par\\s3 Der Hafen\\par}",
        &["headline: Regen", "lead: Es hat geregnet.", "signature: Von Anna Muster", "paragraph: Es regnet.", "signature: (nch/nin)", "subheading: Und nun", "caption: Der Hafen"],
    );
    check(b"{\\rtf1{\\pard\\outlinelevel0 Regen\\par}{\\pard Es regnet.\\par}{\\pard\\outlinelevel1 Und nun\\par}}", &["headline: Regen", "paragraph: Es regnet.", "subheading: Und nun"]);
}

#[test]
fn a_title_that_stands_there_twice_is_read_once() {
    check(
        b"{\\rtf1{\\stylesheet{\\s5 Author;}}{\\pard Regen\\par}{\\pard\\s5 Anna\\par}{\\pard\\outlinelevel0 Regen\\par}Ja.}",
        &["signature: Anna", "headline: Regen", "paragraph: Ja."],
    );
}

#[test]
fn without_styles_shape_and_place_decide() {
    check(
        b"{\\rtf1 Es regnet weiter\\par\\par Seit Tagen regnet es.\\par Morgen soll es aufh\\'f6ren, sagte sie.\\par}",
        &["headline: Es regnet weiter", "paragraph: Seit Tagen regnet es.", "paragraph: Morgen soll es aufhören, sagte sie."],
    );
}

#[test]
fn the_file_says_who_made_it_and_when() {
    let source = |line: &str| {
        format!(
            "{{\\rtf1{{\\info{{\\title Flut}}{{\\author Anna Muster}}{{\\creatim\\yr2016\\mo12\\dy8\\hr15\\min30}}}}Regen\\par {line}\\par Es regnet.\\par}}"
        )
    };
    let read = |line: &str| read(source(line).as_bytes()).expect("sound").source;
    let found = read("Seit Tagen.");
    assert_eq!(found.title.as_deref(), Some("Flut"));
    assert_eq!(found.byline.as_deref(), Some("Anna Muster"));
    assert_eq!(found.date.as_deref(), Some("2016-12-08T15:30:00"));
    assert_eq!(
        read("Von Bert Beispiel").byline.as_deref(),
        Some("Bert Beispiel")
    );
    assert_eq!(created([2016, 2, 31, 0, 0]), None);
    assert_eq!(created([0; 5]), None);
}

#[test]
fn deep_and_huge_files_take_no_time() {
    let refused = read_bytes(
        &[b"{\\rtf1".as_slice(), &b"{\\b ".repeat(500_000)].concat(),
        Path::new("a.rtf"),
    );
    assert!(matches!(refused, Err(ReadError::Bloated { .. })));
    for piece in [
        "\\par a",
        "{\\b a}",
        "\\u228?",
        "\\'e4",
        "\\f1 a",
        "{\\*\\x y}",
        "\\cell ",
        "ab ",
        "\\s1",
        "{\\pict 00}",
        "\\bin1 x",
    ] {
        check_sound(
            format!("{{\\rtf1 Es regnet. {}}}", piece.repeat(100_000)).as_bytes(),
            "a.rtf",
        );
    }
    let fonts: Vec<String> = (0..50_000)
        .map(|n| format!("{{\\f{n}\\fcharset0 A;}}"))
        .collect();
    let fonts = fonts.concat();
    check_sound(
        format!("{{\\rtf1{{\\fonttbl{fonts}}}Es regnet.}}").as_bytes(),
        "a.rtf",
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_sound(&[b"{\\rtf1 ".as_slice(), &bytes, b"}"].concat(), "a.rtf");
    }

    #[test]
    fn any_words_are_read_or_refused(words in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "\\par ", "\\u-10179?", "\\u228", "\\'e4", "\\'", "\\*", "\\fonttbl", "\\f1", "\\fcharset238 ", "\\stylesheet", "\\s1 ", ";", "Es regnet.",
        "\\info", "\\title ", "\\creatim", "\\yr2016", "\\pict", "\\bin5", "\\upr", "\\ud", "\\uc3", "\\v", "\\pard", "\\line", "\\cell", "\\ansicpg65001", "\\\n", "ä", "\\-",
    ]), 0..60)) {
        check_sound(format!("{{\\rtf1 {}}}", words.concat()).as_bytes(), "a.rtf");
    }
}
