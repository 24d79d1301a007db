import SharedHTTP

/// Pictures of the European Central Bank's rates up to 2026-10-30.
enum DrawnChartExamples {
    static let week = AnswerExample(
        "A week of the dollar in won, as small as it gets",
        target: "/api/v1/history/USD/chart.svg?period=1w&width=320&height=200&lang=en",
        answer: #"""
            <svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200" role="img" aria-labelledby="title summary" xml:lang="en" font-family="system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif">
            <title id="title">USD/KRW · US Dollar · 1 week</title>
            <desc id="summary">The price of one US Dollar in South Korean Won. 6 observations from 2026-10-23 to 2026-10-30. Last 1,335.27 (2026-10-30). High 1,340.47 (2026-10-28). Low 1,324.45 (2026-10-23). Change ▲ 10.81 (+0.82%). Source: European Central Bank, as of 2026-10-30.</desc>
            <rect x="0" y="0" width="320" height="200" fill="#ffffff"/>
            <text x="8" y="21" font-size="13" font-weight="bold" fill="#1c2127">USD/KRW</text>
            <text x="92.9" y="21" font-size="12" fill="#565f69">US Dollar · 1 week</text>
            <text x="8" y="41.3" font-size="17" font-weight="bold" fill="#1c2127">1,335.27</text>
            <text x="99.9" y="41.3" font-size="11" fill="#565f69">KRW</text>
            <text x="139.1" y="41.3" font-size="12" fill="#1c2127">▲ 10.81 (+0.82%)</text>
            <line x1="8" y1="151.5" x2="242.9" y2="151.5" stroke="#e4e7eb"/>
            <line x1="8" y1="115.5" x2="242.9" y2="115.5" stroke="#e4e7eb"/>
            <line x1="8" y1="79.4" x2="242.9" y2="79.4" stroke="#e4e7eb"/>
            <text x="251.4" y="155.3" font-size="11" fill="#565f69">1,320</text>
            <text x="251.4" y="119.3" font-size="11" fill="#565f69">1,330</text>
            <text x="251.4" y="83.3" font-size="11" fill="#565f69">1,340</text>
            <line x1="75.1" y1="56.3" x2="75.1" y2="156.9" stroke="#e4e7eb"/>
            <line x1="175.8" y1="56.3" x2="175.8" y2="156.9" stroke="#e4e7eb"/>
            <line x1="75.1" y1="156.9" x2="75.1" y2="160.9" stroke="#8a939c"/>
            <line x1="175.8" y1="156.9" x2="175.8" y2="160.9" stroke="#8a939c"/>
            <line x1="8" y1="156.9" x2="242.9" y2="156.9" stroke="#8a939c"/>
            <text x="75.1" y="172.9" font-size="11" text-anchor="middle" fill="#565f69">Oct 25, 2026</text>
            <text x="175.8" y="172.9" font-size="11" text-anchor="middle" fill="#565f69">Oct 28</text>
            <polyline points="8,135.4 108.7,132.5 142.2,123.6 175.8,77.7 209.3,89.2 242.9,96.5" fill="none" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round" stroke="#0b61c4"/>
            <line x1="242.9" y1="96.5" x2="242.9" y2="96.5" stroke="#0b61c4" stroke-dasharray="4 3"/>
            <circle cx="242.9" cy="96.5" r="2.5" fill="#0b61c4" stroke="#ffffff" stroke-width="1.5"/>
            <rect x="247.4" y="88.2" width="64.6" height="16.5" fill="#0b61c4"/>
            <text x="251.4" y="100.3" font-size="11" font-weight="bold" fill="#ffffff">1,335.27</text>
            <circle cx="175.8" cy="77.7" r="2.5" fill="#ffffff" stroke="#0b61c4" stroke-width="1.5"/>
            <text x="161.5" y="70.2" font-size="11" text-anchor="middle" fill="#1c2127" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">High 1,340.47 · 2026-10-28</text>
            <circle cx="8" cy="135.4" r="2.5" fill="#ffffff" stroke="#0b61c4" stroke-width="1.5"/>
            <text x="89.1" y="152.1" font-size="11" text-anchor="middle" fill="#1c2127" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">Low 1,324.45 · 2026-10-23</text>
            <text x="8" y="189.8" font-size="11" fill="#565f69">ECB · as of 2026-10-30</text>
            </svg>

            """#)
}
