using Crm.Choices;
using Crm.Leads;
using Crm.Permissions;
using Crm.Users;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.Assignment;

[Authorize]
public class AssignmentAppService(
    IRepository<AssignmentRule, Guid> rules, IRepository<Lead, Guid> leads, LeadAssigner assigner, ChoiceReader choices,
    IExternalUserLookupServiceProvider users, UserNames userNames, IWorkTakers takers) : CrmAppService, IAssignmentAppService
{
    private const int AtOnce = 100;

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<List<AssignmentRuleDto>> GetListAsync()
    {
        var all = await InOrderAsync();
        var lists = await choices.GetListAsync();
        var people = all.SelectMany(rule => rule.Members).Select(member => (Guid?)member.UserId).Concat(all.Select(rule => rule.SubstituteId)).OfType<Guid>().Distinct().ToList();
        var (names, there) = (await userNames.GetAsync(people.Select(user => (Guid?)user)), await takers.AmongAsync(people));
        return all.ConvertAll(rule => new AssignmentRuleDto(
            rule.Id, rule.Name, rule.Order, rule.SourceId, lists.Find(choice => choice.Id == rule.SourceId)?.Name, rule.Place, rule.Mode, rule.AnswerMinutes,
            [.. rule.Members.OrderBy(member => member.Ordinal).Select(member => new AssignmentMemberDto(names.GetValueOrDefault(member.UserId, "—"), !there.Contains(member.UserId)))],
            rule.SubstituteId is { } substitute ? new AssignmentMemberDto(names.GetValueOrDefault(substitute, "—"), !there.Contains(substitute)) : null));
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<Guid> CreateAsync(CreateAssignmentRuleDto input)
    {
        foreach (var member in input.Members.Concat(input.SubstituteId is { } substitute ? [substitute] : []))
        {
            if (await users.FindByIdAsync(member) is null) { throw new BusinessException(CrmErrorCodes.UnknownOwner); }
        }
        var rule = new AssignmentRule(
            GuidGenerator.Create(), input.Name, (await InOrderAsync()).Count + 1, input.Mode, input.AnswerMinutes, input.Members, CurrentTenant.Id);
        rule.OnlyFor(input.SourceId, input.Place);
        rule.WhenAllAreAway(input.SubstituteId);
        return (await rules.InsertAsync(rule)).Id;
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task DeleteAsync(Guid id) => await rules.DeleteAsync(await rules.GetAsync(id));

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task MoveUpAsync(Guid id)
    {
        var all = await InOrderAsync();
        var index = all.FindIndex(rule => rule.Id == id);
        if (index > 0) { all.Reverse(index - 1, 2); }
        AssignmentOrder.Write(all);
    }

    [Authorize(CrmPermissions.Leads.Assign)]
    public virtual async Task<AssignedQueueDto> AssignQueueAsync()
    {
        var waiting = (await leads.GetQueryableAsync())
            .Where(lead => lead.OwnerId == null && lead.Status != LeadStatus.Junk && lead.Status != LeadStatus.Lost && lead.Status != LeadStatus.Converted)
            .OrderBy(lead => lead.FirstTouchAt).Take(AtOnce);
        var assigned = await assigner.AssignAsync(await AsyncExecuter.ToListAsync(waiting));
        return new AssignedQueueDto(assigned.Given, assigned.WithoutAnybody.Count);
    }

    private async Task<List<AssignmentRule>> InOrderAsync() =>
        await AsyncExecuter.ToListAsync((await rules.WithDetailsAsync()).OrderBy(rule => rule.Order).ThenBy(rule => rule.CreationTime));
}
