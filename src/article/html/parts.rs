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
