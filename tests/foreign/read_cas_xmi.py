"""UIMA CAS XMI, with dkpro-cassis and its type system. Characters that XML forbids are U+FFFD there."""

import re

import read_cas_json
from cassis import load_cas_from_xmi, load_typesystem

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read(folder, stem):
    types = load_typesystem((folder / "TypeSystem.xml").read_bytes().decode())
    file = (folder / f"{stem}.xmi").read_text(encoding="utf-8")
    return read_cas_json.found(file, lambda file: load_cas_from_xmi(file, typesystem=types))


def expected(data):
    def allowed(value):
        if isinstance(value, str):
            return FORBIDDEN.sub("\ufffd", value)
        if isinstance(value, dict):
            return {key: allowed(one) for key, one in value.items()}
        return [allowed(one) for one in value] if isinstance(value, list) else value

    return read_cas_json.expected(allowed(data))
