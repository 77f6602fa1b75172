//! Makes a page harmless: scripts, styles and graphics go, metadata is put aside, and what remains is well-formed and not deep.
//!
//! The parser and the readability library behind it walk up and down the tree again and again; with 100,000 elements inside each other
//! or with open formatting elements by the thousand they would take hours or exhaust the memory. So every element is closed here, and
//! elements nest to a depth that no article has.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::elements::{Fate, TELLING, ends_graphic, fate, is_inline};
use super::tags::{Attributes, Tag, tags};

/// Elements inside each other; articles stay below 40, browsers stop at 512.
const MAX_DEPTH: usize = 128;

/// Elements of a page; long live tickers have 30,000.
const MAX_ELEMENTS: usize = 150_000;

/// Marks in a run of text from each of which html5ever 0.40 (`write_escaped`) looks to the run's end; an empty comment ends it unseen.
const MAX_ESCAPED: usize = 1000;

/// Marks the beginning of a caption in the text: a character of the private use area, which is removed from the page first.
pub(super) const CAPTION: char = '\u{E000}';

/// More elements than [`MAX_ELEMENTS`].
#[derive(Debug, PartialEq, Eq)]
pub(in crate::article) struct TooIntricate;

/// A harmless page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The content of `body`, well-formed.
    pub body: String,
    /// The content of `title`, with character references.
    pub title: String,
    /// `name` or `property` of `meta` elements in lower case → content; the first one counts.
    pub metas: BTreeMap<String, String>,
    /// The page's address.
    pub canonical: Option<String>,
    /// Scripts of type `application/ld+json`.
    pub json_ld: Vec<String>,
}

/// Cleans the source of a page.
pub(super) fn clean(source: &str) -> Result<Page, TooIntricate> {
    let mut cleaner = Cleaner::default();
    for tag in tags(source) {
        match tag {
            Tag::Text(text) => cleaner.text(text),
            Tag::Open {
                name,
                attributes,
                closes_itself,
            } => {
                cleaner.open(&name.to_ascii_lowercase(), attributes, closes_itself);
            }
            Tag::Raw {
                name,
                attributes,
                content,
            } => cleaner.raw(name, attributes, content),
            Tag::Close(name) => cleaner.close(&name.to_ascii_lowercase()),
        }
        if MAX_ELEMENTS < cleaner.n_elements {
            return Err(TooIntricate);
        }
    }
    cleaner.close_from(0);
    Ok(cleaner.page)
}

#[derive(Debug, Default)]
struct Cleaner {
    page: Page,
    /// Names of the elements that are open.
    open: Vec<String>,
    n_elements: usize,
    in_graphic: bool,
    in_caption: bool,
}

impl Cleaner {
    fn text(&mut self, text: &str) {
        if self.in_graphic {
            return;
        }
        let mut n_escaped = 0;
        for character in text.chars().filter(|c| !matches!(c, &CAPTION | '\0')) {
            n_escaped += usize::from(matches!(character, '&' | '\u{80}'..='\u{BF}'));
            if MAX_ESCAPED < n_escaped {
                n_escaped = 0;
                self.page.body.push_str("<!---->");
            }
            match character {
                '<' => self.page.body.push_str("&lt;"),
                '>' => self.page.body.push_str("&gt;"),
                other => self.page.body.push(other),
            }
        }
    }

    fn raw(&mut self, name: &str, attributes: Attributes, content: &str) {
        let is_title = name.eq_ignore_ascii_case("title") && !self.in_graphic;
        if is_title && self.page.title.is_empty() {
            content.trim().clone_into(&mut self.page.title);
        }
        let kind = attributes.value("type").unwrap_or_default();
        if name.eq_ignore_ascii_case("script") && kind.eq_ignore_ascii_case("application/ld+json") {
            self.page.json_ld.push(content.to_owned());
        }
    }

    fn open(&mut self, name: &str, attributes: Attributes, closes_itself: bool) {
        match name {
            "meta" => return self.meta(attributes),
            "link" => return self.link(attributes),
            "figcaption" => return self.start_caption(),
            _ => {}
        }
        if self.in_graphic {
            if !ends_graphic(name) {
                return;
            }
            self.in_graphic = false;
        }
        // A caption is one line of text, whatever it is made of.
        if self.in_caption && !is_inline(name) {
            if !matches!(
                name,
                "figure" | "h1" | "h2" | "h3" | "article" | "section" | "body"
            ) {
                if separates(name) {
                    self.page.body.push(' ');
                }
                return;
            }
            self.close("figcaption");
        }
        let name = match fate(name) {
            Fate::Void => {
                self.n_elements += 1;
                return self
                    .page
                    .body
                    .push_str(if name == "br" { "<br>" } else { "<hr>" });
            }
            Fate::Unwrap => return,
            Fate::Graphic => {
                self.in_graphic = !closes_itself;
                return;
            }
            Fate::Rename(other) => other,
            Fate::Keep => name,
        };
        self.close_before(name);
        let is_link_in_link = name == "a" && self.open.iter().any(|open| open == "a");
        if MAX_DEPTH <= self.open.len() || is_link_in_link {
            self.page.body.push(' ');
            return;
        }
        self.start(name, attributes);
        if closes_itself && !is_inline(name) {
            self.close(name);
        }
    }

    fn start(&mut self, name: &str, attributes: Attributes) {
        self.n_elements += 1;
        self.open.push(name.to_owned());
        let body = &mut self.page.body;
        body.push('<');
        body.push_str(name);
        let mut written = Vec::new();
        for (attribute, value) in attributes.iter() {
            let attribute = attribute.to_ascii_lowercase();
            if TELLING.contains(&attribute.as_str()) && !written.contains(&attribute) {
                let _ = write!(body, " {attribute}=\"{}\"", escaped(value));
                written.push(attribute);
            }
        }
        body.push('>');
        let class = attributes.value("class").unwrap_or_default();
        if name == "p" && super::boilerplate::is_caption_class(class) {
            body.push(CAPTION);
        }
    }

    fn close(&mut self, name: &str) {
        if matches!(name, "svg" | "math") {
            self.in_graphic = false;
            return;
        }
        if self.in_caption {
            if !matches!(name, "figcaption" | "figure") {
                if separates(name) {
                    self.page.body.push(' ');
                }
                return;
            }
            self.in_caption = false;
            self.close("p");
        }
        let name = match fate(name) {
            Fate::Rename(other) => other,
            Fate::Keep => name,
            Fate::Void | Fate::Unwrap | Fate::Graphic => return,
        };
        if let Some(index) = self.open.iter().rposition(|open| open == name) {
            self.close_from(index);
        }
    }

    /// Closes all open elements from `index` on.
    fn close_from(&mut self, index: usize) {
        for name in self.open.drain(index..).rev() {
            self.page.body.push_str("</");
            self.page.body.push_str(&name);
            self.page.body.push('>');
        }
    }

    /// Closes what an element of this name ends without saying so: `<p>` ends a paragraph, `<li>` a list item.
    fn close_before(&mut self, name: &str) {
        if is_inline(name) {
            return;
        }
        let (ended, borders): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                (&["h1", "h2", "h3", "h4", "h5", "h6"], &["div", "article"])
            }
            _ => (&[], &[]),
        };
        let mut found = None;
        for (index, open) in self.open.iter().enumerate().rev() {
            if ended.contains(&open.as_str()) {
                found = Some(index);
                break;
            }
            if borders.contains(&open.as_str()) {
                break;
            }
        }
        // A paragraph holds nothing but inline elements.
        let n_inline = self
            .open
            .iter()
            .rev()
            .take_while(|open| is_inline(open))
            .count();
        let above = self.open.len() - n_inline;
        let paragraph = above
            .checked_sub(1)
            .filter(|&index| self.open[index] == "p");
        if let Some(index) = found.or(paragraph) {
            self.close_from(index);
        }
    }

    fn start_caption(&mut self) {
        self.in_graphic = false;
        if self.in_caption {
            return;
        }
        self.close_before("p");
        if MAX_DEPTH <= self.open.len() {
            return;
        }
        self.n_elements += 1;
        self.open.push("p".to_owned());
        self.page.body.push_str("<p>");
        self.page.body.push(CAPTION);
        self.in_caption = true;
    }

    fn meta(&mut self, attributes: Attributes) {
        let key = attributes
            .value("property")
            .or_else(|| attributes.value("name"));
        if let (Some(key), Some(content)) = (key, attributes.value("content")) {
            let entry = self.page.metas.entry(key.trim().to_ascii_lowercase());
            entry.or_insert_with(|| content.trim().to_owned());
        }
        self.n_elements += 1;
    }

    fn link(&mut self, attributes: Attributes) {
        let is_canonical = attributes
            .value("rel")
            .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
        if is_canonical && self.page.canonical.is_none() {
            self.page.canonical = attributes.value("href").map(str::to_owned);
        }
    }
}

/// Whether an element stands apart from the words around it.
fn separates(name: &str) -> bool {
    let is_bold = matches!(name, "b" | "strong");
    !is_inline(name) && fate(name) != Fate::Unwrap && !is_bold
}

fn escaped(value: &str) -> String {
    value
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        let page = clean(source).expect("few elements");
        assert_eq!(page.body, expected);
    }

    #[test]
    fn every_element_is_closed() {
        check(
            "<div><p>a<p>b<ul><li>c<li>d",
            "<div><p>a</p><p>b</p><ul><li>c</li><li>d</li></ul></div>",
        );
        check("<span><div>a</span>b</div>", "<span><div>a</div></span>b");
        check(
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        );
    }

    #[test]
    fn scripts_styles_and_graphics_go() {
        check(
            "<script>x</script><style>y</style>a<svg><path/><text>t</text></svg>b",
            "ab",
        );
        check("<svg><g>never closed<p>a", "<p>a</p>");
        check(
            "<p>Das <i>ist</i> <b>neu</b><img src=x>",
            "<p>Das ist <strong-text>neu</strong-text></p>",
        );
    }

    #[test]
    fn captions_are_marked() {
        check(
            "<figure><img><figcaption><div>Der <i>Markt</i></div> Foto: dpa</figcaption></figure><p>a",
            "<div><p>\u{E000} Der Markt  Foto: dpa</p></div><p>a</p>",
        );
    }

    #[test]
    fn metadata_is_put_aside() {
        let page = clean(
            "<title> Regen </title><meta name=Author content=\"Anna Beispiel\"><link rel=canonical href='https://example.org/a'>",
        )
        .expect("few elements");
        assert_eq!(page.title, "Regen");
        assert_eq!(
            page.metas.get("author").map(String::as_str),
            Some("Anna Beispiel")
        );
        assert_eq!(page.canonical.as_deref(), Some("https://example.org/a"));
    }

    #[test]
    fn endless_runs_of_marks_are_cut() {
        let page = clean(&"»&amp;".repeat(MAX_ESCAPED)).expect("no elements");
        assert!(page.body.contains(";<!---->»"));
    }

    #[test]
    fn depth_and_number_of_elements_are_limited() {
        let page = clean(&"<div>".repeat(10_000)).expect("not too many");
        assert_eq!(page.body.matches("<div>").count(), MAX_DEPTH);
        assert_eq!(
            clean(&"<p>a</p>".repeat(MAX_ELEMENTS + 1)).err(),
            Some(TooIntricate)
        );
    }
}
