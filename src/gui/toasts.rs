//! Messages in the lower corner. They stay until they are read: nothing fades away by itself.

use eframe::egui::accesskit::Live;
use eframe::egui::{
    Align, Align2, Area, Color32, Context, Frame, Id, Layout, Margin, Order, Role, Shadow, Stroke,
    Ui, WidgetInfo, vec2,
};

use crate::view::palette::Rgb;

use super::command::{Command, Commands};
use super::failures;
use super::fonts::Face;
use super::i18n::Texts;
use super::icons::Icon;
use super::lexicon;
use super::save_words;
use super::session::{Dialog, Message, Says, Session};
use super::theme::{color, palette};
use super::widgets::{self, Look};

/// More would cover the article.
const MOST: usize = 4;

/// Draws the newest messages, the last at the bottom, and how many there are besides.
pub fn ui(context: &Context, session: &Session, texts: &Texts, commands: &mut Commands) {
    if session.messages.is_empty() && session.lexicon.offer.is_none() {
        return;
    }
    Area::new(Id::unique("messages"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-20.0, -44.0))
        .show(context, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let newest = session.messages.len().saturating_sub(MOST);
            if 0 < newest {
                more(ui, newest, texts, commands);
            }
            for message in &session.messages[newest..] {
                toast(ui, message, texts, commands);
            }
            if let Some(entries) = &session.lexicon.offer {
                lexicon::offer::ui(ui, entries, texts, commands);
            }
        });
}

/// Title and body of a message.
pub fn words(says: &Says, texts: &Texts) -> (String, String) {
    match says {
        Says::NothingToPaste => (
            texts.text("message-nothing-to-paste"),
            texts.text("message-nothing-to-paste-hint"),
        ),
        Says::NothingToCite => (
            texts.text("message-nothing-to-cite"),
            texts.text("message-nothing-to-cite-hint"),
        ),
        Says::CopyFailed => (
            texts.text("message-copy-failed"),
            texts.text("message-copy-failed-hint"),
        ),
        Says::TooManyTabs(n) => (
            texts.count("message-too-many-tabs", *n),
            texts.text("message-too-many-tabs-hint"),
        ),
        Says::SettingsFailed(reason) => (
            texts.text("message-settings-failed"),
            failures::write(reason, texts),
        ),
        Says::ReadFailed(failure) => (
            texts.with("message-read-failed", &[("name", (&failure.name).into())]),
            failures::read(&failure.reason, texts),
        ),
        Says::Exported(path) => (texts.text("message-exported"), path.display().to_string()),
        Says::ExportFailed(path, reason) => {
            let name = path.display().to_string();
            (
                texts.with("message-export-failed", &[("name", (&name).into())]),
                failures::write(reason, texts),
            )
        }
        Says::OtherText(path) => {
            let name = path.display().to_string();
            (
                texts.with("message-read-failed", &[("name", (&name).into())]),
                texts.text("message-other-text"),
            )
        }
        Says::Saved(_)
        | Says::SavedElsewhere(_)
        | Says::SavedBeside(_)
        | Says::SaveFailed(..)
        | Says::WouldBeLost
        | Says::NothingToSave
        | Says::ReviewNotUsed(_)
        | Says::TakenOver => save_words::words(says, texts),
        Says::LexiconReadAgain => (
            texts.text("message-lexicon-read-again"),
            texts.text("message-lexicon-read-again-hint"),
        ),
        Says::LexiconImported {
            n_new,
            n_known,
            contradicting,
            n_faults,
        } => {
            const MOST: usize = 8;
            let mut words: Vec<&str> = contradicting.iter().map(String::as_str).collect();
            if MOST < words.len() {
                words.truncate(MOST);
                words.push("…");
            }
            let words = words.join(", ");
            let inserted = [
                ("known", (*n_known).into()),
                ("contradicting", contradicting.len().into()),
                ("words", (&words).into()),
            ];
            let mut hint = texts.with("message-lexicon-imported-hint", &inserted);
            if 0 < *n_faults {
                hint.push(' ');
                hint.push_str(&texts.count("message-lexicon-imported-faults", *n_faults));
            }
            (texts.count("message-lexicon-imported", *n_new), hint)
        }
        Says::LexiconImportFailed(path, reason) => {
            let name = path.display().to_string();
            (
                texts.with("message-read-failed", &[("name", (&name).into())]),
                texts.with("failure-unreadable", &[("reason", reason.into())]),
            )
        }
        Says::LexiconFaults(lines) => (
            texts.text("message-lexicon-faults"),
            lexicon::sheet::faults(lines.iter().copied(), texts),
        ),
        Says::NothingOpen => (
            texts.text("message-nothing-open"),
            texts.text("message-nothing-open-hint"),
        ),
    }
}

/// How many messages are not shown, and what to do with all of them.
fn more(ui: &mut Ui, n_more: usize, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    card(palette.accent, ui).show(ui, |ui| {
        ui.set_width(380.0);
        ui.horizontal(|ui| {
            let words = texts.count("message-more", n_more);
            widgets::label(ui, &words, Face::Medium.size(13.0), color(palette.ink));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = texts.text("message-dismiss-all");
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::DismissAll);
                }
                let words = texts.text("message-show-all");
                if widgets::button(ui, None, &words, &words, Look::Plain).clicked() {
                    commands.push(Command::ShowDialog(Dialog::Log));
                }
            });
        });
    });
}

/// What a message stands on.
fn card(edge: Rgb, ui: &Ui) -> Frame {
    Frame::new()
        .fill(color(palette(ui.ctx()).card))
        .stroke(Stroke::new(1.0, color(edge)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(16, 12))
        .shadow(Shadow {
            offset: [0, 4],
            blur: 18,
            spread: 0,
            color: Color32::from_black_alpha(50),
        })
}

fn toast(ui: &mut Ui, message: &Message, texts: &Texts, commands: &mut Commands) {
    let palette = palette(ui.ctx());
    let (title, body) = words(&message.says, texts);
    let edge = if message.says.is_failure() {
        palette.alarm
    } else {
        palette.accent
    };
    let response = card(edge, ui)
        .show(ui, |ui| {
            ui.set_width(380.0);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(336.0);
                    ui.spacing_mut().item_spacing.y = 4.0;
                    widgets::label(ui, &title, Face::Strong.size(13.5), color(edge));
                    widgets::label(ui, &body, Face::Interface.size(13.0), color(palette.ink));
                });
                ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                    let name = texts.text("message-dismiss");
                    if widgets::button(ui, Some(Icon::Close), "", &name, Look::Quiet).clicked() {
                        commands.push(Command::Dismiss(message.id));
                    }
                });
            });
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, format!("{title}. {body}")));
    let is_failure = message.says.is_failure();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(if is_failure {
            Live::Assertive
        } else {
            Live::Polite
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_messages_can_be_taken_away_at_once_and_stay_in_the_list() {
        let mut session = Session::default();
        session.run(Command::ShowExport);
        assert_eq!(session.messages.len(), 1);
        session.run(Command::DismissAll);
        assert!(session.messages.is_empty());
        assert_eq!(session.log.len(), 1);
    }
}
