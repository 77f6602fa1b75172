//! Tells tests of the real window what is on screen: where the variable `WORTLAUT_STATE_FILE` names a file,
//! the state is written there whenever it has changed, as JSON. Nobody else needs it.

use std::path::PathBuf;

use eframe::egui::{Context, Id, Rect};
use serde_json::{Value, json};

use crate::document::Kind;

use super::saving::SaveState;
use super::session::{Dialog, Focus, Session, Tab};

/// Writes the state, if somebody asked for it.
pub struct StateFile {
    path: Option<PathBuf>,
    /// The state of the frame before.
    seen: String,
    written: String,
}

/// Places of the frame under the names that assistive programs read out.
type Places = Vec<(String, Rect)>;

fn places_id() -> Id {
    Id::unique("places for the state file")
}

/// Whether somebody asked for the state.
pub fn is_watched(context: &Context) -> bool {
    let is_some = |places: &mut Option<Places>| places.is_some();
    context.data_mut(|data| is_some(data.get_temp_mut_or_default(places_id())))
}

/// Remembers where something is, for this frame only.
pub fn place(context: &Context, name: &str, rect: Rect) {
    context.data_mut(|data| {
        if let Some(places) = data.get_temp_mut_or_default::<Option<Places>>(places_id()) {
            places.push((name.to_owned(), rect));
        }
    });
}

impl StateFile {
    /// As the environment says.
    pub fn from_environment() -> Self {
        Self {
            path: std::env::var_os("WORTLAUT_STATE_FILE").map(PathBuf::from),
            seen: String::new(),
            written: String::new(),
        }
    }

    /// Writes the state if it differs from the last one written and is that of the frame before; at the end of each frame.
    pub fn write(&mut self, session: &Session, context: &Context) {
        let Some(path) = &self.path else { return };
        let places = context.data_mut(|data| {
            data.get_temp_mut_or_default::<Option<Places>>(places_id())
                .replace(Places::new())
        });
        if context.will_discard() {
            // Only measured: nobody sees this pass, and things are elsewhere in the next.
            return;
        }
        let state = state(session, places.unwrap_or_default(), context).to_string();
        if state != self.seen {
            // What has just opened is measured first, and nobody sees it there: only what stays is told.
            self.seen = state;
            context.request_repaint();
            return;
        }
        if state == self.written {
            return;
        }
        let bytes = state.as_bytes();
        if crate::exchange::save(path, bytes, None).is_ok() {
            self.written = state;
        }
    }
}

fn state(session: &Session, places: Places, context: &Context) -> Value {
    let focus = session
        .desk()
        .opened
        .as_ref()
        .zip(session.desk().focus)
        .map(|(opened, focus)| {
            let findings = opened.findings();
            match focus {
                Focus::Mention(id) => json!({
                    "mention": id.0,
                    "type": findings.mention(id).kind,
                    "verdict": findings.mention(id).verdict,
                    "text": findings.mention(id).span.of(opened.document().text()),
                }),
                Focus::Entity(id) => json!({ "entity": id.0, "text": findings.entity(id).name }),
                Focus::Statement(id) => json!({
                    "statement": id.0,
                    "kind": findings.statement(id).kind,
                    "verdict": findings.statement(id).verdict,
                    "speaker": opened.row(id).and_then(|row| row.speaker.name.as_ref()),
                    "text": findings.statement(id).text(opened.document().text()),
                }),
            }
        });
    let scale = context.pixels_per_point();
    let places: Vec<Value> = places
        .into_iter()
        .map(|(name, rect)| {
            let center = rect.center() * scale;
            json!({ "name": name, "x": center.x.round(), "y": center.y.round() })
        })
        .collect();
    json!({
        "article": session.desk().opened.as_ref().map(|opened| &opened.name),
        "reading": session.desk().reading.as_ref().map(|reading| &reading.name),
        "n_mentions": session.desk().opened.as_ref().map(|opened| opened.findings().mentions.len()),
        "n_statements": session.desk().opened.as_ref().map(|opened| opened.rows.len()),
        "n_steps": session.desk().opened.as_ref().map(|opened| opened.review().cursor()),
        "saved": match session.desk().save_state() {
            SaveState::Nothing => "nothing",
            SaveState::Saved => "saved",
            SaveState::Saving => "saving",
            SaveState::Unsaved => "unsaved",
        },
        "selected": session.desk().selection.filter(|selection| !selection.is_empty()).map(|_| true),
        "typing": context.text_edit_focused(),
        "n_listed": session.desk().listed.len(),
        "focus": focus,
        "tab": match session.desk().tab {
            Tab::Statements => "statements",
            Tab::Context => "context",
            Tab::Balance => "balance",
            Tab::Comparison => "comparison",
            Tab::Review => "review",
        },
        "shown": Kind::ALL
            .into_iter()
            .filter(|&kind| session.settings.shown.kind(kind))
            .map(Kind::label)
            .collect::<Vec<_>>(),
        "card": session.desk().card.as_ref().map(|card| &card.name),
        "n_tabs": session.desks().len(),
        "search": session.desk().search.as_ref().map(|search| json!({
            "typed": search.typed,
            "n_hits": search.hits.len(),
        })),
        "dialog": session.dialog.is_some(),
        "typed": match &session.dialog {
            Some(Dialog::CommandPalette { query, .. } | Dialog::Pick { query, .. }) => Some(query),
            Some(Dialog::Path { path, .. }) => Some(path),
            _ => None,
        },
        "theme": session.settings.theme,
        "language": session.language(),
        "n_messages": session.messages.len(),
        "places": places,
    })
}
