/// What the description of the API says of series.
enum HistoryTexts {
    static let details = """
        \(rates)

        \(windows)

        **Intervals.** `daily` has a point for each day with an observation. `weekly` (ISO 8601, from Monday) and \
        `monthly` points are made of the daily ones of the window: their `date` is the first day of the week or month, \
        also where that is before the window or had no observation, their rate is the last one in it, and they have \
        `open`, `high`, `low` and `close` as well. The first and the last may be of a part of the week or month, the days \
        of the window: `partial` says of each whether the calendar's week or month lies only in part within the window, or \
        goes on after the newest day held. `hourly` points are of the hours of UTC in which the source published; a day \
        with one publication has one. They are of the days whose observations are still kept one by one: those from \
        `hourly_from` on, wherever the window begins. A window wholly before that day is not found.

        **Filling.** `fill=forward` and `fill=linear` give a daily series (weekly, monthly and hourly points are not filled: \
        400) a point for every day of the calendar in the window: with the last rate before it, or with the one on the straight line between its neighbours, computed \
        exactly. The neighbours may lie outside the window, so that a day has the same rate in every window. Such a point \
        has `volume` 0 and `filled`. Nothing is filled over more than \(SeriesBreak.longestSilence) days without an \
        observation, before the first one of all, after that of a currency that ended, or after the newest day held; a \
        straight line needs an observation on either side.

        **Changes** are against the point before, whatever it stands for: of the first, the last observation before the \
        window, of a week or month before its own first day; 0 only if nothing precedes it in the store. After more than 31 days without an observation they are null, \
        and `breaks` says why: a cliff is no move. Breaks also name where the source began or ceased to quote one of the \
        two, and which currency took the place of which at what factor. A window before all observations has `began`.

        **Statistics** are of the daily observations of the whole window, whatever the interval, the page and the filled \
        days; changes over a gap are left out of them, and the trend is that of the rates since the last one.

        **Pages.** With `limit`, `next_cursor` is the `cursor` of the next page: of the same question, and of the same \
        state of the data, whatever was recorded meanwhile. `data_points` counts the results of the page.

        **Lines.** `format=csv` and `format=ndjson` give the whole series as a stream, a line for each point, in exact \
        decimals; `target=all` gives every currency that has observations with the base, ordered by code, then by day. A \
        field that JSON has as null or leaves out is empty in CSV. The last columns of CSV are `filled` and `break`; before \
        them stand `open`, `high`, `low` and `close` of hours, weeks and months, and `partial` of weeks and \
        months. `break` names the break that a point stands at: `gap`, `began` and `redenomination` the first point after \
        it, `ended` (and the `redenomination` into a newer currency, and the `gap` that the window ends in) the last of all. The answer is a file to be saved: `Content-Disposition` has its name; it comes compressed where \
        `Accept-Encoding` asks for it. \
        `limit` and `cursor` go with JSON only.

        \(versions)
        """

    static let rates = """
        A rate is the price of one unit of `target` in `base`, as the quotes of one source give it: of those that \
        quote both currencies, the one that has done so longest. It is computed exactly and rounded once, half up, to \
        the significant digits that `precision` says; so is every change.
        """

    static let windows = """
        A period ends at the newest day held, which the answer names in `as_of`, so a source that is a day late does \
        not shorten it. Instead of a period, `from` and `to` name the first and the last day. A window without \
        observations is an empty answer; one that begins after the newest day held is `NOT_FOUND`. A day later \
        than tomorrow, by the clocks that are furthest ahead, is `INVALID_DATE`.
        """

    static let versions = """
        A correction by the source shows at once, and changes the `ETag`; with `as_of` a question is answered as it would \
        have been at that moment. `timestamp` is when the newest observation of all was recorded; answers are fresh until \
        the source's next publication is expected.
        """
}
