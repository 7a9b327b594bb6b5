# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the list of inquiries is narrowed by; the address says it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class InquiryFilter:
    """kind, state: values of the columns, "" for all; is_overdue: open ones whose deadline is over; page: from 1."""

    kind: str = ""
    state: str = ""
    is_overdue: bool = False
    page: int = 1

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return bool(self.kind or self.state or self.is_overdue)

    def query(self, **other: object) -> str:
        """The address of this filter with some values changed, "?" included; "" for nothing."""
        values: dict[str, object] = {
            "art": self.kind,
            "stand": self.state,
            "frist": "abgelaufen" if self.is_overdue else "",
            "seite": "",
        }
        said = {name: value for name, value in (values | other).items() if value}
        return f"?{urlencode(said)}" if said else ""


def asked_for(said: Mapping[str, str], *, kinds: frozenset[str], states: frozenset[str]) -> InquiryFilter:
    """What an address asks for; what it says wrong is left out."""
    kind, state, page = said.get("art", ""), said.get("stand", ""), said.get("seite", "")
    is_number = page.isascii() and page.isdigit() and len(page) < 6 and int(page) > 0
    return InquiryFilter(
        kind=kind if kind in kinds else "",
        state=state if state in states else "",
        is_overdue=said.get("frist") == "abgelaufen",
        page=int(page) if is_number else 1,
    )
