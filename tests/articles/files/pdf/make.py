"""Writes the PDF samples and what is expected of them; run in this folder.

Needs LibreOffice, Chromium, Ghostscript and qpdf.
The text is our own (CC0).
"""

import os
import pathlib
import subprocess
import tempfile

HEADLINE = "Möwenstedt bekommt seine Fähre zurück"
SUBHEADING = "Streit um die Kosten"
BEFORE = [
    "Nach sechs Jahren Pause soll im Frühjahr wieder eine Fähre zwischen Möwenstedt und der Insel Grünoog verkehren. Das beschloss der Stadtrat am Dienstagabend nach einer ungewöhnlich langen Aussprache mit großer Mehrheit.",
    "„Wir haben den Bürgerinnen und Bürgern versprochen, dass niemand auf der Insel abgehängt wird“, sagte Bürgermeisterin Käthe Öhlschläger nach der Abstimmung. Die Nord- und Südseite des Hafens müssten dafür allerdings gründlich überholt werden, ebenso die Anlegebrücken und die Straßenbeleuchtung.",
    "Das Schiff baut eine Werft in Süderhafen. Es fasst hundertzwanzig Fahrgäste und zwanzig Fahrräder. Im Winter fährt es dreimal am Tag, im Sommer stündlich zwischen sechs Uhr morgens und zehn Uhr abends.",
]
AFTER = [
    "Umstritten bleibt, wer die Betriebskosten übernimmt. Der Landkreis will höchstens ein Drittel zahlen, die Oppositionsführerin Jördis Weiß fordert dagegen eine Beteiligung der Kurverwaltung. „Wer von den Übernachtungsgästen lebt, der muss auch für die Überfahrt aufkommen“, sagte sie.",
    "Der Geschäftsführer der Kurverwaltung, Ole Brüggemann, wies das zurück. Die Gästekarte sei schon heute teurer als in den Nachbargemeinden. Über die endgültige Verteilung entscheidet der Kreistag voraussichtlich im November.",
]


def run(*command, **options):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, **options)


def page(style, around=""):
    paragraphs = lambda texts: "".join(f"<p>{text}</p>" for text in texts)
    return (
        f"<!DOCTYPE html><html lang=de><meta charset=utf-8><title>{HEADLINE}</title><meta name=author content='Imke Saß'>"
        f"<style>@page{{size:A5;margin:18mm}}body{{font-family:'Liberation Serif';font-size:10.5pt;margin:0}}p{{text-align:justify;hyphens:auto}}{style}</style>"
        f"<h1>{HEADLINE}</h1>{around}<div class=text>{paragraphs(BEFORE)}<h2>{SUBHEADING}</h2>{paragraphs(AFTER)}</div></html>"
    )


def chromium(name, html, folder):
    source = folder / f"{name}.html"
    source.write_text(html, encoding="utf-8")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={name}.pdf", str(source), stderr=subprocess.DEVNULL)


def odt(columns):
    section = '<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.6cm"><style:column style:rel-width="1*"/><style:column style:rel-width="1*"/></style:columns></style:section-properties></style:style>'
    start, end = ('<text:section text:style-name="S" text:name="T">', "</text:section>") if columns else ("", "")
    p = lambda style, texts: "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for text in texts)
    style = lambda name, size, more, text: f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {more}/><style:text-properties style:font-name="F" fo:font-size="{size}pt" fo:language="de" fo:country="DE" {text}/></style:style>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{HEADLINE}</dc:title><meta:initial-creator>Imke Saß</meta:initial-creator><dc:creator>Imke Saß</dc:creator></office:meta>"
        '<office:font-face-decls><style:font-face style:name="F" svg:font-family="Liberation Serif"/></office:font-face-decls><office:automatic-styles>'
        + style("H", 20, 'fo:margin-bottom="0.4cm"', 'fo:font-weight="bold"')
        + style("U", 12, 'fo:margin-top="0.3cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', 'fo:font-weight="bold"')
        + style("P", 10.5, 'fo:text-align="justify" fo:text-indent="0.5cm" fo:orphans="2" fo:widows="2"', 'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"')
        + (section if columns else "")
        + "</office:automatic-styles><office:body><office:text>"
        + p("H", [HEADLINE]) + start + p("P", BEFORE) + p("U", [SUBHEADING]) + p("P", AFTER) + end
        + "</office:text></office:body></office:document>"
    )


def expected(name):
    blocks = [("headline", HEADLINE)] + [("paragraph", text) for text in BEFORE] + [("subheading", SUBHEADING)] + [("paragraph", text) for text in AFTER]
    lines = [f"{kind}: {text}" for kind, text in blocks]
    has_metadata = name in ("writer", "writer-columns", "rewritten")
    lines += [f"title: {HEADLINE}"] + (["byline: Imke Saß"] if has_metadata else [])
    pathlib.Path(f"{name}.expected").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name, columns in [("writer", False), ("writer-columns", True)]:
            source = folder / f"{name}.fodt"
            source.write_text(odt(columns), encoding="utf-8")
            run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", str(source))
        chromium("chromium", page(""), folder)
        chromium("chromium-columns", page(".text{columns:3;column-gap:5mm}@page{size:A4;margin:15mm}p{margin:0;text-indent:1em}h2{font-size:12pt}"), folder)
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=rewritten.pdf", "writer.pdf")
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfimage8", "-r40", "-sOutputFile=scan.pdf", "chromium.pdf")
        run("qpdf", "--encrypt", "geheim", "geheim", "256", "--", "writer.pdf", "encrypted.pdf")
        run("qpdf", "--encrypt", "", "geheim", "256", "--", "writer.pdf", "owner.pdf")
    for name in ["writer", "writer-columns", "chromium", "chromium-columns", "rewritten"]:
        expected(name)


main()
