//! Files of the project.

use std::fs;
use std::path::{Path, PathBuf};

/// Path and text of every file in a folder of the project with this ending, sorted; there is at least one.
pub fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("the folder is there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("can be listed").path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no .{ending} in {}", folder.display());
    let text = |path: &PathBuf| fs::read_to_string(path).expect("is UTF-8");
    paths
        .iter()
        .map(|path| (path.clone(), text(path)))
        .collect()
}
