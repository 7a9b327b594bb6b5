# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies, who sits in them, their sessions, and what they decide and hand out."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, Person
from bruecke.base.dates import FUZZY, fuzzy_in_words
from bruecke.records.models import Entry, EntryQuerySet, Record, RecordQuerySet


class BodyKind(models.TextChoices):
    """What a body is; a bilateral working group belongs to a partnership (R10)."""

    CABINET = "cabinet", _("Kabinett")
    WORKING_GROUP = "working_group", _("interministerielle Arbeitsgruppe")
    COMMISSION = "commission", _("Regierungskommission")
    ALLIANCE = "alliance", _("Allianz")
    BILATERAL = "bilateral", _("bilaterale Arbeitsgruppe")
    PARLIAMENT = "parliament", _("Parlament")
    OTHER = "other", _("anderes Gremium")


class BodyQuerySet(RecordQuerySet["Body"]):
    """Sets of bodies. A body is called after its organisation, so who may not know of that knows of neither."""

    def visible_to(self, principal: Principal) -> Self:
        """The bodies `principal` may know of."""
        return super().visible_to(principal).filter(organisation__in=Organisation.objects.visible_to(principal))


class Body(Record):
    """A body that meets and decides; its name is that of its organisation."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+", verbose_name=_("Einrichtung"))
    kind = models.CharField(_("Art"), max_length=16, choices=BodyKind.choices)
    purpose = models.TextField(_("Aufgabe"), blank=True)
    is_members_open = models.BooleanField(_("Mitgliederliste offen"), default=False)

    objects = BodyQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.organisation)


class MemberRole(models.TextChoices):
    """What a member is in the body."""

    CHAIR = "chair", _("Vorsitz")
    DEPUTY_CHAIR = "deputy_chair", _("stellvertretender Vorsitz")
    MEMBER = "member", _("Mitglied")
    SECRETARY = "secretary", _("Geschäftsstelle")
    GUEST = "guest", _("Gast")


class BodyMember(Entry):
    """An organisation, or a person for it, sits in a body for a time. since, until: truncated ISO dates, "" unknown."""

    ABOVE = "body"

    body = models.ForeignKey(Body, models.CASCADE, related_name="members")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("Einrichtung"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    role = models.CharField(_("Rolle"), max_length=16, choices=MemberRole.choices, default=MemberRole.MEMBER)
    since = models.CharField(_("seit"), max_length=10, blank=True)
    until = models.CharField(_("bis"), max_length=10, blank=True)

    objects = EntryQuerySet["BodyMember"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="body_member_dates",
                condition=(models.Q(since="") | models.Q(since__regex=FUZZY.pattern))
                & (models.Q(until="") | models.Q(until__regex=FUZZY.pattern)),
            ),
        )

    def __str__(self) -> str:
        # Not its organisation: who edits a body need not know of every member.
        return str(self.get_role_display())


class SessionState(models.TextChoices):
    """Whether a session took place."""

    PLANNED = "planned", _("geplant")
    HELD = "held", _("durchgeführt")
    CANCELLED = "cancelled", _("abgesagt")


class Session(Record):
    """One session of a body. held_on: truncated ISO date. minutes: what was said and settled, in plain words."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="sessions")
    number = models.CharField(_("Nummer"), max_length=40, blank=True)
    held_on = models.CharField(_("Termin"), max_length=10)
    venue = models.CharField(_("Ort"), max_length=200, blank=True)
    state = models.CharField(_("Stand"), max_length=10, choices=SessionState.choices, default=SessionState.PLANNED)
    minutes = models.TextField(_("Ergebnisse"), blank=True)

    objects = RecordQuerySet["Session"].as_manager()

    class Meta:
        constraints = (models.CheckConstraint(name="session_day", condition=models.Q(held_on__regex=FUZZY.pattern)),)
        indexes = (models.Index(fields=("body", "held_on"), name="session_in_order"),)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.number, fuzzy_in_words(self.held_on, get_language() or "de"))))


class AgendaItem(Entry):
    """A point of a session. subject: (type, key) of the record it is about, because the rooms of most lie above."""

    ABOVE = "session"

    session = models.ForeignKey(Session, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField(_("Reihenfolge"))
    title = models.CharField(_("Gegenstand"), max_length=300)
    outcome = models.TextField(_("Ergebnis"), blank=True)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)

    objects = EntryQuerySet["AgendaItem"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="agenda_item_subject_whole",
                condition=models.Q(subject_type="", subject_id__isnull=True)
                | (~models.Q(subject_type="") & models.Q(subject_id__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.title


class Decision(Record):
    """What a body decided: every "decision" asked for elsewhere points to one."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="decisions", verbose_name=_("Gremium"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("Sitzung")
    )
    number = models.CharField(_("Nummer"), max_length=80)
    decided_on = models.DateField(_("beschlossen am"))
    title = models.CharField(_("Gegenstand"), max_length=300)
    text = models.TextField(_("Wortlaut"), blank=True)

    objects = RecordQuerySet["Decision"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "number"), name="decision_number_once"),)
        indexes = (models.Index(fields=("-decided_on", "-id"), name="decision_newest"),)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class TaskState(models.TextChoices):
    """What became of a task."""

    OPEN = "open", _("offen")
    DONE = "done", _("erledigt")
    DROPPED = "dropped", _("entfallen")


class Task(Record):
    """What somebody is to do: from a session, or the follow-up of a decision."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="tasks", verbose_name=_("Gremium"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("Sitzung")
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="follow_ups", verbose_name=_("Beschluss")
    )
    title = models.CharField(_("Aufgabe"), max_length=300)
    responsible = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("zuständig")
    )
    due_on = models.DateField(_("fällig am"), null=True, blank=True)
    state = models.CharField(_("Stand"), max_length=8, choices=TaskState.choices, default=TaskState.OPEN)
    result = models.TextField(_("Ergebnis"), blank=True)

    objects = RecordQuerySet["Task"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("state", "due_on"), name="task_due"),)

    def __str__(self) -> str:
        return self.title

    @property
    def is_settled(self) -> bool:
        """Done or dropped."""
        return self.state != TaskState.OPEN

    def days_overdue(self, today: date) -> int:
        """Days since it was due; 0 where it is not overdue or no longer open."""
        if self.state != TaskState.OPEN or self.due_on is None:
            return 0
        return max(0, (today - self.due_on).days)
