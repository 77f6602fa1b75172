"""CoNLL-2002, with seqeval and `spacy convert -c ner`. Words have no white space between them there."""

import contextlib
import io
import tempfile
from pathlib import Path

import spacy
from seqeval.metrics.sequence_labeling import get_entities
from spacy.cli.convert import convert
from spacy.tokens import DocBin

from words import NAMES, names

ENDINGS = {"name": "", "derived": "deriv", "part": "part"}


def read(folder, stem):
    path = folder / f"{stem}.conll"
    sentences = [[line.split(" ") for line in block.split("\n")]
                 for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n")]
    assert all(len(row) == 2 for sentence in sentences for row in sentence)
    by_seqeval = []
    for sentence in sentences:
        for label, first, last in get_entities([tag for _, tag in sentence]):
            by_seqeval.append((label, "".join(word for word, _ in sentence[first:last + 1])))
    by_spacy, n_sentences = [], 0
    with tempfile.TemporaryDirectory() as out, contextlib.redirect_stdout(io.StringIO()):
        convert(path, Path(out), file_type="spacy", n_sents=1, seg_sents=False, morphology=False, merge_subtokens=False,
                converter="ner", ner_map=None, lang="de", concatenate=False, silent=True, msg=None)
        docs = DocBin().from_disk(Path(out) / f"{stem}.spacy").get_docs(spacy.blank("de").vocab)
        for doc in docs:
            n_sentences += len(list(doc.sents))
            by_spacy += [(entity.label_, "".join(token.text for token in entity)) for entity in doc.ents]
    assert n_sentences == len(sentences), f"{n_sentences} sentences of {len(sentences)}"
    assert sorted(by_spacy) == sorted(by_seqeval)
    return {"mentions": by_spacy}


def expected(data):
    """Names only, flat, widened to words; what shows nothing is replaced."""
    text = data["document"]["text"]
    found = []
    for start, end, mention in names(data):
        words = "".join(text[start:end].split())
        words = "".join("\ufffd" if ord(c) < 32 or 127 <= ord(c) < 160 or c == "\ufeff" else c for c in words)
        found.append((NAMES[mention["type"]] + ENDINGS[mention["form"]], words))
    return {"mentions": found}
