"""The arithmetic under the model: sparse rows, the descent, the heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bot.danger_model.counted import count_all
from bot.danger_model.grams import GramCounter, grams
from bot.danger_model.head import fit_head
from bot.danger_model.rows import Floats, Rows
from sentences.descent import lowest

TEXTS = ("i want to die", "i want to eat", "where can i eat", "do not die on me", "eat with me", "can i eat now")


def counter_of(texts: Sequence[str]) -> GramCounter:
    return count_all(texts).learn_counter(np.arange(len(texts)))


def rows_of(texts: Sequence[str]) -> Rows:
    return count_all(texts).rows(counter_of(texts), np.arange(len(texts)))


def dense_of(rows: Rows) -> Floats:
    dense = np.zeros((len(rows.starts), rows.width), np.float32)
    for row, start in enumerate(rows.starts):
        end = rows.starts[row + 1] if row + 1 < len(rows.starts) else len(rows.places)
        for entry in range(start, end):
            dense[row, rows.places[entry]] += rows.weights[entry]
    return dense


def test_many_texts_and_one_at_a_time_give_the_same_rows() -> None:
    texts = (*TEXTS, "necesito comer", "zzz zzz")
    counter = counter_of(texts[:-1])
    chosen = np.array([7, 0, 3, 6])
    together = count_all(texts).rows(counter, chosen)
    alone = counter.rows([grams(texts[place]) for place in chosen])
    for name in ("places", "weights", "starts"):
        assert (getattr(together, name) == getattr(alone, name)).all()
    assert together.width == alone.width


def test_a_gram_of_fewer_than_three_of_the_chosen_texts_has_no_weight() -> None:
    counted = count_all(TEXTS)
    assert "w:eat" in counted.learn_counter(np.array([1, 2, 4])).vocabulary
    assert "w:eat" not in counted.learn_counter(np.array([1, 2, 3])).vocabulary


def test_sparse_rows_multiply_as_their_dense_twin() -> None:
    counted = [grams(text) for text in (*TEXTS, "zzz")]
    rows = counter_of(TEXTS).rows(counted)
    columns = np.random.default_rng(1).standard_normal((rows.width, 2)).astype(np.float32)
    dense = dense_of(rows)
    assert np.allclose(rows.times(columns), dense @ columns, atol=1e-5)
    back = np.random.default_rng(2).standard_normal((len(counted), 2)).astype(np.float32)
    assert np.allclose(rows.turned.times(back), dense.T @ back, atol=1e-5)
    chosen = np.array([4, 0, 6])
    assert np.allclose(rows.only(chosen).times(columns), (dense @ columns)[chosen], atol=1e-5)
    assert np.allclose(rows.only(chosen).turned.times(back[:3]), dense[chosen].T @ back[:3], atol=1e-5)
    assert np.allclose(rows.scaled(3).times(columns), 3 * dense @ columns, atol=1e-5)


def test_more_rows_than_are_multiplied_at_once() -> None:
    rows = rows_of(TEXTS * 40)
    columns = np.random.default_rng(1).standard_normal((rows.width, 3)).astype(np.float32)
    assert np.allclose(rows.times(columns), dense_of(rows) @ columns, atol=1e-5)


def test_rows_have_length_one_and_an_unknown_text_is_all_zero() -> None:
    counted = [grams(text) for text in TEXTS]
    rows = counter_of(TEXTS).rows([*counted, Counter({"w:never": 1})])
    dense = rows.times(np.eye(rows.width, dtype=np.float32))
    lengths = np.linalg.norm(dense, axis=1)
    assert np.allclose(lengths[[0, 1, 2, 4, 5]], 1.0, atol=1e-4)
    assert lengths[-1] == lengths[3] == 0.0  # the fourth text shares no gram with two others


def test_disguised_words_count_as_the_plain_ones() -> None:
    assert grams("i wanna k i l l myself") == grams("I WANNA KILL MYSELF!!")


def test_a_spanish_text_counts_english_words_too() -> None:
    assert "w:pills" not in grams("took them")
    assert set(grams("necesito ayuda con mi hijo por favor")) >= {"w:ayuda", "w:help"}


def test_the_descent_finds_the_bottom_of_a_bowl() -> None:
    shape = np.array([1.0, 20.0, 400.0], np.float32)
    middle = np.array([3.0, -2.0, 0.5], np.float32)

    def bowl(point: Floats) -> tuple[float, Floats]:
        away = point - middle
        return float((shape * away**2).sum()), 2 * shape * away

    assert np.allclose(lowest(bowl, np.zeros(3, np.float32), 35), middle, atol=1e-2)


def test_a_head_learns_what_vectors_and_words_tell() -> None:
    vectors = np.array([[1, 0], [1, 0], [0, 1], [0, 1], [0, 1], [0, 1]] * 9, np.float32)
    rows = rows_of(TEXTS * 9)
    dies = np.array([["die" in text, "eat" in text] for text in TEXTS * 9], np.float32)
    yes_no = fit_head("sigmoid", ("die", "eat"), vectors, rows, dies)
    assert ((yes_no.shares(vectors, rows) > 0.5) == (dies > 0.5)).all()
    one_of = fit_head("softmax", ("die", "eat"), vectors, rows, dies)
    shares = one_of.shares(vectors, rows)
    assert np.allclose(shares.sum(axis=1), 1.0, atol=1e-5)
    assert (shares.argmax(axis=1) == dies.argmax(axis=1)).all()


def test_the_same_texts_give_the_same_head() -> None:
    vectors = np.eye(len(TEXTS), 3, dtype=np.float32)
    rows = rows_of(TEXTS)
    target = np.array([[1], [0], [0], [1], [0], [0]], np.float32)
    first, second = (fit_head("sigmoid", ("die",), vectors, rows, target) for _ in range(2))
    assert (first.gram_weights == second.gram_weights).all()
