//! The package file of a book: what it says of itself, and which files its chapters are, in reading order.

use std::collections::BTreeMap;

use super::super::documents::Refusal;
use super::super::manuscript::Metadata;
use super::super::xml::{Node, Nodes, Vocabulary};

/// What is in a package file.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub metadata: Metadata,
    /// Who wrote it, one by one.
    pub creators: Vec<String>,
    /// Addresses of the chapters, from the package file.
    pub chapters: Vec<String>,
}

impl Package {
    /// Reads it.
    pub fn read(source: &str) -> Result<Self, Refusal> {
        let mut nodes = Nodes::new(source);
        let mut package = Self::default();
        // Identifier → address, of pages that are no table of contents.
        let mut pages: BTreeMap<String, String> = BTreeMap::new();
        while let Some(node) = nodes.next()? {
            let Node::Open(element) = node else {
                continue;
            };
            let metadata = &mut package.metadata;
            match element.tag() {
                (Vocabulary::DublinCore, "title") if metadata.title.is_none() => {
                    metadata.title = trimmed(&nodes.content()?);
                }
                (Vocabulary::DublinCore, "creator") if package.creators.len() < 20 => {
                    package.creators.extend(trimmed(&nodes.content()?));
                }
                (Vocabulary::DublinCore, "date") if metadata.date.is_none() => {
                    let is_change = element.value("event").as_deref() == Some("modification");
                    metadata.date = trimmed(&nodes.content()?).filter(|_| !is_change);
                }
                (Vocabulary::DublinCore, "source" | "identifier") if metadata.url.is_none() => {
                    metadata.url = trimmed(&nodes.content()?).filter(|url| url.starts_with("http"));
                }
                (_, "item") => {
                    let kind = element.value("media-type").unwrap_or_default();
                    let properties = element.value("properties").unwrap_or_default();
                    let is_contents = properties.split_whitespace().any(|word| word == "nav");
                    let is_page = matches!(kind.as_str(), "application/xhtml+xml" | "text/html");
                    if let (Some(id), Some(address)) = (element.value("id"), element.value("href"))
                        && is_page
                        && !is_contents
                    {
                        pages.insert(id, unescaped(&address));
                    }
                }
                (_, "itemref") => {
                    let is_aside = element.value("linear").as_deref() == Some("no");
                    let page = element.value("idref").and_then(|id| pages.get(&id));
                    package.chapters.extend(page.filter(|_| !is_aside).cloned());
                }
                _ => {}
            }
        }
        package.metadata.creator = Some(package.creators.join(", "));
        Ok(package)
    }
}

fn trimmed(words: &str) -> Option<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    Some(words.join(" ")).filter(|words| !words.is_empty())
}

/// "Kapitel%201.xhtml#anfang" → "Kapitel 1.xhtml".
fn unescaped(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|d| std::str::from_utf8(d).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(byte) = byte.filter(|_| first == b'%') {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_unescaped() {
        let check = |address, name| assert_eq!(unescaped(address), name);
        check("Kapitel%201.xhtml#anfang", "Kapitel 1.xhtml");
        check("B%C3%BCcher/100%", "Bücher/100%");
        check("%zz%4", "%zz%4");
    }

    #[test]
    fn chapters_are_in_the_order_of_the_spine() {
        let package = Package::read(
            "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Moor</dc:title><dc:creator>Lena Torf</dc:creator>\
             <dc:creator>Ole Birke</dc:creator><dc:date opf:event='modification'>2026-05-01</dc:date><dc:date>2026-04-01</dc:date></metadata>\
             <manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>\
             <item id='n' href='n.xhtml' media-type='application/xhtml+xml' properties='nav'/><item id='c' href='c.png' media-type='image/png'/></manifest>\
             <spine><itemref idref='n'/><itemref idref='b'/><itemref idref='c'/><itemref idref='a'/><itemref idref='a' linear='no'/></spine></package>",
        )
        .expect("well-formed");
        assert_eq!(package.chapters, ["b.xhtml", "a.xhtml"]);
        assert_eq!(package.metadata.title.as_deref(), Some("Moor"));
        assert_eq!(
            package.metadata.creator.as_deref(),
            Some("Lena Torf, Ole Birke")
        );
        assert_eq!(package.metadata.date.as_deref(), Some("2026-04-01"));
    }
}
