import SharedDomain

extension SourceBook {
    /// One bar for each day of the window that has observations of both currencies, ascending.
    ///
    /// A day with several publications has the rates at each of them: of a currency that a publication lacks, the figure
    /// of the one before it on that day. Where these are no longer kept, the bar is exact if one of the pair is the
    /// source's pivot; otherwise it is made of the opening and the closing rate alone, for the two may have been high at
    /// different hours.
    func dailyBars(of target: CurrencyCode, in base: CurrencyCode, days window: ClosedRange<Int32>) -> [CrossBar] {
        guard let targetLeg = legs[target], let baseLeg = legs[base] else { return [] }
        let series = CrossSeries(of: targetLeg, in: baseLeg, days: window)
        let isPlain = editions.isEmpty && reducedBars.isEmpty
        return (0..<series.count).map { place in
            let (number, cross) = (series.days[place], series.crosses[place])
            if !isPlain, let bar = dailyBar(of: target, in: base, on: number, cross) { return bar }
            let day = Day(number: number)
            return CrossBar(
                start: Instant(startOfDay: number), day: day, open: cross, high: cross, low: cross, close: cross,
                average: series.rates[place], count: 1)
        }
    }

    /// One bar for each hour of the window in which an observation of the pair was published, ascending: of the days
    /// whose observations are kept one by one, counted from the newest day of the source.
    ///
    /// A day with one publication has one bar, of the hour of that.
    func hourlyBars(of target: CurrencyCode, in base: CurrencyCode, days window: ClosedRange<Int32>) -> [CrossBar] {
        guard let firstIntradayDay, let pivotLeg = legs[pivot], window.upperBound >= firstIntradayDay else { return [] }
        let first = max(window.lowerBound, firstIntradayDay)
        return pivotLeg.places(from: first, to: window.upperBound).flatMap { place in
            let day = pivotLeg.days[place]
            let ticks = ticks(of: target, in: base, on: day)
            // Ascending, and so the hours are runs.
            var bars: [CrossBar] = []
            var start = 0
            for end in ticks.indices.map({ $0 + 1 }) {
                let hour = ticks[start].publishedAt.hour
                guard end == ticks.count || ticks[end].publishedAt.hour != hour else { continue }
                if let bar = CrossBar(of: ticks[start..<end], start: Instant(hour: hour), day: day) { bars.append(bar) }
                start = end
            }
            return bars
        }.sorted { ($0.start, $0.day) < ($1.start, $1.day) }
    }

    /// The rates of a pair at the publications of a day, ascending.
    func ticks(of target: CurrencyCode, in base: CurrencyCode, on day: Int32) -> [CrossTick] {
        guard let several = editions[day], several.publications.count > 1 else {
            guard let one = legs[target]?.figure(on: day), let other = legs[base]?.figure(on: day),
                let record = record(of: day)
            else { return [] }
            return [CrossTick(publishedAt: Instant(milliseconds: record.publishedAt), target: one, base: other)]
        }
        var (ofTarget, ofBase): (Figure?, Figure?) = (nil, nil)
        return several.publications.compactMap { publication in
            let one = figure(of: target, in: publication)
            let other = figure(of: base, in: publication)
            (ofTarget, ofBase) = (one ?? ofTarget, other ?? ofBase)
            // The pivot stands on every sheet; a publication of neither currency says nothing of the pair.
            guard (target != pivot && one != nil) || (base != pivot && other != nil), let ofTarget, let ofBase else {
                return nil
            }
            return CrossTick(publishedAt: publication.publishedAt, target: ofTarget, base: ofBase)
        }
    }

    private func figure(of currency: CurrencyCode, in publication: DayPublication) -> Figure? {
        currency == pivot ? .one : publication.observations[currency]?.figure
    }

    /// The bar of a day that has, or had, several publications; nil of any other.
    private func dailyBar(
        of target: CurrencyCode, in base: CurrencyCode, on day: Int32, _ cross: ExactCross
    ) -> CrossBar? {
        let (ofTarget, ofBase) = (reducedBars[target]?[day], reducedBars[base]?[day])
        let start = Instant(startOfDay: day)
        guard ofTarget != nil || ofBase != nil else {
            guard editions[day] != nil else { return nil }
            return CrossBar(of: ticks(of: target, in: base, on: day), start: start, day: day)
        }
        if base == pivot, let ofTarget { return CrossBar(start: start, day: day, of: ofTarget, in: cross.base) }
        if target == pivot, let ofBase { return CrossBar(start: start, day: day, of: cross.target, in: ofBase) }
        let open = CrossTick(
            publishedAt: start, target: ofTarget?.open ?? cross.target, base: ofBase?.open ?? cross.base)
        let close = CrossTick(publishedAt: start, target: cross.target, base: cross.base)
        return CrossBar(day: day, open: open, close: close)
    }
}

extension Instant {
    /// The beginning of a day in UTC.
    fileprivate init(startOfDay day: Int32) {
        self.init(milliseconds: Int64(day) * 86_400_000)
    }
}
