"""Fetch 500 times over lines that cut, slow, alter, hang and answer 5xx; print how it went, fail if it did not hold.

python tests/benchmarks/fetch_chaos.py [runs] [first seed]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import chaos

from broadcast.deliver import keys

SHARE = 0.3  # from this share of the bytes on, a run must end complete


def main(runs: int, first: int) -> int:
    """Run, count, and give the exit code."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        key = keys.new(Path(temporary) / "keys")
        editions = chaos.editions(Path(temporary), key)
        outcomes = [chaos.run(seed, editions, key) for seed in range(first, first + runs)]
    fit = [each for each in outcomes if each.share >= SHARE]
    troubled = [each for each in outcomes if each.trouble]
    short = [each for each in fit if not each.complete]
    shares = sorted(each.share for each in outcomes)
    print(f"runs {len(outcomes)} in {time.monotonic() - began:.0f} s; requests {sum(e.requests for e in outcomes)}")
    print(f"share of bytes let through: least {shares[0]:.2f}, median {shares[len(shares) // 2]:.2f}")
    print(f"let through at least {SHARE:.0%}: {len(fit)} runs, complete {len(fit) - len(short)}")
    less = [each for each in outcomes if each not in fit]
    print(f"let through less: {len(less)} runs, complete {sum(e.complete for e in less)}")
    changed, cuts = (sum(getattr(e, name) for e in outcomes) for name in ("changed", "power_cuts"))
    print(f"site changed meanwhile in {changed} runs; power cuts {cuts}")
    looks = sum(e.looks for e in outcomes)
    print(f"looks at the folder {looks}; runs with a file that was not whole and signed: {len(troubled)}")
    for each in (*troubled, *short):
        print(f"seed {each.seed}: share {each.share:.2f}, {each.ended}: {'; '.join(each.trouble)}")
    return 1 if troubled or short else 0


if __name__ == "__main__":
    arguments = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*(arguments + [500, 0][len(arguments) :])))
