using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using System.Security.Cryptography;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Invoicing.Quotes;

/// <summary>
/// The addresses at which customers read and answer their quotes. Each names one quote of one tenant and is sealed with the
/// workspace's data protection keys: nobody else can make one, or make another of it.
/// </summary>
public class QuoteLinks(IDataProtectionProvider protection, ICurrentTenant tenant) : ITransientDependency
{
    private const int IdLength = 16;

    private readonly IDataProtector _seal = protection.CreateProtector("Invoicing.QuoteLinks");

    public string UrlOf(Guid quoteId)
    {
        var named = new byte[2 * IdLength];
        (tenant.Id ?? Guid.Empty).TryWriteBytes(named);
        quoteId.TryWriteBytes(named.AsSpan(IdLength));
        return "/Invoicing/Offer/" + WebEncoders.Base64UrlEncode(_seal.Protect(named));
    }

    /// <returns>Null for what we did not make.</returns>
    public QuoteLink? Read(string token)
    {
        try
        {
            var named = _seal.Unprotect(WebEncoders.Base64UrlDecode(token)).AsSpan();
            var tenantId = new Guid(named[..IdLength]);
            return new QuoteLink(tenantId == Guid.Empty ? null : tenantId, new Guid(named[IdLength..]));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

public record QuoteLink(Guid? TenantId, Guid QuoteId);
