//! Where fuzzing starts from: the project's own samples, and what the program writes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use encoding_rs::{WINDOWS_1252, mem};
use regex::bytes::Regex;
use wortlaut::exchange::{Extract, Format, json};
use zip::ZipArchive;

use crate::checks::{packing, traps};

/// A file: its name and what is in it.
pub type Seed = (String, Vec<u8>);

/// Larger ones slow fuzzing down and teach it nothing.
const MAX_SEED: usize = 64 * 1024;

/// Words in a dictionary.
const MAX_WORDS: usize = 400;

/// The seeds of a target.
pub fn of(target: &str) -> Vec<Seed> {
    let mut seeds = match target {
        "plain" => encoded(texts()),
        "pipeline" | "exports" => texts(),
        "markdown" => [
            files("tests/articles/files/office", "md"),
            files("tests/articles/files/markdown", "md"),
            files("tests/articles", "md"),
            files("tests/articles/files", "md"),
        ]
        .concat(),
        "html" => [
            files("tests/articles/pages", "html"),
            files("tests/articles/files/office", "html"),
            files("tests/articles/files/html", "html"),
        ]
        .concat(),
        "docx_parts" => packed("docx", packing::DOCX),
        "odt_parts" => packed("odt", packing::ODT),
        "epub_parts" => chapters(),
        "mail_parts" => mails(),
        "pdf_parts" => vec![("page".to_owned(), PAGE.to_vec())],
        "saved" => written(Format::JSON, ".json"),
        "edits" => corrections(),
        "brat" => written(Format::BRAT, ".ann"),
        "web_annotation" => written(Format::WEB_ANNOTATION, ".jsonld"),
        "cas" => written(Format::CAS_JSON, ".cas.json"),
        "csv" => [
            written(Format::CSV, ".statements.csv"),
            written(Format::CSV_EXCEL, ".statements.excel.csv"),
        ]
        .concat(),
        "report" => written(Format::HTML, ".html"),
        "anything" => {
            let folders = [
                "docx",
                "odt",
                "epub",
<<<<<<< HEAD
=======
                "pdf",
>>>>>>> fuzz
                "rtf",
                "eml",
                "mhtml",
                "subtitles",
<<<<<<< HEAD
                "pdf",
=======
>>>>>>> fuzz
            ];
            folders.iter().flat_map(|format| samples(format)).collect()
        }
        format => samples(format),
    };
    seeds.retain(|(_, bytes)| bytes.len() <= MAX_SEED);
    assert!(!seeds.is_empty(), "there is a seed for {target}");
    seeds
}

/// What files of a target are made of besides words: commands, tags, names of fields; as libFuzzer wants them.
pub fn dictionary(seeds: &[Seed]) -> String {
    let word = Regex::new(r#"(?-u)(?:</?|\\\*?\\?|"|@|\n)?[A-Za-z][\w:.-]{1,23}["=:]{0,2}"#);
    let word = word.expect("the pattern is valid");
    let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
    for (_, bytes) in seeds {
        let found: BTreeSet<&[u8]> = word
            .find_iter(bytes)
            .map(|found| found.as_bytes())
            .collect();
        for word in found {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<(&[u8], usize)> = counts.into_iter().collect();
    words.sort_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    let escaped = |word: &[u8]| -> String {
        let byte = |&byte: &u8| match byte {
            b'"' | b'\\' => format!("\\{}", byte as char),
            b' '..=b'~' => (byte as char).to_string(),
            _ => format!("\\x{byte:02X}"),
        };
        word.iter().map(byte).collect()
    };
    let lines = words.iter().take(MAX_WORDS);
    lines
        .map(|(word, _)| format!("\"{}\"\n", escaped(word)))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files of a folder with this ending; all but the expectations, if it is empty.
fn files(folder: &str, ending: &str) -> Vec<Seed> {
    let entries = fs::read_dir(root().join(folder)).expect("the project is whole");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.is_file())
        .filter(|path| match path.extension().and_then(|it| it.to_str()) {
            Some("expected") => false,
            found => ending.is_empty() || found == Some(ending),
        })
        .collect();
    paths.sort();
    let seed = |path: &PathBuf| {
        let name = path.file_name().expect("it is a file").to_string_lossy();
        (name.into_owned(), fs::read(path).expect("it can be read"))
    };
    paths.iter().map(seed).collect()
}

fn samples(format: &str) -> Vec<Seed> {
    files(&format!("tests/articles/files/{format}"), "")
}

fn texts() -> Vec<Seed> {
    [
        "tests/articles",
        "assets/examples",
        "tests/articles/files/office",
    ]
    .iter()
    .flat_map(|folder| files(folder, "txt"))
    .collect()
}

/// The same texts in other encodings, too.
fn encoded(texts: Vec<Seed>) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for (name, bytes) in texts {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let western = WINDOWS_1252.encode(&text).0.into_owned();
        seeds.push((format!("{name}.1252"), western));
        let mut wide = vec![0; text.len()];
        let length = mem::convert_str_to_utf16(&text, &mut wide);
        let units = std::iter::once(&0xFEFF).chain(&wide[..length]);
        let units = units.flat_map(|unit| unit.to_le_bytes()).collect();
        seeds.push((format!("{name}.utf-16"), units));
        seeds.push((name, bytes));
    }
    seeds
}

/// These files of the archives, joined as `packing` takes them apart.
fn packed(format: &str, names: &[&str]) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for (name, bytes) in samples(format) {
        let Some(mut archive) = opened(bytes) else {
            continue;
        };
        let parts = names.iter().map(|name| file(&mut archive, name));
        let parts: Vec<Vec<u8>> = parts.collect();
        seeds.push((name.clone(), parts.join(&0)));
        // The text alone: half of the others are styles.
        seeds.push((format!("{name}.text"), parts[0].clone()));
    }
    seeds
}

/// Two chapters of each book under the names that `packing` gives them.
fn chapters() -> Vec<Seed> {
    const PACKAGE: &str = r#"<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Das Moor</dc:title><dc:creator>Anna Beispiel</dc:creator><dc:date>2016-12-08</dc:date></metadata><manifest><item id="a" href="1.xhtml" media-type="application/xhtml+xml"/><item id="b" href="2.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let mut seeds = Vec::new();
    for (name, bytes) in samples("epub") {
        let Some(mut archive) = opened(bytes) else {
            continue;
        };
        let names = archive.file_names().flatten().map(Cow::into_owned);
        let names: Vec<String> = names.filter(|name| name.ends_with(".xhtml")).collect();
        let pages: Vec<Vec<u8>> = names.iter().map(|name| file(&mut archive, name)).collect();
        for (number, pages) in pages.chunks(2).enumerate() {
            let parts = std::iter::once(PACKAGE.as_bytes()).chain(pages.iter().map(Vec::as_slice));
            let parts: Vec<&[u8]> = parts.collect();
            seeds.push((format!("{name}.{number}"), parts.join(&0)));
        }
    }
    seeds
}

fn opened(bytes: Vec<u8>) -> Option<ZipArchive<Cursor<Vec<u8>>>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

fn file(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(mut file) = archive.by_name(name) {
        file.read_to_end(&mut bytes).expect("samples are sound");
    }
    bytes.retain(|&byte| byte != 0);
    bytes
}

/// Texts and pages as parts of a mail.
fn mails() -> Vec<Seed> {
    const HEAD: &[u8] = b"Subject: =?utf-8?q?Br=C3=BCcke?=\nDate: Thu, 8 Dec 2016 15:30:00 +0100\nTo: b@example.org\n";
    let bodies = texts().into_iter().zip(of("html"));
    let mail = |((name, text), (_, page)): (Seed, Seed)| (name, [HEAD, &text, &page].join(&0));
    bodies.map(mail).collect()
}

/// What the program writes in this format, the files with this ending.
fn written(format: Format, ending: &str) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for trap in traps::all() {
        let (files, _) = format.write(&Extract::whole(&trap.review));
        for file in files {
            let name = file.name.with_stem(trap.name);
            if name.ends_with(ending) {
                seeds.push((name, file.bytes));
            }
        }
    }
    seeds
}

/// The corrections in our own files, and one of each kind.
fn corrections() -> Vec<Seed> {
    let mut seeds: Vec<Seed> = Vec::new();
    for trap in traps::all() {
        let file: serde_json::Value =
            serde_json::from_slice(&json::write(&trap.review)).expect("what we wrote is JSON");
        if let Some(edits) = file.get("edits") {
            seeds.push((trap.name.to_owned(), edits.to_string().into_bytes()));
        }
    }
    let each: Vec<String> = EDITS.iter().map(|edit| format!("{{{edit}}}")).collect();
    for (number, edit) in each.iter().enumerate() {
        seeds.push((format!("edit-{number}"), format!("[{edit}]").into_bytes()));
    }
    let group = format!("{{\"edit\":\"group\",\"edits\":[{}]}}", each.join(","));
    seeds.push(("group".to_owned(), format!("[{group}]").into_bytes()));
    seeds.push((
        "all".to_owned(),
        format!("[{}]", each.join(",")).into_bytes(),
    ));
    seeds
}

/// What a page draws, with most operators for text, and the characters of its font.
const PAGE: &[u8] = b"/Artifact <</Type/Pagination>> BDC BT /F1 8 Tf 72 800 Td (Seite 1) Tj ET EMC
/H1 <</MCID 0>> BDC BT /F1 20 Tf 1 0 0 1 72 740 Tm (Die F\xE4hre f\xE4hrt wieder) Tj ET EMC
q 1 0 0 1 0 0 cm 0 g 0 G 1 w 72 730 m 500 730 l S 72 700 10 10 re f Q
BT /F1 11 Tf 14 TL 0 Tc 0 Tw 100 Tz 0 Ts 0 Tr 72 700 Td (Seit Montag f\xE4hrt die F\xE4hre am Deich wieder, sagte der Bau-) Tj
T* (meister am Abend.) Tj 0 -30 TD [(\\204Das) -250 (ist) -250 (neu\\223,) -250 (sagte) -250 (sie.)] TJ
(Es regnet.) ' 1 1 (Es hagelt.) \" <45732073636E656974> Tj ET
BT /F1 11 Tf 320 700 Td (Zweite Spalte mit einem Satz.) Tj 0 -14 Td (Noch einer, und noch einer.) Tj ET
\0/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def
1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <00E4> <02> <D83DDE80> endbfchar
2 beginbfrange <20> <7E> <0020> <80> <81> [<00660069> <00DF>] endbfrange endcmap end end";

/// One correction of each kind.
const EDITS: &[&str] = &[
    r#""edit":"judge_mention","mention":0,"verdict":"accepted""#,
    r#""edit":"set_mention_kind","mention":1,"type":"person""#,
    r#""edit":"set_mention_entity","mention":1,"entity":0"#,
    r#""edit":"resize_mention","mention":2,"span":[30,40]"#,
    r#""edit":"set_mention_note","mention":2,"note":"ja""#,
    r#""edit":"add_mention","span":[22,26],"type":"location","entity":null"#,
    r#""edit":"rename_entity","entity":0,"name":"Neue Uni""#,
    r#""edit":"set_entity_kind","entity":2,"type":"person""#,
    r#""edit":"set_entity_role","entity":5,"role":"Kenner""#,
    r#""edit":"set_entity_note","entity":5,"note":"ja""#,
    r#""edit":"merge_entities","from":1,"into":3"#,
    r#""edit":"split_entity","mentions":[3,4],"name":"Rat""#,
    r#""edit":"judge_statement","statement":0,"verdict":"rejected""#,
    r#""edit":"set_statement_kind","statement":1,"kind":"reported""#,
    r#""edit":"resize_statement","statement":1,"content":[[22,30],[40,50]]"#,
    r#""edit":"add_statement","content":[[60,90]],"kind":"direct","speaker":{"by":{"words":[22,34]}}"#,
    r#""edit":"set_speaker","statement":2,"speaker":{"by":{"entity":1}}"#,
    r#""edit":"set_speaker","statement":2,"speaker":"editorial""#,
    r#""edit":"set_addressee","statement":2,"addressee":{"words":[22,26]}"#,
    r#""edit":"set_via","statement":2,"via":[{"entity":2},{"words":[22,26]}]"#,
    r#""edit":"set_key","statement":3,"key":true"#,
    r#""edit":"set_statement_note","statement":3,"note":"ja""#,
    r#""edit":"set_article_note","note":"ja""#,
];
