"""The trained encoder: one window in, scores out. The weights are loaded when the first window is read."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .windows import Window

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Said:
    """What the encoder makes of one level of attributions in a window.

    `tags` (pieces, tags): scores of the labels of `tags.ROLES`. `content_cue` (pieces, pieces): row a piece of a content,
    column a piece of the cue that it belongs to. `cue_source`: likewise from cue to source. Column 0 means "none".
    """

    tags: Scores
    content_cue: Scores
    cue_source: Scores


@dataclass(frozen=True, slots=True)
class Scored:
    """What the encoder makes of one window; the first axis of each array is the window's pieces.

    `outer` are the outermost attributions, `inner` those one level inside their contents. `names` and `heads`
    (pieces, labels): scores of the labels of the tuples of the same name in `tags`. `first` (pieces, pieces): row the head of
    a mention, column where it begins. `later` and `earlier` (pieces, width): vectors of mentions' heads, whose product
    scores whether the later one means what the earlier one does; `earlier` at 0 means "nothing before". `facts` (pieces, 2):
    the score that a predicate begins there, and how sure a reader is that what it tells happened, from -1 to 1.
    """

    outer: Said
    inner: Said
    names: Scores
    heads: Scores
    facts: Scores
    first: Scores
    later: Scores
    earlier: Scores


_OUTPUTS = (
    *("tags", "content_cue", "cue_source", "nested", "nested_cue", "nested_source"),
    *("names", "heads", "facts", "first", "later", "earlier"),
)


def read_window(window: Window) -> Scored:
    """Run the encoder over one window, unpadded and alone, so that nothing else can change what it says."""
    given = {
        "ids": np.array([window.ids], dtype=np.int64),
        "cases": np.array([window.cases], dtype=np.int64),
    }
    found = [scores[0] for scores in _session().run(_OUTPUTS, given)]
    return Scored(Said(*found[:3]), Said(*found[3:6]), *found[6:])


@cache
def version() -> str:
    """The version of the weights, as their file states it."""
    return str(_session().get_modelmeta().custom_metadata_map["version"])


@cache
def _session() -> Any:  # noqa: ANN401  onnxruntime has no types
    with as_file(files("wherefrom.reader") / "weights" / "encoder.onnx") as path:
        return opened(path)


def opened(path: Path) -> Any:  # noqa: ANN401
    """An ONNX Runtime session on a file with an encoder."""
    import onnxruntime  # noqa: PLC0415  loading it takes longer than all other imports together

    options = onnxruntime.SessionOptions()
    # One thread: windows are short, documents are what is read in parallel, and the sums are always taken alike.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
