//! The source of subtitles → cues: when, who, what.

use std::sync::LazyLock;

use regex::Regex;

/// What is shown at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// In milliseconds from the beginning.
    pub start: u64,
    /// In milliseconds from the beginning.
    pub end: u64,
    pub lines: Vec<Line>,
}

/// A line of a cue, without marks of form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// From `<v Anna>`.
    pub speaker: Option<String>,
    /// A dash at its beginning says that somebody else speaks.
    pub is_turn: bool,
    pub words: String,
}

/// Whether a text begins like subtitles.
pub(super) fn is_head(text: &str) -> bool {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix("WEBVTT") {
        return rest.is_empty() || rest.starts_with([' ', '\t', '\n']);
    }
    let mut lines = text.lines();
    let number = lines.next().unwrap_or_default().trim();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number && lines.next().is_some_and(|line| times(line).is_some())
}

/// What stands behind `WEBVTT` in the first line.
pub(super) fn title(text: &str) -> Option<String> {
    let first = text.trim_start().lines().next()?;
    let title = first
        .strip_prefix("WEBVTT")?
        .trim()
        .trim_start_matches(['-', '–'])
        .trim();
    (!title.is_empty() && !title.contains("Kind:")).then(|| title.to_owned())
}

/// "00:01:02,500 --> 00:01:04,000": start and end in milliseconds.
fn times(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    let end = end.split_whitespace().next()?;
    Some((time(start.trim())?, time(end)?))
}

fn time(words: &str) -> Option<u64> {
    let (clock, milliseconds) = words.split_once([',', '.'])?;
    let number = |digits: &str| {
        let is_number =
            (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse::<u64>().ok().filter(|_| is_number)
    };
    let parts: Vec<_> = clock.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let seconds = parts
        .iter()
        .try_fold(0, |sum, part| Some(sum * 60 + number(part)?))?;
    Some(seconds * 1000 + number(milliseconds)?)
}

/// The cues of a text, in its order. What is said is kept once, where live subtitles repeat each line as it moves up.
pub(super) fn cues(text: &str) -> Vec<Cue> {
    let rolls = text.contains("<c>") || text.contains("<00:");
    let mut cues: Vec<Cue> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((start, end)) = times(line) else {
            continue;
        };
        let mut cue = Cue {
            start,
            end,
            lines: Vec::new(),
        };
        let mut speaker = None;
        while let Some(next) = lines.peek() {
            if next.is_empty() || times(next).is_some() {
                break;
            }
            let read = words(next, &mut speaker);
            lines.next();
            let last = cue
                .lines
                .last()
                .or(cues.last().and_then(|cue| cue.lines.last()));
            let is_repeated = rolls
                && last
                    .is_some_and(|last| Some(&last.words) == read.as_ref().map(|line| &line.words));
            cue.lines.extend(read.filter(|_| !is_repeated));
        }
        if !cue.lines.is_empty() {
            cues.push(cue);
        }
    }
    cues
}

/// A line without tags; nothing if it only names a sound: "[Musik]", "♪".
fn words(line: &str, speaker: &mut Option<String>) -> Option<Line> {
    static TAG: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"<(?:v(?:\.[^\s<>]*)?[ \t]+([^<>]*)|/?[A-Za-z][^<>]*|\d[\d:.]*)>|\{\\[^{}]*\}")
            .expect("the pattern is valid")
    });
    let named = TAG.captures_iter(line).find_map(|tag| tag.get(1));
    if let Some(named) = named {
        *speaker =
            Some(unescaped(named.as_str()).trim().to_owned()).filter(|name| !name.is_empty());
    }
    let bare = unescaped(&TAG.replace_all(line, ""));
    let bare = bare.trim();
    let is_turn = ["- ", "– ", "— "].iter().any(|dash| bare.starts_with(dash));
    let bare = if is_turn {
        bare.trim_start_matches(['-', '–', '—']).trim_start()
    } else {
        bare
    };
    let is_within = |open: char, close: char| {
        bare.strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|inner| !inner.contains([open, close]))
    };
    let is_sound =
        is_within('[', ']') || is_within('*', '*') || bare.chars().all(|c| "♪♫# ".contains(c));
    (!is_sound).then(|| Line {
        speaker: speaker.clone(),
        is_turn,
        words: bare.to_owned(),
    })
}

fn unescaped(words: &str) -> String {
    let words = words
        .replace("&nbsp;", "\u{A0}")
        .replace("&lrm;", "")
        .replace("&rlm;", "");
    words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
