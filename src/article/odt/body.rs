//! The body of an `OpenDocument` text → its paragraphs.

use super::super::documents::Refusal;
use super::super::flow::Flow;
use super::super::manuscript::{Piece, Role};
use super::super::xml::{Element, Node, Nodes, Vocabulary};
use super::styles::{Family, Styles};

/// The paragraphs of the body.
pub(super) fn pieces(source: &str, styles: &Styles) -> Result<Vec<Piece>, Refusal> {
    let mut nodes = Nodes::new(source);
    let mut body = Body {
        styles,
        flow: Flow::default(),
        open: Vec::new(),
        n_hidden: 0,
        is_in_text: false,
        is_bold: vec![false],
    };
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => body.open(&element),
            Node::Close => body.close(),
            Node::Text(text) => body.text(&text.replace(['\n', '\r'], " ")),
        }
    }
    Ok(body.flow.finish())
}

struct Body<'a> {
    styles: &'a Styles,
    flow: Flow,
    /// The elements that are open.
    open: Vec<Place>,
    /// How many of them are not shown.
    n_hidden: usize,
    /// Inside the element that holds the text.
    is_in_text: bool,
    /// Whether text is bold in the paragraphs and pieces of text that are open.
    is_bold: Vec<bool>,
}

/// An element that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The text as a whole.
    Whole,
    Paragraph,
    Span,
    Row,
    Cell,
    Hidden,
    Other,
}

impl Body<'_> {
    fn open(&mut self, element: &Element) {
        let place = if self.is_in_text {
            self.place(element)
        } else if element.tag() == (Vocabulary::Office, "text") {
            self.is_in_text = true;
            Place::Whole
        } else {
            Place::Other
        };
        let style = || element.value("style-name").unwrap_or_default();
        match place {
            Place::Hidden => self.n_hidden += 1,
            Place::Paragraph => {
                let style = style();
                self.flow.start_paragraph(self.role(element, &style));
                let is_bold = self.styles.is_bold(Family::Paragraph, &style);
                self.is_bold.push(is_bold.unwrap_or_default());
            }
            Place::Span => {
                let is_bold = self.styles.is_bold(Family::Span, &style());
                let outer = self.is_bold.last().copied().unwrap_or_default();
                self.is_bold.push(is_bold.unwrap_or(outer));
            }
            Place::Row => self.flow.start_row(),
            Place::Cell => self.flow.start_cell(),
            Place::Whole | Place::Other => {}
        }
        self.open.push(place);
    }

    fn role(&self, element: &Element, style: &str) -> Role {
        match (element.name(), self.styles.role(style)) {
            ("h", Role::Text) => Role::Heading,
            (_, role) => role,
        }
    }

    fn place(&mut self, element: &Element) -> Place {
        let hidden_style = |family| {
            let style = element.value("style-name").unwrap_or_default();
            self.styles.is_hidden(family, &style)
        };
        match element.tag() {
            (Vocabulary::Text, name) => match name {
                "p" | "h" if hidden_style(Family::Paragraph) => Place::Hidden,
                "p" | "h" => Place::Paragraph,
                "span" if hidden_style(Family::Span) => Place::Hidden,
                "span" => Place::Span,
                "s" => self.mark(" "),
                "tab" => self.mark("\t"),
                "line-break" => self.mark("\n"),
                "section" if element.value("display").as_deref() == Some("none") => Place::Hidden,
                // What was deleted; notes; tables of contents; numbers of pages, headings and list items; readings of characters.
                "tracked-changes" | "note" | "note-citation" | "table-of-content"
                | "illustration-index" | "table-index" | "object-index" | "user-index"
                | "alphabetical-index" | "bibliography" | "page-number" | "number"
                | "ruby-text" | "script" | "hidden-text" | "sequence-decls" | "variable-decls"
                | "user-field-decls" => Place::Hidden,
                _ => Place::Other,
            },
            (Vocabulary::Table, "table-row") => Place::Row,
            (Vocabulary::Table, "table-cell" | "covered-table-cell") => Place::Cell,
            // Comments and forms; formulas and charts, and what they are called.
            (Vocabulary::Office, "annotation" | "annotation-end" | "forms" | "binary-data")
            | (Vocabulary::Draw, "object" | "object-ole")
            | (Vocabulary::Other, "title" | "desc") => Place::Hidden,
            _ => Place::Other,
        }
    }

    fn mark(&mut self, text: &str) -> Place {
        self.text(text);
        Place::Other
    }

    /// Text counts in paragraphs only, which the flow sees to.
    fn text(&mut self, text: &str) {
        if self.n_hidden == 0 && self.is_in_text {
            let is_bold = self.is_bold.last().copied().unwrap_or_default();
            self.flow.text(text, is_bold);
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Place::Hidden) => self.n_hidden -= 1,
            Some(Place::Paragraph) => {
                self.flow.end_paragraph();
                self.is_bold.pop();
            }
            Some(Place::Span) => {
                self.is_bold.pop();
            }
            Some(Place::Row) => self.flow.end_row(),
            Some(Place::Whole) => self.is_in_text = false,
            Some(Place::Cell | Place::Other) | None => {}
        }
    }
}
