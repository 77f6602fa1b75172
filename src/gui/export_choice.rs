//! What is chosen for the next export: the format, and whether only what is shown goes into it.

use std::collections::BTreeSet;

use crate::document::{Kind, Verdict};
use crate::exchange::{Filter, Format, Losses};

use super::session::Session;
use super::state::Effect;

/// What is chosen.
#[derive(Clone, Debug, Default)]
pub struct ExportChoice {
    format: Option<Format>,
    /// Whether only what is shown is written.
    pub is_filtered: bool,
    /// The request whose answer is awaited.
    awaited: Option<u64>,
    losses: Option<Losses>,
}

/// How much passes the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Mentions.
    pub n_mentions: usize,
    /// Statements.
    pub n_statements: usize,
}

impl ExportChoice {
    /// What the chosen format cannot hold, as soon as it is known.
    pub fn losses(&self) -> Option<&Losses> {
        self.losses.as_ref()
    }
}

impl Session {
    /// The format of the next export.
    pub fn export_format(&self) -> Format {
        self.export.format.unwrap_or(Format::HTML)
    }

    pub(super) fn choose_format(&mut self, format: Format) -> Option<Effect> {
        self.export.format = Some(format);
        self.weigh_export()
    }

    pub(super) fn filter_export(&mut self, is_filtered: bool) -> Option<Effect> {
        self.export.is_filtered = is_filtered;
        self.weigh_export()
    }

    /// Asks what the chosen format cannot hold.
    pub(super) fn weigh_export(&mut self) -> Option<Effect> {
        self.desk().opened.as_ref()?;
        let request = self.next_serial();
        self.export.awaited = Some(request);
        self.export.losses = None;
        Some(Effect::WeighExport(
            request,
            self.export_format(),
            self.export_filter(),
        ))
    }

    pub(super) fn export_weighed(&mut self, request: u64, losses: Losses) {
        if self.export.awaited == Some(request) {
            self.export.losses = Some(losses);
        }
    }

    /// What goes into the file: everything, or what is shown.
    pub fn export_filter(&self) -> Filter {
        if !self.export.is_filtered {
            return Filter::default();
        }
        Filter {
            kinds: Some(self.shown_kinds()),
            statements: self.statements_in_list(),
            is_confirmed: false,
        }
    }

    /// How much of the open article is shown.
    pub fn passing(&self) -> Passing {
        let Some(opened) = &self.desk().opened else {
            return Passing {
                n_mentions: 0,
                n_statements: 0,
            };
        };
        let findings = opened.review().findings();
        let mentions = findings.mentions.iter();
        let shown = mentions.filter(|mention| {
            self.settings.shown.kind(mention.kind) && mention.verdict != Verdict::Rejected
        });
        let n_listed = self.statements_in_list().map(|listed| listed.len());
        Passing {
            n_mentions: shown.count(),
            n_statements: n_listed.unwrap_or_else(|| findings.shown_statements().count()),
        }
    }

    fn shown_kinds(&self) -> BTreeSet<Kind> {
        let kinds = Kind::ALL.into_iter();
        kinds
            .filter(|&kind| self.settings.shown.kind(kind))
            .collect()
    }

    /// The statements in the list, if its filter leaves any out.
    fn statements_in_list(&self) -> Option<BTreeSet<crate::document::StatementId>> {
        let desk = self.desk();
        let opened = desk.opened.as_ref().filter(|_| desk.filter.narrows())?;
        let rows = desk
            .listed
            .iter()
            .filter_map(|&index| opened.rows.get(index));
        Some(rows.map(|row| row.id).collect())
    }
}
