"""The reader: trained on a handful of texts, saved, loaded, and never failing on any text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import check_grad
from scipy.sparse import csr_matrix

from assistant.understanding.features import grams, learn_counter
from assistant.understanding.heads import Head, Link, Strength, fit_head
from assistant.understanding.labels import NEEDS, UnknownLabel
from assistant.understanding.model import ModelUnusable, Reader, load_reader
from assistant.understanding.output import output_of
from assistant.understanding.training import Example, train_reader
from sentences.encoder import DIMENSIONS, EncoderCard

EXAMPLES = [
    Example(text, label)
    for label, texts in {
        "seek/jobs": ("need a job bad", "who is hiring felons", "looking for work", "any job leads", "i want a job"),
        "seek/food": ("we are hungry", "food pantry near me", "no food for the kids", "any food boxes", "need food"),
        "seek/jobs+food": ("need a job and food", "hungry and no job", "food and work please"),
        "thanks": ("thank you so much", "thanks a lot", "ok thanks", "thx", "many thanks"),
        "crisis/suicide_self": ("i want to kill myself", "going to kill myself tonight", "i will kill myself"),
        "check/suicide_self": ("whats the point anymore", "i dont see the point anymore", "no point anymore"),
        "bot_question/robot": ("are you a robot", "is this a robot", "am i talking to a robot"),
    }.items()
    for text in texts
]
WORDS = 10_000  # more than the reader's vocabulary


@pytest.fixture(scope="module")
def reader() -> Reader:
    return train_reader(EXAMPLES, None)


class StubEncoder:
    """Stands where the encoder stands; only its card is looked at."""

    def __init__(self, sha256: str) -> None:
        self.card = EncoderCard(sha256, "tokenizer")
        self.questions: tuple[str, ...] = ()

    def vectors(self, texts: list[str]) -> np.ndarray:
        return np.ones((len(texts), DIMENSIONS), np.float32) / np.sqrt(DIMENSIONS)

    def read(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        return self.vectors(texts), np.zeros((len(texts), 0), np.float32)

    def words(self) -> frozenset[str]:
        return frozenset()


def test_it_reads_one_need_several_needs_and_none(reader: Reader) -> None:
    assert [need for need, _ in reader.read("is anybody hiring, i want a job").needs] == ["jobs"]
    assert {need for need, _ in reader.read("no job and no food, hungry").needs} == {"jobs", "food"}
    thanks = reader.read("thanks so much")
    assert (thanks.act, thanks.needs) == ("thanks", ())


@pytest.mark.parametrize(
    ("request_share", "food", "second", "act"),
    [
        (0.3, 0.9, "other", "seek"),
        (0.3, 0.4, "other", "other"),  # no need is plain
        (0.05, 0.9, "other", "other"),  # hardly anybody would ask so
        (0.3, 0.9, "check/abuse_self", "other"),  # danger is asked about first
    ],
)
def test_who_names_a_need_plainly_asks_for_it(
    reader: Reader, request_share: float, food: float, second: str, act: str
) -> None:
    share = np.log([request_share, 1 - request_share])
    plain = np.array([food if need == "food" else 0.01 for need in NEEDS])
    sure = Reader(
        reader.counter,
        _certain("softmax", ("seek/food", second), share),
        _certain("sigmoid", NEEDS, np.log(plain / (1 - plain))),
        np.full(len(NEEDS), 0.42),
        None,
    )
    said = sure.read("the fridge is empty and the kids have not eaten")
    assert (said.act, [need for need, _ in said.needs]) == (act, ["food"] if act == "seek" else [])


def _certain(link: Link, classes: tuple[str, ...], scores: np.ndarray) -> Head:
    """A head that says the same of every text."""
    return Head(link, classes, np.zeros((DIMENSIONS, len(classes))), np.zeros((WORDS, len(classes))), scores)


def test_danger_comes_with_its_kind_and_whom_it_is_about(reader: Reader) -> None:
    danger = reader.read("im going to kill myself")
    assert (danger.act, danger.risk, danger.risk_kind, danger.about) == ("crisis", "crisis", "suicide", "self")
    doubt = reader.read("whats the point anymore")
    assert (doubt.act, doubt.detail, doubt.risk) == ("other", "check", "check")


def test_a_lone_zip_is_a_place_whatever_the_heads_think(reader: Reader) -> None:
    place = reader.read(" 19104. ")
    assert (place.act, place.zip, place.confidence) == ("location", "19104", 1.0)


@pytest.mark.parametrize("text", ["", " ", "\x00", "😀", "a" * 100_000, "¿?¡!", "'''", "\ud800", "19104 " * 500])
def test_no_text_makes_it_fail(reader: Reader, text: str) -> None:
    output = output_of(reader.read(text))
    assert output["intent"]["name"]


def test_what_was_saved_reads_the_same_when_loaded(reader: Reader, tmp_path: Path) -> None:
    reader.save(tmp_path)
    loaded = load_reader(tmp_path, None)
    for example in EXAMPLES:
        assert loaded.read(example.text) == reader.read(example.text)


def test_a_model_refuses_another_encoder_and_works_on_counts_without_one(tmp_path: Path) -> None:
    train_reader(EXAMPLES, StubEncoder("one")).save(tmp_path)  # type: ignore[arg-type]
    load_reader(tmp_path, StubEncoder("one"))  # type: ignore[arg-type]
    with pytest.raises(ModelUnusable, match="another sentence encoder"):
        load_reader(tmp_path, StubEncoder("two"))  # type: ignore[arg-type]
    assert load_reader(tmp_path, None).read("is anybody hiring, i want a job").act == "seek"


def test_a_wrong_label_stops_the_training() -> None:
    with pytest.raises(UnknownLabel):
        train_reader([*EXAMPLES, Example("hello", "hallo")], None)


def test_which_number_it_is_does_not_matter_to_the_counts() -> None:
    assert grams("im in 19104") == grams("im in 87501")
    assert grams("im in 19104") != grams("im in 191")


def test_rows_have_length_one_and_rare_words_weigh_more() -> None:
    counter = learn_counter(["the job", "the food", "the bus", "the job now"], at_least=1)
    places, weights = counter.row("the food")
    by_gram = {counter.vocabulary[place]: weight for place, weight in zip(places, weights, strict=True)}
    assert np.linalg.norm(weights) == pytest.approx(1.0)
    assert by_gram["w:food"] > by_gram["w:the"]


@pytest.mark.parametrize("link", ["softmax", "sigmoid"])
def test_a_head_learns_what_can_be_learned(link: str) -> None:
    random = np.random.default_rng(1)
    vectors = random.normal(size=(60, 4)).astype(np.float32)
    kinds = vectors[:, :3].argmax(1)
    targets = np.eye(3)[kinds]
    counts = csr_matrix(np.abs(random.normal(size=(60, 5))).astype(np.float32))
    free, held = (
        fit_head(link, ("a", "b", "c"), vectors, counts, targets, Strength(vectors=weight, counts=1.0))  # type: ignore[arg-type]
        for weight in (3.0, 0.1)
    )
    rows = [counts.getrow(i) for i in range(60)]
    sure, careful = (
        np.array([head.probabilities(vectors[i], rows[i].indices, rows[i].data) for i in range(60)])
        for head in (free, held)
    )
    assert np.mean(sure.argmax(1) == kinds) > 0.9
    assert sure.max(1).mean() > careful.max(1).mean() + 0.2  # the less a vector weighs, the less is believed of it


def test_the_slope_of_the_loss_is_its_slope() -> None:
    from assistant.understanding.heads import _loss_and_slope

    targets = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    for link in ("softmax", "sigmoid"):
        error = check_grad(
            lambda x, link=link: _loss_and_slope(link, x.reshape(2, 3), targets)[0],
            lambda x, link=link: _loss_and_slope(link, x.reshape(2, 3), targets)[1].ravel(),
            np.array([0.3, -0.2, 0.5, 1.0, 0.1, -0.7]),
        )
        assert error < 1e-5
