package import Foundation

extension SettingKind where Value == String {
    /// Any text, the empty one too.
    package static var string: Self {
        Self(expected: "any text", acceptsEmpty: true, parse: { $0 }, format: { $0 })
    }

    /// A text with at least one character that is not a space.
    package static var nonEmpty: Self {
        Self(
            expected: "a text that is not blank", parse: { $0.allSatisfy(\.isWhitespace) ? nil : $0 },
            format: { $0 })
    }
}

extension SettingKind where Value == URL {
    /// A folder, absolute or relative to the working directory. Whether it exists is not looked at here.
    package static var directory: SettingKind<URL> { path(expected: "the path of a folder", hint: .isDirectory) }

    /// A file, absolute or relative to the working directory. Whether it exists is not looked at here.
    package static var file: SettingKind<URL> { path(expected: "the path of a file", hint: .notDirectory) }

    private static func path(expected: String, hint: URL.DirectoryHint) -> Self {
        Self(
            expected: expected,
            parse: { text in
                guard !text.allSatisfy(\.isWhitespace), !text.unicodeScalars.contains(where: \.isControl) else {
                    return nil
                }
                return URL(filePath: text, directoryHint: hint)
            },
            format: { $0.relativePath })
    }
}

extension SettingKind where Value == TimeZone {
    /// A place in the IANA time zone database, or UTC; no abbreviations and no fixed offsets, which know no summer time.
    package static var timeZone: SettingKind<TimeZone> {
        Self(
            expected: "a time zone such as Asia/Seoul, or UTC",
            parse: { text in
                guard text == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(text) else { return nil }
                return TimeZone(identifier: text)
            },
            format: { $0.identifier })
    }
}

extension Unicode.Scalar {
    /// A control character (Unicode category Cc).
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}
