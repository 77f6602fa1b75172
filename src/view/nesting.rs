//! Names inside names: how deep they are nested, which one a click means, what lies around and inside.

use crate::document::{Findings, MentionId};

/// For each of some mentions in text order, longer first: how many levels of the others are nested inside it.
///
/// 0 for „Jena“, 1 for „Universität Jena“ around it.
pub fn heights(findings: &Findings, mentions: &[MentionId]) -> Vec<usize> {
    let mut heights = vec![0; mentions.len()];
    // Positions of mentions that have not ended, the outermost first.
    let mut open: Vec<usize> = Vec::new();
    for (position, &id) in mentions.iter().enumerate() {
        let span = findings.mention(id).span;
        open.retain(|&outer| span.start() < findings.mention(mentions[outer]).span.end());
        open.push(position);
        // From the inside out: each is one higher than the highest that it contains.
        for at in (0..open.len() - 1).rev() {
            let around = findings.mention(mentions[open[at]]).span;
            let contained = open[at + 1..]
                .iter()
                .filter(|&&inner| around.contains(findings.mention(mentions[inner]).span));
            let highest = contained.map(|&inner| heights[inner] + 1).max();
            let height = &mut heights[open[at]];
            *height = highest.unwrap_or(0).max(*height);
        }
    }
    heights
}

/// What a click means where `layers` lie on each other, the outermost first: the innermost; when `last` was clicked there
/// before, or with a key held down that says `outward`, the one around; after the outermost the innermost again.
pub fn pick(layers: &[MentionId], last: Option<MentionId>, outward: bool) -> Option<MentionId> {
    let innermost = layers.len().checked_sub(1)?;
    let here = last.and_then(|last| layers.iter().position(|&layer| layer == last));
    let wanted = match (here, outward) {
        (Some(here), _) => here.checked_sub(1).unwrap_or(innermost),
        (None, true) => innermost.saturating_sub(1),
        (None, false) => innermost,
    };
    Some(layers[wanted])
}

/// What lies around and inside a mention, and what covers the same words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nesting {
    /// What it is a part of, the nearest first.
    pub around: Vec<MentionId>,
    /// What covers just the same words: „US-Außenminister“ is a role and has a place in it.
    pub same: Vec<MentionId>,
    /// What stands in it, in text order.
    pub inside: Vec<MentionId>,
}

/// More than this lies in or around nothing that was written by people.
const MOST: usize = 12;

/// What lies around and inside `id` among the mentions of its block, which are in text order, longer first.
pub fn nesting(findings: &Findings, mentions: &[MentionId], id: MentionId) -> Nesting {
    let Some(position) = mentions.iter().position(|&other| other == id) else {
        return Nesting::default();
    };
    let span = findings.mention(id).span;
    let of = |id: &MentionId| findings.mention(*id).span;
    // What lies around begins before, what lies inside later, but not after the end.
    let before = mentions[..position].iter().rev();
    let after = mentions[position + 1..].iter();
    let inside = after.take_while(|other| of(other).start() < span.end());
    let mut nesting = Nesting::default();
    for &other in before.chain(inside) {
        let list = if of(&other) == span {
            &mut nesting.same
        } else if of(&other).contains(span) {
            &mut nesting.around
        } else if span.contains(of(&other)) {
            &mut nesting.inside
        } else {
            continue;
        };
        if list.len() < MOST {
            list.push(other);
        }
    }
    nesting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Kind;
    use crate::span::Span;
    use crate::view::sample_layers;

    fn findings(spans: &[(usize, usize)]) -> (Findings, Vec<MentionId>) {
        let mentions = spans
            .iter()
            .map(|&(start, end)| sample_layers::mention(Span::new(start, end), Kind::Other));
        let findings = Findings {
            mentions: mentions.collect(),
            ..Findings::default()
        };
        let ids = findings.shown_mentions().map(|(id, _)| id).collect();
        (findings, ids)
    }

    fn check_heights(spans: &[(usize, usize)], expected: &[usize]) {
        let (findings, ids) = findings(spans);
        assert_eq!(heights(&findings, &ids), expected, "{spans:?}");
    }

    #[test]
    fn a_mark_is_as_high_as_the_deepest_nest_inside_it() {
        check_heights(&[(0, 16), (12, 16)], &[1, 0]);
        check_heights(&[(0, 30), (5, 30), (10, 14), (20, 30)], &[2, 1, 0, 0]);
        check_heights(&[(0, 30), (2, 8), (4, 8), (10, 14)], &[2, 1, 0, 0]);
        check_heights(&[(0, 4), (4, 8)], &[0, 0]);
        check_heights(&[(0, 4), (0, 4)], &[1, 0]);
    }

    #[test]
    fn marks_that_cross_do_not_lie_in_each_other() {
        check_heights(&[(0, 10), (5, 15)], &[0, 0]);
        check_heights(&[(0, 10), (5, 15), (6, 9)], &[1, 1, 0]);
    }

    #[test]
    fn clicks_go_from_the_inside_out_and_around() {
        let layers = [7, 8, 9].map(MentionId);
        let next = |last| pick(&layers, last, false);
        assert_eq!(next(None), Some(MentionId(9)));
        assert_eq!(next(Some(MentionId(9))), Some(MentionId(8)));
        assert_eq!(next(Some(MentionId(8))), Some(MentionId(7)));
        assert_eq!(next(Some(MentionId(7))), Some(MentionId(9)));
        assert_eq!(next(Some(MentionId(1))), Some(MentionId(9)), "elsewhere");
    }

    #[test]
    fn a_key_leads_outward_at_once() {
        let layers = [7, 8].map(MentionId);
        assert_eq!(pick(&layers, None, true), Some(MentionId(7)));
        assert_eq!(pick(&layers[..1], None, true), Some(MentionId(7)));
        assert_eq!(pick(&[], None, true), None);
    }

    #[test]
    fn a_name_knows_what_it_is_part_of_and_what_stands_in_it() {
        let (findings, ids) = findings(&[(0, 40), (10, 40), (26, 40), (50, 60)]);
        let middle = nesting(&findings, &ids, ids[1]);
        assert_eq!(middle.around, [ids[0]]);
        assert_eq!(middle.inside, [ids[2]]);
        let inner = nesting(&findings, &ids, ids[2]);
        assert_eq!(inner.around, [ids[1], ids[0]]);
        assert_eq!(nesting(&findings, &ids, ids[3]), Nesting::default());
        assert_eq!(nesting(&findings, &ids, MentionId(99)), Nesting::default());
    }

    #[test]
    fn two_marks_on_the_same_words_are_no_parts_of_each_other() {
        let (findings, ids) = findings(&[(0, 20), (4, 20), (4, 20), (4, 8)]);
        for (one, other) in [(ids[1], ids[2]), (ids[2], ids[1])] {
            let nesting = nesting(&findings, &ids, one);
            assert_eq!(nesting.same, [other]);
            assert_eq!(
                (nesting.around, nesting.inside),
                (vec![ids[0]], vec![ids[3]])
            );
        }
    }
}
