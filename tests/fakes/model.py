"""A Piper voice of a few kilobytes: a sine whose length follows the phonemes, and whose pitch the speaker."""

from __future__ import annotations

import json
from pathlib import Path

RATE = 16_000
A_PHONEME = 1_200  # samples


def write_model(folder: Path, name: str, speakers: int = 1, level: float = 0.3) -> Path:
    """Write `name`.onnx and its JSON; `level` 0 makes a voice that is dumb."""
    import onnx
    from onnx import TensorProto, helper

    folder.mkdir(parents=True, exist_ok=True)
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "n"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers > 1:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))

    def constant(key: str, kind: int, values: list[float]) -> onnx.TensorProto:
        return helper.make_tensor(key, kind, [len(values)] if len(values) != 1 else [], values)

    constants = [
        constant("zero", TensorProto.FLOAT, [0.0]),
        constant("one", TensorProto.FLOAT, [1.0]),
        constant("step", TensorProto.FLOAT, [2 * 3.14159265 * 200 / RATE]),
        constant("samples", TensorProto.FLOAT, [float(A_PHONEME)]),
        constant("level", TensorProto.FLOAT, [level]),
        helper.make_tensor("shape", TensorProto.INT64, [4], [1, 1, 1, -1]),
        helper.make_tensor("second", TensorProto.INT64, [], [1]),
    ]
    nodes = [
        helper.make_node("ReduceSum", ["input_lengths"], ["count"], keepdims=0),
        helper.make_node("Cast", ["count"], ["count_f"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "second"], ["length_scale"]),
        helper.make_node("Mul", ["count_f", "samples"], ["plain"]),
        helper.make_node("Mul", ["plain", "length_scale"], ["length"]),
        helper.make_node("Range", ["zero", "length", "one"], ["at"]),
    ]
    if speakers > 1:
        nodes += [
            helper.make_node("ReduceSum", ["sid"], ["who"], keepdims=0),
            helper.make_node("Cast", ["who"], ["who_f"], to=TensorProto.FLOAT),
            helper.make_node("Add", ["who_f", "one"], ["times"]),
            helper.make_node("Mul", ["step", "times"], ["pitch"]),
        ]
    nodes += [
        helper.make_node("Mul", ["at", "pitch" if speakers > 1 else "step"], ["phase"]),
        helper.make_node("Sin", ["phase"], ["wave"]),
        helper.make_node("Mul", ["wave", "level"], ["scaled"]),
        helper.make_node("Reshape", ["scaled", "shape"], ["output"]),
    ]
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "samples"])
    graph = helper.make_graph(nodes, "voice", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 9
    onnx.checker.check_model(model)
    path = folder / f"{name}.onnx"
    path.write_bytes(model.SerializeToString())
    config = {
        "audio": {"sample_rate": RATE},
        "espeak": {"voice": "vi"},
        "phoneme_type": "espeak",
        "num_symbols": 256,
        "num_speakers": speakers,
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_id_map": {chr(code): [code % 256] for code in range(32, 1_024)} | {"_": [0], "^": [1], "$": [2]},
    }
    path.with_name(f"{name}.onnx.json").write_text(json.dumps(config), "utf-8")
    return path
