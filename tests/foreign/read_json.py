"""Our own JSON, with Python's json and the JSON Schema."""

import json
from pathlib import Path

from check import all_of
from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parents[2] / "assets/schema/wortlaut-1.schema.json"


def read(folder, stem):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    data = json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(data)
    return all_of(data)
