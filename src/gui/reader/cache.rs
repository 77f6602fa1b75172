//! Blocks that are laid out already, as many as a bounded number of letters allows.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Galley, Ui};

use crate::document::Document;

use super::layout::Measure;
use super::pieces::SetBlock;

/// Letters that are kept laid out; about 25 megabytes, twenty screens full.
const MOST: usize = 120_000;

/// Laid out blocks of one article in one measure.
#[derive(Debug, Default)]
pub struct Cache {
    /// Which article, how wide and large, and the sample that shows that fonts and glyphs are still the same.
    key: Option<(u64, Measure, Arc<Galley>)>,
    blocks: BTreeMap<usize, Kept>,
    n_letters: usize,
    /// Counts frames.
    now: u64,
}

#[derive(Debug)]
struct Kept {
    set: Arc<SetBlock>,
    /// The last frame in which it was asked for.
    used: u64,
}

impl Cache {
    /// Begins a frame; forgets everything if the article, its measure, or the fonts have changed.
    pub fn begin(&mut self, serial: u64, measure: &Measure, sample: &Arc<Galley>) {
        self.now += 1;
        let is_same = self.key.as_ref().is_some_and(|(before, set, kept)| {
            *before == serial && set.breaks_like(measure) && Arc::ptr_eq(kept, sample)
        });
        if !is_same {
            self.key = Some((serial, *measure, sample.clone()));
            self.blocks.clear();
            self.n_letters = 0;
        }
    }

    /// A block, laid out; none if there is no such block.
    pub fn block(
        &mut self,
        ui: &Ui,
        document: &Document,
        index: usize,
        measure: &Measure,
    ) -> Option<Arc<SetBlock>> {
        if let Some(kept) = self.blocks.get_mut(&index) {
            kept.used = self.now;
            return Some(kept.set.clone());
        }
        let lay_out = |job| ui.painter().layout_job(job);
        let set = Arc::new(SetBlock::new(document, index, measure, lay_out)?);
        self.n_letters += set.n_characters();
        if MOST < self.n_letters {
            self.thin_out();
        }
        let kept = Kept {
            set: set.clone(),
            used: self.now,
        };
        self.blocks.insert(index, kept);
        Some(set)
    }

    /// Forgets what was not asked for the longest, down to three quarters; what is on screen stays.
    fn thin_out(&mut self) {
        let mut ages: Vec<(u64, usize)> = self
            .blocks
            .iter()
            .map(|(&index, kept)| (kept.used, index))
            .collect();
        ages.sort_unstable();
        for (used, index) in ages {
            if self.n_letters <= MOST / 4 * 3 || used == self.now {
                break;
            }
            if let Some(kept) = self.blocks.remove(&index) {
                self.n_letters -= kept.set.n_characters();
            }
        }
    }
}
