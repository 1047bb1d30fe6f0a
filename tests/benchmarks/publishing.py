"""A day's site for 1,600 stations: what publishing costs when nothing, one station, a tenth, half or all changed.

    python tests/benchmarks/publishing.py [stations]
"""

from __future__ import annotations

import datetime
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import sites

from broadcast.build.manifest import dump
from broadcast.deliver import keys
from broadcast.deliver.site import publish

NOW = datetime.datetime.fromisoformat("2024-11-20T03:00:00+07:00")
MOST = 0.1  # of the whole, for one station: a day's manifest must still be read


def main(count: int) -> int:
    """Measure, print, and give the exit code."""
    with tempfile.TemporaryDirectory() as temporary:
        out, own = Path(temporary) / "out", Path(temporary) / "own"
        keys.new(own)
        manifest = sites.many(count)
        folder = sites.lay(out, manifest)
        costs = {}
        for name, share in (("all", count), ("nothing", 0), ("one", 1), ("a tenth", count // 10), ("half", count // 2)):
            changed = {station.id for station in manifest.stations[:share]} if name != "all" else set()
            programmes = tuple(
                replace(each, key=name, voice=name) if each.station in changed else each for each in manifest.programmes
            )
            (folder / "manifest.json").write_bytes(dump(replace(manifest, programmes=programmes)))
            if name == "nothing":
                publish(out, sites.campaign(), NOW, keys=own)
            began = time.process_time()
            done = publish(out, sites.campaign(), NOW, keys=own)
            costs[name] = time.process_time() - began
            wrote = f"{done.written} files, {done.signed} signatures"
            print(f"{name:<8} {costs[name]:7.2f} s of CPU, {costs[name] / costs['all']:6.1%} of all; {wrote}")
            manifest = replace(manifest, programmes=programmes)
    return 0 if costs["one"] < MOST * costs["all"] and costs["half"] < 0.75 * costs["all"] else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1600))
