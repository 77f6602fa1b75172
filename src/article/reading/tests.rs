//! Whatever the bytes are: an article that keeps its promises, or a message, within seconds.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::article::{Looks, MAX_WORDS};

/// Reads and checks the promises of an article; returns what happened.
fn check(bytes: &[u8], name: &str) -> Result<Article, ReadError> {
    let start = Instant::now();
    let outcome = read_bytes(bytes, Path::new(name));
    // Against blow-ups only: a test build on a busy machine is a hundred times slower than the program.
    assert!(
        start.elapsed() < Duration::from_secs(100),
        "{name} took {:?}",
        start.elapsed()
    );
    if let Ok(article) = &outcome {
        assert_sound(article);
        assert!(!article.blocks.is_empty());
    }
    outcome
}

fn assert_sound(article: &Article) {
    assert!(!article.text.contains('\r'));
    let mut end = 0;
    for block in &article.blocks {
        let words = article.text.get(block.span.range());
        let words = words.expect("inside the text, on character boundaries");
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
        assert!(end <= block.span.start(), "sorted and disjoint");
        end = block.span.end();
    }
}

fn noise(n_bytes: usize) -> Vec<u8> {
    let mut state = 7_u64;
    let mut random = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..n_bytes).map(|_| random()).collect()
}

#[test]
fn noise_is_told_from_text() {
    for name in ["a.txt", "a.md", "a.html", "a"] {
        let outcome = check(&noise(10_000_000), name);
        assert!(
            matches!(
                outcome,
                Err(ReadError::Binary {
                    looks: Looks::Data,
                    ..
                })
            ),
            "{outcome:?}"
        );
    }
}

#[test]
fn every_reason_has_its_own_message() {
    let outcome = |bytes: &[u8]| check(bytes, "a.txt").expect_err("no article");
    assert!(matches!(outcome(b""), ReadError::Empty { .. }));
    assert!(matches!(
        outcome(b" \r\n\t\xC2\xA0\n"),
        ReadError::Blank { .. }
    ));
    assert!(matches!(outcome(b"\xEF\xBB\xBF"), ReadError::Blank { .. }));
    assert!(matches!(
        outcome(b"PK\x03\x04"),
        ReadError::Binary {
            looks: Looks::Zip,
            ..
        }
    ));
    let large = vec![b'a'; MAX_BYTES as usize + 1];
    assert!(matches!(outcome(&large), ReadError::TooLarge { .. }));
    let long = "Wort ".repeat(MAX_WORDS + 1);
    assert!(matches!(
        outcome(long.as_bytes()),
        ReadError::TooLong { .. }
    ));
    let page = check(format!("<p>{long}").as_bytes(), "a.html");
    assert!(matches!(page, Err(ReadError::TooLong { .. })), "{page:?}");
    let page = check(
        b"<html><title></title><button>Start</button><script>x</script>",
        "a.html",
    );
    assert!(matches!(page, Err(ReadError::NoArticle { .. })), "{page:?}");
}

#[test]
fn files_that_are_none_are_told() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let read = |path: &Path| read_file(path).expect_err("no file");
    assert!(matches!(
        read(&folder.path().join("a.txt")),
        ReadError::Missing { .. }
    ));
    assert!(matches!(read(folder.path()), ReadError::EmptyFolder { .. }));
    std::fs::write(folder.path().join("a.txt"), "Es regnet.").expect("writable");
    assert!(matches!(read(folder.path()), ReadError::Folder { .. }));
    let inside_a_file = folder.path().join("a.txt/b.txt");
    assert!(matches!(read(&inside_a_file), ReadError::Missing { .. }));
}

#[cfg(unix)]
#[test]
fn a_device_is_no_file() {
    let error = read_file(Path::new("/dev/zero")).expect_err("endless");
    assert!(matches!(error, ReadError::NotAFile { .. }));
}

#[test]
fn a_stream_without_end_is_too_large() {
    let error = read_from(std::io::repeat(b'a'), Path::new("-")).expect_err("endless");
    assert!(matches!(error, ReadError::TooLarge { .. }));
}

#[test]
fn a_web_page_in_a_text_file_is_a_web_page() {
    let article = check(b"<!doctype html><p>Es regnet seit Tagen.", "a.txt").expect("an article");
    assert_eq!(
        (article.source.format, article.text.as_str()),
        (Format::Html, "Es regnet seit Tagen.")
    );
}

#[test]
fn pasted_text_is_read_like_a_file() {
    let article = from_text("Es regnet.\r\nSeit Tagen.".to_owned());
    assert_sound(&article);
    assert_eq!(article.text, "Es regnet.\nSeit Tagen.");
    assert_eq!(article.blocks.len(), 2);
    assert_eq!(article.source.sha256.len(), 64);
}

#[test]
fn long_lines_and_many_paragraphs_are_read() {
    for name in ["a.txt", "a.md", "a.html"] {
        let line = "Es regnet, sagte sie. ".repeat(60_000);
        check(line.as_bytes(), name).expect("an article");
        check("Wort\n\n".repeat(100_000).as_bytes(), name).expect("an article");
        check("Wort\n".repeat(100_000).as_bytes(), name).expect("an article");
        check("„»\"‚‘“ ".repeat(50_000).as_bytes(), name).expect("an article");
        check("Es regnet.\0 Seit Tagen. ".repeat(10_000).as_bytes(), name).expect("an article");
    }
}

#[test]
fn deep_and_unclosed_pages_are_read_or_refused() {
    let n = 100_000;
    let text = "Es regnet seit Tagen, sagte sie.";
    let repeated = |piece: &str| format!("<html>{}{text}", piece.repeat(n));
    for piece in [
        "<div>",
        "<p>",
        "<b>",
        "<b><p>",
        "<a href=x><p>",
        "<table><tr><td>",
        "<ul><li>",
        "<span><div></span>",
        "<svg><g>",
        "<title>",
        "<script>",
        "<!--",
        "<!",
        "</",
        "<p class=\"",
        "<p a=",
        "<h1>",
        "<blockquote>",
        "<q>",
        "<figcaption>",
        "<font color=1><p>",
        "<select><option>",
        "<template>",
        "<br>",
        "&amp;",
        "&#x",
        "<nav>",
        "<table>",
        "<p>Wort</p>",
        "<div class=ad>",
        "<p><strong>Wort</strong></p>",
    ] {
        let page = repeated(piece);
        let _ = check(page.as_bytes(), "a.html");
    }
    let _ = check(
        format!("<p {}>{text}", "a b c=d ".repeat(n)).as_bytes(),
        "a.html",
    );
    let nested = format!("{}{text}{}", "<div>".repeat(n), "</div>".repeat(n));
    let article = check(nested.as_bytes(), "a.html").expect("an article");
    assert_eq!(article.text, text);
}

#[test]
fn deep_markdown_is_read() {
    for piece in [
        "> ", "- ", "[", "![", "*a ", "_", "`", "<", "**a", "[a](", "\\", "|a|\n", "#", "~~a",
        "1. ", "&", "[^1]: ", "\n---\n", "***",
    ] {
        let source = format!("{}Es regnet.", piece.repeat(100_000));
        let _ = check(source.as_bytes(), "a.md");
    }
}

/// Fragments that pages and texts are made of, in any order.
fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div class=\"ad\">",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2>",
        "Es regnet, sagte sie. ",
        "„Ja“",
        "\n",
        "\n\n",
        " ",
        "<br>",
        "<a href='x'>",
        "</a>",
        "<b>",
        "</b>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<figure>",
        "<figcaption>",
        "</figcaption>",
        "<svg>",
        "</svg>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<!--",
        "-->",
        "<",
        ">",
        "&auml;",
        "&#0;",
        "\u{E000}",
        "\u{AD}",
        "\0",
        "😀",
        "<p class=\"caption\">",
        "<span class=kicker>",
        "<p class=lead>",
        "(dpa)",
        "Von Anna Beispiel",
        "# ",
        "- ",
        "* ",
        "**",
        "> ",
        "| a | b |",
        "```",
        "---\n",
        "title: x\n",
        "Foto: dpa",
        "8. Dezember 2016",
        "\r",
        "\r\n",
        "<time datetime=\"2016-12-08\">",
        "<li>",
        "<ul>",
        "</ul>",
        "<header>",
        "</header>",
        "<article>",
        "<body>",
        "<html>",
        "<form>",
        "<nav>",
        "</nav>",
        "<q>",
        "Überschrift",
        "Wort ",
        "\u{a0}",
        "\u{2028}",
    ]);
    prop::collection::vec(fragment, 0..60).prop_map(|fragments| fragments.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), name in prop::sample::select(vec!["a.txt", "a.md", "a.html"])) {
        let _ = check(&bytes, name);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}|[a-zA-ZäöüÄ \n\t.„“<>/=\"#*_-]{0,300}", name in prop::sample::select(vec!["a.txt", "a.md", "a.html"])) {
        let _ = check(text.as_bytes(), name);
        assert_sound(&from_text(text));
    }

    #[test]
    fn any_fragments_are_read_or_refused(source in fragments(), name in prop::sample::select(vec!["a.txt", "a.md", "a.html"])) {
        let _ = check(source.as_bytes(), name);
    }

    #[test]
    fn plain_text_stays_as_it_is(text in "[a-zA-ZäöüßÄÖÜ „“.,:!?()\n\t0-9😀-]{1,300}") {
        prop_assume!(!text.trim().is_empty());
        let article = check(text.as_bytes(), "a.txt").expect("an article");
        prop_assert_eq!(article.text, text);
    }

    #[test]
    fn every_visible_character_of_plain_text_stands_in_a_block(text in "[a-zA-ZäöüÄ .,\n]{1,300}") {
        let article = from_text(text);
        let shown: usize = article.blocks.iter().map(|b| b.span.of(&article.text).chars().filter(|c| !c.is_whitespace()).count()).sum();
        prop_assert_eq!(shown, article.text.chars().filter(|c| !c.is_whitespace()).count());
    }
}

#[test]
fn every_format_with_an_encoding_heeds_a_chosen_one() {
    let subtitles = b"1\n00:00:01,000 --> 00:00:02,000\nEs kostet 5 \xA4.\n";
    let mail = b"From: a@b.de\nTo: c@d.de\nSubject: Preis\nMessage-ID: <1@b.de>\nContent-Type: text/plain; charset=iso-8859-1\n\nEs kostet 5 \xA4.\n";
    let rich = b"{\\rtf1\\ansi Es kostet 5 \\'a4.\\par}";
    for (bytes, name) in [
        (subtitles.as_slice(), "a.srt"),
        (mail.as_slice(), "a.eml"),
        (rich.as_slice(), "a.rtf"),
        (b"Es kostet 5 \xA4.".as_slice(), "a.txt"),
    ] {
        let article = read_in(bytes, Path::new(name), Some("iso-8859-15")).expect("it is text");
        assert!(article.text.contains("5 €"), "{name}: {}", article.text);
        assert_eq!(article.source.encoding, "ISO-8859-15", "{name}");
    }
}
