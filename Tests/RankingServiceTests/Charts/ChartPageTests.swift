import Testing

@testable import RankingService

struct ChartPageTests {
    @Test(
        "pages are counted from 1, and there is always one",
        arguments: [
            // limit, offset, total; page, pages, next, previous, first and last entry
            (10, 0, 0, 1, 1, false, false, []),
            (10, 0, 3, 1, 1, false, false, [0, 1, 2]),
            (2, 0, 5, 1, 3, true, false, [0, 1]),
            (2, 2, 5, 2, 3, true, true, [2, 3]),
            (2, 4, 5, 3, 3, false, true, [4]),
            (2, 3, 5, 2, 3, false, true, [3, 4]),
            (50, 10_000, 5, 201, 1, false, true, []),
        ])
    func pages(
        limit: Int, offset: Int, total: Int, current: Int, count: Int, next: Bool, previous: Bool, part: [Int]
    ) {
        let page = ChartPage(limit: limit, offset: offset, total: total)
        #expect(page.current == current)
        #expect(page.count == count)
        #expect(page.hasNext == next)
        #expect(page.hasPrevious == previous)
        #expect(Array(page.part(of: Array(0..<total))) == part)
    }
}
