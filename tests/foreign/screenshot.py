"""Opens HTML reports in a browser: pictures in light and dark, and the print as PDF.

    screenshot.py FOLDER REPORT...

Chromium makes them; `WORTLAUT_BROWSER` names another one of its kind. Checked is that the browser has nothing to complain of,
that the pictures are light and dark, that the PDF has pages with the headline and all speakers, and that the data in the page
are the same when the browser has saved it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import html5lib
from pypdf import PdfReader

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# A browser says so when a page wants what its policy forbids, or when its script fails.
COMPLAINTS = ("Content Security Policy", "Refused to", "Uncaught", "CONSOLE")


def browser():
    names = [os.environ["WORTLAUT_BROWSER"]] if "WORTLAUT_BROWSER" in os.environ else BROWSERS
    found = [path for path in map(shutil.which, names) if path]
    return found[0] if found else sys.exit(f"no browser: {', '.join(names)}")


def run(program, *arguments):
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr",
                   "--disable-background-networking", "--no-first-run", f"--user-data-dir={profile}"]
        done = subprocess.run([program, *options, *arguments], capture_output=True, text=True, timeout=300)
    complaints = [line for line in done.stderr.splitlines() if any(words in line for words in COMPLAINTS)]
    assert not complaints, complaints
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def brightness(picture):
    done = subprocess.run(["identify", "-format", "%[fx:mean]", picture], capture_output=True, text=True, check=True)
    return float(done.stdout)


def words(text):
    """Letters and digits only: a PDF breaks and hyphenates lines, and some fonts write ff in one sign."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


def shown(element):
    return "".join(element.itertext())


def parsed(page):
    return html5lib.parse(page, namespaceHTMLElements=False)


def check_print(page, pdf):
    pages = [page.extract_text() for page in PdfReader(pdf).pages]
    assert pages and all(page.strip() for page in pages), f"{pdf}: an empty page"
    printed = words("".join(pages))
    headline = words(shown(page.find(".//h1")))
    assert headline and headline in printed, f"{pdf}: no headline"
    speakers = [words(shown(card.find("p/b"))) for card in page.iter("li") if card.find("p/b") is not None]
    for speaker in speakers:
        assert speaker in printed, f"{pdf}: {speaker} is missing"
    return len(pages)


def main():
    program, folder = browser(), Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for report in map(Path, sys.argv[2:]):
        address = report.resolve().as_uri()
        light, dark, narrow, pdf = (folder / f"{report.stem}{end}" for end in (".light.png", ".dark.png", ".narrow.png", ".pdf"))
        run(program, "--window-size=1280,1600", f"--screenshot={light}", address)
        run(program, "--window-size=1280,1600", "--blink-settings=preferredColorScheme=0", f"--screenshot={dark}", address)
        run(program, "--window-size=500,1600", f"--screenshot={narrow}", address)
        run(program, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", address)
        page, saved = parsed(report.read_text(encoding="utf-8")), parsed(run(program, "--dump-dom", address))
        assert page.find(".//script").text == saved.find(".//script").text, f"{report}: other data when saved"
        assert 0.8 < brightness(light) and brightness(dark) < 0.3, (brightness(light), brightness(dark))
        print(f"{report.name}: {check_print(page, pdf)} pages")


if __name__ == "__main__":
    main()
