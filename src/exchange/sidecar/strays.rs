//! What a program that was killed in the midst of writing has left.

use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::exchange::save::{TEMPORARY, TEMPORARY_LENGTH};

/// No writing takes that long: whatever is older is nobody's any more.
const OLD: Duration = Duration::from_hours(1);

/// Removes unfinished files of ours from a folder. What cannot be removed stays.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name
            .to_str()
            .is_some_and(|name| name.starts_with(TEMPORARY) && name.len() == TEMPORARY_LENGTH);
        let age = || {
            let metadata = entry.metadata().ok()?;
            let written = metadata.modified().ok()?;
            SystemTime::now().duration_since(written).ok()
        };
        if is_ours && age().is_some_and(|age| OLD < age) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_unfinished_files_of_ours_are_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let make = |name: &str, age: Duration| {
            let file = std::fs::File::create(folder.path().join(name)).expect("it can be made");
            let written = SystemTime::now() - age;
            file.set_modified(written).expect("own file");
        };
        make(".wortlaut-Ab12Cd", 2 * OLD);
        make(".wortlaut-Ef34Gh", Duration::ZERO);
        make(".wortlaut-notes.txt", 2 * OLD);
        make("a.txt.wortlaut.json", 2 * OLD);
        sweep(folder.path());
        let mut left: Vec<String> = folder
            .path()
            .read_dir()
            .expect("it is there")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        assert_eq!(
            left,
            [
                ".wortlaut-Ef34Gh",
                ".wortlaut-notes.txt",
                "a.txt.wortlaut.json"
            ]
        );
        let unfinished = crate::exchange::save::temporary(folder.path()).expect("it can be made");
        let name = unfinished.path().file_name().expect("a name").len();
        assert_eq!(name, TEMPORARY_LENGTH);
    }
}
