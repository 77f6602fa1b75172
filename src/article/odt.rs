//! `OpenDocument` texts (ODT, also as one XML file): paragraphs with their styles, without deleted text, notes and comments.

mod body;
mod styles;

use std::path::Path;

use super::Article;
use super::archive::{Archive, is_archive_with};
use super::documents::Refusal;
use super::manuscript::{self, Metadata};
use super::xml::{Node, Nodes, Vocabulary, decoded};
use styles::Styles;

/// What such texts call themselves: texts, their templates, texts with parts, web pages.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// Whether a file is an `OpenDocument` text.
pub(super) fn is_one(bytes: &[u8], _path: &Path) -> bool {
    let holds = |archive: &mut Archive| match archive.file("mimetype") {
        Ok(Some(kind)) => kind.trim_ascii_start().starts_with(KIND),
        // The list of parts names the kind, too, but no program leaves the first one out.
        Ok(None) | Err(_) => false,
    };
    is_archive_with(bytes, KIND, holds) || is_flat(bytes)
}

/// Whether a file is such a text as one XML file.
fn is_flat(bytes: &[u8]) -> bool {
    let head = decoded(&bytes[..bytes.len().min(8192)]);
    let start = head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    if !start.starts_with('<') || !start.contains("opendocument") {
        return false;
    }
    let mut nodes = Nodes::new(start);
    // White space may stand around the declaration.
    loop {
        match nodes.next() {
            Ok(Some(Node::Open(element))) => {
                let kind = element.value("mimetype").unwrap_or_default();
                return element.tag() == (Vocabulary::Office, "document")
                    && (kind.is_empty() || kind.as_bytes().starts_with(KIND));
            }
            Ok(Some(Node::Text(_))) => {}
            Ok(Some(Node::Close) | None) | Err(_) => return false,
        }
    }
}

/// Reads an `OpenDocument` text.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    let mut styles = Styles::default();
    if is_flat(bytes) {
        let source = decoded(bytes);
        styles.add(&source)?;
        let pieces = body::pieces(&source, &styles)?;
        return Ok(manuscript::weave(pieces, metadata(&source)?));
    }
    let mut archive = Archive::open(bytes)?;
    if let Some(parts) = archive.file("META-INF/manifest.xml")?
        && is_encrypted(&decoded(&parts))
    {
        return Err(Refusal::Encrypted);
    }
    let content = archive.needed("content.xml")?;
    let content = decoded(&content);
    // The later ones may replace the earlier ones, and those of the content are the nearest.
    if let Some(common) = archive.file("styles.xml")? {
        styles.add(&decoded(&common))?;
    }
    styles.add(&content)?;
    let metadata = match archive.file("meta.xml")? {
        // What it says of itself may be broken while the text is sound.
        Some(meta) => metadata(&decoded(&meta)).unwrap_or_default(),
        None => Metadata::default(),
    };
    let pieces = body::pieces(&content, &styles)?;
    Ok(manuscript::weave(pieces, metadata))
}

fn is_encrypted(parts: &str) -> bool {
    let mut nodes = Nodes::new(parts);
    while let Ok(Some(node)) = nodes.next() {
        if let Node::Open(element) = node
            && element.name() == "encryption-data"
        {
            return true;
        }
    }
    false
}

/// What the file says of itself; the text of one XML file is not looked at.
fn metadata(source: &str) -> Result<Metadata, Refusal> {
    let mut nodes = Nodes::new(source);
    let mut metadata = Metadata::default();
    let (mut last_creator, mut last_date) = (None, None);
    while let Some(node) = nodes.next()? {
        let Node::Open(element) = node else {
            continue;
        };
        let place = match element.tag() {
            (Vocabulary::Office, "body" | "styles" | "automatic-styles") => break,
            (Vocabulary::DublinCore, "title") => &mut metadata.title,
            (Vocabulary::DublinCore, "creator") => &mut last_creator,
            (Vocabulary::DublinCore, "date") => &mut last_date,
            (_, "initial-creator") => &mut metadata.creator,
            (_, "creation-date") => &mut metadata.date,
            _ => continue,
        };
        *place = Some(nodes.content()?).filter(|words| !words.trim().is_empty());
    }
    metadata.creator = metadata.creator.or(last_creator);
    metadata.date = metadata.date.or(last_date).map(|date| whole_seconds(&date));
    Ok(metadata)
}

/// "2026-03-01T10:00:00.123456789" → "2026-03-01T10:00:00".
fn whole_seconds(date: &str) -> String {
    let (seconds, fraction) = date.split_once('.').unwrap_or((date, ""));
    let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    format!("{seconds}{zone}")
}

#[cfg(test)]
mod tests;
