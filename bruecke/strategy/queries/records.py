# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Single records of the plan that people fill in, and what their forms offer."""

from dataclasses import dataclass

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.strategy.models import Chapter, Edition, Goal, Principle, Strategy, TargetEntry, TargetList
from bruecke.strategy.queries.plan import readable_editions


def seen_goal(pk: int, *, principal: Principal) -> Goal:
    """A goal of a standing or former edition; one statement. Raises Goal.DoesNotExist."""
    goal: Goal = Goal.objects.visible_to(principal).get(pk=pk, edition__in=readable_editions(principal).values("pk"))
    return goal


def seen_principle(pk: int, *, principal: Principal) -> Principle:
    """A principle of a standing or former edition; one statement. Raises Principle.DoesNotExist."""
    editions = readable_editions(principal).values("pk")
    principle: Principle = Principle.objects.visible_to(principal).get(pk=pk, edition__in=editions)
    return principle


def seen_strategy(pk: int, *, principal: Principal) -> Strategy:
    """A strategy; one statement. Raises Strategy.DoesNotExist."""
    strategy: Strategy = Strategy.objects.visible_to(principal).get(pk=pk)
    return strategy


def seen_edition(pk: int, *, principal: Principal) -> Edition:
    """A standing or former edition; one statement. Raises Edition.DoesNotExist."""
    return readable_editions(principal).get(pk=pk)


def chapters_of(edition_id: int) -> list[Chapter]:
    """Instruments and sections of an edition, without the closing ones; one statement."""
    return list(Chapter.objects.filter(edition=edition_id, is_closing=False).order_by("position"))


def bodies(*, principal: Principal) -> list[Organisation]:
    """Bodies that may coordinate a strategy; one statement."""
    return list(Organisation.objects.visible_to(principal).filter(kind=OrganisationKind.BODY).order_by("name_de"))


@dataclass(frozen=True, slots=True)
class StrategySheet:
    """A strategy, who coordinates it (None where nobody, or nobody to be known of), its editions, newest first."""

    strategy: Strategy
    body: Organisation | None
    editions: tuple[Edition, ...]


def strategy_sheet(pk: int, *, principal: Principal) -> StrategySheet:
    """Raises Strategy.DoesNotExist. Three statements."""
    strategy = seen_strategy(pk, principal=principal)
    body = Organisation.objects.visible_to(principal).filter(pk=strategy.coordinating_body_id).first()
    return StrategySheet(
        strategy, body, tuple(readable_editions(principal).filter(strategy=strategy).order_by("-ordinal"))
    )


def seen_target_list(pk: int, *, principal: Principal) -> TargetList:
    """A target list of a standing or former edition; one statement. Raises TargetList.DoesNotExist."""
    return TargetList.objects.get(pk=pk, edition__in=readable_editions(principal).values("pk"))


def seen_target_entry(pk: int, *, principal: Principal) -> TargetEntry:
    """An entry of such a list, with the list; one statement. Raises TargetEntry.DoesNotExist."""
    editions = readable_editions(principal).values("pk")
    return TargetEntry.objects.select_related("target_list").get(pk=pk, target_list__edition__in=editions)
