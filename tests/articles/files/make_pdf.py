"""Writes the PDF samples from the texts in pdf-sources; run in this folder.

Needs LibreOffice, Chromium, pdfLaTeX with babel-german and METAFONT, Ghostscript, qpdf,
and from PyPI typst, weasyprint, reportlab and fpdf2. The texts are our own (CC0).
"""

import os
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent.resolve()
OUT = HERE / "pdf"
SERIF = "/usr/share/fonts/truetype/liberation/LiberationSerif-{}.ttf"


def run(*command, **options):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "FORCE_SOURCE_DATE": "1", "TZ": "UTC"}
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
    subprocess.run(command, check=True, env=environment, **options)


def source(name):
    lines = (HERE / "pdf-sources" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(": ", 1) for line in lines]
    return {kind: text for kind, text in pairs if kind in ("title", "byline")}, [
        (kind, text) for kind, text in pairs if kind not in ("title", "byline")
    ]


# Web pages: Chromium and WeasyPrint.


def page(name, style, header=""):
    about, blocks = source(name)
    tags = {"kicker": "p class=kicker", "headline": "h1", "lead": "p class=lead", "subheading": "h2", "paragraph": "p", "caption": "p class=caption"}
    element = lambda kind, text: f"<{tags[kind]}>{text}</{tags[kind].split()[0]}>"
    body = "".join(element(*block) for block in blocks)
    body = re.sub("</h1>", "</h1><div class=text>", body)
    return (
        f"<!DOCTYPE html><html lang=de><meta charset=utf-8><title>{about['title']}</title><meta name=author content='{about['byline']}'>"
        "<style>@page{size:A5;margin:18mm}body{font-family:'Liberation Serif';font-size:10.5pt;margin:0}p{text-align:justify;hyphens:auto}"
        f".lead{{font-weight:bold}}.caption{{font-size:8pt}}{style}</style>{header}{body}</div></html>"
    )


NEWSPAPER = (
    "@page{size:A5;margin:20mm 15mm}@page:left{@top-left{content:counter(page) '  Lokales'}}@page:right{@top-right{content:'Ellerbrücker Anzeiger  ' counter(page)}}"
    ".kicker{text-transform:none;color:#a00;margin:0;font-size:9pt}h1{margin:0 0 3mm}.text{columns:2;column-gap:6mm}.text p{margin:0;text-indent:1em}"
    ".lead,.caption{text-indent:0!important}.lead{margin-bottom:3mm!important}.caption{border-top:20mm solid #ccc;text-align:left!important;margin:2mm 0!important}"
    ".lead+p{text-indent:0}h2{font-size:11pt;margin:2mm 0}sup{font-size:6pt}"
)
INITIAL = ".lead+p::first-letter{float:left;font-size:31pt;line-height:24pt;padding-right:1mm}"
COLUMNS = ".text{columns:3;column-gap:5mm}@page{size:A4;margin:15mm}p{margin:0;text-indent:1em}h2{font-size:12pt}"
RUNNING = (
    "@page{@top-left{content:'Falkenroder Bote';font-size:8pt}@top-right{content:'Lokales';font-size:8pt}"
    "@bottom-center{content:'Seite ' counter(page) ' von ' counter(pages);font-size:8pt}}"
)


def chromium(name, html, folder):
    path = folder / f"{name}.html"
    path.write_text(html, encoding="utf-8")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={OUT}/{name}.pdf", str(path))


def printed(name, html, folder):
    """As a reader prints it from a website, with the date, the title and the address in the margins."""
    import functools
    import http.server
    import threading

    (folder / "wochenmarkt-zieht-um").write_text(html, encoding="utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    http.server.SimpleHTTPRequestHandler.log_message = lambda *_: None
    http.server.SimpleHTTPRequestHandler.extensions_map = {"": "text/html"}
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--host-resolver-rules=MAP anzeiger.example 127.0.0.1:{server.server_port}",
            f"--print-to-pdf={OUT}/{name}.pdf", "http://anzeiger.example/wochenmarkt-zieht-um",
        )
        server.shutdown()


def weasyprint(name, html):
    import weasyprint

    weasyprint.HTML(string=html).write_pdf(OUT / f"{name}.pdf")


# LibreOffice.


def odt(name, columns):
    about, blocks = source(name)
    styles = {"headline": "H", "lead": "L", "subheading": "U", "paragraph": "P"}
    paragraph = lambda kind, text: f'<text:p text:style-name="{styles[kind]}">{text}</text:p>'
    section = '<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.6cm"><style:column style:rel-width="1*"/><style:column style:rel-width="1*"/></style:columns></style:section-properties></style:style>'
    start, end = ('<text:section text:style-name="S" text:name="T">', "</text:section>") if columns else ("", "")
    style = lambda key, size, more, text: f'<style:style style:name="{key}" style:family="paragraph"><style:paragraph-properties {more}/><style:text-properties style:font-name="F" fo:font-size="{size}pt" fo:language="de" fo:country="DE" {text}/></style:style>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{about['title']}</dc:title><meta:initial-creator>{about['byline']}</meta:initial-creator><dc:creator>{about['byline']}</dc:creator></office:meta>"
        '<office:font-face-decls><style:font-face style:name="F" svg:font-family="Liberation Serif"/></office:font-face-decls><office:automatic-styles>'
        + style("H", 20, 'fo:margin-bottom="0.4cm"', 'fo:font-weight="bold"')
        + style("L", 10.5, 'fo:margin-bottom="0.3cm"', 'fo:font-weight="bold"')
        + style("U", 12, 'fo:margin-top="0.3cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', 'fo:font-weight="bold"')
        + style("P", 10.5, 'fo:text-align="justify" fo:text-indent="0.5cm" fo:orphans="2" fo:widows="2"', 'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"')
        + (section if columns else "")
        + "</office:automatic-styles><office:body><office:text>"
        + paragraph(*blocks[0]) + start + "".join(paragraph(*block) for block in blocks[1:]) + end
        + "</office:text></office:body></office:document>"
    )


def writer(name, text, folder):
    path = folder / f"{name}.fodt"
    path.write_text(text, encoding="utf-8")
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(OUT), str(path))


# LaTeX.


def latex(name, text, preamble, folder):
    about, blocks = source(text)
    quotes = str.maketrans({"„": '"`', "“": "\"'", "–": "--"})
    written = {
        "headline": "\\twocolumn[\\begin{{flushleft}}\\huge\\bfseries {}\\end{{flushleft}}]" if "twocolumn" in preamble else "{{\\huge\\bfseries\\noindent {}\\par}}\\bigskip",
        "lead": "{{\\bfseries\\noindent {}\\par}}\\medskip",
        "subheading": "\\section*{{{}}}",
        "paragraph": "{}\n",
    }
    body = "\n".join(written[kind].format(words.translate(quotes)) for kind, words in blocks)
    path = folder / f"{name}.tex"
    path.write_text(
        preamble
        + f"\\usepackage[pdftitle={{{about['title']}}},pdfauthor={{{about['byline']}}}]{{hyperref}}" * ("hyperref" not in preamble)
        + "\\begin{document}\\raggedbottom\n" + body + "\n\\end{document}\n",
        encoding="utf-8",
    )
    run("pdflatex", "-interaction=batchmode", f"-output-directory={folder}", str(path))
    (OUT / f"{name}.pdf").write_bytes((folder / f"{name}.pdf").read_bytes())


GEOMETRY = "\\usepackage[a5paper,margin=17mm]{geometry}"
OT1 = "\\documentclass[twocolumn,10pt]{article}\\usepackage[utf8]{inputenc}\\usepackage[ngerman]{babel}" + GEOMETRY
T1 = "\\pdfpkresolution=300\\documentclass[10pt]{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage[ngerman]{babel}\\pagestyle{myheadings}\\markright{Falkenroder Bote}" + GEOMETRY


# Typst, ReportLab, fpdf2.


def typst_sample(name, text):
    import typst

    about, blocks = source(text)
    written = {"headline": "#place(top, scope: \"parent\", float: true)[= {}]", "lead": "*{}*", "subheading": "== {}", "paragraph": "{}"}
    body = "\n\n".join(written[kind].format(words.replace("„", "#[„]").replace("“", "#[“]")) for kind, words in blocks)
    document = (
        f'#set document(title: "{about["title"]}", author: "{about["byline"]}", date: datetime(year: 2024, month: 2, day: 9))\n'
        '#set page(paper: "a4", columns: 2, margin: 25mm, header: [Falkenroder Bote #h(1fr) Lokales], numbering: "1")\n'
        '#set text(lang: "de", size: 11pt, hyphenate: true)\n#set par(justify: true)\n'
    )
    (OUT / f"{name}.pdf").write_bytes(typst.compile((document + body).encode()))


def reportlab_sample(name, text):
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    about, blocks = source(text)
    style = lambda font, size, space: ParagraphStyle("s", fontName=font, fontSize=size, leading=1.25 * size, spaceBefore=space, spaceAfter=space, alignment=4 if size < 11 else 0)
    styles = {"headline": style("Times-Bold", 20, 6), "lead": style("Times-Bold", 10.5, 5), "subheading": style("Times-Bold", 12, 6), "paragraph": style("Times-Roman", 10, 4)}
    number = lambda canvas, document: canvas.drawCentredString(210, 25, f"– {document.page} –")
    document = SimpleDocTemplate(str(OUT / f"{name}.pdf"), pagesize=A5, title=about["title"], author=about["byline"], invariant=1)
    document.build([Paragraph(words, styles[kind]) for kind, words in blocks], onFirstPage=number, onLaterPages=number)


def fpdf_sample(name, text):
    import datetime

    import fpdf

    about, blocks = source(text)
    document = fpdf.FPDF(format="A5")
    document.set_creation_date(datetime.datetime(2024, 2, 9, tzinfo=datetime.timezone.utc))
    document.set_title(about["title"])
    document.set_author(about["byline"])
    document.add_font("F", "", SERIF.format("Regular"))
    document.add_font("F", "B", SERIF.format("Bold"))
    document.add_page()
    sizes = {"headline": ("B", 20), "lead": ("B", 10), "subheading": ("B", 12), "paragraph": ("", 10)}
    with document.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        for kind, words in blocks:
            weight, size = sizes[kind]
            document.set_font("F", weight, size)
            with columns.paragraph(text_align="L" if 10 < size else "J", bottom_margin=3) as paragraph:
                paragraph.write(words)
    document.output(str(OUT / f"{name}.pdf"))


def main():
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        writer("faehre-writer", odt("faehre", False), folder)
        writer("faehre-writer-columns", odt("faehre", True), folder)
        chromium("faehre-chromium", page("faehre", ""), folder)
        chromium("faehre-chromium-columns", page("faehre", COLUMNS), folder)
        weasyprint("markt-weasyprint-newspaper", page("markt", NEWSPAPER).replace("m²", "m<sup>2</sup>").replace("Marktmeisterin", "Marktmeisterin<sup>1</sup>"))
        printed("markt-chromium-printed", page("markt", re.sub("@page.*}}", "@page{size:A5}", NEWSPAPER) + INITIAL), folder)
        weasyprint("bahn-weasyprint-columns", page("bahn", COLUMNS.replace("A4", "A5").replace("columns:3", "columns:2") + RUNNING))
        latex("faehre-latex-ot1", "faehre", OT1, folder)
        latex("bahn-latex-t1", "bahn", T1, folder)
        typst_sample("bahn-typst", "bahn")
        reportlab_sample("faehre-reportlab", "faehre")
        fpdf_sample("bahn-fpdf-columns", "bahn")
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={OUT}/faehre-ghostscript.pdf", f"{OUT}/faehre-writer-columns.pdf")
        run("qpdf", "--object-streams=generate", "--deterministic-id", f"{OUT}/faehre-reportlab.pdf", f"{OUT}/faehre-qpdf.pdf")
        run("qpdf", "--encrypt", "", "geheim", "256", "--", f"{OUT}/faehre-reportlab.pdf", f"{OUT}/faehre-owner-password.pdf")
        refused = HERE / "pdf-refused"
        refused.mkdir(exist_ok=True)
        run("qpdf", "--encrypt", "geheim", "geheim", "256", "--", f"{OUT}/faehre-reportlab.pdf", f"{refused}/encrypted.pdf")
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfimage8", "-r40", f"-sOutputFile={refused}/scan.pdf", f"{OUT}/faehre-chromium.pdf")


if __name__ == "__main__":
    main()
