// Written by Tests/Oracles/access/tokens_oracle.py.

/// Tokens and what PyJWT 2.15.1 makes of them at 2026-10-30T15:00:00Z.
enum TokenVectors {
    static let issuer = "https://id.example/"
    static let audience = "currency-travel"

    /// The key set that the tokens are checked with.
    static let keySet = """
        {"keys":[{"kty":"RSA","kid":"rsa-1","n":"wW6B5JtbIzmWf3GGjIKba-CUWdE0W5bYa_Y0ZDENI3lj9Xe2UzfAsxDNLzIDzFqMrwFvVT\
        BqF3diP2eSvF9tg9oEVs-vVJpB4ddvRLjUOFmxHtvXGYcIA7J0blRh0ZfLANp_KF6LhWxLeGMpwpWgPMJgjEFBO5JNE6Gl2djAO8mfipyXyXptN\
        5XTOWh_8qM_As4tkNzvMOqCyeKCPE-XYdNZseXFA67FyzFNtqWfAQu23kGF_jFe5aw3Xfeh0GQOY52yJkW3xpyvzsXXcqosYKIJE_POfOoPY6SF\
        chUHp9n-9112rjY5yscFQTVYSrJLxp6TqLYSuIDWZCZ_6ZmBfQ","e":"AQAB","use":"sig","alg":"RS256"},{"kty":"EC","kid":"ec\
        -1","crv":"P-256","x":"9ewaoWv6VOZ2PzBXOyQ4SFIvlo0HNMVT4MFGqc5enk0","y":"xy4vJqpguPeXCksiHysea38jWUa54kgpx0gwix\
        IcvhM"},{"kty":"OKP","kid":"ed-1","crv":"Ed25519","use":"sig","alg":"EdDSA","x":"KLalaP2mm0UfhF0vQHjgV1aggXgLIe\
        jx6X8NxdicOm8"},{"kty":"RSA","kid":"weak","n":"tujxjkB79uFyBtO66WJhEviKO1mUvV3ylj0ycWbzQ7v9eb8GMPdulyglgovofqAG\
        YWCpn_Cs3nJaRRp9-APN9AltXtVaM0hfTZeJrirGszB2fpxC2E6_5sVwAndd8C-qjSt3rPeS14uApwjtiYr4SW8WdJl8lwmu_ZuKHbp3Yu0","e\
        ":"AQAB"},{"kty":"EC","kid":"p384","crv":"P-384","x":"FBE38c6k8ZY1okkSxaYPFJpJZneX5kJldz0cHGNcTUs4WFgTLqgo2xQaP\
        5r76-73","y":"41gWsnoVZrUOXcLdEPRVumHx6-zpFLCI2KynTDCkRmgW80Z-4LKseOgbxpcTxWAA"},{"kty":"oct","kid":"shared","k\
        ":"MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA"},{"kty":"RSA","kid":"encrypts","n":"n1AKl2pAYKBhIxTo13ji0XxMUmu\
        3P83zh29BKIwLgcVAkYEyasyk2SdPsaAEBZ-zj0gLonHAOezJp6fG54gc43cr6-igNU2t66iKvIA5bvZroe773cnggql7AQscMdzuZNWMbxrt-Y\
        cOXZB3XkwDIJgA9AKJNtVzQeFqeJDyElU6w_DTyfHPHjmEbyswhnW7iEmrtppH3sQwOCbH1qOMqo9gEWFKebJopCy1-79LEOZf2pa4GBGZSsWDv\
        JC3k3lj1ZXruZoAirRrQfYH9H6FskCZJUfNP23GowsiY5XgFiw-P1-mfX4WSMx2EyE9R9EU2XE08bpMafTEj6see1Bs5Q","e":"AQAB","use"\
        :"enc"}]}
        """

    /// A set with the one key on Ed25519 of the other.
    static let smallSet = """
        {"keys":[{"kty":"OKP","kid":"ed-1","crv":"Ed25519","use":"sig","alg":"EdDSA","x":"KLalaP2mm0UfhF0vQHjgV1aggXgLI\
        ejx6X8NxdicOm8"}]}
        """

    /// `name|verdict|token`: scopes and tier of what is accepted, or "refused".
    static let lines = """
        good rsa-1|read,admin;standard|eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lk\
        LmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWR\
        taW4gb3BlbmlkIn0.BTUt93dhK7n9fO_44NUKeyZ_MjHKC1cNX_ZH2WTAYTaSOHU7HZHoh38_-JYeYZyG7BvpbYznxPwAb7goemfUuxw2vyItes\
        gHo0PdomnUrdcGIWjr4LUc14ipwwrCqDWes9xMWuKZfJszcEE630_8a3pip99o9Wf-gW7zIstm0d25O-hKj2qntirYPl9tjE7kuTWmumfLfx0X4\
        PllwOk43y8WMED8msY-i4gFQa62tcDvcs_gYEg4pTgX_8lCmcqanyx-DGHTwuX1bfxkMa7X19-Xzi3xeGs8ke25oOPRWsKJtyOFbzeAR7_9N-f3\
        siuCMfvuSR60jnVzQCHUXNva3A
        rsa-1 with a changed header|refused|eyJhbGciOiJSUzI1NiIsImtpZCIAInJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczo\
        vL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYW\
        QgYWRtaW4gb3BlbmlkIn0.BTUt93dhK7n9fO_44NUKeyZ_MjHKC1cNX_ZH2WTAYTaSOHU7HZHoh38_-JYeYZyG7BvpbYznxPwAb7goemfUuxw2v\
        yItesgHo0PdomnUrdcGIWjr4LUc14ipwwrCqDWes9xMWuKZfJszcEE630_8a3pip99o9Wf-gW7zIstm0d25O-hKj2qntirYPl9tjE7kuTWmumfL\
        fx0X4PllwOk43y8WMED8msY-i4gFQa62tcDvcs_gYEg4pTgX_8lCmcqanyx-DGHTwuX1bfxkMa7X19-Xzi3xeGs8ke25oOPRWsKJtyOFbzeAR7_\
        9N-f3siuCMfvuSR60jnVzQCHUXNva3A
        rsa-1 with a changed payload|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwcz\
        ovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVAY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlY\
        WQgYWRtaW4gb3BlbmlkIn0.BTUt93dhK7n9fO_44NUKeyZ_MjHKC1cNX_ZH2WTAYTaSOHU7HZHoh38_-JYeYZyG7BvpbYznxPwAb7goemfUuxw2\
        vyItesgHo0PdomnUrdcGIWjr4LUc14ipwwrCqDWes9xMWuKZfJszcEE630_8a3pip99o9Wf-gW7zIstm0d25O-hKj2qntirYPl9tjE7kuTWmumf\
        Lfx0X4PllwOk43y8WMED8msY-i4gFQa62tcDvcs_gYEg4pTgX_8lCmcqanyx-DGHTwuX1bfxkMa7X19-Xzi3xeGs8ke25oOPRWsKJtyOFbzeAR7\
        _9N-f3siuCMfvuSR60jnVzQCHUXNva3A
        rsa-1 with a changed signature|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRw\
        czovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJ\
        lYWQgYWRtaW4gb3BlbmlkIn0.BTUt93dhK7n9fO_44NUKeyZ_MjHKC1cNX_ZH2WTAYTaSOHU7HZHoh38_-JYeYZyG7BvpbYznxPwAb7goemfUux\
        w2vyItesgHo0PdomnUrdcGIWjr4LUc14ipwwrCqDWes9xMWuKZfJszcEE630_8a3pip99o9Wf-gW7zIstm0d2AO-hKj2qntirYPl9tjE7kuTWmu\
        mfLfx0X4PllwOk43y8WMED8msY-i4gFQa62tcDvcs_gYEg4pTgX_8lCmcqanyx-DGHTwuX1bfxkMa7X19-Xzi3xeGs8ke25oOPRWsKJtyOFbzeA\
        R7_9N-f3siuCMfvuSR60jnVzQCHUXNva3A
        rsa-1 without its signature|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczo\
        vL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYW\
        QgYWRtaW4gb3BlbmlkIn0.
        good ec-1|read,admin;standard|eyJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLm\
        V4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRta\
        W4gb3BlbmlkIn0.Ic46_bGZDFbYLqKQyxPE9Pq8n3t16HTUZdRP688-w6AFBpgdvGQmefY-xg9oF1563AlDtUef6fJQJ_Ll2R1rSA
        ec-1 with a changed header|refused|eyJhbGciOiJFUzI1NiIsImtpZCIAImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL\
        2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQg\
        YWRtaW4gb3BlbmlkIn0.65E37y_JJfSnSMJ0vihn7eGujqSG6nDT8039oYG6QuaGIGUcX8oB4AlUc8jQgvLQDwhx-U9vr3OXjhOLT-9PxQ
        ec-1 with a changed payload|refused|eyJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczov\
        L2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVAY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQ\
        gYWRtaW4gb3BlbmlkIn0.vShJ1CFoA83zuizWgYXi-UHUk_IDFi3NDAuy5FDQDGIkdUxQzuM53txXTV_5rCpHDZJSASLzxmE88dcjDqGAAg
        ec-1 with a changed signature|refused|eyJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwcz\
        ovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlY\
        WQgYWRtaW4gb3BlbmlkIn0.NIVs3U6GY8eGvVIMq45vHF3bfEUansZirV0m6CsX_0DAtbTPRiR2HnU2_NkLsNtmypVFlYbRJCZDK0rE21x9uQ
        ec-1 without its signature|refused|eyJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL\
        2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQg\
        YWRtaW4gb3BlbmlkIn0.
        good ed-1|read,admin;standard|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLm\
        V4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRta\
        W4gb3BlbmlkIn0.01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJ6TdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeBw
        ed-1 with a changed header|refused|eyJhbGciOiJFZERTQSIsImtpZCIAImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL\
        2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQg\
        YWRtaW4gb3BlbmlkIn0.01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJ6TdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeBw
        ed-1 with a changed payload|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczov\
        L2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVAY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQ\
        gYWRtaW4gb3BlbmlkIn0.01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJ6TdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeBw
        ed-1 with a changed signature|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwcz\
        ovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlY\
        WQgYWRtaW4gb3BlbmlkIn0.01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJATdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeBw
        ed-1 without its signature|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL\
        2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQg\
        YWRtaW4gb3BlbmlkIn0.
        good, premium|read,admin;premium|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2l\
        kLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYW\
        RtaW4gb3BlbmlkIiwidGllciI6InByZW1pdW0ifQ.hoASROc16P94d-rdYQVpOLO0qds1YTkt5wrRY91EpwqGBHnLqIgb_NvhTLyRwY9ahIBo6C\
        Tid6lW0z30wLf4Cg
        good, unknown tier|read,admin;standard|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwc\
        zovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJl\
        YWQgYWRtaW4gb3BlbmlkIiwidGllciI6ImdvbGQifQ.7XumVbkyLlVlBg7Y-WmAfNJ0jnrD84bbbisrlHm4Y4qaZbLFOBZIbLVozfemAHABrD2R\
        kTG52qU-863252zqBQ
        good, no scope|;standard|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1\
        wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwfQ.0w6i3umU9tqiicVz9eHWMe7XhJR\
        zam1F8JMTbFRuJLUWPD6RCgLNl5Y5Fc7m7nZ9wgzHpJD8ceIxQf94fz7RAg
        good, several audiences|read,admin;standard|eyJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJo\
        dHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjpbIm90aGVyIiwiY3VycmVuY3ktdHJhdmVsIl0sImV4cCI6MTc5MzM3MzA\
        wMCwic2NvcGUiOiJyZWFkIGFkbWluIG9wZW5pZCJ9.BKYZQp5kYJguLxROr3zBbeB606OjhA_P-7uD3zUZpJl3C_As0UGC1VVlzZxwUXeL_PUFc\
        nA9dFezq0A3IvlzYw
        good, at the edge of the tolerance|read,admin;standard|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.e\
        yJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzcyMzQx\
        LCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.xuoUAmCECc1v-wbqZ1gIY-vlgElmmZD2LDG9YRcC640h_KIcugG3oUpZfd3VPBcS2FpDQlL\
        cF2tN7Ut09vbKBg
        expired at the edge of the tolerance|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJ\
        odHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzcyMzQwLCJzY29wZS\
        I6InJlYWQgYWRtaW4gb3BlbmlkIn0._cuoXk9xtXvewr3YeFmOGEOhY-Pwm8YwbGzD-FITzK9h0rAhpgGu5mW8mE_n3Lewa9cWlsCKEjgGIIqQX\
        c9WAA
        expired|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiw\
        ic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzY4ODAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn\
        0.aqYRrHw-YZYH5_uZ4-Kq6DMTs58wBOwdlA1yeVj4kEi97h3sk9XmuC5r2Rl3TSn9sslV8MUSeNlQXfDjU0BMAWrR0rUZpNIdH2PNF6I00pmAi\
        xo3czGTRk2htBZC9ZRisY4rt3DLtYaRJta7adsoAy6JhmxRy9_Qa5oKRteDjOnDN5DoXdZEXKzsuQCR82aOUErMrG50_vtyQKnnpZw4tE9NOU_C\
        rFO3OTs3_vKfgQ6pgD0HvkkEID8A8vx2-NURuURyz0_EYf2eQhMnSnYpTNxct9YRsthVo30PquzrKakAkffa8oWuOJ1kVb1a39FEESQQOUyGcVa\
        sigaVnp2uSA
        good, not before within the tolerance|read,admin;standard|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1Qif\
        Q.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczM\
        DAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIiwibmJmIjoxNzkzMzcyNDYwfQ.4IRvBFEbOUu0_zMxz4OHlwIJgmy0xcpVBxgFPjuMvHHjt\
        JVNAkplJfMHTpiPYKufDxXIbu5j4cPWSBq8cScEAA
        not valid yet|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbG\
        UvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3Blb\
        mlkIiwibmJmIjoxNzkzMzcyNDYxfQ.8gy987bWThITwzSWiVUHdPJNuQIR62A0SXVX-1kQFc0V5svCHbxdXBavK1jtwY0Qzitcu2b-WV830FuKh\
        zZ2CQ
        no expiry|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIi\
        wic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwic2NvcGUiOiJyZWFkIGFkbWluIG9wZW5pZCJ9.4cNa5ltTyS07mMo7WEus\
        I4ip8afVWc8PgSzxWIVntc45v-Ap00TDOmLeufucidJ_xqtkbY_sm9sHpxFtBj9QCg
        no subject|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvI\
        iwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.U6Xr_KBsbQIrOBA4\
        BhteFYLy8SywuOrs_uaXBF-cKAPVpCFVLbYiUtXB4MiO3JxCNX4z94lMb0rWwZfx2B2DBA
        no issuer|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJzdWIiOiJ1c2VyLTEiLCJhdWQiOiJjdXJyZW\
        5jeS10cmF2ZWwiLCJleHAiOjE3OTMzNzMwMDAsInNjb3BlIjoicmVhZCBhZG1pbiBvcGVuaWQifQ.wt-Fm3YrGldlj17hn8Ou3z-eiMozkiz67L\
        3I_YfIF4jptu433iy2P1enmpKw3bo6jxGfLU8bgVPMfYu7qOhXCQ
        no audience|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUv\
        Iiwic3ViIjoidXNlci0xIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.w-I5cknhW53aft0HA0n-tujM-IS\
        x6O2aFdHeD8Nfxd7AMIKqszEgIQQRIXNvBvCcQ5hTc9_iqh5da5IMgtQOAA
        another issuer|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wb\
        GUiLCJzdWIiOiJ1c2VyLTEiLCJhdWQiOiJjdXJyZW5jeS10cmF2ZWwiLCJleHAiOjE3OTMzNzMwMDAsInNjb3BlIjoicmVhZCBhZG1pbiBvcGVu\
        aWQifQ.q3HGI4mncwpBZ6PCYV8aVdsm2AIaH617Szh66b6dpkXbubUSny6AQ4xNlOz9QxyoPzjR7ANH3IKPQUC9WM12BA
        another audience|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1\
        wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoib3RoZXIiLCJleHAiOjE3OTMzNzMwMDAsInNjb3BlIjoicmVhZCBhZG1pbiBvcGVuaWQifQ.bgR\
        wteXifPm3UuouGFbfR_kncVniExUqx6TxAjBwXK99gACIKbNem-Zh3JrxEbQxw7vfnRTRiM5CicM_f_psAw
        other audiences|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1w\
        bGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjpbIm90aGVyIiwibW9yZSJdLCJleHAiOjE3OTMzNzMwMDAsInNjb3BlIjoicmVhZCBhZG1pbiBvcGV\
        uaWQifQ.kZhy0uu314Naz1tjDRos3QFrSlO94ca2lg97JXeduel63NI6zkqEyhUM-_FFT8mDfVIYKMOvRE5X4n1pOJeCBw
        an expiry in words|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIsI\
        CJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogInRvbW9ycm93IiwgInNjb3BlIjogInJlYWQgYWRtaW4g\
        b3BlbmlkIn0.FEHopLMVO4GgRQFIciJsBJnwMOLncQi5f9uDTLGN8Uu1AJnv7ohXpP_b-LH0pCagNhu1gzQ48LM5hbtbCffnCw
        a subject that is a number|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtc\
        GxlLyIsICJzdWIiOiA3LCAiYXVkIjogImN1cnJlbmN5LXRyYXZlbCIsICJleHAiOiAxNzkzMzczMDAwLCAic2NvcGUiOiAicmVhZCBhZG1pbiBv\
        cGVuaWQifQ.q172O7dcY99t87jm1v4rLRTIh0xSnuysKZ2V5oQhc5CKhdXSMOxZgqV72kcgMMuxu_KXMyfEabbfa1TkTFWrDw
        none|refused|eyJhbGciOiAibm9uZSIsICJraWQiOiAicnNhLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIsICJzdWIiOiAidXN\
        lci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRtaW4gb3BlbmlkIn0.
        none, with a signature|refused|eyJhbGciOiAibm9uZSIsICJraWQiOiAicnNhLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlL\
        yIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRt\
        aW4gb3BlbmlkIn0.eA
        NONE|refused|eyJhbGciOiAiTk9ORSIsICJraWQiOiAicnNhLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIsICJzdWIiOiAidXN\
        lci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRtaW4gb3BlbmlkIn0.
        HS256 with the RSA key as the secret|refused|eyJhbGciOiAiSFMyNTYiLCAia2lkIjogInJzYS0xIn0.eyJpc3MiOiAiaHR0cHM6Ly\
        9pZC5leGFtcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlI\
        jogInJlYWQgYWRtaW4gb3BlbmlkIn0.ThFwCkocLmH3FwE4vNsUAROK374hJXMMmpFkYxrJIeE
        HS256 with the key of the set|refused|eyJhbGciOiAiSFMyNTYiLCAia2lkIjogInNoYXJlZCJ9.eyJpc3MiOiAiaHR0cHM6Ly9pZC5l\
        eGFtcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJ\
        lYWQgYWRtaW4gb3BlbmlkIn0.khzaztHFIoTVUzBqB5LIkT69mgWHeVuKQbVxBXAFFwk
        RS256 naming the key on P-256|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6ImVjLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwcz\
        ovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlY\
        WQgYWRtaW4gb3BlbmlkIn0.lVYXU0lTiqDQIgEyOHE0zX_E4srIbZQMfscYKvUBfN7LWxNWnCQqs6B5MQuue-HxrR-yc5N7a2xzgfW_J5oUCPln\
        rFrkEkZUXpJhx6RQsuBzBN4pi8dW8j7Ki-ODeU69zsETDTAl17AnPzIBpYSJs-LTBHaVkgxxHUxLJwmwAGaO0NKc8lvuSjfus276iatDEDRS8AI\
        vs76k9FZEXTH2QCvgvzQpRW0eXK9qp62Gh0RRdboMYhW2FQR7F3lAYSupmhRABSGC5IcP-hwk7P8LownLpd6wZm1VXeHQ6nx76Rx95L03_2VaRd\
        41OVWxzmdTv_UL7Ld2aHC1ryEErT9afQ
        ES256 naming the RSA key|refused|eyJhbGciOiJFUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2\
        lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgY\
        WRtaW4gb3BlbmlkIn0.fhlKAXs_KNpkjFdYM7B1VxR4Jjnsj5IeJSdk8NPRBO-men4e8U0Nne1zBb5wpZ0Ca4v5j7cjaoZmgHOpl0MR9g
        RS512|refused|eyJhbGciOiJSUzUxMiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic\
        3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.\
        FFY5-f2lQq8k4yupKFgnXDfFXQB_ap_0vPrSwSFMbXMJv7o7tcmepCRf_r8jCfqz3MXNppJdXmBS9I5FJ8d7nLzEExQUtjrJkxhsRgtDvxLguE3\
        HyYjeh7n0ZpamvCidLf9xIG2z2xpTn9nlJL2yVieLr5FYX53FWF6VJnBG_IzwBcPv9JVrF8TfXWNV6cm7oTO602unGEem3XREZex9EXOup0xmvW\
        k_v1oIlPW-b7noaQpKi4Tu7nHScWIV-PVSqO-2ZDBta9CSy-JZL0sLTUzU-b99Wpqj1bHZkQGyfnoF0hk_Zb6Whn_yyIT0KFwthDK1IRhIrBqQn\
        m_i3Tq3pg
        PS256|refused|eyJhbGciOiJQUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic\
        3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.\
        dU5imfS7D3YIddDs_LEBG5eWYXSh7eMb39X4jh57zg5opm6Sz8w_prnYvrcckq2QEXIDdgLVVXRccr07GvnEMK4gNrJ7TnutPkKIxeq9j8kKqRx\
        8e6F67r3PGBbUuHOQczos_GHjxwL5z4alAy8SCz8RmOU2w-dCWT-LR9q3jjcJiIMrY9H3rZPM02R5E8ByPGLdPyHzH5U2304v3nNvu67lw0DS54\
        70jWX5vVKe6eaLK5aGUg3ZqBMtVsriv45e4EPHrldGGy0cwnygem35NQdX4O8mlHPffMQs5i1Ywx1xmqbn8a7ziexAw2p6srbqLqGxEaUqTH6_2\
        8lDDKkNbw
        ES384|refused|eyJhbGciOiJFUzM4NCIsImtpZCI6InAzODQiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic3\
        ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.T\
        v13MXqL5BexQdUH1Cu41-AZt-UAGe12_Y6TMnyq6yJzKa2CZy1o-am-HQpYk6sSvP2uXc55VEBxVz4v9xmv1TJt8FUXFyeOspBMsVewtuXk6O42\
        IEulPFEDsl859Eki
        another RSA key under a known name|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIiwidHlwIjoiSldUIn0.eyJpc3MiOiJo\
        dHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI\
        6InJlYWQgYWRtaW4gb3BlbmlkIn0.YhpBRdAOxaJUvlxF5ByQS7q8qmqXq7L5Ef-KOjANBc6P8rFz_OnVdA-txXpL9Br0EFJ5oSWUkKsC3AwwR6\
        p8TecYtr-Hgy1B13vgX15NlelRn1njk7Xox-QNyLOgl_cXJmhwRSfWAZHrqQohJJbp3NmcocilvbIq5a9cVVsReWWcNXbJ1Fo41hvBBbRVKzXd7\
        rwlCPxkDt1PVCt9Jt1cvDdlJ5_z87MEertmd0BmJVWiJrnXwIXVMm6Ix9SGxeu-my41rbef5fD1AMibZPbJDU-3hoFsdPsZpwgiFiwHPPyXzCfC\
        gK3kLGiJEM_IZ6-_npHyoKoTpr6WV2qdzZP2uw
        an RSA key that is too short|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6IndlYWsiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczo\
        vL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYW\
        QgYWRtaW4gb3BlbmlkIn0.hybYVWhGeu69yio1v56YrLjyjGu5X2RKyvGAoY8FP7NfjVUVyOn4QIC2ihsxq_OmSS1hIbgZ2bwnUW3LuNXlCyWzU\
        1hWvwkcK9Sar3zhQG9mzjlOwLiZ-Ul77ovPDpwaXGdOnTiBosUa7nMbaZBilA7NzxYbqlO06ffSbIzCltM
        a key that is for encryption|refused|eyJhbGciOiJSUzI1NiIsImtpZCI6ImVuY3J5cHRzIiwidHlwIjoiSldUIn0.eyJpc3MiOiJodH\
        RwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6I\
        nJlYWQgYWRtaW4gb3BlbmlkIn0.BuoSZSWn_ax2gm-8t5Vgoku-HCuDHTVcgTzQiAL3l5XLqPQVgIWYsVnpJn5CWHZWiDn8QuT-X81ZKEyCp3Zi\
        wOOe5QCvg-sMNjqY3u2DDx6g67yc6t9jLsscwm09q8CP3v1HhOB1m3QP_C0YnZQVYJxfUFtyMt_PkzKXGfoS_FxS6F6cGR8JNgfVRPemZd6GhaL\
        cUrkfn-Pn3apDHqUwvq-8CCaCYJwUgRclvJm0XiXSvu54W2kAX5bJWZAF56dFLKVBVvh3KbbLNvTCsh5NofpZ9PLzmiGiYBoDf7XWVy_hqNZybn\
        G7EL6nYVSuN4NxBFNOi7vObcTw48FIWeB_dQ
        an unknown key|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTIiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wb\
        GUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3Bl\
        bmlkIn0.rZNZotWiQGtElUcfwQLr9DQp9eA8kT0ejtLCVkZIwQeRL4GTArdvONjNaGSnW3DljSXFUonbdB2A-TKFV_HwCw
        no key named|refused|eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlc\
        i0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.gl8cW2h31Gii\
        skC4GE8LEpOCkZ5y-Y64hxsXnzW3zki15YtS7oJSIQtnXarE0hrDr-CA7EnCQNsPlN7Jvq0TDw
        a key of its own in the header|refused|eyJhbGciOiJSUzI1NiIsImp3ayI6eyJlIjoiQVFBQiIsImt0eSI6IlJTQSIsIm4iOiJuMUFL\
        bDJwQVlLQmhJeFRvMTNqaTBYeE1VbXUzUDgzemgyOUJLSXdMZ2NWQWtZRXlhc3lrMlNkUHNhQUVCWi16ajBnTG9uSEFPZXpKcDZmRzU0Z2M0M2N\
        yNi1pZ05VMnQ2NmlLdklBNWJ2WnJvZTc3M2NuZ2dxbDdBUXNjTWR6dVpOV01ieHJ0LVljT1haQjNYa3dESUpnQTlBS0pOdFZ6UWVGcWVKRHlFbF\
        U2d19EVHlmSFBIam1FYnlzd2huVzdpRW1ydHBwSDNzUXdPQ2JIMXFPTXFvOWdFV0ZLZWJKb3BDeTEtNzlMRU9aZjJwYTRHQkdaU3NXRHZKQzNrM\
        2xqMVpYcnVab0FpclJyUWZZSDlINkZza0NaSlVmTlAyM0dvd3NpWTVYZ0Zpdy1QMS1tZlg0V1NNeDJFeUU5UjlFVTJYRTA4YnBNYWZURWo2c2Vl\
        MUJzNVEifSwia2lkIjoicnNhLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVk\
        IjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0.i-kqfEK2S_Uh9v8wSvhGAII\
        kOOOCrQvPVY81VFvg9ax5haYXMn7AKOLNADYxCMszFpPMVlyr1yK6TYYdGZLF3Ynj1HrctmsaPfTxOm3MMKieo36Qva-HF5h51Hv4lDaEyqYQaP\
        _rrA6ACXVraf1bf1XiZ353RrIsZPXHhO9UnXA3opNatvxvBZ8REzxjGktJeCRgbshpzY4ZsnFScDfj0pPPycfj2ZaEw_ZT3OoNExG7WgIDR5XJT\
        KDkgjzr57HrXYXqRC-VkHk23n6LxLBE3UZ_VshP_4RVhm1nBGmlknHz0CVM_XEcHE5xQU2z2gEn_y2GG5BjBlN1vPQI9D14Nw
        a critical extension|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEiLCAiY3JpdCI6IFsiYjY0Il0sICJiNjQiOiB0cnVlfQ\
        .eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMT\
        c5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRtaW4gb3BlbmlkIn0.rciodqllFhKczAElvw87S0qq9w19kxkOk_08FYNLTesW_myzSTZzxZ86Y\
        J12ARNByJFcRxM58_S-2SYfnSVyDw
        an unknown critical extension|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEiLCAiY3JpdCI6IFsieCJdLCAieCI6IDF9.\
        eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc\
        5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRtaW4gb3BlbmlkIn0.ltQHLMIQAB6ZDfXJbrkuk-mQyx65ZRY1WRHjH6AKJYsYOuhn5tg7JSX7Uo\
        9jv191x1AKHm6XTXoqGaqIhfHeBg
        a logout token|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEiLCAidHlwIjogImxvZ291dCtqd3QifQ.eyJpc3MiOiAiaHR0c\
        HM6Ly9pZC5leGFtcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNj\
        b3BlIjogInJlYWQgYWRtaW4gb3BlbmlkIn0.9yhp-KqmCm5XJ2yXK2mJsnV5mcV00M1p1CnOpqohlFy4EXCNjxMUaZLEXVR9vuJihzfPuJkvlbO\
        EzEekWLq2CQ
        deep nesting in the payload|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFt\
        cGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYWQ\
        gYWRtaW4gb3BlbmlkIiwgIngiOiBbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1\
        tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW\
        1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tb\
        W1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t\
        bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1\
        tbW1tbXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dX\
        V1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1d\
        XV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1\
        dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV\
        1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXX0.c6PZbWVzt09qh\
        t6YNEeY2NPtH8QeF-wTJJjYAywVrE69XAf4GZUiFWjvOLV-nhBlm7KXtgkxOJePdenI68L3Cw
        deep nesting in the header|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEiLCAieCI6IFtbW1tbW1tbW1tbW1tbW1tbW1tb\
        W1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1t\
        bW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1\
        tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW\
        1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tb\
        W1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tbW1tdXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1\
        dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV\
        1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dX\
        V1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1d\
        XV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1\
        dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dXV1dfQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF\
        1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRtaW4gb3BlbmlkIn0.PQIsfT6FHG7jWB\
        dh8kEBaXnmYbWUitZrIOQtYHrNK6e0nMBT6Zcd51aOzRCT43xeks6Nf7ETwG_Q3zwn7AvhDw
        a claim given twice|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLyIs\
        ICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYWQgYWRtaW4\
        gb3BlbmlkIiwgImlzcyI6ICJodHRwczovL2lkLmV4YW1wbGUvIn0.hdKtqJkY4ZsNmPzF38QGj19H2kr1m1TcynxRVjFFkSFVtpMlnoeCUDfLV6\
        ZBPH8mtR-4WsyNSovjyWJoIsPdDg
        a scope that is a list|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlL\
        yIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogWyJhZG1pbiJd\
        fQ.Xp3_flmRJ5W5EMwDGXzmYLsRFgLy1TSPDcfzO-UVuU6fAJ7d0VO3VA5fkDBhtkL7DSzVEEsg9AUyt-o_gQJ6Dg
        a payload that is a list|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.W3siaXNzIjogImh0dHBzOi8vaWQuZXhhbXB\
        sZS8iLCAic3ViIjogInVzZXItMSIsICJhdWQiOiAiY3VycmVuY3ktdHJhdmVsIiwgImV4cCI6IDE3OTMzNzMwMDAsICJzY29wZSI6ICJyZWFkIG\
        FkbWluIG9wZW5pZCJ9XQ.ZZ7qgjibW3Mnia4H7sb2_6MVhMMGOHDiQqhklaoK8n49cBe-HBwN1nrXuMBeztPvOKkpLKQnumwPqe3OHjoXBw
        a payload that is no JSON|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.ew.O6zZPTIttlmaV7AqmU8EoOQNRlL4jxg\
        vOXtFD4CvTf1WZwd2VAnD668AHmEUfaGTcCrwOVs-zcjdA0OWhpCgDQ
        an expiry without end|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogImVkLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGFtcGxlLy\
        IsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMWUzMDAsICJzY29wZSI6ICJyZWFkIGFkbWluIG9wZ\
        W5pZCJ9.zh2UpOi8dxk-BjWtQZLkcPI6v0yYpihqDPmz54ZBdWxLQkqB_7vfgguFChiKHOsKLkufBe9mzPalABobJuAWCg
        a name in a script of another width|refused|eyJhbGciOiAiRWREU0EiLCAia2lkIjogMX0.eyJpc3MiOiAiaHR0cHM6Ly9pZC5leGF\
        tcGxlLyIsICJzdWIiOiAidXNlci0xIiwgImF1ZCI6ICJjdXJyZW5jeS10cmF2ZWwiLCAiZXhwIjogMTc5MzM3MzAwMCwgInNjb3BlIjogInJlYW\
        QgYWRtaW4gb3BlbmlkIn0.RmPmZuwGGjw5OmhGL4Ac9ehkJaNj734hsMLP13Egr8jj0Wi0pqapr5JELQA4HwTLU_MmORWNKKKF8N_utNVSAQ
        padding|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIiwi\
        c3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkIn0\
        .01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJ6TdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeBw==
        four parts|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvI\
        iwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3Blbmlk\
        In0.01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJ6TdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeBw.x
        two parts|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUvIi\
        wic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6InJlYWQgYWRtaW4gb3BlbmlkI\
        n0
        bits left over that are not zero|refused|eyJhbGciOiJFZERTQSIsImtpZCI6ImVkLTEiLCJ0eXAiOiJKV1QifQ.eyJpc3MiOiJodHR\
        wczovL2lkLmV4YW1wbGUvIiwic3ViIjoidXNlci0xIiwiYXVkIjoiY3VycmVuY3ktdHJhdmVsIiwiZXhwIjoxNzkzMzczMDAwLCJzY29wZSI6In\
        JlYWQgYWRtaW4gb3BlbmlkIn0.01Q9oOFKujfNzhR3LpAlAdWJkaaEMMIMHdFPVD3xZlJ6TdkNekdEhCcGevU6GNM5sBc9aLS69MuPWucLZjBeB\
        x
        """
}
