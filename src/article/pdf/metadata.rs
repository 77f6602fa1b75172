//! What a PDF says about itself: title, author and date.

use hayro_interpret::hayro_syntax::metadata::Metadata;

use super::super::Source;
use super::super::weave::squeeze;

/// Title, author and date; `headline` stands in for a title that no reader is meant to see.
pub(super) fn source(metadata: &Metadata, headline: Option<String>) -> Source {
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(|bytes| squeeze(&decoded(bytes)));
    let date = metadata.creation_date.filter(|date| {
        1900 < date.year && (1..=12).contains(&date.month) && (1..=31).contains(&date.day)
    });
    Source {
        title: text(&metadata.title)
            .filter(|title| is_title(title))
            .or(headline),
        byline: text(&metadata.author).filter(|author| is_author(author)),
        date: date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        ..Source::default()
    }
}

/// A text of the metadata: UTF-16 or UTF-8 with a mark, else in the PDF standard's own order.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xFE, 0xFF])
        || bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xEF, 0xBB, 0xBF])
    {
        let (text, ..) = encoding_rs::UTF_8.decode(bytes);
        return text.into_owned();
    }
    let letters = bytes.iter().map(|&byte| match byte {
        0x80..=0x9E => SIGNS[usize::from(byte - 0x80)],
        0xA0 => '€',
        _ => char::from(byte),
    });
    letters.collect()
}

/// The characters of the PDF standard from 0x80 on that Latin-1 has not.
const SIGNS: [char; 31] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
];

/// Whether somebody is named, not the program or nobody.
fn is_author(author: &str) -> bool {
    let lower = author.to_lowercase();
    !lower.is_empty()
        && ![
            "(anonymous)",
            "anonymous",
            "unknown",
            "unbekannt",
            "admin",
            "user",
            "administrator",
        ]
        .contains(&lower.as_str())
}

/// Whether it was written for readers, not left there by a program.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let endings = [
        ".doc", ".docx", ".odt", ".pdf", ".indd", ".qxd", ".qxp", ".tex", ".dvi", ".html", ".txt",
        ".rtf",
    ];
    let stems = [
        "microsoft word",
        "untitled",
        "unbenannt",
        "about:blank",
        "file:",
    ];
    !lower.is_empty()
        && !endings.iter().any(|ending| lower.ends_with(ending))
        && !stems.iter().any(|stem| lower.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_no_file_names() {
        assert!(is_title("Deich wird höher"));
        assert!(!is_title("Microsoft Word - Deich.doc"));
        assert!(!is_title("deich-final2.indd"));
    }

    #[test]
    fn texts_of_metadata_are_decoded() {
        assert_eq!(decoded(b"\xFE\xFF\0B\0\xFC\0r"), "Bür");
        assert_eq!(decoded(b"\xEF\xBB\xBFB\xC3\xBCr"), "Bür");
        assert_eq!(decoded(b"B\xFCrger \x8CJa\x8D"), "Bürger „Ja“");
    }

    #[test]
    fn the_author_is_somebody() {
        assert!(is_author("Imke Saß"));
        assert!(!is_author("(anonymous)"));
        assert!(!is_author(""));
    }
}
