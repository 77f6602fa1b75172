//! Weights while they are learned: `AdaGrad` (Duchi, Hazan, Singer 2011) with a lazily applied L1 penalty.

/// Weights while they are learned.
pub(super) struct Weights {
    /// Weights per row: number of labels.
    pub n: usize,
    /// Weights of each row, one after the other.
    pub values: Vec<f32>,
    squares: Vec<f32>,
    /// Example count up to which the penalty has been applied, per row.
    seen: Vec<u32>,
    rate: f32,
    penalty: f32,
}

impl Weights {
    /// `rows` rows of `n` weights, all 0.
    pub fn new(rows: usize, n: usize, rate: f32, penalty: f32) -> Self {
        let start = 1e-3; // keeps the first steps finite
        Self {
            n,
            values: vec![0.0; rows * n],
            squares: vec![start; rows * n],
            seen: vec![0; rows],
            rate,
            penalty,
        }
    }

    /// Applies the penalty that has been due since the row was last used.
    pub fn shrink(&mut self, row: usize, now: u32) {
        let due = (now - self.seen[row]) as f32 * self.penalty;
        self.seen[row] = now;
        if due <= 0.0 {
            return;
        }
        let range = row * self.n..(row + 1) * self.n;
        for (value, square) in self.values[range.clone()]
            .iter_mut()
            .zip(&self.squares[range])
        {
            let step = due * self.rate / square.sqrt();
            *value = if *value < 0.0 {
                (*value + step).min(0.0)
            } else {
                (*value - step).max(0.0)
            };
        }
    }

    /// A step against the gradient of a row.
    pub fn descend(&mut self, row: usize, gradient: &[f32]) {
        let range = row * self.n..(row + 1) * self.n;
        let cells = self.values[range.clone()]
            .iter_mut()
            .zip(&mut self.squares[range]);
        for ((value, square), &slope) in cells.zip(gradient) {
            *square += slope * slope;
            *value -= self.rate * slope / square.sqrt();
        }
    }

    /// The weights of a row.
    pub fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.n..][..self.n]
    }
}
