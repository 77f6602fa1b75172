//! The list of what can be read and written.

use std::io::{self, Write};

use crate::article;
use crate::exchange;

/// Prints the list.
pub(super) fn list(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Articles that can be read:")?;
    for format in article::Format::ALL {
        let extensions: Vec<_> = format
            .extensions()
            .iter()
            .map(|e| format!(".{e}"))
            .collect();
        let describe = match format {
            article::Format::Plain => "text in UTF-8, UTF-16, Windows-1252 or ISO-8859-15",
            article::Format::Markdown => "text with CommonMark markup and front matter",
            article::Format::Html => "web pages: the article without navigation, adverts, comments",
            article::Format::Pdf => "PDF files with a text layer, in columns or not",
            article::Format::Docx => "Word documents, without deleted text, notes and comments",
            article::Format::Odt => "OpenDocument texts, as LibreOffice writes them",
            article::Format::Epub => "electronic books: the chapters as one article",
            article::Format::Eml => "mails, also with pages inside",
            article::Format::Mhtml => "web pages saved as one file",
            article::Format::Rtf => "Rich Text of any word processor",
            article::Format::Subtitles => "SRT and WebVTT: what was said as running text",
        };
        writeln!(
            out,
            "  {:<10} {describe} ({})",
            format.label(),
            extensions.join(", ")
        )?;
    }
    writeln!(
        out,
        "\nAnnotations that can be written (annotate --format, convert --to), * can be opened again:"
    )?;
    for format in exchange::Format::ALL {
        let names: Vec<_> = format
            .files()
            .iter()
            .map(|name| name.with_stem("ARTICLE"))
            .collect();
        let back = if format.reads() { '*' } else { ' ' };
        writeln!(
            out,
            "{back} {:<15} {}\n{:18}{}",
            format.name(),
            format.describe(),
            "",
            names.join(", ")
        )?;
    }
    Ok(())
}
