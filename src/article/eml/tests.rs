//! Mails of the kinds that programs send, and of kinds that nobody should.

use proptest::prelude::*;

use super::*;
use crate::article::shown::check_sound;
use crate::article::{ReadError, read_bytes};

/// The blocks of a mail, "kind words".
fn blocks(mail: &[u8]) -> Vec<String> {
    let article = read(mail).expect("a mail");
    let block = |block: &crate::article::Block| {
        format!("{} {}", block.kind.label(), block.span.of(&article.text))
    };
    article.blocks.iter().map(block).collect()
}

const HEAD: &str = "From: =?utf-8?q?Anna_B=C3=A4cker?= <anna@example.org>\r\nTo: b@example.org\r\nSubject: AW: Fwd: =?iso-8859-1?Q?Deich_gr=F6=DFer?=\r\nDate: Thu, 8 Dec 2016 15:30:00 +0100\r\nMIME-Version: 1.0\r\n";

fn mail(rest: &str) -> Vec<u8> {
    format!("{HEAD}{rest}").into_bytes()
}

#[test]
fn the_head_says_who_wrote_what_and_when() {
    let article = read(&mail("\r\nEs regnet.\r\n")).expect("a mail");
    let source = &article.source;
    assert_eq!(source.title.as_deref(), Some("Deich größer"));
    assert_eq!(source.byline.as_deref(), Some("Anna Bäcker"));
    assert_eq!(source.date.as_deref(), Some("2016-12-08T15:30:00+01:00"));
    assert_eq!(article.text, "Deich größer\n\nEs regnet.");
}

#[test]
fn the_plain_text_is_read_unless_the_page_says_much_more() {
    let check = |words: &str, page: &str, expected: &[&str]| {
        let parts = format!(
            "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{words}\r\n--b\r\nContent-Type: text/html\r\n\r\n{page}\r\n--b--\r\n"
        );
        assert_eq!(blocks(&mail(&parts)), expected);
    };
    check(
        "Es regnet.",
        "<p>Es <b>regnet</b>.</p>",
        &["headline Deich größer", "paragraph Es regnet."],
    );
    let long = "Seit Tagen regnet es an der Küste, sagte die Leiterin des Amtes.";
    check(
        "Im Netz lesen.",
        &format!("<p>{long}</p>"),
        &["headline Deich größer", &format!("paragraph {long}")],
    );
}

#[test]
fn files_that_were_attached_are_left_out_and_an_attached_mail_is_read() {
    let parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nEs regnet.\r\n--b\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nGeheim.\r\n--b--\r\n";
    assert_eq!(
        blocks(&mail(parts)),
        ["headline Deich größer", "paragraph Es regnet."]
    );
    let parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Bert Muster <b@example.org>\r\nSubject: Flut\r\n\r\nDas Wasser steigt.\r\n--b--\r\n";
    let article = read(&mail(parts)).expect("a mail");
    assert_eq!(article.text, "Flut\n\nDas Wasser steigt.");
    assert_eq!(article.source.byline.as_deref(), Some("Bert Muster"));
}

#[test]
fn encrypted_mails_are_refused() {
    let refused = |rest: &str| assert_eq!(read(&mail(rest)), Err(Refusal::Encrypted), "{rest}");
    refused("Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n");
    refused("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nx");
    refused("\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc");
}

#[test]
fn a_mail_is_known_by_its_head() {
    let check = |text: &str, name: &str, expected| {
        assert_eq!(is_one(text.as_bytes(), Path::new(name)), expected, "{text}");
    };
    check(&format!("{HEAD}\r\nEs regnet."), "a.txt", true);
    check("Subject: Regen\nFrom: a@b.de\n\nEs regnet.", "a.eml", true);
    check("Subject: Regen\nFrom: a@b.de\n\nEs regnet.", "a.txt", false);
    check("Es regnet.\nSubject: Regen\n\n", "a.eml", false);
    check("Merkel: Wir bauen.\nDate: heute\n\nJa.", "a.txt", false);
}

#[test]
fn a_huge_attachment_and_deep_parts_take_no_time() {
    let huge = "QUJD".repeat(3_000_000);
    let parts = format!(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nEs regnet.\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n{huge}\r\n--b--\r\n"
    );
    let read = blocks(&mail(&parts));
    assert!(read == ["headline Deich größer", "paragraph Es regnet."]);
    let deep = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(50_000);
    let path = Path::new("a.eml");
    assert!(matches!(
        read_bytes(&mail(&deep), path),
        Err(ReadError::Bloated { .. })
    ));
    let many = "--b\r\n\r\nx\r\n".repeat(100_000);
    let _ = read_bytes(
        &mail(&format!(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n{many}"
        )),
        path,
    );
    let quoted = format!("\r\n{} Ja.\r\n", ">".repeat(1_000_000));
    let _ = read_bytes(&mail(&quoted), path);
}

fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "From: Anna <a@b.de>\r\n",
        "Subject: x\n",
        "Date: Thu, 8 Dec 2016 15:30:00 +0100\n",
        "MIME-Version: 1.0\n",
        "Content-Type: multipart/related; boundary=b\n",
        "Content-Type: multipart/alternative; boundary=\"c\"\n",
        "Content-Type: text/html; charset=utf-8\n",
        "Content-Type: text/plain; format=flowed; delsp=yes\n",
        "Content-Type: message/rfc822\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n",
        "\n",
        "\r\n\r\n",
        "--b\n",
        "--c\r\n",
        "--b--\n",
        "--c--\n",
        "=C3=A4",
        "=\n",
        "QUJD\n",
        "<p>Es regnet.</p>",
        "> ",
        ">>",
        "-- \n",
        "Ja. \n",
        "Am 8. Mai schrieb Anna:\n",
        "Von: x\n",
        "An: y\n",
        "Betreff: z\n",
        "-----Original Message-----\n",
        "=?utf-8?q?=C3=A4?=",
        "=?x?b?",
        "ä",
        "\0",
        "(((",
        "Content-Disposition: attachment\n",
        "________\n",
        "<Saved by Blink>",
    ]);
    prop::collection::vec(fragment, 0..40).prop_map(|fragments| fragments.concat())
}

proptest! {
    #[test]
    fn any_mail_is_read_or_refused(source in fragments(), name in prop::sample::select(vec!["a.eml", "a.mhtml"])) {
        check_sound(source.as_bytes(), name);
        check_sound(&mail(&source), name);
    }

    #[test]
    fn any_bytes_in_a_mail_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), name in prop::sample::select(vec!["a.eml", "a.mht"])) {
        check_sound(&[HEAD.as_bytes(), &bytes].concat(), name);
    }
}
