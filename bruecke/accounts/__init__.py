# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Users, sign-in, roles, and the Principal that every act is by."""
