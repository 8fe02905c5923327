using Crm.Leads;
using Crm.WorkCalendars;
using Kernel.Calendars;
using Kernel.Rights;
using Kernel.Users;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.Assignment;

/// <summary>Gives leads to people by the organisation's rules, and says until when they are to be answered.</summary>
public class LeadAssigner(
    IRepository<AssignmentRule, Guid> rules, IReadOnlyRepository<Lead, Guid> leads, WorkCalendarReader calendars, IUserUnits units, IWorkTakers takers) : DomainService
{
    /// <summary>The others stay in the queue: no rule fits them, or nobody of the one that does is at work.</summary>
    public virtual async Task<Assigned> AssignAsync(IReadOnlyCollection<Lead> unassigned)
    {
        var all = await AsyncExecuter.ToListAsync((await rules.WithDetailsAsync()).OrderBy(rule => rule.Order).ThenBy(rule => rule.CreationTime));
        if (all.Count == 0 || unassigned.Count == 0)
        {
            return new Assigned(0, []);
        }
        var (time, loads) = (await calendars.GetWorkingTimeAsync(), await LoadsAsync(all));
        var known = await takers.AmongAsync([.. all.SelectMany(rule => rule.Members).Select(member => member.UserId).Concat(all.Select(rule => rule.SubstituteId).OfType<Guid>()).Distinct()]);
        var (given, left) = (0, new List<(Lead, AssignmentRule)>());
        foreach (var lead in unassigned)
        {
            if (all.Find(rule => rule.Fits(lead)) is not { } rule)
            {
                continue;
            }
            if (rule.Choose(loads, known) is { } owner)
            {
                await GiveAsync(lead, rule, owner, time);
                loads[owner] = loads.GetValueOrDefault(owner) + 1;
                given++;
            }
            else
            {
                left.Add((lead, rule));
            }
        }
        return new Assigned(given, left);
    }

    /// <returns>Until when a lead that is handed over now is to be answered.</returns>
    public virtual async Task<DateTime?> AnswerDueAsync() =>
        (await calendars.GetWorkingTimeAsync()).After(Clock.Now, TimeSpan.FromMinutes(AssignmentConsts.GivenAnswerMinutes));

    private async Task GiveAsync(Lead lead, AssignmentRule rule, Guid owner, WorkingTime time)
    {
        var unit = (await units.GetAsync(owner)).Own is [var first, ..] ? first : lead.UnitId;
        lead.HandOver(
            owner, unit, rule.Name, Clock.Now, GuidGenerator.Create(), time.After(Clock.Now, TimeSpan.FromMinutes(rule.AnswerMinutes)), asSubstitute: !rule.HasMember(owner));
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

/// <param name="WithoutAnybody">Those that stay because nobody of their rule is at work.</param>
public record Assigned(int Given, IReadOnlyList<(Lead Lead, AssignmentRule Rule)> WithoutAnybody);

/// <summary>The order in which rules are asked.</summary>
public static class AssignmentOrder
{
    public static void Write(IReadOnlyList<AssignmentRule> rules)
    {
        for (var i = 0; i < rules.Count; i++) { rules[i].MoveTo(i + 1); }
    }
}
