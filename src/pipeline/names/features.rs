//! What the name model sees of a word: the one feature function for training and for use.

pub mod network;

use super::knowledge::Knowledge;
use crate::document::Tag;
use crate::german::lexicon::{Classes, Lexicon};
use crate::german::lower_case::lower_case;
use crate::learning::features::{Atom, FeatureRows, Features, atom, pair};

/// Whose habits a text follows. Guidelines differ ("Euro", "EU-Kommission"), and so do lone sentences and whole articles;
/// what a feature means in one domain does not disturb the others (Daumé 2007).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Up to three sentences out of their context, as in `GermEval` 2014.
    Sentence,
    /// A whole article.
    Article,
    /// A text that marks some kinds of names only, as `SmartData` does; for training alone.
    Partial,
}

impl Domain {
    /// A text of more sentences is an article.
    const MAX_SENTENCES: usize = 3;

    /// The domain of a text that is not marked.
    pub fn of(n_sentences: usize) -> Self {
        if n_sentences <= Self::MAX_SENTENCES {
            Self::Sentence
        } else {
            Self::Article
        }
    }
}

/// What is known of a word apart from its neighbours.
#[derive(Clone, Debug)]
pub struct Word {
    exact: Atom,
    lower: Atom,
    shape: Atom,
    prefixes: [Atom; 4],
    suffixes: [Atom; 5],
    /// First and last part of a word with hyphen, or 0.
    parts: [Atom; 2],
    first_part_classes: u16,
    clusters: [u16; 2],
    classes: u16,
    lexical: u64,
    quoted: bool,
    part_of_speech: Atom,
    /// What the first reading said of the same word elsewhere in the article; 0 on the first reading.
    pub elsewhere: Atom,
}

/// What stands beyond the ends of a sentence.
fn outside() -> Word {
    Word {
        exact: 1,
        lower: 1,
        shape: 1,
        prefixes: [0; 4],
        suffixes: [0; 5],
        parts: [0; 2],
        first_part_classes: 0,
        clusters: [u16::MAX; 2],
        classes: 0,
        lexical: 0,
        quoted: false,
        part_of_speech: Atom::MAX,
        elsewhere: 0,
    }
}

/// Classes of the lexicon that tell a name from another word.
const TELLING: Classes = Classes::NAME
    .or(Classes::NOUN)
    .or(Classes::NOMINALISED)
    .or(Classes::ATTRIBUTE)
    .or(Classes::PREDICATE)
    .or(Classes::FINITE)
    .or(Classes::INFINITIVE)
    .or(Classes::PAST_PARTICIPLE)
    .or(Classes::ADVERB)
    .or(Classes::PREPOSITION)
    .or(Classes::ARTICLE)
    .or(Classes::COORDINATION)
    .or(Classes::GENITIVE_SINGULAR)
    .or(Classes::ABBREVIATION);

/// Describes the words of a text, each with its tag.
pub fn describe<'a>(
    words: impl Iterator<Item = (&'a str, Tag)>,
    knowledge: &Knowledge,
    lexicon: &Lexicon,
) -> Vec<Word> {
    let mut quoted = false;
    words
        .map(|(text, tag)| {
            match text {
                "„" | "»" | "‚" | "›" => quoted = true,
                "“" | "«" | "”" | "‘" | "‹" => quoted = false,
                "\"" => quoted = !quoted,
                _ => (),
            }
            let part_of_speech = tag.part_of_speech as Atom;
            Word {
                quoted,
                part_of_speech,
                ..word(text, knowledge, lexicon)
            }
        })
        .collect()
}

fn word(text: &str, knowledge: &Knowledge, lexicon: &Lexicon) -> Word {
    let mut prefixes = [0; 4];
    let mut suffixes = [0; 5];
    let ends = text
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    for (prefix, end) in prefixes.iter_mut().zip(ends.skip(1)) {
        *prefix = atom(&text[..end]);
    }
    let starts = text.char_indices().rev().map(|(at, _)| at);
    for (suffix, start) in suffixes.iter_mut().zip(starts) {
        *suffix = atom(&text[start..]);
    }
    let split = text
        .split_once('-')
        .filter(|(first, last)| !first.is_empty() && !last.is_empty());
    let last = text.rsplit('-').next().unwrap_or_default();
    Word {
        exact: atom(text),
        lower: atom(&lower_case(text)),
        shape: shape(text),
        prefixes,
        suffixes,
        parts: split.map_or([0; 2], |(first, _)| [atom(first), atom(last)]),
        first_part_classes: split.map_or(0, |(first, _)| knowledge.classes(first)),
        clusters: knowledge.clusters(text),
        classes: knowledge.classes(text),
        lexical: lexicon.classes(text, false).0 & TELLING.0,
        ..outside()
    }
}

/// Runs of capitals, small letters, digits and marks: "US-Dollar" → "A-Aa".
fn shape(text: &str) -> Atom {
    let mut shape = String::new();
    for character in text.chars() {
        let class = if character.is_uppercase() {
            'A'
        } else if character.is_lowercase() {
            'a'
        } else if character.is_numeric() {
            '0'
        } else {
            character
        };
        if !shape.ends_with(class) {
            shape.push(class);
        }
    }
    // A single capital is an initial or begins an ordinary word; two or more are an abbreviation.
    let capitals = text.chars().take_while(|c| c.is_uppercase()).count().min(2);
    pair(atom(&shape), capitals as u64)
}

/// Features of the words of one sentence, one row per word, without [`votes`].
pub fn rows(sentence: &[Word], domain: Domain) -> FeatureRows {
    let mut rows = FeatureRows::default();
    let mut features = Features::default();
    let beyond = outside();
    for at in 0..sentence.len() {
        let near = |offset: isize| -> &Word {
            at.checked_add_signed(offset)
                .and_then(|index| sentence.get(index))
                .unwrap_or(&beyond)
        };
        features.clear();
        let window = [near(-2), near(-1), near(0), near(1), near(2)];
        collect(window, at == 0, &mut features);
        collect_parts_of_speech(
            window.map(|word| word.part_of_speech),
            near(0).shape,
            &mut features,
        );
        collect_habits(near(0), domain, &mut features);
        rows.push(&features);
    }
    rows
}

/// Features of what the first reading said of the same words elsewhere: on the first reading there are none.
pub fn votes(sentence: &[Word], domain: Domain) -> FeatureRows {
    let mut rows = FeatureRows::default();
    let mut features = Features::default();
    for (at, word) in sentence.iter().enumerate() {
        let elsewhere = |index: Option<usize>| {
            index
                .and_then(|index| sentence.get(index))
                .map_or(0, |word| word.elsewhere)
        };
        features.clear();
        collect_votes(
            word,
            elsewhere(at.checked_sub(1)),
            elsewhere(Some(at + 1)),
            domain,
            &mut features,
        );
        rows.push(&features);
    }
    rows
}

fn collect([left2, left, word, right, right2]: [&Word; 5], is_first: bool, out: &mut Features) {
    out.add(0, word.exact);
    out.add(1, word.lower);
    out.add(2, left2.lower);
    out.add(3, left.lower);
    out.add(4, right.lower);
    out.add(5, right2.lower);
    out.add_pair(6, left.lower, word.lower);
    out.add_pair(7, word.lower, right.lower);
    for (template, &value) in (8..).zip(&word.prefixes).filter(|(_, value)| **value != 0) {
        out.add(template, value);
    }
    for (template, &value) in (12..).zip(&word.suffixes).filter(|(_, value)| **value != 0) {
        out.add(template, value);
    }
    out.add(17, left.suffixes[2]);
    out.add(18, right.suffixes[2]);
    out.add(19, word.shape);
    out.add(20, left.shape);
    out.add(21, right.shape);
    out.add_pair(22, pair(left.shape, word.shape), right.shape);
    let cluster = |word: &Word| Atom::from(word.clusters[0]);
    out.add(23, cluster(word));
    out.add(24, cluster(left));
    out.add(25, cluster(right));
    out.add(26, cluster(left2));
    out.add(27, cluster(right2));
    out.add_pair(28, cluster(left), cluster(word));
    out.add_pair(29, cluster(word), cluster(right));
    out.add_pair(30, pair(cluster(left), cluster(right)), word.shape);
    let coarse = |word: &Word| Atom::from(word.clusters[1]);
    out.add(52, coarse(word));
    out.add_pair(53, coarse(left), coarse(word));
    out.add_pair(54, coarse(word), coarse(right));
    out.add_pair(55, pair(coarse(left), coarse(word)), coarse(right));
    out.add_pair(56, pair(coarse(left2), coarse(left)), word.shape);
    out.add_pair(57, pair(coarse(right), coarse(right2)), word.shape);
    out.add_pair(58, coarse(left), word.lower);
    out.add_pair(59, word.lower, coarse(right));
    let classes = |word: &Word| Atom::from(word.classes);
    if word.classes != 0 {
        out.add(31, classes(word));
        (0..16)
            .filter(|bit| word.classes >> bit & 1 == 1)
            .for_each(|bit| out.add(32, bit));
    }
    if left.classes != 0 {
        out.add(33, classes(left));
    }
    if right.classes != 0 {
        out.add(34, classes(right));
    }
    if word.classes != 0 || left.classes != 0 {
        out.add_pair(35, classes(left), classes(word));
    }
    if word.classes != 0 || right.classes != 0 {
        out.add_pair(36, classes(word), classes(right));
    }
    let lexical = |word: &Word| Atom::from(word.lexical);
    out.add_pair(37, lexical(word), word.shape);
    out.add_pair(38, lexical(left), left.shape);
    out.add_pair(39, lexical(right), right.shape);
    out.add_pair(40, pair(lexical(left), lexical(word)), word.shape);
    out.add_pair(41, pair(lexical(word), word.shape), Atom::from(is_first));
    if word.quoted {
        out.add(42, word.shape);
        out.add_pair(43, left.shape, word.shape);
    }
    if word.parts[0] != 0 {
        out.add(44, word.parts[0]);
        out.add(45, word.parts[1]);
        out.add_pair(46, Atom::from(word.first_part_classes), word.shape);
    }
}

fn collect_parts_of_speech(
    [left2, left, word, right, right2]: [Atom; 5],
    shape: Atom,
    out: &mut Features,
) {
    out.add(70, word);
    out.add_pair(71, left, word);
    out.add_pair(72, word, right);
    out.add_pair(73, pair(left, word), right);
    out.add_pair(74, pair(left2, left), word);
    out.add_pair(75, word, shape);
    out.add_pair(76, pair(word, right), right2);
}

/// Says of the most telling features in which domain they were seen.
fn collect_habits(word: &Word, domain: Domain, out: &mut Features) {
    let domain = domain as u64;
    out.add(60, domain);
    out.add_pair(61, domain, word.lower);
    out.add_pair(62, domain, word.shape);
    out.add_pair(63, domain, Atom::from(word.classes));
    out.add_pair(64, domain, Atom::from(word.clusters[0]));
    out.add_pair(65, domain, Atom::from(word.clusters[1]));
    out.add_pair(66, domain, word.suffixes[2]);
}

fn collect_votes(word: &Word, left: Atom, right: Atom, domain: Domain, out: &mut Features) {
    if word.elsewhere != 0 {
        out.add(47, word.elsewhere);
        out.add_pair(48, word.elsewhere, word.shape);
        out.add_pair(67, domain as u64, word.elsewhere);
    }
    if left != 0 {
        out.add(49, left);
    }
    if right != 0 {
        out.add(50, right);
    }
    if word.elsewhere != 0 || left != 0 {
        out.add_pair(51, left, word.elsewhere);
    }
}
