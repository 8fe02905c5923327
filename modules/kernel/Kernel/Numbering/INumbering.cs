namespace Kernel.Numbering;

/// <summary>
/// Numbers without gaps: a number belongs to the caller's transaction and returns with its rollback. Ask for it late, because the
/// series stays locked until the commit.
/// </summary>
public interface INumbering
{
    /// <param name="series">Such as "invoice"; each tenant has its own.</param>
    /// <param name="year">Starts the series anew each year; 0 for a series that never does.</param>
    /// <returns>The next number of the current tenant's series, from 1.</returns>
    /// <exception cref="Volo.Abp.AbpException">The unit of work is not transactional.</exception>
    Task<long> NextAsync(string series, int year = 0);

    /// <returns>The first of <paramref name="count"/> consecutive numbers.</returns>
    /// <inheritdoc cref="NextAsync"/>
    Task<long> ReserveAsync(string series, int year, int count);

    /// <summary>Gives no number, but lets nobody else have one until the commit, and waits for whoever has one now.</summary>
    /// <inheritdoc cref="NextAsync" path="/exception"/>
    Task HoldAsync(string series, int year = 0);
}
