//! Sources of Rich Text, small ones, and the paragraphs in them.

use super::*;

fn texts(source: &[u8]) -> Vec<String> {
    let contents = read(source, None).expect("sound");
    contents
        .paragraphs
        .into_iter()
        .map(|paragraph| paragraph.text)
        .collect()
}

fn check(source: &[u8], expected: &[&str]) {
    assert_eq!(
        texts(source),
        expected,
        "{}",
        String::from_utf8_lossy(source)
    );
}

#[test]
fn characters_are_read_in_the_code_page_of_their_font() {
    check(
        b"{\\rtf1\\ansi\\ansicpg1252 Gr\\'f6\\'dfe\\par}",
        &["Größe"],
    );
    check(
        b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}}Gr\\'f6 \\f1 Pra\\'9esk\\'fd{\\f0 \\'fd}\\'9e}",
        &["Grö Pražskýýž"],
    );
    check(b"{\\rtf1\\pca F\\'81r}", &["Für"]);
    check(b"{\\rtf1\\mac Gr\\'9a\\'a7e}", &["Größe"]);
    check(
        b"{\\rtf1{\\fonttbl{\\f1\\fcharset128 M;}}\\f1 \\'93\\'fa\\'96\\'7b}",
        &["日本"],
    );
}

#[test]
fn unicode_characters_replace_what_stands_for_them() {
    check(b"{\\rtf1 a\\u228?b\\u8211\\'96c}", &["aäb–c"]);
    check(
        b"{\\rtf1\\uc2 a\\u228\\'61\\'65b{\\uc0\\u223}\\u223ssx}",
        &["aäbßßx"],
    );
    check(b"{\\rtf1\\uc1 \\u-10179?\\u-8704?!}", &["😀!"]);
    check(b"{\\rtf1 \\u-10179? a\\u-8704?}", &[" a\u{FFFD}"]);
}

#[test]
fn what_is_no_text_of_the_article_is_left_out() {
    check(
        b"{\\rtf1{\\header Kopf}{\\*\\unbekannt x{y}}{\\pict\\wmetafile8 0102}Ja{\\footnote Fu\\'df}{\\v versteckt}{\\deleted weg}.\\par{\\*\\shppict{\\pict 00}}}",
        &["Ja."],
    );
    check(
        b"{\\rtf1{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt das Amt}} baut}",
        &["das Amt baut"],
    );
    check(b"{\\rtf1 a{\\upr{b}{\\*\\ud{\\u228?}}}c}", &["aäc"]);
    check(
        b"{\\rtf1 Hoch\\-wasser\\_Amt 5\\~Euro\\line x\\bin3 }}}y}",
        &["Hochwasser-Amt 5\u{A0}Euro\nxy"],
    );
    check(b"{\\rtf1{\\listtext\\'b7\\tab}Punkt\\par}", &["Punkt"]);
}

#[test]
fn rows_of_tables_are_paragraphs() {
    check(
        b"{\\rtf1\\trowd\\intbl Jahr\\cell Euro\\cell\\row\\trowd 2016\\cell 5\\cell\\row}",
        &["Jahr\tEuro\t", "2016\t5\t"],
    );
}

#[test]
fn styles_and_information_are_kept() {
    let source = b"{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\*\\cs2 Fett;}}{\\info{\\title Fl\\'fct}{\\author Anna}{\\creatim\\yr2016\\mo12\\dy8\\hr15\\min30}{\\revtim\\yr2020}}\\s1 A\\par\\pard B\\par{\\pard\\outlinelevel1 C\\par}}";
    let contents = read(source, None).expect("sound");
    assert_eq!(
        (contents.title.as_str(), contents.author.as_str()),
        ("Flüt", "Anna")
    );
    assert_eq!(contents.created, [2016, 12, 8, 15, 30]);
    let style = contents.styles.get(&1).expect("it is there");
    assert_eq!(
        (style.name.as_str(), style.outline_level),
        ("heading 1", Some(0))
    );
    let found: Vec<_> = contents
        .paragraphs
        .iter()
        .map(|p| (p.text.as_str(), p.style, p.outline_level))
        .collect();
    assert_eq!(found, [("A", 1, None), ("B", 0, None), ("C", 0, Some(1))]);
}

#[test]
fn a_file_that_is_cut_off_or_too_deep_is_refused() {
    assert!(matches!(
        read(b"{\\rtf1 Es regnet", None),
        Err(Refusal::Damaged(_))
    ));
    assert_eq!(
        read(&b"{".repeat(1_000_000), None).err(),
        Some(Refusal::Bloated)
    );
    check(b"{\\rtf1 Ja.}\0\0}", &["Ja."]);
}

#[test]
fn a_chosen_encoding_goes_before_that_of_the_file() {
    let source = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}}\\f0 5 \\'a4\\par}";
    let contents = read(source, Some("iso-8859-15")).expect("sound");
    assert_eq!(contents.paragraphs[0].text, "5 €");
    assert_eq!(contents.encoding, "ISO-8859-15");
}
