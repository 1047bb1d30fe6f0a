"""Abbreviations with several meanings, and the words around that decide between them."""

from __future__ import annotations

from broadcast.spoken.tables import words

_WINDS = {"ĐB": "Đông Bắc", "ĐN": "Đông Nam", "TB": "Tây Bắc", "TN": "Tây Nam"}

AFTER: dict[tuple[str, tuple[str, ...]], str] = {
    ("ND", ("hội",)): "nông dân",
    ("PN", ("hội",)): "phụ nữ",
    ("CTĐ", ("hội",)): "chữ thập đỏ",
    ("KH", ("hội",)): "khuyến học",
    ("NCT", ("hội",)): "người cao tuổi",
    ("TN", ("đoàn",)): "thanh niên",
    ("TN", ("tỉnh",)): "Thái Nguyên",
    ("NV", ("phòng",)): "nội vụ",
    ("NV", ("sở",)): "nội vụ",
    ("NV", ("bộ",)): "nội vụ",
    ("NV", ("ngành",)): "nội vụ",
    ("TT", ("vực",)): "thị trấn",
    ("TT", ("xã",)): "thị trấn",
    ("TT", ("phường",)): "thị trấn",
    ("KT", ("đoàn",)): "kiểm tra",
    ("VB", ("độ",)): "vĩ Bắc",
    ("bs", ("sđ",)): "bổ sung",
    ("DO", ("dầu",)): "đê ô",
    ("FO", ("dầu",)): "ép ô",
    ("KĐ", ("độ",)): "kinh Đông",
    ("TH", ("trường",)): "tiểu học",
    ("TH", ("đài",)): "truyền hình",
    ("TH", ("sóng",)): "truyền hình",
    ("NN", ("lý",)): "nhà nước",
    ("NN", ("quan",)): "nhà nước",
    ("THT", ("tiêm",)): "tụ huyết trùng",
    ("THT", ("bệnh",)): "tụ huyết trùng",
    ("KT", ("tổ",)): "kiểm tra",
    ("CT", ("ông",)): "chủ tịch",
    ("KH", ("mã",)): "khách hàng",
    ("KH", ("quý",)): "khách hàng",
    ("CA", ("bộ",)): "Công an",
    **{(short, (before,)): "đồng chí" for short in ("ĐC", "Đc") for before in ("các", "những", "hai", "mời")},
    ("QP", ("bộ",)): "Quốc phòng",
    ("CT", ("nghị",)): "chương trình",
    ("GĐ", ("hộ",)): "gia đình",
    ("TB", ("thuê",)): "thuê bao",
    ("LĐ", ("ban",)): "lãnh đạo",
    ("TT", ("trang",)): "thông tin",
    ("HT", ("hiện",)): "hiện trường",
    ("CK", ("phí",)): "chuyển khoản",
    ("DL", ("lịch",)): "dương lịch",
    ("DL", ("tết",)): "dương lịch",
    ("TH", ("vp",)): "tổng hợp",
    ("KTV", ("quán",)): "ca tê vê",
    ("BĐ", ("tờ",)): "bản đồ",
    **{(short, (before,)): full for short, full in _WINDS.items() for before in ("mùa", "gió", "phía", "hướng")},
    ("TT", ("đài",)): "truyền thanh",
    ("CĐ", ("trường",)): "cao đẳng",
    ("CĐ", ("học",)): "cao đẳng",
    ("TN", ("thi",)): "tốt nghiệp",
    ("TN", ("phố",)): "Thái Nguyên",
    ("HS", ("bộ",)): "hồ sơ",
    ("HS", ("nộp",)): "hồ sơ",
    ("HD", ("video",)): "hát đê",
    ("HD", ("phim",)): "hát đê",
    ("HD", ("full",)): "hát đê",
    ("HD", ("hình",)): "hát đê",
    ("TC", ("bộ",)): "tài chính",
    ("KT", ("đội",)): "kinh tế",
    ("BT", ("ông",)): "bí thư",
    **{("CN", (bank,)): "chi nhánh" for bank in ("agribank", "vietcombank", "vietinbank", "bidv", "hàng", "ty")},
    ("ĐU", ("thư",)): "đảng ủy",
    ("ĐU", ("pbt",)): "đảng ủy",
    ("ĐU", ("bt",)): "đảng ủy",
    ("CN", ("khu",)): "công nghiệp",
    ("CN", ("cụm",)): "công nghiệp",
    ("ĐT", ("đội",)): "điều tra",
}
"""By the word before."""

HEADS = {
    "S": "sở",
    "P": "phòng",
    "B": "bộ",
    "C": "cục",
    "CC": "chi cục",
    "H": "hội",
    "BCĐ": "ban chỉ đạo",
    "BQL": "ban quản lý",
    "BCH": "ban chấp hành",
    "BTC": "ban tổ chức",
    "VP": "văn phòng",
    "TT": "trung tâm",
    "CA": "công an",
    "UB": "ủy ban",
    "HĐ": "hội đồng",
    "CLB": "câu lạc bộ",
    "HTX": "hợp tác xã",
    "GV": "giáo viên",
    "CB": "cán bộ",
    "PCT": "phó chủ tịch",
    "CT": "chủ tịch",
    "CTCP": "công ty cổ phần",
    "UV": "ủy viên",
    "PC": "phòng, chống",
    "QL": "quản lý",
}
"""What an abbreviation of an office may begin with, before another that is known."""

LEVELS = {"H": "huyện", "X": "xã", "T": "tỉnh", "P": "phường", "TP": "thành phố", "TW": "trung ương"}
"""What an abbreviation of an office may end with."""

PERSONS = words(
    """
    ông bà anh chị em cháu cô chú bác cụ thị văn thầy bé chữ tự loại vitamin nhóm khối đội bảng hạng mục phần ý nạn
    thứ khóa khoá kỳ chương
    """
)
"""Before a letter with a full stop it stands for a name that is kept back, or for itself: bà H. Nguyễn."""

NUMBERED = {
    "CT": "chỉ thị",
    "KH": "kế hoạch",
    "TB": "thông báo",
    "TT": "thông tư",
    "BS": "biển số",
    "TC": "tiêu chí",
    "PA": "phương án",
    "GĐ": "giai đoạn",
    "NK": "nhiệm kỳ",
    "PL": "phụ lục",
    "LS": "lãi suất",
}
"""What these mean directly before a number."""

GLUED = words(
    "BĐ KP NV RON PC HK GĐ NĐ NQ KH CV QĐ CT TT KV QK BCĐ ĐA QL TL KM Km VT TDP TBA MBA KĐT KCN CCN KDC TW HĐ TĐ BT LH"
)
"""Abbreviations to which a number may be glued; before any other the letters are a kind or a model."""

ACTING = {"Q": "quyền", "P": "phó"}
TITLES = words("chủ trưởng giám hiệu bí tổng cục chánh viện")
"""Offices that somebody holds for another: Q. Chủ tịch is quyền, not quận."""

BEFORE: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    "BCH": ((words("pctt phòng quân qs qsự ptds cứu thống"), "ban chỉ huy"),),
    "BV": ((words("an môi rừng trẻ quyền người nhà tổ"), "bảo vệ"),),
    "BS": ((words("xe"), "biển số"),),
    "CĐ": ((words("sư y nghề kinh kỹ"), "cao đẳng"),),
    "CT": ((words("số"), "chỉ thị"), (words("tnhh cp cổ trách"), "công ty")),
    "CN": (
        (words("huyện tỉnh thành phố số thái agribank bidv vietcombank vietinbank"), "chi nhánh"),
        (words("hóa"), "công nghiệp"),
        (words("may lao lành thợ làm"), "công nhân"),
    ),
    "HS": ((words("gồm xin đề đăng dự chuyển hợp"), "hồ sơ"),),
    "LĐ": ((words("vp ubnd hđnd phòng sở cục chi đội"), "lãnh đạo"),),
    "HV": ((words("lớp khóa theo"), "học viên"),),
    "HT": ((words("tầng lớn ubnd nhà trung ủy uỷ huyện xã"), "hội trường"),),
    "KH": (
        (words("số"), "kế hoạch"),
        (
            words(
                """
                cá doanh tổ vip cần nên phải được vui mã nợ dùng sử có thanh thân đăng mua quét nhận gọi liên lưu kiểm
                truy đến ở trả
                mang đọc tự bị hỏi gửi
                """
            ),
            "khách hàng",
        ),
    ),
    "PC": ((words("tham ma bạo thiên tội cháy lụt dịch rửa tác lừa"), "phòng, chống"),),
    "TH": ((words("số cáp trực"), "truyền hình"),),
    "THT": ((words("trâu bò lợn gia đàn"), "tụ huyết trùng"),),
    "NN": ((words("hỗ cấp quy giao đầu thu"), "nhà nước"),),
    "NS": ((words("đạt bình"), "năng suất"),),
    "KT": ((words("liên đột chéo việc công giám hành"), "kiểm tra"),),
    "TN": ((words("hè học thpt thcs đh cđ đại cao"), "tốt nghiệp"),),
    "TK": ((words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"), "thế kỷ"),),
    "TTr": ((words("hđnd hội hu huyện tỉnh tu"), "thường trực"),),
    "TB": ((words("số về"), "thông báo"),),
    "TS": ((words("của chung công"), "tài sản"),),
    "VP": ((words("pháp hành"), "vi phạm"),),
}
"""By the words after, before the usual meaning."""

STANDING = (
    "hu ",
    "tu ",
    "đu ",
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
SUNG = words("bài ăn đồng hợp quốc đơn tam song tốp dân hùng trường vào giao tăng ba hai các số")
"""CA beside these sings, or works a shift; it is not the police."""
