//! Random numbers that are the same on every machine (xorshift, Marsaglia 2003).

/// A source of random numbers.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number from 0 up to `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 32) as usize % end.max(1)
    }

    /// A number from 0 up to 1.
    pub fn fraction(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    /// Numbers between `-width` and `width`.
    pub fn around_zero(&mut self, n: usize, width: f32) -> Vec<f32> {
        (0..n)
            .map(|_| (self.fraction() * 2.0 - 1.0) * width)
            .collect()
    }

    /// 0 for the share that is left out, so much more than 1 for the rest that the mean is 1.
    pub fn mask(&mut self, n: usize, left_out: f32) -> Vec<f32> {
        if left_out <= 0.0 {
            return vec![1.0; n];
        }
        let kept = 1.0 / (1.0 - left_out);
        (0..n)
            .map(|_| {
                if self.fraction() < left_out {
                    0.0
                } else {
                    kept
                }
            })
            .collect()
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
