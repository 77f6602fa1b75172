//! The body of a Word document → its paragraphs.

use super::super::documents::Refusal;
use super::super::flow::Flow;
use super::super::manuscript::{Piece, Role};
use super::super::xml::{Element, Node, Nodes, Vocabulary};
use super::styles::{Styles, is_heading_level, is_on};

/// The paragraphs of the body.
pub(super) fn pieces(source: &str, styles: &Styles) -> Result<Vec<Piece>, Refusal> {
    let mut nodes = Nodes::new(source);
    let mut body = Body {
        styles,
        flow: Flow::default(),
        open: Vec::new(),
        n_hidden: 0,
        paragraphs: Vec::new(),
        run: Run::default(),
        fields: Vec::new(),
    };
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => body.open(&element),
            Node::Close => body.close(),
            Node::Text(text) => body.text(&text),
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
    /// The paragraphs that are open, one inside the text box of the other.
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// The fields that are open: whether what comes is the command, not what it gave.
    fields: Vec<bool>,
}

/// An element that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Paragraph,
    /// What is said about a paragraph.
    Properties,
    /// What is said about a run of text.
    RunProperties,
    Run,
    /// Letters.
    Letters,
    Row,
    Cell,
    /// Something that is written in several ways for old and new programs; whether one was taken.
    Alternatives(bool),
    Hidden,
    /// A form field with text, whose text may be only a prompt.
    Control {
        is_prompt: bool,
    },
    Other,
}

#[derive(Debug, Default)]
struct Paragraph {
    style: String,
    /// Its end was deleted.
    is_merged: bool,
    /// The run that the paragraph stands in, if it is in a text box.
    outer: Run,
}

#[derive(Clone, Copy, Debug, Default)]
struct Run {
    is_bold: Option<bool>,
    is_hidden: Option<bool>,
}

impl Body<'_> {
    fn open(&mut self, element: &Element) {
        let place = self.place(element);
        match place {
            Place::Hidden => self.n_hidden += 1,
            Place::Paragraph => {
                let outer = std::mem::take(&mut self.run);
                self.paragraphs.push(Paragraph {
                    outer,
                    ..Paragraph::default()
                });
                self.flow.start_paragraph(Role::Text);
            }
            Place::Run => self.run = Run::default(),
            Place::Row => self.flow.start_row(),
            Place::Cell => self.flow.start_cell(),
            Place::Properties
            | Place::RunProperties
            | Place::Letters
            | Place::Alternatives(_)
            | Place::Control { .. }
            | Place::Other => {}
        }
        self.open.push(place);
    }

    fn place(&mut self, element: &Element) -> Place {
        let above = self.open.last().copied();
        match element.tag() {
            (Vocabulary::Word, name) => match name {
                "p" => return Place::Paragraph,
                "r" => return Place::Run,
                "t" => return Place::Letters,
                "tr" => return Place::Row,
                "tc" => return Place::Cell,
                "pPr" => return Place::Properties,
                "rPr" => return Place::RunProperties,
                "sdt" => return Place::Control { is_prompt: false },
                "sdtContent" if above == Some(Place::Control { is_prompt: true }) => {
                    return Place::Hidden;
                }
                // Deleted or moved away; how it looked before; readings of characters; notes; the text of commands.
                "del" | "moveFrom" if above != Some(Place::RunProperties) => return Place::Hidden,
                "pPrChange" | "rPrChange" | "sectPrChange" | "tblPrChange" | "trPrChange"
                | "tcPrChange" | "rt" | "instrText" | "delText" | "delInstrText" => {
                    return Place::Hidden;
                }
                name => self.mark(name, element, above),
            },
            (Vocabulary::Compatibility, "AlternateContent") => return Place::Alternatives(false),
            (Vocabulary::Compatibility, "Choice" | "Fallback") => {
                if let Some(Place::Alternatives(is_taken)) = self.open.last_mut() {
                    if *is_taken {
                        return Place::Hidden;
                    }
                    *is_taken = true;
                }
            }
            (Vocabulary::Formula, "t") => return Place::Letters,
            _ => {}
        }
        Place::Other
    }

    /// What has no text of its own: breaks, and what is said about paragraphs and runs.
    fn mark(&mut self, name: &str, element: &Element, above: Option<Place>) {
        if name == "fldChar" {
            self.field(element.value("fldCharType").as_deref());
        }
        if 0 < self.n_hidden {
            return;
        }
        let value = || element.value("val");
        let is_mark_of_paragraph = above == Some(Place::RunProperties)
            && self.open.iter().rev().nth(1) == Some(&Place::Properties);
        match (name, above) {
            ("tab" | "ptab", Some(Place::Run)) => self.letters("\t"),
            ("br" | "cr", Some(Place::Run)) => self.letters("\n"),
            ("noBreakHyphen", Some(Place::Run)) => self.letters("-"),
            ("pStyle", Some(Place::Properties)) => {
                let style = value().unwrap_or_default();
                self.flow.set_role(self.styles.role(&style));
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.style = style;
                }
            }
            ("outlineLvl", Some(Place::Properties))
                if is_heading_level(value().as_deref()) && self.is_unstyled() =>
            {
                self.flow.set_role(Role::Heading);
            }
            ("del" | "moveFrom", Some(Place::RunProperties)) if is_mark_of_paragraph => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.is_merged = true;
                }
            }
            (_, Some(Place::RunProperties)) if is_mark_of_paragraph => {}
            ("rStyle", Some(Place::RunProperties)) => {
                let style = value().unwrap_or_default();
                self.run.is_bold = self.run.is_bold.or(self.styles.is_bold(&style));
                self.run.is_hidden = self.run.is_hidden.or(self.styles.is_hidden(&style));
            }
            ("b", Some(Place::RunProperties)) => self.run.is_bold = Some(is_on(value().as_deref())),
            ("vanish", Some(Place::RunProperties)) => {
                self.run.is_hidden = Some(is_on(value().as_deref()));
            }
            ("showingPlcHdr", _) => {
                let control = self
                    .open
                    .iter_mut()
                    .rev()
                    .find(|place| matches!(place, Place::Control { .. }));
                if let Some(control) = control {
                    *control = Place::Control {
                        is_prompt: is_on(value().as_deref()),
                    };
                }
            }
            _ => {}
        }
    }

    fn is_unstyled(&self) -> bool {
        let style = self.paragraphs.last().map(|paragraph| &paragraph.style);
        style.is_none_or(|style| self.styles.role(style) == Role::Text)
    }

    fn field(&mut self, step: Option<&str>) {
        match step {
            Some("begin") if self.fields.len() < 256 => self.fields.push(true),
            Some("separate") => {
                if let Some(is_command) = self.fields.last_mut() {
                    *is_command = false;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.open.last() == Some(&Place::Letters) {
            // Only an element breaks a line.
            self.letters(&text.replace(['\n', '\r'], " "));
        }
    }

    fn letters(&mut self, text: &str) {
        let style = self.paragraphs.last().map(|p| p.style.as_str());
        let style = style.unwrap_or_default();
        let is_hidden = self.run.is_hidden.or_else(|| self.styles.is_hidden(style));
        if 0 < self.n_hidden || is_hidden == Some(true) || self.fields.contains(&true) {
            return;
        }
        let is_bold = self.run.is_bold.or_else(|| self.styles.is_bold(style));
        self.flow.text(text, is_bold == Some(true));
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Place::Hidden) => self.n_hidden -= 1,
            Some(Place::Paragraph) => {
                let paragraph = self.paragraphs.pop().unwrap_or_default();
                self.run = paragraph.outer;
                if paragraph.is_merged {
                    self.flow.merge_paragraph();
                } else {
                    self.flow.end_paragraph();
                }
            }
            Some(Place::Row) => self.flow.end_row(),
            Some(Place::Run) => self.run = Run::default(),
            Some(
                Place::Properties
                | Place::RunProperties
                | Place::Letters
                | Place::Cell
                | Place::Alternatives(_)
                | Place::Control { .. }
                | Place::Other,
            )
            | None => {}
        }
    }
}
