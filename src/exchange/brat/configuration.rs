//! What brat has to know of our labels, and how it draws them.

/// `annotation.conf`: labels, and what may stand in which relation. `<OVERLAP>` allows marks inside and across each other.
pub(super) const ANNOTATION: &str = "\
# Wortlaut: names, statements, and who said them.

[entities]
Person
Organisation
Location
Other
Role
Date
Time
Duration
Amount
!Statement
\tStatement_direct
\tStatement_indirect
\tStatement_reported
\tStatement_free_indirect
\tStatement_indirect_free_indirect
Cue
Voice

[relations]
<STATEMENT>=Statement_direct|Statement_indirect|Statement_reported|Statement_free_indirect|Statement_indirect_free_indirect
<WHO>=Person|Organisation|Location|Other|Role|Voice
SaidBy\tArg1:<STATEMENT>, Arg2:<WHO>
SaidTo\tArg1:<STATEMENT>, Arg2:<WHO>
Via\tArg1:<STATEMENT>, Arg2:<WHO>
CueOf\tArg1:Cue, Arg2:<STATEMENT>
PartOf\tArg1:<STATEMENT>, Arg2:<STATEMENT>
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Form\tArg:<ENTITY>, Value:name|derived|part|description|pronoun
Verdict\tArg:<ENTITY>, Value:accepted|changed|added
Key\tArg:<ENTITY>
Medium\tArg:<ENTITY>, Value:writing|thought
Stance\tArg:<ENTITY>, Value:distancing|endorsing
";

/// `visual.conf`: names in full and in short, and colours.
pub(super) const VISUAL: &str = "\
[labels]
Person | Person | Pers | P
Organisation | Organisation | Org | O
Location | Ort | Ort
Other | Sonstiges | Sonst | S
Role | Rolle | Rolle | R
Date | Datum | Dat | D
Time | Uhrzeit | Zeit | Z
Duration | Dauer | Dau
Amount | Menge | Mge | M
Statement | Aussage | Auss
Statement_direct | direkte Rede | direkt
Statement_indirect | indirekte Rede | indirekt
Statement_reported | berichtete Rede | berichtet
Statement_free_indirect | freie indirekte Rede | frei ind
Statement_indirect_free_indirect | indirekte freie Rede | ind frei
Cue | Redeverb | Verb
Voice | Stimme | Stimme
SaidBy | sagt | sagt
SaidTo | zu | zu
Via | laut | laut
CueOf | Verb zu | zu
PartOf | in | in

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken
ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5
ATTRIBUTE_DEFAULT\tglyph:*
Person\tbgColor:#a9c7f0
Organisation\tbgColor:#f2c48d
Location\tbgColor:#a8d8a8
Other\tbgColor:#d8b8e8
Role\tbgColor:#dddddd
Date\tbgColor:#eeeeee
Time\tbgColor:#eeeeee
Duration\tbgColor:#eeeeee
Amount\tbgColor:#eeeeee
Statement_direct\tbgColor:#fff2a8
Statement_indirect\tbgColor:#fff7cc
Statement_reported\tbgColor:#fffae0
Statement_free_indirect\tbgColor:#fffae0
Statement_indirect_free_indirect\tbgColor:#fffae0
Cue\tbgColor:#f4b6b6
Voice\tbgColor:#cfe0ff
CueOf\tcolor:gray, dashArray:3-3
PartOf\tcolor:gray
";
