//! Subtitles as programs write them, and the text in them.

use proptest::prelude::*;

use super::*;
use crate::article::read_bytes;
use crate::article::shown::check_sound;

fn check(source: &str, expected: &[&str]) {
    let article = read(source.as_bytes()).expect("sound");
    let blocks = article
        .blocks
        .iter()
        .map(|block| block.span.of(&article.text));
    assert_eq!(blocks.collect::<Vec<_>>(), expected, "{source}");
}

#[test]
fn cues_become_running_text() {
    check(
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Es regnet</i>\nseit Tagen.\n\n2\n00:00:02,100 --> 00:00:03,000\n{\\an8}Die Bundes-\n\n3\n00:00:03,100 --> 00:00:04,000\nregierung hilft.\n\n4\n00:00:09,000 --> 00:00:10,000\nUnd nun?\n",
        &[
            "Es regnet seit Tagen. Die Bundesregierung hilft.",
            "Und nun?",
        ],
    );
    check(
        "1\n00:00:01,000 --> 00:00:02,000\nHin-\nund Rückweg\n",
        &["Hin- und Rückweg"],
    );
}

#[test]
fn speakers_are_named_when_they_change() {
    check(
        "WEBVTT - Lage\n\nNOTE nicht lesen\n\nSTYLE\n::cue { color: red }\n\neins\n00:01.000 --> 00:02.000 align:start\n<v Anna Bäcker>Es &amp; regnet.</v>\n\n00:02.000 --> 00:03.000\n<v.laut Anna Bäcker>Seit Tagen.\n\n00:03.000 --> 00:04.000\n<v Bert>Ja.\n",
        &["Anna Bäcker: Es & regnet. Seit Tagen.", "Bert: Ja."],
    );
    check(
        "1\n00:00:01,000 --> 00:00:02,000\n- Regnet es?\n- Ja.\n",
        &["Regnet es?", "Ja."],
    );
}

#[test]
fn sounds_and_lines_that_roll_are_left_out() {
    check(
        "1\n00:00:01,000 --> 00:00:02,000\n[Musik]\n\n2\n00:00:03,000 --> 00:00:04,000\n♪ ♪\nJa.\n",
        &["Ja."],
    );
    check(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nEs<00:01.500><c> regnet</c>\n\n00:02.000 --> 00:02.100\nEs regnet\n\n00:02.100 --> 00:03.000\nEs regnet\nseit<00:02.500><c> Tagen.</c>\n",
        &["Es regnet seit Tagen."],
    );
}

#[test]
fn subtitles_are_known_by_their_times() {
    let check = |text: &str, expected| {
        assert_eq!(
            is_one(text.as_bytes(), Path::new("a.txt")),
            expected,
            "{text}"
        );
    };
    check("\u{FEFF}WEBVTT\n\n00:01.000 --> 00:02.000\nJa.", true);
    check("\n1\r\n00:00:01,000 --> 00:00:02,000\r\nJa.", true);
    check("WEBVTTER sind Leute.", false);
    check("1\nEs regnet.", false);
    check("00:01 --> 00:02", false);
    let utf_16: Vec<u8> = "\u{FEFF}1\n00:00:01,000 --> 00:00:02,000\nJa."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(is_one(&utf_16, Path::new("a")));
    let article = read_bytes(&utf_16, Path::new("a.srt")).expect("sound");
    assert_eq!(
        (article.text.as_str(), article.source.encoding.as_str()),
        ("Ja.", "UTF-16LE")
    );
}

#[test]
fn huge_files_take_no_time() {
    let head = "1\n00:00:01,000 --> 00:00:02,000\n";
    for piece in [
        "<v Anna>",
        "<",
        "Ja \n",
        "Ja-\n",
        "\n2\n00:00:01,000 --> 00:00:02,000\nJa\n",
        "{\\",
        "--> \n",
        "&amp;",
        "999999999:999999999:9,9 --> 9:9,9\n",
    ] {
        check_sound(
            format!("{head}{}", piece.repeat(100_000)).as_bytes(),
            "a.srt",
        );
    }
}

proptest! {
    #[test]
    fn any_subtitles_are_read_or_refused(pieces in prop::collection::vec(prop::sample::select(vec![
        "1\n", "00:00:01,000 --> 00:00:02,000\n", "99:99.1 --> 1:1,1 x\n", "\n", "<v Anna>", "<v >", "</v>", "<i>", "<", ">", "- ", "[", "]", "*", "♪", "Ja.", "-\n", "ä", "&lt;", "{\\an8}", "<c>", "\0", "\u{A0}", "-->",
    ]), 0..50)) {
        check_sound(format!("WEBVTT\n{}", pieces.concat()).as_bytes(), "a.srt");
        check_sound(format!("1\n00:00:01,000 --> 00:00:02,000\n{}", pieces.concat()).as_bytes(), "a.srt");
    }
}
