//! Text from outside, made harmless for XML 1.0.

use std::borrow::Cow;
use std::fmt::Write;

use super::loss::{Loss, Losses};

/// Whether XML 1.0 has a place for a character (production 2, `Char`).
pub(super) fn is_allowed(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The same text, each forbidden character replaced by U+FFFD, so that offsets in code points hold.
pub(super) fn allowed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return text.into();
    }
    let replaced = text.chars().map(|character| {
        if is_allowed(character) {
            character
        } else {
            char::REPLACEMENT_CHARACTER
        }
    });
    Cow::Owned(replaced.collect())
}

/// Counts the characters of the article that XML forbids.
pub(super) fn tell_forbidden(text: &str, losses: &mut Losses) {
    let n_forbidden = text.chars().filter(|&character| !is_allowed(character));
    losses.count(Loss::Characters, n_forbidden.count());
}

/// Text for content and for attributes in double quotes. Line ends and tabs in attributes survive, since they are written as
/// references; so does a carriage return anywhere.
pub(super) fn escaped(text: &str, is_attribute: bool) -> String {
    let mut xml = String::with_capacity(text.len() + text.len() / 16);
    for character in allowed(text).chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' if is_attribute => xml.push_str("&quot;"),
            '\t' if is_attribute => xml.push_str("&#9;"),
            '\n' if is_attribute => xml.push_str("&#10;"),
            '\r' => xml.push_str("&#13;"),
            character => xml.push(character),
        }
    }
    xml
}

/// The start of an element.
pub(super) struct Tag {
    name: &'static str,
    start: String,
}

impl Tag {
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            start: format!("<{name}"),
        }
    }

    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl AsRef<str>) -> Self {
        let value = escaped(value.as_ref(), true);
        let _ = write!(self.start, " {name}=\"{value}\"");
        self
    }

    /// With an attribute, if there is a value.
    #[must_use]
    pub fn maybe(self, name: &str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// `<x>`.
    pub fn open(self) -> String {
        self.start + ">"
    }

    /// `<x/>`.
    pub fn empty(self) -> String {
        self.start + "/>"
    }

    /// The element with this text.
    pub fn text(self, text: &str) -> String {
        let text = escaped(text, false);
        self.around(&text)
    }

    /// The element with this XML in it.
    pub fn around(self, xml: &str) -> String {
        let name = self.name;
        format!("{}{xml}</{name}>", self.open())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back_from_an_xml_reader() {
        let text = "<a & \"b\">\t\r\n]]> 👩\u{200D}👧 \u{1}\u{FFFE}";
        let xml = format!(
            "<x y=\"{}\">{}</x>",
            escaped(text, true),
            escaped(text, false)
        );
        let mut reader = quick_xml::Reader::from_str(&xml);
        let Ok(quick_xml::events::Event::Start(start)) = reader.read_event() else {
            panic!("it begins with an element: {xml}");
        };
        let attribute = start
            .attributes()
            .next()
            .expect("one")
            .expect("well-formed");
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .expect("well-formed");
        assert_eq!(value, "<a & \"b\">\t\r\n]]> 👩\u{200D}👧 \u{FFFD}\u{FFFD}");
        let end = xml.find("</x>").expect("it ends");
        assert!(!xml[..end].contains(['\u{1}', '\u{FFFE}', '\r']));
    }
}
