//! Labels of speakers are told from other words before colons.

use super::*;
use crate::article::{from_text, read_bytes};
use std::path::Path;

/// "label: paragraph | paragraph", with "?" before those who ask.
fn shown(article: &Article) -> Vec<String> {
    let text = article.text.as_str();
    let shown = turns(article).into_iter().map(|turn| {
        let said: Vec<&str> = turn.said.iter().map(|span| span.of(text)).collect();
        let asks = if turn.asks { "?" } else { "" };
        let label = turn.label.map_or("", |label| label.of(text));
        format!("{asks}{label}: {}", said.join(" | "))
    });
    shown.collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(&from_text(text.to_owned())), expected, "{text}");
}

const INTERVIEW: &str = "Brücke wird teurer\n\nDie Bürgermeisterin über Kosten und Geduld.\n\n\
    Frage: Frau Ohnesorg, wird die Brücke teurer?\n\nOhnesorg (parteilos): Das fürchte ich. Wir rechnen noch.\n\n\
    Es wird ein hartes Jahr.\n\nFrage: Wann wird gebaut?\n\nOHNESORG: Ich hoffe, im Mai.\n\n\
    Das Gespräch führte Anna Beispiel.";

#[test]
fn an_interview_has_turns_that_go_on_until_the_next() {
    check(
        INTERVIEW,
        &[
            "?Frage: Frau Ohnesorg, wird die Brücke teurer?",
            "Ohnesorg: Das fürchte ich. Wir rechnen noch. | Es wird ein hartes Jahr.",
            "?Frage: Wann wird gebaut?",
            "OHNESORG: Ich hoffe, im Mai.",
        ],
    );
}

#[test]
fn whoever_mostly_asks_is_the_interviewer() {
    check(
        "NEUSTADT ONLINE: Herr Dr. Weber, Sie bauen?\n\nDr. Jens Weber: Ja, wir bauen.\n\n\
         NEUSTADT ONLINE: Wann sind Sie fertig?\n\nDr. Jens Weber: Das weiß ich nicht.",
        &[
            "?NEUSTADT ONLINE: Herr Dr. Weber, Sie bauen?",
            "Dr. Jens Weber: Ja, wir bauen.",
            "?NEUSTADT ONLINE: Wann sind Sie fertig?",
            "Dr. Jens Weber: Das weiß ich nicht.",
        ],
    );
}

#[test]
fn time_codes_and_lines_of_one_paragraph_are_seen_through() {
    let page = b"<html><body><article><h1>Streit um den Hafen</h1><p>Zwei Stimmen aus dem Rat der Stadt zum Bau des neuen Hafens am Fluss.</p>\
        <p><b>Rau:</b> Ich bin dagegen, und zwar aus gutem Grund.<br><b>Wolf:</b> Wir brauchen den Hafen aber, Frau Rau.<br>\
        <b>Rau:</b> Das sehe ich anders, das wissen Sie.</p></article></body></html>";
    let article = read_bytes(page, Path::new("streit.html")).expect("it is a page");
    assert_eq!(
        shown(&article),
        [
            "Rau: Ich bin dagegen, und zwar aus gutem Grund.",
            "Wolf: Wir brauchen den Hafen aber, Frau Rau.",
            "Rau: Das sehe ich anders, das wissen Sie.",
        ]
    );
    check(
        "[00:00:05] Rau: Ich bin dagegen.\n\n[00:00:09] Wolf: Wir sind dafür.\n\n[00:00:12] Rau: Ich nicht.",
        &[
            "Rau: Ich bin dagegen.",
            "Wolf: Wir sind dafür.",
            "Rau: Ich nicht.",
        ],
    );
}

#[test]
fn questions_set_as_headings_are_paragraphs() {
    let article = from_text(INTERVIEW.replace("Wann wird gebaut?", "Wann"));
    let kind = |words: &str| {
        let mut blocks = article.blocks.iter();
        let block = blocks.find(|block| block.span.of(&article.text).starts_with(words));
        block.map(|block| block.kind)
    };
    assert_eq!(kind("Frage: Wann"), Some(BlockKind::Paragraph));
    assert_eq!(kind("Brücke"), Some(BlockKind::Headline));
}

#[test]
fn a_colon_makes_no_interview() {
    check(
        "Wahl in Neustadt\n\nCDU: Die Partei will die Brücke bauen.\n\nSPD: Die Partei will sie nicht bauen.\n\n\
         CDU: Auch den Hafen will sie bauen.\n\nSPD: Den Hafen will sie auch.",
        &[],
    );
    check(
        "Wetter\n\nKüste: Regen und Sturm.\n\nBerge: Schnee bis ins Tal.\n\nKüste: Am Abend wird es trocken.",
        &[],
    );
    check(
        "Streit\n\nOhnesorg: „Ich baue die Brücke.“\n\nRottmann: „Wir nicht.“\n\nOhnesorg: „Das sehe ich anders.“",
        &[],
    );
    check("Fazit: Ich sage nein.\n\nFazit: Wir sagen ja.", &[]);
    check("Ohnesorg: Ich baue die Brücke.", &[]);
}

const UNLABELLED: &str = "„Der Deich hält“\n\nDie Ingenieurin Elif Arslan über Sturmfluten.\n\n\
    Guten Tag, Frau Dr. Arslan, wie hoch ist der Deich?\n\nAcht Meter. Ich war gestern oben.\n\nEr ist breit, das hilft.\n\n\
    (lacht)\n\nReicht Ihnen das?\n\nWarum sollte es nicht reichen? Wir haben lange gerechnet.\n\n\
    Und wenn Sie sich irren?\n\nDann wird es nass.\n\nElif Arslan, 58, lebt in Husum.\n\nDas Gespräch führte Ole Petersen.";

#[test]
fn whoever_the_first_question_calls_by_name_answers() {
    check(
        UNLABELLED,
        &[
            "?: Guten Tag, Frau Dr. Arslan, wie hoch ist der Deich?",
            "Frau Dr. Arslan: Acht Meter. Ich war gestern oben. | Er ist breit, das hilft.",
            "?: Reicht Ihnen das?",
            "Frau Dr. Arslan: Warum sollte es nicht reichen? Wir haben lange gerechnet.",
            "?: Und wenn Sie sich irren?",
            "Frau Dr. Arslan: Dann wird es nass.",
        ],
    );
}

#[test]
fn questions_in_bold_are_told_from_those_in_an_answer() {
    let page = "<html><body><article><h1>„Wir zählen jeden Zug“</h1><p>Der Bahnfreund Ulf Brandt hat ein Hobby, das Geduld verlangt.</p>\
        <p><strong>Herr Brandt, warum zählen Sie Züge?</strong></p><p>Weil ich es kann.</p><p>Und warum auch nicht?</p>\
        <p><strong>Wie viele waren es gestern?</strong></p><p>Das waren 412, so viele wie noch nie.</p>\
        <p><strong>Hört Ihre Familie da noch zu?</strong></p><p>Meine Tochter schon.</p></article></body></html>";
    let article = read_bytes(page.as_bytes(), Path::new("a.html")).expect("it is a page");
    assert_eq!(
        shown(&article),
        [
            "?: Herr Brandt, warum zählen Sie Züge?",
            "Herr Brandt: Weil ich es kann. | Und warum auch nicht?",
            "?: Wie viele waren es gestern?",
            "Herr Brandt: Das waren 412, so viele wie noch nie.",
            "?: Hört Ihre Familie da noch zu?",
            "Herr Brandt: Meine Tochter schon.",
        ]
    );
}

#[test]
fn questions_to_nobody_are_headings() {
    check(
        "Was Sie wissen müssen\n\nWann fährt die Bahn wieder?\n\nAm Montag, hoffen wir.\n\nWer zahlt?\n\nDer Bund.\n\n\
         Was sagt der Rat?\n\nEr schweigt.",
        &[],
    );
    check(
        "Herr Weber, übernehmen Sie?\n\nSo rief es gestern durch den Saal. Ich war dabei.\n\nWeber kam. Er ging wieder.",
        &[],
    );
}
