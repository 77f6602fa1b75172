//! One of several candidates: a log-linear ranking.

use super::features::FeatureRows;
use super::model_file::{Damaged, Reader, Writer};
use super::sequence::normalise;
use super::table::Table;

/// A trained model.
#[derive(Clone, Debug)]
pub struct RankingModel {
    table: Table,
}

impl RankingModel {
    /// Puts together what training found.
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Probability of each candidate, given that one of them is right; one row of features per candidate.
    pub fn probabilities(&self, candidates: &FeatureRows) -> Vec<f32> {
        let score = |index| {
            let mut sum = [0];
            self.table.add(candidates.row(index), &mut sum);
            sum[0] as f32 * self.table.scale()
        };
        softmax((0..candidates.len()).map(score).collect())
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        self.table.write(out);
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        Ok(Self {
            table: Table::read(input, 1)?,
        })
    }
}

pub(super) fn softmax(mut scores: Vec<f32>) -> Vec<f32> {
    let max = scores
        .iter()
        .fold(f32::NEG_INFINITY, |max, &score| max.max(score));
    for score in &mut scores {
        *score = (*score - max).exp();
    }
    normalise(&mut scores);
    scores
}
