"""Label Studio, with its SDK: the labelling configuration is parsed, predictions and annotations are checked against it,
and its converter writes them as plain JSON, from which they are read. Both together are what is shown."""

import contextlib
import io
import json
import tempfile
from pathlib import Path

import read_regions
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

expected = read_regions.expected


def read(folder, stem):
    configuration = (folder / "label-studio.xml").read_text(encoding="utf-8")
    path = folder / f"{stem}.label-studio.json"
    (task,) = json.loads(path.read_text(encoding="utf-8"))
    interface = LabelInterface(configuration)
    interface.validate()
    assert interface.get_object("text").value_name in task["data"]
    results = []
    for prediction in task["predictions"]:
        assert interface.validate_prediction(prediction, return_errors=True) == []
        results += prediction["result"]
    for annotation in task["annotations"]:
        assert interface.validate_annotation(annotation)
        results += annotation["result"]
    converted(configuration, task)
    text = task["data"]["text"]
    regions = {}
    for one in results:
        if one["type"] == "labels":
            value = one["value"]
            assert text[value["start"]:value["end"]] == value["text"]
            name = one.get("meta", {}).get("entity")
            regions[one["id"]] = (value["labels"][0], value["start"], value["end"], name)
    relations = [(one["labels"][0], one["from_id"], one["to_id"]) for one in results if one["type"] == "relation"]
    return read_regions.found(text, regions, relations)


def converted(configuration, task):
    """What the converter makes of the annotations: the same spans."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        source.mkdir()
        annotations = [{"id": 1, "completed_by": 1, **one} for one in task["annotations"]]
        (source / "task.json").write_text(json.dumps([{"id": 1, **task, "annotations": annotations}]), encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            Converter(configuration, str(source)).convert_to_json_min(str(source), str(target))
        labelled = json.loads((target / "result.json").read_text(encoding="utf-8"))
    spans = [span for one in labelled for span in one.get("label", [])]
    ours = [one["value"] for annotation in task["annotations"] for one in annotation["result"] if one["type"] == "labels"]
    assert [(span["start"], span["end"], span["labels"]) for span in spans] == [
        (value["start"], value["end"], value["labels"]) for value in ours
    ]
