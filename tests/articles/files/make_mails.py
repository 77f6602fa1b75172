"""Makes the mails in eml/ with the email package of Python 3.11 and with Mutt 2.2.12, the saved pages in mhtml/ with Chromium
(DevTools protocol, Page.captureSnapshot) and with the email package in the form that Word and older browsers write.

    python3 make_mails.py        in this folder; needs mutt, chromium and the package websockets
"""

import subprocess
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from pathlib import Path

HERE = Path(__file__).parent
EML = HERE / "eml"
MHTML = HERE / "mhtml"


def message(subject, sender="Anna Bäcker <anna@example.org>", date="Thu, 08 Dec 2016 15:30:00 +0100"):
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = "Redaktion <redaktion@example.org>"
    mail["Subject"] = subject
    mail["Date"] = date
    mail["Message-ID"] = "<1@example.org>"
    return mail


def write(folder, name, mail):
    (folder / name).write_bytes(mail.as_bytes())


DEICH = """Der Deich bei Norden wird im nächsten Jahr um einen halben Meter erhöht.
„Wir können nicht warten, bis das Wasser kommt“, sagte die Leiterin
des Deichamts, Grete Ölrich, am Donnerstag.

Die Arbeiten sollen zwölf Millionen Euro kosten. Nach Angaben des
Landes ist das Geld schon bewilligt.
"""

# Quoted-printable, windows-1252, lines of fixed width, a signature.
mail = message("Pressemitteilung: Deich wird höher")
mail.set_content(DEICH + "\n-- \nAnna Bäcker\nPressestelle des Deichamts\n", charset="windows-1252", cte="quoted-printable")
write(EML, "press.eml", mail)

# Flowed text with deleted spaces, quoted reply, base64.
flowed = """Liebe Redaktion, \r
gern beantworte ich Ihre Fragen. \r
Der Bau beginnt im März.\r
\r
Am 07.12.2016 um 09:12 schrieb Bert Muster <bert@example.org>:\r
> Wann beginnt \r
> der Bau?\r
>> Frühere Frage.\r
\r
Grete Ölrich\r
"""
mail = message("AW: Fragen zum Deich", "Grete Ölrich <g.oelrich@example.org>")
mail.set_content(flowed, cte="base64")
mail.set_param("format", "flowed")
write(EML, "flowed.eml", mail)

# A newsletter: a page, and a plain form that says only to open it.
NEWSLETTER = """<html><head><title>Newsletter 49</title></head><body>
<table width="600"><tr><td><p style="font-size:10px"><a href="https://example.org/n">Im Browser ansehen</a></p>
<h1>Die Woche an der Küste</h1>
<p>Die Fischer von Greetsiel fangen wieder mehr Krabben. „So gut war der Herbst seit Jahren nicht“, sagt Kutterführer Jan Peters.</p>
<h2>Fähre fällt aus</h2>
<p>Die Fähre nach Juist fährt am Freitag nicht. Grund ist nach Angaben der Reederei das niedrige Wasser.</p>
</td></tr></table></body></html>
"""
mail = message("Die Woche an der Küste", "Küstenpost <post@example.org>")
mail["List-Unsubscribe"] = "<https://example.org/u>"
mail["Archived-At"] = "<https://example.org/newsletter/49>"
mail.set_content("Bitte öffnen Sie diese Nachricht im Browser.")
mail.add_alternative(NEWSLETTER, subtype="html")
write(EML, "newsletter.eml", mail)

# A mail that is forwarded as a file, beside a picture.
inner = message("Sturm über Emden", "Jan Peters <jan@example.org>", "Fri, 09 Dec 2016 08:00:00 +0100")
inner.set_content("Der Sturm hat in Emden drei Bäume umgeworfen.\n\nVerletzt wurde niemand, teilte die Polizei mit.\n")
mail = message("WG: Sturm")
mail.make_mixed()
mail.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(40), maintype="image", subtype="png", filename="karte.png")
mail.add_attachment(inner)
write(EML, "forwarded.eml", mail)

# Outlook: words of an earlier mail below, with its head.
mail = message("AW: Termin")
mail.set_content("""Der Minister kommt am Montag.

-----Ursprüngliche Nachricht-----
Von: Bert Muster
Gesendet: Mittwoch, 7. Dezember 2016 09:12
An: Anna Bäcker
Betreff: Termin

Wann kommt der Minister nach Aurich?
""", charset="iso-8859-1")
write(EML, "outlook.eml", mail)

# Mutt writes a draft to a file, as it would send it: "set record" keeps the copy, sendmail does nothing.
record = EML / "mutt.mbox"
record.unlink(missing_ok=True)
subprocess.run(
    ["mutt", "-n", "-F", "/dev/null", "-e", "set charset=utf-8", "-e", f"set record={record}", "-e", "set copy=yes",
     "-e", "set sendmail=true", "-e", "set realname='Anna Bäcker'", "-e", "set from=anna@example.org",
     "-e", "set send_charset=utf-8", "-e", "set hostname=example.org",
     "-s", "Krabben werden teurer", "redaktion@example.org"],
    input="Krabben kosten in diesem Winter mehr als je zuvor.\n\n„Die Netze sind leer“, sagte Jan Peters.\n".encode(),
    check=True, env={"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nowhere", "TZ": "UTC"})
# Fixed time and name, so that the file stays the same.
lines = record.read_text("utf-8").splitlines(keepends=True)
fixed = {"Date:": "Date: Thu, 8 Dec 2016 15:30:00 +0000\n", "Message-ID:": "Message-ID: <2@example.org>\n", "From ": "From anna@example.org Thu Dec  8 15:30:00 2016\n"}
lines = [next((new for start, new in fixed.items() if line.startswith(start)), line) for line in lines]
(EML / "mutt.eml").write_text("".join(lines), "utf-8")
record.unlink()

# What Chromium saves.
PAGES = {
    "chromium": ("utf-8", "Kutter im Hafen", """<meta name="author" content="Erika Muster"><meta name="date" content="2016-12-09">
<link rel="canonical" href="https://example.org/kutter">""", """<nav><a href="/">Start</a> <a href="/sport">Sport</a></nav><article><h1>Kutter im Hafen</h1>
<p>Die Kutter von Greetsiel bleiben bis Montag im Hafen. Der Wind sei zu stark, sagte Hafenmeister Ole Janßen am Freitag.</p>
<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>Der Hafen am Morgen. Foto: Erika Muster</figcaption></figure>
<p>„Bei zehn Windstärken fährt niemand hinaus“, sagte Janßen. Die Preise für Krabben würden deshalb steigen.</p></article>"""),
    "latin": ("windows-1252", "Größere Fähre für Juist", "", """<h1>Größere Fähre für Juist</h1>
<p>Die Reederei baut eine größere Fähre. „Die alte ist fünfzig Jahre alt“, sagte Geschäftsführer Gödeke Müller.</p>
<p>Das neue Schiff soll nach seinen Angaben im Frühjahr fahren und zweihundert Gäste tragen.</p>"""),
    "frame": ("utf-8", "Schule schließt", "", """<h1>Schule auf Baltrum schließt</h1><iframe srcdoc="<p>Werbung im Rahmen, die niemand lesen will.</p>"></iframe>
<p>Die Schule auf Baltrum hat nur noch drei Kinder. Sie werde im Sommer geschlossen, teilte das Land mit.</p>
<h2>Eltern wehren sich</h2><p>„Das nehmen wir nicht hin“, sagte Mutter Antje Behrends. Sie sammelt Unterschriften.</p>"""),
}
def capture(page, out, profile):
    """Saves a page as Chromium does from its menu."""
    import json
    import re
    import urllib.request

    from websockets.sync.client import connect

    browser = subprocess.Popen(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--remote-allow-origins=*",
         f"--user-data-dir={profile}", "about:blank"], stderr=subprocess.PIPE, text=True)
    try:
        port = next(found[1] for line in browser.stderr if (found := re.search(r"ws://[^:]+:(\d+)", line)))
        targets = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        target = next(target for target in targets if target["type"] == "page")
        with connect(target["webSocketDebuggerUrl"], max_size=None, origin=None, proxy=None) as socket:
            def wait(is_it):
                while not is_it(message := json.loads(socket.recv(timeout=30))):
                    pass
                return message

            def send(number, method, **params):
                socket.send(json.dumps({"id": number, "method": method, "params": params}))

            send(1, "Page.enable")
            wait(lambda message: message.get("id") == 1)
            send(2, "Page.navigate", url=f"file://{page}")
            wait(lambda message: message.get("method") == "Page.loadEventFired")
            send(3, "Page.captureSnapshot", format="mhtml")
            answer = wait(lambda message: message.get("id") == 3)
        out.write_bytes(answer["result"]["data"].encode())
    finally:
        browser.terminate()
        browser.wait()


def snapshot(name, charset, title, head, body):
    import re
    import tempfile

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder) / f"{name}.html"
        page.write_bytes(f'<!doctype html><html lang="de"><head><meta charset="{charset}"><title>{title}</title>{head}</head><body>{body}</body></html>'.encode(charset))
        out = MHTML / f"{name}.mhtml"
        capture(page, out, f"{folder}/profile")
        # Fixed place, time and names of parts, so that the file stays the same.
        text = out.read_bytes().decode("utf-8").replace(f"file://{page}", f"https://example.org/{name}")
        text = re.sub(r"(?m)^Date: .*?(\r?)$", r"Date: Fri, 9 Dec 2016 10:00:00 -0000\1", text)
        text = re.sub(r"MultipartBoundary--\w+", "MultipartBoundary--0123456789----", text)
        text = re.sub(r"frame-[0-9A-F]{32}", "frame-0", text)
        out.write_bytes(text.encode("utf-8"))


for name, page in PAGES.items():
    snapshot(name, *page)


# What Word writes: no sender, windows-1252, `mso` styles; and what older browsers wrote.
def related(head, page, location, charset):
    root = EmailMessage(policy=SMTP)
    for key, value in head.items():
        root[key] = value
    root["MIME-Version"] = "1.0"
    root.add_header("Content-Type", "multipart/related", type="text/html", boundary="----=_NextPart_01D25000.0000")
    part = MIMEPart(policy=SMTP)
    part.set_content(page, subtype="html", charset=charset, cte="quoted-printable")
    part["Content-Location"] = location
    picture = MIMEPart(policy=SMTP)
    picture.set_content(b"GIF89a" + bytes(20), maintype="image", subtype="gif")
    picture["Content-Location"] = "https://example.org/bild.gif"
    root.set_payload([part, picture])
    return root


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><title>Protokoll</title>
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=DE><div class=WordSection1>
<h1>Rat stimmt für neue Brücke<o:p></o:p></h1>
<p class=MsoNormal>Der Rat von Leer hat für die neue Brücke gestimmt. <span style='mso-spacerun:yes'>  </span>„Das ist ein guter Tag“, sagte Bürgermeisterin Ute Coners.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Die Brücke soll neun Millionen Euro kosten.<o:p></o:p></p>
</div></body></html>"""
write(MHTML, "word.mht", related({"X-Document-Type": "Document"}, WORD, "file:///C:/A1B2/protokoll.htm", "windows-1252"))
write(MHTML, "explorer.mht", related(
    {"From": "<Saved by Windows Internet Explorer 8>", "Subject": "Wolf bei Jever", "Date": "Thu, 8 Dec 2016 15:30:00 +0100"},
    "<html><head><title>Wolf bei Jever</title></head><body><h1>Wolf bei Jever gesehen</h1><p>Ein Jäger hat bei Jever einen Wolf gesehen. "
    "Das Tier sei gesund, sagte er der Behörde.</p><p>Die Schäfer fordern nun höhere Zäune und mehr Geld vom Land.</p></body></html>",
    "https://example.org/wolf", "utf-8"))
