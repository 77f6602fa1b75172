"""Makes the subtitles in subtitles/ with pysubs2 1.8 and webvtt-py 0.6, and two as live programs write them.

    python3 make_subtitles.py        in this folder
"""

from pathlib import Path

import pysubs2
import webvtt

HERE = Path(__file__).parent / "subtitles"

CUES = [
    (1000, 3500, "{\\i1}Seit Tagen regnet es{\\i0}\\Nan der ganzen Küste."),
    (3600, 6000, "„Der Deich hält“, sagte\\NDeichgräfin Grete Ölrich."),
    (6100, 9000, "Die Landes-\\Nregierung schickt Helfer."),
    (15000, 17000, "[Musik]"),
    (18000, 21000, "In Leer wurde eine Brücke gesperrt."),
]


def subtitles():
    subs = pysubs2.SSAFile()
    for start, end, text in CUES:
        subs.append(pysubs2.SSAEvent(start=start, end=end, text=text))
    return subs


subtitles().save(HERE / "pysubs.srt", keep_ssa_tags=False)
subtitles().save(HERE / "windows.srt", encoding="windows-1252")
subtitles().save(HERE / "pysubs.vtt")

talk = webvtt.WebVTT()
for start, end, text in [
    ("00:00:01.000", "00:00:03.000", "<v Anna Bäcker>Frau Ölrich, hält der Deich?"),
    ("00:00:03.500", "00:00:06.000", "<v Grete Ölrich>Er hält.\nWir haben ihn &amp; die Schleuse geprüft."),
    ("00:00:06.500", "00:00:09.000", "<v Grete Ölrich>Niemand muss gehen."),
    ("00:00:09.500", "00:00:11.000", "<v Anna Bäcker>Danke."),
]:
    talk.captions.append(webvtt.Caption(start, end, text))
talk.save(str(HERE / "talk.vtt"))

(HERE / "live.vtt").write_text("""WEBVTT
Kind: captions
Language: de

00:00:01.000 --> 00:00:03.000 align:start position:0%
 
Die<00:00:01.500><c> Fähre</c><00:00:02.000><c> nach</c><00:00:02.500><c> Juist</c>

00:00:03.000 --> 00:00:03.010 align:start position:0%
Die Fähre nach Juist
 

00:00:03.010 --> 00:00:05.000 align:start position:0%
Die Fähre nach Juist
fährt<00:00:03.500><c> heute</c><00:00:04.000><c> nicht.</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
fährt heute nicht.
 
""", "utf-8")

(HERE / "dialog.srt").write_bytes("""1
00:00:01,000 --> 00:00:03,000
- Wann kommt das Wasser?
- Gegen Mitternacht.

2
00:00:03,200 --> 00:00:05,000
<font color="#ffff00">Dann bleiben wir wach.</font>

3
00:00:05,200 --> 00:00:07,000
♪ ♪
""".replace("\n", "\r\n").encode("utf-8-sig"))
