/// Reads settings from the environment, then from the file that `CONFIG_FILE` names; the environment wins.
///
/// Strict: what is absent has its default, what is present and malformed is a problem, and all problems are found
/// before anything is refused.
package struct SettingsReader: Sendable {
    /// The most that is read of a secret's file: 64 KiB.
    package static let maximumSecretBytes = 64 * 1024

    private let environment: [String: String]
    private let namesOfOthers: Set<String>

    /// A reader of an environment.
    ///
    /// - Parameters:
    ///   - environment: The process's variables; an executable passes `ProcessInfo`'s, a test a literal.
    ///   - namesOfOthers: Names that a settings file shared by several processes may hold although this one does not
    ///     read them. The ports and addresses of all services are always among them.
    package init(environment: [String: String], namesOfOthers: Set<String> = []) {
        self.environment = environment
        self.namesOfOthers = namesOfOthers
    }

    /// The checked settings of a catalogue.
    ///
    /// - Throws: Every problem of every declared setting and of the settings file.
    package func read(_ catalog: SettingsCatalog) throws(ConfigurationProblems) -> Settings {
        let configFile = SharedSettings.configFile.declaration
        let declarations = [configFile] + catalog.declarations.filter { $0.name != configFile.name }
        let known = catalog.names.union(SharedSettings.namesOfEveryService).union(namesOfOthers)
        var problems: [ConfigurationProblem] = []
        let file = settingsFile(&problems)
        if let file { problems += strangers(in: file, known: known) }

        var given: [String: String] = [:]
        for declaration in declarations {
            do {
                if let text = try text(for: declaration, file) { given[declaration.name] = text }
            } catch {
                problems.append(error.problem)
            }
        }
        if let refused = ConfigurationProblems(problems) { throw refused }
        return Settings(declared: Set(declarations.map(\.name)), given: given)
    }

    /// The file that `CONFIG_FILE` names, if it names one. A malformed path is reported with the other settings.
    private func settingsFile(_ problems: inout [ConfigurationProblem]) -> SettingsFile? {
        let setting = SharedSettings.configFile
        guard let path = environment[setting.name], setting.kind.parse(path) != nil else { return nil }
        do {
            let text = try BoundedFile.text(at: path, limit: SettingsFile.maximumBytes)
            return SettingsFile(path: path, text: text)
        } catch {
            problems.append(
                ConfigurationProblem(setting.name, "names \(path), which \(error.reason): correct it, or remove it."))
            return nil
        }
    }

    /// The problems of a file: its malformed lines, and names that no setting has.
    private func strangers(in file: SettingsFile, known: Set<String>) -> [ConfigurationProblem] {
        var file = file
        for (name, entry) in file.entries.sorted(by: { $0.value.line < $1.value.line }) {
            if name == SharedSettings.configFile.name {
                file.report(line: entry.line, "sets \(name), which only the environment can: remove it.")
            } else if !known.contains(name) {
                let advice = NearMiss.of(name, among: known).map { "did you mean \($0)?" } ?? "remove it."
                file.report(line: entry.line, "sets \(name), which is not a setting: \(advice)")
            }
        }
        return file.problems
    }

    /// The accepted text of a setting from the first place that has one; nil where the default is to be used.
    private func text(for declaration: SettingDeclaration, _ file: SettingsFile?) throws(Refused) -> String? {
        let places: [(String) -> GivenText?] = [
            { name in environment[name].map { GivenText(text: $0, origin: .environment) } },
            { name in file?.given(name) },
        ]
        for place in places {
            guard let given = try given(declaration, at: place) else { continue }
            guard given.text.isEmpty ? declaration.acceptsEmpty : declaration.accepts(given.text) else {
                throw Refused(problem: .malformed(declaration, given))
            }
            return given.text
        }
        if declaration.defaultText == nil { throw Refused(problem: .missing(declaration)) }
        return nil
    }

    /// What one place says about a setting: the value itself, or for a secret the file that holds it.
    private func given(
        _ declaration: SettingDeclaration, at place: (String) -> GivenText?
    ) throws(Refused) -> GivenText? {
        let direct = place(declaration.name)
        guard let fileVariable = declaration.fileVariable, let path = place(fileVariable) else { return direct }
        guard direct == nil else { throw Refused(problem: .ambiguous(declaration, fileVariable)) }
        do {
            let text = try BoundedFile.text(at: path.text, limit: Self.maximumSecretBytes)
            let secret = text.last?.isNewline == true ? String(text.dropLast()) : text
            return GivenText(text: secret, origin: .secretFile(path: path.text))
        } catch {
            let named = ConfigurationProblem.quoted(path.text)
            throw Refused(
                problem: ConfigurationProblem(
                    fileVariable, "\(path.origin.note)names \(named), which \(error.reason): correct it."))
        }
    }
}

/// One problem on its way to the others.
private struct Refused: Error {
    let problem: ConfigurationProblem
}
