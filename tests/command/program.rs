//! Starts the real program.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder that goes with the test.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

/// The program in a folder, without a display.
pub fn wortlaut(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wortlaut"));
    command.current_dir(folder).stdin(Stdio::null());
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "NO_COLOR"] {
        command.env_remove(variable);
    }
    command
}

/// What it says to these arguments: exit code, standard output, standard error.
pub fn run(folder: &(impl AsRef<Path> + ?Sized), arguments: &[&str]) -> (i32, String, String) {
    let output = wortlaut(folder.as_ref()).args(arguments).output();
    told(&output.expect("the program starts"))
}

/// Exit code, standard output, standard error.
pub fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8");
    (
        output.status.code().expect("no signal"),
        text(&output.stdout),
        text(&output.stderr),
    )
}
