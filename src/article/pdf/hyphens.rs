//! Words broken at the ends of lines.

/// Words that follow a hyphen which stands for a part left out: »Nord- und Südseite«.
const AFTER_PART: [&str; 8] = [
    "und",
    "oder",
    "bis",
    "sowie",
    "bzw",
    "beziehungsweise",
    "statt",
    "wie",
];

/// Appends a line; a hyphen at the line end goes if it only marks the break.
pub(super) fn append(text: &mut String, line: &str) {
    match seam(text, line) {
        Seam::Blank => text.push(' '),
        Seam::Hyphen => {}
        Seam::Nothing => {
            text.pop();
        }
    }
    text.push_str(line);
}

/// Whether a word goes on in the next line.
pub(super) fn is_broken(text: &str, line: &str) -> bool {
    seam(text, line) == Seam::Nothing
}

/// What stands between two lines that are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seam {
    Blank,
    Hyphen,
    Nothing,
}

fn seam(text: &str, line: &str) -> Seam {
    let Some(hyphen) = text
        .chars()
        .next_back()
        .filter(|c| matches!(c, '-' | '\u{AD}' | '\u{2010}'))
    else {
        return Seam::Blank;
    };
    let before = &text[..text.len() - hyphen.len_utf8()];
    if !before.ends_with(char::is_alphanumeric) {
        return Seam::Blank;
    }
    if hyphen == '\u{AD}' {
        return Seam::Nothing;
    }
    let part = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let next = line
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    // »Kür-bis« is the one German word whose second syllable is one of these.
    if AFTER_PART.contains(&next) && !part.to_lowercase().ends_with("kür") {
        return Seam::Blank;
    }
    // »US-amerikanisch«, »CO2-neutral«, »18-jährig«.
    let is_abbreviation = 1 < part.chars().count() && !part.contains(char::is_lowercase)
        || part.ends_with(|c: char| c.is_ascii_digit());
    if next.starts_with(char::is_lowercase) && !is_abbreviation {
        Seam::Nothing
    } else {
        Seam::Hyphen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_that_only_break_a_word_go() {
        let check = |text: &str, line, expected| {
            let mut text = text.to_owned();
            append(&mut text, line);
            assert_eq!(text, expected);
        };
        check("Die Bürger-", "meisterin kam", "Die Bürgermeisterin kam");
        check("Die Bürger\u{AD}", "Meisterin", "Die BürgerMeisterin");
        check("Nord-", "und Südseite", "Nord- und Südseite");
        check("der Kür-", "bis", "der Kürbis");
        check("Baden-", "Württemberg", "Baden-Württemberg");
        check("die US-", "amerikanische Note", "die US-amerikanische Note");
        check("der 18-", "jährige", "der 18-jährige");
        check("Nord-Süd-Verbin-", "dung", "Nord-Süd-Verbindung");
        check("Es war –", "fast", "Es war – fast");
        check("Es war -", "fast", "Es war - fast");
        check("Der", "Regen", "Der Regen");
    }
}
