"""Abbreviations with several meanings, and the words around that decide between them."""

from __future__ import annotations

from broadcast.spoken.tables import words

AFTER: dict[tuple[str, tuple[str, ...]], str] = {
    ("ND", ("hội",)): "nông dân",
    ("PN", ("hội",)): "phụ nữ",
    ("CTĐ", ("hội",)): "chữ thập đỏ",
    ("KH", ("hội",)): "khuyến học",
    ("NCT", ("hội",)): "người cao tuổi",
    ("TN", ("đoàn",)): "thanh niên",
    ("TN", ("tỉnh",)): "Thái Nguyên",
    ("CT", ("ông",)): "chủ tịch",
    ("KH", ("mã",)): "khách hàng",
    ("KH", ("quý",)): "khách hàng",
    ("CA", ("bộ",)): "Công an",
    ("QP", ("bộ",)): "Quốc phòng",
    ("CT", ("nghị",)): "chương trình",
    ("GĐ", ("hộ",)): "gia đình",
    ("TB", ("thuê",)): "thuê bao",
    ("LĐ", ("ban",)): "lãnh đạo",
    ("TT", ("trang",)): "thông tin",
    ("HT", ("hiện",)): "hiện trường",
    ("CK", ("phí",)): "chuyển khoản",
}
"""By the word before."""

STANDING = (
    "huyện ủy",
    "huyện uỷ",
    "tỉnh ủy",
    "tỉnh uỷ",
    "thành ủy",
    "thành uỷ",
    "hđnd",
    "ubnd",
    "đảng ủy",
    "đảng uỷ",
    "ubmttq",
    "hội đồng",
    "ủy ban",
    "thị ủy",
)
"""Bodies with a standing committee: TT before them is thường trực."""

CENTRES = words("văn y giáo dịch hành phục học truyền bồi khuyến kiểm dân phát gdtx gdnn dvc")
"""What centres are for: TT before them is trung tâm."""

SINGING = words("sĩ trực khúc dao ngợi nhạc hát cao làm mắc bệnh từ đêm ngày nhiễm")
SUNG = words("bài đồng hợp quốc đơn tam song tốp dân hùng trường vào giao tăng ba hai các số")
"""CA beside these sings, or works a shift; it is not the police."""
