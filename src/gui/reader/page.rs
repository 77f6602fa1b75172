//! An article as a page: how high its blocks are, and where the reader is on it, whatever happens to the heights.

use eframe::egui::Ui;

use crate::gui::opened::Opened;

use super::cache::Cache;
use super::heights::Heights;
use super::layout::Measure;
use super::measuring::Measuring;
use super::pieces::style_of;

/// The page of an open article.
#[derive(Debug, Default)]
pub struct Page {
    /// How wide, how large, and how many pixels a point has.
    key: Option<(Measure, u32)>,
    /// Heights of its blocks.
    pub heights: Heights,
    measuring: Option<Measuring>,
    place: Option<Place>,
    /// From where to where the page was to be seen last.
    pub visible: Option<(f64, f64)>,
    /// Where the page is to be in the next frame.
    pub wanted: Option<f64>,
    /// Number of the last jump that was followed.
    pub followed: u64,
    /// Where the page was when a search began.
    before_search: Option<f64>,
    /// How often the reader has come back from a search.
    n_returns: u64,
}

/// Where the upper edge of the panel lies on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    block: usize,
    /// From the top of the block, as a share of its height.
    share: f64,
}

/// Articles with up to this many letters are laid out as a whole at once: that takes 15 ms.
const LAID_OUT_AT_ONCE: usize = 40_000;

/// Blocks within this distance above the panel are made exact before they come into view, so that nothing shifts.
const AHEAD: f64 = 600.0;

impl Page {
    /// Whether exact heights are still being found.
    pub fn is_measuring(&self) -> bool {
        self.measuring.is_some()
    }

    /// Brings heights up to date. If they have changed above the place where the reader is, the offset that keeps the text
    /// where it is on screen.
    pub fn fit(
        &mut self,
        ui: &Ui,
        opened: &Opened,
        measure: &Measure,
        cache: &mut Cache,
    ) -> Option<f64> {
        let scale = ui.pixels_per_point().to_bits();
        let is_same = self
            .key
            .as_ref()
            .is_some_and(|(before, points)| before.breaks_like(measure) && *points == scale);
        if !is_same {
            self.key = Some((*measure, scale));
            self.measuring = None;
            self.measure(ui, opened, measure, cache);
        }
        if let Some(measuring) = &self.measuring
            && !measuring.collect(&mut self.heights)
        {
            self.measuring = None;
        }
        let place = self.place?;
        let (first, _) = self.heights.at(self.offset_of(place) - AHEAD);
        for index in first..place.block {
            if !self.heights.is_exact(index)
                && let Some(set) = cache.block(ui, opened.document(), index, measure)
            {
                self.heights.set(index, set.height());
            }
        }
        let offset = self.offset_of(place);
        let shown = self.visible.map_or(0.0, |(top, _)| top);
        (0.5 <= (offset - shown).abs()).then_some(offset)
    }

    fn measure(&mut self, ui: &Ui, opened: &Opened, measure: &Measure, cache: &mut Cache) {
        let document = opened.document();
        let n_blocks = document.article.blocks.len();
        let guess = |index| {
            let (block, style) = style_of(document, index, measure)?;
            Some(measure.guess(&block, &style))
        };
        self.heights = Heights::guessed((0..n_blocks).map_while(guess).collect());
        if document.text().len() <= LAID_OUT_AT_ONCE {
            for index in 0..n_blocks {
                if let Some(set) = cache.block(ui, document, index, measure) {
                    self.heights.set(index, set.height());
                }
            }
        } else {
            let review = opened.review().clone();
            self.measuring = Some(Measuring::start(ui.ctx(), review, *measure));
        }
    }

    fn offset_of(&self, place: Place) -> f64 {
        let (top, bottom) = (
            self.heights.top(place.block),
            self.heights.top(place.block + 1),
        );
        top + (bottom - top) * place.share
    }

    /// Remembers where the page was when a search began, and goes back there if the reader comes back from it.
    pub fn keep_place(&mut self, is_searching: bool, n_returns: u64) {
        if is_searching {
            let top = self.visible.map_or(0.0, |(top, _)| top);
            self.before_search.get_or_insert(top);
        } else if let Some(top) = self.before_search.take()
            && self.n_returns < n_returns
        {
            self.wanted = Some(top);
        }
        self.n_returns = n_returns;
    }

    /// The first block that is to be seen.
    pub fn first_block(&self) -> usize {
        self.place.map_or(0, |place| place.block)
    }

    /// Remembers what is to be seen of the page.
    pub fn remember(&mut self, visible: (f64, f64)) {
        let (block, top) = self.heights.at(visible.0);
        let height = self.heights.top(block + 1) - top;
        let share = if 0.0 < height {
            (visible.0 - top) / height
        } else {
            0.0
        };
        self.visible = Some(visible);
        self.place = Some(Place { block, share });
    }

    /// An offset that does not lead beyond the page.
    pub fn within(&self, offset: f64, height: f32) -> f64 {
        offset
            .min(self.heights.total() - f64::from(height))
            .max(0.0)
    }

    /// The offset that brings a stretch of the page into view, somewhat above the middle; none if it is in view.
    pub fn offset_for(&self, (top, bottom): (f64, f64), height: f32) -> Option<f64> {
        const MARGIN: f64 = 24.0;
        let height = f64::from(height);
        let seen = self.visible.map_or(0.0, |(top, _)| top);
        if seen + MARGIN <= top && bottom + MARGIN <= seen + height {
            return None;
        }
        Some(top - ((height - (bottom - top)) * 0.38).max(MARGIN))
    }
}
