//! Who has the last word on a finding, and since when: „Wortlaut 0.1.0, Modelle 1a2b3c4d, 87 %“, „Leser: Ada, 23.11.2026, 18:04“.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::document::{Confidence, Verdict};
use crate::review::Stamp;

use super::i18n::{Language, Texts};

/// Who found or corrected something.
pub fn provenance(
    stamp: Option<&Stamp>,
    verdict: Verdict,
    confidence: Confidence,
    made_by: &str,
    texts: &Texts,
) -> String {
    let Some(stamp) = stamp else {
        let program = program(made_by, texts);
        let percent = (100.0 * confidence.get()).round() as usize;
        let inserted = [("program", (&program).into()), ("percent", percent.into())];
        return texts.with("provenance-program", &inserted);
    };
    let verdict = texts.text(verdict_key(verdict));
    let words = [who(stamp, texts), when(stamp.at, texts), verdict];
    let words: Vec<&str> = (words.iter().map(String::as_str))
        .filter(|words| !words.is_empty())
        .collect();
    words.join(", ")
}

/// „Leser: Ada“, or „Leser“ where he has no name.
pub fn who(stamp: &Stamp, texts: &Texts) -> String {
    if stamp.by.is_empty() {
        texts.text("provenance-reader")
    } else {
        texts.with("provenance-reader-named", &[("name", (&stamp.by).into())])
    }
}

/// „23.11.2026, 18:04“, where the reader is; nothing if it is not known.
pub fn when(at: Timestamp, texts: &Texts) -> String {
    when_in(at, &TimeZone::system(), texts.language())
}

fn when_in(at: Timestamp, zone: &TimeZone, language: Language) -> String {
    if at == Timestamp::UNIX_EPOCH {
        return String::new();
    }
    let format = match language {
        Language::German => "%-d.%-m.%Y, %H:%M",
        Language::English => "%-d %b %Y, %H:%M",
    };
    at.to_zoned(zone.clone()).strftime(format).to_string()
}

/// „offen“, „bestätigt“.
pub fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => "verdict-open",
        Verdict::Accepted => "verdict-accepted",
        Verdict::Changed => "verdict-changed",
        Verdict::Rejected => "verdict-rejected",
        Verdict::Added => "verdict-added",
    }
}

/// "wortlaut 0.1.0, models 1a2b3c4d" in the reader's words; another program as it calls itself.
fn program(made_by: &str, texts: &Texts) -> String {
    let parts = made_by
        .strip_prefix("wortlaut ")
        .and_then(|rest| rest.split_once(", models "));
    match parts {
        Some((version, models)) => {
            let inserted = [("version", version.into()), ("models", models.into())];
            texts.with("provenance-wortlaut", &inserted)
        }
        None if made_by.is_empty() => "Wortlaut".to_owned(),
        None => made_by.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_four_past_six() -> Timestamp {
        "2026-11-23T18:04:05Z".parse().expect("it is a time")
    }

    #[test]
    fn the_program_is_named_with_its_models_and_how_sure_it_is() {
        let check = |made_by: &str, expected: &str| {
            let texts = Texts::new(Language::German);
            let sure = Confidence::new(0.87);
            assert_eq!(
                provenance(None, Verdict::Open, sure, made_by, &texts),
                expected
            );
        };
        check(
            "wortlaut 0.1.0, models 1a2b3c4d",
            "Wortlaut 0.1.0, Modelle 1a2b3c4d, 87 %",
        );
        check("another 2.0", "another 2.0, 87 %");
        check("", "Wortlaut, 87 %");
    }

    #[test]
    fn the_reader_is_named_with_the_time() {
        let texts = Texts::new(Language::German);
        let stamp = Stamp {
            by: "Ada".to_owned(),
            at: Timestamp::UNIX_EPOCH,
        };
        let sure = Confidence::CERTAIN;
        let words = provenance(Some(&stamp), Verdict::Changed, sure, "", &texts);
        assert_eq!(words, "Leser: Ada, geändert", "no time, no date of 1970");
        let unnamed = Stamp::default();
        let words = provenance(Some(&unnamed), Verdict::Accepted, sure, "", &texts);
        assert_eq!(words, "Leser, bestätigt");
    }

    #[test]
    fn times_are_written_as_the_language_does() {
        let zone = TimeZone::UTC;
        let at = at_four_past_six();
        assert_eq!(when_in(at, &zone, Language::German), "23.11.2026, 18:04");
        assert_eq!(when_in(at, &zone, Language::English), "23 Nov 2026, 18:04");
    }
}
