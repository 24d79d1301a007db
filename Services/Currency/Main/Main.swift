import ArgumentParser
import CurrencyService
import SharedRuntime

@main
enum Main {
    static func main() async {
        await ServiceCommand<CurrencyService>.main()
    }
}
