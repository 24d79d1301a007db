import SharedDomain

/// The daily figures of one currency from one source, ascending by day: three columns of one length, from place 0 on.
///
/// They are slices so that the beginning of a leg, which is what most of the past is, takes no memory of its own.
struct Leg: Sendable {
    /// Days since 1970-01-01.
    private(set) var days: ArraySlice<Int32> = []
    /// Units of the currency for one of the pivot.
    private(set) var prices: ArraySlice<Double> = []
    /// The same as published.
    private(set) var figures: ArraySlice<Figure> = []

    /// Makes room for so many days.
    mutating func reserve(_ count: Int) {
        days.reserveCapacity(count)
        prices.reserveCapacity(count)
        figures.reserveCapacity(count)
    }

    /// The figure of that day, nil when there is none.
    func figure(on day: Int32) -> Figure? {
        let place = place(of: day)
        return place < days.count && days[place] == day ? figures[place] : nil
    }

    /// Sets, replaces or (nil) removes the figure of a day.
    mutating func set(_ figure: Figure?, on day: Int32) {
        let place = place(of: day)
        let isHeld = place < days.count && days[place] == day
        switch (figure, isHeld) {
        case (.some(let figure), true):
            figures[place] = figure
            prices[place] = figure.unitsPerPivot
        case (.some(let figure), false) where place == days.count:
            days.append(day)
            prices.append(figure.unitsPerPivot)
            figures.append(figure)
        case (.some(let figure), false):
            days.insert(day, at: place)
            prices.insert(figure.unitsPerPivot, at: place)
            figures.insert(figure, at: place)
        case (nil, true):
            days.remove(at: place)
            prices.remove(at: place)
            figures.remove(at: place)
        case (nil, false):
            break
        }
    }

    /// The leg before a day, with the figures (nil: none) given for some days, which come in ascending order: a copy
    /// where one of these is not the figure held, and otherwise the same memory.
    func replacing(before end: Int32, _ figures: [(day: Int32, figure: Figure?)]) -> Leg {
        let count = place(of: end)
        let changes = figures.filter { !Figure.areWrittenAlike(figure(on: $0.day), $0.figure) }
        guard !changes.isEmpty else { return prefix(count) }
        var leg = Leg()
        leg.reserve(count + changes.count)
        var start = 0
        for change in changes {
            let place = place(of: change.day)
            leg.append(start..<place, of: self)
            leg.set(change.figure, on: change.day)
            start = place < count && days[place] == change.day ? place + 1 : place
        }
        leg.append(start..<count, of: self)
        return leg
    }

    private func prefix(_ count: Int) -> Leg {
        var leg = Leg()
        leg.days = days.prefix(count)
        leg.prices = prices.prefix(count)
        leg.figures = figures.prefix(count)
        return leg
    }

    private mutating func append(_ places: Range<Int>, of other: Leg) {
        days.append(contentsOf: other.days[places])
        prices.append(contentsOf: other.prices[places])
        figures.append(contentsOf: other.figures[places])
    }

    /// Where the day is, or would be: the number of earlier days.
    func place(of day: Int32) -> Int {
        // Days come in order, nearly always.
        if let last = days.last, day > last { return days.count }
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The places of the days from one to another, both included; `first` is not after `last`.
    func places(from first: Int32, to last: Int32) -> Range<Int> {
        place(of: first)..<(last == .max ? days.count : place(of: last + 1))
    }
}
