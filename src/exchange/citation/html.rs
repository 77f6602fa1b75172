//! Citations as HTML, for word processors and mail programs.

use super::{Citation, Piece, Rendering, Source};

/// As HTML: a block quotation for each citation, then the source with its address as a link.
pub fn html(citations: &[Citation], source: &Source) -> String {
    // Without it some programs read what they paste as Windows-1252.
    let mut html = String::from("<meta charset=\"utf-8\">");
    for citation in citations {
        html.push_str("<blockquote>");
        for paragraph in paragraphs(citation) {
            html.push_str("<p>");
            html.push_str(&paragraph);
            html.push_str("</p>");
        }
        html.push_str("</blockquote>");
    }
    let pieces = source.pieces();
    if !pieces.is_empty() {
        html.push_str("<p>");
        for piece in pieces {
            match piece {
                Piece::Words(words) => html.push_str(&escaped(&words)),
                Piece::Title(title) => html.extend(["<i>", &escaped(title), "</i>"]),
                Piece::Url(url) if super::host(url).is_some() => {
                    let url = escaped(url);
                    html.extend(["<a href=\"", &url, "\">", &url, "</a>"]);
                }
                Piece::Url(url) => html.push_str(&escaped(url)),
            }
        }
        html.push_str("</p>");
    }
    html
}

fn paragraphs(citation: &Citation) -> Vec<String> {
    let words = citation.words.iter().map(|words| escaped(words));
    let who = citation.attribution();
    match citation.rendering {
        Rendering::Article => words.collect(),
        Rendering::Literal if who.is_empty() => words.collect(),
        Rendering::Literal => words.chain([format!("– {}", escaped(&who))]).collect(),
        Rendering::Paraphrase => vec![escaped(&citation.sentence())],
    }
}

/// As text, also in an attribute.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::tests::{citations, source};
    use super::*;

    #[test]
    fn quotations_are_blocks_and_the_address_is_a_link() {
        let html = html(&citations(), &source());
        let page = dom_query::Document::from(html.as_str());
        let texts: Vec<String> = (page.select("p").iter())
            .map(|paragraph| paragraph.text().to_string())
            .collect();
        assert_eq!(page.select("blockquote").length(), 3);
        assert_eq!(texts[0], "„Wir bauen die Brücke.“");
        assert_eq!(texts[1], "– Erika Ohnesorg (Bürgermeisterin), laut dpa");
        assert_eq!(
            texts[2],
            "Erika Ohnesorg, sinngemäß: der Bau sei „bezahlt“."
        );
        assert_eq!(texts[3..5], ["Sie sagt „nein“.", "Er auch"]);
        let link = page.select("a");
        assert_eq!(link.attr("href").as_deref(), Some(source().url.as_str()));
        assert_eq!(page.select("i").text().as_ref(), "Neue Brücke?");
    }

    #[test]
    fn no_words_become_tags() {
        let words = "<b onclick=\"a\">&amp;</b>".to_owned();
        let citation = Citation {
            words: vec![words.clone()],
            ..Citation::default()
        };
        let url = "javascript:alert(1)".to_owned();
        let source = Source {
            url,
            ..Source::default()
        };
        let html = html(&[citation], &source);
        let page = dom_query::Document::from(html.as_str());
        assert_eq!(page.select("b, a").length(), 0);
        assert_eq!(page.select("blockquote").text().as_ref(), words);
    }
}
