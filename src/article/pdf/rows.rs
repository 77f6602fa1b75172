//! Characters to rows of words: what stands on one baseline, with accents, raised figures and initials put where they belong.

use unicode_normalization::UnicodeNormalization;

use super::glyphs::Mark;
use super::initials;

/// A run of characters without a gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// Its characters.
    pub text: String,
    /// Left edge.
    pub start: f64,
    /// Right edge.
    pub end: f64,
    /// Height of the line it stands on.
    pub baseline: f64,
    /// Size of its first letter.
    pub size: f64,
    /// Whether all of it is bold.
    pub is_bold: bool,
}

/// More characters on one page are a map or a table of figures; they are read without looking at their neighbours.
const MAX_NEIGHBOURS: usize = 60_000;

/// A line across an open newspaper has 500.
const MAX_ROW: usize = 2_000;

/// The words of a page, those with one baseline together, from top to bottom and from left to right.
pub(super) fn of_marks(marks: Vec<Mark>) -> Vec<Vec<Word>> {
    let is_usual = marks.len() < MAX_NEIGHBOURS;
    let mut rows = on_baselines(marks);
    if is_usual {
        settle(&mut rows);
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.start.total_cmp(&other.start));
        compose(row);
    }
    let words = rows.into_iter().map(|row| words(&row));
    let mut words: Vec<Vec<Word>> = words.filter(|row| !row.is_empty()).collect();
    if is_usual {
        initials::join(&mut words);
    }
    words
}

fn on_baselines(mut marks: Vec<Mark>) -> Vec<Vec<Mark>> {
    marks.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let mut rows: Vec<Vec<Mark>> = Vec::new();
    for mark in marks {
        let first = rows.last().and_then(|row| row.first());
        let fits = first
            .is_some_and(|first| mark.baseline - first.baseline < 0.25 * first.size.min(mark.size));
        match rows.last_mut() {
            Some(row) if fits => row.push(mark),
            _ => rows.push(vec![mark]),
        }
    }
    rows
}

/// Where a mark goes that stands above or below its line, and what it is there.
enum Settled {
    /// An accent over a capital, or a letter of a word mark.
    Same,
    /// „ set as a lowered ”.
    Low(&'static str),
    /// ² of m².
    Raised(&'static str),
    /// The number of a footnote.
    Reference,
}

/// Moves accents, low quotation marks and raised figures to the row they belong to.
fn settle(rows: &mut Vec<Vec<Mark>>) {
    for index in 0..rows.len() {
        let mut kept = Vec::new();
        for mark in std::mem::take(&mut rows[index]) {
            match home(rows, index, &mark) {
                Some((_, Settled::Reference)) => {}
                Some((home, settled)) => {
                    let baseline = rows[home]
                        .first()
                        .map_or(mark.baseline, |first| first.baseline);
                    let text = match settled {
                        Settled::Low(text) | Settled::Raised(text) => text.to_owned(),
                        Settled::Same | Settled::Reference => mark.text.clone(),
                    };
                    rows[home].push(Mark {
                        text,
                        baseline,
                        ..mark
                    });
                }
                None => kept.push(mark),
            }
        }
        // Marks from the row above may have come meanwhile.
        rows[index].append(&mut kept);
    }
    rows.retain(|row| !row.is_empty());
}

fn home(rows: &[Vec<Mark>], index: usize, mark: &Mark) -> Option<(usize, Settled)> {
    let text = mark.text.trim();
    if text.is_empty() {
        return None;
    }
    let is_accent = accent(text).is_some();
    let is_quote = matches!(text, "”" | "’" | "\"" | "“");
    let near = |other: &Vec<Mark>| {
        other
            .first()
            .map(|first| first.baseline - mark.baseline)
            .filter(|distance| distance.abs() < 1.15 * mark.size)
    };
    let above = (0..index).rev().take(6);
    let below = (index + 1..rows.len()).take(6);
    for other in above.chain(below) {
        let Some(distance) = near(&rows[other]) else {
            continue;
        };
        if MAX_ROW < rows[other].len() {
            continue;
        }
        for neighbour in &rows[other] {
            let em = neighbour.size;
            let is_close = distance.abs() < 0.62 * em
                && neighbour.start - 0.25 * em < mark.end
                && mark.start < neighbour.end + 0.25 * em;
            if !is_close || neighbour.text.trim().is_empty() {
                continue;
            }
            let is_same_size = (em - mark.size).abs() < 0.12 * em;
            let is_letter = neighbour.text.chars().all(char::is_alphabetic);
            if is_accent {
                let middle = f64::midpoint(mark.start, mark.end);
                if is_same_size && is_letter && neighbour.start < middle && middle < neighbour.end {
                    return Some((other, Settled::Same));
                }
            } else if is_quote && is_same_size && distance < 0.0 && neighbour.text != mark.text {
                let low = if matches!(text, "’") { "‚" } else { "„" };
                return Some((other, Settled::Low(low)));
            } else if is_same_size && is_letter && distance.abs() < 0.32 * em && text == "E" {
                // The low letter of TeX's own name.
                return Some((other, Settled::Same));
            } else if (0.45 * em..0.82 * em).contains(&mark.size) {
                return Some((other, raised(text, 0.0 < distance, mark, &rows[other])));
            }
        }
    }
    None
}

/// What a small character beside a line is: part of a formula, a unit or the number of a footnote.
fn raised(text: &str, is_raised: bool, mark: &Mark, row: &[Mark]) -> Settled {
    let is_reference = text
        .chars()
        .all(|c| c.is_ascii_digit() || "*∗†‡".contains(c));
    if !is_raised || !is_reference {
        return Settled::Same;
    }
    // »m²« and »km²« against »Das Gesetz³«.
    let mut before: Vec<&Mark> = row
        .iter()
        .filter(|other| other.start < mark.start && mark.start - 2.2 * other.size < other.start)
        .collect();
    before.sort_by(|one, other| one.start.total_cmp(&other.start));
    let tail: String = before.iter().map(|other| other.text.as_str()).collect();
    let unit = tail
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    match text {
        "2" if matches!(unit, "m" | "km" | "cm" | "mm" | "dm") => Settled::Raised("²"),
        "3" if matches!(unit, "m" | "km" | "cm" | "mm" | "dm") => Settled::Raised("³"),
        _ if tail.ends_with(|c: char| c.is_alphabetic() || ".,;:!?“”«»)".contains(c)) => {
            Settled::Reference
        }
        _ => Settled::Same,
    }
}

/// Puts accents that are characters of their own onto their letters: old fonts set ä as ¨ over a.
fn compose(row: &mut Vec<Mark>) {
    let mut index = 0;
    while index < row.len() {
        let Some(sign) = accent(row[index].text.trim()) else {
            index += 1;
            continue;
        };
        let middle = f64::midpoint(row[index].start, row[index].end);
        let from = index.saturating_sub(2);
        let letter = (from..row.len().min(index + 3)).find(|&other| {
            let mark = &row[other];
            other != index
                && mark.text.ends_with(char::is_alphabetic)
                && mark.start - 0.02 * mark.size < middle
                && middle < mark.end + 0.02 * mark.size
        });
        match letter {
            Some(letter) => {
                row[letter].text.push(sign);
                row.remove(index);
            }
            None => index += 1,
        }
    }
}

/// The combining sign for one that stands for itself.
fn accent(text: &str) -> Option<char> {
    match text {
        "¨" => Some('\u{308}'),
        "´" => Some('\u{301}'),
        "`" => Some('\u{300}'),
        "ˆ" => Some('\u{302}'),
        "˜" => Some('\u{303}'),
        "¸" => Some('\u{327}'),
        "ˇ" => Some('\u{30C}'),
        "˚" => Some('\u{30A}'),
        "˘" => Some('\u{306}'),
        "¯" => Some('\u{304}'),
        _ => None,
    }
}

fn words(row: &[Mark]) -> Vec<Word> {
    // Where blanks are written, only a wide gap is one too: letters may be spread.
    let has_blanks = row.iter().any(|mark| mark.text == " ");
    let gap = if has_blanks { 0.24 } else { 0.16 };
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut last: Option<&Mark> = None;
    for mark in row {
        if mark.text.trim().is_empty() {
            // A no-break space keeps its words together, as »10 000« is one.
            match words.last_mut() {
                Some(word) if is_open && mark.text == "\u{A0}" => {
                    word.text.push('\u{A0}');
                    word.end = mark.end;
                }
                _ => is_open = false,
            }
            continue;
        }
        // Bold letters that are letters drawn twice.
        let is_double = last.is_some_and(|last| {
            last.text == mark.text && mark.start - last.start < 0.1 * mark.size
        });
        if is_double {
            continue;
        }
        last = Some(mark);
        match words.last_mut() {
            Some(word) if is_open && belongs(word, mark, gap) => {
                word.text.push_str(&mark.text);
                word.end = word.end.max(mark.end);
                word.is_bold &= mark.is_bold;
                word.size = word.size.max(mark.size);
            }
            _ => words.push(Word {
                text: mark.text.clone(),
                start: mark.start,
                end: mark.end,
                baseline: mark.baseline,
                size: mark.size,
                is_bold: mark.is_bold,
            }),
        }
        is_open = true;
    }
    for word in &mut words {
        word.text = clean(&word.text);
    }
    words.retain(|word| !word.text.trim().is_empty());
    words
}

/// Whether a character belongs to the word before it; an initial is a word of its own.
fn belongs(word: &Word, mark: &Mark, gap: f64) -> bool {
    let (small, large) = (word.size.min(mark.size), word.size.max(mark.size));
    mark.start - word.end < gap * large && large < 1.9 * small
}

/// Letters composed, without signs that are not seen; a soft hyphen stays at the end only.
fn clean(text: &str) -> String {
    let text: String = text
        .nfc()
        .filter(|c| !matches!(c, '\u{200B}' | '\u{FEFF}'))
        .collect();
    let body = text.trim_end_matches('\u{AD}');
    let mut clean = body.replace('\u{AD}', "");
    if body.len() < text.len() {
        clean.push('\u{AD}');
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of half an em, one after the other; `_` moves on without a blank.
    fn marks(text: &str, start: f64, baseline: f64, size: f64) -> Vec<Mark> {
        let mut place = start;
        let mut marks = Vec::new();
        for character in text.chars() {
            let end = place + 0.5 * size;
            if character != '_' {
                marks.push(Mark {
                    text: character.to_string(),
                    start: place,
                    end,
                    baseline,
                    size,
                    is_bold: false,
                });
            }
            place = end;
        }
        marks
    }

    fn check(marks: Vec<Mark>, expected: &str) {
        let rows = of_marks(marks).into_iter().map(|row| {
            let words: Vec<String> = row.into_iter().map(|word| word.text).collect();
            words.join(" ")
        });
        assert_eq!(rows.collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn gaps_part_words() {
        check(marks("Der_Regen", 0.0, 10.0, 10.0), "Der Regen");
        check(marks("am 5.\u{A0}Mai", 0.0, 10.0, 10.0), "am 5.\u{A0}Mai");
    }

    #[test]
    fn accents_join_their_letters() {
        let mut row = marks("Flusse", 0.0, 10.0, 10.0);
        row.extend(marks("¨", 10.0, 9.0, 10.0));
        check(row, "Flüsse");
        let mut capital = marks("Ol", 0.0, 10.0, 10.0);
        capital.extend(marks("¨", 0.0, 7.0, 10.0));
        check(capital, "Öl");
    }

    #[test]
    fn lowered_quotes_open() {
        let mut row = marks("_Ja“", 0.0, 10.0, 10.0);
        row.extend(marks("”", 0.0, 14.0, 10.0));
        check(row, "„Ja“");
    }

    #[test]
    fn numbers_of_footnotes_go_and_units_stay() {
        let mut row = marks("Gesetz", 0.0, 10.0, 10.0);
        row.extend(marks("3", 30.0, 6.0, 6.0));
        check(row, "Gesetz");
        let mut unit = marks("9 m", 0.0, 10.0, 10.0);
        unit.extend(marks("2", 15.0, 6.0, 6.0));
        check(unit, "9 m²");
    }

    #[test]
    fn initials_begin_the_first_line() {
        let mut text = marks("A", 0.0, 34.0, 30.0);
        text.extend(marks("m Montag", 16.0, 12.0, 10.0));
        text.extend(marks("kam sie", 16.0, 23.0, 10.0));
        text.extend(marks("zurück.", 16.0, 34.0, 10.0));
        check(text, "Am Montag|kam sie|zurück.");
    }

    #[test]
    fn soft_hyphens_stay_at_the_end_only() {
        assert_eq!(clean("Bür\u{AD}ger\u{AD}"), "Bürger\u{AD}");
    }
}
