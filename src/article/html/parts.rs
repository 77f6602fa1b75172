//! Removes the parts of a page that by their names are no article.

use std::collections::BTreeMap;

use dom_query::{Document, NodeId, NodeRef};

use super::boilerplate;

/// Removes parts that by their name, class or role are no article, unless they hold the headline or most of the text.
pub(super) fn remove_foreign_parts(document: &Document) {
    let Some(body) = document.body() else {
        return;
    };
    let mut sizes = BTreeMap::new();
    let whole = measure(&body, &mut sizes);
    let mut foreign = Vec::new();
    collect_foreign(&body, &sizes, whole, &mut foreign);
    for node in foreign {
        node.remove_from_parent();
    }
}

/// Breaks in one cell from which on a table is no table of data but the layout of a page.
const MIN_BREAKS: usize = 3;

/// Makes the cells of tables that lay out a page parts of their own, so that a column of links does not run into the text.
pub(super) fn open_layout_tables(document: &Document) {
    let tables = document.select("table");
    for table in tables.nodes() {
        let inner: Vec<_> = table.descendants_it().filter(NodeRef::is_element).collect();
        let is_cell = |node: &&NodeRef| node.has_name("td") || node.has_name("th");
        let is_laid_out = |cell: &NodeRef| {
            let breaks = cell.descendants_it().filter(|node| node.has_name("br"));
            MIN_BREAKS <= breaks.take(MIN_BREAKS).count()
        };
        if !inner.iter().filter(is_cell).any(is_laid_out) {
            continue;
        }
        for node in &inner {
            let is_part = ["tbody", "thead", "tfoot", "tr", "td", "th"]
                .iter()
                .any(|name| node.has_name(name));
            if is_part {
                node.rename("div");
            }
        }
        table.rename("div");
    }
}

/// What stands in an element.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    n_bytes: usize,
    holds_headline: bool,
}

fn measure(node: &NodeRef, sizes: &mut BTreeMap<NodeId, Size>) -> Size {
    let mut size = Size {
        n_bytes: 0,
        holds_headline: node.has_name("h1"),
    };
    for child in node.children_it(false) {
        if child.is_text() {
            size.n_bytes += child.text().trim().len();
        } else if child.is_element() {
            let inner = measure(&child, sizes);
            size.n_bytes += inner.n_bytes;
            size.holds_headline |= inner.holds_headline;
        }
    }
    sizes.insert(node.id, size);
    size
}

fn collect_foreign<'a>(
    node: &NodeRef<'a>,
    sizes: &BTreeMap<NodeId, Size>,
    whole: Size,
    foreign: &mut Vec<NodeRef<'a>>,
) {
    for child in node.children_it(false).filter(NodeRef::is_element) {
        let size = sizes.get(&child.id).copied().unwrap_or_default();
        let is_main = size.holds_headline || whole.n_bytes < 2 * size.n_bytes;
        if is_foreign(&child) && !is_main {
            foreign.push(child);
        } else {
            collect_foreign(&child, sizes, whole, foreign);
        }
    }
}

fn is_foreign(node: &NodeRef) -> bool {
    let name = node.node_name().unwrap_or_default();
    match &*name {
        "nav" | "aside" | "footer" | "hidden-part" => true,
        "article" | "main" | "p" | "strong-text" => false,
        _ => {
            node.has_attr("hidden")
                || ["class", "id", "role"].iter().any(|attribute| {
                    node.attr(attribute)
                        .is_some_and(|names| boilerplate::is_foreign(&names))
                })
        }
    }
}
