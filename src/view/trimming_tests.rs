//! What a selection means.

use super::*;
use crate::article::from_text;
use proptest::prelude::*;

/// Selects what stands between `[` and `]` in a text.
fn selected(marked: &str) -> (Article, Span) {
    let (start, end) = (
        marked.find('[').expect("a beginning"),
        marked.find(']').expect("an end"),
    );
    let text = marked.replace(['[', ']'], "");
    (from_text(text), Span::new(start, end - 1))
}

fn check_name(marked: &str, expected: &str) {
    let (article, span) = selected(marked);
    let found = name(&article, span).map(|span| span.of(&article.text));
    assert_eq!(found.unwrap_or_default(), expected, "{marked}");
}

fn check_statement(marked: &str, expected: &[&str]) {
    let (article, span) = selected(marked);
    let found: Vec<&str> = statement(&article, span)
        .into_iter()
        .map(|span| span.of(&article.text))
        .collect();
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn blanks_and_punctuation_are_dropped() {
    check_name("Gestern kam[ Erika Ohnesorg, ]aber", "Erika Ohnesorg");
    check_name("sagte Kurt [Weide.]", "Weide");
    check_name("so [(Neustadt)] hieß", "Neustadt");
    check_name("[„Der Spiegel“] schrieb", "Der Spiegel");
    check_name("[„Ohnesorg]“", "Ohnesorg");
    check_name("er – [– Weide –] ging", "Weide");
    check_name("bei [Anna 👩‍👧] daheim", "Anna");
    check_name("[\u{AD}Neu\u{AD}stadt\u{AD}] liegt", "Neu\u{AD}stadt");
}

#[test]
fn words_are_completed_up_to_a_hyphen() {
    check_name("die [Brüc]ke dort", "Brücke");
    check_name("die B[rücke] dort", "Brücke");
    check_name("die [SPD]-Fraktion", "SPD");
    check_name("die SPD-F[raktion]", "Fraktion");
    check_name("[Weide]s Hut", "Weides");
    check_name("die [Neu]\u{AD}stadt dort", "Neu\u{AD}stadt");
    check_name("ein [Na]\u{308}he-Bild", "Na\u{308}he");
    check_statement("Sie sagte, [er geh]e heim.", &["er gehe"]);
}

#[test]
fn abbreviations_stay_whole() {
    check_name("mit [Dr.] Weide", "Dr.");
    check_name("mit [Dr] . Weide", "Dr");
    check_name("mit [Dr]. Weide", "Dr.");
    check_name("die [U.S.] von heute", "U.S.");
    check_name("die [U.S]. von heute", "U.S.");
    check_name("die U.[S.] von heute", "U.S.");
    check_name("der Verein [Brücke e.V]. von heute", "Brücke e.V.");
    check_name("das war [Neustadt.] Dann", "Neustadt");
}

#[test]
fn signs_that_belong_to_a_name_stay() {
    check_name("rund [80 %] davon", "80 %");
    check_name("nur [-5 °] kalt", "-5 °");
    check_name("nach [§ 218,] Absatz", "§ 218");
    check_name("[Hans’] Bruder", "Hans’");
    check_name("‚[Hans’,] rief", "Hans’");
    check_name("[Projekt „Brücke“] läuft", "Projekt „Brücke“");
    check_name("das [„Brücke“-Projekt,] das", "„Brücke“-Projekt");
    check_name("[Bund (BfN),] der", "Bund (BfN)");
    check_name("[„Ja“ und „Nein“] hieß es", "„Ja“ und „Nein“");
}

#[test]
fn a_name_stands_in_one_paragraph_and_has_a_letter() {
    check_name("Kurt [Weide\n\nErika] Ohnesorg", "");
    check_name("Kurt [Weide.\n\n]Erika Ohnesorg", "Weide");
    check_name("Ach [… –] so", "");
    check_name("Ach [👩‍👧] so", "");
    check_name("Ach [] so", "");
}

#[test]
fn a_statement_keeps_its_quotation_marks_and_loses_the_rest() {
    check_statement(
        "[„Wir bauen die Brücke“, ]sagte sie",
        &["„Wir bauen die Brücke“"],
    );
    check_statement("sagte[: „Das ist neu.“] Dann", &["„Das ist neu.“"]);
    check_statement("[, der Bau sei bezahlt.]", &["der Bau sei bezahlt"]);
    check_statement("sie fragte[, ob das reiche?]", &["ob das reiche?"]);
    check_statement("sagte „[Das ist neu“, sagte] er", &["Das ist neu“, sagte"]);
    check_statement(
        "Er sagte[, er gehe.\n\nUnd er bleibe.] Ja",
        &["er gehe", "Und er bleibe"],
    );
    check_statement("Ach [… ,] so", &[]);
}

proptest! {
    #[test]
    fn whatever_is_selected_a_part_of_the_text_comes_out(
        text in "[„“‚‘’\"»«(). ,UaßÄ8%👩\u{AD}\n-]{0,40}",
        start in 0_usize..60,
        length in 0_usize..60,
    ) {
        let article = from_text(text);
        let fits = |mut at: usize| {
            at = at.min(article.text.len());
            while !article.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (start, end) = (fits(start), fits(start + length));
        let span = Span::new(start, end);
        if let Some(name) = name(&article, span) {
            let words = name.of(&article.text);
            prop_assert!(words.contains(char::is_alphanumeric));
            prop_assert_eq!(words.trim(), words);
            prop_assert!(article.blocks.iter().any(|block| block.span.contains(name)));
        }
        let content = statement(&article, span);
        prop_assert!(content.is_sorted_by(|one, next| one.end() <= next.start()));
        for part in content {
            prop_assert!(part.of(&article.text).contains(char::is_alphanumeric));
        }
    }
}
