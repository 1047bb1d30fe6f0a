"""A thousand stations at once: wrk asks our server, then nginx, for ranges of the same files.

    python tests/benchmarks/load.py [--stations 1000] [--seconds 20]

Prints requests, errors, p99 and our server's memory; leaves with 1 when a promise does not hold.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import sites

RATIO = 50  # p99 of ours over nginx's must stay below
GROWTH = 1.2  # memory in the second half of the run over the first
SCRIPT = """
function request()
  local station = math.random(0, 39)
  local from = math.random(0, 60000)
  local path = string.format("/2024-11-20/tram-%04d/20241120_0530_tram-%04d.mp3", station, station)
  return wrk.format("GET", path, {["Range"] = "bytes=" .. from .. "-" .. (from + 16383)})
end
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("FOUND %d %d %f\\n", summary.requests, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(99) / 1000))
end
"""
NGINX = """
user root; pid {folder}/nginx.pid; error_log stderr; daemon off; worker_processes 1; worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{ access_log off; types {{ audio/mpeg mp3; }}
  server {{ listen 127.0.0.1:{port} backlog=2048; root {site}; }} }}
"""


@dataclass(frozen=True)
class Load:
    """What wrk found: requests, errors, p99 in milliseconds, and the memory of the server over time in MB."""

    requests: int
    errors: int
    p99: float
    memory: tuple[float, ...]


def load(command: list[str], port: int, script: Path, stations: int, seconds: int) -> Load:
    """Start a server, let `stations` connections ask for `seconds`, stop it."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _listening(port)
            with _watched(server.pid) as memory:
                words = ["wrk", "-t2", f"-c{stations}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script)]
                said = subprocess.run([*words, f"http://127.0.0.1:{port}/"], capture_output=True, text=True, check=True)
            found = re.search(r"FOUND (\d+) (\d+) ([\d.]+)", said.stdout)
            if not found:
                sys.exit(said.stdout)
            return Load(int(found[1]), int(found[2]), float(found[3]), tuple(memory))
        finally:
            server.terminate()


def _listening(port: int) -> None:
    for _each in range(400):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    sys.exit(f"nobody answers at port {port}")


@contextlib.contextmanager
def _watched(process: int) -> Iterator[list[float]]:
    """Note a process's resident memory each half second."""
    found: list[float] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.5):
            status = Path(f"/proc/{process}/status").read_text()
            found.append(int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024)  # type: ignore[index]

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def _port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def main() -> None:
    """Measure both, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stations", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=20)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        sites.lay(folder / "site", sites.many(40))
        (folder / "site" / "index.html").write_text("site")
        (folder / "ask.lua").write_text(SCRIPT)
        mine, other = _port(), _port()
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=other, site=folder / "site"))
        serve = [sys.executable, "-m", "broadcast", "serve", "--out", str(folder / "site"), "--port", str(mine)]
        rest = (folder / "ask.lua", chosen.stations, chosen.seconds)
        ours = load(serve, mine, *rest)
        nginx = load(["nginx", "-c", str(folder / "nginx.conf"), "-p", temporary], other, *rest)
    half = len(ours.memory) // 2
    first, second = max(ours.memory[:half]), max(ours.memory[half:])
    for name, each in (("ours", ours), ("nginx", nginx)):
        rate = each.requests / chosen.seconds
        print(f"{name:<6} {each.requests} requests ({rate:.0f} a second), {each.errors} errors, p99 {each.p99:.1f} ms")
    print(f"p99 ratio {ours.p99 / nginx.p99:.1f} (< {RATIO})")
    print(f"memory {first:.1f} MB, then {second:.1f} MB (< ×{GROWTH})")
    sys.exit(0 if not ours.errors and ours.p99 < RATIO * nginx.p99 and second < first * GROWTH else 1)


if __name__ == "__main__":
    main()
