//! Short lines that are part of every article and no sentence: agency signs, bylines, dates, place lines, picture credits.

use std::sync::LazyLock;

use regex::Regex;

/// News agencies, as they sign; compared without case.
const AGENCIES: &[&str] = &[
    "afp",
    "afx",
    "ap",
    "apa",
    "apn",
    "bloomberg",
    "dapd",
    "ddp",
    "djn",
    "dpa",
    "dpa-afx",
    "dpa-infocom",
    "dts",
    "efe",
    "epd",
    "ips",
    "kna",
    "ots",
    "reuters",
    "rtr",
    "sda",
    "sid",
    "taz",
    "tass",
    "interfax",
    "ansa",
    "xinhua",
    "belga",
    "keystone-sda",
];

/// Characters of the longest agency sign: "(dpa/AFP/Reuters/nch/nin)".
const MAX_SIGN_CHARS: usize = 48;

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is valid")
}

/// Whether the line is an agency sign or initials in brackets: "(nch/nin)", "(dpa)", "(AFP/Reuters)".
pub(super) fn is_bracketed_sign(line: &str) -> bool {
    let inner = line.strip_suffix('.').unwrap_or(line);
    let pair = [('(', ')'), ('[', ']')];
    pair.iter().any(|&(open, close)| {
        let inner = inner.strip_prefix(open).and_then(|s| s.strip_suffix(close));
        inner.is_some_and(|inner| is_list_of(inner, |piece| is_agency(piece) || is_initials(piece)))
    })
}

/// Whether the line is an agency sign without brackets: "dpa/AFP", "nch/dpa", "Quelle: dpa", "Mit Material von dpa und AFP".
pub(super) fn is_bare_sign(line: &str) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bdpa:[\d/-]+$"));
    const OPENINGS: &[&str] = &[
        "Quelle:",
        "Quellen:",
        "Agenturen:",
        "Mit Material von",
        "Mit Material der",
        "Mit Informationen von",
        "Mit Informationen der",
        "©",
        "Text:",
    ];
    let opening = OPENINGS
        .iter()
        .find_map(|opening| line.strip_prefix(opening));
    // The report's number: "© dpa-infocom, dpa:220914-99-12345/2".
    let pieces = NUMBER.replace(opening.unwrap_or(line).trim(), "");
    let pieces = pieces.trim_end_matches(['.', ',', ' ']);
    is_list_of(pieces, |piece| is_agency(piece) || is_initials(piece))
        && pieces
            .split(SEPARATORS)
            .any(|piece| is_agency(piece.trim()))
}

/// Where an agency sign begins that follows the last sentence of a paragraph: "… sagte er. (nch/nin)".
pub(super) fn trailing_sign(paragraph: &str) -> Option<usize> {
    let tail_start = paragraph.char_indices().rev().nth(MAX_SIGN_CHARS - 1);
    let tail_start = tail_start.map_or(0, |(at, _)| at);
    for (at, _) in paragraph[tail_start..].match_indices(char::is_whitespace) {
        let at = tail_start + at;
        let (before, sign) = (paragraph[..at].trim_end(), paragraph[at..].trim());
        let is_sign = is_bracketed_sign(sign) || is_bare_sign(sign);
        if is_sign && ends_like_a_sentence(before) {
            return Some(paragraph.len() - paragraph[at..].trim_start().len());
        }
    }
    None
}

const SEPARATORS: [char; 5] = ['/', ',', ';', '+', ' '];

fn is_list_of(list: &str, is_piece: impl Fn(&str) -> bool) -> bool {
    if list.chars().count() > MAX_SIGN_CHARS {
        return false;
    }
    let mut pieces = list
        .split(SEPARATORS)
        .map(str::trim)
        .filter(|piece| !piece.is_empty() && *piece != "und");
    let mut n_pieces = 0;
    pieces.all(|piece| {
        n_pieces += 1;
        is_piece(piece)
    }) && (1..=6).contains(&n_pieces)
}

fn is_agency(piece: &str) -> bool {
    AGENCIES.contains(&piece.to_lowercase().as_str())
}

/// "nch": two to four small letters that are no common word in brackets.
fn is_initials(piece: &str) -> bool {
    const WORDS: &[&str] = &[
        "ab", "alt", "am", "an", "auf", "bis", "das", "der", "die", "ein", "er", "es", "frei",
        "in", "ja", "links", "mit", "nein", "neu", "nicht", "oben", "plus", "rund", "sic", "sie",
        "so", "tot", "um", "und", "von", "zu",
    ];
    (2..=4).contains(&piece.chars().count())
        && piece.chars().all(char::is_lowercase)
        && !WORDS.contains(&piece)
}

/// Whether a line ends with a mark that closes a sentence, quotation marks and brackets after it not counted.
pub(super) fn ends_like_a_sentence(line: &str) -> bool {
    let bare =
        line.trim_end_matches(|c: char| c.is_whitespace() || "\"“”„«»‹›‘’‚'()[]".contains(c));
    bare.ends_with(['.', '!', '?', '…'])
}

/// Whether a bold line of its own stands above what follows: a heading, or a question of an interview.
pub(super) fn is_bold_heading(line: &str) -> bool {
    line.len() <= 120 && !ends_like_a_sentence(line) || line.len() <= 300 && line.ends_with('?')
}

/// A person's name: "Dr. Jörg von der Mühle".
const NAME: &str = r"(?:(?:Dr\.|Prof\.)\s)*\p{Lu}[\p{L}.’'-]*(?:\s(?:von|van|de|der|den|zu|al|el))*(?:\s\p{Lu}[\p{L}.’'-]*){1,3}";

/// Who wrote it, from a line like "Von Anna Beispiel und Jörg Muster, Kairo".
pub(super) fn byline(line: &str) -> Option<String> {
    static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"^(?:[Vv]on|VON|Autor:|Autorin:|Text:)\s+({NAME}(?:(?:,|\sund|\s&)\s{NAME}){{0,3}})(?:,\s\p{{L}}[\p{{L}}/ -]{{1,30}})?$"
        ))
    });
    if line.len() > 160 {
        return None;
    }
    Some(BYLINE.captures(line)?[1].to_owned())
}

/// Names of people that stand alone, in a line that says nothing else: "Anna Beispiel und Jörg Muster".
pub(super) fn people(line: &str) -> Option<String> {
    static PEOPLE: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"^{NAME}(?:(?:,|\sund|\s&)\s{NAME}){{0,3}}$")));
    const MEDIA: [&str; 9] = [
        "Online",
        "Zeitung",
        "Presse",
        "News",
        "Anzeiger",
        "Nachrichten",
        "Rundschau",
        "Radio",
        "Magazin",
    ];
    let is_medium = line.split(' ').any(|word| MEDIA.contains(&word));
    (line.len() <= 120 && !is_medium && PEOPLE.is_match(line)).then(|| line.to_owned())
}

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// The date, from a line that says nothing else: "Stand: 08.12.2016, 15.30 Uhr", "Donnerstag, 8. Dezember 2016" → "2016-12-08".
pub(super) fn date(line: &str) -> Option<String> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"^(?:\p{{Lu}}[\p{{L}}/. -]{{1,30}},\s(?:den\s)?)?(?:(?:Stand|Veröffentlicht|Erschienen|Aktualisiert|Datum)(?:\sam)?:?\s+)?(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s+(?:den\s)?)?(\d{{1,2}})\.\s?(?:(\d{{1,2}})\.|({}))\s?(\d{{4}})(?:,?\s*(?:[-–|]\s*)?(?:um\s)?\d{{1,2}}[.:]\d{{2}}(?:\sUhr)?)?$",
            MONTHS.join("|")
        ))
    });
    if line.len() > 100 {
        return None;
    }
    if let Ok(day) = line.parse::<jiff::civil::Date>()
        && line.len() == "2026-03-12".len()
    {
        return Some(day.to_string());
    }
    let found = DATE.captures(line)?;
    let month = match (found.get(2), found.get(3)) {
        (Some(number), _) => number.as_str().parse().ok()?,
        (None, Some(name)) => 1 + MONTHS.iter().position(|month| *month == name.as_str())? as i8,
        (None, None) => return None,
    };
    let date = jiff::civil::Date::new(found[4].parse().ok()?, month, found[1].parse().ok()?);
    Some(date.ok()?.to_string())
}

/// Whether the line is a time of day, as live reports have it above each entry: "11:40", "11.40 Uhr".
pub(super) fn is_time(line: &str) -> bool {
    static TIME: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\sUhr)?$"));
    line.len() <= 16 && TIME.is_match(line)
}

/// ISO 8601 from what a file declares: a date with or without time is kept, a German one is converted.
pub(super) fn iso_date(declared: &str) -> Option<String> {
    let declared = declared.trim();
    let Some(day) = declared
        .get(..10)
        .and_then(|day| day.parse::<jiff::civil::Date>().ok())
    else {
        return date(declared);
    };
    let time = &declared[10..];
    let is_time = time.starts_with(['T', ' '])
        && time.len() <= 30
        && time[1..]
            .chars()
            .all(|c| c.is_ascii_digit() || ":.+-Z".contains(c));
    if is_time {
        return Some(format!("{day}T{}", &time[1..]));
    }
    Some(day.to_string())
}

/// Whether the line is only a place and an agency: "Berlin (dpa) –". In front of a sentence it stays in the paragraph.
pub(super) fn is_place_line(line: &str) -> bool {
    static PLACE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\p{Lu}[\p{L} ./-]{1,40}\s?\(([^()]{2,30})\)\s*[-–—:]*$"));
    let found = PLACE.captures(line);
    found.is_some_and(|found| is_list_of(&found[1], is_agency))
}

/// Whether the line belongs to a picture: "Foto: Erika Muster/dpa", "Der Marktplatz am Morgen. (Foto: dpa)".
pub(super) fn is_caption(line: &str) -> bool {
    static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:Symbol|Archiv)?(?:[Ff]oto|[Bb]ild)|Grafik|Bildquelle|Bildunterschrift|Quelle)\s?:\s|[(\[](?:(?:Symbol|Archiv)?(?:[Ff]oto|[Bb]ild)|Grafik)\s?:\s[^()\[\]]{1,80}[)\]]$",
        )
    });
    line.len() <= 600 && CREDIT.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agency_signs_are_told_from_words() {
        for sign in [
            "(nch/nin)",
            "(dpa)",
            "(AFP/Reuters).",
            "(dpa/epd/has)",
            "[dpa]",
        ] {
            assert!(is_bracketed_sign(sign), "{sign}");
        }
        for words in [
            "(links)", "(SPD)", "(nicht)", "(Berlin)", "()", "(2016)", "dpa",
        ] {
            assert!(!is_bracketed_sign(words), "{words}");
        }
        for sign in [
            "dpa/AFP",
            "dpa",
            "nch/dpa",
            "Quelle: dpa",
            "Mit Material von dpa und AFP",
            "© dpa-infocom, dpa:220914-99-12345/2",
        ] {
            assert!(is_bare_sign(sign), "{sign}");
        }
        for words in [
            "Ende",
            "und so weiter",
            "nch/nin",
            "Die dpa meldet Regen",
            "ja nein",
        ] {
            assert!(!is_bare_sign(words), "{words}");
        }
    }

    #[test]
    fn a_sign_may_follow_the_last_sentence() {
        let check = |paragraph: &str, sign: Option<&str>| {
            assert_eq!(trailing_sign(paragraph).map(|at| &paragraph[at..]), sign);
        };
        check("Das sei neu, sagte sie. (nch/nin)", Some("(nch/nin)"));
        check("„Das ist neu.“ dpa/AFP", Some("dpa/AFP"));
        check("Das meldete die Agentur dpa", None);
        check("Sie gehört der Partei an (dpa)", None);
        check("(dpa)", None);
    }

    #[test]
    fn bylines_name_people() {
        let check = |line, name: Option<&str>| assert_eq!(byline(line).as_deref(), name);
        check("Von Anna Beispiel", Some("Anna Beispiel"));
        check(
            "Von Anna Beispiel und Jörg von der Mühle, Kairo",
            Some("Anna Beispiel und Jörg von der Mühle"),
        );
        check("Von Berlin nach Paris", None);
        check("Von Anna Beispiel kam kein Wort.", None);
    }

    #[test]
    fn dates_become_iso_dates() {
        let check = |line, expected: Option<&str>| assert_eq!(date(line).as_deref(), expected);
        check("Stand: 08.12.2016, 15.30 Uhr", Some("2016-12-08"));
        check("Donnerstag, 8. Dezember 2016", Some("2016-12-08"));
        check("31.2.2016", None);
        check("Am 8. Dezember 2016 regnete es", None);
        assert_eq!(
            iso_date("2016-12-08T15:30:00+01:00").as_deref(),
            Some("2016-12-08T15:30:00+01:00")
        );
        assert_eq!(
            iso_date("2016-12-08 und mehr").as_deref(),
            Some("2016-12-08")
        );
        assert_eq!(iso_date("gestern"), None);
    }

    #[test]
    fn times_of_day_stand_alone() {
        for line in ["11:40", "8.05 Uhr"] {
            assert!(is_time(line), "{line}");
        }
        for line in ["11:4", "25:00", "Um 11:40", "3.2024"] {
            assert!(!is_time(line), "{line}");
        }
    }

    #[test]
    fn place_lines_and_captions() {
        assert!(is_place_line("Berlin (dpa) –"));
        assert!(!is_place_line("Berlin (dpa) – Es regnet."));
        assert!(!is_place_line("Olaf Muster (SPD)"));
        assert!(is_caption(
            "Der Marktplatz am Morgen. (Foto: Erika Muster/dpa)"
        ));
        assert!(is_caption("Foto: dpa"));
        assert!(!is_caption("Das Foto: ein Skandal"));
    }
}
