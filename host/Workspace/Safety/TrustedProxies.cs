using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Workspace.Safety;

/// <summary>Whose word about a visitor's address and scheme counts: proxies on this machine, and those in <c>Workspace:Proxies</c>.</summary>
internal static class TrustedProxies
{
    public const string Section = "Workspace:Proxies";

    /// <summary>Entries are addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>).</summary>
    /// <exception cref="FormatException">An entry is neither.</exception>
    public static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var entry in configuration.GetSection(Section).Get<string[]>() ?? [])
        {
            if (entry.Contains('/'))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(entry));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(entry));
            }
        }
    }
}
