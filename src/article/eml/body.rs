//! The plain text of a mail → paragraphs: soft line ends joined, marks of quotation, heads of earlier mails and signatures set apart.

use std::sync::LazyLock;

use regex::Regex;

/// A run of text in a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// Text as it was written; line ends as in the file.
    Text(String),
    /// Name and address below "-- ".
    Signature(String),
}

/// How the line ends of a part are meant (RFC 3676).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    /// A space at the end of a line says that the paragraph goes on.
    pub is_flowed: bool,
    /// That space is no part of the text.
    pub drops_space: bool,
}

/// A line without its marks of quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    depth: usize,
    words: String,
}

/// The runs of a text. What was quoted stays, without its marks and without the lines that say who wrote when to whom.
pub(super) fn runs(text: &str, flow: Flow) -> Vec<Run> {
    let text = without_armour(text);
    let lines = without_heads(&lines(&text, flow));
    let mut runs = Vec::new();
    for run in lines.chunk_by(|a, b| a.depth == b.depth) {
        let at = run.iter().position(|line| is_signature_mark(&line.words));
        let at = at.filter(|&at| run[at].words.ends_with(' ') || run.len() - at <= MAX_SIGNATURE);
        let (words, signature) = run.split_at(at.unwrap_or(run.len()));
        push(&mut runs, Run::Text(joined(words)));
        if run[0].depth == 0 && !signature.is_empty() {
            push(&mut runs, Run::Signature(joined(&signature[1..])));
        }
    }
    runs
}

/// Lines of a signature whose mark has lost its space.
const MAX_SIGNATURE: usize = 12;

fn is_signature_mark(words: &str) -> bool {
    words == "-- " || words == "--"
}

fn push(runs: &mut Vec<Run>, run: Run) {
    let (Run::Text(words) | Run::Signature(words)) = &run;
    if !words.trim().is_empty() {
        runs.push(run);
    }
}

fn joined(lines: &[Line]) -> String {
    let words: Vec<_> = lines.iter().map(|line| line.words.as_str()).collect();
    words.join("\n")
}

/// Lines without quotation marks, those that flow into each other joined.
fn lines(text: &str, flow: Flow) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = false;
    for raw in text.split('\n') {
        let Line { depth, mut words } = line(raw, flow);
        let is_soft = flow.is_flowed && words.ends_with(' ') && words != "-- ";
        if is_soft && flow.drops_space {
            words.pop();
        }
        match lines.last_mut() {
            Some(last) if goes_on && last.depth == depth && words != "-- " => {
                last.words.push_str(&words);
            }
            _ => lines.push(Line { depth, words }),
        }
        goes_on = is_soft;
    }
    lines
}

fn line(raw: &str, flow: Flow) -> Line {
    let (mut depth, mut rest) = (0, raw);
    loop {
        // Programs that do not know of flowed text write "> > ".
        let bare = if depth == 0 || flow.is_flowed {
            rest
        } else {
            rest.trim_start_matches(' ')
        };
        let Some(after) = bare.strip_prefix('>') else {
            break;
        };
        (depth, rest) = (depth + 1, after);
    }
    if flow.is_flowed || 0 < depth {
        rest = rest.strip_prefix(' ').unwrap_or(rest);
    }
    Line {
        depth,
        words: rest.to_owned(),
    }
}

/// Without "Am 8. Dezember 2016 schrieb Anna Beispiel:" before what she wrote, and without blocks of "Von: … An: … Betreff: …".
fn without_heads(lines: &[Line]) -> Vec<Line> {
    let mut kept = Vec::with_capacity(lines.len());
    let mut index = 0;
    while index < lines.len() {
        let n_head = n_attribution(&lines[index..]).max(n_block(&lines[index..]));
        if n_head == 0 {
            kept.push(lines[index].clone());
        }
        index += n_head.max(1);
    }
    kept
}

/// Lines of an attribution that stands before quoted text; programs break it once or twice.
fn n_attribution(lines: &[Line]) -> usize {
    let mut words = String::new();
    for (index, line) in lines.iter().take(3).enumerate() {
        if line.depth != lines[0].depth || line.words.trim().is_empty() {
            return 0;
        }
        words.push_str(line.words.trim());
        let next = lines[index + 1..]
            .iter()
            .find(|line| !line.words.trim().is_empty());
        if next.is_some_and(|next| lines[0].depth < next.depth) && is_attribution(&words) {
            return index + 1;
        }
        words.push(' ');
    }
    0
}

/// Whether words announce an earlier mail: "Am 8. Dezember 2016 um 10:00 schrieb Anna Beispiel <anna@example.org>:".
pub(super) fn is_attribution(words: &str) -> bool {
    static ATTRIBUTION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:(?:Am|On)\s.*\d.*\s(?:schrieb|wrote)\b.{0,200}:|\S.{0,120}\s(?:schrieb\sam|wrote\son)\s.*\d.{0,60}:)$")
            .expect("the pattern is valid")
    });
    words.len() < 400 && ATTRIBUTION.is_match(words.trim())
}

/// Lines of a block that names sender and receivers of an earlier mail, with the line of dashes above it.
fn n_block(lines: &[Line]) -> usize {
    let is_rule = is_rule(&lines[0].words);
    let from = usize::from(is_rule);
    let blank = lines[from..]
        .iter()
        .take_while(|line| is_rule && line.words.trim().is_empty())
        .count();
    let from = from + blank;
    let mut n_fields = 0;
    let mut n_lines = 0;
    for line in &lines[from..] {
        if is_field(&line.words) {
            n_fields += 1;
        } else if n_fields == 0
            || line.words.trim().is_empty()
            || !line.words.starts_with([' ', '\t'])
        {
            break;
        }
        n_lines += 1;
    }
    match (is_rule, n_fields) {
        (true, _) => from + n_lines,
        (false, 3..) => n_lines,
        (false, _) => 0,
    }
}

/// "-----Ursprüngliche Nachricht-----", "---------- Forwarded message ---------".
fn is_rule(words: &str) -> bool {
    let words = words.trim();
    let inner = words.trim_matches('-').trim();
    let is_said = ["Nachricht", "message", "Message", "Mail"]
        .iter()
        .any(|word| inner.ends_with(word));
    is_said && words.starts_with("---") && words.ends_with("--") && inner.len() < 60
}

/// "Gesendet: Donnerstag, 8. Dezember 2016 10:00".
pub(super) fn is_field(words: &str) -> bool {
    const NAMES: [&str; 20] = [
        "Von",
        "From",
        "Gesendet",
        "Sent",
        "Datum",
        "Date",
        "An",
        "To",
        "Cc",
        "CC",
        "Kopie",
        "Bcc",
        "Betreff",
        "Subject",
        "Antwort an",
        "Reply-To",
        "Organisation",
        "Newsgroups",
        "Wichtigkeit",
        "Priorität",
    ];
    let name = words
        .trim_start_matches('*')
        .split_once(':')
        .map(|(name, _)| name.trim_end_matches('*').trim());
    name.is_some_and(|name| NAMES.contains(&name))
}

/// Without what a program for signing puts around a text.
fn without_armour(text: &str) -> String {
    const BEGIN: &str = "-----BEGIN PGP SIGNED MESSAGE-----\n";
    let Some((before, signed)) = text.split_once(BEGIN) else {
        return text.to_owned();
    };
    let words = signed.split_once("\n\n").map_or(signed, |(_, words)| words);
    let words = words
        .split("-----BEGIN PGP SIGNATURE-----")
        .next()
        .unwrap_or(words);
    let lines: Vec<_> = words
        .split('\n')
        .map(|line| line.strip_prefix("- ").unwrap_or(line))
        .collect();
    format!("{before}{}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FLOWED: Flow = Flow {
        is_flowed: true,
        drops_space: false,
    };

    fn check(text: &str, flow: Flow, expected: &[Run]) {
        assert_eq!(runs(text, flow), expected, "{text}");
    }

    fn text(words: &str) -> Run {
        Run::Text(words.into())
    }

    #[test]
    fn soft_line_ends_are_joined() {
        check(
            "Es regnet \nseit Tagen.\nUnd morgen?",
            FLOWED,
            &[text("Es regnet seit Tagen.\nUnd morgen?")],
        );
        let deleting = Flow {
            is_flowed: true,
            drops_space: true,
        };
        check("Hoch \nwasser", deleting, &[text("Hochwasser")]);
        check(
            "> Es \n> regnet.\nJa.",
            FLOWED,
            &[text("Es regnet."), text("Ja.")],
        );
        check(" >Pfeil \n From", FLOWED, &[text(">Pfeil From")]);
        check(
            "Es regnet \nseit",
            Flow::default(),
            &[text("Es regnet \nseit")],
        );
    }

    #[test]
    fn a_signature_is_set_apart() {
        check(
            "Ja.\n-- \nAnna\nDeichamt",
            FLOWED,
            &[text("Ja."), Run::Signature("Anna\nDeichamt".into())],
        );
        check(
            "Ja.\n--\nAnna",
            Flow::default(),
            &[text("Ja."), Run::Signature("Anna".into())],
        );
        check("> Ja.\n> -- \n> Bert", FLOWED, &[text("Ja.")]);
        let divided = format!("Ja.\n--\n{}", "Nein.\n".repeat(20));
        assert!(matches!(
            &runs(&divided, Flow::default())[..],
            [Run::Text(_)]
        ));
    }

    #[test]
    fn heads_of_earlier_mails_go_and_their_words_stay() {
        let plain = Flow::default();
        check(
            "Gern.\n\nAm 08.12.2016 um 10:00 schrieb Anna\n<anna@example.org>:\n> > Wann?\n> Morgen.",
            plain,
            &[text("Gern.\n"), text("Wann?"), text("Morgen.")],
        );
        check(
            "Ja.\n-----Ursprüngliche Nachricht-----\nVon: Anna\nAn: Bert\n\nWann?",
            plain,
            &[text("Ja.\n\nWann?")],
        );
        check(
            "Von: Anna\nGesendet: 8.12.\nAn: Bert\nBetreff: x\n\nWann?",
            plain,
            &[text("\nWann?")],
        );
        check(
            "Am 8. Mai schrieb sie im Netz:\n\nEs regnet.",
            plain,
            &[text("Am 8. Mai schrieb sie im Netz:\n\nEs regnet.")],
        );
        check("Von: Anna\n\nWann?", plain, &[text("Von: Anna\n\nWann?")]);
    }

    #[test]
    fn armour_goes() {
        check(
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n- - Ja.\n-----BEGIN PGP SIGNATURE-----\nabc",
            Flow::default(),
            &[text("- Ja.\n")],
        );
    }
}
