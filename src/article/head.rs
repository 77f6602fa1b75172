//! Lines above and below the text that are no part of it, whatever the format of the file: author and date in one line, the web address.

use std::sync::LazyLock;

use regex::Regex;

use super::{Article, Block, BlockKind, Format, signs};

/// Blocks at the beginning among which author and date stand.
const TOP: usize = 6;

/// Blocks at the end among which the address stands.
const BOTTOM: usize = 3;

/// Tells such lines from paragraphs, and what they say from what else is known; what is known already stays.
pub(super) fn mend(article: &mut Article) {
    let is_known = |format| {
        matches!(
            format,
            Format::Html | Format::Mhtml | Format::Epub | Format::Eml | Format::Subtitles
        )
    };
    let n_text = article.blocks.iter().filter(|block| is_line(block)).count();
    if is_known(article.source.format) || n_text < 2 {
        return;
    }
    // What a word processor notes of author and date is who has saved the file, and when; what is printed says more.
    let is_file_date = matches!(
        article.source.format,
        Format::Docx | Format::Odt | Format::Rtf
    );
    let n_blocks = article.blocks.len();
    for index in 0..n_blocks {
        let (is_top, is_bottom) = (index < TOP, n_blocks <= index + BOTTOM);
        if !is_top && !is_bottom {
            continue;
        }
        let Article {
            text,
            blocks,
            source,
        } = article;
        let block = &mut blocks[index];
        let words = block.span.of(text);
        if 400 < words.len() || !is_line(block) && block.kind != BlockKind::Signature {
            continue;
        }
        if let Some(url) = address(words) {
            source.url.get_or_insert(url);
            block.kind = BlockKind::Signature;
        } else if 0 < index
            && is_top
            && let Some((byline, date)) = author_and_date(words)
        {
            if is_file_date && block.kind != BlockKind::Signature {
                source.byline = byline.or(source.byline.take());
                source.date = date.or(source.date.take());
            } else {
                source.byline = source.byline.take().or(byline);
                source.date = source.date.take().or(date);
            }
            block.kind = BlockKind::Signature;
        }
    }
}

fn is_line(block: &Block) -> bool {
    match block.kind {
        BlockKind::Lead | BlockKind::Paragraph | BlockKind::Subheading | BlockKind::Caption => true,
        BlockKind::Kicker | BlockKind::Headline | BlockKind::Signature => false,
    }
}

/// The address, from a line that says nothing else: "Quelle: `https://neustadt.example/bruecke`".
fn address(line: &str) -> Option<String> {
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        let before = r"(?:(?:Quelle|URL|Link|Web|Adresse|Internet|Online|Original(?:artikel)?|(?:Zuletzt )?[Aa]bgerufen(?: von| unter)?)\s?:?\s+)?";
        let after = r"(?:,?\s[(\[]?(?:zuletzt )?(?:abgerufen|aufgerufen|Stand|Zugriff)[^()\[\]]{0,40}[)\]]?)?\.?";
        Regex::new(&format!(
            r"^{before}<?(https?://[^\s<>]{{4,300}}?)>?{after}$"
        ))
        .expect("the pattern is valid")
    });
    Some(ADDRESS.captures(line)?[1].to_owned())
}

/// Author and date, from a line that says nothing else: "Anna Beispiel | Stand: 12. März 2026", "Von Anna Beispiel, Berlin – 12.3.2026".
pub(super) fn author_and_date(line: &str) -> Option<(Option<String>, Option<String>)> {
    if 160 < line.len() {
        return None;
    }
    let line = line.replace(['\n', '\u{A0}'], " ");
    // A tab stands for what is set apart.
    let separators = [" | ", " – ", " - ", " — ", " · ", " • ", " // ", "; "];
    let line = separators
        .iter()
        .fold(line, |line, separator| line.replace(separator, "\t"));
    let mut found = (None, None);
    let mut names = None;
    for piece in line.split('\t').map(str::trim) {
        if let Some(date) = signs::date(piece) {
            found.1.get_or_insert(date);
        } else if let Some(byline) = signs::byline(piece) {
            found.0.get_or_insert(byline);
        } else if let Some(people) = signs::people(piece) {
            names.get_or_insert(people);
        } else if !signs::is_time(piece) {
            return None;
        }
    }
    // Names alone may be a heading; beside a date they are the author.
    if found.0.is_none() && found.1.is_some() {
        found.0 = names;
    } else if names.is_some() && found.1.is_none() {
        return None;
    }
    (found != (None, None)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::from_text;

    const TEXT: &str = "Das Ministerium hat den Kauf bestätigt, sagte der Minister am Montag.\n\n\
        Die Opposition kritisierte die Kosten. Der Vertrag soll bald unterzeichnet werden.";

    #[track_caller]
    fn check(line: &str, byline: Option<&str>, date: Option<&str>) {
        let article = from_text(format!("Marine bekommt neue Schiffe\n\n{line}\n\n{TEXT}\n"));
        let source = &article.source;
        let found = (source.byline.as_deref(), source.date.as_deref());
        assert_eq!(found, (byline, date), "{line}");
        let is_signature = article.blocks[1].kind == BlockKind::Signature;
        assert_eq!(is_signature, byline.is_some() || date.is_some(), "{line}");
    }

    #[test]
    fn author_and_date_may_share_a_line() {
        let date = Some("2026-03-12");
        let author = Some("Anna Beispiel");
        check("Von Anna Beispiel, Berlin – 12. März 2026", author, date);
        check(
            "Anna Beispiel | Stand: 12. März 2026, 18.30 Uhr",
            author,
            date,
        );
        check("12.03.2026 · 18:30 Uhr · von Anna Beispiel", author, date);
        check(
            "Anna Beispiel und Jörg Muster - 12.3.2026",
            Some("Anna Beispiel und Jörg Muster"),
            date,
        );
        check("Berlin, 12.3.2026", None, date);
        check("2026-03-12", None, date);
        check("Von Anna Beispiel, dpa", author, None);
    }

    #[test]
    fn other_short_lines_stay() {
        check("Anna Beispiel", None, None);
        check("Streit um die Kosten – und kein Ende", None, None);
        check("Schiffe | Werften | Häfen", None, None);
        check("Am 12. März 2026 beginnt der Bau", None, None);
    }

    #[test]
    fn an_address_alone_is_that_of_the_article() {
        let url = "https://neustadt.example/politik/marine-1.234";
        for line in [
            url.to_owned(),
            format!("Quelle: {url}"),
            format!("URL: <{url}> (abgerufen am 12. März 2026)"),
        ] {
            let article = from_text(format!("Marine bekommt Schiffe\n\n{TEXT}\n\n{line}\n"));
            assert_eq!(article.source.url.as_deref(), Some(url), "{line}");
            let last = article.blocks.last().map(|block| block.kind);
            assert_eq!(last, Some(BlockKind::Signature), "{line}");
        }
        let article = from_text(format!("Marine bekommt Schiffe\n\n{TEXT}\n\nMehr: {url}\n"));
        assert_eq!(article.source.url, None);
    }
}
