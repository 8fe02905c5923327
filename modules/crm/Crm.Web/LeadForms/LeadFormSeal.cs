using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;

namespace Crm.Web.LeadForms;

/// <summary>
/// What a drawn form carries along: which form it is, when it was drawn, and a number of its own. Nobody else can make one, so that
/// a robot must fetch each form that it sends, and wait; and a form sent twice is known by its number. No cookie is needed.
/// </summary>
public class LeadFormSeal(IDataProtectionProvider protection, IClock clock) : ITransientDependency
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly IDataProtector _seal = protection.CreateProtector("Crm.LeadForms");

    public string Draw(Guid formId) => _seal.Protect($"{formId:N}{Guid.NewGuid():N}{clock.Now.Ticks}");

    /// <returns>The number of this filling-in; null when the seal is not ours, of another form, too young for a person or too old.</returns>
    public Guid? Read(Guid formId, string? seal)
    {
        try
        {
            var text = _seal.Unprotect(seal ?? "");
            var age = TimeSpan.FromTicks(clock.Now.Ticks - long.Parse(text[64..]));
            return text[..32] == formId.ToString("N") && age >= Shortest && age <= Longest ? Guid.ParseExact(text[32..64], "N") : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
