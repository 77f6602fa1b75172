//! Which role a style of an `OpenDocument` text gives, and whether it is bold, also through its parents.

use std::collections::BTreeMap;

use super::super::documents::Refusal;
use super::super::manuscript::{Role, role_of_style};
use super::super::xml::{Element, Node, Nodes, Vocabulary};

/// Parents of parents; programs write five.
const MAX_PARENTS: usize = 20;

/// The styles of paragraphs and of pieces of text in them, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<(Family, String), Style>);

/// What styles are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Paragraphs and headings.
    Paragraph,
    /// Pieces of text.
    Span,
}

#[derive(Debug, Default)]
struct Style {
    shown_name: Option<String>,
    parent: Option<String>,
    has_level: bool,
    is_bold: Option<bool>,
    is_hidden: Option<bool>,
}

impl Styles {
    /// Adds the styles of a file.
    pub fn add(&mut self, source: &str) -> Result<(), Refusal> {
        let mut nodes = Nodes::new(source);
        let mut current = None;
        while let Some(node) = nodes.next()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.tag() {
                (Vocabulary::Style, "style") => current = self.start(&element),
                (Vocabulary::Style, "text-properties") => {
                    if let Some(style) = current.as_ref().and_then(|key| self.0.get_mut(key)) {
                        let weight = element.value("font-weight");
                        style.is_bold = weight.map(|weight| is_bold(&weight)).or(style.is_bold);
                        // Of two attributes of this name one is about text, and the values differ.
                        if element.value("display").as_deref() == Some("none") {
                            style.is_hidden = Some(true);
                        }
                    }
                }
                (Vocabulary::Office, "body") => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element) -> Option<(Family, String)> {
        let family = match element.value("family").as_deref() {
            Some("paragraph") => Family::Paragraph,
            Some("text") => Family::Span,
            _ => return None,
        };
        let key = (family, element.value("name")?);
        let level = element.value("default-outline-level");
        let style = Style {
            shown_name: element.value("display-name"),
            parent: element.value("parent-style-name"),
            has_level: level.is_some_and(|level| level.parse::<u8>().is_ok_and(|level| 0 < level)),
            ..Style::default()
        };
        self.0.insert(key.clone(), style);
        Some(key)
    }

    /// The role of paragraphs in this style.
    pub fn role(&self, name: &str) -> Role {
        let mut named = None;
        let mut has_level = false;
        for (name, style) in self.chain(Family::Paragraph, name) {
            let shown = style.and_then(|style| style.shown_name.as_deref());
            named = named
                .or_else(|| role_of_style(name))
                .or_else(|| role_of_style(shown?));
            has_level |= style.is_some_and(|style| style.has_level);
        }
        named.unwrap_or(if has_level { Role::Heading } else { Role::Text })
    }

    /// Whether text in this style is bold.
    pub fn is_bold(&self, family: Family, name: &str) -> Option<bool> {
        self.chain(family, name)
            .find_map(|(_, style)| style?.is_bold)
    }

    /// Whether text in this style is not shown.
    pub fn is_hidden(&self, family: Family, name: &str) -> bool {
        self.chain(family, name)
            .any(|(_, style)| style.is_some_and(|style| style.is_hidden == Some(true)))
    }

    /// A style and its parents, by name; a style that is not described has a name only.
    fn chain<'a>(
        &'a self,
        family: Family,
        name: &'a str,
    ) -> impl Iterator<Item = (&'a str, Option<&'a Style>)> {
        let style_of = move |name: &str| self.0.get(&(family, name.to_owned()));
        let first = (name, style_of(name));
        std::iter::successors(Some(first), move |(_, style)| {
            let parent = (*style)?.parent.as_deref()?;
            Some((parent, style_of(parent)))
        })
        .take(MAX_PARENTS)
    }
}

/// "bold", or a weight of 600 and more.
fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u16>().is_ok_and(|weight| 600 <= weight)
}
