/// Settings that belong together in help and documentation.
package struct SettingsGroup: Sendable {
    /// The heading.
    package let title: String
    /// In the order they are shown.
    package let declarations: [SettingDeclaration]

    /// A group of settings, shown in this order.
    package init(_ title: String, _ settings: any SettingDefinition...) {
        self.init(title, settings)
    }

    /// A group of settings that are made in a loop, one for each source or peer.
    package init(_ title: String, _ settings: [any SettingDefinition]) {
        self.init(title, declarations: settings.map(\.declaration))
    }

    init(_ title: String, declarations: [SettingDeclaration]) {
        self.title = title
        self.declarations = declarations
    }
}
