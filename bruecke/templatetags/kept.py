# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of a template that are the same for all who share a few words: rendered once, kept in the process.

{% kept LANGUAGE_CODE asked.sort %}…{% endkept %} may use nothing but what it names and what never changes while the
process runs (words, addresses, static files); never a person's name, a record, a token or a message.
"""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()

MOST = 64
"""Pieces kept for one place in one template; addresses must not fill the memory."""


class KeptNode(template.Node):
    """Renders its content once for each value of what it depends on."""

    def __init__(self, content: NodeList, on: list[FilterExpression]) -> None:
        self.nodelist = content
        self.on = on
        self.pieces: dict[tuple[object, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """The piece, made or kept."""
        key = tuple(expression.resolve(context) for expression in self.on)
        piece = self.pieces.get(key)
        if piece is None:
            if len(self.pieces) >= MOST:
                self.pieces.clear()
            piece = self.pieces[key] = self.nodelist.render(context)
        return piece


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """{% kept value … %}: the content depends on these values only."""
    expressions = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    if not expressions:
        raise template.TemplateSyntaxError("kept needs what its content depends on, at least LANGUAGE_CODE")
    content = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(content, expressions)
