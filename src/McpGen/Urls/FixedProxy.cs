using System.Net;

namespace McpGen.Urls;

/// <summary>One proxy for every URL: one that could be passed by would leave a connection unchecked.</summary>
internal sealed class FixedProxy(Uri address) : IWebProxy
{
    public ICredentials? Credentials { get; set; }

    public Uri GetProxy(Uri destination) => address;

    public bool IsBypassed(Uri host) => false;
}
