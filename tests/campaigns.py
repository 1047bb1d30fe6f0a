"""Tiny whole campaigns for tests: two stations, two days, two slots, tone voice, jingles made of sines.

`write_campaign(folder)` writes one that is right in every respect; `changes` replaces whole files
(None leaves one out), `edits` replaces words in them.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

CAMPAIGN = """\
id: thu-nghiem
title: Chiến dịch thử nghiệm phòng lừa đảo
organiser: Ủy ban nhân dân xã Thử
dates: {first: 2024-11-20, last: 2024-11-21}
time_zone: Asia/Ho_Chi_Minh
region: bac
slots:
  - {at: 05:30, seconds: 130, tolerance: 30}
  - {at: 17:00, seconds: 130, tolerance: 30}
quiet_hours: ["00:00-05:00", "11:30-13:30", "19:00-24:00"]
pattern: [ident, greeting, messages, contacts, closing]
jingles: {opener: jingles/opener.wav, sting: jingles/sting.wav, closer: jingles/closer.wav, bed: jingles/bed.wav}
words:
  ident: Đài Truyền thanh {station}, giọng máy tự động.
  greeting:
    "05:30": Kính chào bà con! Bây giờ là {hour}, {weekday}, {date}. Chuyện hôm nay là {theme}.
    "17:00": Chào buổi chiều bà con! Bây giờ là {hour}, {weekday}, {date}. Chuyện hôm nay là {theme}.
  contacts: |
    Cần công an, xin gọi 113. Nhắc lại: 113.
    Gặp tin nhắn lừa đảo, xin gọi số 156. Nhắc lại: 156.
  closing: |
    Xin nhớ ba bước: dừng lại, kiểm tra, báo tin.
voices:
  - {name: tone}
sound: {loudness: -16, true_peak: -1.5, bed_gain: -18, pace: 180, pause: 0.5, gap: 0.6}
topics:
  "1": Giả danh công an
  "2": Việc nhẹ lương cao
audiences:
  nguoi-cao-tuoi: Người cao tuổi
  cong-nhan: Công nhân
themes:
  - {date: 2024-11-20, title: giả danh công an, topics: ["1"], audiences: [nguoi-cao-tuoi]}
  - {date: 2024-11-21, title: việc nhẹ lương cao, topics: ["2"], audiences: [cong-nhan]}
promises: {each_topic: 1, daily_topics: ["1"], every_second_day: [nguoi-cao-tuoi]}
approval: [lãnh đạo]
"""

STATIONS = """\
stations:
  - {id: dai-huyen, name: Huyện Thử, kind: district, languages: [vi], profile: fm}
  - {id: xa-mot, name: Xã Một, kind: commune, gso_code: "05716", languages: [vi], profile: horn}
"""

CONTACTS = """\
contacts:
  - id: "113"
    kind: hotline
    value: "113"
    spoken: một một ba
    use: công an, khẩn cấp
    source: số khẩn cấp toàn quốc
    verified: 2024-11-19
  - id: "156"
    kind: hotline
    value: "156"
    spoken: một năm sáu
    use: phản ánh tin nhắn lừa đảo
    source: hoạt động từ ngày 01/11/2022
    verified: 2024-11-19
    expires: 2025-11-19
"""

LEXICON = """\
lexicon:
  - {written: Thần Xa, spoken: thần sa, match_case: true}
"""

_HEAD = """\
title: {title}
class: thông thường
topics: ["{topic}"]
audiences: [{audience}]
contacts: ["{contact}"]
source: Cẩm nang nhận diện lừa đảo trực tuyến
text: |
"""

# id: title, topic, audience, contact, sentences (about 100 syllables)
_MESSAGES = {
    "cong-an-gia": (
        "Công an không làm việc qua điện thoại", "1", "nguoi-cao-tuoi", "113",
        """\
  Thưa ông bà, thưa các cụ! Có chuyện này, xin ông bà nghe kỹ.
  Kẻ lừa đảo hay gọi vào lúc ông bà ở nhà một mình.
  Nó xưng là công an, nói to, nói nhanh, dọa bắt người.
  Nó hỏi ông bà có bao nhiêu tiền tiết kiệm, rồi giục đi rút.
  Ông bà cứ nhớ một câu: công an thật không gọi điện hỏi tiền của dân.
  Nghe hỏi đến tiền, xin ông bà cúp máy, rồi gọi con cháu sang.
  Chậm một buổi chẳng mất gì. Vội một phút có thể mất cả đời dành dụm.
  Cần công an, ông bà bấm số 113. Nhắc lại để ông bà nhớ: 113.
"""),
    "lenh-bat": (
        "Lệnh bắt không gửi qua điện thoại", "1", "cong-nhan", "113",
        """\
  Máy báo có tin nhắn. Mở ra, thấy ảnh một tờ lệnh bắt, có dấu đỏ.
  Trong lệnh ghi đúng họ tên, đúng nơi ở của mình. Ai thấy mà chẳng run!
  Kẻ gian cần đúng lúc ta run như thế.
  Chúng bảo nộp tiền ngay thì lệnh sẽ được hủy.
  Bà con hãy nhìn vào dấu hiệu này: tờ lệnh đến qua điện thoại.
  Lệnh thật không bao giờ gửi bằng tin nhắn.
  Xin bà con đừng trả lời, hãy mang máy đến công an xã hỏi thẳng.
  Ở xa thì gọi 113. Số ấy là 113, bà con nhé.
"""),
    "phat-nguoi": (
        "Tiền phạt không đòi qua điện thoại", "1", "nguoi-cao-tuoi", "113",
        """\
  Anh em lái xe đã ai nghe cuộc gọi này chưa?
  Người gọi bảo xe của anh vi phạm, bấm phím để gặp cán bộ.
  Bấm vào, có người xưng là cảnh sát giao thông hỏi họ tên, hỏi số tài khoản.
  Rồi họ bảo nộp phạt ngay, chậm là giữ bằng lái.
  Cảnh sát giao thông xử phạt bằng giấy tờ, có biên bản, có quyết định.
  Tiền phạt nộp đúng nơi ghi trong giấy, không nộp cho người gọi điện.
  Nghe đòi phạt qua điện thoại, anh em tắt máy, đến công an hỏi lại.
  Bị dọa nạt, cứ gọi 113. Nhắc lại: số 113.
"""),
    "viec-nhe": (
        "Việc nhẹ, lương cao, đi thật xa", "2", "cong-nhan", "113",
        """\
  Có người nhắn cho em thanh niên vừa xong học, mời đi làm lương cao, việc nhẹ.
  Không cần tay nghề, không cần hợp đồng, xe đón tận ngõ.
  Nhiều người tin theo, đến nơi thì bị giữ giấy tờ, ép đi lừa người khác.
  Dấu hiệu nằm ở chỗ này: việc gì cũng dễ, mà công ty thì không rõ ở đâu.
  Trước khi đi, hãy đưa cả nhà xem hợp đồng lao động.
  Không có hợp đồng thì không đi.
  Người thân bị dụ đi, bị giữ lại, xin gọi gấp 113. Nhắc lại: 113.
"""),
    "nop-phi": (
        "Vay tiền mà phải nộp tiền trước", "2", "nguoi-cao-tuoi", "156",
        """\
  Lương chưa về mà con lại sắp đóng học. Đúng lúc ấy có tin nhắn mời vay.
  Không cần gặp mặt, không cần thế chấp, tiền về ngay trong ngày.
  Làm hồ sơ xong, họ bảo: nộp trước một khoản phí thì mới nhận được tiền vay.
  Nộp rồi, họ lại kêu sai số, phải nộp thêm để mở khóa.
  Bà con nhớ: cho vay mà đòi tiền trước là lừa.
  Cần vay, xin đến tận quầy ngân hàng, hỏi người có bàn, có ghế, có giấy tờ.
  Tin nhắn mời vay lạ, hãy báo số 156. Xin nhắc lại: 156.
"""),
    "nguoi-mau": (
        "Tuyển người mẫu nhí phải nộp tiền", "2", "cong-nhan", "156",
        """\
  Người lạ khen bé nhà mình xinh, mời bé làm người mẫu nhí.
  Nghe khen con, cha mẹ nào chẳng mát lòng.
  Người ta đưa vào một nhóm, rồi bảo mua đồ, nộp tiền giữ chỗ cho bé.
  Lần đầu ít, lần sau nhiều, hứa rằng xong việc sẽ trả lại đủ.
  Dấu hiệu là đây: đi làm mà lại phải nộp tiền trước.
  Tuyển thật thì người ta trả công cho bé, không thu tiền của mẹ.
  Gặp lời mời ấy, cha mẹ hãy ra khỏi nhóm, đừng chuyển đồng nào.
  Rồi báo cho số 156 biết. Xin nhắc lại, 156.
"""),
}  # fmt: skip

_JINGLES = {"opener": (6.0, 523.25), "sting": (1.0, 659.25), "closer": (4.0, 587.33), "bed": (8.0, 392.0)}


def message(title: str, topic: str, audience: str, contact: str, text: str) -> str:
    """Give the YAML of a message; `text` is indented by two spaces already."""
    return _HEAD.format(title=title, topic=topic, audience=audience, contact=contact) + text


@cache
def tone(seconds: float, hertz: float, rate: int = 8_000) -> bytes:
    """Give a WAV file: one sine, 16 bit mono, with a quarter second of silence at both ends."""
    quiet = min(0.25, seconds / 4)
    samples = (
        int(8_000 * math.sin(math.tau * hertz * i / rate)) if quiet <= i / rate <= seconds - quiet else 0
        for i in range(int(seconds * rate))
    )
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return buffer.getvalue()


def tiny_files() -> dict[str, str | bytes]:
    """Give the tiny campaign as relative path → content."""
    return {
        "campaign.yaml": CAMPAIGN,
        "stations.yaml": STATIONS,
        "contacts.yaml": CONTACTS,
        "lexicon.yaml": LEXICON,
        **{f"messages/{name}.yaml": message(*parts) for name, parts in _MESSAGES.items()},
        **{f"jingles/{name}.wav": tone(*shape) for name, shape in _JINGLES.items()},
    }


def write_campaign(
    folder: Path,
    changes: Mapping[str, str | bytes | None] | None = None,
    edits: Mapping[str, tuple[str, str]] | None = None,
) -> Path:
    """Write the tiny campaign into `folder` and give the folder back.

    `changes` is path → new content (None: the file is left out); `edits` is path → (old words, new words).
    """
    files: dict[str, str | bytes | None] = {**tiny_files(), **(changes or {})}
    for path, (old, new) in (edits or {}).items():
        content = files[path]
        assert isinstance(content, str), f"{path} is not text"
        assert old in content, f"{old!r} is not in {path}"
        files[path] = content.replace(old, new)
    for path, content in files.items():
        if content is not None:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture
def campaign_folder(tmp_path: Path) -> Path:
    """Give a folder `segments` with the tiny campaign, right in every respect."""
    return write_campaign(tmp_path / "segments")
