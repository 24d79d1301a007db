/// The countries as lines of text, for the same reason as the currencies.
///
/// Codes: ISO 3166-1, all 249 officially assigned. Names: Unicode CLDR 47 (Unicode-3.0 licence), in the short form where
/// it has one. Money: ISO 4217 list one of 2026-01-01 by country; where a country has its own beside a foreign one, its
/// own. The list gives none for Antarctica, Palestine and South Georgia: here the US dollar of the largest station, and
/// CLDR's first for the others. Euro area: the Council's decisions, 21 members since 2026-01-01.
enum CountryTable {
    /// Every line that parses; a test sees to it that this is every line.
    static let countries: [Country] = lines.split(separator: "\n").compactMap(Country.init(line:))

    /// `alpha-2|alpha-3|money|first day in the euro area|Korean|English`, by alpha-2.
    static let lines = """
        AD|AND|EUR|-|안도라|Andorra
        AE|ARE|AED|-|아랍에미리트|United Arab Emirates
        AF|AFG|AFN|-|아프가니스탄|Afghanistan
        AG|ATG|XCD|-|앤티가 바부다|Antigua & Barbuda
        AI|AIA|XCD|-|앵귈라|Anguilla
        AL|ALB|ALL|-|알바니아|Albania
        AM|ARM|AMD|-|아르메니아|Armenia
        AO|AGO|AOA|-|앙골라|Angola
        AQ|ATA|USD|-|남극 대륙|Antarctica
        AR|ARG|ARS|-|아르헨티나|Argentina
        AS|ASM|USD|-|아메리칸 사모아|American Samoa
        AT|AUT|EUR|1999-01-01|오스트리아|Austria
        AU|AUS|AUD|-|호주|Australia
        AW|ABW|AWG|-|아루바|Aruba
        AX|ALA|EUR|-|올란드 제도|Åland Islands
        AZ|AZE|AZN|-|아제르바이잔|Azerbaijan
        BA|BIH|BAM|-|보스니아 헤르체고비나|Bosnia & Herzegovina
        BB|BRB|BBD|-|바베이도스|Barbados
        BD|BGD|BDT|-|방글라데시|Bangladesh
        BE|BEL|EUR|1999-01-01|벨기에|Belgium
        BF|BFA|XOF|-|부르키나파소|Burkina Faso
        BG|BGR|EUR|2026-01-01|불가리아|Bulgaria
        BH|BHR|BHD|-|바레인|Bahrain
        BI|BDI|BIF|-|부룬디|Burundi
        BJ|BEN|XOF|-|베냉|Benin
        BL|BLM|EUR|-|생바르텔레미|St. Barthélemy
        BM|BMU|BMD|-|버뮤다|Bermuda
        BN|BRN|BND|-|브루나이|Brunei
        BO|BOL|BOB|-|볼리비아|Bolivia
        BQ|BES|USD|-|네덜란드령 카리브|Caribbean Netherlands
        BR|BRA|BRL|-|브라질|Brazil
        BS|BHS|BSD|-|바하마|Bahamas
        BT|BTN|BTN|-|부탄|Bhutan
        BV|BVT|NOK|-|부베섬|Bouvet Island
        BW|BWA|BWP|-|보츠와나|Botswana
        BY|BLR|BYN|-|벨라루스|Belarus
        BZ|BLZ|BZD|-|벨리즈|Belize
        CA|CAN|CAD|-|캐나다|Canada
        CC|CCK|AUD|-|코코스 제도|Cocos (Keeling) Islands
        CD|COD|CDF|-|콩고민주공화국|Congo (DRC)
        CF|CAF|XAF|-|중앙 아프리카 공화국|Central African Republic
        CG|COG|XAF|-|콩고공화국|Congo (Republic)
        CH|CHE|CHF|-|스위스|Switzerland
        CI|CIV|XOF|-|코트디부아르|Côte d’Ivoire
        CK|COK|NZD|-|쿡 제도|Cook Islands
        CL|CHL|CLP|-|칠레|Chile
        CM|CMR|XAF|-|카메룬|Cameroon
        CN|CHN|CNY|-|중국|China
        CO|COL|COP|-|콜롬비아|Colombia
        CR|CRI|CRC|-|코스타리카|Costa Rica
        CU|CUB|CUP|-|쿠바|Cuba
        CV|CPV|CVE|-|카보베르데|Cape Verde
        CW|CUW|XCG|-|퀴라소|Curaçao
        CX|CXR|AUD|-|크리스마스섬|Christmas Island
        CY|CYP|EUR|2008-01-01|키프로스|Cyprus
        CZ|CZE|CZK|-|체코|Czechia
        DE|DEU|EUR|1999-01-01|독일|Germany
        DJ|DJI|DJF|-|지부티|Djibouti
        DK|DNK|DKK|-|덴마크|Denmark
        DM|DMA|XCD|-|도미니카|Dominica
        DO|DOM|DOP|-|도미니카 공화국|Dominican Republic
        DZ|DZA|DZD|-|알제리|Algeria
        EC|ECU|USD|-|에콰도르|Ecuador
        EE|EST|EUR|2011-01-01|에스토니아|Estonia
        EG|EGY|EGP|-|이집트|Egypt
        EH|ESH|MAD|-|서사하라|Western Sahara
        ER|ERI|ERN|-|에리트리아|Eritrea
        ES|ESP|EUR|1999-01-01|스페인|Spain
        ET|ETH|ETB|-|에티오피아|Ethiopia
        FI|FIN|EUR|1999-01-01|핀란드|Finland
        FJ|FJI|FJD|-|피지|Fiji
        FK|FLK|FKP|-|포클랜드 제도|Falkland Islands
        FM|FSM|USD|-|미크로네시아|Micronesia
        FO|FRO|DKK|-|페로 제도|Faroe Islands
        FR|FRA|EUR|1999-01-01|프랑스|France
        GA|GAB|XAF|-|가봉|Gabon
        GB|GBR|GBP|-|영국|United Kingdom
        GD|GRD|XCD|-|그레나다|Grenada
        GE|GEO|GEL|-|조지아|Georgia
        GF|GUF|EUR|-|프랑스령 기아나|French Guiana
        GG|GGY|GBP|-|건지|Guernsey
        GH|GHA|GHS|-|가나|Ghana
        GI|GIB|GIP|-|지브롤터|Gibraltar
        GL|GRL|DKK|-|그린란드|Greenland
        GM|GMB|GMD|-|감비아|Gambia
        GN|GIN|GNF|-|기니|Guinea
        GP|GLP|EUR|-|과들루프|Guadeloupe
        GQ|GNQ|XAF|-|적도 기니|Equatorial Guinea
        GR|GRC|EUR|2001-01-01|그리스|Greece
        GS|SGS|GBP|-|사우스조지아 사우스샌드위치 제도|South Georgia & South Sandwich Islands
        GT|GTM|GTQ|-|과테말라|Guatemala
        GU|GUM|USD|-|괌|Guam
        GW|GNB|XOF|-|기니비사우|Guinea-Bissau
        GY|GUY|GYD|-|가이아나|Guyana
        HK|HKG|HKD|-|홍콩|Hong Kong
        HM|HMD|AUD|-|허드 맥도널드 제도|Heard & McDonald Islands
        HN|HND|HNL|-|온두라스|Honduras
        HR|HRV|EUR|2023-01-01|크로아티아|Croatia
        HT|HTI|HTG|-|아이티|Haiti
        HU|HUN|HUF|-|헝가리|Hungary
        ID|IDN|IDR|-|인도네시아|Indonesia
        IE|IRL|EUR|1999-01-01|아일랜드|Ireland
        IL|ISR|ILS|-|이스라엘|Israel
        IM|IMN|GBP|-|맨섬|Isle of Man
        IN|IND|INR|-|인도|India
        IO|IOT|USD|-|영국령 인도양 지역|British Indian Ocean Territory
        IQ|IRQ|IQD|-|이라크|Iraq
        IR|IRN|IRR|-|이란|Iran
        IS|ISL|ISK|-|아이슬란드|Iceland
        IT|ITA|EUR|1999-01-01|이탈리아|Italy
        JE|JEY|GBP|-|저지|Jersey
        JM|JAM|JMD|-|자메이카|Jamaica
        JO|JOR|JOD|-|요르단|Jordan
        JP|JPN|JPY|-|일본|Japan
        KE|KEN|KES|-|케냐|Kenya
        KG|KGZ|KGS|-|키르기스스탄|Kyrgyzstan
        KH|KHM|KHR|-|캄보디아|Cambodia
        KI|KIR|AUD|-|키리바시|Kiribati
        KM|COM|KMF|-|코모로|Comoros
        KN|KNA|XCD|-|세인트키츠 네비스|St. Kitts & Nevis
        KP|PRK|KPW|-|북한|North Korea
        KR|KOR|KRW|-|대한민국|South Korea
        KW|KWT|KWD|-|쿠웨이트|Kuwait
        KY|CYM|KYD|-|케이맨 제도|Cayman Islands
        KZ|KAZ|KZT|-|카자흐스탄|Kazakhstan
        LA|LAO|LAK|-|라오스|Laos
        LB|LBN|LBP|-|레바논|Lebanon
        LC|LCA|XCD|-|세인트루시아|St. Lucia
        LI|LIE|CHF|-|리히텐슈타인|Liechtenstein
        LK|LKA|LKR|-|스리랑카|Sri Lanka
        LR|LBR|LRD|-|라이베리아|Liberia
        LS|LSO|LSL|-|레소토|Lesotho
        LT|LTU|EUR|2015-01-01|리투아니아|Lithuania
        LU|LUX|EUR|1999-01-01|룩셈부르크|Luxembourg
        LV|LVA|EUR|2014-01-01|라트비아|Latvia
        LY|LBY|LYD|-|리비아|Libya
        MA|MAR|MAD|-|모로코|Morocco
        MC|MCO|EUR|-|모나코|Monaco
        MD|MDA|MDL|-|몰도바|Moldova
        ME|MNE|EUR|-|몬테네그로|Montenegro
        MF|MAF|EUR|-|생마르탱|St. Martin
        MG|MDG|MGA|-|마다가스카르|Madagascar
        MH|MHL|USD|-|마셜 제도|Marshall Islands
        MK|MKD|MKD|-|북마케도니아|North Macedonia
        ML|MLI|XOF|-|말리|Mali
        MM|MMR|MMK|-|미얀마|Myanmar
        MN|MNG|MNT|-|몽골|Mongolia
        MO|MAC|MOP|-|마카오|Macao
        MP|MNP|USD|-|북마리아나제도|Northern Mariana Islands
        MQ|MTQ|EUR|-|마르티니크|Martinique
        MR|MRT|MRU|-|모리타니|Mauritania
        MS|MSR|XCD|-|몬트세라트|Montserrat
        MT|MLT|EUR|2008-01-01|몰타|Malta
        MU|MUS|MUR|-|모리셔스|Mauritius
        MV|MDV|MVR|-|몰디브|Maldives
        MW|MWI|MWK|-|말라위|Malawi
        MX|MEX|MXN|-|멕시코|Mexico
        MY|MYS|MYR|-|말레이시아|Malaysia
        MZ|MOZ|MZN|-|모잠비크|Mozambique
        NA|NAM|NAD|-|나미비아|Namibia
        NC|NCL|XPF|-|뉴칼레도니아|New Caledonia
        NE|NER|XOF|-|니제르|Niger
        NF|NFK|AUD|-|노퍽섬|Norfolk Island
        NG|NGA|NGN|-|나이지리아|Nigeria
        NI|NIC|NIO|-|니카라과|Nicaragua
        NL|NLD|EUR|1999-01-01|네덜란드|Netherlands
        NO|NOR|NOK|-|노르웨이|Norway
        NP|NPL|NPR|-|네팔|Nepal
        NR|NRU|AUD|-|나우루|Nauru
        NU|NIU|NZD|-|니우에|Niue
        NZ|NZL|NZD|-|뉴질랜드|New Zealand
        OM|OMN|OMR|-|오만|Oman
        PA|PAN|PAB|-|파나마|Panama
        PE|PER|PEN|-|페루|Peru
        PF|PYF|XPF|-|프랑스령 폴리네시아|French Polynesia
        PG|PNG|PGK|-|파푸아뉴기니|Papua New Guinea
        PH|PHL|PHP|-|필리핀|Philippines
        PK|PAK|PKR|-|파키스탄|Pakistan
        PL|POL|PLN|-|폴란드|Poland
        PM|SPM|EUR|-|생피에르 미클롱|St. Pierre & Miquelon
        PN|PCN|NZD|-|핏케언 제도|Pitcairn Islands
        PR|PRI|USD|-|푸에르토리코|Puerto Rico
        PS|PSE|ILS|-|팔레스타인|Palestine
        PT|PRT|EUR|1999-01-01|포르투갈|Portugal
        PW|PLW|USD|-|팔라우|Palau
        PY|PRY|PYG|-|파라과이|Paraguay
        QA|QAT|QAR|-|카타르|Qatar
        RE|REU|EUR|-|레위니옹|Réunion
        RO|ROU|RON|-|루마니아|Romania
        RS|SRB|RSD|-|세르비아|Serbia
        RU|RUS|RUB|-|러시아|Russia
        RW|RWA|RWF|-|르완다|Rwanda
        SA|SAU|SAR|-|사우디아라비아|Saudi Arabia
        SB|SLB|SBD|-|솔로몬 제도|Solomon Islands
        SC|SYC|SCR|-|세이셸|Seychelles
        SD|SDN|SDG|-|수단|Sudan
        SE|SWE|SEK|-|스웨덴|Sweden
        SG|SGP|SGD|-|싱가포르|Singapore
        SH|SHN|SHP|-|세인트헬레나|St. Helena
        SI|SVN|EUR|2007-01-01|슬로베니아|Slovenia
        SJ|SJM|NOK|-|스발바르제도-얀마웬섬|Svalbard & Jan Mayen
        SK|SVK|EUR|2009-01-01|슬로바키아|Slovakia
        SL|SLE|SLE|-|시에라리온|Sierra Leone
        SM|SMR|EUR|-|산마리노|San Marino
        SN|SEN|XOF|-|세네갈|Senegal
        SO|SOM|SOS|-|소말리아|Somalia
        SR|SUR|SRD|-|수리남|Suriname
        SS|SSD|SSP|-|남수단|South Sudan
        ST|STP|STN|-|상투메 프린시페|São Tomé & Príncipe
        SV|SLV|USD|-|엘살바도르|El Salvador
        SX|SXM|XCG|-|신트마르턴|Sint Maarten
        SY|SYR|SYP|-|시리아|Syria
        SZ|SWZ|SZL|-|에스와티니|Eswatini
        TC|TCA|USD|-|터크스 케이커스 제도|Turks & Caicos Islands
        TD|TCD|XAF|-|차드|Chad
        TF|ATF|EUR|-|프랑스령 남방 지역|French Southern Territories
        TG|TGO|XOF|-|토고|Togo
        TH|THA|THB|-|태국|Thailand
        TJ|TJK|TJS|-|타지키스탄|Tajikistan
        TK|TKL|NZD|-|토켈라우|Tokelau
        TL|TLS|USD|-|동티모르|Timor-Leste
        TM|TKM|TMT|-|투르크메니스탄|Turkmenistan
        TN|TUN|TND|-|튀니지|Tunisia
        TO|TON|TOP|-|통가|Tonga
        TR|TUR|TRY|-|튀르키예|Türkiye
        TT|TTO|TTD|-|트리니다드 토바고|Trinidad & Tobago
        TV|TUV|AUD|-|투발루|Tuvalu
        TW|TWN|TWD|-|대만|Taiwan
        TZ|TZA|TZS|-|탄자니아|Tanzania
        UA|UKR|UAH|-|우크라이나|Ukraine
        UG|UGA|UGX|-|우간다|Uganda
        UM|UMI|USD|-|미국령 해외 제도|U.S. Outlying Islands
        US|USA|USD|-|미국|United States
        UY|URY|UYU|-|우루과이|Uruguay
        UZ|UZB|UZS|-|우즈베키스탄|Uzbekistan
        VA|VAT|EUR|-|바티칸 시국|Vatican City
        VC|VCT|XCD|-|세인트빈센트그레나딘|St. Vincent & Grenadines
        VE|VEN|VES|-|베네수엘라|Venezuela
        VG|VGB|USD|-|영국령 버진아일랜드|British Virgin Islands
        VI|VIR|USD|-|미국령 버진아일랜드|U.S. Virgin Islands
        VN|VNM|VND|-|베트남|Vietnam
        VU|VUT|VUV|-|바누아투|Vanuatu
        WF|WLF|XPF|-|왈리스-푸투나 제도|Wallis & Futuna
        WS|WSM|WST|-|사모아|Samoa
        YE|YEM|YER|-|예멘|Yemen
        YT|MYT|EUR|-|마요트|Mayotte
        ZA|ZAF|ZAR|-|남아프리카|South Africa
        ZM|ZMB|ZMW|-|잠비아|Zambia
        ZW|ZWE|ZWG|-|짐바브웨|Zimbabwe
        """
}

extension Country {
    /// Reads a line of the table.
    init?(line: Substring) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 6, let alpha2 = CountryCode(fields[0]), let currency = CurrencyCode(fields[2]),
            let joinedEuroArea = TableDay(fields[3])
        else { return nil }
        self.init(
            alpha2: alpha2, alpha3: String(fields[1]), nameKorean: String(fields[4]), nameEnglish: String(fields[5]),
            currency: currency, joinedEuroArea: joinedEuroArea.day)
    }
}
