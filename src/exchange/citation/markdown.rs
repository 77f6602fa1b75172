//! Citations as Markdown (`CommonMark`): a block quotation for each, then the source.

use super::{Citation, Piece, Rendering, Source};

/// As Markdown. Signs that mean something there are escaped, so that words stay what they are.
pub fn markdown(citations: &[Citation], source: &Source) -> String {
    let quotes = citations.iter().map(|citation| {
        let paragraphs = paragraphs(citation);
        let lines: Vec<String> = paragraphs
            .iter()
            .map(|paragraph| format!("> {paragraph}"))
            .collect();
        lines.join("\n>\n")
    });
    let line: String = (source.pieces().into_iter())
        .map(|piece| match piece {
            Piece::Words(words) => inside(&words),
            Piece::Title(title) => format!("*{}*", inside(title)),
            Piece::Url(url) if can_be_linked(url) => format!("<{url}>"),
            Piece::Url(url) => inside(url),
        })
        .collect();
    let line = (!line.is_empty()).then(|| first(line));
    // Between two of them a comment, or they would be one.
    let quotes: Vec<String> = quotes.collect();
    let mut blocks = Vec::from_iter((!quotes.is_empty()).then(|| quotes.join("\n\n<!-- -->\n\n")));
    blocks.extend(line);
    let mut markdown = blocks.join("\n\n");
    markdown.push('\n');
    markdown
}

fn paragraphs(citation: &Citation) -> Vec<String> {
    let words = citation.words.iter().map(|words| escaped(words));
    let who = citation.attribution();
    match citation.rendering {
        Rendering::Article => words.collect(),
        Rendering::Literal if who.is_empty() => words.collect(),
        Rendering::Literal => words.chain([format!("– {}", inside(&who))]).collect(),
        Rendering::Paraphrase => vec![escaped(&citation.sentence())],
    }
}

pub(in crate::exchange) fn can_be_linked(url: &str) -> bool {
    let breaks = |letter: char| letter.is_whitespace() || letter.is_control();
    super::host(url).is_some() && !url.contains(['<', '>']) && !url.contains(breaks)
}

/// Words at the beginning of a line.
pub(in crate::exchange) fn escaped(words: &str) -> String {
    first(inside(words))
}

/// Words that are escaped already, but for what means something only at the beginning of a line: a list.
fn first(words: String) -> String {
    let n_digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match words.as_bytes().get(n_digits) {
        Some(b'.' | b')') if 0 < n_digits => {
            let (number, rest) = words.split_at(n_digits);
            format!("{number}\\{rest}")
        }
        Some(b'-') if n_digits == 0 => format!("\\{words}"),
        _ => words,
    }
}

/// Words anywhere in a line.
pub(in crate::exchange) fn inside(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '='
            | '+' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\n' | '\r' => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    use super::super::tests::{citations, source};
    use super::*;

    #[test]
    fn citations_are_block_quotations() {
        let expected = expect![[r"
            > „Wir bauen die Brücke.“
            >
            > – Erika Ohnesorg (Bürgermeisterin), laut dpa

            <!-- -->

            > Erika Ohnesorg, sinngemäß: der Bau sei „bezahlt“.

            <!-- -->

            > Sie sagt „nein“.
            >
            > Er auch

            Quelle: Anna Beispiel: *Neue Brücke?* In: neustadt.example, 3. Mai 2024, <https://neustadt.example/bruecke_1*2>. Datei: bruecke.html.
        "]];
        expected.assert_eq(&markdown(&citations(), &source()));
    }

    /// The words of a document, and the tags in it.
    fn read(markdown: &str) -> (String, Vec<String>) {
        let (mut words, mut tags) = (String::new(), Vec::new());
        for event in Parser::new(markdown) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Start(tag) => tags.push(match tag {
                    Tag::BlockQuote(_) => "quote".to_owned(),
                    Tag::Paragraph => "paragraph".to_owned(),
                    other => format!("{other:?}"),
                }),
                Event::End(_) => {}
                other => words.extend(["?", &format!("{other:?}")]),
            }
        }
        (words, tags)
    }

    proptest! {
        #[test]
        fn words_stay_what_they_are(words in "[-#*_>+=~|<&.)(!\\[\\]`$0-9a-c\\\\ äÜ👩–„“\"']{1,20}") {
            let words = crate::view::quoting::on_one_line(&words);
            prop_assume!(!words.is_empty());
            let citation = Citation {
                words: vec![words.clone()],
                rendering: Rendering::Article,
                ..Citation::default()
            };
            let (found, tags) = read(&markdown(&[citation], &Source::default()));
            prop_assert_eq!(found, words);
            prop_assert_eq!(tags, ["quote", "paragraph"]);
        }
    }
}
