import SharedDomain

/// Where days stand on the level axis.
struct TimeScale: Sendable {
    let days: ClosedRange<Int32>
    /// Where the first day stands, and the last, in pixels from the left of the chart.
    let left: Double
    let right: Double

    /// Where a day stands, in pixels from the left of the chart; one before the first day stands with that, one after
    /// the last with that. A single day stands in the middle.
    func x(of day: Int32) -> Double {
        guard days.count > 1 else { return (left + right) / 2 }
        let place = min(max(day, days.lowerBound), days.upperBound)
        let part = (Double(place) - Double(days.lowerBound)) / (Double(days.upperBound) - Double(days.lowerBound))
        return left + part * (right - left)
    }

    /// Days at a regular distance, as close as their labels allow. The first one's label has its year unless that is
    /// said elsewhere, or leaves room for too few.
    ///
    /// - Parameters:
    ///   - frame: what a label covers.
    ///   - gap: the least distance between two labels, in pixels.
    func ticks(
        in language: Language, gap: Double, frame: (_ label: String, _ x: Double) -> SceneFrame
    ) -> [TimeTick] {
        let steps = TimeStep.all.filter { Double(days.count) / $0.averageDays <= Double(Self.mostTicks) }
        var most: [TimeTick] = []
        for saysYear in [true, false] {
            for step in steps {
                let ticks = step.ticks(in: days, language, saysYear: saysYear, x: x)
                let frames = ticks.map { frame($0.label, $0.x) }
                guard zip(frames, frames.dropFirst()).allSatisfy({ $0.right + gap <= $1.x }) else { continue }
                if ticks.count > most.count { most = ticks }
                break
            }
            if most.count >= Self.fewestTicks { break }
        }
        return most
    }

    /// With fewer the eye has too little to go by.
    private static let fewestTicks = 3

    /// No axis is read at more marks than that.
    private static let mostTicks = 60
}

/// A mark of the axis.
struct TimeTick: Sendable, Equatable {
    let day: Day
    let label: String
    /// Pixels from the left of the chart.
    let x: Double
}

/// How far the marks of the axis are apart.
enum TimeStep: Sendable, Equatable {
    case days(Int)
    /// Mondays.
    case weeks(Int)
    /// Firsts of months, counted from January.
    case months(Int)
    /// Firsts of years that are multiples.
    case years(Int)

    /// Every one, the closest first.
    static let all: [TimeStep] = [
        .days(1), .days(2), .days(3), .weeks(1), .weeks(2), .months(1), .months(2), .months(3), .months(6), .years(1),
        .years(2),
        .years(5), .years(10), .years(20),
    ]

    /// About how many days it has.
    var averageDays: Double {
        switch self {
        case .days(let count): Double(count)
        case .weeks(let count): Double(count) * 7
        case .months(let count): Double(count) * 30.4
        case .years(let count): Double(count) * 365.2
        }
    }

    /// The marks within some days.
    func ticks(
        in range: ClosedRange<Int32>, _ language: Language, saysYear: Bool, x: (Int32) -> Double
    ) -> [TimeTick] {
        let days = starts(in: range)
        let hasYear = !saysYear || days.contains { isJanuary($0) }
        return days.enumerated().map { place, day in
            let label = label(of: day, language, withYear: place == 0 && !hasYear)
            return TimeTick(day: day, label: label, x: x(day.number))
        }
    }

    private func starts(in range: ClosedRange<Int32>) -> [Day] {
        switch self {
        case .days(let count):
            return multiples(of: Int32(count), shiftedBy: 0, in: range)
        case .weeks(let count):
            // 1970-01-05 was a Monday.
            return multiples(of: 7 * Int32(count), shiftedBy: 4, in: range)
        case .months(let count):
            return firsts(every: count, in: range)
        case .years(let count):
            return firsts(every: 12 * count, in: range)
        }
    }

    private func multiples(of step: Int32, shiftedBy shift: Int32, in range: ClosedRange<Int32>) -> [Day] {
        let past = (range.lowerBound - shift) % step
        let first = past == 0 ? range.lowerBound : range.lowerBound - past + (past > 0 ? step : 0)
        return stride(from: first, through: range.upperBound, by: Int(step)).map(Day.init(number:))
    }

    private func firsts(every count: Int, in range: ClosedRange<Int32>) -> [Day] {
        let (year, month, _) = Day(number: range.lowerBound).components
        var number = year * 12 + month - 1
        number -= number % count
        var firsts: [Day] = []
        while let first = Day(year: number / 12, month: number % 12 + 1, day: 1), first.number <= range.upperBound {
            if first.number >= range.lowerBound { firsts.append(first) }
            number += count
        }
        return firsts
    }

    private func isJanuary(_ day: Day) -> Bool {
        switch self {
        case .days, .weeks: false
        case .months, .years: day.components.month == 1
        }
    }

    private func label(of day: Day, _ language: Language, withYear: Bool) -> String {
        let words = ChartWords(language: language)
        switch self {
        case .days, .weeks: return words.dayLabel(day, withYear: withYear)
        case .months: return words.monthLabel(day, withYear: withYear)
        case .years: return String(day.components.year)
        }
    }
}
