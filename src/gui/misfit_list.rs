//! A line above the article: how much of a file with annotations did not fit; on demand, all of it.

use eframe::egui::Ui;

use crate::exchange::import::{Misfit, Unfit};

use super::command::{Command, Commands};
use super::fonts::Face;
use super::i18n::Texts;
use super::notice_bar::{self, MOST, Notice, more};
use super::save_words::shortened;
use super::session::Session;
use super::theme::color;
use super::widgets::{self, palette};

/// Draws the line, and the list if it is open.
pub fn ui(ui: &mut Ui, session: &Session, texts: &Texts, commands: &mut Commands) {
    let misfits = &session.desk().misfits;
    let words = texts.count("unfit-body", misfits.unfit.len());
    let notice = Notice {
        id: "misfits",
        words: &words,
        is_listed: misfits.is_listed,
        list: Command::ListUnfit(!misfits.is_listed),
        close: Command::CloseUnfit,
    };
    notice_bar::ui(ui, notice, texts, commands, |ui, _| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let ink = color(palette(ui).ink);
        for unfit in misfits.unfit.iter().take(MOST) {
            widgets::label(ui, &line(unfit, texts), Face::Interface.size(13.0), ink);
        }
        more(ui, misfits.unfit.len(), texts);
    });
}

/// „Zeile 4“ for "line 4"; what a file itself calls its entries stays.
fn place(place: &str, texts: &Texts) -> String {
    let (noun, number) = place.split_once(' ').unwrap_or((place, ""));
    let key = match noun {
        "line" => "unfit-place-line",
        "mention" => "unfit-place-mention",
        "statement" => "unfit-place-statement",
        "correction" | "corrections" => "unfit-place-correction",
        "heading" => "unfit-place-heading",
        _ => return place.to_owned(),
    };
    let words = texts.with(key, &[("number", number.into())]);
    words.trim_end().to_owned()
}

/// „T12: steht hinter dem Text („Kurt“)“.
fn line(unfit: &Unfit, texts: &Texts) -> String {
    let reason = texts.text(match unfit.reason {
        Misfit::Beyond => "unfit-beyond",
        Misfit::OtherWords => "unfit-other-words",
        Misfit::NotFound => "unfit-not-found",
        Misfit::UnknownLabel => "unfit-unknown-label",
        Misfit::Incomplete => "unfit-incomplete",
        Misfit::Dangling => "unfit-dangling",
        Misfit::Ambiguous => "unfit-ambiguous",
        Misfit::Contradicts => "unfit-contradicts",
        Misfit::NoPlace => "unfit-no-place",
    });
    let quote = shortened(&unfit.words);
    let key = if quote.is_empty() {
        "unfit-line"
    } else {
        "unfit-line-quoted"
    };
    let place = place(&unfit.place, texts);
    let arguments = [
        ("place", (&place).into()),
        ("reason", (&reason).into()),
        ("quote", (&quote).into()),
    ];
    texts.with(key, &arguments)
}
