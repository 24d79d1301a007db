/// What people type, and what they mean: the first match, by country or currency code. Names are those of the tables,
/// which are CLDR's; which of several that answer equally comes first follows from the order of `SearchIndex`, with the
/// currencies that the ECB quotes having a rate.
enum SearchQueries {
    /// `query|first match`.
    static let korean = """
        일본|JP
        미국|US
        영국|GB
        독일|DE
        대한민국|KR
        한국|KR
        미합중국|US
        중국|CN
        홍콩|HK
        태국|TH
        터키|TR
        오스트레일리아|AU
        타이완|TW
        남아프리카|ZA
        아랍 에미리트|AE
        코트 디부아르|CI
        엔|JPY
        엔화|JPY
        달러|USD
        달러화|USD
        미국 달러|USD
        호주 달러|AUD
        유로|EUR
        유로화|EUR
        유럽|EUR
        위안|CNY
        위안화|CNY
        인민폐|CNY
        원|KRW
        원화|KRW
        파운드|GBP
        파운드화|GBP
        페소|MXN
        프랑|CHF
        크로나|SEK
        크로네|NOK
        루피|INR
        바트|THB
        동|VND
        링깃|MYR
        ㅇㅂ|JP
        ㅁㄱ|US
        ㅇㄱ|GB
        ㄷㅎㅁㄱ|KR
        ㅎㄱ|KR
        ㅈㄱ|CN
        ㅌㄱ|TH
        ㅂㅌㄴ|VN
        ㅍㄹㅅ|FR
        ㅅㅇㅅ|CH
        ㅅㄱㅍㄹ|SG
        ㅎㅈㄷㄹ|AUD
        일ㅂ|JP
        미ㄱ|US
        ㅇ본|JP
        홍ㅋ|HK
        읿|JP
        일보|JP
        믹|US
        싱가포|SG
        일번|JP
        미귝|US
        홍쿵|HK
        싱가폴|SG
        베트냄|VN
        테국|TH
        인네시아|ID
        캐다나|CA
        스외덴|SE
        달라|USD
        터키 리라|TRY
        터키리라|TRY
        터키 리라화|TRY
        타이완 달러|TWD
        오스트레일리아 달러|AUD
        스털링 파운드|GBP
        사우디 리얄|SAR
        루피화|INR
        바트화|THB
        페소화|MXN
        리라화|TRY
        링깃화|MYR
        프랑화|CHF
        남아프리카공화국|ZA
        남아프리카 공화국|ZA
        남아공|ZA
        이태리|IT
        우즈벡|UZ
        인니|ID
        즐로티|PLN
        유로존|EUR
        """

    /// `query|first match`.
    static let english = """
        Japan|JP
        japan|JP
        JAPAN|JP
        United States|US
        USA|US
        us|US
        America|US
        UK|GB
        England|GB
        Great Britain|GB
        united kingdom|GB
        Germany|DE
        Korea|KR
        South Korea|KR
        Holland|NL
        Turkey|TR
        Turkiye|TR
        Cote d'Ivoire|CI
        Côte d’Ivoire|CI
        cote divoire|CI
        Ivory Coast|CI
        Aland|AX
        Curacao|CW
        Reunion|RE
        Sao Tome|ST
        Saint Lucia|LC
        St. Lucia|LC
        Trinidad and Tobago|TT
        hongkong|HK
        new zeal|NZ
        JP|JP
        JPN|JP
        JPY|JPY
        jpy|JPY
        ＪＰＹ|JPY
        KRW|KRW
        840|USD
        978|EUR
        dollar|USD
        Dollar|USD
        us dollar|USD
        canadian dollar|CAD
        yen|JPY
        won|KRW
        euro|EUR
        pound|GBP
        sterling|GBP
        renminbi|CNY
        yuan|CNY
        franc|CHF
        peso|MXN
        rupee|INR
        krona|SEK
        krone|NOK
        rand|ZAR
        baht|THB
        japanese|JPY
        lira|TRY
        $|USD
        ＄|USD
        €|EUR
        £|GBP
        ¥|JPY
        ￥|JPY
        ₩|KRW
        ₹|INR
        ₫|VND
        NT$|TWD
        HK$|HKD
        us$|USD
        new|NZ
        zł|PLN
        Kč|CZK
        R$|BRL
        jpan|JP
        Japna|JP
        Swizerland|CH
        Germny|DE
        dolar|USD
        steling|GBP
        Philipines|PH
        Singpore|SG
        Turkey lira|TRY
        UAE dirham|AED
        UK pound|GBP
        english pound|GBP
        japan yen|JPY
        Eurozone|EUR
        """

    /// `query|all that is found, in that order`.
    static let whole = """
        터키|TR TRY
        타이완|TW TWD
        UAE|AE AED
        turkey|TR TRY
        S$|SGD
        A$|AUD
        R$|BRL
        HK$|HKD
        NT$|TWD
        S/|PEN
        B/.|PAB
        """

    /// `query|what is not found`.
    static let absent = """
        중국|US
        yen|SJ
        us|AT
        """
}
