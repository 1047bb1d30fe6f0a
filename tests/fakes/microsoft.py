"""A local WebSocket server that answers edge-tts as Microsoft's does."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from fakes import sound

_HEAD = b"X-RequestId:0\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n"


@dataclass
class Microsoft:
    """`script` holds what happens to the next requests: a status, or "empty", "cut"; then all is well."""

    asked: list[str] = field(default_factory=list)
    script: list[int | str] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/edge/v1?TrustedClientToken=0"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        turn = self.script.pop(0) if self.script else "well"
        if isinstance(turn, int):
            return web.Response(status=turn, headers={"Retry-After": "7"})
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            if message.type == WSMsgType.TEXT and "Path:ssml" in message.data:
                self.asked.append(message.data.partition("\r\n\r\n")[2])
                await self._speak(socket, turn)
                break
        await socket.close()
        return socket

    async def _speak(self, socket: web.WebSocketResponse, turn: str) -> None:
        words = re.sub("<[^>]*>", "", self.asked[-1])
        await socket.send_str("X-RequestId:0\r\nPath:turn.start\r\n\r\n{}")
        data = sound.mp3(words)
        for at in range(0, len(data), 4096):
            if turn != "empty":
                await socket.send_bytes(len(_HEAD).to_bytes(2, "big") + _HEAD + b"\r\n" + data[at : at + 4096])
            if turn == "cut":
                return
        await socket.send_str("X-RequestId:0\r\nPath:turn.end\r\n\r\n{}")


@contextmanager
def serving() -> Iterator[Microsoft]:
    """Serve for as long as the block lasts."""
    microsoft = Microsoft()
    loop = asyncio.new_event_loop()
    started = threading.Event()
    runner: list[web.AppRunner] = []

    async def start() -> None:
        app = web.Application()
        app.router.add_get("/edge/v1", microsoft.answer)
        runner.append(web.AppRunner(app))
        await runner[0].setup()
        site = web.TCPSite(runner[0], "127.0.0.1", 0)
        await site.start()
        microsoft.port = runner[0].addresses[0][1]
        started.set()

    def run() -> None:
        loop.run_until_complete(start())
        loop.run_forever()
        loop.run_until_complete(runner[0].cleanup())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    started.wait(10)
    try:
        yield microsoft
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
