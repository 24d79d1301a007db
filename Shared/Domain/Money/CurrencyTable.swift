/// The currencies as lines of text: an array literal of so many values takes the compiler minutes, a text nothing.
///
/// Codes, numbers and minor units: ISO 4217 list one as published on 2026-01-01, without funds, units of account,
/// metals and test codes; and from list three those that left it while the ECB quoted them or the Big Mac index used
/// them. Days of existence: CLDR's where that is after 1998, the last day being the one before the successor was the only
/// one. Names and symbols: Unicode CLDR 47 (Unicode-3.0 licence), the symbol in its short local form, some Korean names
/// in a commoner form.
enum CurrencyTable {
    /// Every line that parses; a test sees to it that this is every line.
    static let currencies: [Currency] = lines.split(separator: "\n").compactMap(Currency.init(line:))

    /// `code|number|minor units|quotation unit|first day|last day|Korean|English|symbol`, by code.
    static let lines = """
        AED|784|2|1|-|-|아랍에미리트 디르함|United Arab Emirates Dirham|د.إ.
        AFN|971|2|1|2002-10-07|-|아프가니스탄 아프가니|Afghan Afghani|؋
        ALL|008|2|1|-|-|알바니아 레크|Albanian Lek|Lekë
        AMD|051|2|1|-|-|아르메니아 드람|Armenian Dram|֏
        AOA|973|2|1|1999-12-13|-|앙골라 콴자|Angolan Kwanza|Kz
        ARS|032|2|1|-|-|아르헨티나 페소|Argentine Peso|$
        AUD|036|2|1|-|-|호주 달러|Australian Dollar|$
        AWG|533|2|1|-|-|아루바 플로린|Aruban Florin|Afl.
        AZN|944|2|1|2006-01-01|-|아제르바이잔 마나트|Azerbaijani Manat|₼
        BAM|977|2|1|-|-|보스니아-헤르체고비나 태환 마르크|Bosnia-Herzegovina Convertible Mark|KM
        BBD|052|2|1|-|-|바베이도스 달러|Barbadian Dollar|$
        BDT|050|2|1|-|-|방글라데시 타카|Bangladeshi Taka|৳
        BGN|975|2|1|1999-07-05|2025-12-31|불가리아 레프|Bulgarian Lev|лв.
        BHD|048|3|1|-|-|바레인 디나르|Bahraini Dinar|د.ب.
        BIF|108|0|1|-|-|부룬디 프랑|Burundian Franc|FBu
        BMD|060|2|1|-|-|버뮤다 달러|Bermudan Dollar|$
        BND|096|2|1|-|-|브루나이 달러|Brunei Dollar|$
        BOB|068|2|1|-|-|볼리비아 볼리비아노|Bolivian Boliviano|Bs
        BRL|986|2|1|-|-|브라질 레알|Brazilian Real|R$
        BSD|044|2|1|-|-|바하마 달러|Bahamian Dollar|$
        BTN|064|2|1|-|-|부탄 눌트럼|Bhutanese Ngultrum|Nu.
        BWP|072|2|1|-|-|보츠와나 풀라|Botswanan Pula|P
        BYN|933|2|1|2016-07-01|-|벨라루스 루블|Belarusian Ruble|Br
        BZD|084|2|1|-|-|벨리즈 달러|Belize Dollar|$
        CAD|124|2|1|-|-|캐나다 달러|Canadian Dollar|$
        CDF|976|2|1|-|-|콩고 프랑|Congolese Franc|FC
        CHF|756|2|1|-|-|스위스 프랑|Swiss Franc|CHF
        CLP|152|0|1|-|-|칠레 페소|Chilean Peso|$
        CNY|156|2|1|-|-|중국 위안|Chinese Yuan|¥
        COP|170|2|1|-|-|콜롬비아 페소|Colombian Peso|$
        CRC|188|2|1|-|-|코스타리카 콜론|Costa Rican Colón|₡
        CUP|192|2|1|-|-|쿠바 페소|Cuban Peso|$
        CVE|132|2|1|-|-|카보베르데 에스쿠도|Cape Verdean Escudo|CVE
        CYP|196|2|1|-|2007-12-31|키프로스 파운드|Cypriot Pound|CYP
        CZK|203|2|1|-|-|체코 코루나|Czech Koruna|Kč
        DJF|262|0|1|-|-|지부티 프랑|Djiboutian Franc|Fdj
        DKK|208|2|1|-|-|덴마크 크로네|Danish Krone|kr
        DOP|214|2|1|-|-|도미니카 페소|Dominican Peso|$
        DZD|012|2|1|-|-|알제리 디나르|Algerian Dinar|DA
        EEK|233|2|1|-|2010-12-31|에스토니아 크론|Estonian Kroon|kr
        EGP|818|2|1|-|-|이집트 파운드|Egyptian Pound|E£
        ERN|232|2|1|-|-|에리트리아 나크파|Eritrean Nakfa|Nfk
        ETB|230|2|1|-|-|에티오피아 비르|Ethiopian Birr|ብር
        EUR|978|2|1|1999-01-01|-|유로|Euro|€
        FJD|242|2|1|-|-|피지 달러|Fijian Dollar|$
        FKP|238|2|1|-|-|포클랜드제도 파운드|Falkland Islands Pound|£
        GBP|826|2|1|-|-|영국 파운드|British Pound|£
        GEL|981|2|1|-|-|조지아 라리|Georgian Lari|₾
        GHS|936|2|1|2007-07-03|-|가나 세디|Ghanaian Cedi|GH₵
        GIP|292|2|1|-|-|지브롤터 파운드|Gibraltar Pound|£
        GMD|270|2|1|-|-|감비아 달라시|Gambian Dalasi|D
        GNF|324|0|1|-|-|기니 프랑|Guinean Franc|FG
        GTQ|320|2|1|-|-|과테말라 케트살|Guatemalan Quetzal|Q
        GYD|328|2|1|-|-|가이아나 달러|Guyanese Dollar|$
        HKD|344|2|1|-|-|홍콩 달러|Hong Kong Dollar|$
        HNL|340|2|1|-|-|온두라스 렘피라|Honduran Lempira|L
        HRK|191|2|1|-|2022-12-31|크로아티아 쿠나|Croatian Kuna|kn
        HTG|332|2|1|-|-|아이티 구르드|Haitian Gourde|G
        HUF|348|2|1|-|-|헝가리 포린트|Hungarian Forint|Ft
        IDR|360|2|100|-|-|인도네시아 루피아|Indonesian Rupiah|Rp
        ILS|376|2|1|-|-|이스라엘 신권 세켈|Israeli New Shekel|₪
        INR|356|2|1|-|-|인도 루피|Indian Rupee|₹
        IQD|368|3|1|-|-|이라크 디나르|Iraqi Dinar|د.ع.
        IRR|364|2|1|-|-|이란 리얄|Iranian Rial|ریال
        ISK|352|0|1|-|-|아이슬란드 크로나|Icelandic Króna|kr
        JMD|388|2|1|-|-|자메이카 달러|Jamaican Dollar|$
        JOD|400|3|1|-|-|요르단 디나르|Jordanian Dinar|د.أ.
        JPY|392|0|100|-|-|일본 엔|Japanese Yen|¥
        KES|404|2|1|-|-|케냐 실링|Kenyan Shilling|Ksh
        KGS|417|2|1|-|-|키르기스스탄 솜|Kyrgystani Som|⃀
        KHR|116|2|1|-|-|캄보디아 리엘|Cambodian Riel|៛
        KMF|174|0|1|-|-|코모르 프랑|Comorian Franc|CF
        KPW|408|2|1|-|-|북한 원|North Korean Won|₩
        KRW|410|0|1|-|-|대한민국 원|South Korean Won|₩
        KWD|414|3|1|-|-|쿠웨이트 디나르|Kuwaiti Dinar|د.ك.
        KYD|136|2|1|-|-|케이맨 제도 달러|Cayman Islands Dollar|$
        KZT|398|2|1|-|-|카자흐스탄 텡게|Kazakhstani Tenge|₸
        LAK|418|2|1|-|-|라오스 키프|Laotian Kip|₭
        LBP|422|2|1|-|-|레바논 파운드|Lebanese Pound|L£
        LKR|144|2|1|-|-|스리랑카 루피|Sri Lankan Rupee|Rs
        LRD|430|2|1|-|-|라이베리아 달러|Liberian Dollar|$
        LSL|426|2|1|-|-|레소토 로티|Lesotho Loti|M
        LTL|440|2|1|-|2014-12-31|리투아니아 리타스|Lithuanian Litas|Lt
        LVL|428|2|1|-|2013-12-31|라트비아 라츠|Latvian Lats|Ls
        LYD|434|3|1|-|-|리비아 디나르|Libyan Dinar|د.ل.
        MAD|504|2|1|-|-|모로코 디르함|Moroccan Dirham|د.م.
        MDL|498|2|1|-|-|몰도바 레이|Moldovan Leu|L
        MGA|969|2|1|-|-|마다가스카르 아리아리|Malagasy Ariary|Ar
        MKD|807|2|1|-|-|마케도니아 디나르|Macedonian Denar|ден.
        MMK|104|2|1|-|-|미얀마 짯|Myanmar Kyat|K
        MNT|496|2|1|-|-|몽골 투그릭|Mongolian Tugrik|₮
        MOP|446|2|1|-|-|마카오 파타카|Macanese Pataca|MOP$
        MRU|929|2|1|2018-01-01|-|모리타니 우기야|Mauritanian Ouguiya|أ.م.
        MTL|470|2|1|-|2007-12-31|몰타 리라|Maltese Lira|MTL
        MUR|480|2|1|-|-|모리셔스 루피|Mauritian Rupee|Rs
        MVR|462|2|1|-|-|몰디브 루피야|Maldivian Rufiyaa|ރ.
        MWK|454|2|1|-|-|말라위 콰차|Malawian Kwacha|MK
        MXN|484|2|1|-|-|멕시코 페소|Mexican Peso|$
        MYR|458|2|1|-|-|말레이시아 링깃|Malaysian Ringgit|RM
        MZN|943|2|1|2006-07-01|-|모잠비크 메티칼|Mozambican Metical|MTn
        NAD|516|2|1|-|-|나미비아 달러|Namibian Dollar|$
        NGN|566|2|1|-|-|나이지리아 나이라|Nigerian Naira|₦
        NIO|558|2|1|-|-|니카라과 코르도바|Nicaraguan Córdoba|C$
        NOK|578|2|1|-|-|노르웨이 크로네|Norwegian Krone|kr
        NPR|524|2|1|-|-|네팔 루피|Nepalese Rupee|Rs
        NZD|554|2|1|-|-|뉴질랜드 달러|New Zealand Dollar|$
        OMR|512|3|1|-|-|오만 리알|Omani Rial|ر.ع.
        PAB|590|2|1|-|-|파나마 발보아|Panamanian Balboa|B/.
        PEN|604|2|1|-|-|페루 솔|Peruvian Sol|S/
        PGK|598|2|1|-|-|파푸아뉴기니 키나|Papua New Guinean Kina|K
        PHP|608|2|1|-|-|필리핀 페소|Philippine Peso|₱
        PKR|586|2|1|-|-|파키스탄 루피|Pakistani Rupee|Rs
        PLN|985|2|1|-|-|폴란드 즈워티|Polish Zloty|zł
        PYG|600|0|1|-|-|파라과이 과라니|Paraguayan Guarani|₲
        QAR|634|2|1|-|-|카타르 리얄|Qatari Riyal|ر.ق.
        ROL|642|2|1|-|2005-06-30|루마니아 레이(1952~2006)|Romanian Leu (1952–2006)|ROL
        RON|946|2|1|2005-07-01|-|루마니아 레우|Romanian Leu|lei
        RSD|941|2|1|2006-10-25|-|세르비아 디나르|Serbian Dinar|RSD
        RUB|643|2|1|-|-|러시아 루블|Russian Ruble|₽
        RWF|646|0|1|-|-|르완다 프랑|Rwandan Franc|RF
        SAR|682|2|1|-|-|사우디아라비아 리얄|Saudi Riyal|ر.س.
        SBD|090|2|1|-|-|솔로몬 제도 달러|Solomon Islands Dollar|$
        SCR|690|2|1|-|-|세이셸 루피|Seychellois Rupee|SR
        SDG|938|2|1|2007-01-10|-|수단 파운드|Sudanese Pound|ج.س.
        SEK|752|2|1|-|-|스웨덴 크로나|Swedish Krona|kr
        SGD|702|2|1|-|-|싱가포르 달러|Singapore Dollar|$
        SHP|654|2|1|-|-|세인트헬레나 파운드|St. Helena Pound|£
        SIT|705|2|1|-|2006-12-31|슬로베니아 톨라르|Slovenian Tolar|SIT
        SKK|703|2|1|-|2008-12-31|슬로바키아 코루나|Slovak Koruna|SKK
        SLE|925|2|1|2022-07-01|-|시에라리온 리온|Sierra Leonean Leone|Le
        SOS|706|2|1|-|-|소말리아 실링|Somali Shilling|S
        SRD|968|2|1|2004-01-01|-|수리남 달러|Surinamese Dollar|$
        SSP|728|2|1|2011-07-18|-|남수단 파운드|South Sudanese Pound|£
        STN|930|2|1|2018-01-01|-|상투메 프린시페 도브라|São Tomé & Príncipe Dobra|Db
        SVC|222|2|1|-|-|엘살바도르 콜론|Salvadoran Colón|SVC
        SYP|760|2|1|-|-|시리아 파운드|Syrian Pound|£
        SZL|748|2|1|-|-|에스와티니 릴랑게니|Swazi Lilangeni|E
        THB|764|2|1|-|-|태국 바트|Thai Baht|฿
        TJS|972|2|1|2000-10-26|-|타지키스탄 소모니|Tajikistani Somoni|TJS
        TMT|934|2|1|2009-01-01|-|투르크메니스탄 마나트|Turkmenistani Manat|TMT
        TND|788|3|1|-|-|튀니지 디나르|Tunisian Dinar|DT
        TOP|776|2|1|-|-|통가 파앙가|Tongan Paʻanga|T$
        TRL|792|0|1|-|2004-12-31|튀르키예 리라(1922~2005)|Turkish Lira (1922–2005)|TRL
        TRY|949|2|1|2005-01-01|-|튀르키예 리라|Turkish Lira|₺
        TTD|780|2|1|-|-|트리니다드 토바고 달러|Trinidad & Tobago Dollar|$
        TWD|901|2|1|-|-|대만 달러|New Taiwan Dollar|$
        TZS|834|2|1|-|-|탄자니아 실링|Tanzanian Shilling|TSh
        UAH|980|2|1|-|-|우크라이나 그리브나|Ukrainian Hryvnia|₴
        UGX|800|0|1|-|-|우간다 실링|Ugandan Shilling|USh
        USD|840|2|1|-|-|미국 달러|US Dollar|$
        UYU|858|2|1|-|-|우루과이 페소|Uruguayan Peso|$
        UZS|860|2|1|-|-|우즈베키스탄 숨|Uzbekistani Som|soʻm
        VED|926|2|1|2021-10-01|-|베네수엘라 디지털 볼리바르|Venezuelan Digital Bolívar|VED
        VEF|937|2|1|2008-01-01|2018-08-19|베네수엘라 볼리바르(2008~2018)|Venezuelan Bolívar (2008–2018)|Bs
        VES|928|2|1|2018-08-20|-|베네수엘라 볼리바르|Venezuelan Bolívar|Bs.S
        VND|704|0|100|-|-|베트남 동|Vietnamese Dong|₫
        VUV|548|0|1|-|-|바누아투 바투|Vanuatu Vatu|VT
        WST|882|2|1|-|-|사모아 탈라|Samoan Tala|WS$
        XAF|950|0|1|-|-|중앙아프리카 CFA 프랑|Central African CFA Franc|FCFA
        XCD|951|2|1|-|-|동카리브 달러|East Caribbean Dollar|$
        XCG|532|2|1|2025-03-31|-|카리브 길더|Caribbean Guilder|Cg.
        XOF|952|0|1|-|-|서아프리카 CFA 프랑|West African CFA Franc|F CFA
        XPF|953|0|1|-|-|CFP 프랑|CFP Franc|CFPF
        YER|886|2|1|-|-|예멘 리알|Yemeni Rial|ر.ي.
        ZAR|710|2|1|-|-|남아프리카 랜드|South African Rand|R
        ZMW|967|2|1|2013-01-01|-|잠비아 콰차|Zambian Kwacha|ZK
        ZWG|924|2|1|2024-06-25|-|짐바브웨 골드|Zimbabwe Gold|ZWG
        """
}

extension Currency {
    /// Reads a line of the table.
    init?(line: Substring) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 9, let code = CurrencyCode(fields[0]), let minorUnits = Int(fields[2]),
            let quotationUnit = Int(fields[3]), let introduced = TableDay(fields[4]),
            let withdrawn = TableDay(fields[5])
        else { return nil }
        self.init(
            code: code, numeric: String(fields[1]), minorUnits: minorUnits, nameKorean: String(fields[6]),
            nameEnglish: String(fields[7]), symbol: String(fields[8]), quotationUnit: quotationUnit,
            introduced: introduced.day, withdrawn: withdrawn.day)
    }
}
