using Accounting.EntityFrameworkCore;
using Accounting.Accounts;
using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Monetary;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Journal;

[Authorize(AccountingPermissions.Journal.Default)]
public class JournalAppService(
    IReadOnlyRepository<JournalEntry, Guid> entries, IReadOnlyRepository<JournalLine> lines, IReadOnlyRepository<Account, Guid> accounts,
    IAccountingPartyRows parties, IStringLocalizer<AccountingResource> texts)
    : AccountingAppService, IJournalAppService
{
    private const int MaxPage = 200;

    [Reads(AccountingPermissions.Journal.Default, Rows = "Rows")]
    public virtual async Task<JournalPage> GetListAsync(JournalListInput input)
    {
        var max = Math.Clamp(input.Max, 1, MaxPage);
        var query = await entries.GetQueryableAsync();
        if (input.AccountId is { } accountId)
        {
            query = query.Where(entry => entry.Lines.Any(line => line.AccountId == accountId));
        }
        if (input is { AfterDate: { } date, AfterNumber: { } number })
        {
            query = query.Where(entry => entry.Date < date || (entry.Date == date && entry.Number < number));
        }
        var rows = await AsyncExecuter.ToListAsync(query
            .OrderByDescending(entry => entry.Date).ThenByDescending(entry => entry.Number)
            .Take(max + 1)
            .Select(entry => new { entry.Id, entry.Number, entry.Date, entry.Source, entry.Reference, entry.Amount, entry.Base, IsReversed = entry.ReversedById != null }));
        return new JournalPage(
            [.. rows.Take(max).Select(row => new JournalEntryRow(row.Id, row.Number, row.Date, row.Source, row.Reference, row.Amount, Measured(row.Base), row.IsReversed))],
            rows.Count > max);
    }

    [Reads(AccountingPermissions.Journal.Default, Id = "id")]
    public virtual async Task<JournalEntryDto> GetAsync(Guid id)
    {
        var rows = await AsyncExecuter.ToListAsync(
            from entry in await entries.GetQueryableAsync()
            where entry.Id == id
            join line in await lines.GetQueryableAsync() on entry.Id equals line.EntryId
            join account in await accounts.GetQueryableAsync() on line.AccountId equals account.Id
            join party in await parties.GetQueryableAsync() on line.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            orderby line.Ordinal
            select new
            {
                entry.Number, entry.Date, entry.Source, entry.SourceId, entry.Reference, entry.Amount, entry.Base, entry.ReversedById,
                line.AccountId, account.Code, account.Key, account.Name, line.PartyId, PartyName = party.Name, line.Debit, line.Credit, LineBase = line.Base,
            });
        var head = rows.FirstOrDefault() ?? throw new EntityNotFoundException(typeof(JournalEntry), id);
        return new JournalEntryDto(
            id, head.Number, head.Date, head.Source, head.SourceId, head.Reference, head.Amount, Measured(head.Base), head.ReversedById,
            [.. rows.Select(row => new JournalLineDto(
                row.AccountId, row.Code, texts.NameOf(row.Key, row.Name), row.PartyId, row.PartyName, row.Debit, row.Credit, Measured(row.LineBase)))]);
    }

    /// <summary>What is older than the base currency stands without one.</summary>
    private static Money? Measured(Money worth) => string.IsNullOrWhiteSpace(worth.Currency) ? null : worth;
}
