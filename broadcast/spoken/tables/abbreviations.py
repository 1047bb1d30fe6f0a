"""Abbreviations of offices, papers, bodies and banks, as a newsreader says them."""

from __future__ import annotations

from broadcast.spoken.tables import entries

OFFICES = entries(
    """
    SYT = sở y tế; SCT = sở công thương; STC = sở tài chính; STP = sở tư pháp; SNV = sở nội vụ; NVY = nghiệp vụ y;
    NVD = nghiệp vụ dược; KVBP = khu vực bỏ phiếu; UBND = ủy ban nhân dân; UB = ủy ban; HĐND = hội đồng nhân dân;
    MTTQ = Mặt trận Tổ quốc; UBMTTQ = ủy ban Mặt trận Tổ quốc; MTTQVN = Mặt trận Tổ quốc Việt Nam;
    UBMTTQVN = ủy ban Mặt trận Tổ quốc Việt Nam; BCĐ = ban chỉ đạo; BCH = ban chấp hành; BTC = ban tổ chức;
    BTV = ban thường vụ; BQL = ban quản lý; BGĐ = ban giám đốc; BGH = ban giám hiệu; BTG = ban tuyên giáo;
    BTGTU = ban tuyên giáo tỉnh ủy; BDV = ban dân vận; BCHQS = ban chỉ huy quân sự; BCHTW = ban chấp hành trung ương;
    BCT = Bộ Công Thương; BCA = Bộ Công an; BQP = Bộ Quốc phòng; BYT = Bộ Y tế; BNV = Bộ Nội vụ; BTP = Bộ Tư pháp;
    BXD = Bộ Xây dựng; BGTVT = Bộ Giao thông vận tải; BGDĐT = Bộ Giáo dục và Đào tạo; BGD&ĐT = Bộ Giáo dục và Đào tạo;
    BLĐTBXH = Bộ Lao động, Thương binh và Xã hội; BTTTT = Bộ Thông tin và Truyền thông;
    BTT&TT = Bộ Thông tin và Truyền thông; BKHCN = Bộ Khoa học và Công nghệ; BKHĐT = Bộ Kế hoạch và Đầu tư;
    BTNMT = Bộ Tài nguyên và Môi trường; BVHTTDL = Bộ Văn hóa, Thể thao và Du lịch;
    BNNPTNT = Bộ Nông nghiệp và Phát triển nông thôn; BNG = Bộ Ngoại giao; NHNN = Ngân hàng Nhà nước;
    VPCP = Văn phòng Chính phủ; TTCP = Thanh tra Chính phủ; TANDTC = Tòa án nhân dân tối cao;
    VKSNDTC = Viện kiểm sát nhân dân tối cao; TAND = tòa án nhân dân; VKSND = viện kiểm sát nhân dân;
    VKS = viện kiểm sát; CQĐT = cơ quan điều tra; CSĐT = cảnh sát điều tra; CQCSĐT = cơ quan cảnh sát điều tra;
    CSHS = cảnh sát hình sự; CSKT = cảnh sát kinh tế; CSGT = cảnh sát giao thông; CSKV = cảnh sát khu vực;
    CSCĐ = cảnh sát cơ động; CSQLHC = cảnh sát quản lý hành chính; CSTT = cảnh sát trật tự;
    PCCC = phòng cháy, chữa cháy; CNCH = cứu nạn, cứu hộ; CHCN = cứu hộ, cứu nạn; QLHC = quản lý hành chính;
    TTXH = trật tự xã hội; ANTT = an ninh trật tự; ANM = an ninh mạng; ATANM = an toàn, an ninh mạng;
    ANQG = an ninh quốc gia; QLTT = quản lý thị trường; BĐBP = bộ đội biên phòng; QĐND = quân đội nhân dân;
    CAND = công an nhân dân; CA = công an; CAT = công an tỉnh; CAH = công an huyện; CAX = công an xã;
    CATP = công an thành phố; QS = quân sự; QĐ = quyết định; VP = văn phòng; VPĐD = văn phòng đại diện;
    VPĐK = văn phòng đăng ký; VPUBND = văn phòng ủy ban nhân dân; TU = tỉnh ủy; HU = huyện ủy; ĐU = đảng ủy;
    BCHĐB = ban chấp hành đảng bộ; ĐTN = đoàn thanh niên; TNCS = thanh niên cộng sản;
    TNCSHCM = thanh niên cộng sản Hồ Chí Minh; TNTP = thiếu niên tiền phong; LHPN = liên hiệp phụ nữ;
    HPN = hội phụ nữ; HND = hội nông dân; CCB = cựu chiến binh; HCCB = hội cựu chiến binh; NCT = người cao tuổi;
    HNCT = hội người cao tuổi; LĐLĐ = liên đoàn lao động; CĐ = công đoàn; CLB = câu lạc bộ; HTX = hợp tác xã;
    THT = tổ hợp tác; DN = doanh nghiệp; DNTN = doanh nghiệp tư nhân; DNNN = doanh nghiệp nhà nước;
    TNHH = trách nhiệm hữu hạn; MTV = một thành viên; CTCP = công ty cổ phần; CP = cổ phần; CTY = công ty;
    TMCP = thương mại cổ phần; TMĐT = thương mại điện tử; TCT = tổng công ty; HĐQT = hội đồng quản trị;
    HĐTV = hội đồng thành viên; TGĐ = tổng giám đốc; PGĐ = phó giám đốc; GĐ = giám đốc; PTGĐ = phó tổng giám đốc;
    CT = chủ tịch; PCT = phó chủ tịch; TBT = tổng bí thư; BT = bí thư; PBT = phó bí thư; TTg = Thủ tướng;
    PTTg = Phó Thủ tướng; CTN = Chủ tịch nước; TP = thành phố; TX = thị xã; TTr = tờ trình; TW = trung ương;
    TƯ = trung ương; BCHTƯ = ban chấp hành trung ương; ĐBQH = đại biểu Quốc hội; ĐBHĐND = đại biểu hội đồng nhân dân;
    UBTVQH = Ủy ban Thường vụ Quốc hội; QH = Quốc hội;
    ĐCTUBTWMTTQVN = Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam; CHXHCN = cộng hòa xã hội chủ nghĩa;
    CHXHCNVN = Cộng hòa xã hội chủ nghĩa Việt Nam; XHCN = xã hội chủ nghĩa; VN = Việt Nam;
    ĐCSVN = Đảng Cộng sản Việt Nam; ĐCS = Đảng Cộng sản; HCM = Hồ Chí Minh; TPHCM = thành phố Hồ Chí Minh;
    HN = Hà Nội; BRVT = Bà Rịa Vũng Tàu; ĐBSCL = đồng bằng sông Cửu Long; ĐBSH = đồng bằng sông Hồng;
    ĐNA = Đông Nam Á; TTXVN = Thông tấn xã Việt Nam; ĐTNVN = Đài Tiếng nói Việt Nam; LHQ = Liên hợp quốc;
    TTVH = trung tâm văn hóa; TTVHTT = trung tâm văn hóa, thể thao;
    TTVHTTTT = trung tâm văn hóa, thể thao và truyền thông; VHTT = văn hóa, thông tin;
    VHTTDL = văn hóa, thể thao và du lịch; VHXH = văn hóa xã hội; VH-XH = văn hóa xã hội; TT = thông tin;
    VH-TT&TT = văn hóa, thể thao và truyền thông; SN = sinh năm; TT&TT = thông tin và truyền thông;
    TTTT = thông tin và truyền thông; GD&ĐT = giáo dục và đào tạo; GDĐT = giáo dục và đào tạo;
    GD-ĐT = giáo dục và đào tạo; KH&CN = khoa học và công nghệ; KHCN = khoa học và công nghệ;
    KH-CN = khoa học và công nghệ; KH&ĐT = kế hoạch và đầu tư; KHĐT = kế hoạch và đầu tư;
    TN&MT = tài nguyên và môi trường; TNMT = tài nguyên và môi trường; NN&PTNT = nông nghiệp và phát triển nông thôn;
    NNPTNT = nông nghiệp và phát triển nông thôn; NN = nông nghiệp; NN&MT = nông nghiệp và môi trường;
    LĐTBXH = lao động, thương binh và xã hội; LĐ-TB&XH = lao động, thương binh và xã hội;
    LĐ-TBXH = lao động, thương binh và xã hội; LĐTB&XH = lao động, thương binh và xã hội; GTVT = giao thông vận tải;
    VH-TT = văn hóa, thông tin; VH-TT&DL = văn hóa, thể thao và du lịch; VHTT&DL = văn hóa, thể thao và du lịch;
    VHTT&TT = văn hóa, thể thao và truyền thông; VH,TT&DL = văn hóa, thể thao và du lịch; TC-KH = tài chính, kế hoạch;
    TCKH = tài chính, kế hoạch; KT-XH = kinh tế, xã hội; KTXH = kinh tế xã hội; QP-AN = quốc phòng, an ninh;
    QPAN = quốc phòng an ninh; TC = tài chính; XD = xây dựng; NV = nhân viên; YT = y tế; TTYT = trung tâm y tế;
    TYT = trạm y tế; BV = bệnh viện; BVĐK = bệnh viện đa khoa; BVĐKTW = bệnh viện đa khoa trung ương;
    KBNN = Kho bạc Nhà nước; NHCSXH = Ngân hàng Chính sách xã hội; NSNN = ngân sách nhà nước; TDP = tổ dân phố;
    KDC = khu dân cư; KCN = khu công nghiệp; CCN = cụm công nghiệp; KĐT = khu đô thị; KTT = khu tập thể;
    KTX = ký túc xá; NVH = nhà văn hóa; TTHC = thủ tục hành chính; DVC = dịch vụ công;
    DVCTT = dịch vụ công trực tuyến; CCHC = cải cách hành chính; TTPVHCC = trung tâm phục vụ hành chính công;
    PVHCC = phục vụ hành chính công; TTHCC = trung tâm hành chính công; BPMC = bộ phận một cửa;
    CNSCĐ = công nghệ số cộng đồng; TCNSCĐ = tổ công nghệ số cộng đồng; CNS = công nghệ số; CĐS = chuyển đổi số;
    THPT = trung học phổ thông; THCS = trung học cơ sở; TH = tiểu học; MN = mầm non; GDTX = giáo dục thường xuyên;
    GDNN = giáo dục nghề nghiệp; GDNN-GDTX = giáo dục nghề nghiệp, giáo dục thường xuyên; ĐH = đại học;
    ĐHQG = đại học quốc gia; PTDTNT = phổ thông dân tộc nội trú; PTDTBT = phổ thông dân tộc bán trú;
    CBGV = cán bộ, giáo viên; GV = giáo viên; GVCN = giáo viên chủ nhiệm; HS = học sinh; HSSV = học sinh, sinh viên;
    SV = sinh viên; PHHS = phụ huynh học sinh; CMHS = cha mẹ học sinh; HT = hiệu trưởng; PHT = phó hiệu trưởng;
    ATTT = an toàn thông tin; ATGT = an toàn giao thông; TNGT = tai nạn giao thông; ATTP = an toàn thực phẩm;
    VSATTP = vệ sinh an toàn thực phẩm; ATVSTP = an toàn vệ sinh thực phẩm; ATLĐ = an toàn lao động;
    PCTT = phòng, chống thiên tai; TKCN = tìm kiếm cứu nạn; PCTN = phòng, chống tham nhũng;
    PCLB = phòng, chống lụt bão; PCTP = phòng, chống tội phạm; PCMT = phòng, chống ma túy;
    PCTH = phòng, chống tác hại; PBGDPL = phổ biến, giáo dục pháp luật; TTATGT = trật tự an toàn giao thông;
    TTATXH = trật tự an toàn xã hội; TTĐT = thông tin điện tử; TTCS = thông tin cơ sở; PTTH = phát thanh, truyền hình;
    PT-TH = phát thanh, truyền hình; PT&TH = phát thanh và truyền hình; TT-TT = thông tin và truyền thông;
    TT-TH = truyền thanh, truyền hình; LĐ-TB-XH = lao động, thương binh và xã hội; GD = giáo dục; XH = xã hội;
    VT = văn thư; TM = thương mại; TMDV = thương mại dịch vụ; VPTU = văn phòng tỉnh ủy; CATTT = Cục An toàn thông tin;
    CHQS = chỉ huy quân sự; TTGDTX = trung tâm giáo dục thường xuyên; TTGDNN = trung tâm giáo dục nghề nghiệp;
    CSGT-TT = cảnh sát giao thông, trật tự; CNTT = công nghệ thông tin; CNTT-TT = công nghệ thông tin và truyền thông;
    KGM = không gian mạng; MXH = mạng xã hội; NTM = nông thôn mới; XDNTM = xây dựng nông thôn mới; OCOP = ô cốp;
    ĐTV = điều tra viên; KSV = kiểm sát viên;
    """
)

PAPERS = entries(
    """
    BĐ = báo động; HSCC = hồi sức cấp cứu; BKS = biển kiểm soát; HK = học kỳ; HKI = học kỳ một; HKII = học kỳ hai;
    KGVX = khoa giáo, văn xã; BVANM = bảo vệ an ninh mạng; CCCD = căn cước công dân; CMND = chứng minh nhân dân;
    CMTND = chứng minh thư nhân dân; CMT = chứng minh thư; ĐDĐT = định danh điện tử; GPLX = giấy phép lái xe;
    BLX = bằng lái xe; ĐKX = đăng ký xe; GCN = giấy chứng nhận; GCNQSDĐ = giấy chứng nhận quyền sử dụng đất;
    QSDĐ = quyền sử dụng đất; BHXH = bảo hiểm xã hội; BHYT = bảo hiểm y tế; BHTN = bảo hiểm thất nghiệp;
    MST = mã số thuế; GTGT = giá trị gia tăng; VAT = vê a tê; TNCN = thu nhập cá nhân; TNDN = thu nhập doanh nghiệp;
    STK = số tài khoản; TK = tài khoản; TKNH = tài khoản ngân hàng; NH = ngân hàng; CTK = chủ tài khoản;
    SĐT = số điện thoại; ĐT = điện thoại; ĐTDĐ = điện thoại di động; DĐ = di động; TB = thông báo; KH = kế hoạch;
    CV = công văn; NĐ = nghị định; NQ = nghị quyết; TTLT = thông tư liên tịch; CTr = chương trình; BC = báo cáo;
    HD = hướng dẫn; HĐ = hợp đồng; HĐLĐ = hợp đồng lao động; BB = biên bản; VBHN = văn bản hợp nhất;
    VBQPPL = văn bản quy phạm pháp luật; QPPL = quy phạm pháp luật; BLHS = Bộ luật Hình sự;
    BLTTHS = Bộ luật Tố tụng hình sự; BLDS = Bộ luật Dân sự; BLLĐ = Bộ luật Lao động; TTHS = tố tụng hình sự;
    XPVPHC = xử phạt vi phạm hành chính; XLVPHC = xử lý vi phạm hành chính; VPHC = vi phạm hành chính;
    VPPL = vi phạm pháp luật; CCVC = công chức, viên chức; CBCC = cán bộ, công chức;
    CBCCVC = cán bộ, công chức, viên chức; CNVC = công nhân, viên chức; CNVCLĐ = công nhân, viên chức, lao động;
    CBCNV = cán bộ, công nhân viên; CBNV = cán bộ, nhân viên; CBCS = cán bộ, chiến sĩ; CTV = cộng tác viên;
    NLĐ = người lao động; NSDLĐ = người sử dụng lao động; NTD = người tiêu dùng; BVNTD = bảo vệ người tiêu dùng;
    ND = nhân dân; NDCK = nội dung chuyển khoản; CK = chuyển khoản; ĐC = địa chỉ; ĐCTT = địa chỉ thường trú;
    HKTT = hộ khẩu thường trú; NSX = ngày sản xuất; HSD = hạn sử dụng; SX = sản xuất; KD = kinh doanh;
    SXKD = sản xuất, kinh doanh; XNK = xuất nhập khẩu; TTTC = thị trường tài chính; TTCK = thị trường chứng khoán;
    UBCK = ủy ban chứng khoán; UBCKNN = Ủy ban Chứng khoán Nhà nước; BĐS = bất động sản; GDP = giê đê pê;
    DTTS = dân tộc thiểu số; ĐBDTTS = đồng bào dân tộc thiểu số; ĐBKK = đặc biệt khó khăn; KV = khu vực;
    LĐ = lao động; XKLĐ = xuất khẩu lao động; TNXH = tệ nạn xã hội; ANCT = an ninh chính trị;
    LLVT = lực lượng vũ trang; DQTV = dân quân tự vệ; NVQS = nghĩa vụ quân sự; ANTQ = an ninh Tổ quốc;
    BVANTQ = bảo vệ an ninh Tổ quốc; KHHGĐ = kế hoạch hóa gia đình; DS = dân số;
    DSKHHGĐ = dân số, kế hoạch hóa gia đình; SXH = sốt xuất huyết; TCMR = tiêm chủng mở rộng; KCB = khám chữa bệnh;
    GĐVH = gia đình văn hóa; LHQVN = Liên hợp quốc Việt Nam; VNĐ = đồng; VND = đồng; vnđ = đồng; vnd = đồng;
    Vnđ = đồng; VNd = đồng; USD = đô la Mỹ; EUR = ơ rô; CNY = nhân dân tệ; NDT = nhân dân tệ; JPY = yên Nhật;
    KRW = uôn Hàn Quốc; GBP = bảng Anh; usd = đô la Mỹ; PGS = phó giáo sư; GS = giáo sư; TS = tiến sĩ; ThS = thạc sĩ;
    Ths = thạc sĩ; BS = bác sĩ; BSCK = bác sĩ chuyên khoa; BSCKI = bác sĩ chuyên khoa một;
    BSCKII = bác sĩ chuyên khoa hai; CKI = chuyên khoa một; CKII = chuyên khoa hai; KS = kỹ sư; CN = chủ nhật;
    LS = luật sư; NGND = nhà giáo nhân dân; YS = y sĩ; NĐ-CP = nghị định Chính phủ; NGƯT = nhà giáo ưu tú;
    NSƯT = nghệ sĩ ưu tú; NSND = nghệ sĩ nhân dân;
    AHLLVT = anh hùng lực lượng vũ trang; BMVNAH = bà mẹ Việt Nam anh hùng; PV = phóng viên;
    BTVCT = biên tập viên chương trình; MC = em xi; PT = phát thanh; ĐTH = đài truyền hình;
    GPMB = giải phóng mặt bằng; TĐC = tái định cư; KTTV = khí tượng thủy văn; ATNĐ = áp thấp nhiệt đới;
    VLXD = vật liệu xây dựng; PTNT = phát triển nông thôn; BVTV = bảo vệ thực vật; BVMT = bảo vệ môi trường;
    BVR = bảo vệ rừng; PCCCR = phòng cháy, chữa cháy rừng; TSCĐ = tài sản cố định; QLNN = quản lý nhà nước;
    QLĐĐ = quản lý đất đai; TĐKT = thi đua, khen thưởng; TTNN = thông tin nhà nước; PAKN = phản ánh, kiến nghị;
    KNTC = khiếu nại, tố cáo; TVV = tư vấn viên; TTBC = trung tâm báo chí; HĐBA = Hội đồng Bảo an;
    HLV = huấn luyện viên; VĐV = vận động viên; HCV = huy chương vàng; HCB = huy chương bạc; HCĐ = huy chương đồng;
    QL = quốc lộ; TL = tỉnh lộ; ĐCT = đường cao tốc; NXB = nhà xuất bản; TTP = Trung tâm Pháp y;
    HTKT = hỗ trợ kỹ thuật; CSKH = chăm sóc khách hàng; TTKD = trung tâm kinh doanh; TCTD = tổ chức tín dụng;
    TTTD = thông tin tín dụng; GDV = giao dịch viên; GĐV = giao dịch viên; ĐVHC = đơn vị hành chính;
    PGD = phòng giao dịch; CNVN = chi nhánh Việt Nam;
    KSNB = kiểm soát nội bộ; LHCT = lịch cắt điện; TBA = trạm biến áp; CTĐL = công ty điện lực; ĐL = điện lực;
    PCTNG = Công ty Điện lực Thái Nguyên; KSAT = kiểm sát; PX = phân xưởng; PCTX = phó chủ tịch xã;
    PCTT&TKCN = phòng, chống thiên tai và tìm kiếm cứu nạn; PCCC&CNCH = phòng cháy, chữa cháy và cứu nạn, cứu hộ;
    ANM&PCTP = an ninh mạng và phòng, chống tội phạm; BVBMNN = bảo vệ bí mật nhà nước; BMNN = bí mật nhà nước;
    TTBQ = thông tin bản quyền; VHVN = văn hóa, văn nghệ; TDTT = thể dục, thể thao; VNTD = văn nghệ, thể dục;
    TLĐLĐVN = Tổng Liên đoàn Lao động Việt Nam; TLĐ = tổng liên đoàn; TNV = tình nguyện viên;
    TNTN = thanh niên tình nguyện; TNXP = thanh niên xung phong; ĐVTN = đoàn viên, thanh niên;
    """
)

DOTTED = entries(
    """
    C.A = công an; ĐD = điều dưỡng; YS = y sĩ; Q.PH = quý phụ huynh; Vd = ví dụ; vd = ví dụ;
    TP = thành phố; T.P = thành phố; Tp = thành phố; TX = thị xã; Tx = thị xã; TT = thị trấn; T.T = thị trấn;
    H = huyện; Q = quận; P = phường; X = xã; Đ = đường; Ng = ngõ; KP = khu phố; Kp = khu phố; TH.S = thạc sĩ;
    THS = thạc sĩ; THS.BS = thạc sĩ, bác sĩ; Th.S = thạc sĩ; ThS = thạc sĩ; Ths = thạc sĩ; TS = tiến sĩ;
    T.S = tiến sĩ; PGS = phó giáo sư; GS = giáo sư; PGS.TS = phó giáo sư, tiến sĩ; GS.TS = giáo sư, tiến sĩ;
    GS.TSKH = giáo sư, tiến sĩ khoa học; TSKH = tiến sĩ khoa học; BS = bác sĩ; Bs = bác sĩ;
    BS.CKI = bác sĩ chuyên khoa một; BS.CKII = bác sĩ chuyên khoa hai; BSCKI = bác sĩ chuyên khoa một;
    BSCKII = bác sĩ chuyên khoa hai; ThS.BS = thạc sĩ, bác sĩ; TS.BS = tiến sĩ, bác sĩ; Ths.BS = thạc sĩ, bác sĩ;
    KS = kỹ sư; Ks = kỹ sư; LS = luật sư; DS = dược sĩ; CN = cử nhân; KTS = kiến trúc sư; KT = ký thay; TM = thay mặt;
    TL = thừa lệnh; TUQ = thừa ủy quyền; Q. = quyền; VT = văn thư; NXB = nhà xuất bản; Nxb = nhà xuất bản;
    TW = trung ương; T.Ư = trung ương; TƯ = trung ương; tp = thành phố; v.v = vân vân; vv = vân vân; T = tỉnh;
    Tr = trang; tr = trang; St = sáng tác; SĐT = số điện thoại; ĐT = điện thoại; Đt = điện thoại; Tel = điện thoại;
    Mr = ông; Mrs = bà; Ms = bà; Dr = bác sĩ; No = số; B.T = bí thư; Đ.c = đồng chí; đ.c = đồng chí; Đ.C = đồng chí;
    h = huyện; t = tỉnh; x = xã; p = phường; q = quận; tx = thị xã; tt = thị trấn; UV = ủy viên;
    """
)
"""Abbreviations that end in a full stop, written here without it."""

SLASHED = entries(
    """
    V/v = về việc; v/v = về việc; V/V = về việc; Đ/c = đồng chí; đ/c = đồng chí; Đ/C = đồng chí; ĐC = địa chỉ;
    Y/c = yêu cầu; y/c = yêu cầu; Y/C = yêu cầu; d/c = đồng chí; D/c = đồng chí; đ/chí = đồng chí;
    ô/bà = ông, bà; Ô/bà = ông, bà; T/m = thay mặt; t/m = thay mặt; T/M = thay mặt; K/g = kính gửi; k/g = kính gửi;
    K/G = kính gửi; Th/s = thạc sĩ;
    b/c = báo cáo; B/c = báo cáo; B/C = báo cáo; p/v = phỏng vấn; P/v = phỏng vấn; T/p = thành phố; t/p = thành phố;
    T/h = thực hiện; t/h = thực hiện; c/m = chứng minh; n/v = nhiệm vụ; x/n = xác nhận; v/c = vợ chồng;
    t/c = tính chất; k/h = kế hoạch; c/v = công văn; A/c = anh chị; a/c = anh chị; A/C = anh chị; o/b = ông bà;
    O/b = ông bà; Ô/B = ông bà; ô/b = ông bà; Ô/b = ông bà; n/a = không áp dụng;
    """
)

SMALL = entries(
    """
    Km = ki lô mét; KM = ki lô mét; km = ki lô mét; kg = ki lô gam; cm = xăng ti mét; mm = mi li mét; ml = mi li lít;
    kWh = ki lô oát giờ; kw = ki lô oát; kW = ki lô oát; đc = được; dc = được; sđt = số điện thoại;
    stk = số tài khoản; ubnd = ủy ban nhân dân; hđnd = hội đồng nhân dân; cccd = căn cước công dân;
    cmnd = chứng minh nhân dân; tphcm = thành phố Hồ Chí Minh; tp.hcm = thành phố Hồ Chí Minh; vv = vân vân;
    ko = không; Cty = công ty; cty = công ty; TpHCM = thành phố Hồ Chí Minh; Tphcm = thành phố Hồ Chí Minh;
    Đc = địa chỉ; Sđt = số điện thoại; Stk = số tài khoản; Tp = thành phố; tp = thành phố; csgt = cảnh sát giao thông;
    bhxh = bảo hiểm xã hội; bhyt = bảo hiểm y tế; gplx = giấy phép lái xe; thpt = trung học phổ thông;
    thcs = trung học cơ sở; hs = học sinh; svck = so với cùng kỳ; btc = ban tổ chức; vđv = vận động viên;
    Tg = thời gian; Đđ = địa điểm; Nd = nội dung; vd = ví dụ; Vd = ví dụ; etc = vân vân; Ubnd = ủy ban nhân dân;
    Hđnd = hội đồng nhân dân; Cccd = căn cước công dân;
    gv = giáo viên; sv = sinh viên; tel = điện thoại; Tel = điện thoại;
    """
)
