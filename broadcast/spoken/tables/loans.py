"""Loan words and brands with the way in which a Vietnamese voice says them."""

from __future__ import annotations

from broadcast.spoken.tables import entries, words

LOANS = entries(
    """
    facebook = phây búc; zalo = da lô; telegram = tê lê gam; online = on lai; offline = óp lai; website = oép sai;
    web = oép; email = i meo; e-mail = i meo; mail = meo; gmail = gờ meo; internet = in tơ nét; video = vi đê ô;
    clip = cờ líp; tiktok = tích tốc; iphone = ai phôn; ipad = ai pát; google = gu gồ; hacker = hắc cơ;
    hackers = hắc cơ; hack = hắc; shopee = sóp pi; lazada = la da đa; livestream = lai chim; deepfake = đíp phây;
    deepvoice = đíp voi; hotline = hót lai; app = áp; apps = áp; link = linh; links = linh; messenger = mét xen giơ;
    viber = vai bơ; whatsapp = oát xáp; youtube = diu túp; youtuber = diu túp bơ; instagram = in xờ ta gam;
    twitter = tuýt tơ; skype = sờ cai; zoom = dum; microsoft = mai crô sóp; windows = uyn đâu; android = an đờ roi;
    samsung = sam sung; apple = áp pồ; smartphone = xờ mát phôn; laptop = láp tóp; tablet = táp lét; wifi = oai phai;
    wi-fi = oai phai; bluetooth = bờ lu tút; chatbot = chát bót; chat = chát; bot = bót; malware = mao e;
    virus = vi rút; trojan = tờ roi; spam = xờ pam; token = tô ken; bitcoin = bít coi; forex = pho rếch;
    blockchain = bờ lóc chên; crypto = cờ ríp tô; shipper = síp pơ; ship = síp; shop = sóp; click = cờ lích;
    like = lai; share = se; comment = com men; inbox = in bóc; group = gờ rúp; admin = át min; fanpage = phan pây;
    page = pây; blog = bờ lóc; tour = tua; voucher = vao chơ; coupon = cu pông; check-in = chếch in;
    checkin = chếch in; check = chếch; resort = ri sót; sale = seo; marketing = mác két ting; king = king;
    sea = xi; finance = phai nần; bonus = bô nớt; service = xơ vít; trade = trết; trading = trết đinh; invest = in vét;
    global = gờ lâu bồ; gold = gôn; money = ma ni; express = ếch pờ rét; official = ô phi sồ; center = xen tơ;
    lucky = lắc ki; secure = xi kiu; market = mác két; care = ke; club = cờ lắp; english = inh lịch; idol = ai đồ;
    phishing = phít sinh; brandname = bờ ren nêm; brand = bờ ren; name = nêm; seeding = xít đinh; sms = ét em ét;
    otp = ô tê pê; qr = quy rờ; usb = u ét bê; atm = a tê em; vip = víp; tv = ti vi; combo = com bô;
    camera = ca mê ra; video-call = vi đê ô con; call = con; photoshop = phô tô sóp; scan = xờ can;
    scammer = xờ cam mơ; scam = xờ cam; fake = phếch; file = phai; folder = phôn đơ; download = đao lốt;
    upload = ắp lốt; update = ắp đết; server = xơ vơ; password = pát quất; pass = pát; login = lóc in;
    logout = lóc ao; account = ắc cao; logo = lô gô; robot = rô bốt; radio = ra đi ô; menu = mê nu; taxi = tắc xi;
    grab = gờ ráp; gojek = gô chéc; momo = mô mô; zalopay = da lô pây; viettel = viết ten; vinaphone = vi na phôn;
    mobifone = mô bi phôn; vietnamobile = việt nam mô bai; gmobile = gờ mô bai; agribank = a gờ ri banh;
    vietcombank = việt com banh; vietinbank = việt tin banh; techcombank = téc com banh; sacombank = sa com banh;
    vpbank = vê pê banh; tpbank = tê pê banh; mbbank = em bê banh; hdbank = hát đê banh; bank = banh;
    banking = banh king; bankplus = banh pờ lớt; smartbanking = xờ mát banh king;
    lienvietpostbank = liên việt pốt banh; seabank = xi banh; shinhan = sin han; eximbank = ếch xim banh;
    mastercard = mát tơ cát; visa = vi da; card = cát; marathon = ma ra tông; container = công te nơ;
    karaoke = ca ra ô kê; cafe = cà phê; massage = mát xa; smart = xờ mát; home = hôm; game = gêm; games = gêm;
    casino = ca xi nô; poker = pô cơ; bet = bét; credit = cờ rê đít; debit = đê bít; vay-online = vay on lai;
    offline-online = óp lai on lai; startup = xờ tát ắp; team = tim; teamviewer = tim viu ơ; anydesk = e ni đét;
    ultraview = un tra viu; ultraviewer = un tra viu ơ; icloud = ai cờ lao; cloud = cờ lao; gps = gi pi ét;
    chrome = cờ rôm; cookie = cúc ki; firewall = phai ơ quô; keylogger = ki lóc gơ; ransomware = ran xâm e;
    spyware = xờ pai e; sticker = xờ tích cơ; emoji = i mô gi; icon = ai con; avatar = a va ta; nick = ních;
    nickname = ních nêm; profile = pờ rô phai; story = xờ to ri; reels = rin; data = đa ta; top = tóp; off = óp;
    cup = cúp; hashtag = hát tác; tag = tác; trend = tren; show = sô; feedback = phít bách; review = ri viu;
    order = o đơ; deal = điu; freelancer = phờ ri len xơ; freelance = phờ ri len; hr = hát rờ; marketer = mác két tơ;
    telesale = tê lê seo; telesales = tê lê seo; part-time = pát thai; full-time = phun thai; parttime = pát thai;
    deadline = đét lai; manager = ma na giơ; leader = lít đơ; kol = ca ô lờ; test = tét; kit = kít; covid = cô vít;
    covid-19 = cô vít mười chín; flash = phờ lát; flashai = phờ lát ây ai; voice = voi; deep = đíp;
    chatgpt = chát giê pê tê; gpt = giê pê tê; openai = âu pần ây ai; tesla = tét la; bitget = bít ghét;
    binance = bai nần; remitano = rê mi ta nô; tether = tê thơ; ethereum = i thơ ri ầm; nft = en ép tê;
    token-pi = tô ken pi; fintech = phin tếch; e-commerce = i com mớt; e-banking = i banh king;
    ebanking = i banh king; ibanking = ai banh king; internet-banking = in tơ nét banh king; mobile = mô bai;
    phone = phôn; paypal = pây pan; alipay = a li pây; wechat = uy chát; line = lai; signal = xích nồ;
    discord = đít cọt; netflix = nét phờ lích; spotify = sờ pô ti phai; ebay = i bây; amazon = a ma dôn;
    alibaba = a li ba ba; tiki = ti ki; sendo = sen đô; vinfast = vin phát; vingroup = vin gờ rúp; vinmart = vin mát;
    winmart = uyn mát; honda = hon đa; yamaha = da ma ha; toyota = tô dô ta; vnexpress = vê en ếch pờ rét;
    vietnamnet = việt nam nét; olympic = ô lim pích; marketing-online = mác két ting on lai; singapore = xinh ga po;
    malaysia = ma lai xi a; campuchia = cam pu chia; philippines = phi líp pin; indonesia = in đô nê xi a;
    myanmar = mi an ma; dubai = đu bai; london = luân đôn; paris = pa ri; new = niu; york = oóc; canada = ca na đa;
    australia = ô xờ trây li a; ukraine = u cờ rai na; israel = ít xra en; brazil = bra xin; mexico = mê hi cô;
    tokyo = tô ki ô; seoul = xơ un; bangkok = băng cốc; facetime = phây thai; play = pờ lây; store = xờ to; pay = pây;
    tool = tun; support = xấp pọt; security = xê kiu ri ti; news = niu; free = phờ ri; live = lai; vlog = vờ lóc;
    vlogger = vờ lóc gơ; tiktoker = tích tốc cơ; streamer = xờ tờ rim mơ; stream = xờ tờ rim; gift = ghíp;
    giftcode = ghíp cốt; code = cốt; barcode = ba cốt; qrcode = quy rờ cốt; tivi = ti vi; wap = oáp; modem = mô đem;
    router = rao tơ; pos = pốt; ok = ô kê; oke = ô kê; bye = bai; hello = hê lô; baby = bê bi; spa = xờ pa; gym = gim;
    yoga = i ô ga; casting = cát ting; catalog = ca ta lốc; catwalk = cát quốc; model = mô đồ; photo = phô tô;
    workshop = uốc sóp; talkshow = tóc sô; online-offline = on lai óp lai; podcast = pót cát; media = mi đi a;
    made = mết; vietnam = việt nam; techcom = téc com; vneid = vi en e ai đi; vssid = vê ét ét ai đi; etax = i thắc;
    fax = phắc; pro = pờ rô; max = mác; wave = uây; selfie = xeo phi; vaccine = vắc xin; vaccin = vắc xin;
    paracetamol = pa ra xê ta mon; oresol = ô rê dôn; cloramin = cờ lo ra min; rubella = ru be la; richter = rích te;
    office = óp phít; powerpoint = pao ơ poi; word = uốt; excel = ếch xeo; omega = ô mê ga; noel = nô en;
    report = ri pọt; view = viu; rock = rốc; dell = đeo; micro = mi cờ rô; ampli = am pờ li; flycam = phờ lai cam;
    tick = tích; clone = cờ lôn; marketplace = mác két pờ lết; freeship = phờ ri síp; coffee = cóp phi; world = uôn;
    heroin = hê rô in; face = phây; touch = tắt; gen = gien; clo = cờ lo; kali = ca li; mpox = em pốc; hot = hót;
    trailer = trây lơ; remix = ri mích; cover = cơ vơ; protein = pờ rô tê in; aspirin = át pi rin;
    ibuprofen = i bu pờ rô phen; glucose = gờ lu cô; astrazeneca = át tra dê nê ca; pfizer = phai dơ;
    moderna = mô đéc na; vero = ve rô; cell = xeo; block = bờ lốc; gas = ga; diesel = đi ê den; lithium = li ti um;
    inverter = in vớt tơ; timer = thai mơ; sensor = xen xơ; drone = đờ rôn; flash-sale = phờ lát seo;
    booking = búc kinh; agoda = a gô đa; traveloka = tra ve lô ca; homestay = hôm xờ tây; villa = vi la;
    condotel = con đô ten; shophouse = sóp hao; showroom = sâu rum; garage = ga ra; gara = ga ra; piano = pi a nô;
    guitar = ghi ta; festival = phét ti van; carnival = các ni van; gala = ga la; show-room = sâu rum;
    kaspersky = ca xpơ xki; acc = ác; pdf = pê đê ép; apk = a pê ca; url = u rờ lờ; vpn = vi pi en; ip = ai pi;
    id = ai đi; vietgap = việt gáp;
    """
)
"""In small letters. A voice that reads English gets the word as it is written."""

ALWAYS = words(
    """
    apk atm covid covid-19 etax gps gpt hr id ip kol nft otp pdf pos qr sms tv url usb vip vneid vpn vssid
    """
)
"""Loans that no voice reads rightly from their letters: said the same way for all."""
