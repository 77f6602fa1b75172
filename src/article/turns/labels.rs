//! The label of a speaker at the beginning of a line: "Frau Merkel (CDU): …".

use std::sync::LazyLock;

use regex::Regex;

use crate::span::Span;

/// Labels of those who only ask, in lower case, without a number behind them.
pub(super) const ASKING: [&str; 22] = [
    "frage",
    "fragen",
    "frage der redaktion",
    "zuschauerfrage",
    "publikumsfrage",
    "leserfrage",
    "nachfrage",
    "zwischenfrage",
    "moderator",
    "moderatorin",
    "moderation",
    "interviewer",
    "interviewerin",
    "reporter",
    "reporterin",
    "redaktion",
    "korrespondent",
    "korrespondentin",
    "journalist",
    "journalistin",
    "autor",
    "autorin",
];

/// What stands before a colon and is no speaker, in lower case.
const NO_SPEAKERS: &[&str] = &[
    "afd",
    "achtung",
    "aktualisierung",
    "anmerkung",
    "anmerkung der redaktion",
    "beispiel",
    "bild",
    "bilanz",
    "bildquelle",
    "bsw",
    "bündnis",
    "cdu",
    "csu",
    "contra",
    "dafür",
    "dagegen",
    "darum",
    "das problem",
    "datum",
    "denn",
    "der grund",
    "die folge",
    "die linke",
    "dienstag",
    "donnerstag",
    "einwohner",
    "ende",
    "ergebnis",
    "fakt",
    "fakten",
    "fazit",
    "fdp",
    "folge",
    "foto",
    "fotos",
    "freitag",
    "freie wähler",
    "gegenargument",
    "gewinner",
    "grund",
    "grüne",
    "grünen",
    "heißt",
    "hinweis",
    "hintergrund",
    "info",
    "infos",
    "inhalt",
    "interview",
    "klar ist",
    "kommentar",
    "kontra",
    "kontakt",
    "kosten",
    "kritik",
    "laufzeit",
    "linke",
    "lösung",
    "mehr zum thema",
    "lesen sie auch",
    "lesetipp",
    "mittwoch",
    "montag",
    "nein",
    "ja",
    "neu",
    "niederlage",
    "note",
    "ort",
    "platz",
    "preis",
    "pro",
    "problem",
    "prognose",
    "quelle",
    "quellen",
    "redaktion und text",
    "regie",
    "resultat",
    "samstag",
    "schritt",
    "sonntag",
    "sonnabend",
    "spd",
    "stand",
    "teil",
    "text",
    "thema",
    "termin",
    "tipp",
    "titel",
    "these",
    "tor",
    "tore",
    "update",
    "uhrzeit",
    "union",
    "verlierer",
    "verlag",
    "video",
    "vorteil",
    "nachteil",
    "wahr ist",
    "warum",
    "wetter",
    "zahl",
    "zeit",
    "ziel",
    "zitat",
    "zum vergleich",
    "zur person",
    "zusammenfassung",
    "zutaten",
    "übrigens",
];

/// A label at the beginning of a line, time code before and bracket behind it left out of its name.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"[\p{Lu}\d][\p{L}\p{M}\d.’'&-]*";
    let small = r"(?:von|van|de|der|den|zu|zur|al|el|bin|di|da|und|vom|für|aus|dem)";
    let name = format!(r"\p{{Lu}}[\p{{L}}\p{{M}}\d.’'&-]*(?:\s(?:{small}\s)*{word}){{0,4}}");
    let clock = r"\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]?";
    let pattern = format!(
        r"^(?:[-–—]\s)?(?:{clock}\s+)?({name})(?:,\s[^:,.!?]{{2,40}})?(?:\s[(\[][^()\[\]\n]{{1,40}}[)\]])?(?:\s{clock})?\s?:(?:\s+|$)"
    );
    Regex::new(&pattern).expect("the pattern is valid")
});

/// The label that a line begins with, and where what is said begins.
pub(super) fn label(text: &str, line: Span) -> Option<(Span, usize)> {
    let words = line.of(text);
    let head = &words[..words.floor_char_boundary(160)];
    let found = LABEL.captures(head)?;
    let label = found.get(1)?;
    let name = key(label.as_str());
    let is_speaker = !NO_SPEAKERS.contains(&name.as_str()) && 1 < name.chars().count();
    let start = line.start() + label.start();
    let said = line.start() + found.get(0)?.end();
    is_speaker.then(|| (Span::new(start, line.start() + label.end()), said))
}

/// What tells one label from another: lower case, without a number behind it where that is a role ("Frage 3").
pub(super) fn key(label: &str) -> String {
    let lower = label.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if ASKING.contains(&bare) || bare == "antwort" {
        bare.to_owned()
    } else {
        lower
    }
}
