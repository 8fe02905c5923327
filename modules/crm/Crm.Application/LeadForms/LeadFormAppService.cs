using Crm.Choices;
using Crm.Leads;
using Crm.Permissions;
using Crm.Users;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.LeadForms;

[Authorize(CrmPermissions.SellingSettings.Default)]
public class LeadFormAppService(
    IRepository<LeadForm, Guid> forms, IReadOnlyRepository<Lead, Guid> leads, ChoiceReader choices, IExternalUserLookupServiceProvider users,
    UserNames userNames, IUserUnits units) : CrmAppService, ILeadFormAppService
{
    private const int MaxForms = 100;
    private const int DaysCounted = 30;

    public virtual async Task<List<LeadFormRow>> GetListAsync()
    {
        var since = Clock.Now.AddDays(-DaysCounted);
        var received = await leads.GetQueryableAsync();
        return await AsyncExecuter.ToListAsync((await forms.GetQueryableAsync()).OrderByDescending(form => form.CreationTime).ThenByDescending(form => form.Id).Take(MaxForms)
            .Select(form => new LeadFormRow(
                form.Id, form.Name, form.Title, form.Language, form.IsClosed, received.Count(lead => lead.FormId == form.Id && lead.FirstTouchAt >= since))));
    }

    public virtual async Task<LeadFormDto> GetAsync(Guid id)
    {
        var form = await forms.GetAsync(id);
        var owner = form.OwnerId is null ? null : (await userNames.GetAsync([form.OwnerId])).Values.FirstOrDefault();
        return new LeadFormDto(id, LeadFormKey.Of(form.TenantId, id), form.IsClosed, owner, new SaveLeadFormDto
        {
            Name = form.Name, Title = form.Title, Intro = form.Intro, ThankYou = form.ThankYou, Language = form.Language, SourceId = form.SourceId, OwnerId = form.OwnerId,
            AsksMobile = form.Asks(LeadFormFields.Mobile), AsksEmail = form.Asks(LeadFormFields.Email), AsksCompany = form.Asks(LeadFormFields.Company),
            AsksPosition = form.Asks(LeadFormFields.Position), AsksCity = form.Asks(LeadFormFields.City), AsksMessage = form.Asks(LeadFormFields.Message),
        });
    }

    public virtual async Task<Guid> CreateAsync(SaveLeadFormDto input)
    {
        var form = new LeadForm(GuidGenerator.Create(), await ContentAsync(input), CurrentTenant.Id);
        await GiveAsync(form, input.OwnerId);
        return (await forms.InsertAsync(form)).Id;
    }

    public virtual async Task UpdateAsync(Guid id, SaveLeadFormDto input)
    {
        var form = await forms.GetAsync(id);
        form.Write(await ContentAsync(input));
        await GiveAsync(form, input.OwnerId);
    }

    public virtual async Task CloseAsync(Guid id) => (await forms.GetAsync(id)).Close();

    public virtual async Task ReopenAsync(Guid id) => (await forms.GetAsync(id)).Reopen();

    /// <summary>A lead without owner stands in the queue of its form's maker.</summary>
    private async Task GiveAsync(LeadForm form, Guid? ownerId)
    {
        if (ownerId is { } owner && await users.FindByIdAsync(owner) is null)
        {
            throw new BusinessException(CrmErrorCodes.UnknownOwner);
        }
        form.GiveTo(ownerId, (await units.GetAsync(ownerId ?? CurrentUser.Id!.Value)).Own is [var first, ..] ? first : null);
    }

    private async Task<LeadFormContent> ContentAsync(SaveLeadFormDto input)
    {
        if (input.SourceId is { } source && !(await choices.GetListAsync()).Exists(choice => choice.Id == source && choice.Kind == ChoiceKind.LeadSource))
        {
            throw new EntityNotFoundException(typeof(Choice), source);
        }
        return new LeadFormContent(input.Name, input.Title, input.Intro, input.ThankYou, input.Language, Fields(input), input.SourceId);
    }

    private static LeadFormFields Fields(SaveLeadFormDto input) =>
        (input.AsksMobile ? LeadFormFields.Mobile : 0) | (input.AsksEmail ? LeadFormFields.Email : 0) | (input.AsksCompany ? LeadFormFields.Company : 0)
        | (input.AsksPosition ? LeadFormFields.Position : 0) | (input.AsksCity ? LeadFormFields.City : 0) | (input.AsksMessage ? LeadFormFields.Message : 0);
}
