//! The rules that hold the code together, checked on the text of the sources: who may import whom, how long a file may be.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::literals::end_of_string;

/// The modules in the order of the line from bytes to files, each with what it may import.
const TABLE: [(&str, &[&str]); 13] = [
    ("span", &[]),
    ("article", &["span"]),
    ("document", &["span", "article"]),
    ("learning", &[]),
    // The lexicon is a model file.
    ("german", &["span", "document", "learning"]),
    (
        "pipeline",
        &["span", "article", "document", "german", "learning"],
    ),
    ("review", &["span", "article", "document"]),
    // Which sources stay unnamed is known to the word lists.
    ("view", &["span", "article", "document", "german", "review"]),
    (
        "exchange",
        &["span", "article", "document", "review", "view"],
    ),
    (
        "evaluation",
        &[
            "span", "article", "document", "german", "learning", "pipeline",
        ],
    ),
    (
        "cli",
        &[
            "span",
            "article",
            "document",
            "german",
            "learning",
            "pipeline",
            "review",
            "view",
            "exchange",
            "evaluation",
        ],
    ),
    (
        "gui",
        &[
            "span", "article", "document", "german", "learning", "pipeline", "review", "view",
            "exchange",
        ],
    ),
    // The program itself chooses between the two.
    ("main", &["cli", "gui"]),
];

const MAX_LINES: usize = 400;

struct File {
    /// From the repository's root, with `/`.
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_in(folder: &str) -> Vec<File> {
    let mut folders = vec![root().join(folder)];
    let mut paths: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("folder can be listed") {
            let path = entry.expect("folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let file = |path: PathBuf| File {
        text: std::fs::read_to_string(&path).expect("sources are UTF-8"),
        path: path
            .strip_prefix(root())
            .expect("it was found there")
            .to_string_lossy()
            .replace('\\', "/"),
    };
    paths.into_iter().map(file).collect()
}

/// The module that a file under `src` belongs to: `pipeline` for `src/pipeline/names.rs`; `None` for `lib.rs` and binaries.
fn module_of(path: &str) -> Option<&str> {
    let path = path.strip_prefix("src/")?;
    let name = path.split('/').next()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (name != "lib" && name != "bin").then_some(name)
}

/// Code without comments and string literals, whose words are no paths. Character literals and lifetimes stay.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let before = code.chars().next_back();
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\"'") {
            3
        } else if character == '"' {
            end_of_string(rest)
        } else if character == 'r'
            && !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
            && rest[1..].trim_start_matches('#').starts_with('"')
        {
            let n_hashes = rest[1..].len() - rest[1..].trim_start_matches('#').len();
            let close = format!("\"{}", "#".repeat(n_hashes));
            let body = n_hashes + 2;
            rest[body..]
                .find(&close)
                .map_or(rest.len(), |end| body + end + close.len())
        } else {
            code.push(character);
            character.len_utf8()
        };
        rest = &rest[skipped..];
    }
    code
}

/// The modules named after `prefix` (`crate::` or `wortlaut::`), also in `prefix{a::X, b}`.
fn modules_after(prefix: &str, code: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let is_word_end = |before: char| before.is_alphanumeric() || before == '_' || before == ':';
        if code[..at].chars().next_back().is_some_and(is_word_end) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => modules.extend(first_words(group)),
            None => modules.extend(word(rest)),
        }
    }
    modules
}

fn word(text: &str) -> Option<String> {
    let end = text
        .find(|character: char| !character.is_alphanumeric() && character != '_')
        .unwrap_or(text.len());
    (0 < end).then(|| text[..end].to_owned())
}

/// The first word of each element of a group, up to the brace that closes it.
fn first_words(group: &str) -> Vec<String> {
    let (mut depth, mut element, mut words) = (0_usize, String::new(), Vec::new());
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.extend(word(std::mem::take(&mut element).trim())),
            character if depth == 0 => element.push(character),
            _ => {}
        }
    }
    words.extend(word(element.trim()));
    words
}

fn check(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn modules_import_only_from_those_before_them() {
    let mut problems = Vec::new();
    for file in files_in("src") {
        let Some(module) = module_of(&file.path) else {
            continue;
        };
        let Some((_, allowed)) = TABLE.iter().find(|(name, _)| *name == module) else {
            problems.push(format!(
                "{}: {module} is not in the table of modules",
                file.path
            ));
            continue;
        };
        let code = code_of(&file.text);
        let mut imported = modules_after("crate::", &code);
        imported.extend(modules_after("wortlaut::", &code));
        for import in imported {
            let is_module = TABLE.iter().any(|(name, _)| *name == import);
            let is_allowed = import == module || allowed.contains(&import.as_str());
            if is_module && !is_allowed {
                problems.push(format!("{}: {module} must not import {import}", file.path));
            }
        }
    }
    check(&problems);
}

#[test]
fn every_module_is_in_the_table() {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).expect("the library has a root");
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod "));
    for module in modules {
        let module = module.trim_end_matches(';');
        assert!(TABLE.iter().any(|(name, _)| *name == module), "{module}");
    }
}

#[test]
fn a_file_has_one_idea_and_says_which() {
    let mut problems = Vec::new();
    for file in files_in("src").into_iter().chain(files_in("tests")) {
        let n_lines = file.text.lines().count();
        if MAX_LINES < n_lines {
            problems.push(format!(
                "{}: {n_lines} lines, at most {MAX_LINES}",
                file.path
            ));
        }
        if !file.text.starts_with("//! ") {
            problems.push(format!("{}: does not begin with what it is for", file.path));
        }
    }
    check(&problems);
}

#[test]
fn nothing_is_left_undone_or_tied_to_a_machine() {
    // Put together here, so that this file does not find itself.
    let macros = ["todo", "unimplemented", "dbg"].map(|name| format!("{name}!"));
    let folders = ["work", "root", "home", "Users"].map(|name| format!("\"/{name}/"));
    let mut problems = Vec::new();
    for file in files_in("src").into_iter().chain(files_in("tests")) {
        let code = code_of(&file.text);
        let mut found: Vec<&String> = macros.iter().filter(|name| code.contains(*name)).collect();
        found.extend(folders.iter().filter(|folder| file.text.contains(*folder)));
        for text in found {
            problems.push(format!("{}: {text}", file.path));
        }
    }
    check(&problems);
}

#[test]
fn only_the_command_line_prints() {
    let mut problems = Vec::new();
    for file in files_in("src") {
        let module = module_of(&file.path);
        if module == Some("cli") || file.path.starts_with("src/bin/") {
            continue;
        }
        let code = code_of(&file.text);
        for name in ["println!", "print!", "eprintln!", "eprint!"] {
            if code.contains(name) {
                problems.push(format!("{}: {name}", file.path));
            }
        }
    }
    check(&problems);
}

#[test]
fn imports_are_found_wherever_they_stand() {
    let code = code_of(
        "use crate::{span::{Span, Unit}, article};\n// crate::gui\nlet a = \"crate::cli\"; let c = '\"'; crate::view::f(r#\"crate::learning\"#);",
    );
    let modules: Vec<String> = modules_after("crate::", &code).into_iter().collect();
    assert_eq!(modules, ["article", "span", "view"]);
}
