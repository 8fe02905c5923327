using Kernel.Identifiers;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Crm.Leads;

/// <summary>Leads as the queue is narrowed.</summary>
public class LeadFinder(IReadOnlyRepository<Lead, Guid> leads, LeadFields fields, ICurrentUser user, IClock clock) : ITransientDependency
{
    public virtual async Task<IQueryable<Lead>> FindAsync(LeadListInput input) => Narrow(await FindAsync(input.Text), input);

    private IQueryable<Lead> Narrow(IQueryable<Lead> found, LeadListInput input)
    {
        var now = clock.Now;
        found = input.Status is { } status
            ? found.Where(lead => lead.Status == status)
            : found.Where(lead => lead.Status != LeadStatus.Junk && lead.Status != LeadStatus.Lost && lead.Status != LeadStatus.Converted);
        if (input.SourceId is { } source) { found = found.Where(lead => lead.SourceId == source); }
        if (input.Stale)
        {
            var (touched, today) = (now.AddDays(-LeadConsts.StaleDays), DateOnly.FromDateTime(now));
            found = found.Where(lead => lead.LastTouchAt < touched && (lead.NextStepOn == null || lead.NextStepOn < today));
        }
        if (input.MinScore is { } least) { found = found.Where(lead => lead.Score >= least); }
        if (input.Late) { found = found.Where(lead => lead.AnsweredAt == null && lead.AnswerDueAt < now); }
        var me = user.Id;
        return input.Mine ? found.Where(lead => lead.OwnerId == me) : found;
    }

    private async Task<IQueryable<Lead>> FindAsync(string? text)
    {
        var found = await leads.GetQueryableAsync();
        if (PhoneNumber.TryNormalize(text, out var phone))
        {
            await fields.CheckSearchAsync(PartyField.Phone);
            return found.Where(lead => lead.Mobile == phone || lead.Phone == phone);
        }
        if (EmailAddress.TryNormalize(text, out var email))
        {
            await fields.CheckSearchAsync(PartyField.Email);
            return found.Where(lead => lead.Email == email);
        }
        return new PartySearch(text).Apply(found, lead => lead.SearchKey);
    }
}
