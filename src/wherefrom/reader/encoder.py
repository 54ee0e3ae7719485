"""The trained encoder: one window in, scores out. The weights are loaded when the first window is read."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

from .windows import Window

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scored:
    """What the encoder makes of one window; the first axis of each array is the window's pieces.

    `tags` (pieces, tags): scores in the order of `tags.TAGS`. `content_cue` (pieces, pieces): row a piece of a content,
    column a piece of the cue that it belongs to. `cue_source`: likewise from cue to source. Column 0 means "none".
    """

    tags: Scores
    content_cue: Scores
    cue_source: Scores


def read_window(window: Window) -> Scored:
    """Run the encoder over one window, unpadded and alone, so that nothing else can change what it says."""
    given = {
        "ids": np.array([window.ids], dtype=np.int64),
        "cases": np.array([window.cases], dtype=np.int64),
    }
    tags, content_cue, cue_source = _session().run(["tags", "content_cue", "cue_source"], given)
    return Scored(tags[0], content_cue[0], cue_source[0])


@cache
def version() -> str:
    """The version of the weights, as their file states it."""
    return str(_session().get_modelmeta().custom_metadata_map["version"])


@cache
def _session() -> Any:  # noqa: ANN401  onnxruntime has no types
    import onnxruntime  # noqa: PLC0415  loading it takes longer than all other imports together

    options = onnxruntime.SessionOptions()
    # One thread: windows are short, documents are what is read in parallel, and the sums are always taken alike.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(files("wherefrom.reader") / "weights" / "encoder.onnx") as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
