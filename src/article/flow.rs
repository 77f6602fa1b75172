//! The flow of a word processor's text: paragraphs, text boxes anchored in them, and rows of tables, put in reading order.

use super::manuscript::{Piece, Role};

/// Takes paragraphs as they open and close.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pieces: Vec<Piece>,
    /// What is open, the innermost last.
    open: Vec<Open>,
    /// Text of a paragraph whose end was deleted: it goes on in the next one.
    unfinished: Option<Line>,
}

#[derive(Debug)]
enum Open {
    Line(Line),
    /// The pieces of each cell of a row.
    Row(Vec<Vec<Piece>>),
}

#[derive(Debug)]
struct Line {
    role: Role,
    text: String,
    n_shown: usize,
    n_bold: usize,
    /// What is anchored in it.
    after: Vec<Piece>,
}

impl Flow {
    /// A paragraph begins, perhaps in a text box of another one.
    pub fn start_paragraph(&mut self, role: Role) {
        let mut line = Line {
            role,
            text: String::new(),
            n_shown: 0,
            n_bold: 0,
            after: Vec::new(),
        };
        if let Some(unfinished) = self.unfinished.take() {
            line = Line { role, ..unfinished };
        }
        self.open.push(Open::Line(line));
    }

    /// The role of the paragraph that is open.
    pub fn set_role(&mut self, role: Role) {
        if let Some(Open::Line(line)) = self.open.last_mut() {
            line.role = role;
        }
    }

    /// Text of the paragraph that is open; outside of one it is not shown.
    pub fn text(&mut self, text: &str, is_bold: bool) {
        if let Some(Open::Line(line)) = self.open.last_mut() {
            line.text.push_str(text);
            let n_shown = text.chars().filter(|c| !c.is_whitespace()).count();
            line.n_shown += n_shown;
            line.n_bold += if is_bold { n_shown } else { 0 };
        }
    }

    /// The paragraph ends.
    pub fn end_paragraph(&mut self) {
        if let Some(line) = self.pop_line() {
            self.put(
                line.after.into_iter(),
                Some(Piece {
                    role: line.role,
                    // A full stop behind the bold words does not matter.
                    is_bold: 0 < line.n_bold && line.n_shown <= line.n_bold + 1,
                    text: line.text,
                }),
            );
        }
    }

    /// The paragraph ends, but its end was deleted: what follows belongs to it.
    pub fn merge_paragraph(&mut self) {
        self.unfinished = self.pop_line();
    }

    fn pop_line(&mut self) -> Option<Line> {
        match self.open.pop() {
            Some(Open::Line(line)) => Some(line),
            Some(row @ Open::Row(_)) => {
                self.open.push(row);
                None
            }
            None => None,
        }
    }

    /// A row of a table begins.
    pub fn start_row(&mut self) {
        self.open.push(Open::Row(Vec::new()));
    }

    /// A cell of the row begins.
    pub fn start_cell(&mut self) {
        if let Some(Open::Row(cells)) = self.open.last_mut() {
            cells.push(Vec::new());
        }
    }

    /// The row ends: one line of text, unless it was there for the layout only.
    pub fn end_row(&mut self) {
        let Some(Open::Row(mut cells)) = self.open.pop_if(|open| matches!(open, Open::Row(_)))
        else {
            return;
        };
        for cell in &mut cells {
            cell.retain(|piece| !piece.text.trim().is_empty());
        }
        cells.retain(|cell| !cell.is_empty());
        let is_layout = cells.len() == 1 || cells.iter().any(|cell| 1 < cell.len());
        if is_layout {
            self.put(cells.into_iter().flatten(), None);
            return;
        }
        let is_bold = !cells.is_empty() && cells.iter().flatten().all(|piece| piece.is_bold);
        let words: Vec<String> = cells
            .into_iter()
            .flatten()
            .map(|piece| piece.text)
            .collect();
        let row = Piece {
            role: Role::Text,
            text: words.join("\t"),
            // The head of a table is no heading of the text below.
            is_bold: is_bold && words.len() < 2,
        };
        self.put(std::iter::empty(), Some(row));
    }

    /// Puts a piece, and what follows it, where it belongs.
    fn put(&mut self, after: impl Iterator<Item = Piece>, piece: Option<Piece>) {
        let place = match self.open.last_mut() {
            Some(Open::Line(line)) => &mut line.after,
            Some(Open::Row(cells)) => {
                if cells.is_empty() {
                    cells.push(Vec::new());
                }
                let last = cells.len() - 1;
                &mut cells[last]
            }
            None => &mut self.pieces,
        };
        place.extend(piece);
        place.extend(after);
    }

    /// All pieces.
    pub fn finish(mut self) -> Vec<Piece> {
        if let Some(line) = self.unfinished.take() {
            self.open.push(Open::Line(line));
            self.end_paragraph();
        }
        self.pieces
    }
}
