#!/bin/sh
# Makes the samples of office documents and books from the sources in office/, which are ours (CC0).
# LibreOffice 7.4 (soffice) and pandoc 2.17; the tests need neither.
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1772409600
mkdir -p docx odt epub
build=$(mktemp -d)
trap 'rm -r "$build"' EXIT
# writer SOURCE TARGET FILTER: what LibreOffice makes of a file; a name of its own, since it takes the name of the source.
writer() {
    cp "$1" "$build/"
    soffice -env:UserInstallation="file://$build/profile" --headless --convert-to "$3" --outdir "$build/out" "$build/$(basename "$1")" >&2
    from=$(basename "$1")
    mv "$build/out/${from%.*}.${2##*.}" "$2"
}
cd office
pandoc bericht.md -o ../docx/pandoc.docx
pandoc bericht.md -o ../odt/pandoc.odt
pandoc bericht.md -o ../epub/pandoc-3.epub -t epub3
pandoc buch.md -o ../epub/pandoc-2.epub -t epub2
pandoc buch.md -o ../epub/buch.epub -t epub3 --toc
cd ..
writer office/aenderungen.fodt docx/writer.docx docx
writer office/aenderungen.fodt odt/writer.odt odt
writer office/aenderungen.fodt epub/writer.epub epub
cp office/aenderungen.fodt odt/flat.fodt
writer office/netz.html docx/netz.docx docx:"MS Word 2007 XML"
writer office/netz.html odt/netz.odt odt:writer8
writer docx/netz.docx epub/netz.epub epub
writer office/schlicht.txt docx/schlicht.docx docx:"MS Word 2007 XML"
writer office/schlicht.txt odt/schlicht.odt odt:writer8
writer docx/pandoc.docx odt/from-word.odt odt
writer odt/pandoc.odt docx/from-odt.docx docx:"Office Open XML Text"
