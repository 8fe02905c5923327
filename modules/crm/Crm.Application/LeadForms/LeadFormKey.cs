namespace Crm.LeadForms;

/// <summary>A public form's address names its organisation and itself: 64 hexadecimal digits. It is no secret.</summary>
public static class LeadFormKey
{
    private const int IdLength = 32;

    public static string Of(Guid? tenantId, Guid formId) => $"{tenantId ?? Guid.Empty:N}{formId:N}";

    public static bool TryRead(string? key, out Guid? tenantId, out Guid formId)
    {
        (tenantId, formId) = (null, default);
        if (key?.Length != 2 * IdLength || !Guid.TryParseExact(key[..IdLength], "N", out var tenant) || !Guid.TryParseExact(key[IdLength..], "N", out formId))
        {
            return false;
        }
        tenantId = tenant == Guid.Empty ? null : tenant;
        return true;
    }
}
