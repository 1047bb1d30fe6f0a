"""How the parts of web addresses are said, and how run-together words come apart."""

from __future__ import annotations

from broadcast.spoken.tables import entries, words

ENDINGS = entries(
    """
    vn = vê en; com = com; net = nét; org = o rờ gờ; gov = gờ o vê; edu = ê đu; info = in phô; io = i o; me = em mờ e;
    top = tóp; xyz = ích i dài dét; cc = xê xê; club = cờ lắp; vip = víp; app = áp; dev = đép; online = on lai;
    site = sai; shop = sóp; store = xờ to; asia = a si a; biz = bi dét; tv = tê vê; co = xê o; us = u ét; uk = u ca;
    cn = xê en nờ; ru = e rờ u; ly = e lờ i dài; gl = giê e lờ; link = linh; live = lai; click = cờ lích; tk = tê ca;
    ml = em mờ e lờ; ga = giê a; win = uyn; bet = bét; pro = pờ rô; life = lai; fun = phăn; icu = i xê u; work = uốc;
    space = xờ pây; website = oép sai; tech = téc; cloud = cờ lao; ai = a i; mobi = mô bi; name = nêm; int = in;
    eu = e u; de = đê e; fr = ép e rờ; jp = gi pê; kr = ca e rờ; th = tê hát; la = e lờ a; kh = ca hát; hk = hát ca;
    tw = tê vê kép; sg = ét giê; my = em mờ i dài; health = heo; tel = ten; zone = dôn; digital = đi gi tồ; vin = vin;
    news = niu; today = tu đây; world = uốc; fit = phít; ltd = e lờ tê đê; sbs = ét bê ét; cfd = xê ép đê; bond = bon;
    lol = lon; mom = mom; buzz = bắt; monster = mon xờ tơ; quest = quét; vc = vê xê; ws = vê kép ét; pw = pê vê kép;
    gg = giê giê; gle = giê e lờ e; page = pây; ink = inh; to = tê o; in = i en nờ; id = ai đi;
    """
)
"""Last labels of addresses; a name with another ending is not taken for an address."""

STRONG_ENDINGS = words(
    """
    vn com net org info xyz top club vip app shop site online asia biz cc tk win bet link live click gov edu io
    """
)
"""Endings that make an address even after a space or a letter with marks."""

ENGLISH = words(
    """
    com net info club vip app dev online site shop store asia link live click win bet pro life fun work
    space website tech cloud mobi name health zone digital news today world top
    """
)
"""Endings that are words, which a voice that reads English gets as they are."""

LABELS = entries(
    """
    www = vê kép vê kép vê kép; 24h = hai mươi tư hát; m = em mờ; vnexpress = vê en ếch pờ rét;
    vietnamnet = việt nam nét; dantri = dân trí; tuoitre = tuổi trẻ; thanhnien = thanh niên; vov = vê ô vê;
    vtv = vê tê vê; nhandan = nhân dân; baochinhphu = báo chính phủ; chinhphu = chính phủ; bocongan = bộ công an;
    mps = em mờ pê ét; mic = em mờ i xê; ncsc = en nờ xê ét xê; ais = a i ét; vnpt = vê en pê tê; gmail = gờ meo;
    yahoo = da hu; hotmail = hót meo; outlook = ao lúc; icloud = ai cờ lao; chatgpt = chát giê pê tê;
    vneid = vi en e ai đi; bit = bít; fb = ép bê; cnn = xê en nờ en nờ; npc = en nờ pê xê; evn = e vê en;
    evnnpc = e vê en en nờ pê xê; fpt = ép pê tê; bidv = bê i đê vê; zing = dinh; zingnews = dinh niu; soha = so ha;
    kenh14 = kênh mười bốn; laodong = lao động; ubnd = u bê en nờ đê; ngan-hang = ngân hàng;
    antoanthongtin = an toàn thông tin; ncov = en cô vít; gdt = giê đê tê; etax = i thắc; thuedientu = thuế điện tử;
    hotro = hỗ trợ; vnpost = vê en pốt;
    """
)

COMPOUNDS = entries(
    """
    canhbao = cảnh báo; khong = không; antoanmang = an toàn mạng; vhtt = vê hát tê tê; ubnd = u bê en nờ đê;
    hdnd = hát đê en nờ đê; bhxh = bê hát ích hát; csgt = xê ét giê tê; pccc = pê xê xê xê; gddt = giê đê đê tê;
    ttvh = tê tê vê hát; cntt = xê en nờ tê tê; cuu = cứu; tin = tin; tuc = tức; bai = bài; viet-bai = viết bài;
    trang = trang; chu = chủ; khonggianmang = không gian mạng; chongluadao = chống lừa đảo; luadao = lừa đảo;
    dichvucong = dịch vụ công; dichvu = dịch vụ; congan = công an; bocongan = bộ công an; congantinh = công an tỉnh;
    thainguyen = thái nguyên; vonhai = võ nhai; tinnhiemmang = tín nhiệm mạng; tinnhiem = tín nhiệm;
    chinhphu = chính phủ; quochoi = quốc hội; baohiemxahoi = bảo hiểm xã hội; baohiem = bảo hiểm; xahoi = xã hội;
    nganhang = ngân hàng; vietnam = việt nam; hanoi = hà nội; haiphong = hải phòng; danang = đà nẵng;
    cantho = cần thơ; hochiminh = hồ chí minh; tphcm = thành phố hồ chí minh; quangninh = quảng ninh;
    bacninh = bắc ninh; bacgiang = bắc giang; backan = bắc kạn; caobang = cao bằng; langson = lạng sơn;
    tuyenquang = tuyên quang; hagiang = hà giang; laocai = lào cai; yenbai = yên bái; sonla = sơn la;
    dienbien = điện biên; laichau = lai châu; hoabinh = hòa bình; phutho = phú thọ; vinhphuc = vĩnh phúc;
    hungyen = hưng yên; haiduong = hải dương; thaibinh = thái bình; namdinh = nam định; ninhbinh = ninh bình;
    hanam = hà nam; thanhhoa = thanh hóa; nghean = nghệ an; hatinh = hà tĩnh; quangbinh = quảng bình;
    quangtri = quảng trị; hue = huế; thuathienhue = thừa thiên huế; quangnam = quảng nam; quangngai = quảng ngãi;
    binhdinh = bình định; phuyen = phú yên; khanhhoa = khánh hòa; ninhthuan = ninh thuận; binhthuan = bình thuận;
    kontum = kon tum; gialai = gia lai; daklak = đắk lắk; daknong = đắk nông; lamdong = lâm đồng;
    binhphuoc = bình phước; tayninh = tây ninh; binhduong = bình dương; dongnai = đồng nai; longan = long an;
    dongthap = đồng tháp; tiengiang = tiền giang; bentre = bến tre; vinhlong = vĩnh long; travinh = trà vinh;
    angiang = an giang; kiengiang = kiên giang; haugiang = hậu giang; soctrang = sóc trăng; baclieu = bạc liêu;
    camau = cà mau; mattran = mặt trận; phunu = phụ nữ; doanthanhnien = đoàn thanh niên; thanhnien = thanh niên;
    tuoitre = tuổi trẻ; nongdan = nông dân; congdoan = công đoàn; dienluc = điện lực; cskh = xê ét ca hát;
    chamsockhachhang = chăm sóc khách hàng; khachhang = khách hàng; hotro = hỗ trợ; tracuu = tra cứu;
    tintuc = tin tức; thongtin = thông tin; truyenthong = truyền thông; antoan = an toàn; anninh = an ninh;
    anninhmang = an ninh mạng; baomat = bảo mật; tienich = tiện ích; dangky = đăng ký; dangnhap = đăng nhập;
    xacthuc = xác thực; xacminh = xác minh; nhanqua = nhận quà; trungthuong = trúng thưởng; khuyenmai = khuyến mãi;
    quatang = quà tặng; vaytien = vay tiền; vaynhanh = vay nhanh; tuyendung = tuyển dụng; vieclam = việc làm;
    muahang = mua hàng; giare = giá rẻ; dulich = du lịch; giaohang = giao hàng;
    giaohangtietkiem = giao hàng tiết kiệm; giaohangnhanh = giao hàng nhanh; buudien = bưu điện;
    thuetructuyen = thuế trực tuyến; tongcucthue = tổng cục thuế; thue = thuế; luat = luật; phapluat = pháp luật;
    thuvienphapluat = thư viện pháp luật; vanban = văn bản; congbao = công báo; congthongtin = cổng thông tin;
    cong = công; giaoduc = giáo dục; yte = y tế; suckhoe = sức khỏe; truonghoc = trường học; truong = trường;
    thpt = tê hát pê tê; thcs = tê hát xê ét; moitruong = môi trường; noivu = nội vụ; taichinh = tài chính;
    kehoach = kế hoạch; dautu = đầu tư; congthuong = công thương; xaydung = xây dựng; tuphap = tư pháp;
    vanhoa = văn hóa; thethao = thể thao; nongnghiep = nông nghiệp; laodong = lao động; quansu = quân sự;
    quocphong = quốc phòng; canhsat = cảnh sát; hinhsu = hình sự; toaan = tòa án; vienkiemsat = viện kiểm sát;
    kiemsat = kiểm sát; thanhtra = thanh tra; nguoidan = người dân; nhandan = nhân dân; dansinh = dân sinh;
    doanhnghiep = doanh nghiệp; phananh = phản ánh; kiennghi = kiến nghị; gopy = góp ý; thuongmai = thương mại;
    dientu = điện tử; truyenhinh = truyền hình; phatthanh = phát thanh; tiengnoi = tiếng nói; baodientu = báo điện tử;
    bao = báo; tinh = tỉnh; huyen = huyện; xa = xã; phuong = phường; quan = quận; thanhpho = thành phố; viet = việt;
    quoc = quốc; phap = pháp; nuoc = nước; tet = tết; hoc = học; sach = sách; tot = tốt; dat = đất; mat = mật;
    mang = mạng; so = số; tien = tiền; vang = vàng; nha = nhà; hang = hàng; the = thẻ; qua = quà; lua = lừa;
    dao = đảo; chong = chống; chuyendoiso = chuyển đổi số; vietban = viết bản; tamlongvang = tấm lòng vàng;
    tuthien = từ thiện; hienmau = hiến máu; vietinbank = việt tin banh; tiemchung = tiêm chủng; covid = cô vít;
    dinhdanh = định danh; canuoc = căn cước; cancuoc = căn cước; cancuoccongdan = căn cước công dân;
    congdan = công dân; vanphong = văn phòng; uyban = ủy ban; uybannhandan = ủy ban nhân dân;
    xosomienbac = xổ số miền bắc; xoso = xổ số; cobac = cờ bạc; game = gêm; taiapp = tải áp; hoantien = hoàn tiền;
    laytien = lấy tiền; laylaitien = lấy lại tiền; thuhoitien = thu hồi tiền; luatsu = luật sư; dinhca = đình cả;
    trangxa = tràng xá; lahien = la hiên; binhlong = bình long; phongchong = phòng chống; phuongtien = phương tiện;
    vipham = vi phạm; phatnguoi = phạt nguội; tokhai = tờ khai; mautokhai = mẫu tờ khai; hosodat = hồ sơ đất;
    hosodangky = hồ sơ đăng ký; hoso = hồ sơ; baocao = báo cáo; thongbao = thông báo; quyetdinh = quyết định;
    vanbanmoi = văn bản mới; bieumau = biểu mẫu; thisinh = thí sinh; tuyensinh = tuyển sinh; tratien = trả tiền;
    nhantien = nhận tiền; chuyentien = chuyển tiền; quaythuong = quay thưởng; phongchay = phòng cháy;
    capnhat = cập nhật; xacnhan = xác nhận; giaodich = giao dịch; taikhoan = tài khoản; kichhoat = kích hoạt;
    hoidap = hỏi đáp; thutuc = thủ tục; hanhchinh = hành chính; thutuchanhchinh = thủ tục hành chính;
    duongdaynong = đường dây nóng; sodienthoai = số điện thoại; dienthoai = điện thoại; maytinh = máy tính;
    hoctap = học tập; tailieu = tài liệu; phuhuynh = phụ huynh; hocsinh = học sinh; giaovien = giáo viên;
    trocap = trợ cấp; hotrokhachhang = hỗ trợ khách hàng; bangluong = bảng lương; hoadon = hóa đơn;
    hoadondientu = hóa đơn điện tử; hopdong = hợp đồng; danhsach = danh sách; thongke = thống kê; giaymoi = giấy mời;
    giaybao = giấy báo; bienlai = biên lai; giayto = giấy tờ; xetnghiem = xét nghiệm; lichcatdien = lịch cắt điện;
    catdien = cắt điện; tiendien = tiền điện; viecnhe = việc nhẹ; luongcao = lương cao; nhanthuong = nhận thưởng;
    hoanthue = hoàn thuế; dulieu = dữ liệu; canhan = cá nhân; capcuu = cấp cứu; benhvien = bệnh viện;
    nguoithan = người thân; cuocgoi = cuộc gọi; tinnhan = tin nhắn; sukien = sự kiện; hoatdong = hoạt động;
    chiendich = chiến dịch; dangki = đăng ký; baotin = báo tin; kiemtra = kiểm tra; dunglai = dừng lại;
    chuongtrinh = chương trình; kehoachtuyentruyen = kế hoạch tuyên truyền; danhba = danh bạ;
    huongdansudung = hướng dẫn sử dụng; tamtru = tạm trú; thuongtru = thường trú; hokhau = hộ khẩu;
    khaisinh = khai sinh; kethon = kết hôn; datdai = đất đai; nhadat = nhà đất; batdongsan = bất động sản;
    ngheo = nghèo; nguoingheo = người nghèo; chogia = cho giá; khoadau = khóa đầu; lop = lớp;
    thoikhoabieu = thời khóa biểu; diemthi = điểm thi; ketqua = kết quả; baihoc = bài học;
    phatthanhxa = phát thanh xã; mattien = mất tiền; matoan = mất oan; canhgiac = cảnh giác; khongtin = không tin;
    khongso = không sợ; toasoan = tòa soạn; tuvan = tư vấn; vayvon = vay vốn; tindung = tín dụng;
    thetindung = thẻ tín dụng; nguoicaotuoi = người cao tuổi; vonhai24h = võ nhai hai mươi tư giờ;
    quangcao = quảng cáo; muasam = mua sắm; hangmoi = hàng mới; muctieu = mục tiêu;
    baovenguoidung = bảo vệ người dùng; tuyentruyen = tuyên truyền; truyenthanh = truyền thanh; noidung = nội dung;
    phongvhtt = phòng vê hát tê tê; phonggddt = phòng giê đê đê tê; phongtnmt = phòng tê en nờ em mờ tê;
    vanthu = văn thư; truso = trụ sở; tiepdan = tiếp dân; motcua = một cửa; bophanmotcua = bộ phận một cửa;
    camnang = cẩm nang; lichphat = lịch phát; tuyenduong = tuyến đường; trungtam = trung tâm; tramyte = trạm y tế;
    lienhe = liên hệ; gioithieu = giới thiệu; huongdan = hướng dẫn;
    """
)
"""Run-together words without marks, and what they stand for; the longest are tried first."""

FILES = entries(
    """
    apk = a pê ca; exe = e ích e; pdf = pê đê ép; doc = đóc; docx = đóc ích; xls = ích e lờ ét;
    xlsx = ích e lờ ét ích;
    ppt = pê pê tê; pptx = pê pê tê ích; zip = díp; rar = ra; jpg = gi pê giê; jpeg = gi péc; png = pê en giê;
    gif = gíp; mp3 = em pê ba; mp4 = em pê bốn; txt = tê ích tê; html = hát tê em lờ; csv = xê ét vê; ipa = i pê a;
    dmg = đê em giê; bat = bát; js = gi ét; scr = ét xê rờ; msi = em ét i; xml = ích em lờ; yaml = da mồ; iso = i sô;
    wav = oép; xlsm = ích e lờ ét em mờ; docm = đóc em mờ; webp = oép pê; heic = hát e i xê; jar = gia;
    dll = đê e lờ lờ;
    m4a = em bốn a; rtf = e rờ tê ép; odt = o đê tê; svg = ét vê giê; bmp = bê em mờ pê; mov = mốp; avi = a vi;
    """
)
