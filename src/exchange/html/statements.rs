//! The list of statements, and who speaks how often.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::Report;
use super::escape::escaped;
use super::words::{self, counted};
use crate::document::{Statement, Voice};
use crate::exchange::table::{self, name_of};
use crate::view::origin::end_of_chain;
use crate::view::speaker::is_anonymous;

/// Speakers in the overview: more would be a list, not an overview.
const MAX_SPEAKERS: usize = 8;

impl Report<'_> {
    pub(super) fn statements(&self) -> String {
        let n_statements = self.numbers.iter().flatten().count();
        let mut html = String::from("<section class=\"statements\" aria-labelledby=\"said\">\n");
        let _ = writeln!(
            html,
            "<h2 id=\"said\">Aussagen <small>{n_statements}</small></h2>"
        );
        if n_statements == 0 {
            html.push_str(
                "<p class=\"none\">In diesem Artikel wurde keine Aussage gefunden.</p>\n",
            );
        }
        html.push_str(&self.speakers());
        html.push_str("<ol>\n");
        for (id, statement) in self.findings.shown_statements() {
            if let Some(number) = self.number(id) {
                self.card(number, statement, &mut html);
            }
        }
        html.push_str("</ol>\n</section>\n");
        html
    }

    fn card(&self, number: usize, statement: &Statement, html: &mut String) {
        let bar = words::bar(statement.kind);
        let key = if statement.key { " key" } else { "" };
        let inside = statement.inside.and_then(|id| self.number(id));
        let nested = if inside.is_some() { " nested" } else { "" };
        let _ = write!(
            html,
            "<li class=\"card {bar}{key}{nested}\" id=\"statement-{number}\">\n<p class=\"who\">{}{}</p>\n",
            self.speaker(statement.speaker.as_ref()),
            badges(statement),
        );
        let back = if self.is_placed(&statement.content) {
            format!(
                "<a class=\"back\" href=\"#said-{number}\" title=\"Zur Stelle im Artikel\">{number}</a>"
            )
        } else {
            format!("<span class=\"back\">{number}</span>")
        };
        let text = escaped(&statement.text(self.text));
        let _ = writeln!(html, "<blockquote>{back}{text}</blockquote>");
        let mut facts: Vec<String> = Vec::new();
        if !statement.cue.is_empty() {
            let cue = table::words(self.text, &statement.cue);
            facts.push(format!("<i>{}</i>", escaped(&cue)));
        }
        let last = end_of_chain(self.extract.article(), self.findings, statement);
        let via = statement
            .via
            .iter()
            .filter_map(|voice| Some(format!("{}{}", self.voice(voice)?, self.unnamed(voice))));
        let via: Vec<String> = last
            .map(|agency| escaped(&agency))
            .into_iter()
            .chain(via)
            .collect();
        if !via.is_empty() {
            // As in the window: the last link before the reader first.
            facts.push(format!("über {}", via.join(" ← ")));
        }
        if let Some(addressee) = statement
            .addressee
            .as_ref()
            .and_then(|voice| self.voice(voice))
        {
            facts.push(format!("an {addressee}"));
        }
        if let Some(inside) = inside {
            facts.push(format!(
                "in <a href=\"#statement-{inside}\">Aussage {inside}</a>"
            ));
        }
        if !facts.is_empty() {
            let _ = writeln!(html, "<p class=\"facts\">{}</p>", facts.join(" · "));
        }
        if !statement.note.trim().is_empty() {
            let _ = writeln!(
                html,
                "<p class=\"note\">{}</p>",
                escaped(statement.note.trim())
            );
        }
        html.push_str("</li>\n");
    }

    fn speaker(&self, speaker: Option<&Voice>) -> String {
        let named = speaker.and_then(|voice| Some((voice, self.voice(voice)?)));
        let Some((voice, name)) = named else {
            return "<span class=\"nobody\">Sprecher unbekannt</span>".into();
        };
        let entity = voice
            .entity
            .and_then(|id| self.findings.entities.get(id.0 as usize));
        let role = entity.and_then(crate::document::Entity::office);
        let role = role.map(|role| format!(" <span class=\"office\">{}</span>", escaped(&role)));
        format!(
            "<b title=\"{}\">{name}</b>{}{}",
            words::reason(voice.because),
            role.unwrap_or_default(),
            self.unnamed(voice),
        )
    }

    /// A badge for sources that stay unnamed.
    fn unnamed(&self, voice: &Voice) -> &'static str {
        if is_anonymous(self.text, self.findings, voice) {
            " <span class=\"badge\">anonym</span>"
        } else {
            ""
        }
    }

    /// A name, as a link to its entry where there is one.
    fn voice(&self, voice: &Voice) -> Option<String> {
        let name = escaped(&name_of(self.text, self.findings, voice)?);
        Some(match voice.entity {
            Some(id) if self.is_listed(id) => format!("<a href=\"#entity-{}\">{name}</a>", id.0),
            _ => name,
        })
    }

    /// Who speaks how often, the most frequent first; nothing where only one speaks.
    fn speakers(&self) -> String {
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (index, (_, statement)) in self.findings.shown_statements().enumerate() {
            let voice = statement
                .speaker
                .as_ref()
                .and_then(|voice| self.voice(voice));
            if let Some(voice) = voice {
                let (n_statements, _) = counts.entry(voice).or_insert((0, index));
                *n_statements += 1;
            }
        }
        if counts.len() < 2 {
            return String::new();
        }
        let mut speakers: Vec<(String, (usize, usize))> = counts.into_iter().collect();
        speakers.sort_by_key(|&(_, (n_statements, first))| (Reverse(n_statements), first));
        let most = speakers
            .first()
            .map_or(1, |&(_, (n_statements, _))| n_statements);
        let mut html = String::from("<ul class=\"speakers\" aria-label=\"Wer zu Wort kommt\">\n");
        for (speaker, (n_statements, _)) in speakers.iter().take(MAX_SPEAKERS) {
            let share = n_statements * 100 / most;
            let _ = writeln!(
                html,
                "<li><span>{speaker}</span> <span class=\"bar\" style=\"--share:{share}%\" aria-hidden=\"true\"></span> <span class=\"n\">{n_statements}</span></li>",
            );
        }
        html.push_str("</ul>\n");
        if let Some(n_more) = speakers.len().checked_sub(MAX_SPEAKERS).filter(|&n| 0 < n) {
            let more = counted(n_more, "weitere Stimme", "weitere Stimmen");
            let _ = writeln!(html, "<p class=\"more\">und {more}</p>");
        }
        html
    }
}

/// Kind, medium, stance, key statement, verdict, confidence.
fn badges(statement: &Statement) -> String {
    let mut badges = format!(
        " <span class=\"badge\">{}</span>",
        words::statement_kind(statement.kind)
    );
    let (medium, stance) = (
        words::medium(statement.medium),
        words::stance(statement.stance),
    );
    for badge in [medium, stance].into_iter().flatten() {
        let _ = write!(badges, " <span class=\"badge\">{badge}</span>");
    }
    if statement.key {
        badges.push_str(" <span class=\"badge strong\">Kernaussage</span>");
    }
    if let Some(verdict) = words::verdict(statement.verdict) {
        let _ = write!(badges, " <span class=\"badge\">{verdict}</span>");
    }
    let confidence = statement.confidence.get();
    let n_dots = 1 + usize::from(0.5 <= confidence) + usize::from(0.8 <= confidence);
    let _ = write!(
        badges,
        " <span class=\"dots\" title=\"Sicherheit {0:.0} %\" aria-label=\"Sicherheit {0:.0} Prozent\">{1}</span>",
        confidence * 100.0,
        ["●○○", "●●○", "●●●"][n_dots - 1],
    );
    badges
}
