//! Subtitles (SRT, `WebVTT`): what was said becomes running text, without times, numbers and marks of form.
//!
//! A paragraph ends where another speaker begins, where nobody speaks for a while, and at the end of a sentence when it is long.

mod cues;

use std::path::Path;

use super::damage::Damage;
use super::documents::Refusal;
use super::weave::Weave;
use super::{Article, BlockKind, Source, decode, signs};
use cues::{Cue, cues};

/// Bytes at the beginning of a file that tell subtitles.
const HEAD: usize = 2048;

/// Silence after which a new paragraph begins, in milliseconds.
const PAUSE: u64 = 4000;

/// Bytes after which the next sentence begins a paragraph.
const LONG: usize = 600;

/// Whether a file holds subtitles: `WEBVTT`, or a number and two times with an arrow.
pub(super) fn is_one(bytes: &[u8], _path: &Path) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    decode::decode(head, None).is_ok_and(|head| cues::is_head(&head.text))
}

/// Reads subtitles.
pub(super) fn read(bytes: &[u8]) -> Result<Article, Refusal> {
    read_in(bytes, None)
}

/// Reads subtitles in an encoding that somebody has chosen.
pub(super) fn read_in(bytes: &[u8], encoding: Option<&str>) -> Result<Article, Refusal> {
    let no_text = |looks| Refusal::Damaged(Damage::NoText(looks));
    let decoded = decode::decode(bytes, encoding).map_err(no_text)?;
    let mut weave = Weave::default();
    for paragraph in paragraphs(&cues(&decoded.text)) {
        weave.push(BlockKind::Paragraph, &paragraph);
    }
    let mut article = weave.finish(Source {
        title: cues::title(&decoded.text),
        encoding: decoded.encoding.to_owned(),
        ..Source::default()
    });
    super::long_blocks::cut(&article.text, &mut article.blocks);
    Ok(article)
}

/// Running text: "Anna: Es regnet. Seit Tagen."
fn paragraphs(cues: &[Cue]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut speaker: Option<&str> = None;
    let mut end = 0;
    for cue in cues {
        let is_pause = end + PAUSE <= cue.start;
        for line in &cue.lines {
            let is_new_speaker = line.speaker.is_some() && line.speaker.as_deref() != speaker;
            let last = paragraphs.last_mut().filter(|last| {
                let ends = signs::ends_like_a_sentence(last);
                !(is_new_speaker || line.is_turn || ends && (is_pause || LONG < last.len()))
            });
            if let Some(last) = last {
                join(last, &line.words);
                continue;
            }
            let label = line.speaker.as_deref().filter(|_| is_new_speaker);
            paragraphs.push(match label {
                Some(label) => format!("{label}: {}", line.words),
                None => line.words.clone(),
            });
            speaker = line.speaker.as_deref().or(speaker);
        }
        end = cue.end;
    }
    paragraphs
}

/// Adds a line; a word that was cut at the end of the line before is whole again.
fn join(text: &mut String, line: &str) {
    let cut = text.strip_suffix('-').is_some_and(|before| {
        let next = line.split(' ').next().unwrap_or_default();
        before.ends_with(char::is_alphabetic)
            && next.starts_with(char::is_lowercase)
            && !["und", "oder", "bis", "sowie"].contains(&next)
    });
    if cut {
        text.pop();
    } else if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests;
