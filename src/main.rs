//! The program: the window where there can be one, the terminal otherwise.

use std::process::ExitCode;

use wortlaut::cli;

fn main() -> ExitCode {
    #[cfg(feature = "gui")]
    let window: Option<cli::Window> = Some(wortlaut::gui::run);
    #[cfg(not(feature = "gui"))]
    let window: Option<cli::Window> = None;
    cli::main(window)
}
