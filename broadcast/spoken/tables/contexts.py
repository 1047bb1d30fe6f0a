"""What short abbreviations mean by the word before them, the word after them, or a colon: `word word = meaning`."""

from __future__ import annotations

from broadcast.spoken.tables import entries, tails

BEHIND = entries(
    """
    ĐT phòng khóa bậc hệ ngành = đào tạo; KS nhập đăng = khai sinh; HC phân = hữu cơ; HN dự mời = hội nghị;
    BT quỹ tiền = bồi thường; TX kiêm = trưởng xóm; CC xe = cấp cứu; TT tác kh = tuyên truyền;
    TCXH các = tổ chức xã hội; HL có hết còn = hiệu lực; BH tem phiếu = bảo hành; NV p = nội vụ;
    NC vt th = nội chính; ĐB giải loại diện = đặc biệt; ĐP thu nộp đóng = đảng phí; VP lý phạt vụ lỗi = vi phạm;
    MN vùng = miền núi;
    ĐT ở = đô thị;
    XN xin giấy đơn được = xác nhận; NS mua hàng tiêu chế = nông sản; TB đình = thương binh;
    ĐH dự mừng tại sau = đại hội; KT ubkt = kiểm tra; TN ts = thu nhập; PH rừng = phòng hộ;
    BKS trưởng viên = ban kiểm soát;
    KH theo hành thực khai lập dựng duyệt tại kèm = kế hoạch; KH mỗi của cho gửi với vị quý nhiều nếu = khách hàng;
    GD gian = giao dịch; VX ct pct tịch = văn xã; TC đạt còn các hoàn = tiêu chí; CN may = công nghiệp;
    CK trận vòng vào = chung kết;
    BK trận vòng vào = bán kết;
    BO sàn = bê ô; KM ntm mới = kiểu mẫu; HCV anti gan nhiễm hbv virus = hát xê vê;
    GD dừng khóa điểm mã ngừng phiên quầy hủy lịch mỗi mọi các = giao dịch;
    PTTH trường bậc cấp = phổ thông trung học; TB điểm mức loại lực nhập độ suất tuổi giá = trung bình;
    ĐT vốn nhà chủ rót hội = đầu tư; THA vấn trị bệnh mắc khám = tăng huyết áp; THA cục quan = thi hành án;
    BCS cấp phát dùng = bao cao su; RSX wave = e rờ ét ích; NL 000đ đồng vé = người lớn; TT triệu = thành thị;
    TT thuốc = tránh thai; TT nvh = thị trấn; HU btv ủy viên bt = huyện ủy; ĐĐ phạm lý chấp = đất đai;
    CN giáo cô thầy = chủ nhiệm; LS mộ nhân binh tb = liệt sĩ; TN khách xe tuyến ga qua lên tp = Thái Nguyên;
    TN câu bài đề phần = trắc nghiệm; TN sạch lực thép viện báo đại = Thái Nguyên; TL câu bài phần tn = tự luận;
    CĐ đh tuyển hệ bằng trường học ngành thi = cao đẳng; ND ghi rõ đúng kèm nhập mục = nội dung;
    ND bà quần cán vận lòng bộ viên đồng và các của cb = nhân dân; HĐ mã xuất viết lập = hóa đơn;
    HĐ các chương chế mọi nhiều = hoạt động; CP của nq = Chính phủ; ĐB các = đại biểu; ĐV cq các quan = đơn vị;
    GĐ hộ = gia đình; HK sổ nhập có = hộ khẩu; HK tải đón chở = hành khách; KL hạt trạm đội = kiểm lâm;
    KS sổ giấy = khai sinh; MT chống nghiện nghiện = ma túy; TA tiếng = Anh; TĐ trào = thi đua; TĐ các = tập đoàn;
    TQ trận vệ vì = Tổ quốc; TQ hội lần = toàn quốc; TQ tỉnh = Tuyên Quang; TM bằng trả nộp = tiền mặt;
    TH để biểu = tổng hợp; VC phí cước tiền = vận chuyển; VT ty cty xã = vận tải; ĐK đủ có nếu các = điều kiện;
    QT bay = quốc tế; NK ngày = nhập khẩu; DB thôn = dự bị; PC máy = pi xi; LT sổ = lưu trú;
    ĐS vượt ga ngành = đường sắt; NC ntm = nâng cao; ĐĐB hướng gió phía = Đông Đông Bắc;
    ĐĐN hướng gió phía = Đông Đông Nam; TTB hướng gió phía = Tây Tây Bắc; TTN hướng gió phía = Tây Tây Nam;
    BĐB hướng gió phía = Bắc Đông Bắc; BTB hướng gió phía = Bắc Tây Bắc; NĐN hướng gió phía = Nam Đông Nam;
    NTN hướng gió phía = Nam Tây Nam; VX tiêm mũi liều = vắc xin; QP bộ ban = quốc phòng;
    TC mũi đợt điểm = tiêm chủng;
    """
)
"""The abbreviation, the words of which one stands before it, the meaning."""

AHEAD = entries(
    """
    PA phòng chống ứng chữa bồi sản tuyển = phương án; ĐT nghề = đào tạo; CSĐT nghề lái = cơ sở đào tạo;
    HL từ kể thi = hiệu lực; HC vàng bạc đồng = huy chương;
    HN tổng sơ triển trực cán = hội nghị; BH máy sản = bảo hành; TCXH từ nghề = tổ chức xã hội;
    VP nồng tốc giao trật luật quy hợp = vi phạm; ĐP quý tháng năm = đảng phí; ĐV bầu = đơn vị;
    XN tạm thường nhân cư hộ dân lưu hoàn độc tình = xác nhận; TB hạng nặng liệt bệnh = thương binh;
    ĐH đảng chi đoàn hội đại mttq phụ nhiệm lần đb = đại hội; CĐ số = công điện; TH kỹ = thực hành;
    BKS công họp tctd ngân htx = ban kiểm soát;
    DT tày nùng dao mông thái mường sán hoa khmer chăm hmông ngái giáy = dân tộc; TC số = tiêu chí;
    LS vay tiền tiết huy cho gửi từ chỉ cao thấp ưu = lãi suất;
    GD nghi trực qua tại thành bất đáng lạ chuyển ngân bằng trên = giao dịch;
    ĐC chủ bí phó trưởng nguyên ct pct = đồng chí; Đc chủ bí phó trưởng nguyên ct pct = đồng chí;
    ĐV khó = đoàn viên; SC nghề = sơ cấp; BT gpmb đất hỗ thu = bồi thường;
    BTV chương đài thời tập tin ban = biên tập viên; TBT báo tạp = tổng biên tập;
    NS lúa ngô sắn chè cao thấp = năng suất; CN lớp = chủ nhiệm; TL lậu ngoại điếu = thuốc lá;
    TB y điện trường dạy vệ = thiết bị; TB ls binh = thương binh; ĐT chứng vàng tiền bất xây công nước = đầu tư;
    ND ck chuyển tin ghi như = nội dung; HĐ thẩm bầu coi chấm tuyển nghĩa giám = hội đồng; HĐ điện = hóa đơn;
    HĐ văn thể ngoại từ thiện tình trải kinh = hoạt động; BĐ huyện tỉnh văn trung = bưu điện;
    CS y sản chế giáo dạy tiêm lưu dịch khám vật = cơ sở; CT mtqg phát quốc hành ocop nghệ văn = chương trình;
    CT thủy xây cấp giao hạ = công trình; CT đảng = chủ tịch; ĐB dân dtts vùng đồng = đồng bào; ĐB sông = đồng bằng;
    ĐD trưởng viên = điều dưỡng; ĐD trung cao hạ = đường dây; ĐV máu tính sự hành vũ = đơn vị;
    GĐ văn nghèo chính liệt khó anh = gia đình; HT kinh tiền pháp người hộ vay lãi khẩn = hỗ trợ; KP hậu = khắc phục;
    KT viên trồng chăn = kỹ thuật; MT tq tổ = mặt trận; NT mới = nông thôn; PH giữa cùng với = phối hợp;
    PT kinh nông sản rừng = phát triển; PT giao vận đi = phương tiện; QH chung sử chi kế xây đất = quy hoạch;
    TM ubnd ban đảng hội chi = thay mặt; TH nghị kế chương chỉ tốt chính đề nhiệm = thực hiện;
    TS lớp đh vào 10 năm đại = tuyển sinh; VT nông y thiết = vật tư; VT hành hàng khách đường = vận tải;
    VT việc = vị trí; PC thái bắc hà = công ty điện lực; BH kèm qđ kh quy văn = ban hành; TQ vn việt = Tổ quốc;
    NK 2015 2016 2020 2021 2025 2026 2030 = nhiệm kỳ; BC kết tình sơ tổng = báo cáo; BC ubnd = báo cáo;
    XH hóa = xã hội;
    """
)
"""The abbreviation, the words of which one follows, the meaning."""

TOPICS = (
    (
        tails(
            """
            ngân hàng; nh; nhnn; tài khoản; tk; stk; otp; atm; thẻ tín dụng; vnd; lãi suất; agribank; vietcombank;
            vietinbank; bidv; techcombank; mb; napas; ekyc; digibank; smartbanking; gd; pgd; chuyển tiền;
    chuyển khoản;
            giao dịch; séc; vay vốn; tiền gửi; tiết kiệm; bank
            """
        ),
        entries("KH = khách hàng; GD = giao dịch;"),
    ),
    (tails("công đoàn; cđcs; cđ; chi đoàn; đoàn thanh niên; liên đoàn; lđlđ"), entries("ĐV = đoàn viên;")),
    (tails("kwh; tiền điện; điện lực; tiền nước; thuê bao; hotline; chăm sóc; gói cước"), entries("KH = khách hàng;")),
)
"""The words of a subject, and what abbreviations mean where one of these stands near."""

BEFORE_COLON = entries(
    """
    BTV = biên tập viên; CĐ = chẩn đoán; SD = số dư; SDC = số dư cuối; SDKD = số dư khả dụng; TG = thời gian;
    ĐĐ = địa điểm;
    TP = thành phần; ND = nội dung; ĐC = địa chỉ; ĐT = điện thoại;
    DT = diện tích; SL = số lượng; ĐG = đơn giá; HT = hình thức; LH = liên hệ; YC = yêu cầu; NS = năm sinh;
    GT = giới tính; QT = quốc tịch; KQ = kết quả; KL = khối lượng; KP = kinh phí; TĐ = trình độ; TS = tổng số;
    TC = tổng cộng; CV = công việc; MT = mục tiêu; DK = dự kiến; BB = bắt buộc;
    """
)
"""Headings of a form."""

DEFAULTS = entries(
    """
    PB = phổ biến; HCVS = hữu cơ vi sinh; TCCT-XH = tổ chức chính trị, xã hội;
    TCCTXH = tổ chức chính trị, xã hội; TTPBGDPL = tuyên truyền, phổ biến, giáo dục pháp luật; LN = lâm nghiệp;
    PC&CC = phòng cháy, chữa cháy; HA = huyết áp; VNN = vì người nghèo; KTLN = kiểm tra liên ngành;
    BD = bồi dưỡng; DSVN = dân số Việt Nam;
    DĐĐT = dồn điền đổi thửa; TTGDNN-GDTX = trung tâm giáo dục nghề nghiệp, giáo dục thường xuyên;
    BCTMT = ban công tác mặt trận; BTCB = bí thư chi bộ; CĐTN = chi đoàn thanh niên; TTQ = tổ tự quản;
    ĐTVM = đô thị văn minh; ĐSVH = đời sống văn hóa; HCN = hộ cận nghèo; GTVL = giới thiệu việc làm;
    BĐDCMHS = ban đại diện cha mẹ học sinh; XHTE = xâm hại trẻ em; TNTT = tai nạn thương tích; ĐTT = đài truyền thanh;
    ĐTC = đầu tư công; NĐC = nồng độ cồn; DLTC = danh lam thắng cảnh; CHPN = chi hội phụ nữ; CHND = chi hội nông dân;
    ĐGQSDĐ = đấu giá quyền sử dụng đất; PTKT = phát triển kinh tế; HĐKC = hoạt động kháng chiến;
    VNAH = Việt Nam anh hùng; NTLS = nghĩa trang liệt sĩ; BVA = bệnh viện a; BVC = bệnh viện xê; đv = đơn vị;
    sn = sinh năm; TTDBKTTVQG = Trung tâm Dự báo khí tượng thủy văn quốc gia; NTNN = nông thôn, nông nghiệp;
    NNNT = nông nghiệp, nông thôn; TPTN = thành phố Thái Nguyên; HC = hành chính; đt = điện thoại; BH = bảo hiểm;
    BQ = bình quân; DB = dự báo; ĐB = đại biểu; ĐD = đại diện; ĐG = đơn giá; ĐN = Đà Nẵng; ĐS = đời sống;
    GP = giấy phép; KL = kết luận; KP = kinh phí; KQ = kết quả; LH = liên hệ; LT = lý thuyết; LV = làm việc;
    MT = môi trường; NB = nội bộ; NK = nhân khẩu; NS = ngân sách; NT = nông thôn; PH = phụ huynh; PN = phụ nữ;
    SL = số lượng; TA = tòa án; TĐ = thi đua; TQ = Trung Quốc; VS = vệ sinh; VX = vắc xin; YC = yêu cầu;
    XK = xuất khẩu; NLĐ = người lao động; CTP = công tác phí; BCS = ban cán sự; CĐV = cổ động viên; ĐVT = đơn vị tính;
    HĐT = hội đồng trường; TĐH = tự động hóa; TTN = thanh thiếu niên; DHS = du học sinh; HGĐ = hộ gia đình;
    QSD = quyền sử dụng; UQ = ủy quyền; GUQ = giấy ủy quyền; CCV = công chứng viên; VPCC = văn phòng công chứng;
    PCC = phòng công chứng; CQĐP = chính quyền địa phương; HTQT = hợp tác quốc tế; QLĐB = quản lý đường bộ;
    NVHX = nhà văn hóa xóm; VHNT = văn hóa nghệ thuật; ATXH = an toàn xã hội; CHT = chỉ huy trưởng; CHP = chỉ huy phó;
    CTVP = chính trị viên phó; SDĐPNN = sử dụng đất phi nông nghiệp; TNKQ = trắc nghiệm khách quan;
    TTB = trang thiết bị; TBYT = thiết bị y tế; TTBYT = trang thiết bị y tế; CSSX-KD = cơ sở sản xuất, kinh doanh;
    LT-TP = lương thực, thực phẩm; LTTP = lương thực, thực phẩm; BĐVHX = bưu điện văn hóa xã;
    BĐ-VHX = bưu điện, văn hóa xã; SĐBS = sửa đổi, bổ sung; sđ = sửa đổi; sđbs = sửa đổi, bổ sung;
    sđt = số điện thoại; bs = bác sĩ; QP = quốc phòng; ANQP = an ninh, quốc phòng;
    KTXH-QPAN = kinh tế, xã hội, quốc phòng, an ninh; TKCK = tài khoản chứng khoán; TSCN = tài sản cá nhân;
    DLCN = dữ liệu cá nhân; BVDLCN = bảo vệ dữ liệu cá nhân; CQTTr = cơ quan thường trực; CQTT = cơ quan thường trực;
    """
)
"""What an abbreviation means where nothing around it says otherwise."""
