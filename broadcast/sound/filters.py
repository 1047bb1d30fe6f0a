"""Filters: libavfilter's biquads on numpy arrays, because numpy alone has no recursive filter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import av
import av.filter
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

_CHUNK = 32_768  # samples: they stay in the processor's cache; twice as fast as a whole minute at once

Step = tuple[str, Mapping[str, float | str]]


def run(samples: Samples, rate: int, steps: tuple[Step, ...]) -> Samples:
    """Send a sound through a chain of libavfilter's filters that give one sample for each.

    Args:
        samples: float32, (samples,).
        rate: its sample rate in Hz.
        steps: each filter's name and arguments, such as `("highpass", {"f": 100.0})`.

    Returns:
        As many samples, float32.
    """
    if not len(samples):
        return samples
    graph = av.filter.Graph()
    links = [graph.add_abuffer(format="flt", sample_rate=rate, layout="mono", time_base=Fraction(1, rate))]
    links += [graph.add(name, ":".join(f"{key}={value}" for key, value in given.items())) for name, given in steps]
    links.append(graph.add("abuffersink"))
    for before, after in pairwise(links):
        before.link_to(after)
    graph.configure()
    return np.concatenate(list(_pumped(graph, np.ascontiguousarray(samples, np.float32), rate)))


def _pumped(graph: av.filter.Graph, samples: Samples, rate: int) -> Iterator[Samples]:
    for start in range(0, len(samples), _CHUNK):
        frame = av.AudioFrame.from_ndarray(samples[None, start : start + _CHUNK], format="flt", layout="mono")
        frame.sample_rate, frame.pts = rate, start
        graph.push(frame)
        yield from _pulled(graph)
    graph.push(None)
    yield from _pulled(graph)


def _pulled(graph: av.filter.Graph) -> Iterator[Samples]:
    while True:
        try:
            pulled = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        if isinstance(pulled, av.AudioFrame):
            yield pulled.to_ndarray().reshape(-1).astype(np.float32, copy=False)
