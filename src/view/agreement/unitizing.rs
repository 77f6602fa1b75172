//! Krippendorff's alpha for units that two observers cut out of one text (uα): it weighs how far borders lie apart, and
//! what chance would bring about.
//!
//! After Krippendorff, "On the Reliability of Unitizing Continuous Data", Sociological Methodology 25 (1995), 47–76, in the
//! form of Krippendorff, "Measuring the Reliability of Qualitative Text Analysis Data", Quality & Quantity 38 (2004),
//! 787–800. For each category c, with m = 2 observers and a text of length L:
//!
//! observed   `D_o` = Σ δ² / (m (m − 1) L²), over all units and gaps of one observer and all those of the other, where
//! δ² = (difference of starts)² + (difference of ends)² for two units that overlap, b² for a unit of length b that lies
//! inside a gap, else 0;
//!
//! expected   `D_e` = 2/L · Σ over units [ (N − 1)/3 · (2b³ − 3b² + b) + b² · Σ over gaps of length g ≥ b (g − b + 1) ]
//! / ( m L (m L − 1) − Σ over units b (b − 1) ), where N is the number of all units of c;
//!
//! uα = 1 − Σ `D_o` / Σ `D_e`. It is 1 where both agree, around 0 where they agree as often as by chance, less where they agree
//! less often. Units of one observer and category must not overlap: of those that do, only the first and longest counts.

use std::cmp::Reverse;

/// From and to, in characters.
pub type Unit = (usize, usize);

/// How much two observers disagree on a category.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Disagreement {
    /// As they have cut.
    pub observed: f64,
    /// As they would by chance.
    pub expected: f64,
}

impl Disagreement {
    /// Of the units of one category in a text of `length` characters.
    pub fn of(a: &[Unit], b: &[Unit], length: usize) -> Self {
        let (a, b) = (disjoint(a), disjoint(b));
        if length == 0 || a.is_empty() && b.is_empty() {
            return Self::default();
        }
        let (gaps_a, gaps_b) = (gaps(&a, length), gaps(&b, length));
        let between = apart(&a, &b) + lonely(&a, &gaps_b) + lonely(&b, &gaps_a);
        let long = length as f64;
        // Each pair is counted in both directions, and m (m − 1) is 2.
        let observed = between / (long * long);

        let n_units = (a.len() + b.len()) as f64;
        let mut lengths: Vec<f64> = gaps_a.iter().chain(&gaps_b).map(width).collect();
        lengths.sort_by(f64::total_cmp);
        // Of the gaps from each one on: their lengths in sum.
        let mut sums = vec![0.0; lengths.len() + 1];
        for index in (0..lengths.len()).rev() {
            sums[index] = sums[index + 1] + lengths[index];
        }
        let (mut sum, mut inside) = (0.0, 0.0);
        for unit in a.iter().chain(&b).map(width) {
            let first = lengths.partition_point(|&gap| gap < unit);
            let n_wide = (lengths.len() - first) as f64;
            let room = sums[first] - n_wide * (unit - 1.0);
            let cubes = 2.0 * unit.powi(3) - 3.0 * unit.powi(2) + unit;
            sum += (n_units - 1.0) / 3.0 * cubes + unit.powi(2) * room;
            inside += unit * (unit - 1.0);
        }
        let ways = 2.0 * long * (2.0 * long - 1.0) - inside;
        let expected = if 0.0 < ways {
            2.0 / long * sum / ways
        } else {
            0.0
        };
        Self { observed, expected }
    }

    /// Both of several categories.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            observed: self.observed + other.observed,
            expected: self.expected + other.expected,
        }
    }

    /// uα; `None` where there are no units, or none that could lie elsewhere.
    pub fn alpha(self) -> Option<f64> {
        (0.0 < self.expected).then(|| 1.0 - self.observed / self.expected)
    }
}

fn width(unit: &Unit) -> f64 {
    (unit.1 - unit.0) as f64
}

/// Sorted, without empty units and without those that overlap one before them; of those that begin together the longest
/// counts.
fn disjoint(units: &[Unit]) -> Vec<Unit> {
    let mut sorted: Vec<Unit> = units
        .iter()
        .copied()
        .filter(|unit| unit.0 < unit.1)
        .collect();
    sorted.sort_by_key(|&(start, end)| (start, Reverse(end)));
    let mut end = 0;
    sorted.retain(|unit| {
        let is_free = end <= unit.0;
        if is_free {
            end = unit.1;
        }
        is_free
    });
    sorted
}

/// What lies between units.
fn gaps(units: &[Unit], length: usize) -> Vec<Unit> {
    let starts = units.iter().map(|unit| unit.1);
    let ends = units.iter().map(|unit| unit.0);
    let gaps = [0].into_iter().chain(starts).zip(ends.chain([length]));
    gaps.filter(|gap| gap.0 < gap.1).collect()
}

/// How far the borders of overlapping units lie apart, squared, in sum.
fn apart(a: &[Unit], b: &[Unit]) -> f64 {
    let square = |one: usize, other: usize| (one.abs_diff(other) as f64).powi(2);
    let mut sum = 0.0;
    let mut first = 0;
    for unit in a {
        while b.get(first).is_some_and(|other| other.1 <= unit.0) {
            first += 1;
        }
        let overlapping = b[first..].iter().take_while(|other| other.0 < unit.1);
        for other in overlapping {
            sum += square(unit.0, other.0) + square(unit.1, other.1);
        }
    }
    sum
}

/// The lengths of units inside the other's gaps, squared, in sum.
fn lonely(units: &[Unit], gaps: &[Unit]) -> f64 {
    let is_inside = |unit: &&Unit| {
        let after = gaps.partition_point(|gap| gap.1 < unit.1);
        gaps.get(after).is_some_and(|gap| gap.0 <= unit.0)
    };
    units
        .iter()
        .filter(is_inside)
        .map(|unit| width(unit).powi(2))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 5e-5
    }

    /// The example of Krippendorff (2004): a continuum from 150 to 450, categories c and k, observers i and j.
    #[test]
    fn the_published_example_comes_out_as_published() {
        let from = |units: &[(usize, usize)]| -> Vec<Unit> {
            let unit = |&(start, length): &(usize, usize)| (start - 150, start - 150 + length);
            units.iter().map(unit).collect()
        };
        let c = Disagreement::of(
            &from(&[(225, 70), (370, 30)]),
            &from(&[(220, 80), (355, 20), (400, 20)]),
            300,
        );
        let k = from(&[(180, 60), (300, 50)]);
        let k = Disagreement::of(&k, &k, 300);
        assert!(close(c.observed, 0.0144), "{c:?}");
        assert!(close(c.expected, 0.0532), "{c:?}");
        assert!(k.observed.abs() < f64::EPSILON);
        assert!(close(k.expected, 0.0490), "{k:?}");
        assert!(c.alpha().is_some_and(|alpha| close(alpha, 0.7286)), "{c:?}");
        assert_eq!(k.alpha(), Some(1.0));
        let both = c.and(k).alpha();
        assert!(both.is_some_and(|alpha| close(alpha, 0.8587)), "{both:?}");
    }

    /// By hand, L = 10, one unit 2..4 against none: `D_o` = 2²/10² = 0.04. Gaps 2, 6 and 10; N = 1, so that only gaps count:
    /// 2² · ((2−2+1) + (6−2+1) + (10−2+1)) = 60; `D_e` = 2/10 · 60 / (20·19 − 2) = 12/378.
    #[test]
    fn one_unit_against_none_is_as_reckoned_by_hand() {
        let one = Disagreement::of(&[(2, 4)], &[], 10);
        assert!(close(one.observed, 0.04), "{one:?}");
        assert!(close(one.expected, 12.0 / 378.0), "{one:?}");
    }

    /// By hand, L = 10, units 2..4 and 3..5: `D_o` = (1 + 1)/100. N = 2; gaps 2, 6, 3, 5. For each unit of length 2:
    /// 1/3 · (16 − 12 + 2) = 2, and 4 · (1 + 5 + 2 + 4) = 48; `D_e` = 2/10 · 100 / (380 − 4).
    #[test]
    fn two_units_one_apart_are_as_reckoned_by_hand() {
        let two = Disagreement::of(&[(2, 4)], &[(3, 5)], 10);
        assert!(close(two.observed, 0.02), "{two:?}");
        assert!(close(two.expected, 20.0 / 376.0), "{two:?}");
    }

    #[test]
    fn nothing_has_no_alpha_and_overlapping_units_count_once() {
        assert_eq!(Disagreement::of(&[], &[], 10).alpha(), None);
        assert_eq!(Disagreement::of(&[(1, 2)], &[], 0).alpha(), None);
        let nested = Disagreement::of(&[(0, 8), (2, 4), (6, 9)], &[(0, 8)], 20);
        assert_eq!(nested.alpha(), Some(1.0));
    }

    fn units() -> impl Strategy<Value = Vec<Unit>> {
        let unit = (0_usize..200, 0_usize..40).prop_map(|(start, length)| (start, start + length));
        prop::collection::vec(unit, 0..12)
    }

    proptest! {
        #[test]
        fn alpha_is_symmetric_at_most_1_and_1_with_oneself(a in units(), b in units()) {
            let length = 240;
            let one = Disagreement::of(&a, &b, length);
            let other = Disagreement::of(&b, &a, length);
            prop_assert!((one.observed - other.observed).abs() < 1e-12);
            prop_assert!((one.expected - other.expected).abs() < 1e-12);
            prop_assert!(0.0 <= one.observed && one.observed.is_finite());
            prop_assert!(0.0 <= one.expected && one.expected.is_finite());
            prop_assert!(one.alpha().is_none_or(|alpha| alpha <= 1.0 && alpha.is_finite()));
            let own = Disagreement::of(&a, &a, length).alpha();
            prop_assert!(own.is_none_or(|alpha| (alpha - 1.0).abs() < 1e-12), "{:?}", own);
        }

        #[test]
        fn moving_a_unit_away_never_raises_what_is_observed(start in 50_usize..100, by in 0_usize..10) {
            let at = |from: usize| Disagreement::of(&[(50, 90)], &[(from, from + 40)], 300).observed;
            prop_assume!(start + by < 90);
            prop_assert!(at(start) <= at(start + by) + 1e-12);
        }
    }
}
