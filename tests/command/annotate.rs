//! Starts the real program, without a display, on files that the tests write.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;

use crate::program::{folder, run, told, wortlaut};

const ARTICLE: &str = "Neue Brücke über die Leine soll 2027 stehen\n\
    Hannover (dpa) – „Wir bauen jetzt“, sagte die Bürgermeisterin Anna Beispiel am Mittwoch in Hannover.\n\
    Streit um die Kosten\n\
    Die Opposition hält das für zu teuer. Der Rat entscheide im März, teilte die Stadt mit.\n\
    (nch/nin)\n";

fn write(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("inside the folder")).expect("writable");
    fs::write(&path, content).expect("writable");
    path
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry
            .expect("readable")
            .file_name()
            .to_string_lossy()
            .into_owned()
    };
    let mut names: Vec<_> = entries.map(name).collect();
    names.sort();
    names
}

#[test]
fn help_and_version_are_no_failures() {
    let folder = folder();
    let (code, out, _) = run(&folder, &["--version"]);
    assert_eq!(
        (code, out),
        (0, format!("wortlaut {}\n", env!("CARGO_PKG_VERSION")))
    );
    let (code, out, _) = run(&folder, &["--help"]);
    assert!(
        code == 0 && out.contains("annotate") && out.contains("formats"),
        "{out}"
    );
}

#[test]
fn formats_lists_what_is_read_and_written() {
    let (code, out, _) = run(&folder(), &["formats"]);
    assert_eq!(code, 0);
    for expected in [".txt", ".md", ".html", "json", "csv", "statements.csv"] {
        assert!(out.contains(expected), "{expected}: {out}");
    }
}

#[test]
fn nonsense_on_the_command_line_is_a_usage_error() {
    let folder = folder();
    for arguments in [
        &["annotate"][..],
        &["annotate", "--format", "xyz", "a.txt"],
        &["--no-such-option"],
        &["annotate", "-j", "0", "a.txt"],
    ] {
        let (code, _, err) = run(&folder, arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(err.contains("Usage") || err.contains("--help"), "{err}");
    }
}

#[test]
fn without_a_display_the_reading_is_printed() {
    let folder = folder();
    write(&folder, "bruecke.txt", ARTICLE);
    let (code, out, err) = run(&folder, &["bruecke.txt"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("no window: "), "{err}");
    assert!(
        out.contains("soll 2027 stehen") && out.contains("Statements ("),
        "{out}"
    );
    assert!(!out.contains('\x1b'), "no colours where nobody sees them");
}

#[test]
fn without_a_display_and_without_a_file_there_is_nothing_to_do() {
    let (code, out, err) = run(&folder(), &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(
        err.contains("no window: ") && err.contains("wortlaut FILE"),
        "{err}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_read() {
    let folder = folder();
    write(&folder, "bruecke.txt", ARTICLE);
    let (code, out, err) = run(&folder, &["fehlt.txt", "bruecke.txt"]);
    assert_eq!(code, 1);
    assert!(out.contains("soll 2027 stehen"), "{out}");
    assert!(
        err.contains("no such file") && err.contains("fehlt.txt"),
        "{err}"
    );
}

#[test]
fn standard_input_is_read() {
    let folder = folder();
    for arguments in [&["-"][..], &["annotate", "--out", "-", "-"]] {
        let mut child = wortlaut(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("piped");
        stdin
            .write_all(ARTICLE.as_bytes())
            .expect("the program reads");
        drop(stdin);
        let (code, out, err) = told(&child.wait_with_output().expect("the program ends"));
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("Bürgermeisterin"), "{out}");
    }
}

#[test]
fn each_article_gets_one_file_of_each_kind() {
    let folder = folder();
    write(&folder, "bruecke.txt", ARTICLE);
    for (format, expected) in [
        ("json", &["bruecke.json"][..]),
        (
            "csv",
            &[
                "bruecke.entities.csv",
                "bruecke.mentions.csv",
                "bruecke.statements.csv",
            ],
        ),
        ("html", &["bruecke.html"]),
        ("HTML", &["bruecke.html"]),
    ] {
        let out = format!("aus/{format}/tief");
        let (code, _, err) = run(
            &folder,
            &["annotate", "--format", format, "--out", &out, "bruecke.txt"],
        );
        assert_eq!(code, 0, "{err}");
        assert_eq!(names_in(&folder.path().join(out)), expected);
    }
    let json = fs::read(folder.path().join("aus/json/tief/bruecke.json")).expect("written");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("valid JSON");
    assert_eq!(json["document"]["text"], ARTICLE);
}

#[test]
fn a_second_run_writes_the_same_bytes_with_any_number_of_jobs() {
    let folder = folder();
    for number in 0..20 {
        write(
            &folder,
            &format!("in/artikel-{number}.txt"),
            format!("{ARTICLE}Meldung {number} ist zu Ende.\n"),
        );
    }
    let content = |out: &str| -> Vec<(String, Vec<u8>)> {
        let names = names_in(&folder.path().join(out)).into_iter();
        names
            .map(|name| {
                (
                    name.clone(),
                    fs::read(folder.path().join(out).join(name)).expect("written"),
                )
            })
            .collect()
    };
    let mut messages = Vec::new();
    for (out, jobs) in [("a", "1"), ("b", "8")] {
        let (code, _, err) = run(&folder, &["annotate", "--jobs", jobs, "--out", out, "in"]);
        assert_eq!(code, 0, "{err}");
        messages.push(err.replace(&format!("{out}/"), "/"));
    }
    assert_eq!(content("a").len(), 20);
    assert_eq!(content("a"), content("b"));
    assert_eq!(
        messages[0], messages[1],
        "progress is told in the order of the input"
    );
}

#[test]
fn articles_of_the_same_name_get_different_files() {
    let folder = folder();
    for name in ["a/lage.txt", "b/lage.md", "c/Lage.txt", "c/lage-2.txt"] {
        write(&folder, name, ARTICLE);
    }
    for _ in 0..2 {
        let (code, _, err) = run(
            &folder,
            &["annotate", "--out", "aus", "a", "b", "c", "a/lage.txt"],
        );
        assert_eq!(code, 0, "{err}");
        // c/Lage.txt comes before c/lage-2.txt; a/lage.txt is named twice and read once.
        assert_eq!(
            names_in(&folder.path().join("aus")),
            ["Lage-3.json", "lage-2-2.json", "lage-2.json", "lage.json"].map(String::from)
        );
        assert!(err.contains("4 annotated, 0 failed"), "{err}");
    }
}

#[test]
fn an_article_is_never_overwritten() {
    let folder = folder();
    let page = format!(
        "<!doctype html><h1>Neue Brücke</h1><p>{}</p>",
        "Sie steht, sagte die Bürgermeisterin. ".repeat(5)
    );
    let path = write(&folder, "lage.html", &page);
    let (code, _, err) = run(&folder, &["annotate", "--format", "html", "lage.html"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(fs::read_to_string(path).expect("still there"), page);
    assert_eq!(names_in(folder.path()), ["lage-2.html", "lage.html"]);
}

#[test]
fn folders_are_searched_for_articles_only() {
    let folder = folder();
    for name in [
        "in/a.txt",
        "in/tief/b.md",
        "in/bild.png",
        "in/.versteckt.txt",
        "in/c.HTM",
    ] {
        write(
            &folder,
            name,
            if name.ends_with("HTM") {
                "<p>Es regnet, sagte sie.".to_owned()
            } else {
                ARTICLE.to_owned()
            },
        );
    }
    let (code, _, err) = run(&folder, &["annotate", "--out", "aus", "in"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(
        names_in(&folder.path().join("aus")),
        ["a.json", "b.json", "c.json"]
    );
}

#[test]
fn every_failure_is_named_and_the_rest_is_done() {
    let folder = folder();
    write(&folder, "gut.txt", ARTICLE);
    write(&folder, "leer.txt", "");
    write(&folder, "weiss.txt", " \n\t\n");
    write(&folder, "archiv.txt", b"PK\x03\x04\x14\0\0\0");
    write(
        &folder,
        "rauschen.txt",
        (0..100_000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 21) as u8)
            .collect::<Vec<_>>(),
    );
    fs::create_dir(folder.path().join("nichts")).expect("writable");
    let names = [
        "leer.txt",
        "weiss.txt",
        "archiv.txt",
        "rauschen.txt",
        "nichts",
        "fehlt.txt",
        "gut.txt",
    ];
    let (code, _, err) = run(
        &folder,
        &[&["annotate", "--out", "aus"], &names[..]].concat(),
    );
    assert_eq!(code, 1);
    let lines: Vec<_> = err.lines().collect();
    for (line, expected) in lines.iter().zip([
        "empty",
        "white space",
        "ZIP archive",
        "binary data",
        "no article in this folder",
        "no such file",
        "gut.json",
    ]) {
        assert!(line.contains(expected), "{expected}: {line}");
    }
    for (line, name) in lines.iter().zip(&names[..6]) {
        assert!(line.ends_with(name), "the path comes last: {line}");
    }
    assert!(err.contains("1 annotated, 6 failed"), "{err}");
    assert_eq!(names_in(&folder.path().join("aus")), ["gut.json"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let folder = folder();
    write(&folder, "gut.txt", ARTICLE);
    let (code, _, err) = run(&folder, &["annotate", "--out", "gut.txt/aus", "gut.txt"]);
    assert_eq!(code, 1);
    assert!(
        err.contains("cannot make the folder") && err.contains("gut.txt/aus"),
        "{err}"
    );
}

#[test]
fn hostile_articles_are_read_within_seconds() {
    let folder = folder();
    write(&folder, "lang.txt", "Es regnet, sagte sie. ".repeat(5_000));
    write(&folder, "zeichen.txt", "„»\"‚‘“ ".repeat(5_000));
    write(
        &folder,
        "tief.html",
        format!("{}Es regnet, sagte sie.", "<div>".repeat(100_000)),
    );
    write(&folder, "worte.txt", "Wort\n\n".repeat(20_000));
    let start = std::time::Instant::now();
    let (code, _, err) = run(&folder, &["annotate", "--out", "aus", "."]);
    assert_eq!(code, 0, "{err}");
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = folder();
    write(&folder, "lang.txt", ARTICLE.repeat(300));
    for arguments in [
        &["annotate", "--out", "-", "lang.txt", "lang.txt"][..],
        &["lang.txt"],
    ] {
        let mut child = wortlaut(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut first = [0; 10];
        child
            .stdout
            .as_mut()
            .expect("piped")
            .read_exact(&mut first)
            .expect("the program writes");
        drop(child.stdout.take());
        let (code, _, err) = told(&child.wait_with_output().expect("the program ends"));
        assert_eq!(code, 0, "{err}");
        assert!(!err.contains("panicked"), "{err}");
    }
}
