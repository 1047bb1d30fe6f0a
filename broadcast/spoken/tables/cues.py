"""Words around a number that tell what it means."""

from __future__ import annotations

from broadcast.spoken.tables import tails, words

COUNTED = words(
    """
    đồng nghìn ngàn triệu tỷ tỉ trăm chục vạn người cuộc tin lần vụ trường đối lượt bài buổi giờ phút giây ngày tuần
    tháng năm quý tuổi hộ xã huyện tỉnh thôn xóm bản tổ đơn hành em học cháu chị anh ông bà con cái chiếc bộ cây quả
    loại nhóm điểm bước dấu hình trang văn thủ cán chiến doanh đoàn đội cặp suất mét ki kg km m cm ha tấn tạ lít gói
    thẻ tài khoản sim máy nạn vé phần độ cơn ca mẫu mũi liều khách hội nhà phòng lớp giáo viên nhân thành phường thị
    khu tên loạt món xe tiết mục phiếu ý câu tờ cuốn quyển chương nội giải sản gia sinh lao trẻ phụ nam nữ đại thanh
    thiếu chữ ký chuyến thửa hecta héc đô usd vnđ vnd đ bao thùng bữa hàng mặt vị trận bé trai gái mũ áo quần phao
    """
)
"""A number before one of these counts something; it is not a code."""

AFTER_CODE = words(
    """
    ngay hoặc hay và khi nếu để là thì đều miễn gặp báo trên cho được tiếp nhận bị không còn vẫn sẽ hoạt phản nhé nhắn
    ở tại mà với vào trong gửi theo chỉ có cũng như từ sau trước lúc qua hỗ giúp các xin hãy mới do đang nhờ nhanh
    sẵn trực trả khác
    """
)
"""Words that may follow a well-known number without being counted by it: gọi 113 khi …."""

BODIES = words(
    """
    xã xóm thôn bản tổ trường lớp đội nhóm chi đơn đại trạm tiêu chỉ phiếu thành khu phường huyện tỉnh hộ vụ
    sao bậc người em cháu
    """
)
"""So many out of so many of these: tám trên chín xóm."""

SHORTCODE_CUES = tails(
    """
    tổng đài; đầu số; đường dây nóng; điện thoại nóng; hotline; nóng; số máy; điện thoại; gọi; gọi ngay; gọi từ; gọi
    điện; gọi cho; gọi đến; gọi tới; gọi về; gọi số; quay số; bấm số; bấm; bấm phím; nhấn phím; phím; ấn phím; nhấn;
    alo; gửi; gửi đến; gửi tới; gửi về; gửi số; sđt; đt; tel; liên hệ; liên hệ số; nhắn tin đến; nhắn tin tới; nhắn
    đến; nhắn tới; nhắn về; nhắn tin; nhắn; tin nhắn tới; tin nhắn đến; phản ánh tới; phản ánh đến; phản ánh qua;
    báo tới; báo đến; báo ngay; báo cho; tới số; đến số; qua số; về số; theo số; vào số; đến đầu số; cảnh sát; phản
    ứng nhanh; cấp cứu; cứu hỏa; cứu hoả; bảo vệ trẻ em; bấm máy; qua tổng đài; số ngắn; các số; máy nhánh; nhánh;
    mã vùng; nhấn số; phím số; soạn; gọi lại; gọi qua; fax; gọi trực tiếp; gọi miễn phí; công an; máy lẻ; số lẻ; nội
    bộ; gui; goi; lh; lien he; tong dai; nhan tin; mobifone; viettel; vinaphone; vietnamobile; gmobile; vnpt
    """
)

EMERGENCY = frozenset({"111", "112", "113", "114", "115", "156", "1022", "5656"})

ACCOUNT_CUES = tails(
    """
    tài khoản; stk; tk; số tk; cccd; cmnd; cmt; căn cước; căn cước công dân; định danh; định danh cá nhân; chứng
    minh nhân dân; chứng minh thư; chứng minh; mst; mã số thuế; số thẻ; hộ chiếu; mã số; bhxh; bảo hiểm xã hội; bảo
    hiểm y tế; bhyt; sổ hộ khẩu; ngân hàng; vietcombank; agribank; bidv; vietinbank; techcombank; mb; mbbank;
    vpbank; tpbank; sacombank; acb; momo
    """
)

CODE_CUES = tails(
    """
    số cuối; chữ số cuối; cuối thẻ; cuối cccd; otp; pin; cvv; cvc; mã; mật khẩu; mã otp; mã xác thực; mã xác nhận;
    mã pin; xác thực; xác nhận; mã khách hàng;
    khách hàng; mã hồ sơ; hồ sơ số; mã đơn; đơn hàng; vận đơn; mã vận đơn; seri; số seri; serial; imei; biển số;
    biển kiểm soát; bks; số hiệu; mã bưu chính; mã giao dịch; giao dịch số; mã vạch; đầu số; sim; thuê bao; số đuôi;
    đuôi; mã tham chiếu; kênh; số ngẫu nhiên; bưu chính; phiên; pass; password; báo danh; sbd; id; ai đi; mã thẻ
    """
)

FILLERS = words("số là sau này mới gồm của bạn như dạng đó so la cua ban qhns bhyt bhxh")
"""Words that may stand between a cue and its number."""

NOT_CODE_BEFORE = words(
    """
    có gồm khoảng hơn gần trên dưới tổng được bắt điều khoản mục chương trang lớp phòng bài tuổi thứ cả những mỗi
    từng chỉ còn đủ thêm tăng giảm đạt bằng là với trong quốc lộ tầng ngõ năm tháng ngày thôn xóm tổ nhà đường mất
    thửa tờ lô
    chiếm bảng hạng tính quyển tập phần kỳ thông tư định nghị
    """
)
DATE_CUES = words(
    """
    ngày sáng trưa chiều tối đêm hôm từ đến tới trước sau hết vào lễ dịp nay mai qua cuối đầu ngay kể hạn nhật
    hai ba tư năm sáu bảy kỷ niệm mừng chào tết khuya rạng và toán chót mạc giảng ký
    """
)
NAMED_BY_DATE = words("đường phố cầu khu xóm công viên trường quỹ máy")
"""Places that bear the name of a day: đường 25/3."""

DAY_WORDS = frozenset({"ngày", "mùng", "mồng", "rằm", "hôm"})
FRACTION_CUES = words(
    """
    tỷ tỉ lệ chiếm hơn gần khoảng được bằng còn giảm tăng phân một hai đạt thành mất
    """
)
FRACTION_AFTER = words(
    """
    số dân diện tích tổng thu nhập giá kg lít mét quãng lượng phần cái quả ly cốc thìa muỗng dung sân
    """
)
FEASTS = frozenset(
    tuple(map(int, day.split("/")))
    for day in words(
        """
        1/1 3/2 14/2 27/2 8/3 26/3 21/4 30/4 1/5 7/5 15/5 19/5 1/6 21/6 28/6 27/7 19/8 2/9 10/10
        13/10 14/10 20/10 9/11 18/11 20/11 22/12 24/12 25/12
        """
    )
)
SCORE_CUES = frozenset({"tỷ", "tỉ", "thắng", "thua", "đấu", "hòa", "hoà"})
RATIO_CUES = (" tỷ lệ", " tỉ lệ", " tỷ lệ là", " tỉ lệ là")
ROMAN_CUES = words(
    """
    kỷ kỉ chương phần mục khóa khoá kỳ kì quý quí hội thứ lần cấp loại hạng nhóm vùng khu tập quyển điều khoản đoạn
    phụ lục năm số bảng giai đợt đề bậc bài tầng hiệp vòng nhiệm thì quân lớp tk tiểu cục chi nhánh ca điểm trụ hồi
    trường độ tháng bước đô thị giải hk
    """
)
SECTION_CUES = words(
    """
    mục tthc điểm phần tiểu phiên bản chương bài version hình bảng biểu nghệ công windows android ios điều khoản
    """
)
PAPER_CUES = words("nđ qđ tt nq kh tb cv bc ct hd kl pl luật định quyết tư thị lệnh số")
"""A number with a year directly after one of these is a paper's: NĐ 76/2024."""

ADDRESS_CUES = words(
    """
    nhà ngõ ngách hẻm kiệt lô căn hộ
    """
)
SYNTAX_CUES = tails(
    """
    soạn; soạn tin; soạn tin nhắn; cú pháp; theo cú pháp; nhắn tin; nhắn; nhắn tin theo cú pháp; soạn theo cú pháp;
    cú pháp tin nhắn; cú pháp là; soạn cú pháp; với cú pháp; nội dung; tin nhắn
    """
)
