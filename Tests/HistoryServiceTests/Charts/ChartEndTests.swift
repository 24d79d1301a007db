import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

/// Expected rates and days are Python fractions over the ECB's file.
@Suite("Charts of what ended, and of what began late", .timeLimit(.minutes(1)))
struct ChartEndTests {
    static let ended = [
        ("HRK", "KRW", "2022-12-30"), ("RUB", "KRW", "2022-03-01"), ("TRL", "USD", "2004-12-31"),
        ("TRY", "ROL", "2005-06-30"),
    ]

    @Test("the last rate of a pair that ended has its day beside it", arguments: ended)
    func dated(target: String, base: String, last: String) throws {
        for width in [320, 800, 1600] {
            let scene = try chart(target, in: base, "max", width: width)
            #expect(scene.contents.contains("\(base) · \(last)"), "\(scene.contents)")
            #expect(scene.faults.isEmpty, "\(scene.faults)")
        }
    }

    @Test("the last rate of the newest day has none")
    func undated() throws {
        #expect(try chart("USD", "max").contents.contains("KRW"))
    }

    @Test("it is not carried to the right edge: its point is the last mark", arguments: ended)
    func notCarried(target: String, base: String, last: String) throws {
        for window in ["max", "1999-01-04..2026-10-30"] {
            let scene = try chart(target, in: base, window)
            #expect(scene.carried.isEmpty)
            #expect(scene.texts.allSatisfy { $0.color != .onSeries })
            let end = try #require(scene.polylines.last?.last)
            #expect(scene.dots.contains(end))
        }
        #expect(try chart("USD", "max").carried.count == 1)
    }

    @Test("neither is one that a window ends in the silence after")
    func silence() throws {
        #expect(try chart("ISK", "2008-06-01..2009-06-30").carried.isEmpty)
        #expect(try chart("HRK", "2022-06-01..2023-01-10").carried.isEmpty)
        #expect(try chart("USD", "2026-05-01..2026-10-18").carried.count == 1)
    }

    @Test("everything there is of it fills nearly all of the plot", arguments: ended)
    func filled(target: String, base: String, last: String) throws {
        for width in [320, 800, 1600] {
            let scene = try chart(target, in: base, "max", width: width)
            let points = scene.polylines.flatMap { $0 }.map(\.x)
            let (left, right) = (try #require(points.min()), try #require(points.max()))
            #expect(right - left > Double(width) * 0.6, "\(width)")
        }
    }

    @Test("a closed window is as of its last day, an open one as of the newest held")
    func asOf() throws {
        let closed = try chart("USD", "2015-01-01..2015-06-30")
        #expect(closed.contents.contains { $0.hasSuffix("as of 2015-06-30") })
        #expect(closed.contents.contains("KRW · 2015-06-30"))
        #expect(closed.summary.hasSuffix("as of 2015-06-30."))
        for window in ["2015-01-01..", "2015-01-01..2099-01-01", "1y"] {
            #expect(try chart("USD", window).contents.contains { $0.hasSuffix("as of 2026-10-30") })
        }
    }

    // ISK: −0.1518 % from 2018-02-01 to 2018-02-09, and 134 % since the window began.
    @Test("a change never loses the day it is counted from, however little room there is")
    func since() throws {
        for language in Language.allCases {
            for (width, height) in [(320, 200), (320, 240), (400, 200), (480, 240), (800, 400)] {
                let scene = try chart(
                    "ISK", in: "EUR", "2008-12-01..2018-02-10", width: width, height: height, language)
                let changes = scene.contents.filter { $0.contains("%") }
                #expect(changes.allSatisfy { $0.contains("2018-02-01") }, "\(changes)")
                #expect(scene.summary.contains("−0.15%"))
                if width == 800 { #expect(changes.count == 1) }
            }
        }
    }

    // TRY: 1.815 to the euro on 2005-01-03, its first day.
    @Test("the change of a currency that began within the window is since it began")
    func began() throws {
        for window in ["2004-06-01..", "max"] {
            let scene = try chart("TRY", in: "EUR", window)
            #expect(scene.contents.contains { $0.hasSuffix("(−96.75%) since 2005-01-03") }, "\(scene.contents)")
            #expect(scene.summary.contains("(−96.75%) since 2005-01-03."))
        }
        let later = try chart("TRY", in: "EUR", "2006-01-01..")
        #expect(!later.contents.contains { $0.contains("since") })
    }

    // The days beside those of the ECB's file: ISK until 2008-12-09 and from 2018-02-01, ILS from 2011-01-03, RUB until
    // 2022-03-01. Where one took the place of another, the day of the law.
    @Test(
        "a break names the first and the last day without a quote, or the day one took the place of another",
        arguments: [
            ("ISK", "max", "ISK not quoted (2008-12-10 ~ 2018-01-31)", "ISK 고시 없음 (2008-12-10 ~ 2018-01-31)"),
            ("ILS", "max", "ILS not yet quoted (~ 2011-01-02)", "ILS 고시 전 (~ 2011-01-02)"),
            ("RUB", "max", "RUB no longer quoted (2022-03-02 ~)", "RUB 고시 종료 (2022-03-02 ~)"),
            ("HRK", "max", "7.5345 HRK = 1 EUR (2023-01-01)", "7.5345 HRK = 1 EUR (2023-01-01)"),
            ("TRY", "max", "1,000,000 TRL = 1 TRY (2005-01-01)", "1,000,000 TRL = 1 TRY (2005-01-01)"),
            ("TRL", "max", "1,000,000 TRL = 1 TRY (2005-01-01)", "1,000,000 TRL = 1 TRY (2005-01-01)"),
            (
                "ISK", "2010-01-01..2010-12-31", "ISK not quoted (2008-12-10 ~ 2018-01-31)",
                "ISK 고시 없음 (2008-12-10 ~ 2018-01-31)"
            ),
        ])
    func named(target: String, window: String, english: String, korean: String) throws {
        for (language, words) in [(Language.en, english), (.ko, korean)] {
            let scene = try chart(target, in: "EUR", window, language)
            #expect(scene.contents.contains(words), "\(scene.contents)")
            #expect(scene.summary.contains("\(words)."), "\(scene.summary)")
        }
    }

    // ECB: ILS from 2011-01-03, ISK not from 2008-12-10 to 2018-01-31: the pair begins on 2018-02-01.
    @Test("breaks that precede the first point are told, and labelled where there is room")
    func outside() throws {
        for (width, height) in [(320, 200), (320, 240), (800, 400), (1600, 800)] {
            let scene = try chart("ILS", in: "ISK", "max", width: width, height: height)
            #expect(scene.summary.contains("ILS not yet quoted (~ 2011-01-02)."))
            #expect(scene.summary.contains("ISK not quoted (2008-12-10 ~ 2018-01-31)."))
            #expect(scene.summary.contains("since 2018-02-01"))
            #expect(scene.faults.isEmpty, "\(scene.faults)")
            if height >= 400 {
                #expect(scene.contents.contains("ILS not yet quoted (~ 2011-01-02)"))
                #expect(scene.contents.contains("ISK not quoted (2008-12-10 ~ 2018-01-31)"))
            }
        }
    }
}

extension ChartScene {
    /// The dashed lines that carry the last rate to the edge.
    fileprivate var carried: [ChartScene.Element] {
        elements.filter { element in
            if case .line(_, _, .series, true) = element { true } else { false }
        }
    }

    /// The marks of last rates.
    fileprivate var dots: [ScenePoint] {
        elements.compactMap { element in
            if case .circle(let center, _, .series, .background) = element { center } else { nil }
        }
    }
}
