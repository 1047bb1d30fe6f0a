"""What the fuzzer found once, and its samples, whole and damaged: every reader answers with errors of ours only."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from fuzz.readers import READERS
from fuzz.seeds import seeds

FOUND = sorted((Path(__file__).parent / "fuzz" / "found").glob("*-*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_the_fuzzer_found_is_mended(path):
    READERS[path.name.partition("-")[0]](path.read_bytes())


@pytest.mark.parametrize("name", READERS)
def test_samples_and_a_hundred_damages_of_each(name):
    chance = random.Random(name)  # noqa: S311 - the same damages each time
    for seed in seeds(name):
        READERS[name](seed)
        for _turn in range(100):
            damaged = bytearray(seed)
            for _blow in range(chance.randrange(1, 6)):
                at = chance.randrange(1, len(damaged))
                damaged[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
            READERS[name](bytes(damaged[:1] + damaged[1:][: chance.choice((None, chance.randrange(len(damaged))))]))
