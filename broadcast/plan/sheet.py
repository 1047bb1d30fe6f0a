"""The sheet that a reader reads from: what is to be recorded, in big letters, with room for name and consent.

It is written in Vietnamese, as the daily scripts are, whatever language its reader's machine speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from broadcast.campaign.campaign import Campaign
from broadcast.plan.pace import speech
from broadcast.plan.reader import Reader
from broadcast.plan.recorded import VOICED, Need
from broadcast.plan.script import language_name

_ADVICE = (
    "Đọc ở nơi yên tĩnh, đóng cửa, tắt quạt. Để điện thoại cách miệng khoảng một gang tay.",
    "Mỗi tin thu vào một tệp riêng. Im lặng khoảng một giây trước khi đọc và sau khi đọc xong.",
    "Đọc chậm, rõ, như nói chuyện với bà con. Đọc vấp thì dừng lại và đọc lại cả câu.",
    "Số điện thoại đọc từng chữ số và đọc đủ hai lần, đúng như trong tờ này. Không thêm số nào khác.",
    "Không mở nhạc. Định dạng nào của điện thoại cũng được: M4A, AMR, 3GP, OGG, MP3, WAV.",
)
_CONSENT = "Tôi đồng ý để đài truyền thanh phát các bản thu giọng của tôi trong chiến dịch này."
_STYLE = """\
body{font:16pt/1.6 serif;margin:2em auto;max-width:40em;padding:0 1em}
h1{font-size:20pt}h2{font-size:17pt;margin-bottom:0}
.about{font:11pt/1.4 sans-serif;margin:.2em 0 1em}.message{break-inside:avoid;border-top:1px solid;padding-top:.6em}
.spoken{font-size:12pt;font-style:italic}.line{margin:.35em 0}.sign{font-size:12pt;margin-top:2em;break-inside:avoid}
@media print{body{margin:0;max-width:none}.sheet{break-after:page}}"""


@dataclass(frozen=True, slots=True)
class _Item:
    """One message of a sheet: its heading, what stands below it, and (written, spoken if it differs) lines."""

    title: str
    about: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]


def text(campaign: Campaign, needs: Sequence[Need]) -> str:
    """Write a sheet for each language as plain text."""
    return "\n\n".join("\n".join(_text(campaign, *sheet)) for sheet in _sheets(campaign, needs)) + "\n"


def page(campaign: Campaign, needs: Sequence[Need]) -> str:
    """Write a sheet for each language as one HTML page that prints well and needs nothing beside it."""
    sheets = "\n".join("\n".join(_html(campaign, *sheet)) for sheet in _sheets(campaign, needs))
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>Tờ đọc thu âm: '
        f'{escape(campaign.title)}</title>\n<meta name="viewport" content="width=device-width">\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{sheets}\n</body>\n</html>\n"
    )


def _sheets(campaign: Campaign, needs: Sequence[Need]) -> Iterator[tuple[str, list[_Item]]]:
    reader = Reader(campaign)
    for language, group in groupby(needs, lambda need: need.language):
        yield language, [_item(campaign, reader, need) for need in group]


def _item(campaign: Campaign, reader: Reader, need: Need) -> _Item:
    segment = need.segment
    lines = reader.lines(segment.text) if segment.text else ()
    seconds = round(speech((line.spoken for line in lines), campaign.sound))
    length = f"Dài khoảng {seconds} giây" if lines else "Chưa có lời viết: nghe bản thu tiếng khác rồi nói lại"
    about = (
        f"{length}. Dành cho: {', '.join(each.name for each in need.stations)}.",
        f"Tên tệp: recordings/{segment.id}-{need.language}.m4a (đuôi tệp tùy điện thoại)",
    )
    return _Item(segment.title, about, tuple((each.written, each.spoken if each.changed else "") for each in lines))


def _told(language: str, count: int) -> str:
    name = language_name(language)
    if language == VOICED:
        return f"Đọc nguyên văn. Có {count} tin."
    return f"Nói lại bằng {name}, đủ ý từng câu, không thêm, không bớt. Có {count} tin."


def _text(campaign: Campaign, language: str, items: Sequence[_Item]) -> Iterator[str]:
    title = f"TỜ ĐỌC THU ÂM: {language_name(language).upper()}"
    yield from (title, campaign.title, "", _told(language, len(items)), *(f"- {line}" for line in _ADVICE), "")
    for number, item in enumerate(items, start=1):
        yield from ("-" * 72, f"{number}. {item.title}", *(f"   ({line})" for line in item.about), "")
        for written, spoken in item.lines:
            yield f"   {written}"
            if spoken:
                yield f"      đọc là: {spoken}"
        yield ""
    yield from ("-" * 72, _CONSENT, "", *_fields())


def _fields() -> tuple[str, ...]:
    return (f"Người đọc: {'.' * 40}", f"Ngày đồng ý: {'.' * 18}  Chữ ký: {'.' * 20}")


def _html(campaign: Campaign, language: str, items: Sequence[_Item]) -> Iterator[str]:
    yield f'<section class="sheet">\n<h1>Tờ đọc thu âm: {escape(language_name(language))}</h1>'
    yield f'<p class="about">{escape(campaign.title)}</p>\n<p>{escape(_told(language, len(items)))}</p>'
    yield f'<ul class="about">{"".join(f"<li>{escape(line)}</li>" for line in _ADVICE)}</ul>'
    for number, item in enumerate(items, start=1):
        yield f'<div class="message">\n<h2>{number}. {escape(item.title)}</h2>'
        yield f'<p class="about">{"<br>".join(map(escape, item.about))}</p>'
        for written, spoken in item.lines:
            below = f'<br><span class="spoken">đọc là: {escape(spoken)}</span>' if spoken else ""
            yield f'<p class="line">{escape(written)}{below}</p>'
        yield "</div>"
    yield f'<div class="sign"><p>{_CONSENT}</p>{"".join(f"<p>{line}</p>" for line in _fields())}</div>\n</section>'
