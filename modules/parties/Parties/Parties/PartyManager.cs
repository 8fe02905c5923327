using Kernel.Numbering;
using Kernel.Rights;
using Kernel.Users;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Users;

namespace Parties.Parties;

/// <summary>Rules about a party that need others: its number, and that nobody else has its identifiers.</summary>
public class PartyManager(
    IRepository<Party, Guid> parties,
    IRepository<PartyIdentifier> identifiers,
    INumbering numbering,
    IExternalUserLookupServiceProvider users,
    IUserUnits units,
    IDataFilter<ISoftDelete> softDelete) : DomainService
{
    private const string Series = "party";
    private const long FirstNumber = 100_000;

    /// <summary>Ask late: the series stays locked until the commit.</summary>
    public async Task<string> NextNumberAsync() => FormatNumber(await numbering.NextAsync(Series));

    /// <summary>Numbers for a batch of <paramref name="count"/> new parties, in one statement.</summary>
    public async Task<List<string>> NextNumbersAsync(int count)
    {
        var first = await numbering.ReserveAsync(Series, 0, count);
        return [.. Enumerable.Range(0, count).Select(offset => FormatNumber(first + offset))];
    }

    /// <summary>Refuses a party with an identifier that another one has, a deleted one too, since it may come back.</summary>
    public async Task CheckIdentifiersAsync(Party party)
    {
        var own = party.Identifiers.Where(identifier => identifier.IsUnique).ToList();
        if (own.Count == 0)
        {
            return;
        }
        var values = own.ConvertAll(identifier => identifier.UniqueKey);
        Taken? taken;
        using (SystemWork.Begin("an identifier is unique among all parties, seen or not"))
        using (softDelete.Disable())
        {
            var others = await AsyncExecuter.ToListAsync(
                from identifier in await identifiers.GetQueryableAsync()
                join other in await parties.GetQueryableAsync() on identifier.PartyId equals other.Id
                where identifier.PartyId != party.Id && values.Contains(identifier.UniqueKey)
                select new { identifier.Type, identifier.Source, identifier.Value, other.Id, other.Name, other.Number, other.IsDeleted });
            taken = others.Where(other => own.Exists(mine =>
                    (mine.Type, mine.Source, mine.Value) == (other.Type, other.Source, other.Value)))
                .Select(other => new Taken(other.Id, other.Value, other.Name, other.Number, other.IsDeleted)).FirstOrDefault();
        }
        if (taken is not null)
        {
            throw await RefusalAsync(taken);
        }
    }

    /// <summary>Who may not see the other party learns that there is one, not which.</summary>
    private async Task<BusinessException> RefusalAsync(Taken taken)
    {
        using (softDelete.Disable())
        {
            var isSeen = await parties.AnyAsync(party => party.Id == taken.PartyId);
            return !isSeen ? new BusinessException(PartiesErrorCodes.IdentifierTakenUnseen).WithData("Value", taken.Value)
                : new BusinessException(taken.IsDeleted ? PartiesErrorCodes.IdentifierTakenByDeleted : PartiesErrorCodes.IdentifierTaken)
                    .WithData("Value", taken.Value).WithData("Name", taken.Name).WithData("Number", taken.Number);
        }
    }

    private record Taken(Guid PartyId, string Value, string Name, string Number, bool IsDeleted);

    /// <summary>Tells the second of two writers whose change came first.</summary>
    /// <param name="stamp">The one that the second writer read.</param>
    public async Task CheckUnchangedAsync(Party party, string stamp)
    {
        if (party.ConcurrencyStamp != stamp)
        {
            var user = party.LastModifierId is { } id ? await users.FindByIdAsync(id) : null;
            throw new BusinessException(PartiesErrorCodes.ChangedMeanwhile)
                .WithData("Name", party.Name).WithData("User", user?.FullName() ?? "—");
        }
    }

    /// <param name="unitId">The owner's first unit when left out.</param>
    public async Task SetOwnerAsync(Party party, Guid? ownerId, Guid? unitId = null)
    {
        if (ownerId is { } id)
        {
            if (await users.FindByIdAsync(id) is null)
            {
                throw new BusinessException(PartiesErrorCodes.UnknownOwner);
            }
            unitId ??= (await units.GetAsync(id)).Own is [var first, ..] ? first : null;
        }
        party.SetOwner(ownerId, unitId);
    }

    private static string FormatNumber(long number) => FormattableString.Invariant($"C-{FirstNumber + number}");
}
