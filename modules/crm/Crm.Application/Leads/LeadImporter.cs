using System.Collections;
using System.Text.Json;
using Crm.Choices;
using Crm.Permissions;
using Crm.Scoring;
using Kernel.Identifiers;
using Kernel.Imports;
using Kernel.Rights;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Crm.Leads;

/// <summary>Leads of any list: a row with the key of a known lead changes nothing. Columns that a lead has no place for are kept beside it.</summary>
public class LeadImporter(
    IRepository<Lead, Guid> leads, IRepository<Choice, Guid> choices, ChoiceReader reader, IAsyncQueryableExecuter executer,
    IGuidGenerator guids, IClock clock, ICurrentTenant tenant, ICurrentUser user, IUserUnits units, LeadScorer scorer) : IImporter, ITransientDependency
{
    private const string Key = "key", Person = "name", Company = "company", Position = "position", Mobile = "mobile", Phone = "phone", Email = "email",
        Province = "province", City = "city", Source = "source", Interest = "interest", Converted = "converted";

    /// <summary>Words that lists use for nothing.</summary>
    private static readonly HashSet<string> Nothing = ["select", "انتخاب کنید"];

    /// <summary>Of education leads and the like: kept beside the lead under these names.</summary>
    private static readonly string[] Kept =
    [
        "Lead Number", "Lead Origin", "Do Not Email", "Do Not Call", "TotalVisits", "Total Time Spent on Website", "Page Views Per Visit", "Last Activity", "Country",
        "How did you hear about X Education", "What is your current occupation", "What matters most to you in choosing a course", "Search", "Magazine",
        "Newspaper Article", "X Education Forums", "Newspaper", "Digital Advertisement", "Through Recommendations", "Receive More Updates About Our Courses", "Tags",
        "Lead Quality", "Update me on Supply Chain Content", "Get updates on DM Content", "Lead Profile", "Asymmetrique Activity Index", "Asymmetrique Profile Index",
        "Asymmetrique Activity Score", "Asymmetrique Profile Score", "I agree to pay the amount through cheque", "A free copy of Mastering The Interview",
        "Last Notable Activity",
    ];

    public string Name => "leads";

    public string? Permission => CrmPermissions.Leads.Create;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Key, false, "lead id", "prospect id", "id", "شناسه", "شماره سرنخ"),
        new(Person, false, "full name", "person", "contact", "نام", "نام و نام خانوادگی"),
        new(Company, false, "organization", "account", "شرکت", "سازمان"),
        new(Position, false, "job title", "title", "سمت"),
        new(Mobile, false, "mobile number", "cell", "موبایل", "تلفن همراه", "شماره موبایل"),
        new(Phone, false, "telephone", "landline", "تلفن", "تلفن ثابت"),
        new(Email, false, "e-mail", "email address", "ایمیل", "رایانامه"),
        new(Province, false, "state", "استان"),
        new(City, false, "town", "شهر"),
        new(Source, false, "lead source", "منبع", "منبع سرنخ"),
        new(Interest, false, "specialization", "product", "علاقه‌مندی"),
        new(Converted, false, "is converted", "تبدیل شده"),
        .. Kept.Select(column => new ImportColumn(column, false)),
    ];

    public virtual async Task<IReadOnlyList<RowResult>> ImportAsync(ImportBatch batch)
    {
        var keys = batch.Rows.Select(row => row[Key]).OfType<string>().ToList();
        var known = (await executer.ToListAsync((await leads.GetQueryableAsync())
            .Where(lead => keys.Contains(lead.ExternalKey!)).Select(lead => lead.ExternalKey!))).ToHashSet();
        var sources = await GetSourcesAsync(batch);
        var unit = user.Id is { } me && (await units.GetAsync(me)).Own is [var first, ..] ? first : (Guid?)null;
        var (made, results) = (new List<Lead>(), new List<RowResult>());
        foreach (var row in batch.Rows)
        {
            results.Add(row[Key] is { } key && !known.Add(key) ? RowResult.Unchanged(row) : Import(row, sources, unit, made));
        }
        await scorer.ScoreAsync(made);
        await leads.InsertManyAsync(made);
        return results;
    }

    private RowResult Import(ImportRow row, Dictionary<string, Guid> sources, Guid? unit, List<Lead> made)
    {
        try
        {
            made.Add(ToLead(row, sources, unit));
            return RowResult.Created(row);
        }
        catch (BusinessException refusal) // the rules of the aggregate, with the code that a form would answer
        {
            return RowResult.Refused(row, refusal.Code!, [.. refusal.Data.Cast<DictionaryEntry>().Select(item => ((string)item.Key, item.Value!))]);
        }
    }

    private Lead ToLead(ImportRow row, Dictionary<string, Guid> sources, Guid? unit)
    {
        var key = row[Key];
        var person = Said(row, Person) ?? (Said(row, Company) is null ? Said(row, "Lead Number") ?? key : null);
        var source = Said(row, Source) is { } name ? sources[PersianText.CompactKey(name)] : (Guid?)null;
        var lead = new Lead(
            guids.Create(),
            new LeadIdentity(person, Said(row, Company), Said(row, Position), Said(row, Mobile), Said(row, Phone), Said(row, Email), Said(row, Province), Said(row, City)),
            LeadChannel.Import, source, clock.Now, guids.Create(), tenant.Id, key);
        lead.Describe(new LeadNeeds { Interest = Said(row, Interest) });
        lead.Keep(Attributes(row));
        lead.SetOwner(user.Id, unit);
        if (row[Converted] is "1" or "true" or "True" or "بله")
        {
            lead.Convert(null, null, clock.Now, guids.Create());
        }
        return lead;
    }

    private static string? Attributes(ImportRow row)
    {
        var kept = Kept.Select(column => (column, text: Said(row, column))).Where(pair => pair.text is not null).ToDictionary(pair => pair.column, pair => pair.text);
        return kept.Count == 0 ? null : JsonSerializer.Serialize(kept);
    }

    /// <summary>By folded name, so that "google" and "Google" are one source; new ones are added to the list.</summary>
    private async Task<Dictionary<string, Guid>> GetSourcesAsync(ImportBatch batch)
    {
        var lists = (await reader.GetListAsync()).FindAll(choice => choice.Kind == ChoiceKind.LeadSource);
        var sources = lists.GroupBy(choice => PersianText.CompactKey(choice.Name)).ToDictionary(same => same.Key, same => same.First().Id);
        var order = lists.Count;
        foreach (var name in batch.Rows.Select(row => Said(row, Source)).OfType<string>())
        {
            if (sources.TryAdd(PersianText.CompactKey(name), Guid.Empty))
            {
                var made = await choices.InsertAsync(new Choice(guids.Create(), ChoiceKind.LeadSource, name, ++order, tenant.Id), autoSave: true);
                sources[PersianText.CompactKey(name)] = made.Id;
            }
        }
        return sources;
    }

    private static string? Said(ImportRow row, string column) => row.Text(column) is { } text && !Nothing.Contains(PersianText.SearchKey(text)) ? text : null;
}
