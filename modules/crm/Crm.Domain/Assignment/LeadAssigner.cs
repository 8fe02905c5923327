using Crm.Leads;
using Crm.WorkCalendars;
using Kernel.Calendars;
using Kernel.Rights;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.Assignment;

/// <summary>Gives leads to people by the organisation's rules, and says until when they are to be answered.</summary>
public class LeadAssigner(
    IRepository<AssignmentRule, Guid> rules, IReadOnlyRepository<Lead, Guid> leads, WorkCalendarReader calendars, IUserUnits units) : DomainService
{
    /// <returns>How many found somebody; no rule fits the others, and they stay in the queue.</returns>
    public virtual async Task<int> AssignAsync(IReadOnlyCollection<Lead> unassigned)
    {
        var all = await AsyncExecuter.ToListAsync((await rules.WithDetailsAsync()).OrderBy(rule => rule.Order).ThenBy(rule => rule.CreationTime));
        if (all.Count == 0 || unassigned.Count == 0)
        {
            return 0;
        }
        var (time, loads) = (await calendars.GetWorkingTimeAsync(), await LoadsAsync(all));
        var given = 0;
        foreach (var lead in unassigned)
        {
            given += all.Find(rule => rule.Fits(lead)) is { } rule && await GiveAsync(lead, rule, time, loads) ? 1 : 0;
        }
        return given;
    }

    /// <returns>Until when a lead that is handed over now is to be answered.</returns>
    public virtual async Task<DateTime?> AnswerDueAsync() =>
        (await calendars.GetWorkingTimeAsync()).After(Clock.Now, TimeSpan.FromMinutes(AssignmentConsts.GivenAnswerMinutes));

    private async Task<bool> GiveAsync(Lead lead, AssignmentRule rule, WorkingTime time, Dictionary<Guid, int> loads)
    {
        var owner = rule.Choose(loads);
        var unit = (await units.GetAsync(owner)).Own is [var first, ..] ? first : lead.UnitId;
        lead.HandOver(owner, unit, rule.Name, Clock.Now, GuidGenerator.Create(), time.After(Clock.Now, TimeSpan.FromMinutes(rule.AnswerMinutes)));
        loads[owner] = loads.GetValueOrDefault(owner) + 1;
        return true;
    }

    /// <summary>Everybody's open leads count, also those that who acts does not see.</summary>
    private async Task<Dictionary<Guid, int>> LoadsAsync(List<AssignmentRule> all)
    {
        var members = all.Where(rule => rule.Mode == AssignmentMode.ByLoad).SelectMany(rule => rule.Members).Select(member => (Guid?)member.UserId).Distinct().ToList();
        if (members.Count == 0)
        {
            return [];
        }
        using var whole = SystemWork.Begin("leads are shared out by how many each has");
        return (await AsyncExecuter.ToListAsync(
            from lead in await leads.GetQueryableAsync()
            where members.Contains(lead.OwnerId) && lead.Status != LeadStatus.Junk && lead.Status != LeadStatus.Lost && lead.Status != LeadStatus.Converted
            group lead by lead.OwnerId into owned
            select new { UserId = owned.Key, Count = owned.Count() })).ToDictionary(load => load.UserId!.Value, load => load.Count);
    }
}

/// <summary>The order in which rules are asked.</summary>
public static class AssignmentOrder
{
    public static void Write(IReadOnlyList<AssignmentRule> rules)
    {
        for (var i = 0; i < rules.Count; i++) { rules[i].MoveTo(i + 1); }
    }
}
