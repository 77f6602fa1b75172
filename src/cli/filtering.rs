//! Which findings go into a file, as the command line says.

use crate::document::{Kind, StatementKind};
use crate::exchange::Filter;
use crate::review::Review;

/// What to write of what was found. Without any of these, all of it is written.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Filter")]
pub(super) struct Filtering {
    /// Only mentions of these kinds: person, organisation, location, other, role, date, time, duration, amount
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kind)]
    kinds: Vec<Kind>,
    /// Only statements of these kinds: direct, indirect, reported, `free_indirect`, `indirect_free_indirect`
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = statement_kind)]
    statements: Vec<StatementKind>,
    /// Only key statements
    #[arg(long)]
    key: bool,
    /// Only what a reader has confirmed, changed or added
    #[arg(long)]
    confirmed: bool,
}

fn kind(label: &str) -> Result<Kind, String> {
    let known = Kind::ALL.into_iter().find(|kind| kind.label() == label);
    known.ok_or_else(|| unknown(&Kind::ALL.map(Kind::label)))
}

fn statement_kind(label: &str) -> Result<StatementKind, String> {
    let mut all = StatementKind::ALL.into_iter();
    let known = all.find(|kind| kind.label() == label);
    known.ok_or_else(|| unknown(&StatementKind::ALL.map(StatementKind::label)))
}

fn unknown(labels: &[&str]) -> String {
    format!("choose among {}", labels.join(", "))
}

impl Filtering {
    /// As a filter for this review.
    pub(super) fn filter(&self, review: &Review) -> Filter {
        let narrows = self.key || !self.statements.is_empty();
        let statements = review.findings().shown_statements();
        let passing = statements.filter(|(_, statement)| {
            (!self.key || statement.key)
                && (self.statements.is_empty() || self.statements.contains(&statement.kind))
        });
        Filter {
            kinds: (!self.kinds.is_empty()).then(|| self.kinds.iter().copied().collect()),
            statements: narrows.then(|| passing.map(|(id, _)| id).collect()),
            is_confirmed: self.confirmed,
        }
    }
}
