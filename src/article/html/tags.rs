//! Cuts the source of a web page into text and tags, in linear time whatever the source is.
//!
//! The rules are those of the HTML standard's tokenizer, simplified where only errors and scripts would notice. Character references
//! stay as they are: the parser that reads the cleaned page resolves them.

/// A piece of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// Text between tags, with character references.
    Text(&'a str),
    /// `<name attributes>`
    Open {
        name: &'a str,
        attributes: Attributes<'a>,
        closes_itself: bool,
    },
    /// What stands between `<script>`, `<style>`, `<title>` … and its end tag; the end tag is left out.
    Raw {
        name: &'a str,
        attributes: Attributes<'a>,
        content: &'a str,
    },
    /// `</name>`
    Close(&'a str),
}

/// The inside of a tag after its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attributes<'a>(&'a str);

/// Elements whose content is no markup.
const RAW: &[&str] = &[
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
];

/// Cuts `source` into pieces; comments and declarations are left out.
pub(super) fn tags(source: &str) -> Tags<'_> {
    Tags {
        rest: source,
        unclosed: [false; RAW.len()],
    }
}

/// Iterator of [`tags`].
#[derive(Debug)]
pub(super) struct Tags<'a> {
    rest: &'a str,
    /// Raw elements known to have no end tag in the rest: searched once only.
    unclosed: [bool; RAW.len()],
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        while !self.rest.is_empty() {
            let text_end = markup_start(self.rest);
            if 0 < text_end {
                return Some(Tag::Text(self.take(text_end)));
            }
            if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.skip_declaration();
            } else if let Some(after) = self.rest.strip_prefix("</") {
                let is_name = after.starts_with(|c: char| c.is_ascii_alphabetic());
                let tag = self.take(tag_end(self.rest));
                if is_name {
                    return Some(Tag::Close(name_of(&tag[2..])));
                }
            } else {
                return Some(self.open());
            }
        }
        None
    }
}

impl<'a> Tags<'a> {
    fn take(&mut self, n_bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(n_bytes);
        self.rest = rest;
        taken
    }

    fn skip_declaration(&mut self) {
        let end = if let Some(comment) = self.rest.strip_prefix("<!--") {
            comment.find("-->").map(|at| at + 7)
        } else {
            self.rest.find('>').map(|at| at + 1)
        };
        self.take(end.unwrap_or(self.rest.len()));
    }

    fn open(&mut self) -> Tag<'a> {
        let tag = self.take(tag_end(self.rest));
        let inner = tag[1..].strip_suffix('>').unwrap_or(&tag[1..]);
        let name = name_of(inner);
        let attributes = Attributes(&inner[name.len()..]);
        let raw = RAW.iter().position(|raw| raw.eq_ignore_ascii_case(name));
        if let Some(content) = raw.and_then(|raw| self.raw_content(raw)) {
            return Tag::Raw {
                name,
                attributes,
                content,
            };
        }
        Tag::Open {
            name,
            attributes,
            closes_itself: inner.ends_with('/'),
        }
    }

    /// The content of a raw element; one that is never closed has none, but a script or style goes on to the end.
    fn raw_content(&mut self, raw: usize) -> Option<&'a str> {
        let name = RAW[raw];
        let is_code = matches!(name, "script" | "style");
        let end = if self.unclosed[raw] {
            None
        } else {
            closing(self.rest, name)
        };
        if let Some(end) = end {
            let content = self.take(end);
            self.take(tag_end(self.rest));
            return Some(content);
        }
        self.unclosed[raw] = true;
        is_code.then(|| self.take(self.rest.len()))
    }
}

/// Where the first markup begins; the length of the text if there is none.
fn markup_start(text: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text[from..].find('<') {
        let at = from + at;
        let next = text.as_bytes().get(at + 1);
        if next.is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?')) {
            return at;
        }
        from = at + 1;
    }
    text.len()
}

/// Where the tag ends that `text` begins with: behind the first `>` outside of a quoted attribute value.
fn tag_end(text: &str) -> usize {
    let (mut quote, mut after_equals) = (None, false);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
    }
    text.len()
}

fn name_of(inner: &str) -> &str {
    let end = inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    &inner[..end.unwrap_or(inner.len())]
}

/// Where `</name` begins.
fn closing(text: &str, name: &str) -> Option<usize> {
    let mut hits = text.match_indices("</").map(|(at, _)| at);
    hits.find(|at| {
        let after = &text.as_bytes()[at + 2..];
        let is_name = after.get(..name.len());
        is_name.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && !after.get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
    })
}

/// Attributes of one tag that are looked at, and the bytes of a value that are: more is an attack or an embedded picture.
const MAX_ATTRIBUTES: usize = 64;
const MAX_VALUE_BYTES: usize = 4096;

impl<'a> Attributes<'a> {
    /// Name, as it is written, and value of each attribute.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.0;
        let one = move || {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            // Whatever the first character is, it belongs to the name.
            let name_end = rest
                .char_indices()
                .skip(1)
                .find(|&(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
            let (name, after) = rest.split_at(name_end.map_or(rest.len(), |(at, _)| at));
            let Some(value) = after.trim_start().strip_prefix('=') else {
                rest = after;
                return Some((name, ""));
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, after) = if let Some(quote) = quote {
                value[1..].split_once(quote).unwrap_or((&value[1..], ""))
            } else {
                let end = value.find(|c: char| c.is_ascii_whitespace());
                value.split_at(end.unwrap_or(value.len()))
            };
            rest = after;
            let end = value.floor_char_boundary(MAX_VALUE_BYTES);
            Some((name, &value[..end]))
        };
        std::iter::from_fn(one).take(MAX_ATTRIBUTES)
    }

    /// The value of the attribute `name`; empty if it has none.
    pub(super) fn value(self, name: &str) -> Option<&'a str> {
        self.iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let listed: Vec<String> = tags(source)
            .map(|tag| match tag {
                Tag::Text(text) => format!("{text:?}"),
                Tag::Open {
                    name,
                    attributes,
                    closes_itself,
                } => {
                    let attributes: Vec<_> = attributes
                        .iter()
                        .map(|(name, value)| format!(" {name}={value}"))
                        .collect();
                    format!(
                        "<{name}{}{}>",
                        attributes.concat(),
                        if closes_itself { " /" } else { "" }
                    )
                }
                Tag::Raw { name, content, .. } => format!("{name}({content})"),
                Tag::Close(name) => format!("</{name}>"),
            })
            .collect();
        assert_eq!(listed.join(" "), expected);
    }

    #[test]
    fn pages_are_cut_into_text_and_tags() {
        check(
            "<p class=\"a b\" id=x>Es <br/>regnet &amp; 3 < 4</P >",
            "<p class=a b id=x> \"Es \" <br /> \"regnet &amp; 3 < 4\" </P>",
        );
        check(
            "<a title='1 > 0' hidden>x</a>",
            "<a title=1 > 0 hidden=> \"x\" </a>",
        );
        check("<a ö =x äöü>", "<a ö=x äöü=>");
        check("<!DOCTYPE html><!-- <p> -->x<!---->y", "\"x\" \"y\"");
        check(
            "<script>if (a</b) x(\"<p>\")</script >z",
            "script(if (a</b) x(\"<p>\")) \"z\"",
        );
    }

    #[test]
    fn what_is_cut_off_is_still_read() {
        check(
            "<title>Regen<p>Es regnet",
            "<title> \"Regen\" <p> \"Es regnet\"",
        );
        check("Es regnet<!-- nicht", "\"Es regnet\"");
        check("Es regnet<script>x", "\"Es regnet\" script(x)");
        check("Es regnet<p class=\"a", "\"Es regnet\" <p class=a>");
        check("Es regnet<", "\"Es regnet<\"");
    }
}
