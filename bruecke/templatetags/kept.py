# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of a template that are the same for all who share a few words: rendered once a language, kept in the process.

{% kept asked.sort %}…{% endkept %} may use nothing but what it names and what never changes while the process runs
(words, addresses, static files); never a person's name, a record, a token or a message. {% kept %} names nothing.
"""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

MOST = 64
"""Pieces kept for one place in one template; addresses must not fill the memory."""


class KeptNode(template.Node):
    """Renders its content once for each value of what it depends on."""

    child_nodelists = ()  # Django looks through these for blocks whenever a page is made; there are none inside

    def __init__(self, content: NodeList, on: list[FilterExpression]) -> None:
        self.nodelist = content
        self.on = on
        self.pieces: dict[tuple[object, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """The piece, made or kept."""
        key = (get_language(), *(expression.resolve(context) for expression in self.on))
        piece = self.pieces.get(key)
        if piece is None:
            if len(self.pieces) >= MOST:
                self.pieces.clear()
            piece = self.pieces[key] = self.nodelist.render(context)
        return piece


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """{% kept value … %}: the content depends on these values and on the language only."""
    expressions = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    content = parser.parse(("endkept",))
    parser.delete_first_token()
    if content.get_nodes_by_type(BlockNode):
        raise template.TemplateSyntaxError("a block differs from page to page, it cannot stand in a kept piece")
    return KeptNode(content, expressions)
