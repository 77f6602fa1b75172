//! The words of the interface, in German and English.

mod numbers;

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Deutsch.
    German,
    /// English.
    English,
}

/// What the reader wants the interface to speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LanguageChoice {
    /// As the system does.
    #[default]
    System,
    /// This one.
    Fixed(Language),
}

impl LanguageChoice {
    /// The language to speak; German on German systems, English elsewhere.
    pub fn resolve(self) -> Language {
        match self {
            Self::Fixed(language) => language,
            Self::System => *OF_SYSTEM,
        }
    }
}

/// Asked for once, not in each frame: it does not change while a program runs.
static OF_SYSTEM: LazyLock<Language> = LazyLock::new(|| match sys_locale::get_locale() {
    Some(locale) if locale.to_ascii_lowercase().starts_with("de") => Language::German,
    Some(_) | None => Language::English,
});

impl Language {
    fn identifier(self) -> LanguageIdentifier {
        let code = match self {
            Self::German => "de",
            Self::English => "en",
        };
        code.parse().unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            Self::German => include_str!("../../assets/locales/de/window.ftl"),
            Self::English => include_str!("../../assets/locales/en/window.ftl"),
        }
    }
}

/// Looks up what to say.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

impl Texts {
    /// All words of a language.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.identifier()]);
        // Only one direction of writing occurs, so no marks around inserted words.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(language.formatter()));
        let resource = FluentResource::try_new(language.source().to_owned());
        // What could be read counts; a test makes sure that it is everything.
        bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
        Self { bundle, language }
    }

    /// Which language it is.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words for `key`.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The words for `key` with a number in them, in the right plural.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.with(key, &[("n", n.into())])
    }

    /// The words for `key` with something inserted.
    pub fn with(&self, key: &str, inserted: &[(&'static str, Inserted<'_>)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in inserted {
            let value = match *value {
                Inserted::Text(text) => FluentValue::from(text),
                Inserted::Number(number) => FluentValue::from(number),
            };
            arguments.set(*name, value);
        }
        self.format(key, Some(&arguments))
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        match pattern {
            Some(pattern) => self
                .bundle
                .format_pattern(pattern, arguments, &mut Vec::new())
                .into_owned(),
            None => key.to_owned(),
        }
    }
}

/// Something that is inserted into a text.
#[derive(Clone, Copy, Debug)]
pub enum Inserted<'a> {
    /// Words.
    Text(&'a str),
    /// A number.
    Number(usize),
}

impl<'a> From<&'a str> for Inserted<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Inserted<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Inserted<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(language: Language) -> BTreeSet<String> {
        language
            .source()
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    }

    #[test]
    fn both_languages_are_complete_and_well_formed() {
        assert_eq!(keys(Language::German), keys(Language::English));
        for language in [Language::German, Language::English] {
            let parsed = FluentResource::try_new(language.source().to_owned());
            assert!(parsed.is_ok(), "{language:?} cannot be read");
        }
    }

    /// Reads the sources of the window and finds every quoted key: none may be missing, none may be left over.
    #[test]
    fn every_text_is_used_and_every_used_text_is_there() {
        let pattern = regex::Regex::new(r#""([a-z]+(?:-[a-z0-9]+)+)""#).expect("it is a pattern");
        let mut used = BTreeSet::new();
        let mut folders = vec![std::path::PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/gui"
        ))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the sources are there") {
                let path = entry.expect("it can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("i18n.rs") {
                    let source = std::fs::read_to_string(&path).expect("it can be read");
                    for found in pattern.captures_iter(&source) {
                        used.insert(found[1].to_owned());
                    }
                }
            }
        }
        let there = keys(Language::German);
        let unused: Vec<_> = there.difference(&used).collect();
        assert!(unused.is_empty(), "never said: {unused:?}");
        let prefixes: BTreeSet<_> = there
            .iter()
            .filter_map(|key| key.split('-').next())
            .collect();
        let missing: Vec<_> = used
            .difference(&there)
            .filter(|key| {
                key.split('-')
                    .next()
                    .is_some_and(|word| prefixes.contains(word))
            })
            .collect();
        assert!(missing.is_empty(), "nothing to say for: {missing:?}");
    }

    #[test]
    fn plurals_are_right() {
        let german = Texts::new(Language::German);
        assert_eq!(german.count("n-mentions", 1), "1 Erwähnung");
        assert_eq!(german.count("n-mentions", 2), "2 Erwähnungen");
        let english = Texts::new(Language::English);
        assert_eq!(english.count("n-mentions", 1), "1 mention");
        assert_eq!(english.count("n-mentions", 0), "0 mentions");
    }
}
