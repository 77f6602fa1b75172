//! Numbers that are learned by Adam (Kingma and Ba 2015).

/// How much of the means of slopes and of squared slopes each step keeps.
const KEPT: [f32; 2] = [0.9, 0.99];

/// Numbers while they are learned.
#[derive(Clone, Debug)]
pub(super) struct Learned {
    pub values: Vec<f32>,
    pub slopes: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

impl Learned {
    pub fn new(values: Vec<f32>) -> Self {
        let zeros = vec![0.0; values.len()];
        Self {
            slopes: zeros.clone(),
            mean: zeros.clone(),
            square: zeros,
            values,
        }
    }

    pub fn descend_all(&mut self, rate: f32) {
        self.descend(0..self.values.len(), rate);
    }

    fn descend(&mut self, range: std::ops::Range<usize>, rate: f32) {
        let cells = self.values[range.clone()]
            .iter_mut()
            .zip(&mut self.slopes[range.clone()])
            .zip(&mut self.mean[range.clone()])
            .zip(&mut self.square[range]);
        for (((value, slope), mean), square) in cells {
            *mean = KEPT[0] * *mean + (1.0 - KEPT[0]) * *slope;
            *square = KEPT[1] * *square + (1.0 - KEPT[1]) * *slope * *slope;
            *value -= rate * *mean / (square.sqrt() + 1e-6);
            *slope = 0.0;
        }
    }
}

/// Vectors while they are learned: each step moves only those in use.
#[derive(Clone, Debug)]
pub(super) struct LearnedRows {
    pub numbers: Learned,
    width: usize,
    used: Vec<u32>,
    is_used: Vec<bool>,
}

impl LearnedRows {
    pub fn new(values: Vec<f32>, width: usize) -> Self {
        let n_rows = values.len() / width;
        Self {
            numbers: Learned::new(values),
            width,
            used: Vec::new(),
            is_used: vec![false; n_rows],
        }
    }

    pub fn add_to(&self, row: u32, scale: f32, out: &mut [f32]) {
        let row = &self.numbers.values[row as usize * self.width..][..self.width];
        let sums = out.iter_mut().zip(row);
        sums.for_each(|(sum, x)| *sum += x * scale);
    }

    pub fn add_slope(&mut self, row: u32, scale: f32, slope: &[f32]) {
        let at = row as usize;
        if !self.is_used[at] {
            self.is_used[at] = true;
            self.used.push(row);
        }
        let row = &mut self.numbers.slopes[at * self.width..][..self.width];
        let sums = row.iter_mut().zip(slope);
        sums.for_each(|(sum, x)| *sum += x * scale);
    }

    pub fn descend(&mut self, rate: f32) {
        for row in std::mem::take(&mut self.used) {
            let at = row as usize;
            self.is_used[at] = false;
            let range = at * self.width..(at + 1) * self.width;
            self.numbers.descend(range, rate);
        }
    }
}
