//! Whether confidence means something: of what is held for 80 % sure, 80 % should be right.

/// Findings of like confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many findings.
    pub n: usize,
    /// Their mean confidence.
    pub confidence: f64,
    /// The share that is right.
    pub right: f64,
}

/// The reliability table: findings by confidence, in ten bins of equal width from 0 to 1.
pub fn reliability(findings: &[(f32, bool)]) -> [Bin; 10] {
    let mut bins = [Bin::default(); 10];
    for &(confidence, is_right) in findings {
        let bin = &mut bins[((confidence * 10.0) as usize).min(9)];
        bin.n += 1;
        bin.confidence += f64::from(confidence);
        bin.right += f64::from(u8::from(is_right));
    }
    for bin in bins.iter_mut().filter(|bin| 0 < bin.n) {
        bin.confidence /= bin.n as f64;
        bin.right /= bin.n as f64;
    }
    bins
}

/// Expected calibration error: the mean distance of confidence and share of right ones, weighed by the size of the bins
/// (Naeini, Cooper and Hauskrecht 2015).
pub fn expected_error(bins: &[Bin]) -> f64 {
    let n: usize = bins.iter().map(|bin| bin.n).sum();
    let errors = bins
        .iter()
        .map(|bin| bin.n as f64 * (bin.confidence - bin.right).abs());
    errors.sum::<f64>() / n.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_mean_distance() {
        // Ten at 0.95, nine of them right: 0.05 apart. Ten at 0.55, eight right: 0.25 apart.
        let sure = (0..10).map(|n| (0.95, n != 0));
        let unsure = (0..10).map(|n| (0.55, 1 < n));
        let findings: Vec<(f32, bool)> = sure.chain(unsure).collect();
        let bins = reliability(&findings);
        assert_eq!((bins[9].n, bins[5].n), (10, 10));
        assert!((expected_error(&bins) - 0.15).abs() < 1e-6);
        assert!(expected_error(&reliability(&[])).abs() < 1e-9);
    }
}
