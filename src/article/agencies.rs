//! Which news agencies an article comes from: by its place line ("Berlin (dpa) –") and its signs ("(AFP/Reuters)", "Quelle: dpa").
//!
//! An agency that is mentioned in a sentence is no source of the article.

use std::sync::LazyLock;

use regex::Regex;

use super::{Article, BlockKind, signs};

/// As agencies sign, in lower case, and what they are called.
const AGENCIES: &[(&str, &str)] = &[
    ("afp", "AFP"),
    ("ansa", "ANSA"),
    ("ap", "AP"),
    ("apa", "APA"),
    ("belga", "Belga"),
    ("bloomberg", "Bloomberg"),
    ("dapd", "dapd"),
    ("ddp", "ddp"),
    ("dpa", "dpa"),
    ("dpa-afx", "dpa-AFX"),
    ("dpa-infocom", "dpa"),
    ("dts", "dts"),
    ("efe", "EFE"),
    ("epd", "epd"),
    ("interfax", "Interfax"),
    ("keystone-sda", "Keystone-SDA"),
    ("kna", "KNA"),
    ("lsw", "dpa"),
    ("reuters", "Reuters"),
    ("rtr", "Reuters"),
    ("sda", "SDA"),
    ("sid", "SID"),
    ("tass", "TASS"),
    ("xinhua", "Xinhua"),
];

/// Paragraphs at the beginning that may have a place line: a lead may stand before.
const TOP: usize = 2;

/// The agencies that an article names as its sources, each once, in the order in which they stand.
pub(super) fn agencies(article: &Article) -> Vec<String> {
    let words = |block: &super::Block| block.span.of(&article.text);
    let blocks = article.blocks.iter();
    let is_text = |kind| matches!(kind, BlockKind::Lead | BlockKind::Paragraph);
    let texts: Vec<&str> = blocks
        .filter(|block| is_text(block.kind))
        .map(words)
        .collect();
    let mut found = Vec::new();
    let mut add = |sign: &str| {
        for name in pieces(sign).filter_map(agency) {
            if !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    };
    for block in &article.blocks {
        let line = words(block);
        let is_sign = signs::is_bracketed_sign(line)
            || signs::is_bare_sign(line)
            || signs::is_place_line(line);
        if block.kind == BlockKind::Signature && is_sign {
            add(line);
        }
        // "Von Anna Beispiel, dpa".
        if block.kind == BlockKind::Signature
            && signs::byline(line).is_some()
            && let Some((_, sign)) = line.rsplit_once(", ")
            && pieces(sign).all(|piece| agency(piece).is_some())
        {
            add(sign);
        }
    }
    for text in texts.iter().take(TOP) {
        if let Some(sign) = place_sign(text) {
            add(sign);
        }
    }
    // "Von dpa": nobody else has signed it.
    let byline = article.source.byline.as_deref().unwrap_or_default();
    if 0 < pieces(byline).count() && pieces(byline).all(|piece| agency(piece).is_some()) {
        add(byline);
    }
    if let Some(sign) = texts.last().and_then(|text| source_sign(text)) {
        add(sign);
    }
    found
}

fn pieces(sign: &str) -> impl Iterator<Item = &str> {
    sign.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|piece| !piece.is_empty())
}

fn agency(piece: &str) -> Option<&'static str> {
    let piece = piece.to_lowercase();
    let known = AGENCIES.iter().find(|(sign, _)| *sign == piece);
    known.map(|(_, name)| *name)
}

/// What stands between place and text: "dpa" in "Berlin (dpa) – Es regnet." and "dpa/AFP" in "BERLIN dpa/AFP | Es regnet."
fn place_sign(text: &str) -> Option<&str> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        let place = r"\p{Lu}[\p{L}./ ’'-]{1,40}?(?:, \p{Lu}\.(?:\p{Lu}\.)?)?";
        let date = r"(?:, (?:den )?\d{1,2}\. ?(?:\p{L}{3,9}\.?|\d{1,2}\.)(?: ?\d{4})?)?";
        let short = r"\p{Lu}[\p{L}-]+(?:[/ ]\p{Lu}[\p{L}-]+){0,2}";
        let sign = r"\(([^()]{2,40})\)";
        let pattern = [
            format!(r"^{place}{date},? ?{sign} ?[-–—.:|]"),
            format!(r"^{place}{date},? ([\p{{L}}/-]{{2,30}}) [|]"),
            format!(r"^{place}{date} [-–—] {sign} ?[-–—.:|]"),
            // "Berlin - (AFP) Es regnet.", "Berlin. (dpa) Es regnet."
            format!(r"^{short}{date}(?: [-–—]|\.) {sign} "),
            // "(dpa) Es regnet.", "dpa BERLIN. Es regnet."
            format!(r"^{sign} (?:[-–—] )?[\p{{Lu}}„»]"),
            r"^([\p{L}/-]{2,20}) \p{Lu}{3,}[\p{Lu}/ -]*(?:[.:|]| [-–—])".to_owned(),
        ]
        .join("|");
        Regex::new(&pattern).expect("the pattern is valid")
    });
    let head = &text[..text.floor_char_boundary(160)];
    let found = PLACE.captures(head)?;
    let sign = found.iter().skip(1).flatten().next()?.as_str();
    // "Olaf Muster (SPD): …" is a speaker; one piece that is no agency may be an author's initials.
    let n_others = pieces(sign).filter(|piece| agency(piece).is_none()).count();
    let only_small = pieces(sign).all(|p| agency(p).is_some() || p.chars().all(char::is_lowercase));
    let n_agencies = pieces(sign).filter_map(agency).count();
    (0 < n_agencies && n_others <= 2 && only_small).then_some(sign)
}

/// What is named as source at the end of the text: "(Quelle: Reuters)".
fn source_sign(text: &str) -> Option<&str> {
    static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[(\[](?:Quellen?|[Mm]it (?:Material|Informationen) (?:von|der)):? ([^()\[\]]{2,40})[)\]]\.?$")
            .expect("the pattern is valid")
    });
    let found = SOURCE.captures(text)?;
    Some(found.get(1)?.as_str())
}

#[cfg(test)]
mod tests {
    use crate::article::from_text;

    fn check(first: &str, last: &str, expected: &[&str]) {
        let middle = "Der Rat berät am Mittwoch erneut über den Bau der neuen Brücke am Hafen.";
        let text = format!("Brücke wird teurer als gedacht\n\n{first}\n\n{middle}\n\n{last}\n");
        assert_eq!(
            from_text(text).source.agencies,
            expected,
            "{first} … {last}"
        );
    }

    #[test]
    fn place_lines_name_agencies() {
        let end = "Danach wird gebaut.";
        check(
            "Berlin (dpa) – Die Brücke wird teurer, sagte er.",
            end,
            &["dpa"],
        );
        check(
            "BERLIN dpa/AFP | Die Brücke wird teurer, sagte er.",
            end,
            &["dpa", "AFP"],
        );
        check(
            "Wien (APA). Die Brücke wird teurer, sagte er.",
            end,
            &["APA"],
        );
        check(
            "Frankfurt a. M., 3. Mai (Reuters) - Die Brücke wird teurer.",
            end,
            &["Reuters"],
        );
        check(
            "Bern (sda/cha) – Die Brücke wird teurer, sagte sie.",
            end,
            &["SDA"],
        );
        for top in [
            "Berlin - (AFP) Die Brücke wird teurer, sagte er.",
            "Berlin. (AFP) Die Brücke wird teurer, sagte er.",
            "(AFP) Die Brücke wird teurer, sagte er.",
            "AFP BERLIN. Die Brücke wird teurer, sagte er.",
            "Berlin/Washington, 12. März 2026 (AFP) – Die Brücke wird teurer.",
            "Bern, 12.03.2026 (AFP). Die Brücke wird teurer.",
            "Washington, D.C. (AFP) — Die Brücke wird teurer.",
        ] {
            check(top, end, &["AFP"]);
        }
        check(
            "Moskau – (Interfax) – Die Brücke wird teurer, sagte er.",
            end,
            &["Interfax"],
        );
    }

    #[test]
    fn signs_at_the_end_name_agencies() {
        let start = "Die Brücke wird deutlich teurer als gedacht, sagte er.";
        check(start, "Danach wird gebaut. (dpa/KNA)", &["dpa", "KNA"]);
        check(start, "Danach wird gebaut. (Quelle: Reuters)", &["Reuters"]);
        check(start, "dpa/nin", &["dpa"]);
        check(start, "Von Anna Beispiel, dpa", &["dpa"]);
        check(start, "Mit Material von dpa und AFP", &["dpa", "AFP"]);
        check(
            start,
            "Danach wird gebaut. (Mit Material der dpa)",
            &["dpa"],
        );
        check(start, "(epd)", &["epd"]);
    }

    #[test]
    fn what_only_looks_like_an_agency_is_none() {
        let start = "Die Brücke wird deutlich teurer als gedacht, sagte er.";
        let end = "Danach wird gebaut.";
        check("Die Agentur dpa meldet: Die Brücke wird teurer.", end, &[]);
        check("Berlin (SPD) – Die Brücke wird teurer, sagte er.", end, &[]);
        check(
            "Olaf Muster (CDU): Die Brücke wird teurer, sagte er.",
            end,
            &[],
        );
        check(
            "Die Nachrichtenagentur Reuters (London) – sie irrt selten – meldet das.",
            end,
            &[],
        );
        check(
            "El Sid (56) – er heißt wirklich so – baut die Brücke.",
            end,
            &[],
        );
        check(
            "Der Reporter der Agentur (AP) war nicht dabei, sagte er.",
            end,
            &[],
        );
        check(start, "Danach wird gebaut, schrieb die dpa.", &[]);
        check(start, "Das sagte der Sprecher der Bahn (nch)", &[]);
        check(start, "Danach wird gebaut. (nch/nin)", &[]);
    }
}
