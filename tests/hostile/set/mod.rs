//! Files that are made to break readers, built when they are needed: none of them is kept, some have 50 MB.

#![expect(
    clippy::format_collect,
    reason = "each file is made once, and so it reads better"
)]

pub mod annotations;
pub mod archives;
pub mod encodings;
pub mod endings;
pub mod mails;
pub mod markup;
mod packing;
#[path = "../../common/pdf_files.rs"]
mod pdf_files;
pub mod pdfs;
pub mod rich_text;
pub mod shapes;
pub mod subtitles;
pub mod truncations;

use std::fs;
use std::path::{Path, PathBuf};

/// What has to come of a file.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// A message with these words.
    Message(&'static str),
    /// A reading whose text holds these words.
    Reading(&'static str),
    /// One or the other: what is left of a damaged file may be enough.
    Either,
}

/// What stands at the place of a file.
pub enum Content {
    /// A file with these bytes.
    Bytes(Box<dyn Fn() -> Vec<u8>>),
    /// A folder, with an article in it.
    Folder,
    /// A pipe that nobody writes into.
    Pipe,
    /// A link to another name.
    Link(&'static str),
}

/// A hostile file.
pub struct Hostile {
    /// Its name; the ending says what it pretends to be.
    pub name: String,
    /// What there is.
    pub content: Content,
    /// Another file that it needs beside it: name and content.
    pub beside: Option<(String, Vec<u8>)>,
    /// What has to come of it.
    pub expected: Expected,
}

/// A sentence to be found again.
pub const SENTENCE: &str = "Es regnet seit Tagen, sagte die Bürgermeisterin Anna Beispiel.";

fn file(name: &str, expected: Expected, bytes: impl Fn() -> Vec<u8> + 'static) -> Hostile {
    Hostile {
        name: name.to_owned(),
        content: Content::Bytes(Box::new(bytes)),
        beside: None,
        expected,
    }
}

fn text(name: &str, expected: Expected, text: impl Fn() -> String + 'static) -> Hostile {
    file(name, expected, move || text().into_bytes())
}

/// All of them, family by family.
pub fn all() -> Vec<Hostile> {
    [
        archives::files(),
        markup::files(),
        encodings::files(),
        shapes::files(),
        truncations::files(),
        endings::files(),
        mails::files(),
        pdfs::files(),
        rich_text::files(),
        subtitles::files(),
        annotations::files(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Hostile {
    /// Puts it into a folder.
    pub fn put(&self, folder: &Path) -> PathBuf {
        if let Some((name, bytes)) = &self.beside {
            fs::write(folder.join(name), bytes).expect("the folder is writable");
        }
        let path = folder.join(&self.name);
        match &self.content {
            Content::Bytes(bytes) => fs::write(&path, bytes()).expect("the folder is writable"),
            Content::Folder => {
                fs::create_dir(&path).expect("the folder is writable");
                fs::write(path.join("a.txt"), SENTENCE).expect("the folder is writable");
            }
            Content::Pipe => {
                let made = std::process::Command::new("mkfifo").arg(&path).status();
                assert!(made.is_ok_and(|status| status.success()), "no mkfifo");
            }
            Content::Link(target) => link(target, &path),
        }
        path
    }

    /// What is wrong with what came of it, a text or a message; nothing if it is as expected.
    pub fn fault(&self, path: &Path, outcome: &Result<String, String>) -> Option<String> {
        let name = &self.name;
        match (outcome, self.expected) {
            (Ok(text), _) if text.contains("root:") => Some(format!("{name}: shows another file")),
            (Ok(text), _) if text.trim().is_empty() => Some(format!("{name}: shows nothing")),
            (Ok(text), Expected::Reading(words)) if !text.contains(words) => {
                Some(format!("{name}: no „{words}“"))
            }
            (Ok(_), Expected::Message(_)) => Some(format!("{name}: was read")),
            (Err(message), Expected::Reading(_)) => Some(format!("{name}: {message}")),
            (Err(message), Expected::Message(words)) if !message.contains(words) => {
                Some(format!("{name}: {message}, and not „{words}“"))
            }
            (Err(message), _) if !message.ends_with(&path.display().to_string()) => {
                Some(format!("{name}: does not name the file: {message}"))
            }
            // "reason; way out: file"
            (Err(message), _) if !message.contains(';') => {
                Some(format!("{name}: tells no way out: {message}"))
            }
            _ => None,
        }
    }
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).expect("the folder is writable");
}

#[cfg(not(unix))]
fn link(_target: &str, _path: &Path) {}
