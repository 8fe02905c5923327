using System.Net.Mail;
using Kernel.Texts;

namespace Kernel.Identifiers;

public static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>Lower case without blanks around. Refuses display names and domains without a dot.</summary>
    public static bool TryNormalize(string? raw, out string email)
    {
        email = PersianText.ToAsciiDigits(PersianText.Clean(raw)).ToLowerInvariant();
        return email.Length is > 0 and <= MaxLength
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && MailAddress.TryCreate(email, out var address)
            && address.Address == email
            && address.Host.Split('.') is { Length: > 1 } labels
            && labels.All(label => label.Length > 0);
    }
}
