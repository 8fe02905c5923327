using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.Revaluations;

/// <summary>
/// Measures what is owed, in hand and at banks in foreign currencies by the rate of a closing day. The difference to what it was posted at stands on an
/// account of its own, so that what customers owe, and what is gained when they pay, stays as it was posted.
/// </summary>
public interface IRevaluationAppService : IApplicationService
{
    /// <returns>What a revaluation on that day would post, a row for each foreign currency that anything was ever owed or held in; and the newest revaluations, at most 50.</returns>
    Task<RevaluationDto> GetAsync(DateOnly on);

    /// <summary>Posts what has changed since the last revaluation, an entry for each currency; nothing where nothing has.</summary>
    /// <returns>How many entries it posted.</returns>
    Task<int> RevalueAsync(RevalueDto input);

    /// <summary>Takes a revaluation back on its own day; the newest of its currency first.</summary>
    /// <param name="id">Of its entry.</param>
    Task ReverseAsync(Guid id);
}

public class RevalueDto
{
    public DateOnly On { get; set; }
}

public record RevaluationDto(DateOnly On, string BaseCurrency, IReadOnlyList<RevaluationRow> Rows, IReadOnlyList<RevaluationEntryRow> Entries);

/// <param name="Balance">What is owed and held at the end of the day.</param>
/// <param name="Posted">What that was posted at, in the base currency.</param>
/// <param name="Revalued">By how much revaluations made it worth more so far.</param>
/// <param name="Rate">Of the day; null, as what follows, when it is missing.</param>
/// <param name="Worth"><paramref name="Balance"/> by the rate.</param>
/// <param name="Change">What is to be posted; positive is a gain.</param>
/// <param name="Parts">The accounts that <paramref name="Balance"/> stands on, by code.</param>
public record RevaluationRow(Money Balance, Money Posted, Money Revalued, decimal? Rate, Money? Worth, Money? Change, IReadOnlyList<RevaluationPart> Parts);

public record RevaluationPart(string Account, Money Balance, Money Posted);

/// <param name="Base">Negative for a loss.</param>
public record RevaluationEntryRow(Guid EntryId, long Number, DateOnly Date, string Currency, Money Base, bool IsReversed, bool CanReverse);
