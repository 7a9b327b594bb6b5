# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where things stand in joined and edited texts."""

from hypothesis import given
from hypothesis import strategies as st

from bruecke.intake.spans import Spot, carry, line_starts, locate, toggle, within
from bruecke.reader.draft import Mention, MentionType, Repair

LINES = ["- Ausbau der Messe-", "  förderung für junge", "  Betriebe für alle 1"]
TEXT = "Ausbau der Messeförderung für junge Betriebe für alle"


def test_lines_are_found_in_a_text_without_bullet_hyphen_and_footnote_mark() -> None:
    assert [TEXT[start:][:8] for start in line_starts(TEXT, LINES)] == ["Ausbau d", "förderun", "Betriebe"]


def test_repairs_are_found_at_their_own_occurrence() -> None:
    repairs = [Repair(8, 12, "fiir", "für", 0.9, "umlaut"), Repair(9, 11, "fiir", "für", 0.9, "umlaut")]
    spots = locate(TEXT, 7, LINES, repairs)
    assert [spot.start for spot in spots] == [TEXT.index("für"), TEXT.rindex("für")]


def test_several_repairs_in_a_line_shift_each_other() -> None:
    repairs = [Repair(1, 0, "Gri", "Grü", 1, "umlaut"), Repair(1, 6, "fiir", "für", 1, "umlaut")]
    spots = locate("Grüße für dich", 1, ["Grüße für dich"], repairs)
    assert [("Grüße für dich"[s.start : s.end], s.original) for s in spots] == [("Grü", "Gri"), ("für", "fiir")]


def test_a_repair_that_is_not_in_the_text_is_left_out() -> None:
    assert locate("Nur ein Teil", 1, ["Nur ein Teil und für mehr"], [Repair(1, 17, "fiir", "für", 1, "umlaut")]) == []


def test_a_mention_is_carried_through_an_edit_and_dropped_with_its_words() -> None:
    mention = Mention(MentionType.PLACE, "Polen", 11, 16)
    assert carry([mention], "Handel mit Polen", "Mehr Handel mit Polen")[0].start == 16
    assert carry([mention], "Handel mit Polen", "Handel mit Ungarn") == ()


def test_a_stretch_keeps_what_lies_in_it() -> None:
    mention = Mention(MentionType.PLACE, "Polen", 11, 16)
    assert within([mention], 7, 16)[0].start == 4
    assert within([mention], 0, 12) == ()


@given(st.text("abc ", min_size=3, max_size=20), st.integers(0, 10))
def test_a_repair_undone_twice_is_as_it_was(text: str, at: int) -> None:
    at = min(at, len(text) - 1)
    spot = Spot(at, at + 1, "xyz", text[at], 1, at, 1.0, "word")
    other = Spot(len(text), len(text), "", "", 1, 0, 1.0, "word")
    once, shift, spots = toggle(text, (spot, other), 0)
    assert (once[at : at + 3], shift) == ("xyz", 2)
    twice, _shift, again = toggle(once, spots, 0)
    assert (twice, again) == (text, (spot, other))


@given(st.text("abä -", max_size=60), st.lists(st.text("abä -", max_size=20), max_size=4))
def test_alignment_never_leaves_the_text(text: str, lines: list[str]) -> None:
    assert all(0 <= start <= len(text) for start in line_starts(text, lines))
