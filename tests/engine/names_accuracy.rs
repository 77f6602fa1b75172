//! How good the program is at names and at who they mean, on our own gold articles: figures that must not fall.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::files::files;
use crate::floors::reached;
use crate::reader::read;
use wortlaut::document::{Findings, Form, Kind, Mention};
use wortlaut::evaluation::entities::{Chain, EntityScores, chains};
use wortlaut::evaluation::names::Counts;
use wortlaut::evaluation::scores::{NameScores, outer_names};
use wortlaut::exchange::json;
use wortlaut::span::Span;

/// What has to be reached on the articles of `tests/gold/names`, a little below what is reached.
const FLOORS: [(&str, f64); 11] = [
    ("names: F1, place and type", 0.88),
    ("names: type, of those found", 0.95),
    ("entities: B³ F1", 0.89),
    ("entities: B³ F1, names on both sides", 0.98),
    ("entities: B³ precision, names on both sides", 0.98),
    ("entities: exact chains F1", 0.86),
    ("entities: pairs, precision", 0.97),
    ("entities: pairs, recall", 0.95),
    ("related words: entity, of those found", 0.95),
    ("descriptions: precision", 0.9),
    ("pronouns: precision", 0.85),
];

#[derive(Default)]
struct Figures {
    names: NameScores,
    types: Counts,
    entities: EntityScores,
    shared: EntityScores,
    related: Counts,
    descriptions: Counts,
    pronouns: Counts,
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are seen with --nocapture")]
fn names_and_entities_reach_their_floors() {
    let mut figures = Figures::default();
    let mut report = String::new();
    for (path, json) in files("tests/gold/names", "json") {
        let gold = json::read(json.as_bytes()).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let document = read(gold.document().text());
        let mut own = Figures::default();
        for figures in [&mut figures, &mut own] {
            figures.add(gold.findings(), &document.findings);
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let _ = write!(report, "{stem:16}");
        for figure in own.values() {
            let _ = write!(report, "{figure:7.3}");
        }
        report.push('\n');
    }
    let (rows, is_reached) = reached(&FLOORS, &figures.values());
    report += &rows;
    let _ = writeln!(
        report,
        "descriptions: {:?}, pronouns: {:?}",
        figures.descriptions, figures.pronouns
    );
    println!("\n{report}");
    assert!(is_reached, "a figure is too low:\n{report}");
}

impl Figures {
    fn add(&mut self, gold: &Findings, found: &Findings) {
        self.names.add(&outer_names(gold), &outer_names(found));
        let (gold_names, found_names) = (outer_names(gold), outer_names(found));
        for &(span, kind) in &found_names {
            if let Some(&(_, right)) = gold_names.iter().find(|(other, _)| *other == span) {
                self.types.right += usize::from(kind == right);
                self.types.wrong += usize::from(kind != right);
            }
        }
        // Outer names only: gold has no others.
        let chains_of = |findings: &Findings, outer: &BTreeSet<(Span, Kind)>| {
            chains(findings, |mention| {
                mention.form == Form::Name && outer.contains(&(mention.span, mention.kind))
            })
        };
        let gold_chains = chains_of(gold, &gold_names);
        let found_chains = chains_of(found, &found_names);
        self.entities.add(&gold_chains, &found_chains);
        self.shared.of_shared(&gold_chains, &found_chains);
        self.related.sum(&links(gold, found, |mention| {
            !mention.form.refers() && mention.kind.is_name()
        }));
        for (form, counts) in [
            (Form::Description, &mut self.descriptions),
            (Form::Pronoun, &mut self.pronouns),
        ] {
            counts.sum(&links(gold, found, |mention| {
                mention.form == form && mention.kind.is_name()
            }));
        }
    }

    fn values(&self) -> [f64; 11] {
        [
            self.names.of(None).f1(),
            self.types.precision(),
            self.entities.b_cubed().f1(),
            self.shared.b_cubed().f1(),
            self.shared.b_cubed().precision,
            self.entities.chains().f1(),
            self.entities.pairs().precision(),
            self.entities.pairs().recall(),
            self.related.precision(),
            self.descriptions.precision(),
            self.pronouns.precision(),
        ]
    }
}

/// Mentions that are no names: right where the names of their entity and of the gold entity overlap.
///
/// Of related words only those count that both sides have.
fn links(gold: &Findings, found: &Findings, is_meant: impl Fn(&Mention) -> bool) -> Counts {
    let mut counts = Counts::default();
    let of = |findings: &Findings, mention: &Mention| -> Option<(Chain, String)> {
        let entity = mention.entity?;
        let names = findings.mentions_of(entity).map(|(_, mention)| mention);
        let names = names.filter(|mention| mention.form == Form::Name);
        let chain = names.map(|mention| mention.span).collect();
        Some((chain, findings.entity(entity).name.clone()))
    };
    for (_, mention) in found
        .shown_mentions()
        .filter(|(_, mention)| is_meant(mention))
    {
        let twin = gold.shown_mentions().map(|(_, twin)| twin);
        let mut twin = twin.filter(|twin| twin.span == mention.span && is_meant(twin));
        let twin = twin.next().map(|twin| of(gold, twin));
        let own = of(found, mention);
        match (twin, own) {
            (_, None) => {}
            (None, _) if !mention.form.refers() => {}
            (Some(Some((gold, gold_name))), Some((found, name)))
                if gold_name == name || !gold.is_disjoint(&found) =>
            {
                counts.right += 1;
            }
            _ => counts.wrong += 1,
        }
    }
    let n_gold = gold
        .shown_mentions()
        .filter(|(_, mention)| is_meant(mention))
        .count();
    counts.missed = n_gold.saturating_sub(counts.right);
    counts
}

trait Sum {
    fn sum(&mut self, other: &Self);
}

impl Sum for Counts {
    fn sum(&mut self, other: &Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}
