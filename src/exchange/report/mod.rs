//! What the reports for paper say, in German, before it is set: title, statements, names.

use std::cmp::Reverse;

use super::extract::Extract;
use super::html::words::{self, CHIPS, counted};
use super::stem;
use super::table::{self, belongings, name_of};
use crate::article::{BlockKind, Source};
use crate::document::{Entity, EntityId, Kind, MentionId, Statement, StatementId, Voice};
use crate::view::origin::end_of_chain;
use crate::view::speaker::{self, SpeakerKey, is_anonymous};

/// The whole report.
pub(super) struct Report {
    pub title: String,
    /// Author and date.
    pub byline: Vec<String>,
    pub url: Option<String>,
    /// The reader's note on the article.
    pub note: String,
    /// All statements, in text order.
    pub quotes: Vec<Quote>,
    /// Names by kind, those mentioned most first.
    pub groups: Vec<Group>,
    /// Who made this, from what.
    pub origin: String,
}

/// A statement.
pub(super) struct Quote {
    pub id: StatementId,
    /// From 1.
    pub number: usize,
    pub is_key: bool,
    /// The words of the article.
    pub text: String,
    /// Who speaks; or that nobody knows.
    pub speaker: String,
    pub role: Option<String>,
    /// "direkt", "Kernaussage", "über dpa".
    pub facts: Vec<String>,
    pub note: String,
}

/// Names of one kind.
pub(super) struct Group {
    /// "Personen".
    pub label: &'static str,
    pub names: Vec<Entry>,
}

/// A name.
pub(super) struct Entry {
    pub name: String,
    pub role: Option<String>,
    pub aliases: Vec<String>,
    /// Where it is mentioned first.
    pub first: Option<MentionId>,
    pub n_mentions: usize,
    pub n_statements: usize,
    pub note: String,
}

impl Report {
    pub fn new(extract: &Extract<'_>) -> Self {
        let source = &extract.article().source;
        let mut numbers = vec![None; extract.findings().statements.len()];
        for (index, (id, _)) in extract.findings().shown_statements().enumerate() {
            numbers[id.0 as usize] = Some(index + 1);
        }
        let quotes = extract.findings().shown_statements().enumerate();
        let quotes = quotes
            .map(|(index, (id, statement))| quote(extract, id, index + 1, statement, &numbers));
        Self {
            title: title(extract),
            byline: byline(source),
            url: source.url.clone(),
            note: extract.findings().note.trim().to_owned(),
            quotes: quotes.collect(),
            groups: groups(extract),
            origin: origin(extract),
        }
    }

    /// The article's key statements.
    pub fn key_quotes(&self) -> impl Iterator<Item = &Quote> {
        self.quotes.iter().filter(|quote| quote.is_key)
    }
}

/// Author, or the agencies where nobody has signed, and date.
fn byline(source: &Source) -> Vec<String> {
    let agencies = (!source.agencies.is_empty()).then(|| source.agencies.join("/"));
    let author = source.byline.clone().or(agencies);
    author.into_iter().chain(source.date.clone()).collect()
}

impl Quote {
    /// "Erika Ohnesorg, Bürgermeisterin".
    pub fn attribution(&self) -> String {
        match &self.role {
            Some(role) => format!("{}, {role}", self.speaker),
            None => self.speaker.clone(),
        }
    }
}

impl Entry {
    /// "3 Erwähnungen, 1 Aussage".
    pub fn counts(&self) -> String {
        let mentions = counted(self.n_mentions, "Erwähnung", "Erwähnungen");
        if self.n_statements == 0 {
            return mentions;
        }
        let statements = counted(self.n_statements, "Aussage", "Aussagen");
        format!("{mentions}, {statements}")
    }
}

/// The headline, or what the source says, or the file's name.
fn title(extract: &Extract<'_>) -> String {
    let article = extract.article();
    let mut headlines = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Headline);
    let headline = headlines
        .next()
        .map(|block| table::words(extract.text(), &[block.span]));
    let title = headline.or_else(|| article.source.title.clone());
    title.unwrap_or_else(|| stem(&article.source))
}

fn quote(
    extract: &Extract<'_>,
    id: StatementId,
    number: usize,
    statement: &Statement,
    numbers: &[Option<usize>],
) -> Quote {
    let (text, findings) = (extract.text(), extract.findings());
    let speaker = speaker::of(text, findings, statement.speaker.as_ref());
    let name = speaker.name.unwrap_or_else(|| match speaker.key {
        SpeakerKey::Editorial => "Worte des Artikels selbst".to_owned(),
        _ => "Sprecher unbekannt".to_owned(),
    });
    let called = |voice: &Voice| {
        let name = name_of(text, findings, voice)?;
        let is_anonymous = is_anonymous(text, findings, voice);
        Some(if is_anonymous {
            format!("{name} (anonym)")
        } else {
            name
        })
    };
    let mut facts: Vec<String> = Vec::new();
    if statement
        .speaker
        .as_ref()
        .is_some_and(|voice| is_anonymous(text, findings, voice))
    {
        facts.push("anonym".into());
    }
    facts.push(words::statement_kind(statement.kind).into());
    facts.extend(words::medium(statement.medium).map(str::to_owned));
    facts.extend(words::stance(statement.stance).map(str::to_owned));
    if statement.key {
        facts.push("Kernaussage".into());
    }
    if !statement.cue.is_empty() {
        facts.push(format!(
            "angekündigt mit „{}“",
            table::words(text, &statement.cue)
        ));
    }
    let mut via: Vec<String> = statement.via.iter().filter_map(called).collect();
    via.splice(0..0, end_of_chain(extract.article(), findings, statement));
    if !via.is_empty() {
        facts.push(format!("über {}", via.join(" ← ")));
    }
    facts.extend(
        statement
            .addressee
            .as_ref()
            .and_then(called)
            .map(|name| format!("an {name}")),
    );
    let outer = statement
        .inside
        .and_then(|id| numbers.get(id.0 as usize).copied().flatten());
    facts.extend(outer.map(|outer| format!("in Aussage {outer}")));
    facts.extend(words::verdict(statement.verdict).map(str::to_owned));
    Quote {
        id,
        number,
        is_key: statement.key,
        text: statement.text(text),
        speaker: name,
        role: speaker.role,
        facts,
        note: statement.note.trim().to_owned(),
    }
}

fn groups(extract: &Extract<'_>) -> Vec<Group> {
    let findings = extract.findings();
    let listed: Vec<(&Entity, Entry)> = (0..)
        .map(EntityId)
        .zip(&findings.entities)
        .zip(belongings(findings))
        .filter(|(_, belongings)| !belongings.is_empty())
        .map(|((_, entity), belongings)| {
            let name = Entry {
                name: entity.name.clone(),
                role: entity.office(),
                aliases: entity.aliases.clone(),
                first: belongings.mentions.first().map(|&(id, _)| id),
                n_mentions: belongings.mentions.len(),
                n_statements: belongings.statements.len(),
                note: entity.note.trim().to_owned(),
            };
            (entity, name)
        })
        .collect();
    let mut groups: Vec<Group> = CHIPS
        .iter()
        .map(|chip| Group {
            label: chip.label,
            names: Vec::new(),
        })
        .collect();
    let place = |kind: Kind| CHIPS.iter().position(|chip| chip.kinds.contains(&kind));
    for (entity, name) in listed {
        let group = place(entity.kind).and_then(|index| groups.get_mut(index));
        if let Some(group) = group {
            group.names.push(name);
        }
    }
    groups.retain(|group| !group.names.is_empty());
    for group in &mut groups {
        group.names.sort_by_key(|name| Reverse(name.n_mentions));
    }
    groups
}

fn origin(extract: &Extract<'_>) -> String {
    let source = &extract.article().source;
    let made_by = match extract.document().made_by.as_str() {
        "" => String::new(),
        made_by => format!(" ({made_by})"),
    };
    let checked = match extract.review().next_undo() {
        Some(step) => format!("von Hand berichtigt, zuletzt {}", step.stamp.at),
        None => "nicht von Hand geprüft".to_owned(),
    };
    let file = source.path.as_deref().and_then(std::path::Path::file_name);
    let file = file
        .map(|file| format!(" Datei: {}.", file.to_string_lossy()))
        .unwrap_or_default();
    format!(
        "Namen und Aussagen maschinell gefunden{made_by}, {checked}. Erstellt mit Wortlaut {}.{file}",
        env!("CARGO_PKG_VERSION")
    )
}
