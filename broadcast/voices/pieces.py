"""Where a sentence may be cut for a service that takes only so many characters at a time."""

from __future__ import annotations

from itertools import pairwise

# Words before which a newsreader may breathe.
_OPENERS = frozenset(
    word
    for line in (
        "và hoặc hay nhưng mà thì là vì nên để khi nếu rồi do bởi tuy còn",
        "của cho với trong trên từ đến tại về như được bị",
    )
    for word in line.split()
)
_AFTER_PUNCTUATION, _BEFORE_OPENER, _ANYWHERE = 0.0, 2.0, 5.0


def pieces(sentence: str, most: int = 100) -> tuple[str, ...]:
    """Cut a sentence into the fewest pieces of at most `most` characters, at the most natural places.

    Joined with single spaces the pieces are the sentence again, unless one word is longer than a piece.
    Every piece holds a letter or a digit if the sentence does.
    """
    words = _words(sentence, most)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    # best[end]: (pieces, badness, where the last of them begins), for the words before `end`
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(words) + 1):
        cut = _badness(words, end)
        options = []
        for begin in range(end - 1, -1, -1):
            length = starts[end] - starts[begin] - 1
            if length > most:
                break
            count, badness, _begin = best[begin]
            options.append((count + 1, badness + cut + (1 - length / most) ** 2, begin))
        best.append(min(options))
    return tuple(" ".join(words[begin:end]) for begin, end in pairwise(_cuts(best)))


def _words(sentence: str, most: int) -> list[str]:
    words: list[str] = []
    for word in sentence.split():
        lonely = not any(sign.isalnum() for sign in word)
        if lonely and words and len(words[-1]) + 1 + len(word) <= most:
            words[-1] += f" {word}"  # a dash by itself cannot be spoken by itself
        else:
            words += [word[at : at + most] for at in range(0, len(word), most)]
    return words


def _badness(words: list[str], end: int) -> float:
    if end == len(words) or not words[end - 1][-1].isalnum():
        return _AFTER_PUNCTUATION
    return _BEFORE_OPENER if words[end].lower() in _OPENERS else _ANYWHERE


def _cuts(best: list[tuple[int, float, int]]) -> list[int]:
    cuts = [len(best) - 1]
    while cuts[-1] > 0:
        cuts.append(best[cuts[-1]][2])
    return cuts[::-1]
