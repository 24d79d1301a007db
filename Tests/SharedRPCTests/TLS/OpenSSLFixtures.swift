/// Certificates and keys that OpenSSL 3.0 made (`openssl genrsa -traditional`, `ecparam -genkey`, `genpkey`, `req -x509`),
/// for the forms of PEM that others write. They are used nowhere else.
enum OpenSSLFixtures {
    static let rsaKey = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEpQIBAAKCAQEArkNh9Lx1t0DkETyZVhJYb8iPA7lWftWTiMOWvctYYhhfUzt9
        ovruN/QUqKLPtFVvycAyBCBRjx6FoQAqVuCw5mekYqIa3OJCSGZ+czt1+uHzAidW
        G2fdHHNinjuG/D84b35jT/aw6vqKxWR9oHpWlPuCYv8MSWzm4ABg24y2HL6E0YWp
        xJFw66m8wQpE8+wJYMwrYLPJHy/uz26YIWj5fOHnkdfIPDlkKuUg/q+tCraAz9OF
        sVrqCQ9xYXLfNC3aUNSVtIvHcYkQUyfkkdASNnZXs0asfw57eGiQuxrk9vYU9KSV
        iUDEfiHG/is7swMi1sO2IBKe8B2KuswtIxrDSwIDAQABAoIBAEDoW0OXsLbtpiVf
        b3O2SJd2WgKWlYePkLDXvT17ULPVBSiQ15aNpY5UzR8U6Y1vZ0B75IVR7l8DDN3v
        nFWYwntHblzIqX3Njse92WqdYq/sWiHaugFiOeL/fWOXo4swFxq8NkySA8q6QFcO
        u5Y7CyXZ2nJ6Mj7lH8eejHUqX6irlYUgVSbMgWUD2qnZjwiKDaDl7MJTWHhBfaaG
        fW56X6i6Hh4b8xtCWLitCWGlcvjJ35YJ+ebFZM5KSM0hykG00KSw/Uiby3nVcwf/
        xbOG84IjdoA76CKIsoxCcQry5fZ5PodjsomgsMso/CBlLWuOalsZxEGloAfw8Uqc
        7J6D1q0CgYEA7cdQCxTbnbdiAFm2ipjtRyu03jW+oAYgwVA9pgKPq3qUPjIJEJjL
        mnSuBDprQd8UTQf2OqYczZc5xC1jgeqGw9/MtwhcF1OVphMhCO7RgyJnD70zxZ6Y
        vkbFVB5Vkwf3J4bdNKP4P+I4sEY5AqDMRj1cDJ0TMm0M4dkrB+9Fe2UCgYEAu54K
        Mxcz0pHMSx4mUGAHNFHyPNopmAlgPtZgNQuktvsAVdB7c4QZO/8tisgbfaF9zAU4
        O/tIehwnDpbWvqQpmSu4Bmx0RiGPKx9VsFY3HymMZ0uRM6DvVpuQi5U0bw7hV8C4
        bfxQ81s7grZxfPaia5fgs+Ug6cV/QZdp9XGpUO8CgYEA4FumjS47Iw/76rS75v7x
        NKxq1xkDK19c3MrnwJK+GWFqK11u7DggNTdPUzIELn1dXGncze4bU2oT2aWyNM2k
        J4IuWa4Lpv75P2DhVNpy2jdF47X0+czx9ug0HXEZ8cgcTzGT262z+iNstfcsp+wt
        k0Emb8huarA27YvKbIw6lXkCgYEAr+Tw5wk/upCaGWrAvOXqmzCgjFB0YmeX5hGR
        zOmHmU0k+U8mDhywk8Ee71e//j5i892I5SMmxeSS8WiVF9JMdZ+5Pbx8HivkT6dm
        7JVHxF1tloIQNXkSKf5au6I8sEohFeZGgkblleHYnylwqJmJmJmhPsb33nMcZWAR
        JN1Uwd0CgYEAvgMzf7estaIOsFEHtmest2GSrFPt7KoWnHlXiXrCcKI9tFTTqkBk
        cZXxLwUyTu2fmiNzXzPV1I8WNhIilUDutwvkhzURhB5X1wxekbyrq2iAB6MCfpaM
        iWkN3jv9nZA6pRg9zdIZJTtMMl7Kq7nCqAxC+EHy3VChEMPl0yUODYY=
        -----END RSA PRIVATE KEY-----
        """

    static let rsaCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIDKzCCAhOgAwIBAgIUTXYudMDA0jMqpEo225eDwo1UYsUwDQYJKoZIhvcNAQEL
        BQAwFjEUMBIGA1UEAwwLb3BlbnNzbCByc2EwIBcNMjYxMTIxMDYyODUxWhgPMjEy
        NjEwMjgwNjI4NTFaMBYxFDASBgNVBAMMC29wZW5zc2wgcnNhMIIBIjANBgkqhkiG
        9w0BAQEFAAOCAQ8AMIIBCgKCAQEArkNh9Lx1t0DkETyZVhJYb8iPA7lWftWTiMOW
        vctYYhhfUzt9ovruN/QUqKLPtFVvycAyBCBRjx6FoQAqVuCw5mekYqIa3OJCSGZ+
        czt1+uHzAidWG2fdHHNinjuG/D84b35jT/aw6vqKxWR9oHpWlPuCYv8MSWzm4ABg
        24y2HL6E0YWpxJFw66m8wQpE8+wJYMwrYLPJHy/uz26YIWj5fOHnkdfIPDlkKuUg
        /q+tCraAz9OFsVrqCQ9xYXLfNC3aUNSVtIvHcYkQUyfkkdASNnZXs0asfw57eGiQ
        uxrk9vYU9KSViUDEfiHG/is7swMi1sO2IBKe8B2KuswtIxrDSwIDAQABo28wbTAd
        BgNVHQ4EFgQUOkF44fqUop7ff29Nun/Bt/XAi/IwHwYDVR0jBBgwFoAUOkF44fqU
        op7ff29Nun/Bt/XAi/IwDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2Nh
        bGhvc3SHBH8AAAEwDQYJKoZIhvcNAQELBQADggEBAF4N4J72TG/q20VwbNC80QHR
        TrtQqu0j2tOEJtwbUzGqbu9ldSusqpXUnHjQMxvDrd6055+FYyqiODoxZCibrbAI
        Qh7MKtd36s92uTIJNrpKbFfda3CDiYeLFinyc9+0DZzyaCFgN8Vm88h+45TIpr+2
        AVg+r7TECuSi9FFVAvaKqd9CwG8PWi31bLegHgWJmvwuPSnEdllRYCvmCzjwVzIT
        s6eA99NR/5htMIr0bzcBB2GMtV577kaxO8jqJmUqvTALztXX/RWJe02I12Ud9FWN
        Q4OXAf2vtk9YORF81tvSijlngu+w/gi7bDEPZgp/wJe6vsdcu0VO/y/Xq0y6asY=
        -----END CERTIFICATE-----
        """

    static let curveKey = """
        -----BEGIN EC PARAMETERS-----
        BggqhkjOPQMBBw==
        -----END EC PARAMETERS-----
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIElNCe9Lt4LrONNhDBGGES/yuWblNL3EQgLvDdQOXneVoAoGCCqGSM49
        AwEHoUQDQgAEUHEbUmndv3061V7GLo4cY8oEWZbFuZ9N02pEnfRDwyF/LMzWqSFX
        GIYbky19Jt8meEdNA1Adw9uJf9ZUB6CR4w==
        -----END EC PRIVATE KEY-----
        """

    static let curveCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBnTCCAUOgAwIBAgIUbpKUQLSA1xkfbzG5B8PTzGS1FNwwCgYIKoZIzj0EAwIw
        FTETMBEGA1UEAwwKb3BlbnNzbCBlYzAgFw0yNjExMjEwNjI4NTFaGA8yMTI2MTAy
        ODA2Mjg1MVowFTETMBEGA1UEAwwKb3BlbnNzbCBlYzBZMBMGByqGSM49AgEGCCqG
        SM49AwEHA0IABFBxG1Jp3b99OtVexi6OHGPKBFmWxbmfTdNqRJ30Q8MhfyzM1qkh
        VxiGG5MtfSbfJnhHTQNQHcPbiX/WVAegkeOjbzBtMB0GA1UdDgQWBBTrxh1ynJkX
        nFkRuFuA6ikmQeUk2zAfBgNVHSMEGDAWgBTrxh1ynJkXnFkRuFuA6ikmQeUk2zAP
        BgNVHRMBAf8EBTADAQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAKBggq
        hkjOPQQDAgNIADBFAiEAmrM4+8+0582mIUwxDN//Au8JhEHzQwjUl1vceu4BstoC
        IFDuhVveNioVR5482avl4gOv9jTAv547Ti3W6gpFQQNC
        -----END CERTIFICATE-----
        """

    static let edwardsKey = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEICLKTNvVhlFsi3ZZ3uZeZ0nmIRZRcpMCzn/DfPKSGhgV
        -----END PRIVATE KEY-----
        """

    static let edwardsCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBXTCCAQ+gAwIBAgIUCcCYpy7k1wTU0BMCRg1pFWz+D0owBQYDK2VwMBUxEzAR
        BgNVBAMMCm9wZW5zc2wgZWQwIBcNMjYxMTIxMDYyODUxWhgPMjEyNjEwMjgwNjI4
        NTFaMBUxEzARBgNVBAMMCm9wZW5zc2wgZWQwKjAFBgMrZXADIQBPz74E0BPsMFko
        5bBV6KXPnDj1Ya2iCX4gpcJbnx0hnqNvMG0wHQYDVR0OBBYEFPjo4M/bpsZCxwnR
        tO4a2jXqdlgLMB8GA1UdIwQYMBaAFPjo4M/bpsZCxwnRtO4a2jXqdlgLMA8GA1Ud
        EwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMAUGAytlcANB
        ACf0cWWC6f67joaewzEK2isO13p4GeDDsDGeUUa8j+cgvfIlVnFtTHgav+xx3EZN
        d6TCDyXsEhTgy7CmDaVj0gs=
        -----END CERTIFICATE-----
        """

    static let encryptedKey = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAj/osbSXldD1gICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEMmMnw5KldaEnsbvibKPgpsEgZAN
        c/PA7QQhe9ANxvRS14BMuppnVor0Uank7pFYQAyM8h9aPHA0158xiLeX2sHLT4UA
        5den2DwuP47S8qeTkXhkrHjnIZQtuiKnrD5u1fJkJlZX2J9Nqeh444ftbs7ZIW9k
        75ibEZgD1B4URzN4/V5beMnnoQHHvBKm9yjxSxC17Qgd6wD10yYvQ6cUrMdUXW0=
        -----END ENCRYPTED PRIVATE KEY-----
        """

    static let traditionallyEncryptedKey = """
        -----BEGIN EC PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-128-CBC,EAB6FCEEDB4D05DDDDD5C1B7F2339256

        XZvJkBq5PJe2XluqaVj+RjS7Q3fi8jQOqq9EzJxxGh0oQHW2ti1EuztD1O4YHoIx
        FPR5iwNFI8rjtbiS99ZQ9sixPPsBreOKCwxWofHR4+r4ljN00lat0FuIsJl9vCt1
        +CuuZcC8oTzw4vnNswG5tHgmTYSemaaoKfVC7Kmv/Qc=
        -----END EC PRIVATE KEY-----
        """
}
