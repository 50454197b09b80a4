"""The encoder as an ONNX graph: MiniLM, mean pooling and unit length inside.

Shapes: ``input_ids`` and ``attention_mask`` are int64 (texts, tokens); the output ``vectors`` is
float32 (texts, 384), ``answers`` (texts, questions): a log-odds for each question of the adapter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from sentences.adapter import Questions

LAYERS = 6
HEADS = 12
WIDTH = 384
HEAD_WIDTH = WIDTH // HEADS
LAYER_NORM_EPSILON = 1e-12
OPSET = 17
IR_VERSION = 8
# Unit vectors are short for a head that must also be sure.
QUESTION_SCALE = 16.0
# Where questions choose their tokens; too fine for whole numbers.
QUESTIONS_NODE = "questions.scores"


class GraphWriter:
    """Collects nodes and constants; every method returns its output's name."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self._weights = weights
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str, transpose: bool = False) -> str:
        value = self._weights[name]
        return self.constant(name, value.T if transpose else value)

    def node(self, kind: str, inputs: Sequence[str], output: str, **options: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **options))
        return output

    def linear(self, x: str, name: str) -> str:
        """A dense layer; published weights are (out, in), MatMul wants (in, out)."""
        weight = self.weight(f"{name}.weight", transpose=True)
        product = self.node("MatMul", [x, weight], f"{name}.product")
        return self.node("Add", [product, self.weight(f"{name}.bias")], f"{name}.sum")

    def layer_norm(self, x: str, name: str) -> str:
        inputs = [x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias")]
        options = {"axis": -1, "epsilon": LAYER_NORM_EPSILON}
        return self.node("LayerNormalization", inputs, f"{name}.out", **options)

    def heads(self, x: str, name: str, order: Sequence[int]) -> str:
        """Split (texts, tokens, 384) into heads, with the axes in ``order``."""
        split = self.node("Reshape", [x, "split_shape"], f"{name}.split")
        return self.node("Transpose", [split], f"{name}.heads", perm=list(order))

    def gelu(self, x: str, name: str) -> str:
        scaled = self.node("Mul", [x, "inverse_sqrt_two"], f"{name}.scaled")
        erf = self.node("Erf", [scaled], f"{name}.erf")
        shifted = self.node("Add", [erf, "one"], f"{name}.shifted")
        gated = self.node("Mul", [x, shifted], f"{name}.gated")
        return self.node("Mul", [gated, "half"], f"{name}.gelu")


def _shared_constants(graph: GraphWriter) -> None:
    graph.constant("one", np.array(1.0, np.float32))
    graph.constant("half", np.array(0.5, np.float32))
    graph.constant("inverse_sqrt_two", np.array(2**-0.5, np.float32))
    graph.constant("scale", np.array(HEAD_WIDTH**-0.5, np.float32))
    graph.constant("far_below", np.array(-1e4, np.float32))
    graph.constant("tiny", np.array(1e-9, np.float32))
    graph.constant("split_shape", np.array([0, 0, HEADS, HEAD_WIDTH], np.int64))
    graph.constant("joined_shape", np.array([0, 0, WIDTH], np.int64))
    graph.constant("axis_0", np.array([0], np.int64))
    graph.constant("axis_1", np.array([1], np.int64))
    graph.constant("axes_1_2", np.array([1, 2], np.int64))
    graph.constant("axis_last", np.array([-1], np.int64))


def _embeddings(graph: GraphWriter, weights: Mapping[str, np.ndarray]) -> str:
    # A text is one segment, so the segment's vector is added to each position.
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    graph.constant("places", places)
    words = graph.weight("embeddings.word_embeddings.weight")
    word = graph.node("Gather", [words, "input_ids"], "word_vectors")
    shape = graph.node("Shape", ["input_ids"], "ids_shape", start=1, end=2)
    place = graph.node("Slice", ["places", "axis_0", shape, "axis_0"], "place_vectors")
    total = graph.node("Add", [word, place], "embedded")
    return graph.layer_norm(total, "embeddings.LayerNorm")


def _attention(graph: GraphWriter, x: str, layer: str) -> str:
    base = f"{layer}.attention.self"
    query = graph.heads(graph.linear(x, f"{base}.query"), f"{base}.query", (0, 2, 1, 3))
    key = graph.heads(graph.linear(x, f"{base}.key"), f"{base}.key", (0, 2, 3, 1))
    value = graph.heads(graph.linear(x, f"{base}.value"), f"{base}.value", (0, 2, 1, 3))
    scores = graph.node("MatMul", [query, key], f"{base}.raw")
    scores = graph.node("Mul", [scores, "scale"], f"{base}.scaled")
    scores = graph.node("Add", [scores, "mask_bias"], f"{base}.masked")
    shares = graph.node("Softmax", [scores], f"{base}.shares", axis=-1)
    mixed = graph.node("MatMul", [shares, value], f"{base}.mixed")
    mixed = graph.node("Transpose", [mixed], f"{base}.back", perm=[0, 2, 1, 3])
    joined = graph.node("Reshape", [mixed, "joined_shape"], f"{base}.joined")
    out = graph.linear(joined, f"{layer}.attention.output.dense")
    total = graph.node("Add", [out, x], f"{layer}.attention.residual")
    return graph.layer_norm(total, f"{layer}.attention.output.LayerNorm")


def _feed_forward(graph: GraphWriter, x: str, layer: str) -> str:
    wide = graph.linear(x, f"{layer}.intermediate.dense")
    narrow = graph.linear(graph.gelu(wide, f"{layer}.gelu"), f"{layer}.output.dense")
    total = graph.node("Add", [narrow, x], f"{layer}.output.residual")
    return graph.layer_norm(total, f"{layer}.output.LayerNorm")


def _mask(graph: GraphWriter) -> None:
    mask = graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    padding = graph.node("Sub", ["one", mask], "padding")
    bias = graph.node("Mul", [padding, "far_below"], "flat_bias")
    graph.node("Unsqueeze", [bias, "axes_1_2"], "mask_bias")
    graph.node("Unsqueeze", [mask, "axis_last"], "mask_column")


def _mean_of_unit_length(graph: GraphWriter, x: str) -> None:
    kept = graph.node("Mul", [x, "mask_column"], "kept")
    total = graph.node("ReduceSum", [kept, "axis_1"], "total", keepdims=0)
    count = graph.node("ReduceSum", ["mask_column", "axis_1"], "count", keepdims=0)
    mean = graph.node("Div", [total, count], "mean")
    _unit(graph, mean, "vectors", 1)


def _unit(graph: GraphWriter, x: str, output: str, axis: int) -> str:
    length = graph.node("ReduceL2", [x], f"{output}.length", axes=[axis], keepdims=1)
    safe = graph.node("Max", [length, "tiny"], f"{output}.safe_length")
    return graph.node("Div", [x, safe], output)


def _answers(graph: GraphWriter, x: str, questions: Questions) -> None:
    """Each question looks at the tokens that concern it and weighs what they say."""
    query = graph.constant("questions.query", questions.query.T)
    raw = graph.node("MatMul", [x, query], QUESTIONS_NODE)
    tokens_last = graph.node("Transpose", [raw], "questions.raw", perm=[0, 2, 1])
    padding = graph.node("Unsqueeze", ["flat_bias", "axis_1"], "questions.padding")
    masked = graph.node("Add", [tokens_last, padding], "questions.masked")
    shares = graph.node("Softmax", [masked], "questions.shares", axis=-1)
    seen = _unit(graph, graph.node("MatMul", [shares, x], "questions.seen"), "questions.unit", 2)
    weight = graph.constant("questions.weight", questions.weight * np.float32(QUESTION_SCALE))
    weighed = graph.node("Mul", [seen, weight], "questions.weighed")
    total = graph.node("ReduceSum", [weighed, "axis_last"], "questions.total", keepdims=0)
    graph.node("Add", [total, graph.constant("questions.bias", questions.bias)], "answers")


def build_graph(weights: Mapping[str, np.ndarray], questions: Questions | None = None) -> ModelProto:
    """Return the full-precision graph. ``weights``: published names to arrays.

    The names of the questions lie in the graph's metadata, comma-separated under ``questions``.
    """
    graph = GraphWriter(weights)
    _shared_constants(graph)
    _mask(graph)
    x = _embeddings(graph, weights)
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        x = _feed_forward(graph, _attention(graph, x, layer), layer)
    _mean_of_unit_length(graph, x)
    outputs = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH])]
    if questions:
        _answers(graph, x, questions)
        answers = helper.make_tensor_value_info("answers", TensorProto.FLOAT, ["texts", len(questions.names)])
        outputs.append(answers)
    shape = ["texts", "tokens"]
    proto = helper.make_graph(
        graph.nodes,
        "sentence_encoder",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, shape),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, shape),
        ],
        outputs,
        graph.constants,
    )
    opset = helper.make_opsetid("", OPSET)
    model = helper.make_model(proto, opset_imports=[opset], ir_version=IR_VERSION)
    if questions:
        helper.set_model_props(model, {"questions": ",".join(questions.names)})
    return model
