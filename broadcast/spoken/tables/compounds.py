"""Words of notices as people type them run together, in addresses and hashtags, without marks."""

from __future__ import annotations

from broadcast.spoken.tables import unmarked

TYPED = unmarked(
    """
    người dùng; thông thái; thông minh; nhận thức; hành động; nâng cao; kỹ năng; lừa đảo trực tuyến; trực tuyến;
    tài sản; bảo vệ; cộng đồng; gia đình; trẻ em; cao tuổi; học đường; nhà trường; tiểu học; trung học; mầm non;
    đại học; cao đẳng; sinh viên; khai giảng; hành trang số; công nghệ; công nghệ số; chuyển đổi; kinh tế;
    chính quyền; chính quyền số; xã hội số; nông thôn; nông thôn mới; hội nông dân; hội phụ nữ; cựu chiến binh;
    đoàn viên; tình nguyện; môi trường xanh; xanh sạch đẹp; sạch đẹp; bảo tàng; di tích; lễ hội; đặc sản;
    chè thái nguyên; sông công; phổ yên; phú bình; đại từ; định hóa; đồng hỷ; phú lương; thần sa; cúc đường;
    lâu thượng; phú thượng; nghinh tường; sảng mộc; vũ chấn; thượng nung; liên minh; dân tiến; phương giao;
    công an xã; công an huyện; công an thành phố; an ninh trật tự; trật tự; giao thông; an toàn giao thông;
    phòng cháy chữa cháy; chữa cháy; cứu nạn; cứu hộ; cứu trợ; thiên tai; bão lũ; lũ lụt; mưa lũ; khí tượng; thủy văn;
    thời tiết; dự báo; dự báo thời tiết; trung tâm y tế; vắc xin; khám bệnh; bảo hiểm y tế; trợ giúp; trợ giúp xã hội;
    an sinh; chính sách; người có công; xuất khẩu lao động; đào tạo; đào tạo nghề; dạy nghề; hướng nghiệp;
    điện lực miền bắc; hóa đơn điện; tiền nước; nước sạch; cấp nước; tài nguyên; quy hoạch; địa chính; hộ tịch;
    lưu trú; cư trú; đăng kiểm; đăng ký xe; bằng lái; lái xe; nộp phạt; xử phạt; hải quan; cục thuế; chi cục thuế;
    nộp thuế; kho bạc; ngân sách; cho vay; lãi suất; tiết kiệm; chứng khoán; kiếm tiền; làm giàu; việc nhẹ lương cao;
    tặng quà; tri ân; giảm giá; mua bán; bán hàng; cửa hàng; siêu thị; bưu chính; vận chuyển; chuyển phát;
    nhận hàng; đơn hàng; chuyển khoản; thanh toán; ví điện tử; mở thẻ; khóa thẻ; nâng cấp; sinh trắc học; khuôn mặt;
    định danh điện tử; dịch vụ công trực tuyến; cổng dịch vụ công; hành chính công; tra cứu hóa đơn; tố cáo;
    khiếu nại; tố giác; tội phạm; báo tội phạm; tin báo; tổng đài; chăm sóc; phổ biến pháp luật; ngày pháp luật;
    dân sự; thi hành án; công chứng; điều tra; truy nã; bắt giữ; hải đăng; biên phòng; quân đội; nghĩa vụ quân sự;
    tuyển quân; bộ đội; liệt sĩ; thương binh; đền ơn; tổ quốc; thiếu niên; nhi đồng; măng non; khuyến học;
    khuyến nông; chăn nuôi; trồng trọt; bảo vệ rừng; kiểm lâm; lâm nghiệp; thủy lợi; hồ đập; đê điều; nhà văn hóa;
    văn nghệ; thể dục; báo chí; tin giả; tin nhắn rác; cuộc gọi rác; mạng xã hội; an toàn thông tin; mật khẩu;
    riêng tư; dữ liệu cá nhân; thông tin cá nhân; không chuyển tiền; không nghe; đừng tin; chậm lại; dừng lại;
    kiểm tra; kiểm chứng; chia sẻ; lan tỏa; yêu thương; nhân ái; quyên góp; ủng hộ; ủng hộ bão; giọt hồng; chung tay;
    chung sức; đồng lòng; đoàn kết; đại đoàn kết; tết nguyên đán; trung thu; giáng sinh; năm mới; chào mừng; kỷ niệm;
    nhà giáo; thầy cô; thầy thuốc; gia đình số; tổ công nghệ; tổ công nghệ số; bình dân học vụ số; học vụ số;
    bình dân; kinh tế số; hộ kinh doanh; khởi nghiệp; hợp tác xã; sản phẩm; đấu giá; đấu thầu; giải phóng mặt bằng;
    tái định cư; ngân hàng nhà nước; bầu cử; cử tri; ứng cử; hội đồng; đảng ủy; chi bộ; đảng viên; tỉnh ủy; huyện ủy;
    kiểm toán; tham nhũng; ma túy; mại dâm; bạo lực; xâm hại; buôn bán người; mua bán người; thuốc lá; rượu bia;
    nồng độ cồn; mũ bảo hiểm; đèn đỏ; tốc độ; xe máy; xe buýt; bến xe; tàu hỏa; vé tàu; máy bay; vé máy bay; sân bay;
    khách sạn; nhà nghỉ; đặt phòng; cộng tác viên; mẫu nhí; thần tượng; ca nhạc; bóng đá;
    bóng chuyền; đại hội; chúc mừng; cúp nước; mất điện; sửa chữa; bảo trì; nạp tiền; nạp thẻ; rút tiền; gửi tiền;
    mượn tiền; đòi nợ; xóa nợ; nợ xấu; bồi thường; thu hồi vốn; thu hồi; treo tiền; giả danh; giả mạo; mạo danh;
    chiếm đoạt; bảy dấu hiệu; dấu hiệu; nhận diện; thủ đoạn; phương thức; bí kíp; sổ tay; đáp án; đề thi; tra điểm;
    học bổng; du học; nhập học; học phí
    """
)
