//! What hostile files take: the real program on each of them, with all findings; seconds, and the most memory that it held.
//!
//! `cargo bench --no-default-features --bench hostile [-- part-of-a-name]`. Ends with an error if one takes more than 5 seconds or 500 MB,
//! or ends the program otherwise than with a message or a reading. `-- --keep FOLDER` only puts the files into a folder.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../hostile/set/mod.rs"]
mod set;

use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use set::Hostile;
use wortlaut::exchange;

const MAX_TIME: Duration = Duration::from_secs(5);
const MAX_MEGABYTES: u64 = 500;

/// After this it is ended.
const PATIENCE: Duration = Duration::from_mins(2);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    if let [keep, folder] = &arguments[..]
        && keep == "--keep"
    {
        std::fs::create_dir_all(folder).expect("writable");
        for hostile in set::all() {
            hostile.put(Path::new(folder));
        }
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let wanted = |hostile: &Hostile| {
        arguments
            .first()
            .is_none_or(|part| hostile.name.contains(part))
    };
    let (mut n_files, mut n_faults) = (0, 0);
    let (mut longest, mut largest) = (Duration::ZERO, 0);
    println!(
        "{:32} {:>8} {:>8} {:>8}  outcome",
        "file", "seconds", "computed", "MB"
    );
    for hostile in set::all().into_iter().filter(wanted) {
        let path = hostile.put(folder.path());
        let taken = measure(&path);
        // On a machine that has other things to do, only the seconds of computing can be compared.
        let time = taken.time.min(taken.computed);
        let fault = taken.message.as_ref().and_then(|message| {
            // Names that would do something to the terminal are shown otherwise.
            let is_shown = !hostile
                .name
                .contains(|c: char| c.is_control() || c == '\u{202E}');
            let outcome = Err(message.clone());
            is_shown.then(|| hostile.fault(&path, &outcome)).flatten()
        });
        let is_over = MAX_TIME < time
            || MAX_MEGABYTES < taken.megabytes
            || !taken.is_sound
            || fault.is_some();
        let sign = if is_over { "!" } else { " " };
        let name = hostile.name.escape_debug().to_string();
        println!(
            "{name:32} {:8.2} {:8.2} {:8} {sign}{}",
            taken.time.as_secs_f64(),
            taken.computed.as_secs_f64(),
            taken.megabytes,
            fault
                .unwrap_or(taken.outcome)
                .replace(&folder.path().display().to_string(), "…")
                .escape_debug(),
        );
        n_files += 1;
        n_faults += usize::from(is_over);
        longest = longest.max(time);
        largest = largest.max(taken.megabytes);
        if path.is_file() {
            std::fs::remove_file(&path).expect("writable");
        }
    }
    println!(
        "{n_files} files, at most {:.2} s and {largest} MB, {n_faults} over the limits",
        longest.as_secs_f64()
    );
    if n_faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

struct Taken {
    time: Duration,
    /// Seconds of all processors together.
    computed: Duration,
    megabytes: u64,
    outcome: String,
    /// What the program said, if it read nothing.
    message: Option<String>,
    /// Whether it ended by itself with a code of ours.
    is_sound: bool,
}

fn measure(path: &Path) -> Taken {
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    let mut command = Command::new(env!("CARGO_BIN_EXE_wortlaut"));
    if is_json || exchange::is_annotated(path) {
        command.arg("convert").arg(path).args(["-", "--to", "json"]);
    } else {
        command.args(["annotate", "--out", "-"]).arg(path);
    }
    let errors = tempfile::NamedTempFile::new().expect("writable");
    let errors_out = errors.reopen().expect("writable");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(errors_out);
    let start = Instant::now();
    let mut child = command.spawn().expect("the program is there");
    let (mut megabytes, mut computed, mut is_ended) = (0, Duration::ZERO, false);
    let status = loop {
        megabytes = megabytes.max(peak(&child));
        computed = computed.max(cpu_time(&child));
        if let Some(status) = child.try_wait().expect("it is ours") {
            break status;
        }
        if PATIENCE < start.elapsed() && !is_ended {
            child.kill().expect("it is ours");
            is_ended = true;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let time = start.elapsed();
    let told = std::fs::read(errors.path()).expect("it is ours");
    let told = String::from_utf8_lossy(&told);
    let last = told
        .lines()
        .find(|line| !line.contains("seems not to be in German"))
        .unwrap_or_default();
    let last = last.trim_start_matches("wortlaut: ");
    let has_panicked = told.contains("panicked");
    Taken {
        time,
        computed,
        megabytes,
        is_sound: matches!(status.code(), Some(0 | 1)) && !has_panicked,
        message: (status.code() == Some(1)).then(|| last.to_owned()),
        outcome: match status.code() {
            Some(0) => "read".to_owned(),
            Some(1) => last.to_owned(),
            code => format!("ended with {code:?}: {last}"),
        },
    }
}

/// The most memory that a process has held, in megabytes; 0 where the system does not say so.
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
    let peak = status.ok().and_then(|status| {
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()
    });
    peak.unwrap_or(0) / 1024
}

/// How long a process has computed, in steps of a hundredth of a second; 0 where the system does not say so.
fn cpu_time(child: &Child) -> Duration {
    let status = std::fs::read_to_string(format!("/proc/{}/stat", child.id()));
    let ticks = status.ok().and_then(|status| {
        // "12 (wortlaut) S …": the name may hold anything.
        let (_, fields) = status.rsplit_once(')')?;
        let mut fields = fields.split_whitespace().skip(11);
        let user = fields.next()?.parse::<u64>().ok()?;
        Some(user + fields.next()?.parse::<u64>().ok()?)
    });
    Duration::from_millis(10 * ticks.unwrap_or(0))
}
