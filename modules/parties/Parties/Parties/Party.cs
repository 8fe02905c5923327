using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Parties.Parties;

/// <summary>A person or company we deal with: the one master record that every module shares.</summary>
public class Party : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<PartyIdentifier> identifiers = [];
    private readonly List<PartyContactPoint> contactPoints = [];
    private readonly List<PartyAddress> addresses = [];

    public Guid? TenantId { get; private set; }
    public PartyKind Kind { get; private set; }

    /// <summary>The number we gave the party: ASCII, never changed, never given again.</summary>
    public string Number { get; private set; } = null!;

    /// <summary>As shown: of a person first and last name.</summary>
    public string Name { get; private set; } = null!;

    public string? FirstName { get; private set; }
    public string? LastName { get; private set; }
    public DateOnly? BirthDate { get; private set; }

    /// <summary>See <see cref="PartyRow.SearchKey"/>.</summary>
    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    /// <summary>See <see cref="PartyRow.SortKey"/>.</summary>
    [DisableAuditing]
    public string SortKey { get; private set; } = null!;

    /// <summary>See <see cref="PartyRoles.Token"/>.</summary>
    public string RoleTokens { get; private set; } = "";

    /// <summary>The group of customers that it belongs to, such as dealers; null for none.</summary>
    public string? Group { get; private set; }

    /// <summary>The folded group: letters and digits of either kind are one.</summary>
    [DisableAuditing]
    public string? GroupKey { get; private set; }

    /// <summary>The user in charge.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The organisation unit in charge.</summary>
    public Guid? UnitId { get; private set; }

    public IReadOnlyList<PartyIdentifier> Identifiers => identifiers;
    public IReadOnlyList<PartyContactPoint> ContactPoints => contactPoints;
    public IReadOnlyList<PartyAddress> Addresses => addresses;

    private Party() { } // EF Core

    private Party(Guid id, PartyKind kind, string number, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Kind = kind;
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), PartyConsts.MaxNumberLength);
    }

    public static Party Person(Guid id, string number, string? firstName, string? lastName, Guid? tenantId)
    {
        var person = new Party(id, PartyKind.Person, number, tenantId);
        person.Rename(firstName, lastName);
        return person;
    }

    public static Party Company(Guid id, string number, string? name, Guid? tenantId)
    {
        var company = new Party(id, PartyKind.Company, number, tenantId);
        company.Rename(name);
        return company;
    }

    /// <summary>Renames a person; one of the two names may be missing.</summary>
    public void Rename(string? firstName, string? lastName)
    {
        MustBe(PartyKind.Person);
        (FirstName, LastName) = (CleanOrNull(firstName), CleanOrNull(lastName));
        Check.Length(FirstName, nameof(firstName), PartyConsts.MaxFirstNameLength);
        Check.Length(LastName, nameof(lastName), PartyConsts.MaxLastNameLength);
        SetName($"{FirstName} {LastName}");
    }

    /// <summary>Renames a company.</summary>
    public void Rename(string? name)
    {
        MustBe(PartyKind.Company);
        SetName(name);
    }

    public void SetBirthDate(DateOnly? birthDate, DateOnly today)
    {
        if (birthDate > today)
        {
            throw new BusinessException(PartiesErrorCodes.BirthDateInFuture).WithData("BirthDate", birthDate);
        }
        BirthDate = birthDate;
    }

    /// <param name="group">As people call it; blank for none.</param>
    public void Join(string? group) => (Group, GroupKey) = PartyGroups.Read(group);

    public void SetOwner(Guid? ownerId, Guid? unitId = null) => (OwnerId, UnitId) = (ownerId, unitId);

    public bool Is(string role) => RoleTokens.Contains(PartyRoles.Token(role), StringComparison.Ordinal);

    public void AddRole(string role)
    {
        if (!PartyRoles.All.Contains(role))
        {
            throw new BusinessException(PartiesErrorCodes.UnknownRole).WithData("Role", role);
        }
        SetRoles([.. PartyRoles.Parse(RoleTokens), role]);
    }

    public void RemoveRole(string role) => SetRoles(PartyRoles.Parse(RoleTokens).Where(own => own != role));

    /// <summary>Takes on an identifier, in place of the one of the same type and source.</summary>
    public PartyIdentifier Identify(PartyIdentifierType type, string value, string? source = null)
    {
        var named = new PartyIdentifier(this, type, value, source);
        if (identifiers.Find(own => own.IsSameKindAs(named)) is { } known)
        {
            known.ChangeTo(named);
            return known;
        }
        identifiers.Add(named);
        return named;
    }

    public void DropIdentifier(PartyIdentifier identifier) => identifiers.Remove(identifier);

    /// <summary>Adds a way to reach the party; one that is there already takes the new label.</summary>
    public PartyContactPoint AddContactPoint(PartyContactPointType type, string value, string? label = null, bool isPreferred = false)
    {
        var added = new PartyContactPoint(this, type, value, label);
        if (contactPoints.Find(own => own.Type == type && own.Value == added.Value) is { } known)
        {
            known.Relabel(label);
            added = known;
        }
        else
        {
            contactPoints.Add(added);
        }
        Prefer(type, isPreferred ? added : PreferredOf(type) ?? added);
        return added;
    }

    public void RemoveContactPoint(PartyContactPoint point)
    {
        contactPoints.Remove(point);
        Prefer(point.Type, PreferredOf(point.Type) ?? contactPoints.Find(own => own.Type == point.Type));
    }

    public void AddAddress(string? province, string? city, string? text, string? postalCode, string? label = null) =>
        addresses.Add(new PartyAddress(this, addresses.Count == 0 ? 1 : addresses.Max(own => own.Position) + 1,
            province, city, text, postalCode, label));

    public void RemoveAddress(PartyAddress address) => addresses.Remove(address);

    public void Restore() => (IsDeleted, DeletionTime, DeleterId) = (false, null, null);

    private void SetName(string? name)
    {
        var clean = PersianText.Clean(name);
        if (clean.Length == 0)
        {
            throw new BusinessException(PartiesErrorCodes.NameMissing);
        }
        Name = Check.Length(clean, nameof(name), PartyConsts.MaxNameLength)!;
        SortKey = PersianSortKey.Of(Name, PartyConsts.MaxSortKeyLength);
        SearchKey = SearchKeyOf(Name, Number);
    }

    /// <summary>Words to find in any order; the name without blanks too, so that «علیرضا» finds «علی رضا».</summary>
    private static string SearchKeyOf(string name, string number)
    {
        var (words, compact) = (PersianText.SearchKey(name), PersianText.CompactKey(name));
        var key = $"{words} {PersianText.SearchKey(number)}";
        return words == compact ? key : $"{key} {compact}";
    }

    private void SetRoles(IEnumerable<string> roles) =>
        RoleTokens = roles.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } some ? $"|{string.Join('|', some)}|" : "";

    private PartyContactPoint? PreferredOf(PartyContactPointType type) =>
        contactPoints.Find(own => own.Type == type && own.IsPreferred);

    private void Prefer(PartyContactPointType type, PartyContactPoint? preferred)
    {
        foreach (var point in contactPoints.Where(own => own.Type == type))
        {
            point.IsPreferred = point == preferred;
        }
    }

    private void MustBe(PartyKind kind)
    {
        if (Kind != kind)
        {
            throw new InvalidOperationException($"{Number} is a {Kind}, not a {kind}.");
        }
    }

    internal static string? CleanOrNull(string? text) => PersianText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
