using Volo.Abp;

namespace Kernel.Reading;

/// <summary>Asked before protected records are shown.</summary>
public interface IReadGuard
{
    /// <returns>Whether what the current user reads is written to the ledger before it is served, not within a second.</returns>
    /// <exception cref="BusinessException">He has read as much as he may for now.</exception>
    Task<bool> CheckAsync();
}
