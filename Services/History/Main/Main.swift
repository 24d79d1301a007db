import ArgumentParser
import HistoryService
import SharedRuntime

@main
enum Main {
    static func main() async {
        await ServiceCommand<HistoryService>.main()
    }
}
