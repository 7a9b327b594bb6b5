# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions to the government: the inquiry, its sub-questions, what houses supply."""

from bruecke.inquiries.models.inquiry import Inquiry, InquiryKind, InquiryState
from bruecke.inquiries.models.question import SubQuestion
from bruecke.inquiries.models.supply import Supply, SupplyState

__all__ = ["Inquiry", "InquiryKind", "InquiryState", "SubQuestion", "Supply", "SupplyState"]
