/// Values of days, ascending by day, from place 0 on: for what few days have.
struct DayColumn<Value: Sendable>: Sendable {
    /// Days since 1970-01-01.
    private(set) var days: ArraySlice<Int32> = []
    private(set) var values: ArraySlice<Value> = []

    /// The value of that day, nil when there is none.
    subscript(day: Int32) -> Value? {
        let place = place(of: day)
        return place < days.count && days[place] == day ? values[place] : nil
    }

    /// Sets, replaces or (nil) removes the value of a day.
    mutating func set(_ value: Value?, on day: Int32) {
        let place = place(of: day)
        let isHeld = place < days.count && days[place] == day
        switch (value, isHeld) {
        case (.some(let value), true):
            values[place] = value
        case (.some(let value), false):
            days.insert(day, at: place)
            values.insert(value, at: place)
        case (nil, true):
            days.remove(at: place)
            values.remove(at: place)
        case (nil, false):
            break
        }
    }

    /// Only what precedes a day, in the same memory.
    func before(_ day: Int32) -> DayColumn {
        let count = place(of: day)
        var column = DayColumn()
        column.days = days.prefix(count)
        column.values = values.prefix(count)
        return column
    }

    /// Where the day is, or would be.
    private func place(of day: Int32) -> Int {
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
}
