import ArgumentParser

/// How long a key is valid, as one writes it: a whole number and a unit, `12h`, `90d`, `52w`; ten years at most.
struct KeyLifetime: ExpressibleByArgument {
    private static let secondsOfUnit: [Character: Int] = ["h": 3_600, "d": 86_400, "w": 604_800]
    private static let longestSeconds = 10 * 366 * 86_400

    let duration: Duration

    init?(argument: String) {
        guard let unit = argument.last.flatMap({ Self.secondsOfUnit[$0] }),
            let number = Int(argument.dropLast()), String(number) == argument.dropLast(),
            (1...Self.longestSeconds / unit).contains(number)
        else { return nil }
        duration = .seconds(number * unit)
    }
}
