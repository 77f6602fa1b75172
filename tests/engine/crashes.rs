//! What once made a reader stop, hang or lose its way: the files in `tests/fuzz/crashes`, a folder for each fuzz target.

#[path = "../fuzz/src/checks/mod.rs"]
mod checks;

use std::path::Path;
use std::time::{Duration, Instant};

/// Without optimisation, beside other tests; those that hung took minutes.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn what_was_found_by_fuzzing_does_no_harm_any_more() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/crashes");
    let mut n_files = 0;
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let target = entry.expect("it can be listed").path();
        let name = target.file_name().expect("it has a name").to_string_lossy();
        let check = checks::named(&name).expect("the folder is called like a target");
        for entry in std::fs::read_dir(&target).expect("it is a folder") {
            let path = entry.expect("it can be listed").path();
            let bytes = std::fs::read(&path).expect("it can be read");
            let start = Instant::now();
            let outcome = std::panic::catch_unwind(|| check(&bytes));
            assert!(outcome.is_ok(), "{}", path.display());
            assert!(start.elapsed() < PATIENCE, "{}", path.display());
            n_files += 1;
        }
    }
    assert!(0 < n_files, "there are some");
}
