"""Abbreviations of the fields that notices are about: health, farming, land, schools, police, money, power."""

from __future__ import annotations

from broadcast.spoken.tables import entries

FIELDS = entries(
    """
    LMLM = lở mồm long móng; DTLCP = dịch tả lợn châu Phi; CGC = cúm gia cầm; KSK = khám sức khỏe;
    CSSK = chăm sóc sức khỏe; CSYT = cơ sở y tế; BNN = bệnh nghề nghiệp; TNLĐ = tai nạn lao động;
    BHTNLĐ = bảo hiểm tai nạn lao động; TCM = tay chân miệng; SDD = suy dinh dưỡng; SKSS = sức khỏe sinh sản;
    YTDP = y tế dự phòng; KSBT = kiểm soát bệnh tật; TTKSBT = trung tâm kiểm soát bệnh tật; NVYT = nhân viên y tế;
    CBYT = cán bộ y tế; VSMT = vệ sinh môi trường; NĐTP = ngộ độc thực phẩm; BVĐKKV = bệnh viện đa khoa khu vực;
    BN = bệnh nhân; XN = xét nghiệm; PHCN = phục hồi chức năng; ĐTĐ = đái tháo đường; YHCT = y học cổ truyền;
    BVCSTE = bảo vệ, chăm sóc trẻ em; BVTE = bảo vệ trẻ em; TE = trẻ em; CSBVSK = chăm sóc, bảo vệ sức khỏe;
    PK = phòng khám; VTYT = vật tư y tế; HSSK = hồ sơ sức khỏe; ATVS = an toàn, vệ sinh;
    ATVSLĐ = an toàn, vệ sinh lao động; BTXH = bảo trợ xã hội; ASXH = an sinh xã hội; CTXH = công tác xã hội;
    NKT = người khuyết tật; NCC = người có công; TBLS = thương binh, liệt sĩ; CSXH = chính sách xã hội;
    TCXH = trợ cấp xã hội; TCTN = trợ cấp thất nghiệp; GN = giảm nghèo; GNBV = giảm nghèo bền vững;
    XĐGN = xóa đói, giảm nghèo; MTQG = mục tiêu quốc gia; CTMTQG = chương trình mục tiêu quốc gia; DA = dự án;
    ĐA = đề án; QLDA = quản lý dự án; BQLDA = ban quản lý dự án; ĐTXD = đầu tư xây dựng; XDCB = xây dựng cơ bản;
    QHXD = quy hoạch xây dựng; GPXD = giấy phép xây dựng; GPKD = giấy phép kinh doanh; ĐK = đăng ký;
    ĐKKD = đăng ký kinh doanh; HKD = hộ kinh doanh; GCNĐKKD = giấy chứng nhận đăng ký kinh doanh;
    ĐKKH = đăng ký kết hôn; ĐKKS = đăng ký khai sinh; ĐKTT = đăng ký thường trú; LLTP = lý lịch tư pháp; ĐĐ = đất đai;
    VPĐKĐĐ = văn phòng đăng ký đất đai; QHSDĐ = quy hoạch sử dụng đất; KHSDĐ = kế hoạch sử dụng đất;
    QLĐT = quản lý đô thị; KTHT = kinh tế, hạ tầng; KT-HT = kinh tế, hạ tầng; KT&HT = kinh tế và hạ tầng;
    TN&TKQ = tiếp nhận và trả kết quả; TNTKQ = tiếp nhận và trả kết quả; TKQ = trả kết quả; HCC = hành chính công;
    CQHC = cơ quan hành chính; CQNN = cơ quan nhà nước; HCSN = hành chính sự nghiệp; VB = văn bản;
    VBĐT = văn bản điện tử; CKS = chữ ký số; CPĐT = chính phủ điện tử; CQS = chính quyền số; ĐP = địa phương;
    CSDL = cơ sở dữ liệu; CSDLQG = cơ sở dữ liệu quốc gia; HTTT = hệ thống thông tin; BCVT = bưu chính, viễn thông;
    TKĐT = tài khoản điện tử; BBT = ban biên tập; PTV = phát thanh viên; VD = ví dụ; CB = cán bộ; CC = công chức;
    VC = viên chức; CBQL = cán bộ quản lý; KPCĐ = kinh phí công đoàn; KK = khuyến khích; BGK = ban giám khảo;
    SXNN = sản xuất nông nghiệp; NLN = nông lâm nghiệp; NLTS = nông, lâm, thủy sản; VTNN = vật tư nông nghiệp;
    DVNN = dịch vụ nông nghiệp; TTDVNN = trung tâm dịch vụ nông nghiệp; CN&TY = chăn nuôi và thú y;
    CNTY = chăn nuôi, thú y; TT&BVTV = trồng trọt và bảo vệ thực vật; HKL = hạt kiểm lâm;
    QLBVR = quản lý, bảo vệ rừng; BVPTR = bảo vệ và phát triển rừng; HTXNN = hợp tác xã nông nghiệp;
    NTTS = nuôi trồng thủy sản; GSGC = gia súc, gia cầm; TACN = thức ăn chăn nuôi; NSH = nước sinh hoạt;
    NS&VSMT = nước sạch và vệ sinh môi trường; TTCN = tiểu thủ công nghiệp; KHKT = khoa học kỹ thuật;
    KTTT = kinh tế tập thể; CNC = công nghệ cao; MBA = máy biến áp; ĐZ = đường dây; ĐDK = đường dây trên không;
    QLVH = quản lý vận hành; BĐKH = biến đổi khí hậu; PTDS = phòng thủ dân sự; ĐĐK = đại đoàn kết;
    ĐĐKTDT = đại đoàn kết toàn dân tộc; BTGDV = ban tuyên giáo và dân vận; UBBC = ủy ban bầu cử; UV = ủy viên;
    UVBTV = ủy viên ban thường vụ; DV = dịch vụ; PNN = phi nông nghiệp; VKSTC = viện kiểm sát tối cao; ÂL = âm lịch;
    CS = cảnh sát; DL = du lịch; KTV = kỹ thuật viên; TXCT = tiếp xúc cử tri; TG = tuyên giáo;
    TG&DV = tuyên giáo và dân vận; SVĐ = sân vận động; TSQ = trường sĩ quan; HV = hội viên;
    BCKTKT = báo cáo kinh tế kỹ thuật; KTKT = kinh tế kỹ thuật; CNTT-VT = công nghệ thông tin, viễn thông;
    VT-CNTT = viễn thông, công nghệ thông tin; QHNS = quan hệ ngân sách; VH = văn hóa;
    VH,TT&TT = văn hóa, thể thao và truyền thông; VH-TT-TT = văn hóa, thể thao, truyền thông;
    VH, TT&TT = văn hóa, thể thao và truyền thông; UBKT = ủy ban kiểm tra; CBĐV = cán bộ, đảng viên; ĐV = đảng viên;
    TCCSĐ = tổ chức cơ sở đảng; BTVĐU = ban thường vụ đảng ủy; BTVHU = ban thường vụ huyện ủy;
    BTVTU = ban thường vụ tỉnh ủy; CTHĐ = chương trình hành động; ĐHĐB = đại hội đại biểu;
    LHTN = liên hiệp thanh niên; CTĐ = chữ thập đỏ; HCTĐ = hội chữ thập đỏ; HKH = hội khuyến học;
    CĐCS = công đoàn cơ sở; XDĐSVH = xây dựng đời sống văn hóa;
    TDĐKXDĐSVH = toàn dân đoàn kết xây dựng đời sống văn hóa; BĐG = bình đẳng giới; BLGĐ = bạo lực gia đình;
    PCBLGĐ = phòng, chống bạo lực gia đình; PCTHTL = phòng, chống tác hại thuốc lá; PCDB = phòng, chống dịch bệnh;
    ANCS = an ninh cơ sở; TTKS = tuần tra, kiểm soát; TTCC = trật tự công cộng; CSMT = cảnh sát môi trường;
    CSPCTP = cảnh sát phòng, chống tội phạm; VLN = vật liệu nổ; VKVLN = vũ khí, vật liệu nổ;
    VK-VLN = vũ khí, vật liệu nổ; CCHT = công cụ hỗ trợ; XNC = xuất nhập cảnh; QLXNC = quản lý xuất nhập cảnh;
    PCRT = phòng, chống rửa tiền; TPCNC = tội phạm công nghệ cao; CĐTS = chiếm đoạt tài sản;
    LĐCĐTS = lừa đảo chiếm đoạt tài sản; THADS = thi hành án dân sự; THAHS = thi hành án hình sự;
    TGPL = trợ giúp pháp lý; HĐNVQS = hội đồng nghĩa vụ quân sự; QK = quân khu; KVPT = khu vực phòng thủ;
    SSCĐ = sẵn sàng chiến đấu; DBĐV = dự bị động viên; QNDB = quân nhân dự bị; QNCN = quân nhân chuyên nghiệp;
    NHTM = ngân hàng thương mại; QTDND = quỹ tín dụng nhân dân; KTNN = kiểm toán nhà nước; CTCK = công ty chứng khoán;
    DNNVV = doanh nghiệp nhỏ và vừa; NSTW = ngân sách trung ương; NSĐP = ngân sách địa phương;
    TTĐB = tiêu thụ đặc biệt; HĐĐT = hóa đơn điện tử; HĐTD = hợp đồng tín dụng; LCS = lương cơ sở;
    TNDS = trách nhiệm dân sự; BHTNDS = bảo hiểm trách nhiệm dân sự; GTĐB = giao thông đường bộ;
    GTNT = giao thông nông thôn; TTGT = thanh tra giao thông; ĐTNĐ = đường thủy nội địa; CSVC = cơ sở vật chất;
    GDMN = giáo dục mầm non; GDPT = giáo dục phổ thông; SGK = sách giáo khoa; GVG = giáo viên giỏi;
    HSG = học sinh giỏi; ĐTB = điểm trung bình; GDCD = giáo dục công dân; GDTC = giáo dục thể chất;
    GDQP = giáo dục quốc phòng; GDQPAN = giáo dục quốc phòng, an ninh; CTGDPT = chương trình giáo dục phổ thông;
    ĐHTN = Đại học Thái Nguyên; HTCĐ = học tập cộng đồng;
    """
)
