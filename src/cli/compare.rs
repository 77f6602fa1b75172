//! `wortlaut compare`: how far two annotation files of one article agree.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;

use super::{Outcome, say};
use crate::document::{Kind, StatementKind};
use crate::exchange;
use crate::review::Review;
use crate::view::agreement::{Agreement, Figures};
use crate::view::comparison::{self, Aspect, Side};

/// Which files to compare.
#[derive(Debug, clap::Args)]
pub(super) struct Compare {
    /// Annotations as written by Wortlaut (JSON)
    #[arg(value_name = "A.json")]
    a: PathBuf,
    /// Annotations of the same text
    #[arg(value_name = "B.json")]
    b: PathBuf,
}

/// Prints the figures; what cannot be compared is named on standard error.
pub(super) fn compare(arguments: &Compare) -> anyhow::Result<Outcome> {
    let mut n_failures = 0;
    let mut open = |path: &PathBuf| match exchange::open(path) {
        Ok(review) => Some(review),
        Err(error) => {
            say(&error.to_string());
            n_failures += 1;
            None
        }
    };
    let (a, b) = (open(&arguments.a), open(&arguments.b));
    let (Some(a), Some(b)) = (a, b) else {
        return Ok(Outcome::of_failures(n_failures));
    };
    if a.document().text() != b.document().text() {
        let path = arguments.b.display();
        say(&format!(
            "annotates another text than {}; only annotations of the same text can be compared: {path}",
            arguments.a.display()
        ));
        return Ok(Outcome::SomeFailed);
    }
    print(&a, &b, &mut io::stdout().lock()).context("cannot print")?;
    Ok(Outcome::Done)
}

/// Columns: what, how many in each file, F1 of the same spans, F1 of overlapping ones, uα.
fn print(a: &Review, b: &Review, out: &mut impl Write) -> io::Result<()> {
    let text = a.document().text();
    let agreement = Agreement::of(text, a.findings(), b.findings());
    table("mentions", &agreement.mentions, Kind::label, out)?;
    writeln!(out)?;
    table(
        "statements",
        &agreement.statements,
        StatementKind::label,
        out,
    )?;
    writeln!(
        out,
        "\nsame speaker  {} of {} matched statements ({})",
        agreement.n_same_speaker,
        agreement.n_matched,
        percent(agreement.speakers()).trim()
    )?;
    let differences = comparison::differences(text, a.findings(), b.findings());
    let count = |aspect| differences.iter().filter(|it| it.aspect == aspect).count();
    let counts = Aspect::ALL.map(|aspect| format!("{} {}", count(aspect), name(aspect)));
    writeln!(
        out,
        "differences   {}: {}",
        differences.len(),
        counts.join(", ")
    )
}

fn table<K: Copy>(
    title: &str,
    lines: &[Figures<K>],
    label: impl Fn(K) -> &'static str,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(
        out,
        "{title:<24}{:>6}{:>6}{:>9}{:>9}{:>8}",
        "A", "B", "F1 same", "F1 over", "uα"
    )?;
    for line in lines {
        let what = line.kind.map_or("all", &label).replace('_', " ");
        let alpha = match line.alpha {
            Some(alpha) => format!("{alpha:.3}"),
            None => "–".to_owned(),
        };
        writeln!(
            out,
            "  {what:<22}{:>6}{:>6}{:>9}{:>9}{alpha:>8}",
            line.n_a,
            line.n_b,
            percent(line.exact()),
            percent(line.overlapping()),
        )?;
    }
    Ok(())
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.1} %", 100.0 * share))
}

fn name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Only(Side::A) => "only in A",
        Aspect::Only(Side::B) => "only in B",
        Aspect::Kind => "of another type or kind",
        Aspect::Borders => "with other borders",
        Aspect::Who => "of another entity or speaker",
    }
}
