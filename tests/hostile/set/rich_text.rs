//! Rich Text: groups without end, binary data without end, numbers that are none.

use super::Expected::{Either, Message, Reading};
use super::{Hostile, SENTENCE, text};

/// A file with this in it, and a sentence behind.
fn rtf(body: &str) -> String {
    format!("{{\\rtf1\\ansi\\ansicpg1252 {body}\\par Es regnet seit Tagen.\\par}}")
}

const WORDS: &str = "Es regnet seit Tagen.";

pub fn files() -> Vec<Hostile> {
    const N: usize = 100_000;
    vec![
        text("deep.rtf", Message("unpacks to more"), || {
            rtf(&["{".repeat(N), "}".repeat(N)].concat())
        }),
        text("open.rtf", Message(""), || rtf(&"{\\b".repeat(500))),
        text("closed.rtf", Either, || rtf(&"}".repeat(N))),
        text("binary.rtf", Message("damaged"), || rtf("\\bin2147483647 ")),
        text("binary-negative.rtf", Either, || {
            rtf("\\bin-2147483648 \\bin99999999999999999999")
        }),
        text("unicode.rtf", Either, || {
            rtf(
                &"\\u55296?\\u-1?\\u56320?\\u1114112?\\u-99999999999?\\uc99999\\u0 \\uc-1 "
                    .repeat(1000),
            )
        }),
        text("hex.rtf", Reading(WORDS), || {
            rtf(&"\\'zz\\'\\'4\\'e4".repeat(N / 10))
        }),
        text("paragraphs.rtf", Reading(WORDS), || {
            rtf(&"\\par\\pard Wort".repeat(N))
        }),
        text("fonts.rtf", Reading(WORDS), || {
            let fonts: String = (0..N)
                .map(|index| format!("{{\\f{index}\\fcharset204 A;}}"))
                .collect();
            rtf(&format!(
                "{{\\fonttbl{fonts}}}{{\\stylesheet{}}}",
                fonts.replace("\\f", "\\s")
            ))
        }),
        text("switches.rtf", Reading(WORDS), || {
            rtf(&"\\f1\\f0\\b\\b0\\v\\v0 a".repeat(N))
        }),
        text("picture.rtf", Reading(WORDS), || {
            rtf(&format!(
                "{{\\pict\\picw2147483647\\pngblip {}}}",
                "89504e47".repeat(4_000_000)
            ))
        }),
        text("object.rtf", Reading(WORDS), || {
            rtf(
                "{\\object\\objautlink\\objupdate{\\*\\objclass Word.Document.8}{\\*\\objdata 0105}}{\\field{\\*\\fldinst{INCLUDETEXT \"file:///etc/passwd\"}}{\\fldrslt }}{\\*\\template http://127.0.0.1:9/a.dotm}",
            )
        }),
        text("fields.rtf", Either, || {
            rtf(&"{\\field{\\*\\fldinst{HYPERLINK x}}{\\fldrslt a".repeat(300))
        }),
        text("words.rtf", Either, || {
            format!(
                "{{\\rtf1 {}{SENTENCE}}}",
                format!("\\{}", "a".repeat(1000)).repeat(10_000)
            )
        }),
        text("only-a-head.rtf", Either, || "{\\rtf1".to_owned()),
    ]
}
