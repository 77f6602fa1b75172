//! The `teiHeader`: what the article is, who made the annotations, and what the labels mean.

use std::fmt::Write;

use crate::article::BlockKind;
use crate::exchange::extract::Extract;
use crate::exchange::source_facts::{self, STUB};
use crate::exchange::stem;
use crate::exchange::table::words;
use crate::exchange::xml::{Tag, escaped};

/// Id, description, and the ids and descriptions of its categories.
type Taxonomy = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// What `@ana` points to: taxonomies with their categories.
const TAXONOMIES: [Taxonomy; 5] = [
    (
        "kinds",
        "Wie eine Aussage wiedergegeben ist (Petersen-Frey und Biemann 2024)",
        &[
            ("kind-direct", "direkte Rede"),
            ("kind-indirect", "indirekte Rede"),
            ("kind-reported", "berichtete Rede"),
            ("kind-free_indirect", "erlebte Rede"),
            ("kind-indirect_free_indirect", "frei indirekte Rede"),
        ],
    ),
    (
        "media",
        "Ob etwas geschrieben oder gedacht ist; ohne Angabe: gesprochen",
        &[
            ("medium-writing", "schriftlich"),
            ("medium-thought", "gedacht"),
        ],
    ),
    (
        "stances",
        "Was der Artikel von der Wahrheit einer Aussage erkennen lässt; ohne Angabe: nichts",
        &[
            ("stance-distancing", "distanzierend"),
            ("stance-endorsing", "bekräftigend"),
        ],
    ),
    (
        "verdicts",
        "Was bei der Durchsicht entschieden wurde; ohne Angabe: noch nichts",
        &[
            ("verdict-accepted", "bestätigt"),
            ("verdict-changed", "berichtigt"),
            ("verdict-added", "hinzugefügt"),
            ("key", "Kernaussage des Artikels"),
        ],
    ),
    (
        "reasons",
        "Warum jemand für Sprecher, Adressat oder Quelle gehalten wird",
        &[
            (
                "because-subject",
                "Subjekt des Verbs, das die Aussage ankündigt",
            ),
            (
                "because-preposition",
                "steht bei »laut«, »nach Angaben« oder Ähnlichem",
            ),
            ("because-agent", "steht im Passiv nach »von« oder »durch«"),
            ("because-sentence", "der Satz selbst nennt den Sprecher"),
            ("because-carried_on", "führt die Aussage davor fort"),
            ("because-nearest", "der nächste passende Name im Text"),
            (
                "because-enclosing",
                "Sprecher der Aussage, in der diese steht",
            ),
            ("because-medium", "Medium, über das die Aussage kam"),
            (
                "because-label",
                "steht vor dem Doppelpunkt, mit dem der Absatz beginnt",
            ),
            (
                "because-addressed",
                "wird in den Fragen angesprochen und antwortet hier",
            ),
            ("because-reader", "von Hand festgelegt"),
            (
                "because-editorial",
                "von Hand festgelegt: Worte des Artikels selbst",
            ),
        ],
    ),
];

/// The header.
pub(super) fn header(extract: &Extract<'_>) -> String {
    let mut xml = String::from("<teiHeader>\n");
    xml.push_str(&file(extract));
    xml.push_str(&encoding());
    let language = extract.article().source.language;
    let _ = writeln!(
        xml,
        "<profileDesc><langUsage>{}</langUsage></profileDesc>",
        Tag::new("language")
            .with("ident", language.tag())
            .text(source_facts::language(language))
    );
    if let Some(step) = extract.review().next_undo() {
        let by = match step.stamp.by.as_str() {
            "" => "von Hand berichtigt".to_owned(),
            by => format!("von Hand berichtigt, zuletzt von {by}"),
        };
        let change = Tag::new("change").with("when", step.stamp.at.to_string());
        let _ = writeln!(xml, "<revisionDesc>{}</revisionDesc>", change.text(&by));
    }
    xml.push_str("</teiHeader>\n");
    xml
}

fn file(extract: &Extract<'_>) -> String {
    let source = &extract.article().source;
    let blocks = extract.article().blocks.iter();
    let mut headlines = blocks.filter(|block| block.kind == BlockKind::Headline);
    let headline = headlines
        .next()
        .map(|block| words(extract.text(), &[block.span]));
    let title = headline.or_else(|| source.title.clone());
    let title = title.unwrap_or_else(|| stem(source));
    let author = source
        .byline
        .as_deref()
        .map(|byline| Tag::new("author").text(byline));
    let author = author.map(|author| author + "\n").unwrap_or_default();
    let made_by = match extract.document().made_by.as_str() {
        "" => concat!("wortlaut ", env!("CARGO_PKG_VERSION")),
        made_by => made_by,
    };
    let mut xml = format!(
        "<fileDesc>\n<titleStmt>\n{}\n{author}<respStmt><resp>Namen und Aussagen maschinell gefunden</resp>{}</respStmt>\n</titleStmt>\n",
        Tag::new("title").text(&title),
        Tag::new("name").with("type", "program").text(made_by),
    );
    xml.push_str("<publicationStmt><p>Zum eigenen Gebrauch erstellt.</p></publicationStmt>\n");
    let note = extract.findings().note.trim();
    if !note.is_empty() {
        let note = Tag::new("note").with("type", "reader").text(note);
        let _ = writeln!(xml, "<notesStmt>{note}</notesStmt>");
    }
    let mut facts = vec![Tag::new("title").text(source.title.as_ref().unwrap_or(&title))];
    facts.extend(
        source
            .byline
            .as_deref()
            .map(|byline| Tag::new("author").text(byline)),
    );
    facts.extend(source.agencies.iter().map(|agency| {
        let name = Tag::new("orgName").text(agency);
        let resp = Tag::new("resp").text("Agentur");
        Tag::new("respStmt").around(&format!("{resp}{name}"))
    }));
    // The words as they are: what a page says of its date need not be one.
    facts.extend(
        source
            .date
            .as_deref()
            .map(|date| Tag::new("date").text(date)),
    );
    facts.extend(
        source
            .url
            .as_deref()
            .map(|url| Tag::new("idno").with("type", "URL").text(url)),
    );
    facts.extend(
        source
            .is_stub
            .then(|| Tag::new("note").with("type", "extent").text(STUB)),
    );
    let name = source.path.as_deref().and_then(std::path::Path::file_name);
    facts.extend(name.map(|name| {
        Tag::new("idno")
            .with("type", "file")
            .text(&name.to_string_lossy())
    }));
    if !source.sha256.is_empty() {
        facts.push(
            Tag::new("idno")
                .with("type", "SHA-256")
                .text(&source.sha256),
        );
    }
    let _ = writeln!(
        xml,
        "<sourceDesc>\n<bibl>{}</bibl>\n</sourceDesc>\n</fileDesc>",
        facts.join("\n")
    );
    xml
}

fn encoding() -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut xml = format!(
        "<encodingDesc>\n<appInfo><application ident=\"wortlaut\" version=\"{version}\"><label>Wortlaut</label></application></appInfo>\n\
         <editorialDecl><p>Die Ids der anchor-Elemente zählen die Unicode-Zeichen des Artikels bis zu ihrer Stelle. \
         @when-custom hat die Werte in EDTF (ISO 8601-2).</p></editorialDecl>\n<classDecl>\n"
    );
    for (id, describe, categories) in TAXONOMIES {
        let mut taxonomy = format!("\n<desc>{}</desc>\n", escaped(describe, false));
        for (id, describe) in categories {
            let description = Tag::new("catDesc").text(describe);
            let category = Tag::new("category").with("xml:id", id);
            let _ = writeln!(taxonomy, "{}", category.around(&description));
        }
        let taxonomy = Tag::new("taxonomy").with("xml:id", id).around(&taxonomy);
        let _ = writeln!(xml, "{taxonomy}");
    }
    xml.push_str("</classDecl>\n</encodingDesc>\n");
    xml
}
