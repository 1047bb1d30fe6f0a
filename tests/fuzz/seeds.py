"""Samples of what each reader reads, from which the fuzzer and the tests begin."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import campaigns
import numpy as np
import signed

from broadcast.build.store import Store
from broadcast.deliver import keys

_REQUESTS = (
    b"GET / HTTP/1.1\r\nAccept-Language: vi, en;q=0.5\r\nAccept-Encoding: gzip",
    b'GET /2024-11-20/mot/a.mp3 HTTP/1.1\r\nRange: bytes=0-99\r\nIf-Range: "x"',
    b'HEAD /2024-11-20/../.store/secret HTTP/1.1\r\nIf-None-Match: W/"a", "b"',
    b"GET /stations/mot/feed.xml?x=%ff HTTP/1.1\r\nIf-Modified-Since: Wed, 20 Nov 2024 00:00:00 GMT",
    b"GET /%00%2e%2e/2024-11-20/index.html HTTP/1.1\r\nRange: bytes=-5",
)
_ANSWERS = (
    b'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: "x"\r\n\r\nhello',
    b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 1-4/5\r\nContent-Length: 4\r\n\r\nello",
    b"HTTP/1.1 503 No\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    b"HTTP/1.1 416 No\r\nContent-Range: bytes */5\r\n\r\n",
)


def seeds(name: str) -> Iterator[bytes]:
    """Give the samples of a reader."""
    kinds = {"yaml": _yaml, "sound": _sound, "manifest": _manifest, "http": _http}
    yield from {**kinds, "settings": _settings, "backup": _backup}[name]()


def _yaml() -> Iterator[bytes]:
    order = {"campaign.yaml": 1, "stations.yaml": 2, "contacts.yaml": 3, "lexicon.yaml": 4}
    for path, content in campaigns.tiny_files().items():
        if path.endswith(".yaml"):
            yield bytes([order.get(path, 0)]) + (content if isinstance(content, bytes) else content.encode())


def _sound() -> Iterator[bytes]:
    import av

    wave = (np.sin(np.arange(19_200) / 5) * 0.3).astype(np.float32)[None]
    for container, codec in (("wav", "pcm_s16le"), ("mp3", "mp3"), ("flac", "flac"), ("ogg", "libopus"),
                             ("mp4", "aac"), ("matroska", "libopus"), ("aiff", "pcm_s16be")):  # fmt: skip
        written = io.BytesIO()
        with av.open(written, "w", container) as file:
            stream = file.add_stream(codec, rate=48_000, layout="mono")
            for start in range(0, wave.shape[1], 960):
                frame = av.AudioFrame.from_ndarray(wave[:, start : start + 960], "fltp", "mono")
                frame.rate, frame.pts, frame.time_base = 48_000, start, Fraction(1, 48_000)
                file.mux(stream.encode(frame))
            file.mux(stream.encode(None))
        yield written.getvalue()


def _manifest() -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        key = keys.new(folder / "keys")
        day = signed.lay(folder / "out", key)
        yield b"\0" + (day / "manifest.json").read_bytes()
        yield b"\1" + (
            b'{"version":1,"pieces":{"a":["ident","a","A",1.5,{}]},"bodies":[["a"]]}\n'
            b'["mot","0530","k","tone","fresh",null,1.0,-16.0,-1.5,"a",0,[1,1,"x"],[1,1,"x"],[1,1,"x"]]\n'
        )
        store = Store(folder / "store")
        store.put("piece", "00ff", {"frames": 3, "spans": []}, b"abc")
        yield b"\2" + store.path("piece", "00ff").read_bytes()
        yield b"\3" + (day / signed.STATION / "files.sig").read_bytes()
        yield b"\4" + key.public.pem
        yield (
            b'\5{"source":"x","date":"2024-11-20","zone":"Asia/Ho_Chi_Minh","title":"","theme":"","counts":{},'
            b'"stations":{},"boards":1,"archived":true}'
        )
        yield b"\6" + b"a" * 64 + b"  x.mp3\n"


def _settings() -> Iterator[bytes]:
    yield (
        b'proxy = "http://p.vn"\ncommand = ["/usr/bin/doc", "--wav"]\ncommand_seconds = 60\nmodels = "models"\n'
        b'[nightly]\nuntil = "04:30"\nnotify = "always"\nwebhook = "https://chat.vn/x"\nprogram = ["/bin/sms"]\n'
        b'metrics = "/var/lib/b.prom"\n[nightly.mail]\nserver = "thu.vn"\nport = 587\nsecurity = "tls"\n'
        b'sender = "may@huyen.vn"\nto = ["truc@huyen.vn"]\npassword_file = "/etc/b"\n'
    )
    yield b"command = 'doc --wav'\n[nightly]\nuntil = 04:30:00\n"


def _backup() -> Iterator[bytes]:
    import gzip

    from broadcast.night.archive import backup

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "segments" / "messages").mkdir(parents=True)
        (folder / "segments" / "campaign.yaml").write_text("id: thu\n")
        (folder / "segments" / "messages" / "một.yaml").write_text("title: Một\n")
        backup(folder / "b.tar.gz", {"segments": folder / "segments"})
        data = (folder / "b.tar.gz").read_bytes()
        yield b"\0" + data
        yield b"\1" + gzip.decompress(data)


def _http() -> Iterator[bytes]:
    yield from (b"\0" + each for each in _REQUESTS)
    yield from (b"\1" + each for each in _ANSWERS)
