//! Plain text in shapes that no article has: endless lines, endless lists, one thing a hundred thousand times.

use super::Expected::{Either, Message, Reading};
use super::packing::{docx, word_paragraph};
use super::{Hostile, SENTENCE, file, text};

const MEGABYTE: usize = 1024 * 1024;

/// The words over and over, up to so many bytes.
fn filled(words: &str, n_bytes: usize) -> String {
    words.repeat(n_bytes / words.len())
}

/// The words over and over, just short of what is too long for an article.
fn dense(words: &str) -> String {
    let (mut n_words, mut is_in_word) = (0, false);
    for character in words.chars() {
        let is_letter = character.is_alphanumeric();
        n_words += usize::from(!(is_letter && is_in_word || character.is_whitespace()));
        is_in_word = is_letter;
    }
    words.repeat(390_000 / n_words)
}

pub fn files() -> Vec<Hostile> {
    [lengths(), lists(), repetitions()]
        .into_iter()
        .flatten()
        .collect()
}

fn lengths() -> Vec<Hostile> {
    vec![
        text(
            "line-of-50-mb.txt",
            Message("more than a long book"),
            || filled(&format!("{SENTENCE} "), 50 * MEGABYTE),
        ),
        text(
            "word-of-50-mb.txt",
            Message("more than a long book"),
            || "a".repeat(50 * MEGABYTE),
        ),
        text("page-of-40-mb.html", Either, || {
            format!(
                "<html><body><p>{}</p></body></html>",
                filled(&format!("{SENTENCE} "), 40 * MEGABYTE)
            )
        }),
        text(
            "lines-of-50-mb.txt",
            Message("more than a long book"),
            || filled(&format!("{SENTENCE}\n\n"), 50 * MEGABYTE),
        ),
        text("page-of-40-mb.md", Either, || {
            filled(&format!("{SENTENCE}\n\n"), 40 * MEGABYTE)
        }),
        text("book.txt", Reading(SENTENCE), || {
            dense(&format!("{SENTENCE}\n\n"))
        }),
        file(
            "book-of-40-mb.docx",
            Message("more than a long book"),
            || {
                let words = (0..400_000_u64).map(|index| {
                    let number = index.wrapping_mul(6_364_136_223_846_793_005);
                    word_paragraph(&format!("Es regnet {number:x} Tage."))
                });
                docx(&words.collect::<String>())
            },
        ),
        text("blank-of-50-mb.txt", Message("white space"), || {
            " \n".repeat(25 * MEGABYTE)
        }),
        text("blank-lines.txt", Reading(SENTENCE), || {
            format!("{}{SENTENCE}", "\n".repeat(10 * MEGABYTE))
        }),
        text("over-50-mb.txt", Message("larger than 50 MB"), || {
            "a ".repeat(26 * MEGABYTE)
        }),
    ]
}

fn lists() -> Vec<Hostile> {
    const N: usize = 100_000;
    vec![
        text("paragraphs-of-a-word.txt", Reading("Wort"), || {
            "Wort\n\n".repeat(N)
        }),
        text("paragraphs-of-a-word.md", Reading("Wort"), || {
            "Wort\n\n".repeat(N)
        }),
        text("paragraphs-of-a-word.html", Reading("Wort"), || {
            format!("<html><body>{}</body></html>", "<p>Wort</p>".repeat(N))
        }),
        file("paragraphs-of-a-word.docx", Reading("Wort"), || {
            docx(&word_paragraph("Wort").repeat(N))
        }),
        text("lines-of-a-word.txt", Reading("Wort"), || {
            "Wort\n".repeat(N)
        }),
        text("headings.md", Either, || "# Wort\n".repeat(N)),
        text("items.md", Either, || "- Wort\n".repeat(N)),
    ]
}

fn repetitions() -> Vec<Hostile> {
    let names = || {
        (0..40_000_u32).fold(String::new(), |mut all, index| {
            let letters = index
                .to_string()
                .replace(['0', '5'], "a")
                .replace(['1', '6'], "e");
            let letters = letters
                .replace(['2', '7'], "n")
                .replace(['3', '8'], "r")
                .replace(['4', '9'], "l");
            all += "Anna B";
            all += &letters;
            all += "mann sagte: „Ja“. ";
            all
        })
    };
    vec![
        text("one-name.txt", Reading("Beispiel"), || {
            dense("Anna Beispiel ")
        }),
        text("many-names.txt", Reading("Anna"), names),
        text("quotation-marks.txt", Either, || dense("„»\"‚‘“ ")),
        text("open-quotation.txt", Either, || dense("„")),
        text("said.txt", Either, || dense("sagte er, sagte sie: ")),
        text("titles.txt", Either, || dense("Prof. Dr. Dr. h. c. ")),
        text("digits.txt", Either, || "1".repeat(MEGABYTE)),
        text("dates.txt", Either, || dense("1.1.2020–2.2.2021, ")),
        text("numerals.txt", Either, || dense("hunderttausendundein")),
        text("compound.txt", Either, || dense("Donau-")),
        text("long-compound.txt", Either, || dense("donaudampfschiff")),
        text("brackets.txt", Either, || {
            ["(".repeat(195_000), ")".repeat(195_000)].concat()
        }),
        text("full-stops.txt", Either, || dense(".")),
        text("commas.txt", Either, || dense("Anna, Berta, ")),
        text("and.txt", Either, || dense("Müller und ")),
        text("capitals.txt", Either, || dense("REGEN ")),
        text("abbreviations.txt", Either, || dense("z. B. d. h. u. a. ")),
        text("clauses.txt", Either, || dense("dass er sagte, ")),
    ]
}
