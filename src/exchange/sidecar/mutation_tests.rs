//! Files with corrections that were damaged in every way: the article opens without them, and they are kept aside.
//!
//! `WORTLAUT_MUTATIONS=20000 cargo test mutation_tests` tries more than a few hundred.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::document::{EntityId, Kind, MentionId, StatementId, Verdict};
use crate::exchange::json;
use crate::review::{Edit, Review, Stamp};
use crate::view::{sample, sample_layers};

struct Case {
    folder: tempfile::TempDir,
    whole: Vec<u8>,
    n_aside: usize,
    n_used: usize,
    /// Of those whose version became a higher one.
    n_left: usize,
}

fn fresh() -> Review {
    Review::new(Arc::new(sample::document()))
}

impl Case {
    fn new() -> Self {
        let mut review = fresh();
        let edits = [
            Edit::JudgeMention {
                mention: MentionId(0),
                verdict: Verdict::Accepted,
            },
            Edit::SetMentionKind {
                mention: MentionId(1),
                kind: Kind::Organisation,
            },
            Edit::RenameEntity {
                entity: EntityId(2),
                name: "Kurt A. Weide".into(),
            },
            Edit::SetStatementNote {
                statement: StatementId(1),
                note: "belegt?".into(),
            },
            Edit::Group {
                edits: vec![
                    Edit::JudgeStatement {
                        statement: StatementId(2),
                        verdict: Verdict::Rejected,
                    },
                    Edit::SetKey {
                        statement: StatementId(0),
                        key: true,
                    },
                ],
            },
        ];
        for edit in edits {
            assert_eq!(review.apply(edit, Stamp::default()), Ok(true));
        }
        review.undo();
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            whole: json::write(&review),
            n_aside: 0,
            n_used: 0,
            n_left: 0,
        }
    }

    fn article(&self) -> PathBuf {
        self.folder.path().join("a.txt")
    }

    /// Opens the article with this beside it. Either it is used, or it is aside as it was, and the article is without.
    fn check(&mut self, bytes: &[u8]) -> Came {
        let sidecar = self.folder.path().join("a.txt.wortlaut.json");
        std::fs::write(&sidecar, bytes).expect("it can be written");
        let places = Places {
            data: Some(self.folder.path().join("daten")),
        };
        let article = self.article();
        let reopened = reopen(&places, Belongs::File(&article), Arc::new(fresh()));
        let reopened = reopened.expect("there is a place");
        match &reopened.came {
            Came::Alone => panic!("it is there"),
            Came::Back(_) => self.n_used += 1,
            Came::Not(trouble) => {
                assert_eq!(reopened.review.findings(), fresh().findings());
                assert!(reopened.review.steps().is_empty());
                let kept = trouble.aside.as_ref().unwrap_or(&sidecar);
                assert_eq!(std::fs::read(kept).expect("it is there"), bytes);
                if let Some(aside) = &trouble.aside {
                    assert!(!sidecar.exists());
                    assert_eq!(reopened.kept.checksum, None);
                    std::fs::remove_file(aside).expect("it is there");
                    self.n_aside += 1;
                } else {
                    assert_ne!(reopened.kept.path, sidecar);
                    self.n_left += 1;
                }
            }
        }
        reopened.came
    }
}

/// A number that looks random and is the same in every run (`SplitMix64`).
fn random(seed: u64) -> usize {
    let mut mixed = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) as usize
}

fn n_wanted() -> usize {
    let wanted = std::env::var("WORTLAUT_MUTATIONS").ok();
    wanted.and_then(|wanted| wanted.parse().ok()).unwrap_or(300)
}

#[test]
fn the_whole_file_is_used() {
    let mut case = Case::new();
    let whole = case.whole.clone();
    assert!(matches!(case.check(&whole), Came::Back(report) if report.is_empty()));
}

#[test]
fn a_file_cut_off_anywhere_is_put_aside() {
    let mut case = Case::new();
    let whole = case.whole.clone();
    let body = whole.trim_ascii_end().len();
    let stride = (body / n_wanted()).max(1);
    for length in (0..body).step_by(stride) {
        let came = case.check(&whole[..length]);
        assert!(
            matches!(
                came,
                Came::Not(Trouble {
                    wrong: Wrong::Damaged(..),
                    ..
                })
            ),
            "{length}: {came:?}"
        );
    }
    assert_eq!(case.n_used, 0);
}

#[test]
fn a_file_with_wrong_bytes_is_used_or_put_aside() {
    let mut case = Case::new();
    for seed in 0..n_wanted() as u64 {
        let mut bytes = case.whole.clone();
        for number in 0..=random(seed) % 3 {
            let at = random(seed * 7 + number as u64 + 1) % bytes.len();
            bytes[at] ^= 1 << (random(seed * 13 + number as u64) % 8);
        }
        case.check(&bytes);
    }
    let n_all = case.n_aside + case.n_used + case.n_left;
    assert_eq!(n_all, n_wanted());
    assert!(case.n_used < case.n_aside);
}

#[test]
fn a_file_changed_by_hand_so_that_it_makes_no_sense_is_put_aside() {
    let mut case = Case::new();
    let whole = String::from_utf8(case.whole.clone()).expect("JSON is UTF-8");
    let changes = [
        ("\"id\":1,", "\"id\":7,"),
        ("\"mention\":0", "\"mention\":99"),
        ("\"mention\":0", "\"mention\":2"),
        ("\"entity\":2", "\"entity\":4000000000"),
        ("{\"id\":0,\"start\":", "{\"id\":0,\"start\":1"),
        ("\"undone\": 1", "\"undone\": 0"),
        ("\"undone\": 1", "\"undone\": 77"),
        ("\"version\": 1", "\"version\": 0"),
        ("\"version\": 1", "\"version\": \"1\""),
        ("\"format\": \"wortlaut\"", "\"format\": \"other\""),
        ("\"confidence\":0.9", "\"confidence\":9.0"),
        ("Kurt A. Weide", "Kurt B. Weide"),
        ("\"edits\": [", "\"edits\": {"),
    ];
    for (old, new) in changes {
        let changed = whole.replacen(old, new, 1);
        assert_ne!(changed, whole, "{old}");
        let came = case.check(changed.as_bytes());
        assert!(
            matches!(&came, Came::Not(trouble) if trouble.aside.is_some()),
            "{old} → {new}: {came:?}"
        );
    }
}

#[test]
fn a_file_of_a_newer_program_is_left_where_it_is() {
    let mut case = Case::new();
    let whole = String::from_utf8(case.whole.clone()).expect("JSON is UTF-8");
    let newer = whole.replacen("\"version\": 1", "\"version\": 12, \"more\": [1, 2]", 1);
    let came = case.check(newer.as_bytes());
    assert!(matches!(
        came,
        Came::Not(Trouble {
            wrong: Wrong::Newer(12),
            aside: None,
            ..
        })
    ));
}

#[test]
fn a_file_of_another_article_is_put_aside() {
    let mut case = Case::new();
    let mut other = Review::new(Arc::new(sample_layers::document()));
    let edit = Edit::JudgeMention {
        mention: MentionId(0),
        verdict: Verdict::Accepted,
    };
    assert_eq!(other.apply(edit, Stamp::default()), Ok(true));
    let came = case.check(&json::write(&other));
    assert!(matches!(
        came,
        Came::Not(Trouble {
            wrong: Wrong::OtherArticle,
            aside: Some(_),
            ..
        })
    ));
}
