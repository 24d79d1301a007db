// Made by Tests/Oracles/history/rates_oracle.py from the shipped ECB file, with exact fractions. Do not edit.

extension RateDigest {
    static let cases: [RateDigest] = [
        RateDigest(
            target: "USD", base: "KRW", digits: 4, count: 7126, digest: 0xD9A8_8AB7_57F2_EA49,
            middle: "2012-11-26 1086 -0.2823 -0.02598"),
        RateDigest(
            target: "USD", base: "KRW", digits: 10, count: 7126, digest: 0xE5CA_95FE_7E5A_BF3D,
            middle: "2012-11-26 1086.254243 -0.2822823874 -0.02598001824"),
        RateDigest(
            target: "USD", base: "KRW", digits: 12, count: 7126, digest: 0x7A04_AC7B_F5F4_B15B,
            middle: "2012-11-26 1086.25424252 -0.282282387364 -0.0259800182408"),
        RateDigest(
            target: "JPY", base: "KRW", digits: 4, count: 7126, digest: 0xC36D_C235_90E5_BA56,
            middle: "2012-11-26 13.23 0.01795 0.1359"),
        RateDigest(
            target: "JPY", base: "KRW", digits: 10, count: 7126, digest: 0x1089_A87E_0C99_5CE8,
            middle: "2012-11-26 13.22644876 0.01795455642 0.1359318945"),
        RateDigest(
            target: "JPY", base: "KRW", digits: 12, count: 7126, digest: 0x2AC9_FB41_3B33_5AB5,
            middle: "2012-11-26 13.2264487649 0.0179545564161 0.135931894527"),
        RateDigest(
            target: "EUR", base: "KRW", digits: 4, count: 7126, digest: 0x2CE4_0E30_8AFD_939B,
            middle: "2012-11-26 1408 5.61 0.4"),
        RateDigest(
            target: "EUR", base: "KRW", digits: 10, count: 7126, digest: 0x0C3A_F386_F181_8377,
            middle: "2012-11-26 1408.22 5.61 0.3999686299"),
        RateDigest(
            target: "EUR", base: "KRW", digits: 12, count: 7126, digest: 0xCDA6_4DE2_D056_7F6B,
            middle: "2012-11-26 1408.22 5.61 0.399968629911"),
        RateDigest(
            target: "KRW", base: "EUR", digits: 4, count: 7126, digest: 0x90BC_8364_F387_1999,
            middle: "2012-11-26 0.0007101 -0.00000284 -0.3984"),
        RateDigest(
            target: "KRW", base: "EUR", digits: 10, count: 7126, digest: 0xB50B_66AC_23F5_7C5B,
            middle: "2012-11-26 0.0007101163171 -0.000002840242504 -0.3983752539"),
        RateDigest(
            target: "KRW", base: "EUR", digits: 12, count: 7126, digest: 0xB1AF_D908_7913_2B8C,
            middle: "2012-11-26 0.000710116317053 -0.00000284024250409 -0.398375253867"),
        RateDigest(
            target: "IDR", base: "USD", digits: 4, count: 5527, digest: 0x5AAD_3A02_3453_D9C4,
            middle: "2016-01-15 0.00007148 -0.0000003947 -0.5491"),
        RateDigest(
            target: "IDR", base: "USD", digits: 10, count: 5527, digest: 0xFC66_B019_F2E1_C507,
            middle: "2016-01-15 0.00007148232492 -0.0000003946587366 -0.5490752623"),
        RateDigest(
            target: "IDR", base: "USD", digits: 12, count: 5527, digest: 0x709D_8673_3997_7ACF,
            middle: "2016-01-15 0.0000714823249243 -0.0000003946587366 -0.549075262342"),
        RateDigest(
            target: "USD", base: "IDR", digits: 4, count: 5527, digest: 0x922B_06A3_D231_58E2,
            middle: "2016-01-15 13990 76.81 0.5521"),
        RateDigest(
            target: "USD", base: "IDR", digits: 10, count: 5527, digest: 0xFB59_C2C6_9A8A_3E83,
            middle: "2016-01-15 13989.47224 76.81273139 0.5521067439"),
        RateDigest(
            target: "USD", base: "IDR", digits: 12, count: 5527, digest: 0x8B62_7DFA_018E_4B08,
            middle: "2016-01-15 13989.4722375 76.8127313883 0.552106743895"),
        RateDigest(
            target: "TRY", base: "JPY", digits: 4, count: 5589, digest: 0xFB71_CC5E_A127_94AA,
            middle: "2015-12-01 42.64 0.3408 0.8057"),
        RateDigest(
            target: "TRY", base: "JPY", digits: 10, count: 5589, digest: 0x5EC9_F7E9_56C3_0A32,
            middle: "2015-12-01 42.63510204 0.3407761452 0.8057254442"),
        RateDigest(
            target: "TRY", base: "JPY", digits: 12, count: 5589, digest: 0x9D83_9B45_46D9_175F,
            middle: "2015-12-01 42.6351020408 0.340776145204 0.805725444225"),
        RateDigest(
            target: "ISK", base: "SEK", digits: 4, count: 4785, digest: 0x8561_95D0_88FF_9E53,
            middle: "2008-05-08 0.0785 0.00005654 0.07208"),
        RateDigest(
            target: "ISK", base: "SEK", digits: 10, count: 4785, digest: 0x9C62_08BD_0DC9_5B41,
            middle: "2008-05-08 0.0784978903 0.00005654008439 0.072079438"),
        RateDigest(
            target: "ISK", base: "SEK", digits: 12, count: 4785, digest: 0x95EC_107A_2953_D05D,
            middle: "2008-05-08 0.0784978902954 0.0000565400843882 0.0720794379955"),
        RateDigest(
            target: "BGN", base: "DKK", digits: 4, count: 6515, digest: 0x9D1D_D62F_8DED_D63D,
            middle: "2013-04-10 3.812 0.0002556 0.006706"),
        RateDigest(
            target: "BGN", base: "DKK", digits: 10, count: 6515, digest: 0x1129_2683_46DC_DE86,
            middle: "2013-04-10 3.812404131 0.0002556498619 0.006706188471"),
        RateDigest(
            target: "BGN", base: "DKK", digits: 12, count: 6515, digest: 0xAE53_BC93_EB8B_1207,
            middle: "2013-04-10 3.8124041313 0.000255649861949 0.00670618847072"),
    ]
}
