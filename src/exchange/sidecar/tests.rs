//! Where corrections are kept, and that nobody's are overwritten.

use std::path::{Path, PathBuf};

use super::*;
use crate::exchange::WriteError;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

fn places(data: &Path) -> Places {
    Places {
        data: Some(data.to_owned()),
    }
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("it is there")
}

#[test]
fn corrections_are_beside_the_article_or_in_the_data_folder() {
    let places = places(Path::new("daten"));
    let all = places.of(Belongs::File(Path::new("artikel/aleppo.txt")));
    assert_eq!(all[0], Path::new("artikel/aleppo.txt.wortlaut.json"));
    let name = all[1]
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    assert!(
        all[1].starts_with("daten/reviews") && name.starts_with("aleppo-"),
        "{name}"
    );
    assert!(is_sidecar(&all[1]) && places.is_in_data(&all[1]));
    assert_ne!(
        places.of(Belongs::File(Path::new("b/aleppo.txt")))[1],
        all[1]
    );
    assert_eq!(
        places.of(Belongs::File(Path::new("./artikel/aleppo.txt")))[1],
        all[1]
    );

    let text = places.of(Belongs::Text("Ein Satz."));
    assert_eq!(text.len(), 1);
    assert_ne!(text, places.of(Belongs::Text("Ein Satz!")));
    assert!(Places::default().of(Belongs::Text("Ein Satz.")).is_empty());
}

#[test]
fn a_file_of_ours_that_stands_alone_is_its_own() {
    let alone = Path::new("a/aleppo.TXT.Wortlaut.json");
    assert_eq!(Places::default().of(Belongs::File(alone)), [alone]);
    assert_eq!(article_of(alone), Some(PathBuf::from("a/aleppo.TXT")));
    let exported = Path::new("a/aleppo.json");
    assert_eq!(article_of(exported), None);
    let beside = Places::default().of(Belongs::File(exported));
    assert_eq!(beside, [PathBuf::from("a/aleppo.json.wortlaut.json")]);
    assert!(!is_sidecar(Path::new(".wortlaut.json")));
}

#[test]
fn what_somebody_else_has_written_is_left() {
    let folder = folder();
    let (places, path) = (
        places(&folder.path().join("daten")),
        folder.path().join("a.wortlaut.json"),
    );
    let nothing = Kept {
        path: path.clone(),
        checksum: None,
    };
    let mine = save(&places, &nothing, &[], b"1", None).expect("nobody is there");
    let theirs = save(&places, &mine, &[], b"2", None).expect("they saw it");
    let refused = save(&places, &mine, &[], b"3", None);
    let Err(SaveError::Conflict { checksum, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(read(&path), b"2");
    assert_eq!(Some(&checksum), theirs.checksum.as_ref());
    // The same words are no conflict, nor is what I have seen.
    save(&places, &mine, &[], b"2", None).expect("it is the same");
    let seen = Kept {
        path: path.clone(),
        checksum: Some(checksum),
    };
    save(&places, &seen, &[], b"3", None).expect("I have seen theirs");
    // A file that was deleted is written again: nobody's work is in it.
    std::fs::remove_file(&path).expect("it is there");
    save(&places, &mine, &[], b"4", None).expect("nobody is there");
    assert_eq!(read(&path), b"4");
}

#[test]
fn of_windows_that_write_at_the_same_time_one_is_first() {
    let folder = folder();
    let (places, path) = (
        places(&folder.path().join("daten")),
        folder.path().join("a.wortlaut.json"),
    );
    let write = |number: usize| {
        let nothing = Kept {
            path: path.clone(),
            checksum: None,
        };
        save(&places, &nothing, &[], format!("{number}").as_bytes(), None).is_ok()
    };
    let n_written = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|number| scope.spawn(move || write(number)))
            .collect();
        let written = threads
            .into_iter()
            .map(|thread| thread.join().expect("it ends"));
        written.filter(|is_written| *is_written).count()
    });
    assert_eq!(n_written, 1);
}

#[cfg(unix)]
#[test]
fn where_the_folder_may_not_be_written_to_the_data_folder_takes_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let (shut, data) = (folder.path().join("zu"), folder.path().join("daten"));
    std::fs::create_dir(&shut).expect("it can be made");
    let allow = |mode| std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(mode));
    allow(0o555).expect("own folder");
    if std::fs::write(shut.join("x"), "").is_ok() {
        // The superuser may write everywhere; for him there is nothing to see.
        return;
    }
    let (places, article) = (places(&data), shut.join("a.txt"));
    let all = places.of(Belongs::File(&article));
    let first = Kept {
        path: all[0].clone(),
        checksum: None,
    };
    let kept = save(&places, &first, &all[1..], b"1", Some(&article)).expect("it goes elsewhere");
    assert_eq!(kept.path, all[1]);
    let (found, _) = super::opening::open(&all[1]);
    assert_eq!(found, kept);
    allow(0o755).expect("own folder");
}

#[test]
fn a_folder_that_is_gone_is_told_and_the_article_is_never_replaced() {
    let folder = folder();
    let places = places(&folder.path().join("daten"));
    let nowhere = Kept {
        path: folder.path().join("no/a.wortlaut.json"),
        checksum: None,
    };
    let elsewhere = [folder.path().join("daten/reviews/a.wortlaut.json")];
    let gone = save(&places, &nowhere, &elsewhere, b"1", None);
    assert!(matches!(
        gone,
        Err(SaveError::Write(WriteError::Unwritable { .. }))
    ));
    assert!(!elsewhere[0].exists());
    let article = folder.path().join("a.txt");
    std::fs::write(&article, "text").expect("it can be written");
    let onto = Kept {
        path: article.clone(),
        checksum: Some(Checksum::of(b"text")),
    };
    let refused = save(&places, &onto, &[], b"1", Some(&article));
    assert!(matches!(
        refused,
        Err(SaveError::Write(WriteError::OntoArticle { .. }))
    ));
    assert_eq!(read(&article), b"text");
}

#[test]
fn files_put_aside_and_files_beside_have_numbers() {
    let folder = folder();
    let path = folder.path().join("a.txt.wortlaut.json");
    for number in 1..=2 {
        std::fs::write(&path, format!("kaputt {number}")).expect("it can be written");
        let aside = put_aside(&path).expect("it can be renamed");
        let name = format!("a.txt.wortlaut.broken-{number}.json");
        assert_eq!(aside, folder.path().join(name));
        assert_eq!(read(&aside), format!("kaputt {number}").as_bytes());
        assert!(!path.exists() && !is_sidecar(&aside));
    }
    for number in 2..=3 {
        let kept = write_numbered(&path, b"1", None).expect("it can be written");
        assert_eq!(
            kept.path,
            folder.path().join(format!("a.txt.{number}.wortlaut.json"))
        );
        assert!(is_sidecar(&kept.path));
    }
}
