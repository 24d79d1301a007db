import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

/// The days are those of the ECB's file.
@Suite("Stretches of a chart without rates", .timeLimit(.minutes(1)))
struct SilentStretchTests {
    @Test(
        "the days after a currency ended are shaded to the edge, and say so",
        arguments: [
            ("HRK", "KRW", "2020-01-02.."), ("RUB", "KRW", "2018-01-02.."), ("TRL", "EUR", "2003-01-02..2007-01-02"),
        ])
    func ended(target: String, base: String, window: String) throws {
        for (width, language) in [(320, Language.ko), (320, .en), (800, .en), (1600, .ko)] {
            let scene = try chart(target, in: base, window, width: width, language)
            let band = try #require(scene.bands.first)
            #expect(scene.bands.count == 1)
            let last = try #require(scene.polylines.last?.last)
            #expect(band.x == last.x && abs(band.right - scene.plotRight) < 1e-9)
            let label = try #require(scene.label(in: band))
            #expect(label.content == (language == .ko ? "\(target) 고시 없음" : "\(target) not quoted"))
            #expect(label.halo == .band)
            #expect(scene.faults.isEmpty, "\(scene.faults)")
        }
    }

    // ECB: TRY from 2005-01-03.
    @Test("the days before a currency began are shaded from the edge, and say so")
    func began() throws {
        for (width, language) in [(320, Language.ko), (800, .en), (1600, .ko)] {
            let scene = try chart("TRY", in: "EUR", "2000-01-03..2008-01-02", width: width, language)
            let band = try #require(scene.bands.first)
            #expect(scene.bands.count == 1)
            let first = try #require(scene.polylines.first?.first)
            let sizes = ChartSizes(width: Double(width), height: Double(ChartSizes.height(for: width)))
            #expect(band.right == first.x && band.x == sizes.padding)
            #expect(scene.label(in: band)?.content == (language == .ko ? "TRY 고시 없음" : "TRY not quoted"))
        }
    }

    @Test("what ended is shaded from its end on, however few days that are")
    func soonAfter() throws {
        let scene = try chart("HRK", "2022-12-01..2023-01-10")
        let last = try #require(scene.polylines.last?.last)
        #expect(scene.bands.map(\.x) == [last.x])
        #expect(try chart("HRK", "2022-12-01..2022-12-30").bands.isEmpty)
    }

    // ECB: no króna from 2008-12-10 to 2018-01-31.
    @Test("a gap that a window ends in, or begins in, is shaded to the edge, with a line only where it has its end")
    func cutGap() throws {
        let ending = try chart("ISK", "2008-06-02..2009-06-30")
        let last = try #require(ending.polylines.last?.last)
        #expect(ending.bands.map(\.x) == [last.x] && ending.breakLines == [last.x])
        let beginning = try chart("ISK", "2017-06-01..2018-12-31")
        let first = try #require(beginning.polylines.first?.first)
        #expect(beginning.bands.map(\.right) == [first.x] && beginning.breakLines == [first.x])
        for scene in [ending, beginning] {
            #expect(scene.contents.contains { $0.hasPrefix("ISK not quoted (2008-12-10 ~ 2018-01-31)") })
            #expect(scene.contents.count { $0.hasPrefix("ISK not quoted") } == 1)
        }
    }

    // ECB: ISK until 2008-12-09 and from 2018-02-01, TRY from 2005-01-03, HRK until 2022-12-30, RUB until 2022-03-01.
    @Test(
        "the days of a break are shaded at the edge of a window however few they are",
        arguments: [
            ("ISK", "2018-01-02..2018-02-28", true), ("ISK", "2018-01-31..2018-02-28", true),
            ("TRY", "2005-01-02..2005-02-28", true), ("ISK", "2008-11-03..2008-12-10", false),
            ("ISK", "2008-11-03..2008-12-31", false), ("HRK", "2022-12-01..2022-12-31", false),
            ("RUB", "2022-02-01..2022-03-02", false),
        ])
    func fewDays(target: String, window: String, isAtLeft: Bool) throws {
        for base in ["KRW", "EUR"] {
            for (width, language) in [(320, Language.ko), (800, .en)] {
                let scene = try chart(target, in: base, window, width: width, language)
                let points = scene.polylines.flatMap { $0 }.map(\.x)
                let (first, last) = (try #require(points.first), try #require(points.last))
                let band = try #require(scene.bands.first)
                #expect(scene.bands.count == 1)
                let sizes = ChartSizes(width: Double(width), height: Double(ChartSizes.height(for: width)))
                let (left, right) = isAtLeft ? (sizes.padding, first) : (last, scene.plotRight)
                #expect(band.x == left && abs(band.right - right) < 1e-9 && band.width > 0)
                #expect(scene.faults.isEmpty, "\(scene.faults)")
            }
        }
    }

    @Test(
        "a window that begins or ends on days without sheets, or with the first or last rate, is not shaded there",
        arguments: [
            ("ISK", "2018-02-01..2018-02-28"), ("ISK", "2008-11-03..2008-12-09"), ("TRY", "2005-01-03..2005-02-28"),
            ("ISK", "2018-12-25..2019-01-01"), ("USD", "2026-10-10..2026-10-25"), ("USD", "1999-01-01..1999-02-05"),
        ])
    func quotedEdges(target: String, window: String) throws {
        #expect(try chart(target, window).bands.isEmpty)
    }

    // ECB: ILS from 2011-01-03: the pair has no rate until 2018-02-01, but each of the two had some.
    @Test("where neither was unquoted throughout, none is named")
    func neither() throws {
        let scene = try chart("ILS", in: "ISK", "2005-01-03..", width: 1600)
        let band = try #require(scene.bands.first)
        #expect(scene.label(in: band)?.content == "not quoted")
    }

    @Test("a window without observations is shaded throughout, above its days")
    func empty() throws {
        for (width, height, language) in [(320, 200, Language.ko), (800, 400, .en), (1600, 800, .ko)] {
            let scene = try chart("HRK", "2024-01-02..2025-12-31", width: width, height: height, language)
            let band = try #require(scene.bands.first)
            #expect(scene.bands.count == 1)
            #expect(abs(band.right - scene.plotRight) < 1e-9)
            #expect(scene.contents.contains { $0.hasPrefix("2025") })
            #expect(scene.label(in: band)?.content == ChartWords(language: language).empty)
            #expect(scene.faults.isEmpty, "\(scene.faults)")
        }
        // Before all that is held there are no days to show.
        let before = try chart("EUR", "1950-01-02..1950-12-29")
        #expect(!before.contents.contains { $0.hasPrefix("1999") || $0.hasPrefix("Jan") } && before.bands.count == 1)
    }
}

extension ChartScene {
    /// The shades, from left to right.
    fileprivate var bands: [SceneFrame] {
        elements.compactMap { element in
            if case .rectangle(let frame, .band) = element { frame } else { nil }
        }
    }

    /// Where the plot ends.
    fileprivate var plotRight: Double {
        elements.reduce(0) { right, element in
            if case .line(_, let end, .axis, false) = element { max(right, end.x) } else { right }
        }
    }

    /// The first text that stands in a shade.
    fileprivate func label(in band: SceneFrame) -> SceneText? {
        texts.first { $0.halo == .band && band.contains($0.frame) }
    }
}
