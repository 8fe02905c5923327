using Crm.Assignment;
using Crm.Features;
using Crm.Leads;
using Kernel.Rights;
using Kernel.Users;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace Crm.LeadForms;

/// <summary>
/// The door of people out there, who have no account: they see one form and send it. Whatever we know of them already, they are
/// answered the same.
/// </summary>
public class LeadFormDoor(
    IRepository<LeadForm, Guid> forms, IRepository<Lead, Guid> leads, IAsyncQueryableExecuter executer, IFeatureChecker features, PublicDoor door,
    LeadAssigner assigner, IWorkTakers takers, IAbpDistributedLock locks, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Null for an address that is not ours, or of a form that takes no enquiries: the two look the same from outside.</returns>
    public Task<PublicLeadForm?> FindAsync(string key) => WithinAsync(key, form => Task.FromResult(new PublicLeadForm(
        form.Id, form.Title, form.Intro, form.ThankYou, form.Language, form.Fields)));

    /// <param name="sending">Of this one filling-in: sent again it is the same enquiry.</param>
    /// <returns>False when there is no such form.</returns>
    /// <exception cref="Volo.Abp.BusinessException">A name or a way to answer is missing, or is not valid.</exception>
    public async Task<bool> SendAsync(string key, Guid sending, LeadEnquiry enquiry)
    {
        // One after another in an organisation: a double click finds what the first one left, and whose turn it is stands still.
        await using var turn = await locks.TryAcquireAsync("Crm.LeadForms." + key[..Math.Min(key.Length, 32)], Patience);
        return await WithinAsync(key, async form =>
        {
            await ReceiveAsync(form, "form:" + sending.ToString("N"), enquiry);
            return "received";
        }) is not null;
    }

    private async Task ReceiveAsync(LeadForm form, string sending, LeadEnquiry enquiry)
    {
        var lead = form.Receive(guids.Create(), enquiry, sending, clock.Now, guids.Create());
        if (await leads.AnyAsync(known => known.ExternalKey == sending))
        {
            return;
        }
        if (await FindOpenAsync(form, lead) is { } open)
        {
            open.WroteAgain(enquiry.Message ?? form.Title, clock.Now, guids.Create());
            return;
        }
        await GiveAsync(form, lead);
        await leads.InsertAsync(lead);
    }

    /// <summary>To the form's own owner, else by the rules; the queue says why it still has it.</summary>
    private async Task GiveAsync(LeadForm form, Lead lead)
    {
        if (lead.OwnerId is { } owner && (await takers.AmongAsync([owner])).Contains(owner))
        {
            lead.HandOver(owner, lead.UnitId, form.Name, clock.Now, guids.Create(), await assigner.AnswerDueAsync());
            return;
        }
        var wasMeantFor = lead.OwnerId;
        lead.SetOwner(null, lead.UnitId);
        var assigned = await assigner.AssignAsync([lead]);
        if (lead.OwnerId is null && (wasMeantFor is not null || assigned.WithoutAnybody.Count > 0))
        {
            lead.FoundNobody(assigned.WithoutAnybody is [var (_, rule)] ? rule.Name : form.Name, clock.Now, guids.Create());
        }
    }

    /// <summary>Who writes twice in a day has one enquiry.</summary>
    private async Task<Lead?> FindOpenAsync(LeadForm form, Lead lead)
    {
        var since = clock.Now.AddDays(-LeadFormConsts.DaysOfOneEnquiry);
        var id = await executer.FirstOrDefaultAsync((await leads.GetQueryableAsync())
            .Where(known => known.FormId == form.Id && known.FirstTouchAt >= since
                && known.Status != LeadStatus.Junk && known.Status != LeadStatus.Lost && known.Status != LeadStatus.Converted
                && ((known.Mobile != null && known.Mobile == lead.Mobile) || (known.Email != null && known.Email == lead.Email)))
            .OrderByDescending(known => known.FirstTouchAt).Select(known => (Guid?)known.Id));
        return id is null ? null : await leads.GetAsync(id.Value);
    }

    private async Task<T?> WithinAsync<T>(string key, Func<LeadForm, Task<T>> act) where T : class =>
        !LeadFormKey.TryRead(key, out var tenantId, out var formId) ? null : await door.WithinAsync(tenantId, "somebody out there fills in one public form", isTransactional: true, async () =>
            await features.IsEnabledAsync(CrmFeatures.Enable) && await forms.FindAsync(formId) is { IsClosed: false } form ? await act(form) : null);
}

/// <summary>A form as the public sees it.</summary>
public record PublicLeadForm(Guid Id, string Title, string? Intro, string ThankYou, string Language, LeadFormFields Fields)
{
    public bool Asks(LeadFormFields field) => Fields.HasFlag(field);
}
