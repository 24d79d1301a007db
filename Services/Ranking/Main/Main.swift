import ArgumentParser
import RankingService
import SharedRuntime

@main
enum Main {
    static func main() async {
        await ServiceCommand<RankingService>.main()
    }
}
