#!/bin/sh
# Makes the samples of web pages and Markdown from the sources in office/ and web/, which are ours (CC0).
# pandoc 2.17, LibreOffice 7.4 (soffice), Chromium, Asciidoctor 2.0; Python packages docutils 0.23, markdown 3.11,
# html2text 2025.4, markdownify 1.2 and trafilatura 2.3. The tests need none of them.
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1772409600
python=${PYTHON:-python3}
mkdir -p html markdown
build=$(mktemp -d)
trap 'rm -r "$build"' EXIT

pandoc -s office/bericht.md -t html5 -o html/pandoc.html
pandoc -s office/bericht.md -t html4 -o html/pandoc-4.html
asciidoctor -a linkcss -a stylesheet! -o html/asciidoctor.html web/deich.adoc
"$python" -m docutils --writer=html5 --stylesheet= web/foehre.rst html/docutils.html
for filter in "HTML (StarWriter)" "XHTML Writer File"; do
    soffice -env:UserInstallation="file://$build/profile" --headless --convert-to "html:$filter" --outdir "$build" office/aenderungen.fodt >&2
    name=html/writer.html
    [ "$filter" = "HTML (StarWriter)" ] || name=html/writer-xhtml.html
    mv "$build/aenderungen.html" "$name"
done
chromium --headless --no-sandbox --disable-gpu --log-level=3 --user-data-dir="$build/chromium" --dump-dom "file://$PWD/office/netz.html" >html/chromium.html

pandoc -s office/bericht.md -t markdown -o markdown/pandoc.md
pandoc -s office/bericht.md -t gfm -o markdown/gfm.md
pandoc -s office/bericht.md -t markdown_mmd -o markdown/multimarkdown.md
pandoc -s office/netz.html -t commonmark_x --wrap=none -o markdown/commonmark.md
"$python" -m html2text office/netz.html utf-8 >markdown/html2text.md
markdownify="import markdownify, sys; sys.stdout.write(markdownify.markdownify(sys.stdin.read(), heading_style=\"ATX\"))"
"$python" -c "$markdownify" <office/netz.html >markdown/markdownify.md
"$python" -m trafilatura.cli --markdown --with-metadata --formatting <html/docutils.html >markdown/trafilatura.md
