import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum ExportExamples {
    static let referenceFile = AnswerExample(
        "The last two days",
        target: "/export/eurofxref-hist.csv?from=2026-10-29",
        answer: """
            Date,USD,JPY,BGN,CYP,CZK,DKK,EEK,GBP,HUF,LTL,LVL,MTL,PLN,ROL,RON,SEK,SIT,SKK,CHF,ISK,NOK,HRK,RUB,\
            TRL,TRY,AUD,BRL,CAD,CNY,HKD,IDR,ILS,INR,KRW,MXN,MYR,NZD,PHP,SGD,THB,ZAR,
            2026-10-30,1.1172,175.68,N/A,N/A,24.353,7.4735,N/A,0.8338,366.33,N/A,N/A,N/A,4.4038,N/A,5.3447,\
            10.978,N/A,N/A,0.9194,136,10.312,N/A,N/A,N/A,55.8015,1.5904,6.0692,1.5606,7.4326,8.7652,20275.17,\
            3.495,106.084,1491.76,21.1237,4.5325,1.9823,71.143,1.4282,37.683,18.6455,
            2026-10-29,1.113,175.92,N/A,N/A,24.336,7.4736,N/A,0.83578,365.95,N/A,N/A,N/A,4.3938,N/A,5.3441,\
            10.9995,N/A,N/A,0.9222,135.8,10.3315,N/A,N/A,N/A,55.4691,1.5842,5.9563,1.5577,7.4144,8.733,20193.16,\
            3.468,106.0345,1488.4,20.8661,4.5182,1.9817,71.052,1.4265,37.569,18.5218,

            """)

    static let referenceDay = AnswerExample(
        "The last day on which the lira of old was quoted",
        target: "/export/eurofxref-daily.xml?date=2004-12-31",
        answer: """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"\
             xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            \t<gesmes:subject>Reference rates</gesmes:subject>
            \t<gesmes:Sender>
            \t\t<gesmes:name>European Central Bank</gesmes:name>
            \t</gesmes:Sender>
            \t<Cube>
            \t\t<Cube time='2004-12-31'>
            \t\t\t<Cube currency='USD' rate='1.3621'/>
            \t\t\t<Cube currency='JPY' rate='139.65'/>
            \t\t\t<Cube currency='BGN' rate='1.9559'/>
            \t\t\t<Cube currency='CYP' rate='0.58'/>
            \t\t\t<Cube currency='CZK' rate='30.464'/>
            \t\t\t<Cube currency='DKK' rate='7.4388'/>
            \t\t\t<Cube currency='EEK' rate='15.6466'/>
            \t\t\t<Cube currency='GBP' rate='0.70505'/>
            \t\t\t<Cube currency='HUF' rate='245.97'/>
            \t\t\t<Cube currency='LTL' rate='3.4528'/>
            \t\t\t<Cube currency='LVL' rate='0.6979'/>
            \t\t\t<Cube currency='MTL' rate='0.4343'/>
            \t\t\t<Cube currency='PLN' rate='4.0845'/>
            \t\t\t<Cube currency='ROL' rate='39390'/>
            \t\t\t<Cube currency='SEK' rate='9.0206'/>
            \t\t\t<Cube currency='SIT' rate='239.76'/>
            \t\t\t<Cube currency='SKK' rate='38.745'/>
            \t\t\t<Cube currency='CHF' rate='1.5429'/>
            \t\t\t<Cube currency='ISK' rate='83.6'/>
            \t\t\t<Cube currency='NOK' rate='8.2365'/>
            \t\t\t<Cube currency='TRL' rate='1836200'/>
            \t\t\t<Cube currency='AUD' rate='1.7459'/>
            \t\t\t<Cube currency='CAD' rate='1.6416'/>
            \t\t\t<Cube currency='HKD' rate='10.5881'/>
            \t\t\t<Cube currency='KRW' rate='1410.05'/>
            \t\t\t<Cube currency='NZD' rate='1.8871'/>
            \t\t\t<Cube currency='SGD' rate='2.2262'/>
            \t\t\t<Cube currency='ZAR' rate='7.6897'/>
            \t\t</Cube>
            \t</Cube>
            </gesmes:Envelope>

            """)

    static let ledger = AnswerExample(
        "The dollar and the yen in won on two days",
        target: "/export/prices.ledger?symbols=USD,JPY&from=2026-10-29&to=2026-10-30",
        answer: """
            ; The price of one unit of each currency in KRW, 2026-10-29 to 2026-10-30, to 10 significant digits.
            ; Source: European Central Bank, euro foreign exchange reference rates; free to use with the source named.
            ; Prices between two currencies are computed from what a source quotes for both on the same day.

            P 2026-10-29 JPY 8.460663938 KRW
            P 2026-10-29 USD 1337.286613 KRW
            P 2026-10-30 JPY 8.491347905 KRW
            P 2026-10-30 USD 1335.266738 KRW

            """)

    static let beancount = AnswerExample(
        "The dollar and the yen in euros on one day, to six digits",
        target: "/export/prices.beancount?base=EUR&symbols=USD,JPY&from=2026-10-30&precision=6",
        answer: """
            ; The price of one unit of each currency in EUR, 2026-10-30 to 2026-10-30, to 6 significant digits.
            ; Source: European Central Bank, euro foreign exchange reference rates; free to use with the source named.
            ; Prices between two currencies are computed from what a source quotes for both on the same day.

            2026-10-30 price JPY 0.00569217 EUR
            2026-10-30 price USD 0.895095 EUR

            """)
}
