using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace McpGen.EndToEnd.Tests.Harness;

/// <summary>The Protected sample in Production, set up as its README says, with one key that was made for it.</summary>
public sealed class ProtectedProduction : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ProtectedProcess _process = null!;

    /// <summary>A key as it should be made.</summary>
    public static string Key { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    public HttpClient Https { get; private set; } = null!;

    public HttpClient PlainHttp { get; private set; } = null!;

    /// <summary>The keys of the demonstration.</summary>
    internal static string[] DemonstrationKeys { get; } = ["demo-reader", "demo-clerk", "demo-clerk-next", "demo-fabrikam", "demo-admin"];

    /// <summary>What Production must be told; the demonstration's keys are among it, as a mistake would put them there.</summary>
    internal static string[] Settings { get; } =
    [
        "--Resource", "https://orders.example/mcp",
        "--Http:AllowedHosts:0", "127.0.0.1",
        .. Caller(0, Key),
        .. DemonstrationKeys.SelectMany(static (key, index) => Caller(index + 1, key)),
    ];

    public async ValueTask InitializeAsync()
    {
        string certificate = Path.Combine(_folder.Path, "certificate.pfx");
        string thumbprint = CreateCertificate(certificate);
        _process = await ProtectedProcess.StartAsync(
            "Production", [.. Settings, "--urls", "https://127.0.0.1:0;http://127.0.0.1:0", "--Kestrel:Certificates:Default:Path", certificate]);
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, presented, _, _) => presented?.Thumbprint == thumbprint };
        Https = new HttpClient(handler) { BaseAddress = _process.Addresses.Single(static address => address.Scheme == "https") };
        PlainHttp = new HttpClient { BaseAddress = _process.Addresses.Single(static address => address.Scheme == "http") };
    }

    public ValueTask DisposeAsync()
    {
        Https?.Dispose();
        PlainHttp?.Dispose();
        _process?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string[] Caller(int index, string key) =>
        [$"--ApiKeys:Callers:{index}:User", $"user-{index}", $"--ApiKeys:Callers:{index}:Keys:0:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))];

    private static string CreateCertificate(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx));
        return certificate.Thumbprint;
    }
}
