import SharedDomain

extension KeyEntry: JSONRepresentable {
    private static let names: Set<String> = [
        "id", "sha256", "tier", "scopes", "label", "created", "expires", "revoked",
    ]

    /// Writes the entry as it stands in the file.
    package func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("id", id)
            object.member("sha256", HexText.of(secretDigest))
            object.member("tier", tier.rawValue)
            object.array("scopes") { array in
                for scope in scopes { array.element(scope.rawValue) }
            }
            object.member("label", label)
            object.member("created", created.description)
            object.member("expires", expires?.description)
            object.member("revoked", revoked?.description)
        }
    }

    /// Reads an entry of the file; `number` says which in messages.
    init(_ value: JSONValue, number: Int) throws(KeyFileProblem) {
        guard case .object(let object) = value else {
            throw KeyFileProblem("has an entry, number \(number), that is not an object")
        }
        if let stranger = object.members.first(where: { !Self.names.contains($0.name) }) {
            throw KeyFileProblem("has an unknown member '\(ServiceError.quoted(stranger.name))' in entry \(number)")
        }
        guard let id = object.text("id"), KeyText.isID(id) else { throw .wrong("id", number) }
        guard let digest = object.text("sha256").flatMap(HexText.octets), digest.count == 32 else {
            throw .wrong("sha256", number)
        }
        guard let tier = object.text("tier").flatMap(Tier.init(rawValue:)) else { throw .wrong("tier", number) }
        guard let scopes = object["scopes"].flatMap(Self.scopes) else { throw .wrong("scopes", number) }
        guard let label = object.text("label"), Self.isLabel(label) else { throw .wrong("label", number) }
        guard let created = object.text("created").flatMap({ Instant($0) }) else { throw .wrong("created", number) }
        self.init(
            id: id, secretDigest: digest, tier: tier, scopes: scopes, label: label, created: created,
            expires: try object.optionalInstant("expires", number),
            revoked: try object.optionalInstant("revoked", number))
    }

    /// The scopes of a list without repetitions, in their own order; nil when it is empty or holds anything else.
    private static func scopes(_ value: JSONValue) -> [Scope]? {
        guard case .array(let elements) = value else { return nil }
        let scopes = elements.compactMap { element -> Scope? in
            guard case .string(let text) = element else { return nil }
            return Scope(rawValue: text)
        }
        let distinct = Set(scopes)
        guard !scopes.isEmpty, scopes.count == elements.count, distinct.count == scopes.count else { return nil }
        return Scope.allCases.filter(distinct.contains)
    }
}

extension KeyFileProblem {
    fileprivate static func wrong(_ member: String, _ number: Int) -> KeyFileProblem {
        KeyFileProblem("has an entry, number \(number), whose '\(member)' is missing or not what it must be")
    }
}

extension JSONObject {
    /// The text of a member; nil if it is absent or no string.
    func text(_ name: String) -> String? {
        guard case .string(let text)? = self[name] else { return nil }
        return text
    }

    fileprivate func optionalInstant(_ name: String, _ number: Int) throws(KeyFileProblem) -> Instant? {
        switch self[name] {
        case nil, .null: return nil
        case .string(let text):
            guard let instant = Instant(text) else { throw .wrong(name, number) }
            return instant
        default: throw .wrong(name, number)
        }
    }
}
