//! What web pages of the usual shapes become.

use std::fmt::Write;

use expect_test::{Expect, expect};

use super::*;

fn check(source: &str, expected: &Expect) {
    let article = read(source).expect("few elements");
    let mut listed = String::new();
    for block in &article.blocks {
        let words = block.span.of(&article.text).replace('\n', " ⏎ ");
        let _ = writeln!(listed, "{}: {words}", block.kind.label());
    }
    expected.assert_eq(&listed);
}

const PAGE: &str = r#"<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Neue Brücke über die Leine soll 2027 stehen | Beispielzeitung</title>
<meta name="author" content="Anna Beispiel"><meta property="article:published_time" content="2016-12-08T15:30:00+01:00">
<link rel="canonical" href="https://example.org/bruecke"><style>p{color:red}</style></head><body class="page">
<div class="cookie-consent"><p>Wir verwenden Cookies, um Ihnen mehr zu zeigen. Bitte stimmen Sie zu.</p><button>Zustimmen</button></div>
<nav><ul><li><a href="/">Startseite</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<main><article><header><span class="article__kicker">Verkehr</span><h1>Neue Brücke über die Leine soll 2027 stehen</h1>
<p class="article__lead">Die Stadt will schneller bauen als geplant. Der Rat streitet über die Kosten.</p>
<p class="byline">Von Anna Beispiel</p></header>
<figure><img src="bruecke.jpg"><figcaption>Die alte Brücke am Morgen. <span>Foto: Erika Muster/dpa</span></figcaption></figure>
<p>Hannover (dpa) – Die Stadt plant eine neue Brücke über den Fluss. Das teilte die Bürgermeisterin am Mittwoch mit. Die alte Brücke sei zu schmal, sagte sie.</p>
<div class="ad-slot"><p>Anzeige</p><p>Kaufen Sie jetzt das beste Auto, das es je gab, und fahren Sie damit über jede Brücke.</p></div>
<p>„Der Bau beginnt im Mai“, sagte sie. Die Regierungs&shy;partei stimmte&#32;zu, die Opposition lehnte ab.</p>
<p><a href="/alt">Lesen Sie auch: Warum die alte Brücke so alt ist</a></p>
<h2>Streit um die Kosten</h2>
<p>Die Opposition hält das für zu teuer. „Wir fordern eine Prüfung der Kosten“, sagte ihr Sprecher, der Rat entscheide im März.</p>
<div class="newsletter-box"><p>Unser Newsletter: jeden Morgen das Wichtigste, kostenlos und ohne Mühe in Ihrem Postfach.</p></div>
<p>Der Verkehrsverein begrüßte die Pläne. Er hatte seit Jahren eine breitere Brücke verlangt, auch für Räder. (nch/nin)</p>
</article>
<aside><h2>Meistgelesen</h2><ul><li><a href="/x">Ein anderer Artikel über etwas ganz anderes</a></li></ul></aside>
<section id="comments"><h2>12 Kommentare</h2><p>Endlich! Das wurde aber auch Zeit, schreibt hier jemand, der sonst nie etwas schreibt.</p></section></main>
<footer><p>© 2016 Beispielzeitung. Alle Rechte vorbehalten.</p></footer><script>track("<p>Nein</p>")</script></body></html>"#;

#[test]
fn an_article_comes_without_its_website() {
    check(
        PAGE,
        &expect![[r"
            kicker: Verkehr
            headline: Neue Brücke über die Leine soll 2027 stehen
            lead: Die Stadt will schneller bauen als geplant. Der Rat streitet über die Kosten.
            caption: Die alte Brücke am Morgen. Foto: Erika Muster/dpa
            paragraph: Hannover (dpa) – Die Stadt plant eine neue Brücke über den Fluss. Das teilte die Bürgermeisterin am Mittwoch mit. Die alte Brücke sei zu schmal, sagte sie.
            paragraph: „Der Bau beginnt im Mai“, sagte sie. Die Regierungspartei stimmte zu, die Opposition lehnte ab.
            subheading: Streit um die Kosten
            paragraph: Die Opposition hält das für zu teuer. „Wir fordern eine Prüfung der Kosten“, sagte ihr Sprecher, der Rat entscheide im März.
            paragraph: Der Verkehrsverein begrüßte die Pläne. Er hatte seit Jahren eine breitere Brücke verlangt, auch für Räder.
            signature: (nch/nin)
        "]],
    );
}

#[test]
fn its_metadata_are_known() {
    let source = read(PAGE).expect("few elements").source;
    assert_eq!(
        source.title.as_deref(),
        Some("Neue Brücke über die Leine soll 2027 stehen")
    );
    assert_eq!(source.byline.as_deref(), Some("Anna Beispiel"));
    assert_eq!(source.date.as_deref(), Some("2016-12-08T15:30:00+01:00"));
    assert_eq!(source.url.as_deref(), Some("https://example.org/bruecke"));
}

#[test]
fn a_page_without_structure_is_read_as_well() {
    check(
        "<p>Es regnet seit Tagen.<p>Das sagte der Wetterdienst.",
        &expect![[r"
            paragraph: Es regnet seit Tagen.
            paragraph: Das sagte der Wetterdienst.
        "]],
    );
}

#[test]
fn a_page_without_text_has_no_blocks() {
    check(
        "<html><script>x</script><nav><a href=/>Start</a></nav>",
        &expect![""],
    );
}

#[test]
fn lists_tables_quotes_and_line_breaks_are_shown() {
    check(
        "<html><body><article><h1>Was sich ändert</h1><p>Der Rat beschloss am Mittwoch drei Dinge, wie die Stadt mitteilte:</p>
        <ul><li>Die Brücke wird breiter als die alte.</li><li>Der Bau beginnt im Mai.</li></ul>
        <blockquote><p>Wir bauen jetzt,<br>und zwar schnell.</p></blockquote>
        <p>Der Sprecher nannte das <q>gewagt</q>, stimmte am Ende aber zu.</p></article></body></html>",
        &expect![[r"
            headline: Was sich ändert
            paragraph: Der Rat beschloss am Mittwoch drei Dinge, wie die Stadt mitteilte:
            paragraph: Die Brücke wird breiter als die alte.
            paragraph: Der Bau beginnt im Mai.
            paragraph: Wir bauen jetzt, ⏎ und zwar schnell.
            paragraph: Der Sprecher nannte das „gewagt“, stimmte am Ende aber zu.
        "]],
    );
}

#[test]
fn pages_are_known_by_their_beginning() {
    assert!(is_page("\n<!DOCTYPE html>"));
    assert!(is_page("<HTML lang=de>"));
    assert!(is_page("<?xml version='1.0'?><html>"));
    assert!(!is_page("<p>Ein Text, der mit einem Zeichen beginnt"));
    assert!(!is_page("Ä"));
}
