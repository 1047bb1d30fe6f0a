"""The daily script: what every station says on one date, for a newsreader to read and an official to sign.

It is written in Vietnamese, the language of what is broadcast, whatever language its reader's machine speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from broadcast.campaign.campaign import Campaign
from broadcast.campaign.segment import Recording, Segment
from broadcast.plan.approval import Address, Heard
from broadcast.plan.calendar import hour, long_date, weekday
from broadcast.plan.cue import Cue, Line
from broadcast.plan.rundown import Plan, Rundown
from broadcast.plan.standby import standby
from broadcast.plan.verdict import roles

_LANGUAGES = {
    "vi": "tiếng Việt",
    "tay": "tiếng Tày",
    "nung": "tiếng Nùng",
    "dao": "tiếng Dao",
    "mong": "tiếng Mông",
}
_MARKS = re.compile(r"([\\`*_<>\[\]|#])")
Told = tuple[str, tuple[str, ...]]  # a cue that stands in the script already: its id and languages
_KEY = """\
Giờ ở đầu mỗi mục là giờ dự kiến; lời xưng dài ngắn khác nhau nên từng đài có thể sớm, muộn vài giây.
Câu nào nghe khác chữ viết thì ngay dưới câu ấy có dòng “đọc là”."""
_STANDBY = """\
Phát khi một buổi không có chương trình nào khác, ngày nào cũng được. Giờ ở đầu mỗi mục đếm từ đầu chương trình."""


def script(plan: Plan, date: date, heard: Heard) -> str:
    """Write the script of one date as Markdown; the same plan gives the same bytes.

    Args:
        plan: of the whole campaign.
        date: one of its dates.
        heard: what is heard on that date; the script names its codes.

    Raises:
        BroadcastError: the campaign has no such date.
    """
    rundowns = plan.on(date)
    slots: dict[str, list[Rundown]] = {}
    for rundown in rundowns:
        slots.setdefault(rundown.slot.id, []).append(rundown)
    parts = [*_head(plan.campaign, date, rundowns), *_idents(next(iter(slots.values()), ()))]
    for same_slot in slots.values():
        parts.append(f"## Chương trình {hour(same_slot[0].slot.at)}")
        parts += _slot(plan.campaign, same_slot, heard)
    parts += _signatures(plan.campaign, heard)
    return "\n\n".join(parts) + "\n"


def standby_script(plan: Plan, heard: Heard) -> str:
    """Write the script of the standby programmes, as `script` writes that of a date; hours count from the head."""
    campaign = plan.campaign
    rundowns = list(standby(plan))
    shown = [replace(each, slot=replace(each.slot, at=time())) for each in rundowns]
    facts = [("Chiến dịch", campaign.title), ("Đơn vị tổ chức", campaign.organiser)]
    parts = ["# Kịch bản phát thanh: chương trình dự phòng", _facts(facts), _STANDBY, *_idents(shown)]
    parts += ["## Chương trình dự phòng", *_slot(campaign, shown, replace(heard, codes=_by_midnight(heard)))]
    parts += _signatures(campaign, heard)
    return "\n\n".join(parts) + "\n"


def _by_midnight(heard: Heard) -> dict[Address, str]:
    return {("0000", station): code for (_slot, station), code in heard.codes.items()}


def language_name(language: str) -> str:
    """Name a language in Vietnamese."""
    return _LANGUAGES.get(language, f"tiếng {language}")


def _head(campaign: Campaign, day: date, rundowns: Sequence[Rundown]) -> Iterator[str]:
    name = weekday(day)
    yield f"# Kịch bản phát thanh: {name[0].upper()}{name[1:]}, {long_date(day)}"
    theme = rundowns[0].theme if rundowns else None
    hours = ", ".join(hour(slot.at) for slot in sorted(campaign.slots, key=lambda slot: slot.at))
    facts = [
        ("Chiến dịch", campaign.title),
        ("Đơn vị tổ chức", campaign.organiser),
        ("Chuyện trong ngày", theme.title if theme else ""),
        ("Giờ phát", hours),
        ("Số đài phát", str(len(campaign.stations))),
    ]
    yield _facts(facts)
    yield _KEY


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"- **{name}:** {_plain(value)}" for name, value in facts if value)


def _idents(rundowns: Sequence[Rundown]) -> Iterator[str]:
    """Give the table of idents, a row a station."""
    idents = [cue for rundown in rundowns for cue in rundown.cues if cue.kind == "ident"]
    if not idents:
        return
    yield "## Lời xưng của từng đài"
    yield "Đọc trên nhạc mở đầu; chỉ phần này mỗi đài một khác."
    rows = [_cells([_plain(cue.title), *_row(cue.lines)]) for cue in dict.fromkeys(idents)]
    yield "\n".join([_cells(["Đài", "Lời xưng", "Đọc là"]), _cells(["---"] * 3), *rows])


def _row(lines: Sequence[Line]) -> tuple[str, str]:
    spoken = " ".join(line.spoken for line in lines) if any(line.changed for line in lines) else ""
    return _plain(" ".join(line.written for line in lines)), _plain(spoken)


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _slot(campaign: Campaign, rundowns: list[Rundown], heard: Heard) -> Iterator[str]:
    """Give one hour: the programme of most stations in full, then what others have instead."""
    kinds: dict[tuple[Told, ...], list[Rundown]] = {}
    for rundown in rundowns:
        kinds.setdefault(tuple(_told(cue) for cue in rundown.cues if cue.kind != "ident"), []).append(rundown)
    most, *others = sorted(kinds.values(), key=len, reverse=True)
    yield _length(most[0], heard, most if others else ())
    yield from _programme(campaign, most[0], set())
    told = {_told(cue) for cue in most[0].cues}
    for same in others:
        names = ", ".join(rundown.station.name for rundown in same)
        yield f"### Khác ở: {_plain(names)}"
        yield _length(same[0], heard)
        yield from _programme(campaign, same[0], told)
        told |= {_told(cue) for cue in same[0].cues}


def _told(cue: Cue) -> Told:
    return cue.id, cue.languages


def _length(rundown: Rundown, heard: Heard, stations: Sequence[Rundown] = ()) -> str:
    slot = rundown.slot
    text = f"Dài dự kiến {_minutes(rundown.seconds)}; "
    text += f"khung giờ {_minutes(slot.seconds)}, lệch không quá {slot.tolerance:g} giây."
    text += f"\nMã lời: **{heard.codes[slot.id, rundown.station.id]}**."
    if stations:
        text += f"\nPhát ở: {_plain(', '.join(each.station.name for each in stations))}."
    return text


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest:02} giây" if rest else f"{minutes} phút"


def _programme(campaign: Campaign, rundown: Rundown, told: set[Told]) -> Iterator[str]:
    """Give the cues in order; those in `told` stand above already and are only named."""
    number = 0
    for cue, start in zip(rundown.cues, rundown.starts, strict=True):
        clock = datetime.combine(rundown.date, rundown.slot.at) + timedelta(seconds=round(start))
        number += cue.kind == "message"
        title = f"Tin {number}: {cue.title}" if cue.kind == "message" else cue.title
        if cue.kind == "ident":
            if not told:
                yield f"### {clock:%H:%M:%S} · Nhạc mở đầu và lời xưng của đài\n\nTheo bảng “Lời xưng của từng đài”."
        elif cue.kind == "sting":
            if not told:
                yield "*(Nhạc ngắt)*"
        elif _told(cue) in told:
            yield f"- {clock:%H:%M:%S} · {_plain(title)} (như trên)"
        else:
            yield f"### {clock:%H:%M:%S} · {_plain(title)}"
            yield from _cue(campaign, cue)


def _cue(campaign: Campaign, cue: Cue) -> Iterator[str]:
    if cue.segment:
        yield _about(campaign, cue.segment)
    for language in cue.languages:
        recording = _recording(cue, language)
        if recording:
            name = language_name(language)
            yield f"*(Bản thu {name}: {_plain(recording.reader)} đọc, tệp `{recording.path}`)*"
        if language == "vi" and cue.lines:
            yield "\n".join(text for line in cue.lines for text in _line(line, recorded=recording is not None))


def _recording(cue: Cue, language: str) -> Recording | None:
    recordings = cue.segment.recordings if cue.segment else ()
    return next((each for each in recordings if each.language == language), None)


def _about(campaign: Campaign, segment: Segment) -> str:
    facts = [("Mã", f"`{segment.id}`"), ("Loại", segment.bulletin_class)]
    facts += [("Đề tài", _plain(f"{key} ({campaign.topics.get(key, '')})")) for key in segment.topics]
    names = [campaign.audiences.get(key, key) for key in segment.audiences]
    facts += [("Dành cho", _plain(", ".join(names).lower()))] if names else []
    return " · ".join(f"{name}: {value}" for name, value in [*facts, ("Nguồn", _plain(segment.source))])


def _line(line: Line, *, recorded: bool) -> Iterator[str]:
    yield f"- {_plain(line.written)}"
    if recorded:
        return
    if line.changed:
        yield f"  - *đọc là:* {_plain(line.spoken)}"
    for voice, words in line.others:
        yield f"  - *{_reads(voice)}:* {_plain(words)}"


def _reads(voice: str) -> str:
    return f"giọng {voice} đọc là" if voice else "giọng biết đọc tiếng nước ngoài đọc là"


def _signatures(campaign: Campaign, heard: Heard) -> Iterator[str]:
    """Give a row for each role that must sign; an urgent message always needs two people."""
    required = list(roles(campaign.approval))
    if heard.urgent and len(required) < 2:
        required.append("người duyệt thứ hai (tin khẩn cấp)")
    yield "## Ký duyệt"
    yield "Tôi đã đọc hết kịch bản này, cả những lời “đọc là”, và đồng ý cho phát."
    rows = [_cells([_plain(role), " ", " ", " "]) for role in required]
    yield "\n".join([_cells(["Vai trò", "Họ và tên", "Ngày, giờ", "Chữ ký"]), _cells(["---"] * 4), *rows])


def _plain(text: str) -> str:
    """Write a text so that Markdown shows it as it is, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
