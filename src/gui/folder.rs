//! A folder whose articles can be opened.

use std::path::{Path, PathBuf};

use crate::article;

/// More files than this are not listed: nobody reads the list of them.
const MOST: usize = 2000;

/// The articles of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// Its files that look like articles, by name.
    pub files: Vec<PathBuf>,
    /// Whether there are more than are listed.
    pub has_more: bool,
}

impl Folder {
    /// Lists the articles in a folder, but not in folders inside it.
    ///
    /// # Errors
    /// The system's reason why it cannot be listed.
    pub fn list(path: &Path) -> std::io::Result<Self> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(path)? {
            let file = entry?.path();
            if is_article(&file) && file.is_file() {
                files.push(file);
            }
        }
        files.sort();
        let has_more = MOST < files.len();
        files.truncate(MOST);
        Ok(Self {
            path: path.to_owned(),
            name: name(path),
            files,
            has_more,
        })
    }
}

/// Whether a file is an article, by its name. Our own annotations beside an article are none.
fn is_article(path: &Path) -> bool {
    let is_hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    if path.file_name().is_none_or(is_hidden) {
        return false;
    }
    article::Format::of_path(path).is_some()
}

/// What the reader calls a file or folder: its last part.
pub fn name(path: &Path) -> String {
    match path.file_name() {
        Some(name) => name.to_string_lossy().into_owned(),
        None => path.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_listed_by_name_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [
            "b.TXT",
            "a.html",
            ".c.txt",
            "d.png",
            "e",
            "f.md",
            "a.wortlaut.json",
        ] {
            std::fs::write(folder.path().join(name), "x").expect("it can be written");
        }
        std::fs::create_dir(folder.path().join("g.txt")).expect("it can be made");
        let listed = Folder::list(folder.path()).expect("it can be listed");
        let names: Vec<String> = listed.files.iter().map(|path| name(path)).collect();
        assert_eq!(names, ["a.html", "b.TXT", "f.md"]);
        assert!(!listed.has_more);
        assert!(Folder::list(&folder.path().join("no")).is_err());
    }
}
