//! What web pages of the usual shapes become.

use expect_test::{Expect, expect};

use super::*;
use crate::article::shown::shown;

fn check(source: &str, expected: &Expect) {
    let article = read(source).expect("few elements");
    expected.assert_eq(&shown(&article));
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

#[test]
fn a_headline_of_the_second_level_with_its_kicker_and_what_stands_apart_from_the_text() {
    check(
        r#"<html><head><title>Hannover: Warum der Rat für die Brücke stimmte - DAS BEISPIEL</title>
        <script type="application/ld+json">[{"@type":"NewsArticle","headline":"Hannover: Warum der Rat für die Brücke stimmte"}]</script></head><body>
        <div data-area="header"><a href="/">Zur Startseite</a> <span>Abo</span></div><main><article>
        <header><h2><span class="block">Streit um Verkehr</span> <span>Warum der Rat für die Brücke stimmte</span></h2>
        <div>Vierzig Millionen Euro für eine Brücke: Der Rat hat zugestimmt, die Opposition tobt. Was nun folgt.</div></header>
        <section><div class="top"><figure><img src="x"><figcaption><p>Brücke in Hannover: »Ein guter Tag«</p><span>Foto: Erika Muster / dpa</span></figcaption></figure></div>
        <div><div class="text"><p>Der Rat der Stadt hat am Dienstag mit knapper Mehrheit für den Bau einer neuen Brücke gestimmt. »Das ist ein guter Tag«, sagte Bürgermeisterin Anna Beispiel nach der Sitzung.</p>
        <p>Die Opposition kritisierte die Kosten. Ihr Sprecher Jörg Muster sagte, 40 Millionen Euro seien »nicht zu verantworten«.</p></div>
        <section aria-label="Mehr"><h3>Mehr zum Thema</h3><article><a href="/y">Die Brücke der Anderen</a></article></section>
        <div class="text"><h3>Der Preis</h3><p>Der Verkehrsverein zeigte sich erleichtert. Nach Angaben des Vereins warten 20.000 Pendler auf die neue Brücke. Der Bau solle im Mai beginnen, hieß es.</p></div></div></section>
        <footer><div>jmu/dpa</div></footer></article><section>Feedback</section></main></body></html>"#,
        &expect![[r"
            kicker: Streit um Verkehr
            headline: Warum der Rat für die Brücke stimmte
            lead: Vierzig Millionen Euro für eine Brücke: Der Rat hat zugestimmt, die Opposition tobt. Was nun folgt.
            caption: Brücke in Hannover: »Ein guter Tag« Foto: Erika Muster / dpa
            paragraph: Der Rat der Stadt hat am Dienstag mit knapper Mehrheit für den Bau einer neuen Brücke gestimmt. »Das ist ein guter Tag«, sagte Bürgermeisterin Anna Beispiel nach der Sitzung.
            paragraph: Die Opposition kritisierte die Kosten. Ihr Sprecher Jörg Muster sagte, 40 Millionen Euro seien »nicht zu verantworten«.
            subheading: Der Preis
            paragraph: Der Verkehrsverein zeigte sich erleichtert. Nach Angaben des Vereins warten 20.000 Pendler auf die neue Brücke. Der Bau solle im Mai beginnen, hieß es.
            signature: jmu/dpa
        "]],
    );
}

#[test]
fn a_page_of_the_nineties_with_its_text_in_a_table() {
    check(
        "<HTML><HEAD><TITLE>Lokales</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=100%><TR><TD><A HREF=a.html>Start</A><BR><A HREF=b.html>Sport</A></TD>
        <TD><FONT SIZE=5><B>Neue Brücke kommt</B></FONT><BR><BR>
        Hannover - Der Rat der Stadt hat am Dienstag mit knapper Mehrheit für den Bau einer neuen Brücke gestimmt, teilte die Stadt am Abend nach der langen Sitzung mit.<BR><BR>
        Die Opposition kritisierte die Kosten. Ihr Sprecher Jörg Muster sagte, 40 Millionen Euro seien nicht zu verantworten. Die Stadt müsse anderswo sparen, meinte er.<BR><BR>
        Der Verkehrsverein zeigte sich erleichtert. Der Bau solle im Mai beginnen, hieß es.</TD></TR></TABLE>",
        &expect![[r"
            headline: Neue Brücke kommt
            paragraph: Hannover - Der Rat der Stadt hat am Dienstag mit knapper Mehrheit für den Bau einer neuen Brücke gestimmt, teilte die Stadt am Abend nach der langen Sitzung mit.
            paragraph: Die Opposition kritisierte die Kosten. Ihr Sprecher Jörg Muster sagte, 40 Millionen Euro seien nicht zu verantworten. Die Stadt müsse anderswo sparen, meinte er.
            paragraph: Der Verkehrsverein zeigte sich erleichtert. Der Bau solle im Mai beginnen, hieß es.
        "]],
    );
}
