"""Write the trained network as the int8 ONNX file that ships.

Per-channel dynamic int8: per-tensor scales lose far more. The dynamo export is used since the legacy one is silently
wrong at lengths other than the traced one; the result is compared with the network at several lengths all the same.
"""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .network import Network

SHIPPED = Path(__file__).parents[1] / "src" / "wherefrom" / "reader" / "weights" / "encoder.onnx"

LENGTHS = (3, 17, 128, 320, 512)
"""Lengths at which the file is held against the network; the export itself traces another."""


MOST_ROUNDING = 8.0
"""Largest difference of any score that int8 may make on random pieces; the shipped file's is 3.3. A broken export is off
by tens. What int8 costs in F1 is told by the benchmark."""


def export(checkpoint: Path, target: Path, version: str) -> None:
    """Write the averaged weights of a checkpoint to `target`, in int8, with inputs `ids` and `cases` of (1, pieces).

    The outputs are `tags`, `content_cue` and `cue_source`, as in `Network`, without the leading axis of windows.
    """
    logging.getLogger("onnxscript").setLevel(logging.ERROR)
    network = Network()
    network.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True))
    network.eval()
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "fp32.onnx"
        example = torch.ones(1, 60, dtype=torch.int64)
        program = torch.onnx.export(
            network,
            (example, torch.zeros_like(example)),
            dynamo=True,
            input_names=["ids", "cases"],
            output_names=["tags", "content_cue", "cue_source"],
            dynamic_shapes={"ids": {1: "pieces"}, "cases": {1: "pieces"}},
        )
        if program is None:
            raise SystemExit("the export gave nothing")
        program.save(str(plain))
        _compare(network, plain, 1e-3)
        quantize_dynamic(
            plain,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    model = onnx.load(target)
    onnx.helper.set_model_props(model, {"version": version})
    model.doc_string = ""
    onnx.save(model, target)
    _compare(network, target, MOST_ROUNDING)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, version {version}")


def _compare(network: Network, path: Path, most: float) -> None:
    """Print how far the file's tag scores are from the network's; exit if further than `most` anywhere."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    chance = np.random.default_rng(7)
    for length in LENGTHS:
        ids = chance.integers(1000, 20_000, (1, length))
        cases = chance.integers(0, 4, (1, length))
        with torch.no_grad():
            expected = network(torch.from_numpy(ids), torch.from_numpy(cases))
        given = session.run(None, {"ids": ids, "cases": cases})
        far = max(float(np.abs(one.numpy() - other).max()) for one, other in zip(expected, given, strict=True))
        print(f"  {path.name} at {length} pieces: largest difference {far:.5f}")
        if far > most:
            raise SystemExit(f"{path.name} differs from the network by {far} at {length} pieces")
