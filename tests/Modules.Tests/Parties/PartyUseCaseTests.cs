using Parties;
using Parties.Parties;
using Shouldly;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Xunit;

namespace Modules.Tests.Parties;

public class PartyUseCaseTests(MasterTestApp app) : IClassFixture<MasterTestApp>
{
    private Task<T> Ask<T>(Func<IPartyAppService, Task<T>> ask, Guid? tenant = null) => app.Work(ask, tenant ?? MasterTestApp.Tenant);

    private Task Tell(Func<IPartyAppService, Task> tell) => app.Work(tell, MasterTestApp.Tenant);

    private Task<T> Read<T>(Func<IPartyReader, Task<T>> read, Guid? tenant = null) => app.Work(read, tenant ?? MasterTestApp.Tenant);

    private Task<Guid> Person(string first, string last, string? mobile = null, string? nationalId = null, Guid? tenant = null) =>
        Ask(parties => parties.CreateAsync(new CreatePartyDto
        {
            FirstName = first,
            LastName = last,
            Identifiers = nationalId is null ? [] : [new() { Type = PartyIdentifierType.NationalId, Value = nationalId }],
            ContactPoints = mobile is null ? [] : [new() { Type = PartyContactPointType.Mobile, Value = mobile }],
            Roles = [PartyRoles.Customer]
        }), tenant);

    private Task<List<PartyLookupDto>> Lookup(string text, Guid? tenant = null) =>
        Ask(parties => parties.GetLookupAsync(new PartyLookupInput { Text = text }), tenant);

    private static UpdatePartyDto Same(PartyDto party) => new()
    {
        FirstName = party.FirstName,
        LastName = party.LastName,
        Name = party.Name,
        Identifiers = party.Identifiers,
        ContactPoints = party.ContactPoints,
        Addresses = party.Addresses,
        Roles = party.Roles,
        Group = party.Group,
        ConcurrencyStamp = party.ConcurrencyStamp
    };

    [Theory]
    [InlineData("کیانی")]
    [InlineData("كياني")]
    [InlineData("یکتا کیانی")]
    [InlineData("کیانی یکتا")]
    [InlineData("۷۰۰۱۱")]
    [InlineData("0912 007 0011")]
    public async Task A_customer_is_found_by_part_of_the_name_in_either_keyboard_or_by_the_end_of_the_telephone(string typed)
    {
        if ((await Lookup("یکتا کیانی")).Count == 0)
        {
            await Person("یکتا", "کیانی", "09120070011");
        }

        var found = (await Lookup(typed)).ShouldHaveSingleItem();

        (found.Name, found.Phone).ShouldBe(("یکتا کیانی", "+989120070011"));
        found.Number.ShouldStartWith("C-1000");
        (await Lookup(found.Number)).ShouldHaveSingleItem().Id.ShouldBe(found.Id);
    }

    [Fact]
    public async Task Another_tenant_neither_finds_nor_reads_a_party()
    {
        var id = await Person("پنهان", "رازدار", "09121110001");

        (await Lookup("رازدار", MasterTestApp.OtherTenant)).ShouldBeEmpty();
        (await Lookup("1110001", MasterTestApp.OtherTenant)).ShouldBeEmpty();
        (await Read(reader => reader.FindCardAsync(id), MasterTestApp.OtherTenant)).ShouldBeNull();
        (await Read(reader => reader.GetNamesAsync([id]), MasterTestApp.OtherTenant)).ShouldBeEmpty();
        await Should.ThrowAsync<EntityNotFoundException>(() => Ask(parties => parties.GetAsync(id), MasterTestApp.OtherTenant));
    }

    [Fact]
    public async Task Everything_about_a_party_comes_in_one_statement()
    {
        var id = await Ask(parties => parties.CreateAsync(new CreatePartyDto
        {
            Kind = PartyKind.Company,
            Name = "بازرگانی کارت",
            Identifiers =
            [
                new() { Type = PartyIdentifierType.CompanyId, Value = "10861677542" },
                new() { Type = PartyIdentifierType.External, Source = "Shop", Value = "۷۷" }
            ],
            ContactPoints =
            [
                new() { Type = PartyContactPointType.Phone, Value = "021-88880001" },
                new() { Type = PartyContactPointType.Phone, Value = "021-88880002", IsPreferred = true },
                new() { Type = PartyContactPointType.Email, Value = "Info@Card.example.com" }
            ],
            Addresses = [new() { City = "تهران", Text = "ولیعصر" }, new() { City = "شیراز" }],
            Roles = [PartyRoles.Customer, PartyRoles.Supplier]
        }));
        app.Statements.Take();

        var card = await Read(reader => reader.GetCardAsync(id));

        app.Statements.Take().Count.ShouldBe(1);
        card.Roles.ShouldBe([PartyRoles.Customer, PartyRoles.Supplier]);
        card.Identifiers.Select(own => own.Value).ShouldBe(["10861677542", "77"]);
        card.Addresses.Select(own => own.City).ShouldBe(["تهران", "شیراز"]);
        card.ContactPoints.Count.ShouldBe(3);
        (card.Phone, card.Email).ShouldBe(("+982188880002", "info@card.example.com"));
    }

    [Fact]
    public async Task A_list_is_read_page_after_page_in_the_order_of_the_alphabet_without_counting()
    {
        foreach (var name in (string[])["ژاله", "بابک", "پروین", "گلناز", "تینا"])
        {
            await Person(name, "فهرستی");
        }
        app.Statements.Take();
        var (seen, input) = (new List<string>(), new PartyListInput { Text = "فهرستی", Role = PartyRoles.Customer, Max = 2 });
        PartyPage page;
        do
        {
            page = await Ask(parties => parties.GetListAsync(input));
            seen.AddRange(page.Rows.Select(row => row.Name.Split(' ')[0]));
            (input.AfterKey, input.AfterId) = (page.Rows[^1].SortKey, page.Rows[^1].Id);
        }
        while (page.HasMore);

        seen.ShouldBe(["بابک", "پروین", "تینا", "ژاله", "گلناز"]);
        app.Statements.Take().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_national_id_belongs_to_one_party_of_a_tenant_even_a_deleted_one()
    {
        var id = await Person("نسرین", "یگانه", nationalId: "0499370899");
        await Person("نسرین", "یگانه", nationalId: "0499370899", tenant: MasterTestApp.OtherTenant);

        var refusal = await Should.ThrowAsync<BusinessException>(() => Person("کسی", "دیگر", nationalId: "۰۴۹۹۳۷۰۸۹۹"));
        refusal.Code.ShouldBe(PartiesErrorCodes.IdentifierTaken);
        refusal.Data["Name"].ShouldBe("نسرین یگانه");

        await Tell(parties => parties.DeleteAsync(id));
        (await Should.ThrowAsync<BusinessException>(() => Person("کسی", "دیگر", nationalId: "0499370899")))
            .Code.ShouldBe(PartiesErrorCodes.IdentifierTakenByDeleted);
        (await Read(reader => reader.GetNamesAsync([id]))).ShouldHaveSingleItem().Name.ShouldBe("نسرین یگانه");

        await Tell(parties => parties.RestoreAsync(id));
        (await Lookup("0499370899")).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_and_the_first_ones_change_stays()
    {
        var id = await Person("دو", "نویسنده", "09125550001");
        var read = await Ask(parties => parties.GetAsync(id));
        var first = Same(read);
        first.ContactPoints = [new() { Type = PartyContactPointType.Mobile, Value = "09125550002", Label = "کار" }];
        await Tell(parties => parties.UpdateAsync(id, first));

        var second = Same(read);
        second.LastName = "دیگر";
        (await Should.ThrowAsync<BusinessException>(() => Tell(parties => parties.UpdateAsync(id, second))))
            .Code.ShouldBe(PartiesErrorCodes.ChangedMeanwhile);

        var kept = await Ask(parties => parties.GetAsync(id));
        kept.Name.ShouldBe("دو نویسنده");
        var point = kept.ContactPoints.ShouldHaveSingleItem();
        (point.Value, point.Label, point.IsPreferred).ShouldBe(("+989125550002", "کار", true));
    }

    [Fact]
    public async Task A_changed_name_says_when_it_was_changed()
    {
        var id = await Person("پیش", "نام");
        var party = Same(await Ask(parties => parties.GetAsync(id)));
        party.LastName = "نامِ تازه";
        await Tell(parties => parties.UpdateAsync(id, party));

        (await app.Work<IReadOnlyRepository<Party, Guid>, Party>(parties => parties.GetAsync(id), MasterTestApp.Tenant))
            .LastModificationTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_looks_like_someone_known_is_shown_before_he_is_added_the_surest_first()
    {
        await Person("مهتاب", "دوقلو");
        await Person("آذر", "تلفنی", "09127770001");
        await Person("نازنین", "شناسه‌ای", nationalId: "1583250689");

        var twins = await Ask(parties => parties.GetTwinsAsync(
            new PartyTwinInput { Name = "مهتاب  دوقلو", Phone = "+98 912 777 0001", NationalId = "۱۵۸۳۲۵۰۶۸۹" }));

        twins.Seen.Select(twin => twin.Because).ShouldBe([PartyTwinReason.Identifier, PartyTwinReason.Phone, PartyTwinReason.Name]);
        (await Ask(parties => parties.GetTwinsAsync(new PartyTwinInput { Name = "تازه‌وارد" }))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_is_in_charge_who_does_not_exist() =>
        (await Should.ThrowAsync<BusinessException>(async () =>
        {
            var id = await Person("بی", "مسئول");
            await Tell(parties => parties.SetOwnerAsync(id, Guid.NewGuid()));
        })).Code.ShouldBe(PartiesErrorCodes.UnknownOwner);
}
