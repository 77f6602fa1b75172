//! Text that comes from outside, made harmless for a page.

/// Text for content and for attributes in double quotes. Characters that HTML forbids become U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(character),
            character if character.is_control() => html.push('\u{FFFD}'),
            character => html.push(character),
        }
    }
    html
}

/// An address as a link, if it is one of the web; as plain text otherwise: `javascript:` is an address too.
pub(super) fn web_address(url: &str) -> String {
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let start = url.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let url = escaped(url);
    if is_web {
        format!("<a rel=\"noreferrer\" href=\"{url}\">{url}</a>")
    } else {
        url
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            escaped("<a href=\"x\" on='y'>&\u{0}"),
            "&lt;a href=&quot;x&quot; on=&#39;y&#39;&gt;&amp;\u{FFFD}"
        );
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert!(web_address("HTTPS://example.org/?a=1&b").starts_with("<a rel"));
        assert_eq!(web_address("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(web_address("ö"), "ö");
    }
}
