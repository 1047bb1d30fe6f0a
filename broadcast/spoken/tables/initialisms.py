"""Capitals that are said letter by letter or as a word of their own."""

from __future__ import annotations

from broadcast.spoken.tables import entries, words

SPELT = entries(
    """
    OTP = ô tê pê; SMS = ét em ét; USB = u ét bê; ATM = a tê em; QR = quy rờ; IP = ai pi; ID = ai đi; AI = ây ai;
    IT = ai ti; TV = ti vi; PC = pi xi; GPS = gi pi ét; VPN = vi pi en; PDF = pê đê ép; APK = a pê ca; CEO = xi i ô;
    VIP = víp; PIN = pin; SIM = sim; COVID = cô vít; Covid = cô vít; ASEAN = a xê an; UNESCO = u nét cô;
    UNICEF = u ni xép; NATO = na tô; WHO = vê kép hát ô; IELTS = ai eo; TOEIC = tô íc; FBI = ép bi ai; CIA = xi ai ây;
    HBsAg = hát bê ét a gờ;
    EU = e u; UN = u en; LAN = lan; WIFI = oai phai; VIRUS = vi rút; NFC = en ép xê; MMS = em em ét; CVV = xê vê vê;
    CVC = xê vê xê; URL = u rờ lờ; BTS = bê tê ét; VNEID = vi en e ai đi; VNeID = vi en e ai đi;
    VneID = vi en e ai đi; Vneid = vi en e ai đi; vneid = vi en e ai đi; VSSID = vê ét ét ai đi;
    VssID = vê ét ét ai đi; eTax = i thắc; eKYC = e ca y xê; KYC = ca y xê; FM = ép em; AM = a em; HIV = hát i vê;
    AIDS = ết; ADN = a đê en; DNA = đê en a; SOS = ét ô ét; KOL = ca ô lờ; FAQ = ép a quy; LED = lét;
    CAMERA = ca mê ra; TIKTOK = tích tốc; FACEBOOK = phây búc; ZALO = da lô; APP = áp; LINK = linh; WEB = oép;
    HOTLINE = hót lai; EMAIL = i meo; GMAIL = gờ meo; ONLINE = on lai; TELEGRAM = tê lê gam; POS = pốt; COD = xê ô đê;
    VTV = vê tê vê; VOV = vê ô vê; VTC = vê tê xê; HTV = hát tê vê; ANTV = a en tê vê; VNPT = vê en pê tê;
    EVN = e vê en; EVNNPC = e vê en en pê xê; EVNHANOI = e vê en Hà Nội; EVNSPC = e vê en ét pê xê;
    EVNCPC = e vê en xê pê xê; EVNHCMC = e vê en hát xê em xê; FPT = ép pê tê; BIDV = bê i đê vê; ACB = a xê bê;
    MB = em bê; VIB = vê i bê; SHB = ét hát bê; OCB = ô xê bê; VCB = vê xê bê; VNPAY = vê en pây; NCSC = en xê ét xê;
    VNCERT = vê en xớt; AIS = a i ét; TCVN = tiêu chuẩn Việt Nam; QCVN = quy chuẩn Việt Nam; IMEI = i mê i;
    ISO = i sô; CD = xê đê; DVD = đê vê đê; VCD = vê xê đê; CPU = xê pê u; RAM = ram; IOS = ai ô ét; iOS = ai ô ét;
    BBC = bi bi xi; CNN = xi en en; WTO = vê kép tê ô; WB = vê kép bê; ODA = ô đê a; FDI = ép đê i;
    GRDP = giê rờ đê pê; CPI = xê pê i; PCI = pê xê i; NGO = en giê ô; UAV = u a vê; LPG = lờ pê giê; BOT = bê ô tê;
    RFID = rờ ép i đê; ETC = e tê xê; VETC = vê e tê xê; KPI = ca pê i; HR = hát rờ; PR = pi a; B2B = bi tu bi;
    NPC = en pê xê; OA = ô a; NFT = en ép tê; USDT = u ét đê tê; ETH = e tê hát; CCTV = xê xê tê vê;
    PA = pê a; HĐH = hệ điều hành; VR = vê rờ; DM = đê em; Rh = e rờ hát; FB = phây búc; Fb = phây búc; fb = phây búc;
    YTB = diu túp; GTEL = gi teo; SCTV = ét xê tê vê; MBBANK = em bê banh; HTML = hát tê em lờ;
    HTTPS = hát tê tê pê ét; HTTP = hát tê tê pê; https = hát tê tê pê ét; http = hát tê tê pê;
    www = vê kép vê kép vê kép; WWW = vê kép vê kép vê kép;
    """
)
"""Letters said in their own way; those not here and not above are spelt and reported."""

SPELT_OUT = words(
    """
    CH FE DK ABBank SCB TPB VPB TCB NCB GPB PVcom LPB BVB KLB PGB SGB VAB VNA SJC DOJI PNJ MSB HSBC UOB NAPAS SWIFT
    GSM LTE UTC GMT ICU MRI XQ PCR TNT HP PVN TKV VEC ACV VTVcab HCDC CDC ABC XYZ SH FA AFF VFF HCG IMF FIFA AFC
    UNHCR UNDP WWF BHD CGV MV DJ UFO SIP VoIP DNS SSL TLS API SDK SQL XML JSON CSV DOC DOCX XLS XLSX PPT JPG PNG GIF
    NPK SL MP3 MP4 AVI EXE ZIP RAR LCD SSD HDD SPA OK BRT VNG VTC NTT DHL FBA GHTK GHN VNP JT SPX CMC MISA HSM CA2 VGP
    VNS IOE WC AQI CVE BKAV ADSL FTTH MVVAC MR TNG BMI WG SC EC WP WDG DVB BCG DPT OPV IPV HPV HBV HCV PVC HDPE PPR
    LK SH
    NO CT
    ONT ODT
    CLN LUC LUK BHK NTS
    HNK NHK
    """
)
"""Capitals that are always spelt letter by letter and that nobody needs to be asked about."""
