//! Files beside the one with the corrections: numbered, so that nothing is replaced.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::writing::{Checksum, Kept, SaveError};
use crate::exchange::save as whole_file;

/// More are not made: whoever has so many does not look at them.
const MOST: u32 = 999;

/// Gives a file that cannot be used another name: `aleppo.txt.wortlaut.json` becomes `aleppo.txt.wortlaut.broken-1.json`.
/// The name that it has now; its content is untouched.
///
/// # Errors
/// The system's, where the folder may not be written to.
pub fn put_aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1..=MOST {
        let aside = with_ending(path, ".json", &format!(".broken-{number}.json"));
        if !aside.exists() {
            std::fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Keeps a copy of a file that is about to be replaced by something that has not all of it:
/// `aleppo.txt.wortlaut.before-1.json`. The same content is not kept twice.
///
/// # Errors
/// The system's, where the folder may not be written to.
pub fn back_up(path: &Path) -> io::Result<()> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for number in 1..=MOST {
        let aside = with_ending(path, ".json", &format!(".before-{number}.json"));
        match std::fs::read(&aside) {
            Ok(same) if same == bytes => return Ok(()),
            Ok(_) => {}
            Err(_) => {
                return whole_file::save(&aside, &bytes, None).map_err(io::Error::other);
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes corrections beside those of somebody else: `aleppo.txt.wortlaut.json` is left, `aleppo.txt.2.wortlaut.json` is written.
pub fn write_numbered(
    path: &Path,
    bytes: &[u8],
    article: Option<&Path>,
) -> Result<Kept, SaveError> {
    let path = numbered(path);
    if path.exists() {
        return Err(SaveError::Busy { path });
    }
    whole_file::save(&path, bytes, article)?;
    let checksum = Some(Checksum::of(bytes));
    Ok(Kept { path, checksum })
}

/// The first name with a number that is free; the last one if all are taken.
pub(super) fn numbered(path: &Path) -> PathBuf {
    let named = |number| with_ending(path, ".wortlaut.json", &format!(".{number}.wortlaut.json"));
    let mut free = (2..MOST).map(named).filter(|path| !path.exists());
    free.next().unwrap_or_else(|| named(MOST))
}

/// The path with another ending of its name.
fn with_ending(path: &Path, old: &str, new: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let stem = name.to_str().and_then(|name| {
        let end = name.len().checked_sub(old.len())?;
        let is_it = name.get(end..)?.eq_ignore_ascii_case(old);
        if is_it { name.get(..end) } else { None }
    });
    let mut renamed = stem.map_or_else(|| name.to_owned(), OsString::from);
    renamed.push(new);
    path.with_file_name(renamed)
}
