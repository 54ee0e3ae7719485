"""Write the trained network as the int8 ONNX file that ships.

Per-channel dynamic int8: per-tensor scales lose far more. The dynamo export is used since the legacy one is silently
wrong at lengths other than the traced one; the result is compared with the network at several lengths all the same.

What ships has already been through ONNX Runtime's optimiser: it loads sooner, and a later version that recognises other
patterns runs the same steps.
"""

import logging
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from .network import HEADS, OUTPUTS, WIDTH, Layer, Network, restored

SHIPPED = Path(__file__).parents[1] / "src" / "wherefrom" / "reader" / "weights" / "encoder.onnx"

LENGTHS = (3, 17, 128, 320, 512)
"""Lengths at which the file is held against the network; the export itself traces another."""

MOST_ROUNDING = 10.0
"""Largest difference of any score that int8 may make on random pieces: the network that ships is off by 5.4 at most, a broken export
by tens. What int8 costs in F1 is told by the benchmark."""

MOST_BYTES = 25_000_000
"""What the file may have: everybody who installs the package fetches it."""


class QuickNorm(nn.Module):
    """A layer norm as ONNX Runtime computes it fast: its `LayerNormalization` adds up one number after the other.

    Its `InstanceNormalization` does the same to the rows of a channel, on vectors, in a fifth of the time. So every
    piece is made a channel; weight and bias follow.
    """

    def __init__(self, norm: nn.LayerNorm) -> None:
        super().__init__()
        self.weight, self.bias, self.eps = norm.weight, norm.bias, norm.eps

    def forward(self, states: Tensor) -> Tensor:
        """States of shape (1, pieces, width) to the same."""
        pieces = states.shape[1]
        given = (states, states.new_ones(pieces), states.new_zeros(pieces))
        return _operator("::InstanceNormalization", given, {"epsilon": self.eps}, 6) * self.weight + self.bias


class QuickLayer(nn.Module):
    """A layer as ONNX Runtime computes it fast: one multiplication for query, key and value, one step for attention."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.query_key_value.weight = nn.Parameter(torch.cat([part.weight for part in parts]))
        self.query_key_value.bias = nn.Parameter(torch.cat([part.bias for part in parts]))
        self.mixed, self.wide, self.narrow = layer.mixed, layer.wide, layer.narrow
        self.norm_attention, self.norm_output = QuickNorm(layer.norm_attention), QuickNorm(layer.norm_output)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States of shape (1, pieces, width) to the same; there is no mask, since a window is never padded."""
        if mask is not None:
            raise TypeError("a window that is read alone has no mask")
        given = self.query_key_value(states).split(WIDTH, dim=2)
        attended = _operator("com.microsoft::MultiHeadAttention", given, {"num_heads": HEADS}, 1)
        states = self.norm_attention(states + self.mixed(attended))
        return self.norm_output(states + self.narrow(functional.gelu(self.wide(states))))


def _operator(name: str, given: tuple[Tensor, ...], attributes: dict[str, float], version: int) -> Tensor:
    """A step of the graph that torch has no name for; its output is shaped like its first input."""
    return torch.onnx.ops.symbolic(name, given, attributes, dtype=given[0].dtype, shape=given[0].shape, version=version)


def quick(network: Network) -> Network:
    """The same network, written in the steps that ONNX Runtime computes fast: to be exported, not to be run."""
    network = deepcopy(network)
    network.norm = QuickNorm(network.norm)
    network.layers = nn.ModuleList([QuickLayer(layer) for layer in network.layers])
    return network


def export(checkpoint: Path, target: Path, version: str) -> None:
    """Write the averaged weights of a checkpoint to `target`, in int8, with inputs `ids` and `cases` of (1, pieces).

    The outputs are named as in `network.OUTPUTS` and shaped as `Network` gives them, for one window.
    """
    logging.getLogger("onnxscript").setLevel(logging.ERROR)
    network = restored(checkpoint)
    with TemporaryDirectory() as folder:
        plain, rounded = Path(folder) / "fp32.onnx", Path(folder) / "int8.onnx"
        _trace(network, plain)
        _compare(network, plain, 1e-3)
        _round(plain, rounded)
        _optimise(rounded, target)
    model = onnx.load(target)
    onnx.helper.set_model_props(model, {"version": version})
    model.doc_string = ""
    used = {node.domain for node in model.graph.node}
    kept = [one for one in model.opset_import if one.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)  # the optimiser names every set that it knows, some of them not to be had elsewhere
    onnx.save(model, target)
    _compare(network, target, MOST_ROUNDING)
    size = target.stat().st_size
    print(f"{target}: {size / 1e6:.1f} MB, version {version}")
    if size > MOST_BYTES:
        raise SystemExit(f"{target} is larger than {MOST_BYTES / 1e6:.0f} MB")


def _trace(network: Network, target: Path) -> None:
    """Write the network as it was trained, in fp32."""
    example = torch.ones(1, 60, dtype=torch.int64)
    program = torch.onnx.export(
        quick(network),
        (example, torch.zeros_like(example)),
        dynamo=True,
        input_names=["ids", "cases"],
        output_names=list(OUTPUTS),
        dynamic_shapes={"ids": {1: "pieces"}, "cases": {1: "pieces"}},
    )
    if program is None:
        raise SystemExit("the export gave nothing")
    program.save(str(target))


def _round(source: Path, target: Path) -> None:
    """Write the graph with its matrices in 7 bits of 8.

    Processors without VNNI (most before 2020) add two products of 8 bits up in 16, which overflow; of 7 they cannot, so that
    every processor finds the same, without an option that halves the speed of the others. On PolNeAR dev it costs nothing
    (full F1 74.7 with either).
    """
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )


def _optimise(source: Path, target: Path) -> None:
    """Write the graph as ONNX Runtime would run it: steps joined where that holds on every processor."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def _compare(network: Network, path: Path, most: float) -> None:
    """Print how far the file's scores are from the network's; exit if further than `most` anywhere."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    chance = np.random.default_rng(7)
    for length in LENGTHS:
        ids = chance.integers(1000, 20_000, (1, length))
        cases = chance.integers(0, 4, (1, length))
        with torch.no_grad():
            expected = network(torch.from_numpy(ids), torch.from_numpy(cases))
        given = session.run(list(OUTPUTS), {"ids": ids, "cases": cases})
        far = max(float(np.abs(one.numpy() - other).max()) for one, other in zip(expected, given, strict=True))
        print(f"  {path.name} at {length} pieces: largest difference {far:.5f}")
        if far > most:
            raise SystemExit(f"{path.name} differs from the network by {far} at {length} pieces")
