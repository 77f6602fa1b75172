//! The article on screen beside another annotation of it: figures, differences, and taking over either side. No egui here.

pub mod panel;
mod table;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::review::Review;
use crate::view::agreement::Agreement;
use crate::view::comparison::taking_over::take_over;
use crate::view::comparison::{Aspect, Difference, Side, Subject, differences};

use super::command::{Command, Purpose, ReadFailure, Step};
use super::desk::Desk;
use super::folder;
use super::opened::Opened;
use super::session::Session;
use super::state::{Effect, Focus, Says, Tab};

/// Another annotation of the article on screen, and what it has otherwise.
#[derive(Debug)]
pub struct Comparison {
    /// Name of its file.
    pub name: String,
    /// The other annotation.
    pub other: Arc<Review>,
    /// The figures.
    pub agreement: Agreement,
    /// What is otherwise and not settled, in text order.
    pub differences: Vec<Difference>,
    /// Only these are listed; all without.
    pub shown: Option<Aspect>,
    /// The one that the reader looks at.
    pub chosen: Option<Difference>,
    /// Whether the figures of each kind are to be seen.
    pub is_unfolded: bool,
    /// Differences in which the reader has kept what is open, and how many steps were in force then: undone, they are open again.
    settled: BTreeMap<Difference, usize>,
}

/// Something to do with the comparison.
#[derive(Clone, Debug)]
pub enum ComparisonCommand {
    /// Let the reader choose another annotation file.
    Pick,
    /// Compare with this file.
    Open(PathBuf),
    /// The file was read for the article with this serial number.
    Opened(u64, PathBuf, Result<Arc<Review>, ReadFailure>),
    /// Compare no longer.
    Close,
    /// List only these differences, or all.
    Show(Option<Aspect>),
    /// Show the figures of each kind, or no longer.
    Unfold,
    /// Look at a difference.
    GoTo(Difference),
    /// Look at the next or previous one.
    Step(Step),
    /// Settle these in favour of one side.
    TakeOver(Vec<Difference>, Side),
    /// Settle the one that the reader looks at.
    TakeOverChosen(Side),
}

impl Comparison {
    fn new(opened: &Opened, name: String, other: Arc<Review>) -> Self {
        let mut comparison = Self {
            agreement: Agreement::of(
                opened.document().text(),
                opened.findings(),
                other.findings(),
            ),
            name,
            other,
            differences: Vec::new(),
            shown: None,
            chosen: None,
            is_unfolded: false,
            settled: BTreeMap::new(),
        };
        comparison.list(opened);
        comparison
    }

    /// Brings everything in line with the article after a correction.
    fn refresh(&mut self, opened: &Opened) {
        let text = opened.document().text();
        self.agreement = Agreement::of(text, opened.findings(), self.other.findings());
        self.list(opened);
    }

    fn list(&mut self, opened: &Opened) {
        let text = opened.document().text();
        let mut found = differences(text, opened.findings(), self.other.findings());
        let n_steps = opened.review().cursor();
        self.settled.retain(|_, at| *at <= n_steps);
        found.retain(|difference| !self.settled.contains_key(difference));
        // Where the chosen one is settled, the next one is.
        if let Some(chosen) = self.chosen
            && !found.contains(&chosen)
        {
            let is_listed = |it: &&Difference| self.shown.is_none_or(|aspect| it.aspect == aspect);
            let after = found.iter().find(|it| {
                is_listed(it) && (chosen.span.start(), chosen) < (it.span.start(), **it)
            });
            self.chosen = after.or(found.iter().rfind(is_listed)).copied();
        }
        self.differences = found;
        if self.shown.is_some_and(|aspect| self.count(aspect) == 0) {
            self.shown = None;
        }
    }

    /// What is listed.
    pub fn listed(&self) -> impl DoubleEndedIterator<Item = &Difference> {
        let shown = self.shown;
        self.differences
            .iter()
            .filter(move |it| shown.is_none_or(|aspect| it.aspect == aspect))
    }

    /// How many there are of this sort.
    pub fn count(&self, aspect: Aspect) -> usize {
        let same = self.differences.iter().filter(|it| it.aspect == aspect);
        same.count()
    }

    /// Position of the chosen one in what is listed.
    pub fn place(&self) -> Option<usize> {
        let chosen = self.chosen?;
        self.listed().position(|it| *it == chosen)
    }
}

impl Desk {
    /// Brings the comparison in line with the article; without an article, or with another text, there is none. Where the
    /// reader was looking at it, it stays in view.
    pub(super) fn compare_again(&mut self, tab: Tab) {
        let Some(mut comparison) = self.comparison.take() else {
            return;
        };
        let Some(opened) = &self.opened else { return };
        if opened.document().text() == comparison.other.document().text() {
            comparison.refresh(opened);
            self.comparison = Some(comparison);
            if tab == Tab::Comparison {
                self.tab = tab;
            }
        }
    }

    /// Looks at a difference: its words, and what the open annotation has there.
    fn look_at_difference(&mut self, difference: Difference) {
        let Some(comparison) = &mut self.comparison else {
            return;
        };
        comparison.chosen = Some(difference);
        let focus = match difference.subject {
            Subject::Mention(Some(id), _) => Some(Focus::Mention(id)),
            Subject::Statement(Some(id), _) => Some(Focus::Statement(id)),
            Subject::Mention(None, _) | Subject::Statement(None, _) => None,
        };
        match focus {
            Some(focus) => self.look_at(focus),
            None => self.look_away(),
        }
        self.tab = Tab::Comparison;
        self.jump_to(difference.span);
    }
}

impl Session {
    pub(super) fn run_comparison(&mut self, command: ComparisonCommand) -> Option<Effect> {
        match command {
            ComparisonCommand::Pick => return Some(Effect::PickFile(Purpose::Compare)),
            ComparisonCommand::Open(path) => {
                if let Some(opened) = &self.desk().opened {
                    return Some(Effect::ReadOther(opened.serial, path));
                }
                // The first of two files; the other one is asked for when it is open.
                self.compares_next = true;
                return self.run(Command::Open(path));
            }
            ComparisonCommand::Opened(serial, path, outcome) => {
                self.compare_with(serial, &path, outcome);
            }
            ComparisonCommand::Close => {
                let desk = self.desk_mut();
                desk.comparison = None;
                if desk.tab == Tab::Comparison {
                    desk.tab = Tab::Statements;
                }
            }
            ComparisonCommand::Show(aspect) => {
                if let Some(comparison) = &mut self.desk_mut().comparison {
                    comparison.shown = aspect;
                }
            }
            ComparisonCommand::Unfold => {
                if let Some(comparison) = &mut self.desk_mut().comparison {
                    comparison.is_unfolded = !comparison.is_unfolded;
                }
            }
            ComparisonCommand::GoTo(difference) => self.desk_mut().look_at_difference(difference),
            ComparisonCommand::Step(_) | ComparisonCommand::TakeOverChosen(_)
                if self.desk().comparison.is_none() =>
            {
                return self.run_comparison(ComparisonCommand::Pick);
            }
            ComparisonCommand::Step(step) => self.step_difference(step),
            ComparisonCommand::TakeOver(differences, side) => {
                return self.settle(&differences, side);
            }
            ComparisonCommand::TakeOverChosen(side) => {
                match self.desk().comparison.as_ref()?.chosen {
                    Some(chosen) => return self.settle(&[chosen], side),
                    None => self.step_difference(Step::Next),
                }
            }
        }
        None
    }

    /// Asks for the second of two files as soon as the first is open.
    pub(super) fn compare_next(&mut self) -> Option<Effect> {
        let is_asked = std::mem::take(&mut self.compares_next) && self.desk().opened.is_some();
        is_asked.then_some(Effect::PickFile(Purpose::Compare))
    }

    fn compare_with(
        &mut self,
        serial: u64,
        path: &Path,
        outcome: Result<Arc<Review>, ReadFailure>,
    ) {
        let is_it = |desk: &&mut Desk| {
            let opened = desk.opened.as_ref();
            opened.is_some_and(|opened| opened.serial == serial)
        };
        let Some(desk) = self.desks.iter_mut().find(is_it) else {
            return;
        };
        let Some(opened) = &desk.opened else { return };
        match outcome {
            Ok(other) if other.document().text() == opened.document().text() => {
                let comparison = Comparison::new(opened, folder::name(path), other);
                desk.comparison = Some(comparison);
                desk.tab = Tab::Comparison;
                self.settings.hides_lists = false;
                self.dialog = None;
            }
            Ok(_) => self.say(Says::OtherText(path.to_owned())),
            Err(failure) => self.say(Says::ReadFailed(failure)),
        }
    }

    fn step_difference(&mut self, step: Step) {
        let Some(comparison) = &self.desk().comparison else {
            return;
        };
        let n = comparison.listed().count();
        let next = match (comparison.place(), step) {
            (None, Step::Next) => 0,
            (None, Step::Previous) => n.saturating_sub(1),
            (Some(place), Step::Next) => (place + 1).min(n.saturating_sub(1)),
            (Some(place), Step::Previous) => place.saturating_sub(1),
        };
        let next = comparison.listed().nth(next).copied();
        if let Some(difference) = next {
            self.desk_mut().look_at_difference(difference);
        }
    }

    /// Settles differences by one correction.
    fn settle(&mut self, differences: &[Difference], side: Side) -> Option<Effect> {
        let desk = self.desk_mut();
        let review = desk.opened.as_ref()?.review().clone();
        let comparison = desk.comparison.as_mut()?;
        let edit = take_over(&review, comparison.other.findings(), differences, side);
        let n_steps = review.cursor();
        drop(review);
        if side == Side::A {
            let at = if edit.is_some() { n_steps + 1 } else { 0 };
            let settled = differences.iter().map(|&it| (it, at));
            comparison.settled.extend(settled);
        }
        if let Some(edit) = edit {
            return self.execute_correction(edit);
        }
        self.desk_mut().compare_again(Tab::Comparison);
        None
    }

    fn execute_correction(&mut self, edit: crate::review::Edit) -> Option<Effect> {
        let tab = self.desk().tab;
        let effect = self.run(Command::Correct(edit));
        // Settling one difference is no reason to be asked what to learn.
        self.lexicon.offer = None;
        let desk = self.desk_mut();
        desk.tab = tab;
        let chosen = desk.comparison.as_ref().and_then(|it| it.chosen);
        if let Some(chosen) = chosen {
            desk.look_at_difference(chosen);
        }
        effect
    }
}

#[cfg(test)]
mod tests;
