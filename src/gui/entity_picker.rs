//! The dialog in which somebody is picked: who says it, who is meant, who is the same.

use eframe::egui::Context;

use super::command::Commands;
use super::finder::Finder;
use super::i18n::Texts;
use super::opened::Opened;
use super::picking::Picking;
use super::session::{Dialog, Session};

/// Draws the dialog, if it is open.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    let Some(Dialog::Pick {
        picking,
        query,
        chosen,
    }) = &session.dialog
    else {
        return;
    };
    let opened = session.desk().opened.as_ref();
    let offer = session.offer(*picking, query, texts);
    let Some((opened, offer)) = opened.zip(offer) else {
        commands.push(super::command::Command::CloseDialog);
        return;
    };
    let (title, about) = title(opened, *picking, texts);
    let finder = Finder {
        hint: texts.text("pick-hint"),
        name: texts.text("pick-field"),
        nothing: texts.text("pick-nothing"),
        title: Some((title, about)),
        query,
        chosen: *chosen,
        found: offer.found,
        n_pinned: offer.n_pinned,
        n_fitting: offer.n_fitting,
    };
    finder.ui(context, "entity picker", commands);
}

/// What is asked, and about what.
fn title(opened: &Opened, picking: Picking, texts: &Texts) -> (String, String) {
    let (findings, text) = (opened.findings(), opened.document().text());
    match picking {
        Picking::Speaker(id) => (
            texts.text("pick-speaker"),
            findings.statement(id).text(text),
        ),
        Picking::Addressee(id) => (
            texts.text("pick-addressee"),
            findings.statement(id).text(text),
        ),
        Picking::Via(id) => (texts.text("pick-via"), findings.statement(id).text(text)),
        Picking::Meant(id) => {
            let words = findings.mention(id).span.of(text);
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let title = texts.with("pick-meant", &[("words", (&words).into())]);
            (title, String::new())
        }
        Picking::Merge(id) => {
            let name = &findings.entity(id).name;
            let title = texts.with("pick-merge", &[("name", name.into())]);
            (title, texts.text("pick-merge-hint"))
        }
    }
}
