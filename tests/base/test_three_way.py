# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people change the same record."""

from bruecke.base.three_way import differences


def test_a_field_only_they_changed_is_theirs() -> None:
    (found,) = differences({"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 3, "b": 2})
    assert (found.name, found.is_mine, found.is_theirs) == ("a", False, True)


def test_a_field_both_changed_is_both() -> None:
    (found,) = differences({"a": 1}, {"a": 2}, {"a": 3})
    assert (found.base, found.mine, found.theirs, found.is_mine, found.is_theirs) == (1, 2, 3, True, True)


def test_a_field_both_changed_alike_is_no_difference() -> None:
    assert differences({"a": 1}, {"a": 2}, {"a": 2}) == ()
