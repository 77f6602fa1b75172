//! Exact heights of all blocks of a long article, found by a thread of its own, so that the scroll bar soon tells the truth.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use eframe::egui::Context;
use eframe::egui::epaint::text::{Fonts, ViewportKey};

use crate::review::Review;

use super::heights::Heights;
use super::layout::Measure;
use super::pieces::{job, style_of};

/// Blocks that are measured before their heights are handed over: a thousand take a tenth of a second.
const BATCH: usize = 512;

/// A thread at work; it ends when this is dropped.
#[derive(Debug)]
pub struct Measuring {
    batches: Receiver<(usize, Vec<f32>)>,
}

impl Measuring {
    /// Starts measuring an article as it is set in `measure`.
    pub fn start(context: &Context, review: Arc<Review>, measure: Measure) -> Self {
        let (sender, batches) = sync_channel(4);
        let scale = context.pixels_per_point();
        let (definitions, options) =
            context.fonts(|fonts| (fonts.definitions().clone(), *fonts.options()));
        let context = context.clone();
        std::thread::spawn(move || {
            let fonts = Fonts::new(options, definitions);
            measure_all(fonts, scale, &review, &measure, &sender, &context);
        });
        Self { batches }
    }

    /// Takes over what has been measured; whether there may be more to come.
    pub fn collect(&self, heights: &mut Heights) -> bool {
        loop {
            match self.batches.try_recv() {
                Ok((first, batch)) => {
                    for (index, height) in batch.into_iter().enumerate() {
                        heights.set(first + index, height);
                    }
                }
                Err(std::sync::mpsc::TryRecvError::Empty) => return true,
                Err(std::sync::mpsc::TryRecvError::Disconnected) => return false,
            }
        }
    }
}

fn measure_all(
    mut fonts: Fonts,
    scale: f32,
    review: &Review,
    measure: &Measure,
    batches: &SyncSender<(usize, Vec<f32>)>,
    context: &Context,
) {
    let document = review.document();
    let n_blocks = document.article.blocks.len();
    for first in (0..n_blocks).step_by(BATCH) {
        // Makes room for glyphs where there is none left.
        let options = *fonts.options();
        fonts.begin_pass(options, ViewportKey::default());
        let batch = (first..n_blocks.min(first + BATCH)).map_while(|index| {
            let (block, style) = style_of(document, index, measure)?;
            let job = job(block.span.of(document.text()), &style, measure);
            let galley = fonts.layout_uncached(scale, Arc::new(job));
            Some(style.before + galley.size().y + style.after)
        });
        if batches.send((first, batch.collect())).is_err() {
            return;
        }
        context.request_repaint();
    }
}
