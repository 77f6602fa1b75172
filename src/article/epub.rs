//! Electronic books (EPUB): the chapters in reading order as one article, without table of contents and footnotes.

mod package;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

use super::archive::{Archive, is_archive_with, resolved};
use super::damage::Damage;
use super::documents::Refusal;
use super::html::{self, TooIntricate};
use super::manuscript::{self, Piece, Role};
use super::xml::{Node, Nodes, decoded};
use super::{Article, MAX_BYTES};
use package::Package;

const CONTAINER: &str = "META-INF/container.xml";

/// Paragraphs of a book; the longest novels have 20,000.
const MAX_PIECES: usize = 300_000;

/// How fonts are made useless outside of their book; the text is open all the same.
const FOR_FONTS: &[&str] = &[
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// Whether a file is a book.
pub(super) fn is_one(bytes: &[u8], _path: &Path) -> bool {
    is_archive_with(bytes, b"application/epub+zip", |archive| {
        archive.has(CONTAINER)
    })
}

/// Reads a book.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if let Some(list) = archive.file("META-INF/encryption.xml")?
        && is_locked(&decoded(&list))
    {
        return Err(Refusal::Encrypted);
    }
    let container = archive.needed(CONTAINER)?;
    let name = package_name(&decoded(&container))?;
    let package = archive.needed(&name)?;
    let package = Package::read(&decoded(&package))?;
    let mut pieces = Vec::new();
    let (mut n_bytes, mut n_chapters) = (0, 0);
    let mut seen = BTreeSet::new();
    for chapter in &package.chapters {
        let name = resolved(&name, chapter);
        // A book that names a chapter again and again would have no end.
        if !seen.insert(name.clone()) {
            continue;
        }
        let Some(chapter) = archive.file(&name)? else {
            continue;
        };
        n_chapters += 1;
        n_bytes += chapter.len() as u64;
        let page = prepared(&decoded(&chapter));
        pieces.extend(html::chapter(&page).map_err(|TooIntricate| Refusal::Bloated)?);
        if MAX_PIECES < pieces.len() || MAX_BYTES < n_bytes {
            return Err(Refusal::Bloated);
        }
    }
    if n_chapters == 0 {
        return Err(Refusal::Damaged(Damage::NoChapters));
    }
    tidy(&mut pieces, &package);
    Ok(manuscript::weave(pieces, package.metadata))
}

/// Whether anything but fonts is encrypted.
fn is_locked(list: &str) -> bool {
    let mut nodes = Nodes::new(list);
    while let Ok(Some(node)) = nodes.next() {
        if let Node::Open(element) = node
            && element.name() == "EncryptionMethod"
            && let Some(method) = element.value("Algorithm")
            && !FOR_FONTS.contains(&method.as_str())
        {
            return true;
        }
    }
    false
}

/// The name of the file that lists the chapters.
fn package_name(container: &str) -> Result<String, Refusal> {
    let mut nodes = Nodes::new(container);
    while let Some(node) = nodes.next()? {
        if let Node::Open(element) = node
            && element.name() == "rootfile"
            && let Some(name) = element.value("full-path")
        {
            return Ok(resolved("", &name));
        }
    }
    Err(Refusal::Damaged(Damage::NoChapters))
}

/// A chapter as the reader of web pages wants it: elements without content are closed as in HTML, and notes and their signs are gone.
fn prepared(source: &str) -> String {
    fn pattern(pattern: &str) -> Regex {
        Regex::new(pattern).expect("the pattern is valid")
    }
    static NOTES: LazyLock<[Regex; 6]> = LazyLock::new(|| {
        let note = |name: &str, attribute: &str, kinds: &str| {
            let attribute = format!(r#"{attribute}\s*=\s*["'](?:doc-)?(?:{kinds})\b"#);
            pattern(&format!(
                r"(?is)<{name}\s(?:[^>]*\s)?{attribute}[^>]*>.*?</{name}\s*>"
            ))
        };
        let kind = "(?:epub:type|role)";
        [
            note("a", kind, "noteref|backlink"),
            note("a", "class", "footnote-ref|footnote-back|noteref"),
            note("aside", kind, "footnotes?|endnotes?|rearnotes?"),
            note("section", kind, "footnotes|endnotes|rearnotes"),
            note("div", "class", "footnotes|endnotes"),
            note("nav", kind, "toc|landmarks|page-list"),
        ]
    });
    static EMPTY: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"<([A-Za-z][A-Za-z0-9:-]*)((?:\s[^<>]*)?)/>"));
    // First, since a note may hold nothing but such an element.
    let closed = EMPTY.replace_all(source, |found: &regex::Captures| {
        let (name, attributes) = (&found[1], found[2].trim_end());
        match name.to_ascii_lowercase().as_str() {
            "br" | "hr" | "img" | "meta" | "link" | "input" | "col" | "wbr" | "image" => {
                format!("<{name}{attributes}>")
            }
            _ => format!("<{name}{attributes}></{name}>"),
        }
    });
    // What stands above a table is a caption as well.
    let mut page = closed
        .replace("<caption", "<figcaption")
        .replace("</caption", "</figcaption");
    for note in NOTES.iter() {
        if let Cow::Owned(without) = note.replace_all(&page, "") {
            page = without;
        }
    }
    page
}

/// Programs that know only pages make indents and rows of spaces that do not break.
fn without_indents(text: &str) -> Cow<'_, str> {
    static INDENT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[ \u{A0}]{2,}").expect("the pattern is valid"));
    INDENT.replace_all(text, " ")
}

/// Above the first chapter, books show what they say of themselves; and the title stands there and above the text.
fn tidy(pieces: &mut Vec<Piece>, package: &Package) {
    let title = package.metadata.title.as_deref();
    let is_title = |piece: &Piece| Some(piece.text.as_str()) == title;
    let mut n_titles = 0;
    pieces.retain(|piece| {
        n_titles += usize::from(is_title(piece) && piece.role == Role::Heading);
        !is_title(piece) || piece.role != Role::Heading || n_titles == 1
    });
    for piece in pieces.iter_mut() {
        if let Cow::Owned(text) = without_indents(&piece.text) {
            piece.text = text;
        }
    }
    for piece in pieces.iter_mut().take(20) {
        if is_title(piece) {
            piece.role = Role::Title;
        } else if package.creators.contains(&piece.text) {
            piece.role = Role::Byline;
        } else if package.metadata.date.as_deref() == Some(piece.text.as_str()) {
            piece.role = Role::Date;
        }
    }
}

#[cfg(test)]
mod tests;
