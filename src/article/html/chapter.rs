//! Pages that are nothing but text, chapters of books for example: all that is in them.

use dom_query::Document;

use super::page::{TooIntricate, clean};
use super::walk::{PieceKind, pieces};
use crate::article::manuscript::{Piece, Role};

/// The headings, paragraphs and captions of a page, none left out.
pub(in crate::article) fn chapter(source: &str) -> Result<Vec<Piece>, TooIntricate> {
    let page = clean(source)?;
    let body = format!("<html><head></head><body>{}</body></html>", page.body);
    let document = Document::from(body);
    let found = document.body().map(|body| pieces(&body));
    let piece = |piece: super::walk::Piece| Piece {
        role: match piece.kind {
            PieceKind::Heading => Role::Heading,
            PieceKind::Caption => Role::Caption,
            PieceKind::Text => Role::Text,
        },
        text: piece.text,
        is_bold: piece.is_bold,
    };
    Ok(found.unwrap_or_default().into_iter().map(piece).collect())
}
