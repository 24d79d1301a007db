/// What the description of the API says of charts.
enum ChartTexts {
    private static let window = """
        A rate is the price of one unit of `code` in `base`, as the quotes of one source give it: of those that quote \
        both currencies, the one that has done so longest. A period ends at the newest day held, which the answer \
        names; without `period` and `from` it is `3m`. Instead of a period, `from` and `to` name the first and the last \
        day. A window that begins after the newest day held is `NOT_FOUND`; a day later than tomorrow, by the clocks \
        that are furthest ahead, is `INVALID_DATE`.
        """

    private static let versions = """
        A correction by the source shows at once, and changes the `ETag`; with `as_of` a chart is as it would have been \
        at that moment. Answers are fresh until the source's next publication is expected.
        """

    /// Of the points.
    static let points = """
        \(window)

        **Interval.** `daily` is every day with an observation, `weekly` the weeks of ISO 8601 (from Monday), `monthly` \
        the months of the calendar: `date` is the first day of the stretch, `open` and `close` its first and its last \
        rate, `high` and `low` the extremes between. The first and the last stretch are of the days of the window. Without \
        `interval` it depends on the days from the first observation in the window to the last: up to 732 (two years) \
        `daily`, up to 3,660 (ten years) `weekly`, beyond that `monthly`.

        **Averages** are of the closes of the interval: `sma_20` and `sma_50` the simple mean of 20 and 50 of them, \
        `ema_12` and `ema_26` the exponential average that begins with the mean of its first 12 or 26 and moves by \
        2 ÷ (n + 1) of the distance. They begin with everything that precedes the window, so that the first point has \
        them too where the store reaches back far enough, and begin anew after more than 31 days without an observation. \
        Computed in binary64, shown at `precision` digits; null where there are too few closes.

        **Breaks** say where the window is not one stretch of comparable rates. A window without observations has no points.

        \(versions)
        """

    /// Of the picture.
    static let drawn = """
        \(window)

        **What is drawn.** The rate of every day as a line, thinned out to the highest and the lowest of each column of \
        pixels; the last rate, with its day unless that is the newest one held, and its change since the first one of \
        the window; the highest and the lowest with their days; the source, and the day it is as of: the last one of a \
        window that `to` closes. Where more than 31 days have no observation the line is broken. Those days, and the ones \
        before a currency began to be quoted and after it ended, are shaded, however few of them are in the window, and \
        labelled with the first and the last day without a quote; where the source began or ceased to quote one of the \
        two, or one currency took the place of another, a dashed line says so, the latter with its day. A change that \
        does not begin with the window says since when it is, or is left out where the words have no room. The last rate \
        is carried to the right edge only while the currencies are quoted; with `period=max` the picture of a pair that \
        ended ends soon after its last rate. A window without observations, unless it begins after the newest day held, \
        is a picture that is shaded throughout and says why. What can be seen is also told in words, in `title` and \
        `desc`, every break with its days.

        **Showing it.** The picture is SVG 1.1 without scripts and without anything to load; `<img>` shows it on any \
        page where pages may read the answers. With `theme=auto` it brings a style sheet that turns it dark where the \
        reader's system prefers that, permitted by its hash in `Content-Security-Policy`. Errors are JSON, as everywhere.

        \(versions)
        """
}
