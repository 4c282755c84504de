namespace McpGen.Tests.Validation.Formats;

internal static partial class FormatSamples
{
    private static readonly string[] s_uuids =
    [
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "f81D4fAE-7dEC-11d0-A765-00a0c91e6BF6", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01234567-89ab-cdef-0123-456789abcdef",
    ];

    private static readonly string[] s_noUuids =
    [
        "", "-", "f81d4fae", "f81d4fae7dec11d0a76500a0c91e6bf6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "(f81d4fae-7dec-11d0-a765-00a0c91e6bf6)", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae-7dec-11d0-a765-00a0c91e6bf60",
        "f81d4fae-7dec-11d0-a76500-a0c91e6bf6", "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6", "f81d4fae_7dec_11d0_a765_00a0c91e6bf6", "f81d4fae-7dec-11d0-a765000a0c91e6bf6", "f81d4fae--7dec-11d0-a765-0a0c91e6bf6", "g81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
        " f81d4fae-7dec-11d0-a765-00a0c91e6bf", " f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6 ", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6\n", "f81d4fae-7dec-11d0-a765-00a0c91e6bf\0", "0x1d4fae-7dec-11d0-a765-00a0c91e6bf6", "+81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-+dec-11d0-a765-00a0c91e6bf6",
        "٠81d4fae-7dec-11d0-a765-00a0c91e6bf6", "٠1d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae‐7dec‐11d0‐a765‐00a0c91e6bf6",
    ];

    private static readonly string[] s_uris =
    [
        "https://example.com/a?b#c", "http://example.com", "http://example.com/", "http://example.com?a", "http://example.com#a", "http://example.com:80/", "http://example.com:/", "http://example.com:99999999999999999999/", "HTTP://EXAMPLE.COM", "a:", "a:b", "a+b-c.d1:x", "z://",
        "http://", "http:///a", "file:///etc/hosts", "file:/a", "urn:example:a", "mailto:ada@example.com", "tel:+1-816-555-1212", "news:comp.lang", "ldap://[2001:db8::7]/c=GB?objectClass?one", "data:,a", "a:/", "a:/b//c", "a:b//c", "a:b:c@d", "a:?b", "a:#b", "a:?#", "a:??/?#??/?", "a://b//c", "a:////",
        "http://u@h", "http://u:p@h", "http://u:p:q@h/", "http://@h", "http://:@h", "http://%41:%20@h", "http://a-._~!$&'()*+,;=z/", "http://%00", "http://a%2Fb", "http://1.2.3.4", "http://999.1.1.1", "http://01.2.3.4", "http://a..b", "http://-", "http://.",
        "http://[::]", "http://[::1]:80/a", "http://u@[1:2:3:4:5:6:7:8]", "http://[::ffff:1.2.3.4]", "http://[1:2:3:4:5:6:7::]", "http://[v1.a]", "http://[VaF09.-._~!$&'()*+,;=:]:1",
        "a:%41%7e%2F", "a:-._~!$&'()*+,;=:@/", "http://h/a;b=c,d/.././e", "http://h/a?b=%C3%A9&c", "http://h/?#%23",
    ];

    private static readonly string[] s_noUris =
    [
        "", ":", "a", "a/b", "/a", "//a", "//a/b", "?a", "#a", "example.com", "example.com/a", "1a:b", "+a:b", "-a:b", ".a:b", "a_b:c", "a b:c", "é:b", "%41:b", "a%41:b", "://a", ":a", " a:b", "a:b ", "a:b\n", "a:\n", "a:b\0", "a:\0b", "a:\tb", "\ta:b",
        "a:%", "a:%4", "a:%4g", "a:%g4", "a:%%41", "a:b%", "a:?%", "a:#%4", "a:?%zz", "a:#%", "http://%", "http://%4/", "http://%@h", "http://u%4@h",
        "a:\"", "a:<", "a:>", "a:\\", "a:^", "a:`", "a:{", "a:|", "a:}", "a:[", "a:]", "a:b#c#d", "a:##", "a:?[", "a:#[", "a:?\"", "a:#\\", "http://h/a b", "http://h/a?b=%C3%A9&c[", "http://h\\a", "http:\\\\h", "http://h/é", "http://bücher.example/", "a:\u200B", "a:\u007F", "http://h/\uFF0F",
        "http://h:a", "http://h:80a/", "http://h:-1", "http://h:8 0/", "http://h:80:80", "http://u:p@h:p", "http://u@v@h", "http://h:٨٠", "http://a:b:c", "http://u[@h", "http://h\"", "http://<h>",
        "http://[", "http://]", "http://[]", "http://[::1", "http://::1", "http://::1]", "http://[::1]a", "http://[::1]]", "http://[[::1]]", "http://a[::1]", "http://[::1]:a", "http://[1.2.3.4]", "http://[a]", "http://[::1%25eth0]", "http://[::1%eth0]", "http://[1:2:3:4:5:6:7]", "http://[::01.2.3.4]", "http://[1:2:3:4:5:6:7:8:9]", "http://[::12345]", "http://[:::]",
        "http://[v.a]", "http://[v1.]", "http://[v1a]", "http://[v1]", "http://[vg.a]", "http://[v1.a@]", "http://[v1.%41]", "http://[1.a]", "http://[v1.a/]", "http://[v1.[]", "http://[/]", "http://[::1/]",
    ];

    private static readonly string[] s_base64 =
    [
        "", "AA==", "AAA=", "AAAA", "aGVsbG8=", "/+/+", "////", "++++", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy", "/w==", "//8=", "0123456789+/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ];

    private static readonly string[] s_noBase64 =
    [
        "A", "AA", "AAA", "AAAAA", "AAAAAA", "=", "==", "===", "====", "A=", "A==", "A===", "AA=", "AA=A", "AAA==", "AAAA=", "AAAA==", "AAAA====", "=AAA", "A=AA", "AA==AAAA", "AAA=AAAA", "AAAA=AAA",

        // Bits that stand for nothing must be zero: otherwise bytes have many texts.
        "AB==", "Zh==", "/x==", "AAB=", "Zm9=", "//9=", "AAD=", "AP==", "A/==", "AA/=",
        "-_-_", "AA-_", "AAA\n", "AAAA\n", "AAAA\r\n", "AAAA\nAAAA", "AAA ", " AAA", "AA A", "AAAA ", "AA\tA", "AAA\0", "AAA.", "AAA,", "AAA\u0660", "AAé", "ＡAAA", "AA=\n", "A\n==", "AA%3D", "data:;base64,AAAA",
    ];
}
