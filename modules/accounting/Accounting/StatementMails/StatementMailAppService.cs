using Accounting.EntityFrameworkCore;
using Accounting.Permissions;
using Kernel.Displaying;
using Kernel.Numbering;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Accounting.StatementMails;

[Authorize(AccountingPermissions.Receivables.Default)]
public class StatementMailAppService(
    IRepository<StatementMail, Guid> mails, IAccountingPartyRows parties, IPartyReader partyReader, INumbering numbering, IBackgroundJobManager jobs, IDisplay display)
    : AccountingAppService, IStatementMailAppService
{
    private const string Series = "STM";
    private const int MaxShown = 20;

    [Reads(AccountingPermissions.Receivables.Default, Id = "partyId")]
    public virtual async Task<List<StatementMailDto>> GetOfPartyAsync(Guid partyId)
    {
        await CheckSeesBalancesAsync();
        var card = await partyReader.GetCardAsync(partyId);
        var found = await AsyncExecuter.ToListAsync((await mails.GetQueryableAsync())
            .Where(mail => mail.PartyId == partyId)
            .OrderByDescending(mail => mail.Date).ThenByDescending(mail => mail.Number)
            .Take(MaxShown));
        return found.ConvertAll(mail => ToDto(mail, card));
    }

    [Reads(AccountingPermissions.Receivables.Default, Id = "id")]
    public virtual async Task<StatementMailDto> GetAsync(Guid id)
    {
        await CheckSeesBalancesAsync();
        var mail = await mails.GetAsync(id);
        return ToDto(mail, await partyReader.GetCardAsync(mail.PartyId));
    }

    [Authorize(AccountingPermissions.Receivables.Send)]
    public virtual async Task<Guid> SendAsync(SendStatementDto input)
    {
        await CheckSeesBalancesAsync();
        await parties.GetAsync(input.PartyId);
        var mail = await mails.InsertAsync(new StatementMail(GuidGenerator.Create(), await numbering.NextAsync(Series, display.Today), display.Today, input));
        await jobs.EnqueueAsync(new StatementMailArgs { TenantId = CurrentTenant.Id, Organisation = CurrentTenant.Name, MailId = mail.Id, UserId = CurrentUser.GetId() });
        return mail.Id;
    }

    private static StatementMailDto ToDto(StatementMail mail, PartyCard card) => new(
        mail.Id, mail.Number, mail.Date, mail.PartyId, card.Access.Email >= FieldAccess.Visible ? mail.Email : null, mail.Language, mail.Currency, mail.From, mail.To, mail.SentAt);
}
