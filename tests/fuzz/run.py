"""A fuzzer that is guided by coverage, for one reader: `python tests/fuzz/run.py yaml --seconds 900`.

It needs atheris (`pip install -e .[fuzz]`), keeps what it learnt in a corpus folder and stops at the first find,
which it leaves there as `crash-…`; put it into tests/fuzz/found/ as `<reader>-<what>`, and it is a test from then on.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent)]
with atheris.instrument_imports(include=["broadcast", "h11", "urllib3", "starlette", "shlex", "tarfile", "tomllib"]):
    import shlex  # noqa: F401 - what reads settings and backups for us
    import tarfile  # noqa: F401
    import tomllib  # noqa: F401

    import broadcast.build.ledger
    import broadcast.build.manifest
    import broadcast.build.store
    import broadcast.campaign
    import broadcast.campaign.schema
    import broadcast.deliver.line
    import broadcast.deliver.record
    import broadcast.deliver.signature
    import broadcast.night.archive
    import broadcast.night.settings
    import broadcast.sound.decode
    import broadcast.voices.machine
    import broadcast.web.app  # noqa: F401
    from fuzz.readers import READERS


def main() -> None:
    """Lay the samples out and let the fuzzer run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=READERS)
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    chosen = parser.parse_args()
    corpus = chosen.corpus / chosen.reader
    corpus.mkdir(parents=True, exist_ok=True)
    from fuzz.seeds import seeds

    for number, seed in enumerate(seeds(chosen.reader)):
        (corpus / f"seed-{number}").write_bytes(seed)
    bounds = ["-max_len=16384", "-len_control=0", "-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1"]
    options = [f"-max_total_time={chosen.seconds}", f"-artifact_prefix={corpus}-", *bounds]
    atheris.Setup([sys.argv[0], str(corpus), *options], READERS[chosen.reader])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
