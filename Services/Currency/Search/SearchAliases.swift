/// What people call countries and currencies besides the names and symbols of the tables. Few: each has its reason.
enum SearchAliases {
    /// The names of the country of that alpha-2 code, or of the currency of that code.
    static func names(of code: String) -> [String] { named[code] ?? [] }

    /// The symbols of the currency of that code.
    static func symbols(of code: String) -> [String] { symbols[code] ?? [] }

    private static let named = table(names)
    private static let symbols = table(longSymbols)

    private static func table(_ lines: String) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for line in lines.split(separator: "\n") {
            let fields = line.split(separator: "|")
            guard fields.count == 3 else { continue }
            table[String(fields[0]), default: []] += fields[1].split(separator: ",").map(String.init)
        }
        return table
    }

    /// `code|names|why`.
    static let names = """
        AE|UAE,토후국|the abbreviation in common use, which is not its alpha-3 code
        AU|오스트레일리아|the name of older maps and of the embassy
        CD|DR Congo,Democratic Republic of the Congo|the name of ISO 3166-1
        CG|Republic of the Congo|the name of ISO 3166-1
        CH|Swiss|what the airline and the franc are called
        CI|Ivory Coast,상아해안|the name translated
        CN|중화인민공화국,PRC,People's Republic of China|the official name
        CV|Cabo Verde|the name of ISO 3166-1
        CZ|Czech Republic,체코 공화국|the official name
        DE|도이칠란트,Deutschland|its own name
        FM|Federated States of Micronesia|the name of ISO 3166-1
        GB|UK,Great Britain,Britain,England,Scotland,Wales,잉글랜드,스코틀랜드|the abbreviation, the island and its countries
        GE|그루지야|the Korean name until 2010
        ID|인니|the abbreviation in Korean
        IT|이태리|the name in Chinese characters
        KP|DPRK,조선민주주의인민공화국|the official name
        KR|한국,남한,Korea,Republic of Korea|what it is called at home, and the official name
        MK|마케도니아,Macedonia|the name until 2019
        MM|버마,Burma|the name until 1989
        MO|Macau|the Portuguese spelling
        NL|홀란트,Holland|its best-known provinces
        PS|Palestinian Territories|the name of CLDR's longer form
        RU|러시아 연방,Russian Federation|the official name
        SZ|스와질란드,Swaziland|the name until 2018
        TH|타이,타일랜드|the name in its English form
        TL|East Timor|the name translated
        TR|터키,Turkey|the name until 2022
        TW|타이완|the name in its own form
        US|USA,America,United States of America,미합중국,아메리카|the official names
        UZ|우즈벡|the abbreviation in Korean
        VA|Holy See,교황청|the name of ISO 3166-1
        VN|Viet Nam|the name of ISO 3166-1
        ZA|남아프리카 공화국,남아공|the official name, and its abbreviation
        CHF|스위스프랑화|the name with 화, money
        CNY|위안화,인민폐,런민비,renminbi,RMB|the official name of the money, whose unit is the yuan
        EUR|유로화,유럽,유로 지역,Europe,euro area,European euro,유로존,Eurozone|the name with 화, money; where it is used
        GBP|파운드화,영국 파운드화,스털링,sterling,pound sterling,English pound|the official name; the largest of its countries
        ILS|셰켈,shekel|the name without "new"
        JPY|엔화|the name with 화, money
        KRW|원화,한국 원|the name with 화, money; what it is called at home
        PLN|즐로티|the spelling as it is read
        RUB|루블화|the name with 화, money
        THB|밧,밧화|the spelling nearest to the sound
        TWD|신대만 달러,Taiwan Dollar|the official name, and the name without "new"
        USD|달라|the older spelling
        USD|달러화,미 달러,미국 달러화,United States Dollar|the name with 화, money; ISO 4217's name
        VND|베트남 동화|the name with 화, money
        """

    /// `code|symbols|why`: where several currencies share a short symbol.
    static let longSymbols = """
        AUD|A$,AU$|CLDR 47, root and common use
        BRL|R$|CLDR 47, root
        CAD|CA$,C$|CLDR 47, root and common use
        CNY|CN¥,元,RMB¥|CLDR 47, root; the character on the notes
        HKD|HK$|CLDR 47, root
        JPY|JP¥,円|CLDR 47, root; the character on the notes
        KRW|원|the unit as prices are written
        MXN|MX$|CLDR 47, root
        NZD|NZ$|CLDR 47, root
        SGD|S$|common use
        TWD|NT$|CLDR 47, root
        USD|US$|CLDR 47, root
        XCD|EC$|CLDR 47, root
        """
}
