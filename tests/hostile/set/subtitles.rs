//! Subtitles: times that run backwards or overflow, cues by the hundred thousand, marks that never end.

use super::Expected::{Either, Message, Reading};
use super::{Hostile, SENTENCE, text};

fn cue(number: usize, times: &str, words: &str) -> String {
    format!("{number}\n{times}\n{words}\n\n")
}

pub fn files() -> Vec<Hostile> {
    const N: usize = 100_000;
    const TIMES: &str = "00:00:01,000 --> 00:00:02,000";
    vec![
        text("backwards.srt", Reading("regnet"), || {
            (0..60)
                .rev()
                .map(|minute| {
                    cue(
                        minute,
                        &format!("00:{minute:02}:59,000 --> 00:{minute:02}:01,000"),
                        SENTENCE,
                    )
                })
                .collect()
        }),
        text("overflow.srt", Reading("regnet"), || {
            let times = "999999999:999999999:999999999,999999999 --> 999999999:99:99,999";
            [
                cue(1, TIMES, SENTENCE),
                cue(2, times, SENTENCE),
                cue(usize::MAX, TIMES, SENTENCE),
            ]
            .concat()
        }),
        text("cues.srt", Reading("Wort"), || {
            (0..N).map(|index| cue(index, TIMES, "Wort")).collect()
        }),
        text("cues-with-sentences.srt", Reading("Ja."), || {
            (0..N)
                .map(|index| cue(index, TIMES, "- Ja.\n- Nein."))
                .collect()
        }),
        text("no-words.srt", Message("no article text"), || {
            (0..N).map(|index| cue(index, TIMES, "")).collect()
        }),
        text("deep.srt", Either, || {
            cue(
                1,
                TIMES,
                &format!("{}{SENTENCE}", "<i><font color=\"a\">{\\an8}".repeat(N)),
            )
        }),
        text("open.vtt", Either, || {
            format!(
                "WEBVTT\n\n00:01.000 --> 00:02.000\n{}{SENTENCE}",
                "<v <c.a.b <00:".repeat(N)
            )
        }),
        text("voices.vtt", Either, || {
            format!(
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v {}>{SENTENCE}",
                "Anna ".repeat(200_000)
            )
        }),
        text("notes.vtt", Either, || {
            format!("WEBVTT\n\nNOTE\n{}", "STYLE REGION --> a\n".repeat(N))
        }),
        text("arrows.vtt", Either, || {
            format!("WEBVTT\n\n{}", "00:01.000 --> 00:02.000\n".repeat(N))
        }),
        text("line.vtt", Either, || {
            format!(
                "WEBVTT\n\n00:01.000 --> 00:02.000\n{}",
                format!("{SENTENCE} ").repeat(50_000)
            )
        }),
        text("rolling.vtt", Either, || {
            let cues = (0..20_000).map(|index| {
                let next = index + 1;
                format!(
                    "00:01.000 --> 00:02.000\nWort {index}<00:01.500><c> und</c>\nWort {next}\n\n"
                )
            });
            ["WEBVTT\n\n".to_owned()].into_iter().chain(cues).collect()
        }),
    ]
}
