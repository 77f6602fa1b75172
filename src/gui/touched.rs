//! What a change of a review has touched, found out from its steps. No egui in here.

use crate::document::{EntityId, MentionId, StatementId};
use crate::review::{Review, Step};
use crate::view::renewing::Touched;

/// What a review was before a change.
pub struct Before {
    cursor: usize,
    n_steps: usize,
    /// What the last step in force had touched: it may be taken back.
    last: Touched,
    /// How many mentions, entities and statements there were.
    counts: [usize; 3],
}

/// What has come of a change.
pub enum Since {
    /// Everything is as it was.
    Same,
    /// One step was made or taken back.
    Touched(Touched),
    /// Many steps, or something else.
    Anything,
}

impl Before {
    /// Remembers what has to be known.
    pub fn new(review: &Review) -> Self {
        Self {
            cursor: review.cursor(),
            n_steps: review.steps().len(),
            last: review.next_undo().map(touched_by).unwrap_or_default(),
            counts: counts(review),
        }
    }

    /// What has changed since.
    pub fn since(self, review: &Review) -> Since {
        let cursor = review.cursor();
        let now = counts(review);
        if cursor == self.cursor && review.steps().len() == self.n_steps && now == self.counts {
            Since::Same
        } else if cursor == self.cursor + 1 {
            let made = review.next_undo().map(touched_by);
            Since::Touched(with_ends(made.unwrap_or_default(), self.counts, now))
        } else if cursor + 1 == self.cursor {
            Since::Touched(with_ends(self.last, now, self.counts))
        } else {
            Since::Anything
        }
    }
}

fn touched_by(step: &Step) -> Touched {
    Touched {
        mentions: step.mentions().collect(),
        entities: step.entities().collect(),
        statements: step.statements().collect(),
    }
}

/// With what was added at the ends of the lists, or is gone from there.
fn with_ends(mut touched: Touched, few: [usize; 3], many: [usize; 3]) -> Touched {
    let ids = |list: usize| few[list] as u32..many[list] as u32;
    touched.mentions.extend(ids(0).map(MentionId));
    touched.entities.extend(ids(1).map(EntityId));
    touched.statements.extend(ids(2).map(StatementId));
    touched
}

fn counts(review: &Review) -> [usize; 3] {
    let findings = review.findings();
    [
        findings.mentions.len(),
        findings.entities.len(),
        findings.statements.len(),
    ]
}
