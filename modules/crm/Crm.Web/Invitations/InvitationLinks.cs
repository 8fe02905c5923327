using System.Security.Cryptography;
using Crm.Meetings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Crm.Web.Invitations;

/// <summary>
/// The addresses at which people read and answer their invitations. Each names one invitation of one tenant and is sealed with the
/// workspace's data protection keys: nobody else can make one, or make another of it.
/// </summary>
public class InvitationLinks(IDataProtectionProvider protection, ICurrentTenant tenant) : ITransientDependency
{
    private const int IdLength = 16;

    private readonly IDataProtector _seal = protection.CreateProtector("Crm.InvitationLinks");

    public string UrlOf(Guid activityId, Guid attendeeId)
    {
        var named = new byte[3 * IdLength];
        (tenant.Id ?? Guid.Empty).TryWriteBytes(named);
        activityId.TryWriteBytes(named.AsSpan(IdLength));
        attendeeId.TryWriteBytes(named.AsSpan(2 * IdLength));
        return CrmUrls.PublicInvitation(WebEncoders.Base64UrlEncode(_seal.Protect(named)));
    }

    /// <returns>Null for what we did not make.</returns>
    public InvitationKey? Read(string token)
    {
        try
        {
            var named = _seal.Unprotect(WebEncoders.Base64UrlDecode(token)).AsSpan();
            var tenantId = new Guid(named[..IdLength]);
            return new InvitationKey(tenantId == Guid.Empty ? null : tenantId, new Guid(named[IdLength..(2 * IdLength)]), new Guid(named[(2 * IdLength)..]));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
