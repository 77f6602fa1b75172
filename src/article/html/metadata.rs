//! What a page says of itself: title, author, date, address; from JSON-LD, `meta` elements and `title`.

use serde_json::Value;

use super::page::Page;
use crate::article::signs;
use crate::article::weave::squeeze;

/// What a page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub byline: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    pub url: Option<String>,
    /// A summary; on many sites the lead.
    pub description: Option<String>,
    /// Whether the publisher says that it must be paid for.
    pub is_paid: bool,
}

/// Reads the metadata of a page; what the publisher says for search engines (JSON-LD) comes first.
pub(super) fn metadata(page: &Page) -> Metadata {
    let article = page.json_ld.iter().find_map(|script| article_of(script));
    let article = article.as_ref();
    let string = |key: &str| text_of(article?.get(key)?);
    let meta = |keys: &[&str]| {
        let found = keys.iter().find_map(|key| page.metas.get(*key))?;
        some(&resolved(found))
    };
    let author = article.and_then(|article| names_of(article.get("author")?));
    let is_paid = article
        .and_then(|article| article.get("isAccessibleForFree"))
        .is_some_and(|free| match free {
            Value::Bool(is_free) => !is_free,
            Value::String(free) => free.eq_ignore_ascii_case("false"),
            _ => false,
        });
    let address = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    Metadata {
        title: string("headline")
            .or_else(|| {
                meta(&[
                    "og:title",
                    "dc.title",
                    "dcterms.title",
                    "twitter:title",
                    "title",
                ])
            })
            .or_else(|| some(without_site(&resolved(&page.title)))),
        byline: author
            .or_else(|| {
                meta(&[
                    "author",
                    "dc.creator",
                    "dcterms.creator",
                    "article:author",
                    "parsely-author",
                ])
            })
            .filter(|author| !address(author)),
        date: string("datePublished")
            .or_else(|| {
                meta(&[
                    "article:published_time",
                    "date",
                    "dc.date",
                    "dcterms.date",
                    "dcterms.created",
                    "dcterms.issued",
                    "created",
                    "last-modified",
                ])
            })
            .and_then(|date| signs::iso_date(&date)),
        url: page
            .canonical
            .clone()
            .or_else(|| meta(&["og:url"]))
            .filter(address),
        description: string("description")
            .or_else(|| meta(&["og:description", "description", "twitter:description"])),
        is_paid,
    }
}

fn some(text: &str) -> Option<String> {
    Some(squeeze(&text.replace('\n', " "))).filter(|text| !text.is_empty())
}

/// Character references resolved.
fn resolved(source: &str) -> String {
    if !source.contains('&') {
        return source.to_owned();
    }
    let source = source.replace('<', "&lt;");
    dom_query::Document::fragment(source).text().to_string()
}

/// "Neue Brücke steht - Beispielzeitung" → "Neue Brücke steht"; a title that would become shorter than three words stays.
fn without_site(title: &str) -> &str {
    let cut = [" | ", " - ", " – ", " — ", " · "]
        .iter()
        .filter_map(|separator| title.rfind(separator))
        .max();
    match cut {
        Some(at) if 3 <= title[..at].split_whitespace().count() => &title[..at],
        _ => title,
    }
}

/// The article in a JSON-LD script: the object itself, one of a list, or one of a graph.
fn article_of(script: &str) -> Option<Value> {
    // Many sites write line breaks into strings, which JSON forbids.
    let script = script.replace(['\n', '\r', '\t'], " ");
    let value: Value = serde_json::from_str(&script).ok()?;
    let is_article = |value: &Value| {
        let types = match value.get("@type") {
            Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one.as_str()],
            _ => Vec::new(),
        };
        types.iter().any(|name| {
            name.ends_with("Article")
                || matches!(
                    *name,
                    "BlogPosting" | "LiveBlogPosting" | "Report" | "WebPage"
                )
        })
    };
    let candidates = match &value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(object) => match object.get("@graph") {
            Some(Value::Array(graph)) => graph.iter().collect(),
            _ => vec![&value],
        },
        _ => Vec::new(),
    };
    candidates
        .into_iter()
        .find(|candidate| is_article(candidate))
        .cloned()
}

fn text_of(value: &Value) -> Option<String> {
    some(&resolved(value.as_str()?))
}

/// "Anna Beispiel, Jörg Muster" from a string, an object with a name, or a list of these.
fn names_of(value: &Value) -> Option<String> {
    match value {
        Value::String(_) => text_of(value),
        Value::Object(person) => text_of(person.get("name")?),
        Value::Array(people) => {
            let names: Vec<_> = people
                .iter()
                .take(20)
                .filter_map(|person| match person {
                    Value::Array(_) => None,
                    _ => names_of(person),
                })
                .collect();
            Some(names.join(", ")).filter(|names| !names.is_empty())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(source: &str) -> Metadata {
        metadata(&super::super::page::clean(source).expect("few elements"))
    }

    #[test]
    fn json_ld_comes_first() {
        let found = page(
            r#"<title>Brücke | Beispielzeitung</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Z"},
            {"@type":["NewsArticle"],"headline":"Neue Br&uuml;cke","author":[{"name":"Anna Beispiel"},{"name":"Jörg Muster"}],"datePublished":"2016-12-08T15:30:00+01:00"}]}</script>"#,
        );
        assert_eq!(found.title.as_deref(), Some("Neue Brücke"));
        assert_eq!(found.byline.as_deref(), Some("Anna Beispiel, Jörg Muster"));
        assert_eq!(found.date.as_deref(), Some("2016-12-08T15:30:00+01:00"));
    }

    #[test]
    fn meta_elements_and_title_come_next() {
        let found = page(
            "<title>Neue Brücke steht &ndash; Beispielzeitung</title><meta name=author content='Anna &amp; Jörg'>
            <meta property='og:url' content='https://example.org/a'><meta name=date content='08.12.2016'>",
        );
        assert_eq!(found.title.as_deref(), Some("Neue Brücke steht"));
        assert_eq!(found.byline.as_deref(), Some("Anna & Jörg"));
        assert_eq!(found.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(found.date.as_deref(), Some("2016-12-08"));
    }

    #[test]
    fn damaged_metadata_is_no_metadata() {
        let found = page(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script><meta name=date content=gestern>",
        );
        assert_eq!(found, Metadata::default());
    }
}
