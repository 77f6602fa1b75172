//! What is known of an article as a whole, as names and words, for formats that take any fields.

use crate::article::{Language, Source};

/// Title, address, date, author, agencies; the language where it is not German, and that the article breaks off where it does.
pub(super) fn facts(source: &Source) -> Vec<(&'static str, String)> {
    let agencies = Some(source.agencies.join(", ")).filter(|names| !names.is_empty());
    let language = (source.language != Language::German).then(|| source.language.tag().to_owned());
    let facts = [
        ("title", source.title.clone()),
        ("url", source.url.clone()),
        ("date", source.date.clone()),
        ("byline", source.byline.clone()),
        ("agencies", agencies),
        ("language", language),
        ("extent", source.is_stub.then(|| "beginning".to_owned())),
    ];
    let known = facts.into_iter();
    known
        .filter_map(|(name, fact)| Some((name, fact?)))
        .collect()
}

/// How many of these a format loses that has room for none of them but for some, by name.
pub(super) fn n_lost(source: &Source, held: &[&str]) -> usize {
    let facts = facts(source);
    facts
        .iter()
        .filter(|(name, _)| !held.contains(name))
        .count()
}

/// Names of the languages, in German.
pub(super) fn language(language: Language) -> &'static str {
    match language {
        Language::German => "Deutsch",
        Language::English => "Englisch",
        Language::French => "Französisch",
        Language::Italian => "Italienisch",
        Language::Spanish => "Spanisch",
        Language::Dutch => "Niederländisch",
        Language::Danish => "Dänisch",
        Language::Polish => "Polnisch",
        Language::Turkish => "Türkisch",
    }
}

/// Where the rest of the article is, in German.
pub(super) const STUB: &str = "nur der Anfang, der Rest steht hinter einer Bezahlschranke";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_not_said() {
        let mut source = Source {
            title: Some("Brücke".to_owned()),
            agencies: vec!["dpa".to_owned(), "AFP".to_owned()],
            ..Source::default()
        };
        let said = |source: &Source| {
            let facts = facts(source).into_iter();
            facts
                .map(|(name, fact)| format!("{name}={fact}"))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(said(&source), "title=Brücke agencies=dpa, AFP");
        assert_eq!(n_lost(&source, &["title"]), 1);
        (source.is_stub, source.language) = (true, Language::English);
        assert_eq!(
            said(&source),
            "title=Brücke agencies=dpa, AFP language=en extent=beginning"
        );
    }
}
