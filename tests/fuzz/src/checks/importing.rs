//! Files with annotations of other programs: refused, or findings that are sound, on their own text and on another one.

use std::path::Path;
use std::sync::LazyLock;

use wortlaut::article::{Article, from_text};
use wortlaut::exchange::Format;
use wortlaut::exchange::format::Input;
use wortlaut::exchange::import::{Imported, lay};

use super::{findings, traps};

/// The article that files without a text of their own are laid on.
pub static ARTICLE: LazyLock<Article> = LazyLock::new(|| {
    let mut traps = traps::all().into_iter();
    let layers = traps.find(|trap| trap.name == "schichten.txt");
    let layers = layers.expect("there is one with nested statements");
    layers.review.document().article.clone()
});

/// The same, changed since.
static CHANGED: LazyLock<Article> = LazyLock::new(|| {
    let text = ARTICLE.text.replace("Neustadt", "Altstadt");
    from_text(format!(
        "Neues 🚋\n\n{}",
        text.replacen("Rat", "Mu\u{308}ller", 1)
    ))
});

/// Reads these bytes as a file of this format and name: with no article, with one, with one that has changed.
pub fn file(bytes: &[u8], format: Format, name: &str) {
    let reading = format.reading().expect("it can be read");
    let read = |article| {
        let path = Path::new(name);
        (reading.read)(&Input {
            path,
            bytes,
            article,
        })
    };
    let path = Path::new(name);
    let article = None;
    (reading.recognises)(&Input {
        path,
        bytes,
        article,
    });
    if let Ok(imported) = read(None) {
        sound(&imported);
        if let Ok(imported) = lay(imported, CHANGED.clone()) {
            sound(&imported);
        }
    }
    if let Ok(imported) = read(Some(&ARTICLE)) {
        sound(&imported);
        findings::written(&imported.review, bytes.len());
    }
}

fn sound(imported: &Imported) {
    findings::review(&imported.review);
    for unfit in &imported.unfit {
        assert!(!unfit.to_string().is_empty());
    }
}
