//! From what a model believes to how often it is right: isotonic regression (Zadrozny and Elkan 2002).

use super::model_file::{Damaged, Reader, Writer};

/// A rising line through knots; without knots every belief is taken as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// (belief, probability), both rising.
    knots: Vec<(f32, f32)>,
}

/// Beliefs that are pooled before the fit: fewer than this many say little about a probability.
const MIN_POOL: usize = 60;
/// Beliefs nearer to each other than this are the same.
const MIN_STEP: f64 = 1e-5;

/// Neighbouring beliefs that are taken together.
#[derive(Clone, Copy)]
struct Pool {
    beliefs: f64,
    right: f64,
    n: f64,
}

impl Pool {
    fn belief(self) -> f64 {
        self.beliefs / self.n
    }

    fn share(self) -> f64 {
        self.right / self.n
    }

    fn joined(self, other: Self) -> Self {
        Self {
            beliefs: self.beliefs + other.beliefs,
            right: self.right + other.right,
            n: self.n + other.n,
        }
    }
}

impl Calibration {
    /// Fits the line to beliefs and whether each was right: pool adjacent violators, over pools of at least 60.
    pub fn fit(mut beliefs: Vec<(f32, bool)>) -> Self {
        beliefs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let size = (beliefs.len() / 40).max(MIN_POOL);
        let mut pools: Vec<Pool> = Vec::new();
        for some in beliefs.chunks(size) {
            // One right and one wrong for each pool keep a probability from becoming 0 or 1 (Laplace).
            let mut pool = Pool {
                beliefs: some.iter().map(|&(belief, _)| f64::from(belief)).sum(),
                right: some.iter().filter(|(_, is_right)| *is_right).count() as f64,
                n: some.len() as f64,
            };
            while let Some(last) = pools.pop() {
                // The same belief in two pools is one belief.
                if pool.share() <= last.share() || pool.belief() - last.belief() < MIN_STEP {
                    pool = last.joined(pool);
                } else {
                    pools.push(last);
                    break;
                }
            }
            pools.push(pool);
        }
        let knot = |pool: &Pool| {
            let probability = (pool.right + 1.0) / (pool.n + 2.0);
            (pool.belief() as f32, probability as f32)
        };
        let mut knots: Vec<(f32, f32)> = pools.iter().map(knot).collect();
        knots.dedup_by(|later, kept| later.0 <= kept.0 || later.1 < kept.1);
        Self { knots }
    }

    /// The probability that goes with a belief; beyond the knots that of the nearest one.
    pub fn probability(&self, belief: f32) -> f32 {
        let after = self.knots.partition_point(|&(knot, _)| knot < belief);
        match (
            after.checked_sub(1).and_then(|at| self.knots.get(at)),
            self.knots.get(after),
        ) {
            (None, None) => belief,
            (None, Some(&(_, probability))) | (Some(&(_, probability)), None) => probability,
            (Some(&(left, low)), Some(&(right, high))) => {
                low + (high - low) * (belief - left) / (right - left)
            }
        }
    }

    /// Appends itself to a model file.
    pub fn write(&self, out: &mut Writer) {
        out.number(self.knots.len() as u64);
        for &(belief, probability) in &self.knots {
            out.float(belief);
            out.float(probability);
        }
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(input: &mut Reader) -> Result<Self, Damaged> {
        let length = input.length()?;
        let knots = (0..length)
            .map(|_| Ok((input.float()?, input.float()?)))
            .collect::<Result<Vec<_>, Damaged>>()?;
        let rises = knots
            .windows(2)
            .all(|two| two[0].0 < two[1].0 && two[0].1 <= two[1].1);
        if rises {
            Ok(Self { knots })
        } else {
            Err(Damaged("its probabilities do not rise"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beliefs of 0.9 that are right half of the time, and of 0.3 that are right every tenth time.
    fn overconfident() -> Calibration {
        let beliefs = (0..1000).map(|n| {
            if n % 2 == 0 {
                (0.9, n % 4 == 0)
            } else {
                (0.3, n % 20 == 1)
            }
        });
        Calibration::fit(beliefs.collect())
    }

    #[test]
    fn a_belief_becomes_the_share_that_was_right() {
        let calibration = overconfident();
        for (belief, expected) in [(0.3, 0.1), (0.6, 0.3), (0.9, 0.5), (1.0, 0.5), (0.0, 0.1)] {
            let probability = calibration.probability(belief);
            assert!(
                (probability - expected).abs() < 0.02,
                "{belief}: {probability}"
            );
        }
        assert!((Calibration::default().probability(0.7) - 0.7).abs() < 1e-6);
    }

    #[test]
    fn it_survives_writing_and_reading() {
        let calibration = overconfident();
        let mut writer = Writer::default();
        calibration.write(&mut writer);
        let bytes = writer.into_bytes();
        assert_eq!(Calibration::read(&mut Reader::new(&bytes)), Ok(calibration));
    }
}
