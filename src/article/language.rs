//! Which language an article is in, by its commonest words: enough to tell a reader that it is not German.
//!
//! German of all countries and dialects counts as German, and so does what is too short or too mixed to tell.

use std::collections::BTreeSet;

/// Languages that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Or not to be told.
    #[default]
    German,
    /// English.
    English,
    /// French.
    French,
    /// Italian.
    Italian,
    /// Spanish.
    Spanish,
    /// Dutch.
    Dutch,
    /// Danish and Norwegian, which share their commonest words.
    Danish,
    /// Polish.
    Polish,
    /// Turkish.
    Turkish,
}

impl Language {
    const FOREIGN: [Self; 8] = [
        Self::English,
        Self::French,
        Self::Italian,
        Self::Spanish,
        Self::Dutch,
        Self::Danish,
        Self::Polish,
        Self::Turkish,
    ];

    /// Its tag, BCP 47: "de".
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
            Self::French => "fr",
            Self::Italian => "it",
            Self::Spanish => "es",
            Self::Dutch => "nl",
            Self::Danish => "da",
            Self::Polish => "pl",
            Self::Turkish => "tr",
        }
    }

    /// The language with a tag; German if it is none of these.
    pub fn of_tag(tag: &str) -> Self {
        let found = Self::FOREIGN.into_iter().find(|one| one.tag() == tag);
        found.unwrap_or_default()
    }

    /// Its name in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::German => "German",
            Self::English => "English",
            Self::French => "French",
            Self::Italian => "Italian",
            Self::Spanish => "Spanish",
            Self::Dutch => "Dutch",
            Self::Danish => "Danish",
            Self::Polish => "Polish",
            Self::Turkish => "Turkish",
        }
    }

    /// Words without which hardly a sentence is written.
    fn words(self) -> &'static str {
        match self {
            // The last two lines are Low German, and Bavarian, Alemannic, Berlin and Cologne speech.
            Self::German => {
                "der die das den dem des und ist nicht ein eine einen einem einer zu im mit von sich auf für dass daß er sie es an auch als \
                 nach wie aus bei hat war sind wird noch nur oder aber um haben werden ich wir ihr über zum zur vor kann sagte durch bis \
                 dat un nich ick wat ik wi hett för een mit up to ok sünd wör \
                 i net ned nöd nid isch is a ma mer mir dr d s uf ond händ hend sin des de koa koan oiso scho aa jo ois ham hobn et mer us"
            }
            Self::English => {
                "the of and to that is was for on with as at by it from are this be have has not they which his her he she we you had \
                 were will would their been said who but its after about"
            }
            Self::French => {
                "le la les des du et est une un dans que qui pour pas sur par avec plus ce il elle sont au aux ne se à ont été cette \
                 leur mais nous vous selon comme a"
            }
            Self::Italian => {
                "il la di che è e un una per non con sono del della dei delle nel nella al alla ha si lo le gli da più anche come \
                 ma questo hanno dal dalla i"
            }
            Self::Spanish => {
                "el la de que y en los las un una por con no es del se su para al más lo como pero sus ha fue este está son sobre han"
            }
            Self::Dutch => {
                "de het een van en in is dat op te zijn voor niet met die aan er ook door bij naar uit om heeft maar hij zij wordt \
                 deze dit worden nog over wij hun geen volgens"
            }
            Self::Danish => {
                "og i at er det en den til af på for med de ikke som der var et har han hun vi kan blev men fra om ved efter skal \
                 også siger"
            }
            Self::Polish => {
                "i w na z się nie do to że jest o jak po od za co przez dla oraz ale są ma tym był była który które która będzie \
                 już tylko tego ze"
            }
            Self::Turkish => {
                "ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra en ama olduğunu dedi var değil göre yeni her \
                 ise o ki"
            }
        }
    }
}

/// Words that are looked at: more do not make it surer.
const SAMPLE: usize = 2000;

/// Fewer words are not enough to call an article foreign: a headline may be "The Show must go on".
const MIN_WORDS: usize = 20;

/// The language of a text.
pub(super) fn language(text: &str) -> Language {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(SAMPLE)
        .map(str::to_lowercase)
        .collect();
    if words.len() < MIN_WORDS {
        return Language::German;
    }
    let count = |language: Language| {
        let known: BTreeSet<&str> = language.words().split_whitespace().collect();
        let hits = words.iter().filter(|word| known.contains(word.as_str()));
        hits.count()
    };
    let german = count(Language::German);
    let counted = Language::FOREIGN.map(|language| (count(language), language));
    // Of two that are level the first counts.
    let best = counted
        .into_iter()
        .rev()
        .max_by_key(|&(n_words, _)| n_words);
    match best {
        // A fifth of the words, and clearly more than are German: a German article that quotes English at length stays German.
        Some((n_words, language)) if words.len() <= n_words * 6 && german * 3 <= n_words * 2 => {
            language
        }
        _ => Language::German,
    }
}

#[cfg(test)]
mod tests;
