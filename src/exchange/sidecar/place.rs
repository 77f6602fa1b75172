//! Which file belongs to which article.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// What the names of all such files end in.
const ENDING: &str = ".wortlaut.json";

/// The folder for them in the reader's data folder.
const FOLDER: &str = "reviews";

/// What corrections belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs<'a> {
    /// The article in this file.
    File(&'a Path),
    /// This text, which comes from no file.
    Text(&'a str),
}

/// The places where such files are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The reader's data folder; none where there is no such thing.
    pub data: Option<PathBuf>,
}

impl Places {
    /// Where corrections may be kept, the better place first: beside the article, then in the data folder.
    pub fn of(&self, belongs: Belongs<'_>) -> Vec<PathBuf> {
        match belongs {
            Belongs::File(path) => {
                let beside = beside(path);
                let in_data = self.folder().map(|folder| folder.join(hashed_name(path)));
                beside.into_iter().chain(in_data).collect()
            }
            Belongs::Text(text) => {
                let name = format!("{}{ENDING}", hex(text.as_bytes()));
                self.folder()
                    .map(|folder| folder.join(name))
                    .into_iter()
                    .collect()
            }
        }
    }

    /// The folder in the data folder.
    fn folder(&self) -> Option<PathBuf> {
        self.data.as_ref().map(|data| data.join(FOLDER))
    }

    /// Whether a file is in the data folder.
    pub fn is_in_data(&self, path: &Path) -> bool {
        self.folder().is_some_and(|folder| path.starts_with(folder))
    }

    /// The file to lock while `sidecar` is compared and written, one of 256 so that they do not become more and more; none
    /// where there is no data folder.
    pub(super) fn lock(&self, sidecar: &Path) -> Option<PathBuf> {
        let hash = hex(whole(sidecar).as_os_str().as_encoded_bytes());
        let name = format!("{}.lock", &hash[..2]);
        let data = self.data.as_ref()?;
        Some(data.join("locks").join(name))
    }
}

/// Whether a file holds corrections that belong beside an article, by its name.
pub fn is_sidecar(path: &Path) -> bool {
    article_of(path).is_some()
}

/// The article beside which such a file belongs, by its name; it need not be there.
pub fn article_of(sidecar: &Path) -> Option<PathBuf> {
    let name = sidecar.file_name()?.to_str()?;
    let end = name
        .len()
        .checked_sub(ENDING.len())
        .filter(|end| 0 < *end)?;
    let (name, ending) = (name.get(..end)?, name.get(end..)?);
    ending
        .eq_ignore_ascii_case(ENDING)
        .then(|| sidecar.with_file_name(name))
}

/// The file beside an article. One of ours that stands alone is its own.
fn beside(path: &Path) -> Option<PathBuf> {
    if is_sidecar(path) {
        return Some(path.to_owned());
    }
    let mut name = OsString::from(path.file_name()?);
    name.push(ENDING);
    Some(path.with_file_name(name))
}

/// Articles in different folders may have the same name.
fn hashed_name(path: &Path) -> String {
    const MOST: usize = 60;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let stem: String = stem.chars().take(MOST).collect();
    let hash = hex(whole(path).as_os_str().as_encoded_bytes());
    format!("{stem}-{}{ENDING}", &hash[..16])
}

/// The same path whichever way leads to it, as far as that can be found out.
fn whole(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let whole = folder
        .canonicalize()
        .or_else(|_| std::path::absolute(folder));
    let whole = whole.unwrap_or_else(|_| folder.to_owned());
    whole.join(path.file_name().unwrap_or_default())
}

/// SHA-256 in lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut digits, byte| {
            // Writing into a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}
