//! XML of office documents and books, one element or run of text after the other.
//!
//! Nothing outside is ever loaded: document types are skipped, and of entities only the five of the standard and numbers are known.
//! Elements are told by the meaning of their prefix, which programs choose as they like.

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::damage::Damage;
use super::documents::Refusal;

/// Elements inside each other; tables in tables in text boxes come to 60.
const MAX_DEPTH: usize = 256;

/// The vocabularies that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// Word processing of Office Open XML.
    Word,
    /// Alternatives for older programs there.
    Compatibility,
    /// Formulas there.
    Formula,
    /// `OpenDocument`: the file as a whole.
    Office,
    /// Styles.
    Style,
    /// Text.
    Text,
    /// Tables.
    Table,
    /// Frames and pictures.
    Draw,
    /// Dublin Core, both old and new.
    DublinCore,
    /// Any other, or none.
    Other,
}

/// What comes next.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// The element that was opened last and is not closed yet ends. An empty one ends too.
    Close,
    /// A piece of text; several may follow each other.
    Text(Cow<'a, str>),
}

/// An element and its attributes.
#[derive(Debug)]
pub(super) struct Element<'a> {
    /// The vocabulary of its name.
    pub vocabulary: Vocabulary,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Its name without prefix.
    pub fn name(&self) -> &str {
        std::str::from_utf8(self.start.local_name().into_inner()).unwrap_or_default()
    }

    /// Vocabulary and name.
    pub fn tag(&self) -> (Vocabulary, &str) {
        (self.vocabulary, self.name())
    }

    /// The value of an attribute; the prefix of its name does not matter.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// Reads XML node by node.
pub(super) struct Nodes<'a> {
    reader: quick_xml::Reader<&'a [u8]>,
    vocabularies: BTreeMap<Vec<u8>, Vocabulary>,
    depth: usize,
}

impl<'a> Nodes<'a> {
    /// Reads this source.
    pub fn new(source: &'a str) -> Self {
        let mut reader = quick_xml::Reader::from_str(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            vocabularies: BTreeMap::new(),
            depth: 0,
        }
    }

    /// The next node; nothing at the end.
    pub fn next(&mut self) -> Result<Option<Node<'a>>, Refusal> {
        loop {
            let event = self.reader.read_event();
            let event = event.map_err(|error| Refusal::Damaged(Damage::Told(error.to_string())))?;
            let node = match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if MAX_DEPTH < self.depth {
                        return Err(Refusal::Bloated);
                    }
                    self.declare(&start);
                    let prefix = start.name().prefix().map(|prefix| prefix.as_ref().to_vec());
                    let found = self.vocabularies.get(&prefix.unwrap_or_default());
                    let vocabulary = found.copied().unwrap_or(Vocabulary::Other);
                    Node::Open(Element { vocabulary, start })
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close
                }
                Event::Text(text) => Node::Text(text.decode().unwrap_or_default()),
                Event::CData(text) => Node::Text(text.decode().unwrap_or_default()),
                Event::GeneralRef(reference) => {
                    let name = reference.decode().unwrap_or_default();
                    let number = reference.resolve_char_ref().ok().flatten();
                    let entity = quick_xml::escape::resolve_predefined_entity(&name);
                    match number {
                        Some(character) => Node::Text(character.to_string().into()),
                        None => Node::Text(entity.unwrap_or_default().into()),
                    }
                }
                Event::Eof if 0 < self.depth => {
                    return Err(Refusal::Damaged(Damage::Cut));
                }
                Event::Eof => return Ok(None),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => continue,
            };
            return Ok(Some(node));
        }
    }

    /// The text up to the end of the element that was opened last.
    pub fn content(&mut self) -> Result<String, Refusal> {
        let mut content = String::new();
        let end = self.depth;
        while end <= self.depth {
            match self.next()? {
                Some(Node::Text(text)) => content.push_str(&text),
                Some(Node::Open(_) | Node::Close) => {}
                None => break,
            }
        }
        Ok(content)
    }

    /// Remembers what prefixes mean. A prefix that is declared again means the new thing from there on, which is enough for files that
    /// programs write.
    fn declare(&mut self, start: &BytesStart) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let prefix = match attribute.key.as_ref() {
                b"xmlns" => &[],
                key => match key.strip_prefix(b"xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            match vocabulary(&attribute.value) {
                Vocabulary::Other => {
                    self.vocabularies.remove(prefix);
                }
                known if prefix.len() <= 64 && self.vocabularies.len() < 256 => {
                    self.vocabularies.insert(prefix.to_vec(), known);
                }
                _ => {}
            }
        }
    }
}

fn vocabulary(address: &[u8]) -> Vocabulary {
    match address {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | b"http://purl.oclc.org/ooxml/wordprocessingml/main" => Vocabulary::Word,
        b"http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary::Compatibility,
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
        | b"http://purl.oclc.org/ooxml/officeDocument/math" => Vocabulary::Formula,
        b"urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Vocabulary::Office,
        b"urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Vocabulary::Style,
        b"urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Vocabulary::Text,
        b"urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Vocabulary::Table,
        b"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" => Vocabulary::Draw,
        b"http://purl.org/dc/elements/1.1/" | b"http://purl.org/dc/terms/" => {
            Vocabulary::DublinCore
        }
        _ => Vocabulary::Other,
    }
}

/// The text of an XML file: UTF-8, or UTF-16, which its first bytes give away.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None if bytes.starts_with(b"<\0") => (UTF_16LE, 0),
        None if bytes.starts_with(b"\0<") => (UTF_16BE, 0),
        None => (UTF_8, 0),
    };
    encoding.decode_without_bom_handling(&bytes[mark..]).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let mut nodes = Nodes::new(source);
        let mut listed = String::new();
        while let Some(node) = nodes.next().expect("well-formed") {
            match node {
                Node::Open(element) => listed.extend(["<", element.name(), ">"]),
                Node::Close => listed.push_str("</>"),
                Node::Text(text) => listed.push_str(&text),
            }
        }
        assert_eq!(listed, expected);
    }

    #[test]
    fn the_five_entities_and_numbers_are_known_and_no_others() {
        check(
            "<a>&lt;&amp;&gt;&quot;&apos;&#228;&#xE4;&auml;</a>",
            "<a><&>\"'ää</>",
        );
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><a>&c;&d;x</a>";
        check(bomb, "<a>x</>");
    }

    #[test]
    fn prefixes_are_what_they_are_declared_to_be() {
        let source = "<x:p xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" x:val='1 &amp; 2'/>";
        let Ok(Some(Node::Open(element))) = Nodes::new(source).next() else {
            panic!("it begins with an element");
        };
        assert_eq!(element.tag(), (Vocabulary::Word, "p"));
        assert_eq!(element.value("val").as_deref(), Some("1 & 2"));
    }

    #[test]
    fn the_content_of_an_element_ends_with_it() {
        let mut nodes = Nodes::new("<a><b>Es <i>reg</i>net.</b> Nein.</a>");
        for _ in 0..2 {
            assert!(matches!(nodes.next(), Ok(Some(Node::Open(_)))));
        }
        assert_eq!(nodes.content().as_deref(), Ok("Es regnet."));
        assert!(matches!(nodes.next(), Ok(Some(Node::Text(text))) if text == " Nein."));
    }

    #[test]
    fn what_is_cut_off_or_too_deep_is_refused() {
        let outcome = |source: &str| {
            let mut nodes = Nodes::new(source);
            loop {
                match nodes.next() {
                    Ok(Some(_)) => {}
                    Ok(None) => return None,
                    Err(refusal) => return Some(refusal),
                }
            }
        };
        assert!(matches!(outcome("<a><b>x</b>"), Some(Refusal::Damaged(_))));
        assert!(matches!(outcome("<a><b></a>"), Some(Refusal::Damaged(_))));
        assert_eq!(outcome(&"<a>".repeat(100_000)), Some(Refusal::Bloated));
        assert_eq!(outcome("<a>x</a>"), None);
    }

    #[test]
    fn utf_16_is_decoded() {
        let units = "<a>Ö</a>".encode_utf16();
        let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&bytes), "<a>Ö</a>");
        assert_eq!(decoded(b"\xEF\xBB\xBF<a/>"), "<a/>");
    }
}
