//! The words of the picture that a balance is exported as.

use crate::exchange::balance::{Chart, ChartPart, ChartRow};
use crate::gui::i18n::Texts;
use crate::gui::labels;
use crate::gui::opened::Opened;
use crate::view::balance::{Part, Tally, percents};

use super::figures;

/// More speakers than this are not drawn: nobody compares more bars.
const MOST_VOICES: usize = 30;

/// More silent names than this are not drawn.
const MOST_SILENT: usize = 40;

/// What the picture says.
pub fn chart(opened: &Opened, texts: &Texts) -> Chart {
    let balance = opened.balance();
    let percents = percents(balance.parts);
    let parts = Part::ALL.map(|part| ChartPart {
        label: texts.text(labels::part(part)),
        share: texts.count("number-percent", percents[part as usize]),
        n_words: balance.parts[part as usize],
    });
    let voices = balance
        .voices
        .iter()
        .take(MOST_VOICES)
        .map(|voice| ChartRow {
            name: labels::speaker(&voice.speaker, texts),
            role: voice.speaker.role.clone().unwrap_or_default(),
            figures: figures(voice.n_statements, voice.n_words(), texts),
            parts: voice.parts,
        });
    let silent = balance.silent.iter().take(MOST_SILENT);
    let silent =
        silent.map(|silent| format!("{} · {}", silent.name, texts.number(silent.n_mentions)));
    let more = |n: usize| match n {
        0 => None,
        n => Some(texts.count("voices-more", n)),
    };
    let note = |label: &str, tally: Tally| {
        let share = tally.n_statements as f32 / balance.n_statements.max(1) as f32;
        texts.with(
            "balance-source",
            &[
                ("label", (&texts.text(label)).into()),
                (
                    "figures",
                    (&figures(tally.n_statements, tally.n_words, texts)).into(),
                ),
                ("share", (&texts.percent(share)).into()),
            ],
        )
    };
    let mut whole = figures(balance.n_statements, balance.n_words, texts);
    let date = opened.document().article.source.date.as_deref();
    if let Some(date) = date.filter(|date| !date.is_empty()) {
        whole = format!("{date} · {whole}");
    }
    Chart {
        title: texts.text("balance-title"),
        article: title(opened),
        figures: whole,
        parts,
        voices_heading: texts.text("balance-voices"),
        more_voices: more(balance.voices.len().saturating_sub(MOST_VOICES)).unwrap_or_default(),
        voices: voices.collect(),
        silent_heading: texts.text("balance-silent"),
        silent: silent
            .chain(more(balance.silent.len().saturating_sub(MOST_SILENT)))
            .collect(),
        notes: vec![
            note("balance-anonymous", balance.anonymous),
            note("speaker-unknown", balance.unknown),
        ],
        credit: "Wortlaut".to_owned(),
    }
}

/// The headline, or else the name of the file.
fn title(opened: &Opened) -> String {
    let source = &opened.document().article.source;
    let title = source.title.as_deref().map(str::trim);
    let title = title.filter(|title| !title.is_empty());
    title.unwrap_or(&opened.name).to_owned()
}
