//! Vietnamese.

use crate::language::table::{Table, words};

pub(super) const TABLE: Table = Table {
    code: "vi",
    stemmer: None,
    frequent: words![
        "bị", "cho", "các", "có", "cũng", "của", "hay", "hoặc", "hơn", "khi", "không",
        "là", "một", "người", "nhiều", "như", "nhưng", "những", "này", "nó", "năm", "ra",
        "sau", "sẽ", "theo", "trong", "trên", "tại", "từ", "và", "vào", "về", "với",
        "đang", "đã", "đó", "được", "đến", "để", "ở",
    ],
    titles: words![
        "bs", "bsck", "bscki", "bsckii", "cf", "dr", "ds", "e.g", "gm", "gs", "gs.ts",
        "hy", "i.e", "ks", "kts", "lm", "ls", "mr", "mrs", "ms", "ncs", "nsnd", "nsưt",
        "pgs", "pgs.ts", "prof", "st", "t.s", "th.s", "ths", "ths.bs", "tp", "ts",
        "ts.bs", "tx", "v.d", "vd", "vs", "đgm", "đhy",
    ],
    abbreviations: words![
        "a.d", "a.m", "b.c", "co", "corp", "cty", "etc", "inc", "jr", "ltd", "n.b",
        "nxb", "p.m", "p.s", "ph.d", "tp.hcm", "tphcm", "u.s", "u.s.a", "v.v",
    ],
    before_numbers: words![
        "fax", "fig", "h", "no", "nr", "p", "pp", "q", "sđt", "t", "tel", "tr", "vol",
        "đ", "đt",
    ],
    starters: words![
        "anh", "bà", "bên", "bạn", "bất", "bởi", "cho", "chính", "chúng", "chưa", "chỉ",
        "chị", "cuối", "càng", "các", "cách", "cái", "còn", "có", "cô", "cùng", "cũng",
        "cả", "của", "do", "dù", "dưới", "em", "giữa", "gần", "hai", "hiện", "hoặc",
        "hãy", "hình", "hơn", "họ", "khi", "không", "kết", "kể", "là", "lúc", "lại",
        "muốn", "mà", "mặc", "mọi", "mỗi", "một", "mới", "nay", "ngay", "ngoài", "ngoại",
        "ngày", "người", "nhiều", "như", "nhưng", "nhằm", "nhờ", "những", "nên", "nó",
        "năm", "nếu", "phải", "qua", "rất", "rồi", "sau", "song", "sẽ", "số", "sự",
        "thay", "theo", "thì", "thông", "thậm", "thật", "thế", "tiếp", "trong", "trên",
        "trước", "tuy", "tôi", "tại", "tất", "tới", "từ", "từng", "việc", "và", "vào",
        "vì", "ví", "vẫn", "vậy", "về", "với", "vừa", "xét", "ông", "đang", "đây", "đã",
        "đó", "đôi", "đúng", "được", "đầu", "đặc", "đến", "để", "đối", "đồng", "ở",
    ],
    months: words!["tháng"],
    days: words![],
    ordinal_stop: false,
    noun_capitals: false,
    small_words: words![
        "bởi", "cho", "cùng", "của", "do", "hay", "hoặc", "là", "mà", "nhưng", "theo",
        "trong", "trên", "tại", "từ", "và", "vào", "vì", "về", "với", "để", "ở",
    ],
    divisions: words![
        "bài", "bước", "chuyên đề", "chương", "cuốn", "câu", "cảnh", "giai đoạn",
        "học phần", "hồi", "khoản", "kỳ", "màn", "mục", "ngày", "phần", "phụ lục",
        "quyển", "tiết", "tiểu mục", "tuần", "tập", "điều", "điểm", "đoạn", "đề",
    ],
    captions: words![
        "biểu", "biểu đồ", "bản đồ", "bảng", "hình", "hình ảnh", "hộp", "minh họa",
        "nguồn", "sơ đồ", "tranh", "video", "đồ thị", "ảnh",
    ],
    back_matter: words![
        "bài viết liên quan", "chú giải", "chú thích", "chỉ mục", "cước chú",
        "danh mục bảng", "danh mục chữ viết tắt", "danh mục các từ viết tắt",
        "danh mục hình", "danh mục tài liệu tham khảo", "ghi chú", "liên kết ngoài",
        "lời cám ơn", "lời cảm ơn", "mục lục", "nguồn", "nguồn tham khảo",
        "nguồn trích dẫn", "phụ lục", "tham khảo", "thuật ngữ", "thư mục",
        "tin liên quan", "tài liệu tham khảo", "tài liệu đọc thêm", "tài trợ",
        "về tác giả", "xem thêm", "xung đột lợi ích", "đóng góp của tác giả", "đọc thêm",
    ],
    digests: words![
        "bàn luận và kết luận", "các điểm chính", "khái quát", "kết luận",
        "kết luận và khuyến nghị", "kết luận và kiến nghị", "kết quả chính",
        "lược thuật", "lời kết", "những điểm chính", "phát hiện chính", "sơ lược",
        "tl;dr", "tóm lược", "tóm lại", "tóm tắt", "tóm tắt nội dung",
        "tóm tắt điều hành", "tổng kết", "tổng quan", "ý chính", "điểm chính",
        "điểm nhấn", "đại ý",
    ],
    openers: words![
        "anh ta", "anh ấy", "bà ta", "bà ấy", "bên cạnh", "bởi lẽ", "bởi thế", "bởi vậy",
        "chính vì", "chúng", "chẳng hạn", "chị ấy", "cô ta", "cô ấy", "cả hai", "do vậy",
        "do đó", "gã", "hay", "hoặc", "hơn nữa", "hắn", "họ", "khi đó", "kế đó",
        "kết quả", "lúc này", "lúc đó", "mặt khác", "ngoài ra", "ngược lại", "như thế",
        "như vậy", "nhưng", "nhờ vậy", "nhờ đó", "nó", "qua đó", "rồi", "sau đó", "song",
        "thay vào", "theo đó", "thậm chí", "thế là", "thế nhưng", "tiếp theo", "tiếp đó",
        "trái lại", "trước đó", "tuy nhiên", "tuy vậy", "tương tự", "từ đó", "và",
        "vì thế", "vì vậy", "ví dụ", "vậy", "vậy nên", "y", "ông ta", "ông ấy",
        "điều này", "điều đó", "đây", "đó", "đồng thời",
    ],
    cues: words![
        "cho thấy", "chính yếu", "chủ yếu", "chứng minh", "cơ bản", "cốt lõi",
        "kết luận", "kết quả", "kết quả cho", "lần đầu", "mục tiêu", "mục đích",
        "nghiên cứu cho", "nghiên cứu này", "nhìn chung", "nói tóm", "nổi bật",
        "phát hiện", "quan trọng", "quan trọng nhất", "quyết định", "then chốt",
        "trọng tâm", "trọng yếu", "tóm lại", "tổng kết lại", "đáng kể", "đặc biệt",
    ],
};
