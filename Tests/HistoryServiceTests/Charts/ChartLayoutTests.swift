import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What stands where in a chart", .timeLimit(.minutes(2)))
struct ChartLayoutTests {
    private static let sizes: [(width: Int, height: Int?)] = [
        (320, nil), (800, nil), (1600, nil), (320, 200), (320, 1200), (1600, 200), (500, 333), (1600, 1200),
    ]

    @Test("no two labels cover one another and all is within the frame, in 150 random windows at every size")
    func random() throws {
        var random = SplitMix64(seed: 26_10_30)
        let codes = try #require(ECBFile.memory.current.sources[.ecb]).legs.keys.sorted()
        let (first, last) = (try day("1999-01-04"), try day("2026-10-30"))
        var drawn = 0
        while drawn < 150 {
            let (target, base) = (
                codes[Int.random(in: 0..<codes.count, using: &random)],
                codes[Int.random(in: 0..<codes.count, using: &random)]
            )
            guard target != base else { continue }
            let length = [3, 10, 40, 200, 1000, 12_000][Int.random(in: 0..<6, using: &random)]
            let from = first.adding(days: Int.random(in: 0...first.distance(to: last), using: &random))
            let to = min(last, from.adding(days: Int.random(in: 0...length, using: &random)))
            let size = Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &random)]
            let language: Language = Bool.random(using: &random) ? .ko : .en
            let name = "\(target)/\(base) \(from)..\(to) \(size) \(language)"
            let scene = try chart(
                "\(target)", in: "\(base)", "\(from)..\(to)", width: size.width, height: size.height, language)
            #expect(scene.faults.isEmpty, "\(name): \(scene.faults)")
            #expect(scene.polylines.allSatisfy { $0.count <= 2 * size.width }, "\(name)")
            drawn += 1
        }
    }

    @Test("every currency over everything there is, at three sizes", arguments: [320, 800, 1600])
    func everything(width: Int) throws {
        for code in try #require(ECBFile.memory.current.sources[.ecb]).legs.keys.sorted() where code != .krw {
            let scene = try chart("\(code)", "max", width: width, .ko)
            #expect(scene.faults.isEmpty, "\(code): \(scene.faults)")
            #expect(SVGWriter(theme: .auto).document(of: scene).utf8.count < 60_000)
        }
    }

    // Python fractions over the ECB's file: the extremes, the last rate, the change since the first of the window.
    @Test(
        "the highest, the lowest and the last rate are what they are",
        arguments: [
            (
                "USD", "KRW", "1y",
                ["1,335.27", "High 1,558.09 · 2026-07-01", "Low 1,324.45 · 2026-10-23", "▼ 99.72 (−6.95%)"]
            ),
            (
                "ISK", "KRW", "max",
                [
                    "10.9688", "High 17.5525 · 2005-10-21", "Low 5.2830 · 2008-11-05",
                    "▲ 0.2940 (+2.75%) since 2018-02-01",
                ]
            ),
            ("KRW", "EUR", "1w", ["0.000670349", "High 0.000675475 · 2026-10-27", "Low 0.000670084 · 2026-10-28"]),
            ("JPY", "KRW", "1m", ["8.49135", "High 8.63331 · 2026-09-30", "Low 8.39620 · 2026-10-21"]),
        ])
    func facts(target: String, base: String, window: String, expected: [String]) throws {
        let contents = try chart(target, in: base, window).contents
        #expect(Set(contents).isSuperset(of: expected), "\(contents)")
    }

    @Test("the rings stand on the highest and the lowest point of the line")
    func rings() throws {
        for window in ["1w", "1m", "1y", "max"] {
            let scene = try chart("USD", window)
            let points = scene.polylines.flatMap { $0 }
            let highest = try #require(points.min { $0.y < $1.y })
            let lowest = try #require(points.max { $0.y < $1.y })
            #expect(scene.rings == [highest, lowest])
        }
    }

    // 2026-10-23 to 30 are seven days; the highest is of 27: four sevenths of the way.
    @Test("a day stands at its part of the way between the edges of the plot")
    func place() throws {
        let scene = try chart("KRW", in: "EUR", "1w")
        let line = try #require(scene.polylines.first)
        let (left, right) = (line[0].x, line[line.count - 1].x)
        #expect(abs(scene.rings[0].x - (left + (right - left) * 4 / 7)) < 1e-9)
    }

    // ECB: no króna from 2008-12-10 to 2018-01-31.
    @Test("a gap of years breaks the line, is shaded and named, and the change is that since")
    func gap() throws {
        for (width, language) in [(320, Language.ko), (800, .en), (1600, .ko)] {
            let scene = try chart("ISK", "max", width: width, language)
            #expect(scene.polylines.count == 2)
            let (before, after) = (scene.polylines[0], scene.polylines[1])
            #expect(scene.breakLines == [before[before.count - 1].x, after[0].x])
            let shaded = scene.elements.contains { element in
                if case .rectangle(let frame, .band) = element {
                    frame.x == before[before.count - 1].x && abs(frame.right - after[0].x) < 1e-9
                } else {
                    false
                }
            }
            #expect(shaded)
            let words = ChartWords(language: language)
            #expect(scene.contents.contains { $0.contains(language == .ko ? "ISK 고시 없음" : "ISK not quoted") })
            #expect(scene.contents.contains { $0.hasSuffix(words.since(Day(number: 17_563))) })
            #expect(scene.summary.contains("2008-12-10 ~ 2018-01-31"))
        }
    }

    @Test("a currency that took the place of another says at which factor, on the day it did")
    func redenomination() throws {
        let scene = try chart("TRY", "2004-06-01..2006-06-01")
        #expect(scene.contents.contains { $0.hasPrefix("1,000,000 TRL = 1 TRY") })
        let line = try #require(scene.polylines.first)
        #expect(scene.breakLines == [line[0].x])
        let older = try chart("TRL", "max")
        #expect(older.contents.contains { $0.hasPrefix("1,000,000 TRL = 1 TRY") })
        let last = try #require(older.polylines.last?.last)
        #expect(older.breakLines == [last.x])
        let kuna = try chart("HRK", "max")
        #expect(kuna.contents.contains { $0.hasPrefix("7.5345 HRK = 1 EUR") })
    }

    @Test("the labels of the extremes keep clear of the lines of the breaks where there is room")
    func notes() throws {
        for width in [800, 1600] {
            let scene = try chart("ISK", "max", width: width)
            let notes = scene.texts.filter { $0.content.hasPrefix("High") || $0.content.hasPrefix("Low") }
            #expect(notes.count == 2)
            for x in scene.breakLines { #expect(notes.allSatisfy { x < $0.frame.x || x > $0.frame.right }) }
        }
    }

    @Test("a window without observations says so, and why")
    func empty() throws {
        for (language, words) in [(Language.ko, "이 기간에는 관측값이 없습니다"), (.en, "No observations in this window")] {
            let scene = try chart("ISK", "2010-01-01..2010-12-31", width: 320, language)
            #expect(scene.contents.contains(words))
            #expect(scene.polylines.isEmpty && scene.faults.isEmpty, "\(scene.faults)")
            #expect(scene.contents.contains { $0.contains("ISK") && $0.contains("2008-12-10") })
        }
        #expect(try chart("HRK", "1y").contents.contains { $0.hasPrefix("7.5345 HRK = 1 EUR") })
    }

    @Test("a single observation and one that never moves are drawn and said")
    func flat() throws {
        let single = try chart("USD", "2026-10-30..2026-10-30")
        #expect(single.contents.contains("Only one observation: 2026-10-30"))
        #expect(single.polylines.isEmpty && single.rings.isEmpty && single.faults.isEmpty, "\(single.faults)")
        var book = RateBook()
        for date in ["2026-10-28", "2026-10-29", "2026-10-30"] {
            _ = try book.take(ecbSheet(date, ["KRW": "1500", "USD": "1.25"]))
        }
        let answer = try SeriesReader(memory: SeriesMemory(book)).series(question("USD", "1w"))
        let content = ChartContent(answer, oldest: answer.series.days[0], knownAt: nil, language: .en)
        let scene = try ChartLayout(content, width: 320, height: 240).scene()
        #expect(scene.contents.contains("Unchanged throughout"))
        #expect(scene.contents.contains("0.00 (0.0000%)"))
        #expect(Set(scene.polylines.flatMap { $0 }.map(\.y)).count == 1)
        #expect(scene.faults.isEmpty, "\(scene.faults)")
    }

    @Test("a chart of past knowledge says of when it is")
    func known() throws {
        let answer = try SeriesReader(memory: ECBFile.memory).series(question("USD", "1w"))
        let content = ChartContent(answer, oldest: 0, knownAt: ECBFile.recordedAt, language: .en)
        let scene = try ChartLayout(content, width: 1600, height: 800).scene()
        #expect(scene.contents.contains { $0.contains("as known on \(ECBFile.recordedAt)") })
        #expect(scene.summary.contains("as known on \(ECBFile.recordedAt)"))
    }
}
