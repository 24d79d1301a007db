/// Every setting a process reads: what is checked at start, what `--help` lists, and what the documentation shows.
package struct SettingsCatalog: Sendable {
    /// In the order they are shown; no title and no name occurs twice.
    package let groups: [SettingsGroup]

    /// A catalogue of groups. Groups with one title become one; a name that was declared before is left out, so that
    /// the catalogues of several services can be put together although they share settings.
    package init(_ groups: [SettingsGroup]) {
        var merged: [SettingsGroup] = []
        var names: Set<String> = []
        for group in groups {
            let added = group.declarations.filter { names.insert($0.name).inserted }
            if let place = merged.firstIndex(where: { $0.title == group.title }) {
                merged[place] = SettingsGroup(group.title, declarations: merged[place].declarations + added)
            } else {
                merged.append(SettingsGroup(group.title, declarations: added))
            }
        }
        self.groups = merged.filter { !$0.declarations.isEmpty }
    }

    /// This catalogue and more groups after it.
    package func adding(_ groups: SettingsGroup...) -> SettingsCatalog { SettingsCatalog(self.groups + groups) }

    /// This catalogue and what another one declares beyond it.
    package func adding(_ other: SettingsCatalog) -> SettingsCatalog { SettingsCatalog(groups + other.groups) }

    /// Every declaration, in order.
    package var declarations: [SettingDeclaration] { groups.flatMap(\.declarations) }

    /// Every name that may be given a value: the settings', and for a secret also `<name>_FILE`.
    package var names: Set<String> {
        Set(declarations.map(\.name)).union(declarations.compactMap(\.fileVariable))
    }
}
