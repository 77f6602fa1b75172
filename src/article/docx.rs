//! Word documents (DOCX): paragraphs with their styles, without what was deleted, notes, comments, headers and footers.

mod body;
mod styles;

use std::path::Path;
use std::sync::LazyLock;

use regex::bytes::Regex;

use super::Article;
use super::archive::{Archive, is_archive_with, resolved};
use super::documents::Refusal;
use super::manuscript::{self, Metadata};
use super::xml::{Node, Nodes, Vocabulary, decoded};
use styles::Styles;

/// Whether a file is a Word document, perhaps an encrypted one.
pub(super) fn is_one(bytes: &[u8], _path: &Path) -> bool {
    let holds = |archive: &mut Archive| {
        archive.has("word/document.xml")
            || archive.has("[Content_Types].xml")
                && matches!(archive.file("[Content_Types].xml"), Ok(Some(types)) if is_word(&types))
    };
    is_encrypted(bytes) || is_archive_with(bytes, b"word/document.xml", holds)
}

/// What the list of parts calls a document, also one with macros or a template.
fn is_word(types: &[u8]) -> bool {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled")
            .expect("the pattern is valid")
    });
    WORD.is_match(types)
}

/// Encrypted documents of this Office are wrapped in the container of the old one, which names what is inside in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    static PACKAGE: LazyLock<Regex> = LazyLock::new(|| {
        let name: String = "EncryptedPackage"
            .chars()
            .flat_map(|c| [c.to_string(), r"\x00".to_owned()])
            .collect();
        Regex::new(&format!("(?-u){name}")).expect("the pattern is valid")
    });
    bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && PACKAGE.is_match(bytes)
}

/// Reads a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    if is_encrypted(bytes) {
        return Err(Refusal::Encrypted);
    }
    let mut archive = Archive::open(bytes)?;
    let main = part(&mut archive, "", "officeDocument", "word/document.xml")?;
    let document = archive.needed(&main)?;
    let styles = part(
        &mut archive,
        &main,
        "styles",
        &resolved(&main, "styles.xml"),
    )?;
    let styles = match archive.file(&styles)? {
        Some(styles) => Styles::read(&decoded(&styles))?,
        None => Styles::default(),
    };
    let core = part(&mut archive, "", "core-properties", "docProps/core.xml")?;
    let metadata = match archive.file(&core)? {
        // What it says of itself may be broken while the text is sound.
        Some(core) => metadata(&decoded(&core)).unwrap_or_default(),
        None => Metadata::default(),
    };
    let pieces = body::pieces(&decoded(&document), &styles)?;
    Ok(manuscript::weave(pieces, metadata))
}

/// The name of the part that stands in this relation to the part `base`.
fn part(archive: &mut Archive, base: &str, relation: &str, usual: &str) -> Result<String, Refusal> {
    let (folder, file) = base.rsplit_once('/').unwrap_or(("", base));
    let list = resolved("", &format!("{folder}/_rels/{file}.rels"));
    let Some(list) = archive.file(&list)? else {
        return Ok(usual.to_owned());
    };
    let list = decoded(&list);
    let mut nodes = Nodes::new(&list);
    while let Ok(Some(node)) = nodes.next() {
        let Node::Open(element) = node else {
            continue;
        };
        let kind = element.value("Type").unwrap_or_default();
        let is_it = element.name() == "Relationship" && kind.ends_with(&format!("/{relation}"));
        let is_inside = element.value("TargetMode").as_deref() != Some("External");
        if let (true, Some(target)) = (is_it && is_inside, element.value("Target")) {
            return Ok(resolved(base, &target));
        }
    }
    Ok(usual.to_owned())
}

fn metadata(core: &str) -> Result<Metadata, Refusal> {
    let mut nodes = Nodes::new(core);
    let mut metadata = Metadata::default();
    let mut modified = None;
    while let Some(node) = nodes.next()? {
        let Node::Open(element) = node else {
            continue;
        };
        let place = match element.tag() {
            (Vocabulary::DublinCore, "title") => &mut metadata.title,
            (Vocabulary::DublinCore, "creator") => &mut metadata.creator,
            (Vocabulary::DublinCore, "created") => &mut metadata.date,
            (Vocabulary::DublinCore, "modified") => &mut modified,
            _ => continue,
        };
        *place = Some(nodes.content()?).filter(|words| !words.trim().is_empty());
    }
    metadata.date = metadata.date.or(modified);
    Ok(metadata)
}

#[cfg(test)]
mod tests;
