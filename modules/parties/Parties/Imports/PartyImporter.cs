using Kernel.Identifiers;
using Kernel.Imports;
using Kernel.Texts;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Parties.Imports;

/// <summary>Contacts of any address book: persons, and the companies they work for as parties of their own.</summary>
public class PartyImporter(
    IRepository<Party, Guid> parties, IReadOnlyRepository<PartyContactPoint> contactPoints, IReadOnlyRepository<PartyIdentifier> identifiers,
    PartyManager manager, IAsyncQueryableExecuter executer, IDataFilter<ISoftDelete> softDelete, ILocalEventBus events,
    IGuidGenerator guids, IClock clock, ICurrentTenant currentTenant) : IImporter, ITransientDependency
{
    internal const string FullName = "full_name", Mobile = "mobile", Company = "company", Province = "province", City = "city",
        BirthDate = "birth_date", Email = "email", NationalId = "national_id", Group = "group";

    public string Name => "contacts";

    public string? Permission => PartiesPermissions.Parties.Create;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(FullName, true, "name", "contact", "نام", "نام کامل", "نام و نام خانوادگی", "نام خانوادگی و نام", "نام مخاطب", "مشتری"),
        new(Mobile, false, "phone", "telephone", "mobile number", "cell", "موبایل", "همراه", "تلفن همراه", "شماره موبایل", "شماره همراه", "تلفن", "شماره تماس"),
        new(Company, false, "organization", "firm", "شرکت", "نام شرکت", "سازمان", "محل کار"),
        new(Province, false, "state", "استان"),
        new(City, false, "town", "شهر", "شهرستان"),
        new(BirthDate, false, "birthday", "date of birth", "تاریخ تولد", "تولد"),
        new(Email, false, "e-mail", "email address", "mail", "ایمیل", "رایانامه", "پست الکترونیک"),
        new(NationalId, false, "national code", "کد ملی", "کدملی", "شماره ملی"),
        new(Group, false, "customer group", "گروه", "گروه مشتریان", "گروه مشتری"),
    ];

    public virtual async Task<IReadOnlyList<RowResult>> ImportAsync(ImportBatch batch)
    {
        var results = new List<RowResult>();
        var lines = new List<ContactLine>();
        foreach (var row in batch.Rows)
        {
            var (line, refusal) = ContactLine.Read(row);
            if (line is null)
            {
                results.Add(refusal!);
            }
            else
            {
                lines.Add(line);
            }
        }
        var persons = await IndexAsync(lines);
        foreach (var line in lines)
        {
            if (Refusal(line, persons) is { } refusal)
            {
                results.Add(refusal);
            }
            else
            {
                persons.Attach(line, persons.Find(line) ?? new KnownPerson(null));
            }
        }
        var companies = await GetCompaniesAsync(persons.Persons.SelectMany(person => person.Lines));
        await CreateAsync(persons.Persons.Where(person => person.IsNew).ToList());
        var employments = new List<Employment>();
        foreach (var person in persons.Persons)
        {
            foreach (var line in person.Lines)
            {
                results.Add(new RowResult(line.Row, Complete(person, line)));
                if (line.Company is { } company)
                {
                    employments.Add(new Employment(person.Party!.Id, companies[company.Key].Id));
                }
            }
        }
        if (employments.Count > 0)
        {
            await events.PublishAsync(new PeopleWorkAtEvent(employments));
        }
        return results;
    }

    /// <summary>A national id under another name is somebody's mistake that a person must look at.</summary>
    private static RowResult? Refusal(ContactLine line, PersonIndex persons) =>
        persons.FindByNationalId(line.NationalId) is not { } holder ? null
        : holder.Party is { IsDeleted: true } ? Taken(line, PartiesErrorCodes.IdentifierTakenByDeleted, holder.Name, holder.Number)
        : !PersonName.KeysOf(holder.Name).Intersect(PersonName.KeysOf(line.Name.Full)).Any()
            ? Taken(line, PartiesErrorCodes.IdentifierTaken, holder.Name, holder.Number)
        : null;

    /// <summary>Everybody whom a line may be about, by a few statements for the whole batch.</summary>
    private async Task<PersonIndex> IndexAsync(List<ContactLine> lines)
    {
        var phoneKeys = lines.Where(line => line.Phone is not null).Select(line => PartySearch.PhoneKey(line.Phone!)).Distinct().ToList();
        var emails = lines.Where(line => line.Email is not null).Select(line => line.Email!).Distinct().ToList();
        var nationalIds = lines.Where(line => line.NationalId is not null).Select(line => line.NationalId!).Distinct().ToList();
        var unreachable = lines.Where(line => line is { Phone: null, Email: null, NationalId: null }).ToList();
        var births = unreachable.Select(line => line.BirthDate).Distinct().ToList();
        var sortKeys = unreachable.SelectMany(line => SortKeysOf(line.Name.Full)).Distinct().ToList();

        var points = await contactPoints.GetQueryableAsync();
        var reached = await executer.ToListAsync(points
            .Where(point => phoneKeys.Contains(point.PhoneKey!) || (point.Type == PartyContactPointType.Email && emails.Contains(point.Value)))
            .Select(point => point.PartyId));
        var issued = await executer.ToListAsync((await identifiers.GetQueryableAsync())
            .Where(identifier => identifier.Type == PartyIdentifierType.NationalId && nationalIds.Contains(identifier.Value))
            .Select(identifier => identifier.PartyId));
        var described = await executer.ToListAsync((await parties.GetQueryableAsync())
            .Where(party => party.Kind == PartyKind.Person && sortKeys.Contains(party.SortKey) && births.Contains(party.BirthDate))
            .Select(party => party.Id));

        var ids = reached.Concat(issued).Concat(described).ToHashSet();
        using (softDelete.Disable()) // a deleted person still holds his national id
        {
            return new PersonIndex(await executer.ToListAsync((await parties.WithDetailsAsync())
                .Where(party => party.Kind == PartyKind.Person && ids.Contains(party.Id)).OrderBy(party => party.Number)));
        }
    }

    /// <returns>The company of each key, created when it is new.</returns>
    private async Task<Dictionary<string, Party>> GetCompaniesAsync(IEnumerable<ContactLine> lines)
    {
        var wanted = lines.Where(line => line.Company is not null).Select(line => line.Company!).DistinctBy(company => company.Key).ToList();
        var sortKeys = wanted.SelectMany(company => SortKeysOf(company.Name)).Distinct().ToList();
        var companies = (await parties.GetListAsync(party => party.Kind == PartyKind.Company && sortKeys.Contains(party.SortKey)))
            .OrderBy(party => party.Number).DistinctBy(party => PersianText.CompactKey(party.Name)).ToDictionary(party => PersianText.CompactKey(party.Name));
        var added = wanted.Where(company => !companies.ContainsKey(company.Key)).ToList();
        foreach (var (company, number) in added.Zip(await NumbersAsync(added.Count)))
        {
            var party = Party.Company(guids.Create(), number, company.Name, currentTenant.Id);
            party.AddRole(PartyRoles.Customer);
            companies[company.Key] = await parties.InsertAsync(party);
        }
        return companies;
    }

    private async Task CreateAsync(List<KnownPerson> added)
    {
        foreach (var (person, number) in added.Zip(await NumbersAsync(added.Count)))
        {
            var name = person.Lines[0].Name;
            person.Party = Party.Person(guids.Create(), number, name.First, name.Last, currentTenant.Id);
            await parties.InsertAsync(person.Party);
        }
    }

    private async Task<List<string>> NumbersAsync(int count) => count == 0 ? [] : await manager.NextNumbersAsync(count);

    /// <summary>Fills in what the master does not know yet; what it knows stays.</summary>
    private RowOutcome Complete(KnownPerson person, ContactLine line)
    {
        var party = person.Party!;
        var isChanged = false;
        Fill(line.Phone is not null && !Has(line.Phone), () => party.AddContactPoint(
            PhoneNumber.IsMobile(line.Phone!) ? PartyContactPointType.Mobile : PartyContactPointType.Phone, line.Phone!));
        Fill(line.Email is not null && !Has(line.Email), () => party.AddContactPoint(PartyContactPointType.Email, line.Email!));
        Fill(line.NationalId is not null && PersonIndex.NationalIdOf(party) is null, () => party.Identify(PartyIdentifierType.NationalId, line.NationalId!));
        Fill(line.BirthDate is not null && party.BirthDate is null, () => party.SetBirthDate(line.BirthDate, DateOnly.FromDateTime(clock.Now)));
        Fill((line.Province ?? line.City) is not null && party.Addresses.Count == 0, () => party.AddAddress(line.Province, line.City, null, null));
        Fill(line.Group is not null && party.Group is null, () => party.Join(line.Group));
        var role = line.Company is null ? PartyRoles.Customer : PartyRoles.Contact;
        Fill(!party.Is(role), () => party.AddRole(role));
        return person.IsNew && line == person.Lines[0] ? RowOutcome.Created : isChanged ? RowOutcome.Updated : RowOutcome.Unchanged;

        bool Has(string value) => party.ContactPoints.Any(point => point.Value == value);

        void Fill(bool isMissing, Action fill)
        {
            if (isMissing)
            {
                fill();
                isChanged = true;
            }
        }
    }

    private static RowResult Taken(ContactLine line, string code, string name, string number) =>
        RowResult.Refused(line.Row, code, ("Value", line.NationalId!), ("Name", name), ("Number", number));

    /// <summary>As the master may have stored the name: words apart, half apart, joined.</summary>
    private static IEnumerable<string> SortKeysOf(string name) =>
        new[] { name, name.Replace('\u200C', ' '), PersianText.CompactKey(name) }.Select(form => PersianSortKey.Of(form, PartyConsts.MaxSortKeyLength)).Distinct();
}
