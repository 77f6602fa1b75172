//! Every format, read back by programs that others wrote. Needs Python with the packages of `requirements.txt`;
//! `WORTLAUT_PYTHON` names it.

#![expect(clippy::expect_used, reason = "a test may stop where it cannot go on")]

#[path = "../common/traps.rs"]
mod traps;

use std::path::{Path, PathBuf};
use std::process::Command;

use wortlaut::exchange::{Extract, Format, export};

/// The scripts lie beside this file: `read_tei.py` for the format `tei`, `read_web_annotation.py` for `web-annotation`.
fn script(format: Format) -> PathBuf {
    let name = format!("read_{}.py", format.name().replace('-', "_"));
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/foreign")
        .join(name)
}

#[test]
fn others_read_what_we_wrote() {
    let python = std::env::var_os("WORTLAUT_PYTHON").unwrap_or_else(|| "python3".into());
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign/check.py");
    let folder = tempfile::tempdir().expect("a folder");
    for trap in traps::all() {
        let stem = trap.name.trim_end_matches(".txt");
        for &format in Format::ALL {
            let folder = folder.path().join(format.name());
            std::fs::create_dir_all(&folder).expect("a folder");
            export(format, &Extract::whole(&trap.review), &folder, stem)
                .expect("it can be written");
        }
    }
    for &format in Format::ALL {
        assert!(script(format).is_file(), "nobody reads {}", format.name());
    }
    let names = Format::ALL.iter().map(|format| format.name());
    let done = Command::new(python)
        .arg("-B")
        .arg(check)
        .arg(folder.path())
        .args(names)
        .status();
    assert!(done.expect("Python starts").success());
}
