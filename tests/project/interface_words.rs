//! Every word that a reader sees comes from the files in assets/locales: no words in the code of the window, and the two
//! languages say the same with the quotation marks and spaces of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::literals::end_of_string;
use regex::Regex;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<PathBuf> {
    let (mut folders, mut paths) = (vec![root().join("src/gui")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the sources are there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths
}

/// String literals of code with what stands before each on its line. Comments are left out.
fn literals(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut rest, mut before) = (code, String::new());
    while let Some(character) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("'\"'") {
            3
        } else if character == '"' {
            let end = end_of_string(rest);
            found.push((before.clone(), rest[1..end.max(2) - 1].to_owned()));
            end
        } else {
            if character == '\n' {
                before.clear();
            }
            before.push(character);
            character.len_utf8()
        };
        rest = &rest[skipped..];
    }
    found
}

/// Whether a literal reads like words for a reader: several words, a word with a capital, or a letter that is not English.
fn is_for_readers(literal: &str) -> bool {
    let is_word = |word: &&str| 2 <= word.chars().filter(|letter| letter.is_alphabetic()).count();
    // What is inserted is no word of the literal.
    let placeholders = Regex::new(r"\{[^}]*\}").expect("it is a pattern");
    let literal = placeholders.replace_all(literal, " ");
    let words: Vec<&str> = literal.split_whitespace().filter(is_word).collect();
    let has_capital = words.iter().any(|word| {
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    });
    let is_foreign = literal
        .chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    2 <= words.len() || has_capital || is_foreign
}

/// Literals that are no words for readers, by what stands before them.
const FOR_NOBODY: &[&str] = &[
    "Id::unique((",
    "id_salt(",
    "id_salt((",
    ".with((",
    "scope_id().with(",
    "dialog(context, ",
    "finder.ui(context, ",
    "expect(",
    "reason = ",
    "Id::unique(",
    "include_str!(",
    "include_bytes!(",
    "#[path = ",
    "env!(",
    "var_os(",
    "with_title(",
    "run_native(",
];

/// Files whose words are not for the window: what goes to the terminal before a window opens, what tests of the real
/// window read, and the built-in articles.
const OTHER_FILES: [&str; 4] = [
    "gui/probe.rs",
    "gui/mod.rs",
    "gui/state_file.rs",
    "gui/examples.rs",
];

/// The name of the program; keys as the settings keep them; a measure; how a date is written; a line that is measured, but
/// not shown.
const NAMES: [&str; 9] = [
    "Wortlaut",
    "{} – Wortlaut",
    "Wortlaut {} ({system})",
    "Ctrl+",
    "Alt+",
    "Shift+",
    "uα",
    "%-d.%-m.%Y, %H:%M",
    "Die Verhandlungen seien am Mittwoch ohne Ergebnis vertagt worden, hieß es.",
];

#[test]
fn no_word_for_readers_stands_in_the_code_of_the_window() {
    let mut problems = Vec::new();
    for path in sources() {
        let name = path.to_string_lossy().replace('\\', "/");
        let is_other = OTHER_FILES.iter().any(|file| name.ends_with(file));
        if is_other || name.ends_with("tests.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (before, literal) in literals(code) {
            let is_known = FOR_NOBODY
                .iter()
                .any(|known| before.trim().ends_with(known.trim()))
                || NAMES.contains(&literal.as_str());
            if !is_known && is_for_readers(&literal) {
                problems.push(format!("{}: {literal:?}", path.display()));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The texts of a language: key and pattern, with its lines.
fn texts(language: &str) -> Vec<(String, String)> {
    let path = root()
        .join("assets/locales")
        .join(language)
        .join("window.ftl");
    let file = std::fs::read_to_string(path).expect("the words are there");
    let mut texts: Vec<(String, String)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" = ") {
            Some((key, pattern)) if key.starts_with(|first: char| first.is_ascii_lowercase()) => {
                texts.push((key.to_owned(), pattern.to_owned()));
            }
            _ => {
                if let Some((_, pattern)) = texts.last_mut() {
                    pattern.push('\n');
                    pattern.push_str(line);
                }
            }
        }
    }
    texts
}

const LANGUAGES: [&str; 2] = ["de", "en"];

#[test]
fn no_key_is_there_twice() {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for (key, _) in texts(language) {
            assert!(seen.insert(key.clone()), "{language}: {key}");
        }
    }
}

#[test]
fn both_languages_insert_the_same_things() {
    let variable = Regex::new(r"\$[a-z_]+").expect("it is a pattern");
    let inserted = |language: &str| -> BTreeMap<String, BTreeSet<String>> {
        let texts = texts(language).into_iter();
        let names = |pattern: &str| {
            let found = variable.find_iter(pattern);
            found.map(|found| found.as_str().to_owned()).collect()
        };
        texts.map(|(key, pattern)| (key, names(&pattern))).collect()
    };
    let (german, english) = (inserted("de"), inserted("en"));
    for (key, names) in &german {
        assert_eq!(Some(names), english.get(key), "{key}");
    }
    assert_eq!(german.len(), english.len());
}

#[test]
fn each_language_has_its_own_quotation_marks_and_spaces() {
    let mut problems = Vec::new();
    for (language, open, close, foreign) in [
        ("de", '„', '“', ['”', '"', '»', '«', '\'']),
        ("en", '“', '”', ['„', '"', '»', '«', '\'']),
    ] {
        for (key, pattern) in texts(language) {
            let mut complain = |what: &str| problems.push(format!("{language} {key}: {what}"));
            if pattern.contains(foreign) {
                complain("has other quotation marks");
            }
            let marks = pattern
                .chars()
                .filter(|&mark| mark == open || mark == close);
            let mut is_inside = false;
            for mark in marks {
                if (mark == open) == is_inside {
                    complain("quotes without beginning or end");
                }
                is_inside = mark == open;
            }
            if is_inside {
                complain("quotes without end");
            }
            if pattern.contains("...") {
                complain("has three points for an ellipsis");
            }
            let first = pattern.lines().next().unwrap_or_default();
            if first.contains("  ") || pattern.lines().any(|line| line.ends_with(' ')) {
                complain("has spaces to no purpose");
            }
            if pattern.contains(" %") {
                complain("may break before the percent sign");
            }
            if language == "en" && pattern.contains(" …") {
                complain("has a space before the ellipsis");
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn words_for_readers_are_told_from_names_for_the_program() {
    for words in ["Öffnen", "Open", "read again", "{name} wird gelesen"] {
        assert!(is_for_readers(words), "{words}");
    }
    for name in [
        "open-article",
        "wght",
        "",
        "{}: {}",
        "aleppo.txt",
        "mark",
        "·",
    ] {
        assert!(!is_for_readers(name), "{name}");
    }
    let code = "// \"No\"\nlet a = label(\"Yes\"); let quote = '\"'; b(\"a \\\" c\");";
    let found: Vec<String> = literals(code).into_iter().map(|(_, found)| found).collect();
    assert_eq!(found, ["Yes", "a \\\" c"]);
}
