using System.Linq.Expressions;
using Crm.Activities;
using Crm.Contacts;
using Crm.Customers;
using Crm.Permissions;
using Crm.Users;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Parties.Documents;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Crm.CustomerFiles;

/// <remarks>Statements: the card, the talks, the profile with the contacts, one for each module's documents, what he stands for who has a credit limit, and users' names when they are not remembered.</remarks>
[Authorize(CrmPermissions.Customers.Default)]
public class CustomerFileAppService(
    IPartyReader partyReader,
    CustomerDocuments documents,
    IReadOnlyRepository<Activity, Guid> activities,
    IReadOnlyRepository<Contact, Guid> contacts,
    IReadOnlyRepository<Customer, Guid> customers,
    ICrmPartyRows parties,
    UserNames userNames) : CrmAppService, ICustomerFileAppService
{
    private const int TimelineRows = 20;
    private const int PanelRows = 5;
    private const int OpenRows = 30;

    // Made once: a tree that each request builds anew costs more than the statement's way.
    private static readonly Expression<Func<Activity, ActivityRow>> ToRow = talk => new ActivityRow
    {
        Id = talk.Id,
        Kind = talk.Kind,
        PartyId = talk.PartyId,
        ContactPersonId = talk.ContactPersonId,
        Subject = talk.Subject,
        Text = talk.Text,
        Priority = talk.Priority,
        OwnerId = talk.OwnerId,
        DueOn = talk.DueOn,
        StartsAt = talk.StartsAt,
        DoneAt = talk.DoneAt,
        Outcome = talk.Outcome,
        Direction = talk.Direction,
        Result = talk.Result,
        IsPrivate = talk.IsPrivate,
        CancelledAt = talk.CancelledAt,
    };

    [Reads(CrmPermissions.Customers.Default, Id = "id")]
    public virtual async Task<CustomerFileDto> GetAsync(Guid id, string? timeZone = null)
    {
        var party = await partyReader.GetCardAsync(id);
        var zone = Zone(timeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Clock.Now.ToUniversalTime(), zone));
        var seesTalks = await SeesTalksAsync();

        var talks = seesTalks ? await GetTalksAsync(id) : new Talks([], [], null);
        var (profile, fit, people) = await GetPeopleAsync(id);
        var answers = await documents.GetAsync(id, TimelineRows, today);
        var names = await userNames.GetAsync([party.OwnerId, fit?.ById, .. talks.All.Select(talk => talk.OwnerId)]);
        NameOwners(talks.All, names);

        return new CustomerFileDto(
            party,
            party.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
            profile with { Fit = fit?.Told(names) },
            today,
            talks.LastContactAt,
            talks.Open,
            people,
            [.. answers.SelectMany(answer => answer.Documents.Totals)],
            answers.All(answer => answer.State == DocumentPanelState.Answered && answer.Documents.Totals.All(total => total.Amount is not null)),
            [.. answers.SelectMany(Panels).OrderBy(panel => panel.Order).Select(panel => panel.Panel)],
            Timeline(talks.Done, answers, zone),
            !seesTalks);
    }

    [Reads(CrmPermissions.Customers.Default, Id = "id")]
    public virtual async Task<CustomerTimeline> GetTimelineAsync(Guid id, DateOnly before, string? timeZone = null)
    {
        await partyReader.GetCardAsync(id);
        var zone = Zone(timeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Clock.Now.ToUniversalTime(), zone));
        List<ActivityRow> talks = await SeesTalksAsync() ? await GetDoneAsync(id, StartOf(before, zone)) : [];
        var answers = await documents.GetAsync(id, TimelineRows, today, before);
        NameOwners(talks, await userNames.GetAsync(talks.Select(talk => talk.OwnerId)));
        return Timeline(talks, answers, zone);
    }

    private async Task<bool> SeesTalksAsync() => await AuthorizationService.IsGrantedAsync(CrmPermissions.Activities.Default);

    /// <summary>History, plans and last contact in one statement.</summary>
    private async Task<Talks> GetTalksAsync(Guid partyId)
    {
        var all = (await activities.GetQueryableAsync()).Where(talk => talk.PartyId == partyId);
        var done = all.Where(talk => talk.DoneAt != null).OrderByDescending(talk => talk.DoneAt).ThenByDescending(talk => talk.Id).Take(TimelineRows);
        var open = all.Where(talk => talk.DoneAt == null).OrderBy(talk => talk.DueOn).ThenBy(talk => talk.Id).Take(OpenRows);
        var last = all.Where(talk => talk.IsContact).OrderByDescending(talk => talk.DoneAt).Take(1);
        var rows = await ReadAsync(Part(done, TalkPart.Done).Concat(Part(open, TalkPart.Open)).Concat(Part(last, TalkPart.LastContact)));
        return new Talks(
            [.. rows.Where(row => row.Part == TalkPart.Done).Select(row => row.Talk).OrderByDescending(talk => talk.DoneAt).ThenByDescending(talk => talk.Id)],
            [.. rows.Where(row => row.Part == TalkPart.Open).Select(row => row.Talk).OrderBy(talk => talk.DueOn).ThenBy(talk => talk.StartsAt ?? DateTime.MaxValue)],
            rows.FirstOrDefault(row => row.Part == TalkPart.LastContact)?.Talk.DoneAt);
    }

    private async Task<List<ActivityRow>> GetDoneAsync(Guid partyId, DateTime before)
    {
        var done = (await activities.GetQueryableAsync())
            .Where(talk => talk.PartyId == partyId && talk.DoneAt < before)
            .OrderByDescending(talk => talk.DoneAt).ThenByDescending(talk => talk.Id).Take(TimelineRows);
        return [.. (await ReadAsync(Part(done, TalkPart.Done))).Select(row => row.Talk).OrderByDescending(talk => talk.DoneAt).ThenByDescending(talk => talk.Id)];
    }

    private async Task<List<TalkRow>> ReadAsync(IQueryable<TalkRow> talks)
    {
        var rows = await AsyncExecuter.ToListAsync(
            from row in talks
            join person in await parties.GetQueryableAsync() on row.Talk.ContactPersonId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            select new TalkRow { Part = row.Part, Talk = row.Talk, ContactName = person.Name });
        rows.ForEach(row => row.Talk.ContactName = row.ContactName);
        return rows;
    }

    private static IQueryable<TalkRow> Part(IQueryable<Activity> talks, TalkPart part) => talks.Select(ToRow).Select(talk => new TalkRow { Part = part, Talk = talk });

    /// <summary>Profile and contacts in one statement; those first to ask come first.</summary>
    private async Task<(CustomerProfile Profile, FitAnswer? Fit, List<ContactRow> Contacts)> GetPeopleAsync(Guid partyId)
    {
        var names = await parties.GetQueryableAsync();
        var profiles = await customers.GetQueryableAsync();
        var people = await contacts.GetQueryableAsync();
        var row = await AsyncExecuter.FirstOrDefaultAsync(
            from party in names
            where party.Id == partyId
            join customer in profiles on party.Id equals customer.Id into known
            from customer in known.DefaultIfEmpty()
            select new
            {
                customer.BlockReason,
                customer.Interests,
                customer.Source,
                customer.Fit,
                customer.FitNote,
                customer.FitById,
                customer.FitAt,
                Contacts = (from contact in people
                            join person in names on contact.PersonId equals person.Id
                            where contact.CustomerId == party.Id
                            orderby contact.IsPrimary descending, contact.IsDecisionMaker descending, person.SortKey
                            select new ContactRow(
                                contact.Id, person.Id, person.Name, person.Number, contact.Position, contact.IsDecisionMaker, contact.IsPrimary)).ToList(),
            }) ?? throw new EntityNotFoundException(typeof(PartyRow), partyId);
        var answer = row.Fit is { } fit ? new FitAnswer(fit, row.FitNote, row.FitById, row.FitAt!.Value) : null;
        return (new CustomerProfile(row.BlockReason, row.Interests, row.Source), answer, row.Contacts);
    }

    private static IEnumerable<(int Order, DocumentPanel Panel)> Panels(SourceAnswer answer) =>
        from kind in answer.Documents.Kinds
        let rows = answer.Documents.Rows.Where(row => row.KindKey == kind.Key).ToList()
        select (kind.Order, new DocumentPanel(
            kind.Key, kind.Title, kind.Singular, answer.State, [.. rows.Take(PanelRows)], rows.Count > PanelRows, kind.NewUrl, kind.ListUrl));

    private static CustomerTimeline Timeline(IReadOnlyList<ActivityRow> talks, IReadOnlyList<SourceAnswer> answers, TimeZoneInfo zone)
    {
        var timeline = new TimelineBuilder(TimelineRows, zone);
        timeline.AddTalks(talks);
        foreach (var answer in answers)
        {
            timeline.AddDocuments(answer.Documents);
        }
        return timeline.Build();
    }

    private static void NameOwners(IEnumerable<ActivityRow> talks, IReadOnlyDictionary<Guid, string> names)
    {
        foreach (var talk in talks)
        {
            talk.OwnerName = talk.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null;
        }
    }

    private static TimeZoneInfo Zone(string? timeZone) =>
        timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(midnight - zone.GetUtcOffset(midnight), DateTimeKind.Utc);
    }

    private enum TalkPart { Done = 1, Open = 2, LastContact = 3 }

    private record Talks(IReadOnlyList<ActivityRow> Done, IReadOnlyList<ActivityRow> Open, DateTime? LastContactAt)
    {
        public IEnumerable<ActivityRow> All => Done.Concat(Open);
    }

    private class TalkRow
    {
        public TalkPart Part { get; init; }
        public ActivityRow Talk { get; init; } = null!;
        public string? ContactName { get; init; }
    }
}
