//! Fuzzing of everything that reads files of others. README.md tells how to run it.

pub mod checks;
pub mod seeds;

pub use libfuzzer_sys;

/// The fuzz target of the check with this name; `warm` loads models before the clock runs.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        $crate::target!($name, || {});
    };
    ($name:literal, $warm:expr) => {
        const CHECK: fn(&[u8]) = $crate::checks::named($name).expect("it is in the table");
        $crate::libfuzzer_sys::fuzz_target!(init: {
            $crate::forgive_libraries();
            $warm();
        }, |bytes: &[u8]| CHECK(bytes));
    };
}

/// Loads what checks of annotations need, which takes a second.
pub fn warm() {
    checks::named("edits").expect("it is in the table")(b"[]");
    checks::named("pipeline").expect("it is in the table")(b"Es regnet.");
    checks::named("cas").expect("it is in the table")(b"{}");
}

/// Lets panics of libraries pass that the program catches, as it does while it reads a file; our own count, and those that nobody catches.
pub fn forgive_libraries() {
    let stop = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let is_ours = |file: &str| !file.contains("/registry/src/") && !file.starts_with("/rustc/");
        if panic.location().is_none_or(|place| is_ours(place.file())) {
            stop(panic);
        }
    }));
}
