"""Puts the rows that run.sh printed into README.md: figures.py ROWS…; a longer run of a target replaces a shorter one."""
import pathlib
import sys

readme = pathlib.Path(__file__).with_name("README.md")
head, mark, old = readme.read_text(encoding="utf-8").partition("| target |")
lines = old.splitlines()
for name in sys.argv[1:]:
    lines += pathlib.Path(name).read_text(encoding="utf-8").splitlines()
rows = {}
for line in lines:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    # A target that stopped early has no figures worth keeping.
    if len(cells) != 10 or not all(cell.isdigit() for cell in cells[1:]):
        continue
    known = rows.get(cells[0])
    if known is None or int(known[2]) <= int(cells[2]):
        rows[cells[0]] = cells
columns = "target, executions, seconds, of the processor, edges (cov), features (ft), corpus, slowest (s), peak (MB), found"
table = [columns.split(", "), ["---"] * 10]
table += sorted(rows.values(), key=lambda row: (-(int(row[2]) // 60), row[0]))
body = "".join(f"| {' | '.join(row)} |\n" for row in table)
readme.write_text(head + body, encoding="utf-8")
