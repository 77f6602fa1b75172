//! Looks for a display and for the libraries that a window needs, before the window library panics for want of them.

use std::env;
use std::path::{Path, PathBuf};

/// Whether a window can be opened; if not, says what is missing and which Debian package has it.
pub fn display() -> anyhow::Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    check(
        is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET"),
        is_set("DISPLAY"),
        &library_folders(),
    )
}

fn check(wayland: bool, x11: bool, folders: &[PathBuf]) -> anyhow::Result<()> {
    let there = |library: &str| folders.iter().any(|folder| has_library(folder, library));
    if wayland {
        missing(&WAYLAND, there)
    } else if x11 {
        missing(&X11, there)
    } else {
        anyhow::bail!("there is no display: neither WAYLAND_DISPLAY nor DISPLAY is set")
    }
}

/// A library that is loaded while the program runs, and the Debian package that has it.
type Library = (&'static str, &'static str);

const X11: [Library; 5] = [
    ("libX11.so.6", "libx11-6"),
    ("libXcursor.so.1", "libxcursor1"),
    ("libXi.so.6", "libxi6"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libGL.so.1", "libgl1"),
];

const WAYLAND: [Library; 4] = [
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libEGL.so.1", "libegl1"),
];

fn missing(libraries: &[Library], there: impl Fn(&str) -> bool) -> anyhow::Result<()> {
    let packages: Vec<&str> = libraries
        .iter()
        .filter(|(library, _)| !there(library))
        .map(|&(_, package)| package)
        .collect();
    if packages.is_empty() {
        return Ok(());
    }
    let packages = packages.join(" ");
    anyhow::bail!(
        "libraries for the window are missing; on Debian and Ubuntu: sudo apt install {packages}"
    )
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Where the dynamic linker looks: its path, the folders in its configuration, and the usual ones.
fn library_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = env::var_os("LD_LIBRARY_PATH")
        .map(|paths| env::split_paths(&paths).collect())
        .unwrap_or_default();
    if let Ok(entries) = std::fs::read_dir("/etc/ld.so.conf.d") {
        for entry in entries.flatten() {
            let lines = std::fs::read_to_string(entry.path()).unwrap_or_default();
            let named = lines.lines().map(str::trim);
            folders.extend(
                named
                    .filter(|line| line.starts_with('/'))
                    .map(PathBuf::from),
            );
        }
    }
    for usual in ["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib"] {
        folders.push(usual.into());
        // Debian keeps one folder for each kind of processor: /usr/lib/x86_64-linux-gnu.
        folders.push(Path::new(usual).join(format!("{}-linux-gnu", env::consts::ARCH)));
    }
    folders
}

fn has_library(folder: &Path, library: &str) -> bool {
    folder.join(library).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(wayland: bool, x11: bool, folders: &[PathBuf]) -> String {
        match check(wayland, x11, folders) {
            Ok(()) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn what_is_missing_is_named_with_its_package() {
        assert!(says(false, false, &[]).contains("no display"));
        let folder = tempfile::tempdir().expect("a folder");
        for (library, _) in X11 {
            std::fs::write(folder.path().join(library), "").expect("it can be written");
        }
        let folders = [folder.path().to_owned()];
        assert_eq!(says(false, true, &folders), "");
        std::fs::remove_file(folder.path().join("libxkbcommon-x11.so.0")).expect("it is there");
        let error = says(false, true, &folders);
        assert!(error.ends_with("apt install libxkbcommon-x11-0"), "{error}");
        assert!(says(true, true, &folders).contains("libwayland-egl1"));
    }
}
