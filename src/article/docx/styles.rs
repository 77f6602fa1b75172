//! Which role a style of a Word document gives, and whether it is bold, also through the styles that it is based on.

use std::collections::BTreeMap;

use super::super::documents::Refusal;
use super::super::manuscript::{Role, role_of_style};
use super::super::xml::{Node, Nodes, Vocabulary};

/// Styles based on styles; programs stop at eleven.
const MAX_BASES: usize = 20;

/// The styles of a document by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    name: String,
    base: Option<String>,
    has_level: bool,
    is_bold: Option<bool>,
    is_hidden: Option<bool>,
}

impl Styles {
    /// Reads them from their part.
    pub fn read(source: &str) -> Result<Self, Refusal> {
        let mut nodes = Nodes::new(source);
        let mut styles = BTreeMap::new();
        let mut id = String::new();
        let mut style = Style::default();
        while let Some(node) = nodes.next()? {
            let Node::Open(element) = node else {
                continue;
            };
            let (Vocabulary::Word, name) = element.tag() else {
                continue;
            };
            match name {
                "style" => {
                    styles.insert(std::mem::take(&mut id), std::mem::take(&mut style));
                    id = element.value("styleId").unwrap_or_default();
                }
                "name" => style.name = element.value("val").unwrap_or_default(),
                "basedOn" => style.base = element.value("val"),
                "outlineLvl" => style.has_level = is_heading_level(element.value("val").as_deref()),
                "b" => style.is_bold = Some(is_on(element.value("val").as_deref())),
                "vanish" => style.is_hidden = Some(is_on(element.value("val").as_deref())),
                _ => {}
            }
        }
        styles.insert(id, style);
        Ok(Self(styles))
    }

    /// The role of paragraphs in this style.
    pub fn role(&self, id: &str) -> Role {
        let of_id = role_of_style(id);
        let named = self
            .chain(id)
            .find_map(|style| role_of_style(&style.name))
            .or(of_id);
        named.unwrap_or_else(|| {
            let has_level = self.chain(id).any(|style| style.has_level);
            if has_level { Role::Heading } else { Role::Text }
        })
    }

    /// Whether text in this style is bold.
    pub fn is_bold(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|style| style.is_bold)
    }

    /// Whether text in this style is not shown.
    pub fn is_hidden(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|style| style.is_hidden)
    }

    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.base.as_ref()?)).take(MAX_BASES)
    }
}

/// Levels of headings count from 0; 9 is running text.
pub(super) fn is_heading_level(value: Option<&str>) -> bool {
    value.is_some_and(|level| level.parse::<u8>().is_ok_and(|level| level < 9))
}

/// Whether a switch is on: it is if nothing else is said.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}
