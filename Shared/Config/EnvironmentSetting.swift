/// A setting whose default depends on where the process runs, and nothing else does.
package struct EnvironmentSetting<Value: Sendable>: SettingDefinition {
    /// The variable's name in the environment and in the settings file.
    package let name: String
    /// What it is for: a sentence without its full stop.
    package let summary: String
    /// What text it accepts.
    package let kind: SettingKind<Value>
    /// The value for each place when the variable is absent.
    package let defaults: ByEnvironment<Value>

    /// Declares a setting with a default for each place.
    package init(_ name: String, _ kind: SettingKind<Value>, defaults: ByEnvironment<Value>, summary: String) {
        self.name = name
        self.summary = summary
        self.kind = kind
        self.defaults = defaults
    }

    /// What help, documentation and checks need to know.
    package var declaration: SettingDeclaration {
        let texts = ByEnvironment { environment in
            let text = kind.format(defaults[environment])
            return text.isEmpty ? "none" : text
        }
        var declaration = SettingDeclaration(
            name: name, summary: summary, defaultText: texts.described, isSecret: false, accepting: kind)
        declaration.defaultTexts = texts
        return declaration
    }

    /// The default of the place for no text; otherwise what the kind makes of it.
    package func value(of text: String?, in environment: DeploymentEnvironment) -> Value? {
        guard let text else { return .some(defaults[environment]) }
        return kind.parse(text)
    }
}

/// A value for each place where a process may run.
package struct ByEnvironment<Value: Sendable>: Sendable {
    private let local: Value
    private let dev: Value
    private let staging: Value
    private let prod: Value

    /// The four values.
    package init(local: Value, dev: Value, staging: Value, prod: Value) {
        self.local = local
        self.dev = dev
        self.staging = staging
        self.prod = prod
    }

    /// What `value` gives for each of the four.
    init(_ value: (DeploymentEnvironment) -> Value) {
        self.init(local: value(.local), dev: value(.dev), staging: value(.staging), prod: value(.prod))
    }

    /// The value for one place.
    package subscript(environment: DeploymentEnvironment) -> Value {
        switch environment {
        case .local: local
        case .dev: dev
        case .staging: staging
        case .prod: prod
        }
    }
}

extension ByEnvironment<String> {
    /// The places in words, those with the same text together: `text (local), json (dev, staging, prod)`.
    fileprivate var described: String {
        var groups: [(text: String, places: [String])] = []
        for environment in DeploymentEnvironment.allCases {
            if let known = groups.firstIndex(where: { $0.text == self[environment] }) {
                groups[known].places.append(environment.rawValue)
            } else {
                groups.append((self[environment], [environment.rawValue]))
            }
        }
        return groups.map { "\($0.text) (\($0.places.joined(separator: ", ")))" }.joined(separator: ", ")
    }
}
