using Kernel;
using Kernel.Identifiers;
using Volo.Abp;

namespace Accounting.Receipts;

/// <summary>The account at the other end of a transfer.</summary>
public static class TransferIban
{
    /// <returns>In normal form; null when nothing was typed.</returns>
    /// <exception cref="BusinessException">It is no Iranian IBAN.</exception>
    public static string? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        return IranianIban.TryNormalize(typed, out var iban) ? iban : throw new BusinessException(KernelErrorCodes.InvalidIban).WithData("Value", typed);
    }
}
