"""Full stops and colons that are no pauses: inside names and numbers, and in faces made of signs."""

from __future__ import annotations

from broadcast.spoken.view import Piece, View

_FACES = frozenset({":)", ":(", ":D", ";)", ":-)", ":-(", ";-)", ":))", ":(("})


def face(view: View, start: int) -> Piece | None:
    """Say nothing for a face made of signs."""
    for size in (3, 2):
        face = view.text[start : start + size]
        if face in _FACES and view.ends(start + len(face)):
            return Piece(start + len(face), "", "sign", "face")
    return None


def point(view: View, start: int) -> Piece | None:
    """Say the point inside a name or a number: EVNNPC.CSKH; between words a space was forgotten."""
    before, after = view.text[max(0, start - 2) : start], view.text[start + 1 : start + 3]
    inside = before[-1:].isalnum() and after[:1].isalnum()
    if inside and (
        (before[-1].isdigit() and after[0].isdigit())
        or (before.isupper() and after.isupper() and len(before + after) == 4)
    ):
        return Piece(start + 1, "chấm", "sign", "point")
    return None
