//! Mails and saved pages: parts by the thousand, parts inside parts, letters that decode to nothing.

use super::Expected::{Either, Message, Reading};
use super::{Hostile, SENTENCE, text};

const HEAD: &str = "From: Anna Beispiel <anna@example.org>\nTo: bert@example.org\nSubject: Regen\nDate: Thu, 08 Dec 2016 10:00:00 +0100\nMessage-ID: <a@example.org>\nMIME-Version: 1.0\n";
const PLAIN: &str = "Content-Type: text/plain; charset=utf-8\n\n";

fn mail(fields: &str, body: &str) -> String {
    format!("{HEAD}{fields}\n{body}")
}

fn plain(body: &str) -> String {
    format!("{HEAD}{PLAIN}{body}")
}

const MIXED: &str = "Content-Type: multipart/mixed; boundary=\"x\"\n";

pub fn files() -> Vec<Hostile> {
    [parts(), bodies(), heads(), pages()]
        .into_iter()
        .flatten()
        .collect()
}

fn parts() -> Vec<Hostile> {
    vec![
        text("parts.eml", Either, || {
            mail(MIXED, &format!("--x\n{PLAIN}{SENTENCE}\n").repeat(10_000))
        }),
        text("parts-with-parts.eml", Message("unpacks to more"), || {
            let nested: String = (0..1000)
                .map(|level| {
                    format!(
                        "--x{level}\nContent-Type: multipart/mixed; boundary=\"x{}\"\n\n",
                        level + 1
                    )
                })
                .collect();
            mail("Content-Type: multipart/mixed; boundary=\"x0\"\n", &nested)
        }),
        text("mails-in-mails.eml", Message("unpacks to more"), || {
            format!("{HEAD}Content-Type: message/rfc822\n\n").repeat(20_000)
        }),
        text("same-boundary.eml", Either, || {
            mail(MIXED, &format!("--x\n{MIXED}\n").repeat(40))
        }),
        text("no-boundary.eml", Either, || {
            mail("Content-Type: multipart/mixed\n", SENTENCE)
        }),
        text("empty-boundary.eml", Either, || {
            mail(
                "Content-Type: multipart/mixed; boundary=\"\"\n",
                &"--\n".repeat(100_000),
            )
        }),
        text("never-closed.eml", Either, || {
            mail(MIXED, &format!("--x\n{PLAIN}{SENTENCE}\n--y"))
        }),
    ]
}

fn bodies() -> Vec<Hostile> {
    let encoded = |how: &str, body: &str| {
        mail(
            &format!("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {how}\n"),
            body,
        )
    };
    vec![
        text("quoted-junk.eml", Either, move || {
            encoded("quoted-printable", &"=ZZ=\n==F=3D=C3=".repeat(300_000))
        }),
        text("base64-junk.eml", Either, move || {
            encoded("base64", &"Es=reg*net!\n=".repeat(300_000))
        }),
        text("base64-bomb.eml", Either, move || {
            encoded("base64", &"V29ydCA=\n".repeat(500_000))
        }),
        text("unknown-letters.eml", Reading("regnet"), || {
            mail(
                "Content-Type: text/plain; charset=\"x-\u{0}-klingon\"\n",
                SENTENCE,
            )
        }),
        text("quotations.eml", Either, || {
            plain(&format!("{} {SENTENCE}\n", ">".repeat(1000)).repeat(1000))
        }),
        text("quotations-that-grow.eml", Either, || {
            let lines: String = (0..3000)
                .map(|depth| format!("{} {SENTENCE}\n", "> ".repeat(depth)))
                .collect();
            plain(&lines)
        }),
        text("flowed.eml", Either, || {
            mail(
                "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n",
                &"Es regnet \n".repeat(300_000),
            )
        }),
        text("blank-lines.eml", Either, || {
            plain(&format!("Am 8. Mai schrieb\n{}", "\n \n".repeat(1_000_000)))
        }),
        text("heads-of-mails.eml", Either, || {
            plain(&"Von: Anna\nAn: Bert\n".repeat(200_000))
        }),
    ]
}

fn heads() -> Vec<Hostile> {
    vec![
        text("long-field.eml", Either, || {
            mail(&format!("X-A: {}\n", "a".repeat(10_000_000)), SENTENCE)
        }),
        text("folded-field.eml", Either, || {
            mail(&format!("X-A: a\n{}", " a\n".repeat(1_000_000)), SENTENCE)
        }),
        text("fields.eml", Either, || {
            mail(&"X-A: a\n".repeat(500_000), SENTENCE)
        }),
        text("words.eml", Either, || {
            mail(
                &format!(
                    "Subject: {}\n",
                    "=?utf-8?q?=C3?= =?utf-8?b?w?=\n ".repeat(50_000)
                ),
                SENTENCE,
            )
        }),
        text("addresses.eml", Either, || {
            mail(
                &format!("Cc: {}\n", "(((a: <\"b\\\"@,;".repeat(100_000)),
                SENTENCE,
            )
        }),
        text("parameters.eml", Either, || {
            let many: String = (0..100_000)
                .map(|index| format!(";a*{index}*=%C3"))
                .collect();
            mail(&format!("Content-Type: text/plain{many}\n"), SENTENCE)
        }),
        text("received.eml", Either, || {
            mail(
                &"Received: from a (b [1.2.3.4]) by c with d for <e>; Thu, 99 Foo 99999999999\n"
                    .repeat(20_000),
                SENTENCE,
            )
        }),
    ]
}

fn pages() -> Vec<Hostile> {
    const RELATED: &str = "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Regen\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n";
    let page = format!(
        "--x\nContent-Type: text/html; charset=utf-8\nContent-Location: https://example.org/a\n\n<html><body><p>{SENTENCE}</p></body></html>\n"
    );
    let other = page.clone();
    vec![
        text("parts.mhtml", Either, move || {
            format!("{RELATED}{}", page.repeat(10_000))
        }),
        text("pictures.mhtml", Reading(SENTENCE), move || {
            let picture = format!(
                "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n{}\n",
                "QUJD".repeat(250)
            );
            format!("{RELATED}{other}{}--x--", picture.repeat(20_000))
        }),
        text("deep.mhtml", Either, || {
            format!(
                "{RELATED}--x\nContent-Type: text/html\n\n{}{SENTENCE}",
                "<div>".repeat(100_000)
            )
        }),
    ]
}
