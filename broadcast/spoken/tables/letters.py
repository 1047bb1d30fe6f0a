"""Names of letters, signs and units as they are said."""

from __future__ import annotations

from broadcast.spoken.tables import entries

LETTERS = entries(
    """
    a = a; ă = á; â = ớ; b = bê; c = xê; d = đê; đ = đê; e = e; ê = ê; f = ép; g = giê; h = hát; i = i; j = gi;
    k = ca;
    l = e lờ; m = em mờ; n = en nờ; o = o; ô = ô; ơ = ơ; p = pê; q = quy; r = e rờ; s = ét; t = tê; u = u; ư = ư;
    v = vê; w = vê kép; x = ích; y = i dài; z = dét;
    """
)

GREEK = {
    "α": "an pha",
    "β": "bê ta",
    "γ": "gam ma",
    "δ": "đen ta",
    "Δ": "đen ta",
    "λ": "lam đa",
    "μ": "muy",
    "µ": "muy",
    "π": "pi",
    "σ": "xích ma",
    "ω": "ô mê ga",
    "Ω": "ôm",
    "φ": "phi",
    "Φ": "phi",
    "ø": "phi",
    "Ø": "phi",
    "Σ": "xích ma",
    "θ": "tê ta",
    "ε": "ép xi lon",
    "ρ": "rô",
    "η": "ê ta",
    "χ": "khi",
    "ψ": "pơ xi",
}

UNITS = entries(
    """
    km = ki lô mét; hm = héc tô mét; dm = đề xi mét; cm = xăng ti mét; mm = mi li mét; m = mét; nm = na nô mét;
    µm = mi crô mét; μm = mi crô mét; inch = in; in = in; inh = in; kg = ki lô gam; g = gam; gr = gam; gram = gam;
    mg = mi li gam; µg = mi crô gam; mcg = mi crô gam; tấn = tấn; tạ = tạ; l = lít; lít = lít; ml = mi li lít;
    cl = xăng ti lít; dl = đề xi lít; cc = xê xê; m2 = mét vuông; m² = mét vuông; km2 = ki lô mét vuông;
    km² = ki lô mét vuông; cm2 = xăng ti mét vuông; cm² = xăng ti mét vuông; mm2 = mi li mét vuông;
    mm² = mi li mét vuông; dm2 = đề xi mét vuông; dm² = đề xi mét vuông; m3 = mét khối; m³ = mét khối;
    cm3 = xăng ti mét khối; cm³ = xăng ti mét khối; dm3 = đề xi mét khối; dm³ = đề xi mét khối; mm3 = mi li mét khối;
    mm³ = mi li mét khối; km3 = ki lô mét khối; km³ = ki lô mét khối; ha = héc ta; mmhg = mi li mét thủy ngân;
    w = oát; kw = ki lô oát; mw = mê ga oát; gw = gi ga oát; tw = tê ra oát; kwh = ki lô oát giờ; mwh = mê ga oát giờ;
    kwp = ki lô oát pích; wh = oát giờ; kva = ki lô vôn am pe; mva = mê ga vôn am pe; v = vôn; kv = ki lô vôn;
    mv = mi li vôn; ma = mi li am pe; mah = mi li am pe giờ; ah = am pe giờ; hz = héc; khz = ki lô héc;
    mhz = mê ga héc; ghz = gi ga héc; hp = mã lực; db = đề xi ben; kb = ki lô bai; mb = mê ga bai; gb = gi ga bai;
    tb = tê ra bai; kbps = ki lô bít trên giây; mbps = mê ga bít trên giây; gbps = gi ga bít trên giây;
    kcal = ki lô ca lo; mmol = mi li mon; meq = mi li đương lượng; ui = u i; iu = i u; cal = ca lo; pa = pát can;
    kpa = ki lô pát can; mpa = mê ga pát can; hpa = héc tô pát can; bar = ba; ppm = phần triệu; rpm = vòng trên phút;
    mol = mon; lux = lúc; lx = lúc; ohm = ôm; Ω = ôm; kω = ki lô ôm; kj = ki lô giun; vdc = vôn một chiều;
    vac = vôn xoay chiều; kn = ki lô niu tơn; s = giây;
    ms = mi li giây; min = phút; phút = phút; h = giờ; giờ = giờ; p = phút; ph = phút; °c = độ xê; °f = độ ép;
    °k = độ ca; oc = độ xê; 0c = độ xê; ° = độ; % = phần trăm; ‰ = phần nghìn; px = pích xeo; mp = mê ga pích xeo;
    fps = khung hình trên giây;
    """
)
"""Units, in small letters; looked up after a number only."""

CASED_UNITS = {
    "MW": "mê ga oát",
    "mW": "mi li oát",
    "MV": "mê ga vôn",
    "UI": "u i",
    "°N": "độ vĩ Bắc",
    "°B": "độ vĩ Bắc",
    "°S": "độ vĩ Nam",
    "°E": "độ kinh Đông",
    "°Đ": "độ kinh Đông",
    "°W": "độ kinh Tây",
    "°T": "độ kinh Tây",
    "IU": "i u",
    "mV": "mi li vôn",
    "mA": "mi li am pe",
    "Mb": "mê ga bai",
    "MPa": "mê ga pát can",
    "Ω": "ôm",
    "Wh": "oát giờ",
    "dB": "đề xi ben",
    "A": "am pe",
    "CV": "xê vê",
}

GLUED_ONLY = frozenset(
    [
        "m",
        "l",
        "g",
        "s",
        "v",
        "w",
        "p",
        "h",
        "k",
        "t",
        "in",
        "oc",
        "ah",
        "ma",
        "mp",
        "pa",
        "bar",
        "min",
        "a",
        "inh",
        "cl",
        "cc",
        "ph",
        "db",
    ]
) - {"m"}
"""Units that count only when written against the number: apart they are more often something else."""

CURRENCIES = {
    "₫": "đồng",
    "đ": "đồng",
    "đồng": "đồng",
    "vnđ": "đồng",
    "vnd": "đồng",
    "d": "đồng",
    "$": "đô la",
    "usd": "đô la Mỹ",
    "us$": "đô la Mỹ",
    "€": "ơ rô",
    "eur": "ơ rô",
    "£": "bảng Anh",
    "gbp": "bảng Anh",
    "¥": "yên Nhật",
    "jpy": "yên Nhật",
    "₩": "uôn",
    "krw": "uôn Hàn Quốc",
    "cny": "nhân dân tệ",
    "ndt": "nhân dân tệ",
    "rmb": "nhân dân tệ",
    "₹": "ru pi",
    "฿": "bạt",
    "thb": "bạt Thái",
    "usdt": "u ét đê tê",
    "btc": "bít coi",
    "aud": "đô la Úc",
    "sgd": "đô la Xinh ga po",
}

MAGNITUDES = {
    "k": "nghìn",
    "tr": "triệu",
    "trđ": "triệu đồng",
    "trd": "triệu đồng",
    "triệu": "triệu",
    "t": "tỷ",
    "tỷ": "tỷ",
    "tỉ": "tỷ",
    "nghìn": "nghìn",
    "ngàn": "ngàn",
    "ng": "nghìn",
}

SIGNS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "&": "và",
    "@": "a còng",
    "+": "cộng",
    "=": "bằng",
    "#": "thăng",
    "*": "sao",
    "/": "gạch chéo",
    "\\": "gạch chéo ngược",
    "_": "gạch dưới",
    "<": "nhỏ hơn",
    ">": "lớn hơn",
    "≤": "nhỏ hơn hoặc bằng",
    "≥": "lớn hơn hoặc bằng",
    "≠": "khác",
    "≈": "xấp xỉ",
    "×": "nhân",
    "÷": "chia",
    "±": "cộng trừ",
    "√": "căn",
    "∞": "vô cùng",
    "^": "mũ",
    "°": "độ",
    "$": "đô la",
    "€": "ơ rô",
    "£": "bảng Anh",
    "¥": "yên",
    "₫": "đồng",
    "§": "mục",
    "²": "bình phương",
    "³": "lập phương",
    "½": "một phần hai",
    "¼": "một phần tư",
    "¾": "ba phần tư",
    "№": "số",
    "~": "khoảng",
    "฿": "bạt",
    "₩": "uôn",
    "₹": "ru pi",
    "¢": "xu",
    "∑": "tổng",
    "∆": "đen ta",
    "−": "trừ",
    "¹": "mũ một",
}
"""Signs that are said; any other sign either makes a pause, or says nothing, or is reported."""
