"""Columns of a chart keep their proportions and their numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.console.charts import HEIGHT, WIDTH, stacked

POINTS = st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 9000)), max_size=40)


@given(POINTS)
def test_every_part_is_as_high_as_its_number(values: list[tuple[int, int]]) -> None:
    chart = stacked(("In", "Out"), [(f"Day {n}", str(n), pair) for n, pair in enumerate(values)])
    assert chart.totals == (sum(a for a, _ in values), sum(b for _, b in values))
    for column in chart.columns:
        assert column.x >= 0
        assert column.x + column.width <= WIDTH + 0.01
        for block in column.blocks:
            assert abs(block.height - HEIGHT * column.values[block.series] / chart.top) < 0.01
            assert block.y >= -0.01
        if column.blocks:
            assert abs(sum(block.height for block in column.blocks) + column.blocks[-1].y - HEIGHT) < 0.05


def test_without_points_there_is_a_chart_without_columns() -> None:
    assert stacked(("People",), []).columns == ()
