import SharedConfig

/// The settings that only the history service reads.
enum HistorySettings {
    static let intradayDays = Setting<Int>(
        "INTRADAY_DAYS", .int(in: 1...3650), default: IntradayRetention.standardDays,
        summary:
            "How many days every observation is kept of a source that publishes several a day, counted from its newest "
            + "day; of older days the close and the daily bar stay for ever")

    static let keeping = SettingsGroup("What is kept", intradayDays)
}
