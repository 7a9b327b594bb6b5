# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small HTTP client for measuring: persistent connections on 127.0.0.1, bounded in number and time."""

import asyncio
import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """status, header bytes, body bytes and seconds of one request."""

    status: int
    headers: bytes
    body: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class Load:
    """Figures of many requests: per second, median and 95th percentile in ms, bytes of a body."""

    per_second: float
    median_ms: float
    p95_ms: float
    size: int
    statuses: frozenset[int]


async def _request(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str, headers: str) -> Answer:
    started = time.perf_counter()
    writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    length = 0
    chunked = False
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line[15:])
        elif line.startswith(b"transfer-encoding:"):
            chunked = b"chunked" in line
    body = await (_chunks(reader) if chunked else reader.readexactly(length))
    return Answer(status, head, body, time.perf_counter() - started)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


async def _ask(port: int, address: str, headers: str) -> Answer:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return await _request(reader, writer, address, headers)
    finally:
        writer.close()


def ask(port: int, address: str, headers: str = "") -> Answer:
    """One request on a connection of its own."""
    return asyncio.run(_ask(port, address, headers))


def load(port: int, address: str, *, seconds: float = 3.0, connections: int = 4, headers: str = "") -> Load:
    """As many requests as go into `seconds`, over `connections` that stay open; a second of warming up before."""
    return asyncio.run(_load(port, [address], seconds, connections, headers))


def mixed(port: int, addresses: list[str], *, requests: int) -> None:
    """`requests` requests over the addresses in turn, one connection."""

    async def run() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in range(requests):
            await _request(reader, writer, addresses[number % len(addresses)], "")
        writer.close()

    asyncio.run(run())


async def _load(port: int, addresses: list[str], seconds: float, connections: int, headers: str) -> Load:
    answers: list[Answer] = []

    async def one(until: float, keep: bool) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        number = 0
        while time.perf_counter() < until:
            answer = await _request(reader, writer, addresses[number % len(addresses)], headers)
            number += 1
            if keep:
                answers.append(answer)
        writer.close()

    warm = time.perf_counter() + min(1.0, seconds)
    await asyncio.gather(*(one(warm, False) for _ in range(connections)))
    started = time.perf_counter()
    await asyncio.gather(*(one(started + seconds, True) for _ in range(connections)))
    passed = time.perf_counter() - started
    times = sorted(answer.seconds * 1000 for answer in answers)
    return Load(
        per_second=len(answers) / passed,
        median_ms=statistics.median(times),
        p95_ms=times[int(len(times) * 0.95)],
        size=len(answers[-1].body),
        statuses=frozenset(answer.status for answer in answers),
    )
