//! Figures that must not fall.

use std::fmt::Write;

/// A line for each figure, and whether all reach their floors.
pub fn reached(floors: &[(&str, f64)], figures: &[f64]) -> (String, bool) {
    assert_eq!(floors.len(), figures.len(), "a floor for each figure");
    let mut report = String::new();
    let mut is_reached = true;
    for (&(name, floor), &figure) in floors.iter().zip(figures) {
        let verdict = if figure < floor { "TOO LOW" } else { "" };
        is_reached &= floor <= figure;
        let _ = writeln!(report, "{name:48}{figure:.3}  floor {floor:.3}  {verdict}");
    }
    (report, is_reached)
}
