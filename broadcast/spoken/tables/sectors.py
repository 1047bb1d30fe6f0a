"""Abbreviations of single sectors: works and tenders, party offices, schools, wards of a hospital, care, the police."""

from __future__ import annotations

from broadcast.spoken.tables import entries

SECTORS = entries(
    """
    HTXSNV = hoàn thành xuất sắc nhiệm vụ; HTTNV = hoàn thành tốt nhiệm vụ; HTNV = hoàn thành nhiệm vụ;
    VAHS = vụ án hình sự; VADS = vụ án dân sự; DTTS&MN = dân tộc thiểu số và miền núi; SDC = số dư cuối;
    SDKD = số dư khả dụng; ACE = anh chị em; TBĐ = tờ bản đồ; GQVL = giải quyết việc làm;
    BVTC = bản vẽ thi công; BBMT = biên bản mở thầu;
    CHCC = căn hộ chung cư; CLCT = chất lượng công trình; CBĐT = chuẩn bị đầu tư; CTXD = công trình xây dựng;
    DSNT = danh sách nhà thầu; DTCT = dự toán công trình; ĐTQM = đấu thầu qua mạng; ĐVTV = đơn vị tư vấn;
    HMCT = hạng mục công trình; HSYC = hồ sơ yêu cầu; LCNT = lựa chọn nhà thầu; KHLCNT = kế hoạch lựa chọn nhà thầu;
    HSDT = hồ sơ dự thầu; HSTK = hồ sơ thiết kế; HSĐX = hồ sơ đề xuất; KQTĐ = kết quả thẩm định;
    KSTK = khảo sát, thiết kế; QHKT = quy hoạch kiến trúc; TSC = tài sản công; TKCS = thiết kế cơ sở;
    TBMT = thông báo mời thầu; TVTK = tư vấn thiết kế; XDCT = xây dựng công trình; YCKT = yêu cầu kỹ thuật;
    VĐT = vốn đầu tư; BT,HT&TĐC = bồi thường, hỗ trợ và tái định cư; BCHBP = bộ chỉ huy biên phòng;
    BHHS = bảo hiểm học sinh; CATX = công an thị xã; CNQP = công nghiệp quốc phòng; CNVQP = công nhân viên quốc phòng;
    CTGT = công trình giao thông; DVKTC = dịch vụ kỹ thuật cao; ĐLTN = điện lực Thái Nguyên; GDĐB = giáo dục đặc biệt;
    HKPĐ = hội khỏe Phù Đổng; HSST = hình sự sơ thẩm; HĐGTGT = hóa đơn giá trị gia tăng; HĐKL = hội đồng kỷ luật;
    KDTV = kiểm dịch thực vật; KTHS = kỹ thuật hình sự; KTVA = khởi tố vụ án; KVC = khu vui chơi; NTĐ = nhà thi đấu;
    NTNĐ = nghĩa trang nhân dân; NQLT = nghị quyết liên tịch; PABT = phương án bồi thường;
    PCSR = phòng, chống sốt rét; PNTE = phụ nữ, trẻ em; PNCT = phụ nữ có thai; PTDT = phổ thông dân tộc;
    QCPH = quy chế phối hợp; QLLĐ = quản lý lao động; QLTTĐT = quản lý trật tự đô thị; TKĐD = tài khoản định danh;
    ĐDĐTT = định danh điện tử; TKĐDĐT = tài khoản định danh điện tử; TKNHTT = tài khoản ngân hàng trực tuyến;
    TCTT = trợ cấp thường xuyên; CVTD = chuyên viên tín dụng; GDTT = giao dịch trực tuyến; GDBĐ = giao dịch bảo đảm;
    TSBĐ = tài sản bảo đảm; TSĐB = tài sản đảm bảo; KHDN = khách hàng doanh nghiệp; HĐTC = hợp đồng thế chấp;
    LSCV = lãi suất cho vay; SDTK = số dư tài khoản; STKNH = số tài khoản ngân hàng; TTQT = thanh toán quốc tế;
    TTKDTM = thanh toán không dùng tiền mặt; DVTT = dịch vụ thanh toán; ĐVCNT = đơn vị chấp nhận thẻ;
    PGĐCA = phó giám đốc công an; PTCA = phó trưởng công an; TCAX = trưởng công an xã; ĐTCB = điều tra cơ bản;
    LĐQM = lừa đảo qua mạng; CSQLTTXH = cảnh sát quản lý trật tự xã hội; TGHPL = trợ giúp pháp lý;
    CBPL = cán bộ pháp luật; VBPL = văn bản pháp luật; HTPL = hỗ trợ pháp lý; TPHT = tư pháp, hộ tịch;
    ĐCXD = địa chính, xây dựng; VPTK = văn phòng, thống kê; TTDP = tổ trưởng dân phố; TTTDP = tổ trưởng tổ dân phố;
    TDPVH = tổ dân phố văn hóa; NCCCM = người có công với cách mạng; NCCVCM = người có công với cách mạng;
    TBB = thương bệnh binh; GĐLS = gia đình liệt sĩ; CTMT = chương trình mục tiêu; CCHN = chứng chỉ hành nghề;
    GPHN = giấy phép hành nghề; GPHĐ = giấy phép hoạt động; CSGD = cơ sở giáo dục; CSGDMN = cơ sở giáo dục mầm non;
    TPT = tổng phụ trách; TPTĐ = tổng phụ trách Đội; HĐSP = hội đồng sư phạm; KQHT = kết quả học tập;
    KHGD = kế hoạch giáo dục; HĐTNHN = hoạt động trải nghiệm, hướng nghiệp; GDKTPL = giáo dục kinh tế và pháp luật;
    GDĐP = giáo dục địa phương; KTTX = kiểm tra thường xuyên; KTĐK = kiểm tra định kỳ; KTGK = kiểm tra giữa kỳ;
    GKI = giữa kỳ một; GKII = giữa kỳ hai; TBM = tổ bộ môn; TTCM = tổ trưởng chuyên môn;
    ĐTNTP = đội thiếu niên tiền phong; ĐTNTPHCM = đội thiếu niên tiền phong Hồ Chí Minh; HSCN = học sinh chưa ngoan;
    HSKT = học sinh khuyết tật; HSHCKK = học sinh hoàn cảnh khó khăn; HSNT = học sinh nội trú;
    HSBT = học sinh bán trú; KQRL = kết quả rèn luyện; TNTHPT = tốt nghiệp trung học phổ thông;
    CSSKSS = chăm sóc sức khỏe sinh sản; SLSS = sàng lọc sơ sinh; SLTS = sàng lọc trước sinh;
    BVBMTE = bảo vệ bà mẹ, trẻ em; SKBMTE = sức khỏe bà mẹ, trẻ em; SKTT = sức khỏe tâm thần; THA = tăng huyết áp;
    BPTNMT = bệnh phổi tắc nghẽn mạn tính; KSNK = kiểm soát nhiễm khuẩn; CĐHA = chẩn đoán hình ảnh;
    RHM = răng hàm mặt; TMH = tai mũi họng; YHCT-PHCN = y học cổ truyền, phục hồi chức năng; VLTL = vật lý trị liệu;
    KBCB = khám bệnh, chữa bệnh; QLSK = quản lý sức khỏe; HSSKĐT = hồ sơ sức khỏe điện tử; SKĐT = sức khỏe điện tử;
    SSKĐT = sổ sức khỏe điện tử; BAĐT = bệnh án điện tử; ATTC = an toàn tiêm chủng; BKTN = bệnh không lây nhiễm;
    VMN = viêm màng não; VPQ = viêm phế quản; ĐTNC = đối tượng nguy cơ; TVXN = tư vấn xét nghiệm;
    ĐLVN = đo lường Việt Nam; CTĐN = công tơ điện; LĐTA = lưới điện trung áp; LĐHA = lưới điện hạ áp;
    TTĐN = truyền tải điện; NMN = nhà máy nước; CPNS = cổ phần nước sạch; HTCN = hệ thống cấp nước; DZ = đường dây;
    TTĐL = trung tâm điện lực; HĐMBĐ = hợp đồng mua bán điện; HĐMB = hợp đồng mua bán; GCS = ghi chỉ số;
    DVKH = dịch vụ khách hàng; ĐUQSTW = đảng ủy quân sự trung ương; ĐUQS = đảng ủy quân sự; ĐUCA = đảng ủy công an;
    BTĐU = bí thư đảng ủy; PBTĐU = phó bí thư đảng ủy; PBTTTĐU = phó bí thư thường trực đảng ủy;
    BTHU = bí thư huyện ủy; TBCTMT = trưởng ban công tác mặt trận; BTĐTN = bí thư đoàn thanh niên;
    HLHPNVN = hội liên hiệp phụ nữ Việt Nam; HNDVN = hội nông dân Việt Nam; HCCBVN = hội cựu chiến binh Việt Nam;
    HLHTNVN = hội liên hiệp thanh niên Việt Nam; ĐTNCSHCM = đoàn thanh niên cộng sản Hồ Chí Minh;
    TWĐTN = trung ương đoàn thanh niên; CĐVN = công đoàn Việt Nam; BCHCĐ = ban chấp hành công đoàn;
    CĐGD = công đoàn giáo dục; BNC = ban nội chính; BNCTU = ban nội chính tỉnh ủy; BTCTU = ban tổ chức tỉnh ủy;
    BDVTU = ban dân vận tỉnh ủy; UBKTTU = ủy ban kiểm tra tỉnh ủy; UBKTHU = ủy ban kiểm tra huyện ủy;
    BTCHU = ban tổ chức huyện ủy; BTGHU = ban tuyên giáo huyện ủy; BDVHU = ban dân vận huyện ủy;
    VPHU = văn phòng huyện ủy; TTHU = thường trực huyện ủy; TTTU = thường trực tỉnh ủy; TTĐU = thường trực đảng ủy;
    TTHĐND = thường trực hội đồng nhân dân; VPHĐND&UBND = văn phòng hội đồng nhân dân và ủy ban nhân dân;
    HĐND&UBND = hội đồng nhân dân và ủy ban nhân dân; BPTN&TKQ = bộ phận tiếp nhận và trả kết quả;
    TNHS = tiếp nhận hồ sơ; GQTTHC = giải quyết thủ tục hành chính;
    HTTTGQTTHC = hệ thống thông tin giải quyết thủ tục hành chính; CDVC = cổng dịch vụ công; IOC = i ô xê;
    QLVB = quản lý văn bản; QLVBĐH = quản lý văn bản và điều hành; KTSXH = kinh tế số, xã hội số; XHS = xã hội số;
    ĐMST = đổi mới sáng tạo; KHCN&ĐMST = khoa học, công nghệ và đổi mới sáng tạo; AT-ANM = an toàn, an ninh mạng;
    ATANTT = an toàn, an ninh thông tin; ƯCKC = ứng cứu khẩn cấp; ƯCSC = ứng cứu sự cố; MLĐ = mã độc;
    DTQG = dự trữ quốc gia; VTCC = vận tải công cộng; HKCC = hành khách công cộng;
    HLANGT = hành lang an toàn giao thông; LHPNVN = liên hiệp phụ nữ Việt Nam; ĐBATGT = đảm bảo an toàn giao thông;
    TTKSGT = tuần tra, kiểm soát giao thông; GSGT = giám sát giao thông; XLVP = xử lý vi phạm;
    TTCĐ = tuần tra cơ động; ATPCCC = an toàn phòng cháy, chữa cháy; TTATCC = trật tự an toàn công cộng;
    BVTT = bảo vệ trật tự; ANTG = an ninh thế giới; ANCTNB = an ninh chính trị nội bộ;
    BVCTNB = bảo vệ chính trị nội bộ; PCTPTNXH = phòng, chống tội phạm, tệ nạn xã hội;
    TP&TNXH = tội phạm và tệ nạn xã hội; VLNCN = vật liệu nổ công nghiệp; VKQD = vũ khí quân dụng;
    TPHS = tội phạm hình sự; TPKT = tội phạm kinh tế; TPSDCNC = tội phạm sử dụng công nghệ cao;
    AN-TT = an ninh, trật tự; ANTT-ATXH = an ninh trật tự, an toàn xã hội; ATGTĐB = an toàn giao thông đường bộ;
    ATGTĐS = an toàn giao thông đường sắt; ĐSQG = đường sắt quốc gia; NLĐNN = người lao động nước ngoài;
    BHXHBB = bảo hiểm xã hội bắt buộc; HTTN = hưu trí tự nguyện; TCHT = trợ cấp hưu trí; TCMTP = trợ cấp mai táng phí;
    MTP = mai táng phí; BTXHTX = bảo trợ xã hội thường xuyên; NKTN = người khuyết tật nặng;
    NKTĐBN = người khuyết tật đặc biệt nặng; TEMC = trẻ em mồ côi; TEKT = trẻ em khuyết tật;
    TECHCĐB = trẻ em có hoàn cảnh đặc biệt; QBTTE = quỹ bảo trợ trẻ em; QVNN = quỹ vì người nghèo;
    QĐƠĐN = quỹ đền ơn đáp nghĩa; ĐƠĐN = đền ơn đáp nghĩa; HMTN = hiến máu tình nguyện; HMNĐ = hiến máu nhân đạo;
    GDCT = giáo dục chính trị; PCD = phòng, chống dịch; PCDBĐV = phòng, chống dịch bệnh động vật;
    CNTP = công nghệ thực phẩm; TBKT = tiến bộ kỹ thuật; THTSX = tổ hợp tác sản xuất; SXLN = sản xuất lâm nghiệp;
    PCCR = phòng, chống cháy rừng; QLRBV = quản lý rừng bền vững; KNKL = khuyến nông, khuyến lâm;
    TNN = tài nguyên nước; TNKS = tài nguyên khoáng sản; KTKS = khai thác khoáng sản; ONMT = ô nhiễm môi trường;
    CTNH = chất thải nguy hại; CTYT = chất thải y tế; RTNL = rác thải nguy hại; XLNT = xử lý nước thải;
    BTĐKT = ban thi đua, khen thưởng; SDDPNN = sử dụng đất phi nông nghiệp; UBKTTW = ủy ban kiểm tra trung ương;
    TTgCP = Thủ tướng Chính phủ;
    """
)
