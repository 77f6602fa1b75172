//! A tree of elements → pieces of text, one for each paragraph, heading, list item or row.

use dom_query::NodeRef;

use super::page::CAPTION;
use crate::article::weave::squeeze;

/// A run of text that stands alone in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: PieceKind,
    /// White space squeezed.
    pub text: String,
    /// All of it is bold.
    pub is_bold: bool,
    /// All of it is a link.
    pub is_link: bool,
}

/// What the page says a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    Heading,
    Caption,
    Text,
}

/// The pieces of `node` in order. The tree must not be deep, which [`super::page::clean`] sees to.
pub(super) fn pieces(node: &NodeRef) -> Vec<Piece> {
    let mut walk = Walk::default();
    walk.children(node, Style::default());
    walk.flush();
    walk.pieces
}

#[derive(Debug, Default)]
struct Walk {
    pieces: Vec<Piece>,
    line: String,
    in_heading: bool,
    /// Characters of the line that are shown, are bold, belong to a link.
    n_shown: usize,
    n_bold: usize,
    n_link: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Style {
    is_bold: bool,
    is_link: bool,
}

impl Walk {
    fn children(&mut self, node: &NodeRef, style: Style) {
        let mut child = node.first_child();
        while let Some(node) = child {
            if node.is_text() {
                self.text(&node.text(), style);
            } else if node.is_element() {
                self.element(&node, style);
            }
            child = node.next_sibling();
        }
    }

    fn text(&mut self, text: &str, style: Style) {
        for character in text.chars() {
            // Only `br` breaks a line.
            self.line
                .push(if character == '\n' { ' ' } else { character });
        }
        let n_shown = text.chars().filter(|c| !c.is_whitespace()).count();
        self.n_shown += n_shown;
        self.n_bold += if style.is_bold { n_shown } else { 0 };
        self.n_link += if style.is_link { n_shown } else { 0 };
    }

    fn element(&mut self, node: &NodeRef, style: Style) {
        let name = node.node_name().unwrap_or_default();
        match &*name {
            "br" => self.line.push('\n'),
            "a" => self.children(
                node,
                Style {
                    is_link: true,
                    ..style
                },
            ),
            "strong-text" => self.children(
                node,
                Style {
                    is_bold: true,
                    ..style
                },
            ),
            "q" => {
                self.line.push('„');
                self.children(node, style);
                self.line.push('“');
            }
            "abbr" | "bdi" | "bdo" | "cite" | "data" | "dfn" | "ins" | "kbd" | "mark" | "samp"
            | "span" | "time" | "var" => {
                self.children(node, style);
            }
            "td" | "th" => {
                self.line.push('\t');
                self.children(node, style);
            }
            // What was deleted, and what is no text.
            "del" | "hidden-part" | "script" | "style" => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.in_heading = true;
                self.children(node, style);
                self.flush();
                self.in_heading = false;
            }
            _ => {
                self.flush();
                self.children(node, style);
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let (n_shown, n_bold, n_link) = (self.n_shown, self.n_bold, self.n_link);
        (self.n_shown, self.n_bold, self.n_link) = (0, 0, 0);
        let is_caption = line.contains(CAPTION);
        let text = if is_caption {
            squeeze(&line.replace(CAPTION, ""))
        } else {
            squeeze(&line)
        };
        if text.is_empty() {
            return;
        }
        let kind = match (is_caption, self.in_heading) {
            (true, _) => PieceKind::Caption,
            (false, true) => PieceKind::Heading,
            (false, false) => PieceKind::Text,
        };
        // A full stop behind the link or the bold words does not matter.
        let nearly_all = |n: usize| 0 < n && n_shown <= n + 2;
        self.pieces.push(Piece {
            kind,
            text,
            is_bold: nearly_all(n_bold),
            is_link: nearly_all(n_link),
        });
    }
}
