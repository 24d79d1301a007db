import ArgumentParser
import IngestorService
import SharedRuntime

@main
enum Main {
    static func main() async {
        await ServiceCommand<IngestorService>.main()
    }
}
