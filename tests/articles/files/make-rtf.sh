#!/bin/sh
# Makes the Rich Text files in rtf/ with LibreOffice 7.4 and pandoc 2.17, from texts written here; run in this folder.
set -eu
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cat > "$work/insel.html" <<'END'
<html><head><title>Insel ohne Strom</title><meta name="author" content="Erika Muster"><meta name="created" content="2016-12-08T15:30:00"></head><body>
<h1>Insel ohne Strom</h1>
<p>Auf Spiekeroog ist am Donnerstag der Strom ausgefallen. „Wir arbeiten die ganze Nacht“, sagte Technikerin Änne Öhlmann.</p>
<h2>Hotels heizen mit Holz</h2>
<p>Drei Hotels nahmen Gäste auf. Der <a href="https://example.org/hafen">Hafen</a> blieb geöffnet.</p>
<ul><li>Schule: geschlossen</li><li>Fähre: fährt</li></ul>
<table><tr><td>Gäste</td><td>120</td></tr><tr><td>Helfer</td><td>14</td></tr></table>
</body></html>
END
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "rtf:Rich Text Format" --outdir "$work" "$work/insel.html" > /dev/null

cat > "$work/muehle.txt" <<'END'
Mühle zieht um

Von Anna Beispiel

Die alte Mühle von Pewsum wird Stein für Stein abgebaut.

„Das hat es hier noch nie gegeben“, sagte Müller Jörg Größe.

Im Frühjahr soll sie am Deich wieder stehen. (dpa)
END
soffice --headless "-env:UserInstallation=file://$work/profile" --infilter="Text (encoded):UTF8" --convert-to "rtf:Rich Text Format" --outdir "$work" "$work/muehle.txt" > /dev/null

cat > "$work/wolf.md" <<'END'
# Wolf reißt drei Schafe

Bei Jever hat ein Wolf drei Schafe gerissen.[^1] „Das darf nicht sein“, sagte Schäfer Ömer Şahin – und stellte einen Zaun auf.

## Was das Amt sagt

Das Amt prüfe den Fall, teilte *Sprecherin* **Łucja Dvořák** mit. 🐺

> Niemand muss Angst haben.

[^1]: Diese Fußnote gehört nicht zum Text.
END
pandoc -s "$work/wolf.md" -o "$work/wolf.rtf"
pandoc "$work/insel.html" -s -o "$work/insel-pandoc.rtf"

# A Word file of another program, opened and saved by LibreOffice: header, footer, footnote, title style.
cat > "$work/rat.md" <<'END'
---
title: Rat streitet über Bäume
author: Bert Muster
---

Der Rat von Wittmund streitet über vierzig Bäume.[^1]

# Streit seit Jahren

„Die Bäume bleiben stehen“, sagte Bürgermeister Claas Ahlers.

[^1]: Nicht zum Lesen.
END
pandoc "$work/rat.md" -o "$work/rat.docx"
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "rtf:Rich Text Format" --outdir "$work" "$work/rat.docx" > /dev/null

# WordPad's form, as it has been since 1995.
printf '%s\r\n' '{\rtf1\ansi\ansicpg1252\deff0\nouicompat\deflang1031{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fnil\fcharset238 Calibri;}}' \
  '{\*\generator Riched20 10.0.19041}\viewkind4\uc1 ' \
  '\pard\sa200\sl276\slmult1\b\f0\fs28\lang7 F\'"'"'e4hre nach Prag\b0\fs22\par' \
  'Die F\'"'"'e4hre hei\'"'"'dft nun \ldblquote Pra\f1\'"'"'9esk\'"'"'fd most\f0\rdblquote , sagte Reeder Jan Peters.\par' \
  'Sie f\'"'"'e4hrt ab M\'"'"'e4rz \endash  jeden Tag.\par' '}' > "$work/wordpad.rtf"

mkdir -p rtf
cp "$work"/*.rtf rtf/
# What changes with time and place of the making.
sed -i 's/\\yr[0-9]*\\mo[0-9]*\\dy[0-9]*\\hr[0-9]*\\min[0-9]*/\\yr2016\\mo12\\dy8\\hr15\\min30/g; s/{\\\*\\generator [^}]*}//' rtf/*.rtf
