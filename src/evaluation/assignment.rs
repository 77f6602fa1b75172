//! The one-to-one assignment with the largest sum, by shortest augmenting paths (Crouse 2016, "On implementing 2D
//! rectangular assignment algorithms"). Where several are best, it takes the one that `SciPy` takes, so that figures agree.

use std::ops::ControlFlow;

/// Pairs every row of `scores` with a column of its own, or every column with a row if there are fewer columns, so that
/// the sum of the scores is as large as possible. All rows have the same length. Pairs (row, column), sorted.
pub fn assign(scores: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let n_columns = scores.first().map_or(0, Vec::len);
    if n_columns < scores.len() {
        let transposed: Vec<Vec<f64>> = (0..n_columns)
            .map(|column| scores.iter().map(|row| row[column]).collect())
            .collect();
        let pairs = Assignment::of(&transposed).pairs().into_iter();
        let mut pairs: Vec<_> = pairs.map(|(column, row)| (row, column)).collect();
        pairs.sort_unstable();
        return pairs;
    }
    Assignment::of(scores).pairs()
}

/// At least as many columns as rows; costs are negated scores.
struct Assignment<'a> {
    scores: &'a [Vec<f64>],
    row_duals: Vec<f64>,
    column_duals: Vec<f64>,
    column_of: Vec<Option<usize>>,
    row_of: Vec<Option<usize>>,
}

/// The rows and columns that were seen from one row on, and the cheapest way to each column.
struct Search {
    rows: Vec<usize>,
    columns: Vec<usize>,
    costs: Vec<f64>,
    came_from: Vec<usize>,
    /// Columns still to see; the first ones last, so that equal scores pair the first with the first.
    open: Vec<usize>,
    lowest: f64,
}

impl<'a> Assignment<'a> {
    fn of(scores: &'a [Vec<f64>]) -> Self {
        let n_columns = scores.first().map_or(0, Vec::len);
        let mut assignment = Self {
            scores,
            row_duals: vec![0.0; scores.len()],
            column_duals: vec![0.0; n_columns],
            column_of: vec![None; scores.len()],
            row_of: vec![None; n_columns],
        };
        for row in 0..scores.len() {
            assignment.add(row);
        }
        assignment
    }

    fn pairs(&self) -> Vec<(usize, usize)> {
        let columns = self.column_of.iter().enumerate();
        let taken = columns.filter_map(|(row, column)| column.map(|column| (row, column)));
        taken.collect()
    }

    /// Gives `row` a column, moving others to other columns where that is better.
    fn add(&mut self, row: usize) {
        let n_columns = self.row_of.len();
        let mut search = Search {
            rows: Vec::new(),
            columns: Vec::new(),
            costs: vec![f64::INFINITY; n_columns],
            came_from: vec![row; n_columns],
            open: (0..n_columns).rev().collect(),
            lowest: 0.0,
        };
        let mut from = row;
        let free = loop {
            match self.step(&mut search, from) {
                Some(ControlFlow::Continue(next)) => from = next,
                Some(ControlFlow::Break(free)) => break free,
                None => return,
            }
        };
        for &seen in &search.rows {
            let gained = self.column_of[seen].map_or(0.0, |column| search.costs[column]);
            self.row_duals[seen] += search.lowest - gained;
        }
        for &seen in &search.columns {
            self.column_duals[seen] -= search.lowest - search.costs[seen];
        }
        let mut column = free;
        loop {
            let owner = search.came_from[column];
            self.row_of[column] = Some(owner);
            match self.column_of[owner].replace(column) {
                Some(left) if owner != row => column = left,
                _ => return,
            }
        }
    }

    /// Looks at all open columns from row `from` and takes the cheapest, a free one rather than one that is taken:
    /// a free one ends the search, from a taken one it goes on with its row. `None` if there is no column left.
    fn step(&self, search: &mut Search, from: usize) -> Option<ControlFlow<usize, usize>> {
        search.rows.push(from);
        let mut best: Option<usize> = None;
        let mut lowest = f64::INFINITY;
        for (place, &column) in search.open.iter().enumerate() {
            let cost = search.lowest
                - self.scores[from][column]
                - self.row_duals[from]
                - self.column_duals[column];
            if cost < search.costs[column] {
                search.came_from[column] = from;
                search.costs[column] = cost;
            }
            let is_free = self.row_of[column].is_none();
            if search.costs[column] < lowest || is_free && search.costs[column] <= lowest {
                lowest = search.costs[column];
                best = Some(place);
            }
        }
        let column = search.open.swap_remove(best?);
        search.lowest = lowest;
        search.columns.push(column);
        Some(match self.row_of[column] {
            Some(row) => ControlFlow::Continue(row),
            None => ControlFlow::Break(column),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_best_sum_wins_over_the_best_pair() {
        let scores = [vec![0.9, 0.8], vec![0.8, 0.0]];
        assert_eq!(assign(&scores), [(0, 1), (1, 0)]);
    }

    #[test]
    fn what_is_too_many_stays_alone() {
        assert_eq!(assign(&[vec![0.1, 0.5, 0.2]]), [(0, 1)]);
        assert_eq!(assign(&[vec![0.1], vec![0.5], vec![0.2]]), [(1, 0)]);
        assert!(assign(&[]).is_empty());
        assert!(assign(&[vec![], vec![]]).is_empty());
    }

    #[test]
    fn equal_scores_pair_in_order() {
        let pairs = assign(&vec![vec![0.0; 4]; 3]);
        assert_eq!(pairs, [(0, 0), (1, 1), (2, 2)]);
    }

    /// The best sum of all ways to pair, tried one by one.
    fn best_sum(scores: &[Vec<f64>], taken: &mut Vec<bool>, row: usize, may_skip: usize) -> f64 {
        if row == scores.len() {
            return 0.0;
        }
        let mut best = f64::NEG_INFINITY;
        if 0 < may_skip {
            best = best_sum(scores, taken, row + 1, may_skip - 1);
        }
        for column in 0..taken.len() {
            if !taken[column] {
                taken[column] = true;
                let rest = best_sum(scores, taken, row + 1, may_skip);
                best = best.max(scores[row][column] + rest);
                taken[column] = false;
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_other_pairing_has_a_larger_sum(
            (n_columns, cells) in (1_usize..6, proptest::collection::vec(0_u8..12, 1..36)),
        ) {
            let cells: Vec<f64> = cells.into_iter().map(|cell| f64::from(cell) / 11.0).collect();
            let scores: Vec<Vec<f64>> = cells
                .chunks_exact(n_columns)
                .take(6)
                .map(<[f64]>::to_vec)
                .collect();
            let pairs = assign(&scores);
            prop_assert_eq!(pairs.len(), scores.len().min(if scores.is_empty() { 0 } else { n_columns }));
            let mut columns: Vec<usize> = pairs.iter().map(|&(_, column)| column).collect();
            columns.sort_unstable();
            columns.dedup();
            prop_assert_eq!(columns.len(), pairs.len());
            let sum: f64 = pairs.iter().map(|&(row, column)| scores[row][column]).sum();
            let may_skip = scores.len().saturating_sub(n_columns);
            let best = best_sum(&scores, &mut vec![false; n_columns], 0, may_skip);
            prop_assert!((sum - best).abs() < 1e-9, "{sum} instead of {best}");
        }
    }
}
