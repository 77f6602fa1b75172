//! Writing a file so that it is there as a whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written. Says what to do; the path comes last.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The path is that of the article.
    #[error("would replace the article itself; choose another name or folder: {path}")]
    OntoArticle {
        /// The article.
        path: PathBuf,
    },
    /// The path names a folder, or nothing.
    #[error("is no name for a file; choose a name inside a folder: {path}")]
    NoFileName {
        /// What was given.
        path: PathBuf,
    },
    /// The folder is missing or may not be written to, or the disk is full.
    #[error("cannot be written ({reason}); choose another folder: {path}")]
    Unwritable {
        /// The system's words.
        reason: String,
        /// Whether nobody may write there: another folder will do, waiting will not.
        is_refused: bool,
        /// The file that was to be written.
        path: PathBuf,
    },
}

impl WriteError {
    /// Whether nobody may write there: another folder will do, waiting will not.
    pub fn is_refused(&self) -> bool {
        matches!(
            self,
            Self::Unwritable {
                is_refused: true,
                ..
            }
        )
    }
}

/// Writes `bytes` to `path`: into a temporary file in the same folder first, which then takes the name, so that
/// a crash leaves the old file or the new one, never half of one. Refuses to replace `article`, but for the same bytes:
/// then nothing has to be done.
pub fn save(path: &Path, bytes: &[u8], article: Option<&Path>) -> Result<(), WriteError> {
    if path.file_name().is_none() || path.is_dir() {
        return Err(WriteError::NoFileName { path: path.into() });
    }
    // Links are followed: the file they lead to is replaced, and it may be the article.
    let target = path.canonicalize().unwrap_or_else(|_| path.into());
    let is_article = |article: &Path| {
        article == path
            || article
                .canonicalize()
                .is_ok_and(|article| article == target)
    };
    if article.is_some_and(is_article) {
        if std::fs::read(&target).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        return Err(WriteError::OntoArticle { path: path.into() });
    }
    replace(&target, bytes).map_err(|error| WriteError::Unwritable {
        reason: without_path(&error),
        is_refused: matches!(
            error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        ),
        path: path.into(),
    })
}

/// The system's words without the name of the temporary file, which means nothing to anybody.
fn without_path(error: &io::Error) -> String {
    let words = error.to_string();
    match words.split_once(" at path ") {
        Some((words, _)) => words.to_owned(),
        None => words,
    }
}

fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut file = temporary(folder)?;
    file.write_all(bytes)?;
    if let Ok(replaced) = target.metadata() {
        file.as_file().set_permissions(replaced.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    // The new name is on disk once the folder is; where folders cannot be synchronised (Windows), the system sees to it.
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// What the names of unfinished files begin with, and how long they are.
pub(super) const TEMPORARY: &str = ".wortlaut-";
pub(super) const TEMPORARY_LENGTH: usize = TEMPORARY.len() + 6;

/// A new file in `folder`, readable for whom the user's settings say: temporary files are for their owner only otherwise.
pub(super) fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY).rand_bytes(6);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("the system has a folder for temporary files")
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("folder is there");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("readable")
                    .file_name()
                    .to_string_lossy()
                    .into()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_written_and_replaced_without_remains() {
        let folder = folder();
        let path = folder.path().join("a.json");
        save(&path, b"old", None).expect("writable");
        save(&path, b"new", None).expect("writable");
        assert_eq!(std::fs::read(&path).expect("readable"), b"new");
        assert_eq!(names_in(folder.path()), ["a.json"]);
    }

    #[test]
    fn the_article_is_never_replaced() {
        let folder = folder();
        let article = folder.path().join("a.json");
        std::fs::write(&article, "text").expect("writable");
        std::fs::create_dir(folder.path().join("x")).expect("writable");
        for path in [article.clone(), folder.path().join("x/../a.json")] {
            let refused = save(&path, b"x", Some(&article));
            assert!(
                matches!(refused, Err(WriteError::OntoArticle { .. })),
                "{path:?}"
            );
        }
        assert_eq!(std::fs::read(&article).expect("readable"), b"text");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_article_is_the_article() {
        let folder = folder();
        let (article, link) = (folder.path().join("a.txt"), folder.path().join("link.json"));
        std::fs::write(&article, "text").expect("writable");
        std::os::unix::fs::symlink(&article, &link).expect("links work here");
        let refused = save(&link, b"x", Some(&article));
        assert!(matches!(refused, Err(WriteError::OntoArticle { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn the_permissions_of_a_replaced_file_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("a.json");
        std::fs::write(&path, "old").expect("writable");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("own file");
        save(&path, b"new", None).expect("writable");
        let mode = path.metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[test]
    fn a_missing_folder_and_a_folder_as_file_are_told() {
        let folder = folder();
        let nowhere = save(&folder.path().join("no/a.json"), b"x", None);
        let message = nowhere.expect_err("there is no such folder").to_string();
        assert!(message.starts_with("cannot be written (") && message.ends_with("a.json"));
        assert!(!message.contains(TEMPORARY), "{message}");
        let onto_folder = save(folder.path(), b"x", None);
        assert!(matches!(onto_folder, Err(WriteError::NoFileName { .. })));
    }
}
