import Testing

@testable import HistoryService

@Suite("Statistics of numbers")
struct SampleTests {
    @Test("of nothing there is no mean, of one number no deviation")
    func tooFew() {
        #expect(Sample.mean([]) == nil)
        #expect(Sample.deviation([]) == nil)
        #expect(Sample.deviation([1]) == nil)
        #expect(Sample.mean([1]) == 1)
    }

    // By hand: the mean of 2, 4, 4, 4, 5, 5, 7, 9 is 5 and the squares of the distances sum to 32.
    @Test("the deviation divides by one less than the count")
    func deviation() {
        #expect(Sample.deviation([2, 4, 4, 4, 5, 5, 7, 9]) == (32.0 / 7).squareRoot())
    }

    @Test("a correlation is between two samples of one length, of three or more, that both vary")
    func correlation() {
        #expect(Sample.correlation([1, 2, 3], [2, 4, 6]) == 1)
        #expect(Sample.correlation([1, 2, 3], [6, 4, 2]) == -1)
        #expect(Sample.correlation([1, 2, 3], [5, 5, 5]) == nil)
        #expect(Sample.correlation([5, 5, 5], [1, 2, 3]) == nil)
        // Any two points lie on one line.
        #expect(Sample.correlation([1, 2], [3, 7]) == nil)
        #expect(Sample.correlation([1], [1]) == nil)
        #expect(Sample.correlation([1, 2, 3], [1, 2, 3, 4]) == nil)
    }

    @Test("a line needs two different places")
    func slope() {
        #expect(Sample.slope([0, 1, 3], [1, 3, 7]) == 2)
        #expect(Sample.slope([2, 2], [1, 3]) == nil)
        #expect(Sample.slope([], []) == nil)
    }

    @Test("a return is what a value is above the one before, as a part of that")
    func returns() {
        #expect(Sample.returns([4, 5, 2.5], days: [1, 2, 3]) == [0.25, -0.5])
        #expect(Sample.returns([4], days: [1]) == [])
        #expect(Sample.returns([], days: []) == [])
    }

    @Test("31 days apart a value still follows the one before, 32 days apart it begins anew")
    func silence() {
        #expect(Sample.returns([4, 5, 2.5], days: [1, 32, 64]) == [0.25])
        #expect(Sample.returns([4, 5, 2.5], days: [1, 33, 64]) == [-0.5])
    }

    // numpy.quantile, and by hand.
    @Test("a quantile between two values is interpolated")
    func quantile() {
        #expect(Sample.quantile([4, 1, 3, 2], 0.25) == 1.75)
        #expect(Sample.quantile([4, 1, 3, 2], 0.75) == 3.25)
        #expect(Sample.quantile([7], 0.25) == 7)
        #expect(Sample.quantile([1, 2], 0) == 1)
        #expect(Sample.quantile([1, 2], 1) == 2)
        #expect(Sample.quantile([], 0.25) == nil)
    }

    // scipy.stats.percentileofscore(kind="mean").
    @Test("a percentile counts what is lower, and half of what is equal")
    func percentile() {
        #expect(Sample.percentile(of: 3, among: [1, 2, 3, 4]) == 62.5)
        #expect(Sample.percentile(of: 3, among: [1, 2, 3, 3, 4]) == 60)
        #expect(Sample.percentile(of: 2, among: [2, 2]) == 50)
        #expect(Sample.percentile(of: 9, among: [1, 2]) == 100)
        #expect(Sample.percentile(of: 9, among: []) == nil)
    }
}
