extension SettingKind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of an enumeration's raw values, spelt exactly so.
    package static var choice: Self {
        let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return Self(expected: "one of \(allowed)", parse: { Value(rawValue: $0) }, format: { $0.rawValue })
    }
}

extension SettingKind where Value == Bool {
    /// `true` or `false`, nothing else.
    package static var bool: Self {
        Self(expected: "true or false", parse: { Bool($0) }, format: { String($0) })
    }
}

extension SettingKind {
    /// A comma-separated list. Spaces round an item do not count; an empty item, an item given twice, or more than
    /// `limit` items are refused.
    package static func list<Element: Sendable>(
        of kind: SettingKind<Element>, atMost limit: Int, acceptsEmpty: Bool = false
    ) -> Self where Value == [Element] {
        Self(
            expected: "a comma-separated list (at most \(limit), none twice) where each is \(kind.expected)",
            acceptsEmpty: acceptsEmpty,
            parse: { text in
                if text.isEmpty { return [] }
                let items = text.split(separator: ",", maxSplits: limit, omittingEmptySubsequences: false)
                    .map { $0.trimmed }
                guard items.count <= limit, Set(items).count == items.count, !items.contains("") else { return nil }
                let values = items.compactMap(kind.parse)
                return values.count == items.count ? values : nil
            },
            format: { $0.map(kind.format).joined(separator: ",") })
    }
}

extension StringProtocol {
    /// Without the spaces and tabs at both ends.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
