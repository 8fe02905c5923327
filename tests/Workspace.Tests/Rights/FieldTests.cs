using Crm.Customers;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Data;

namespace Workspace.Tests.Rights;

/// <summary>Nima sees telephones covered and no identifiers or birth dates; he may change addresses of mail.</summary>
public class FieldTests : WorkspaceTest<WorkspaceModule>
{
    private const string Mobile = "09120001234", NationalId = "0012345679";

    private Task<Guid> Acme() => As.Admin(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
    {
        Kind = PartyKind.Person, FirstName = "Acme", LastName = "Person", OwnerId = As.IdOf("nima"), BirthDate = new DateOnly(1970, 1, 2), Roles = [PartyRoles.Customer],
        ContactPoints = [new() { Type = PartyContactPointType.Mobile, Value = Mobile }, new() { Type = PartyContactPointType.Email, Value = "old@acme.example" }],
        Identifiers = [new() { Type = PartyIdentifierType.NationalId, Value = NationalId }],
    }));

    [Fact]
    public async Task What_a_writer_does_not_see_is_kept_when_he_writes_the_rest()
    {
        var acme = await Acme();

        await As.User("nima", async () =>
        {
            var seen = await Get<IPartyAppService>().GetAsync(acme);
            seen.ContactPoints.Select(point => point.Value).ShouldBe(["+98912•••1234", "old@acme.example"], ignoreOrder: true);
            (seen.Identifiers.Count, seen.BirthDate).ShouldBe((0, null));
            await WriteAsync(acme, seen, seen.ContactPoints.FindAll(point => point.Type != PartyContactPointType.Email).Append(new() { Type = PartyContactPointType.Email, Value = "new@acme.example" }));
        });

        var stored = await As.Admin(() => Get<IPartyAppService>().GetAsync(acme));
        stored.ContactPoints.Select(point => point.Value).ShouldBe(["+989120001234", "new@acme.example"], ignoreOrder: true);
        (stored.Identifiers.Single().Value, stored.BirthDate).ShouldBe((NationalId, new DateOnly(1970, 1, 2)));
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("identifier")]
    [InlineData("birthDate")]
    public async Task A_change_to_what_is_not_his_to_change_is_refused_and_changes_nothing(string field)
    {
        var acme = await Acme();

        var refusal = await Should.ThrowAsync<BusinessException>(() => As.User("nima", async () =>
        {
            var seen = await Get<IPartyAppService>().GetAsync(acme);
            await WriteAsync(acme, seen, field == "phone" ? [new() { Type = PartyContactPointType.Mobile, Value = "09129999999" }] : [], input =>
            {
                if (field == "identifier") { input.Identifiers.Add(new() { Type = PartyIdentifierType.NationalId, Value = "0012345679" }); }
                if (field == "birthDate") { input.BirthDate = new DateOnly(1980, 1, 1); }
            });
        }));

        refusal.Code.ShouldBe(PartiesErrorCodes.FieldNotChangeable);
        var stored = await As.Admin(() => Get<IPartyAppService>().GetAsync(acme));
        stored.ContactPoints.Count.ShouldBe(2);
        (stored.Identifiers.Single().Value, stored.BirthDate).ShouldBe((NationalId, new DateOnly(1970, 1, 2)));
    }

    [Fact]
    public async Task The_form_shows_what_may_not_be_changed_and_sends_it_nowhere()
    {
        var acme = await Acme();
        using var nima = await SignedIn("nima");

        var form = await nima.GetAsync($"/Parties/Parties/Edit/{acme}");
        form.Text.ShouldContain("•••");
        form.Html.ShouldNotContain("0001234");
        form.Has("[name='Input.NationalId'], [name='Input.BirthDate']").ShouldBeFalse();
        await form.SubmitAsync(new() { ["Input.LastName"] = "Renamed" }, "form:has([name=stamp])");

        var stored = await As.Admin(() => Get<IPartyAppService>().GetAsync(acme));
        stored.Name.ShouldBe("Acme Renamed");
        stored.ContactPoints.Select(point => point.Value).ShouldBe(["+989120001234", "old@acme.example"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_finds_a_party_by_a_field_that_he_does_not_see()
    {
        await Acme();

        foreach (var list in (Func<string, Task<int>>[])[CustomersAsync, PartiesAsync])
        {
            foreach (var known in (string[])["0001234", Mobile, NationalId])
            {
                (await As.Admin(() => list(known))).ShouldBe(1, known);
            }
            await As.User("nima", async () =>
            {
                (await list("acme")).ShouldBe(1);
                (await list("0001234")).ShouldBe(0, "the covered end of a telephone");
                foreach (var whole in (string[])[Mobile, NationalId])
                {
                    (await Should.ThrowAsync<BusinessException>(() => list(whole))).Code.ShouldBe(PartiesErrorCodes.FieldNotSearchable);
                }
            });
        }

        async Task<int> CustomersAsync(string text) => (await Get<ICustomerAppService>().GetListAsync(new CustomerListInput { Text = text })).Rows.Count;
        async Task<int> PartiesAsync(string text) => (await Get<IPartyAppService>().GetListAsync(new PartyListInput { Text = text })).Rows.Count;
    }

    [Theory]
    [InlineData("/Parties/Parties/Details/")]
    [InlineData("/Crm/Customers/File/")]
    public async Task Uncovering_a_telephone_shows_it_once_and_stands_in_the_ledger(string page)
    {
        var acme = await Acme();
        using var nima = await SignedIn("nima");
        var covered = await nima.GetAsync(page + acme);
        covered.Text.ShouldContain("•••");
        covered.Text.Replace(" ", "").ShouldNotContain(Mobile);

        var uncovered = await covered.SubmitAsync([], "form.ui-reveal:has([value$='Phone'])");

        uncovered.Text.Replace(" ", "").ShouldContain(Mobile);
        var read = (await ReadsAsync()).ShouldHaveSingleItem();
        (read.UserId, read.Entity, read.EntityId, read.Field).ShouldBe(
            (As.IdOf("nima"), PartiesPermissions.Parties.Default, acme.ToString(), PartiesPermissions.Parties.Fields.Phone));
        (await nima.GetAsync(page + acme)).Text.Replace(" ", "").ShouldNotContain(Mobile);
    }

    [Fact]
    public async Task What_cannot_be_written_in_the_ledger_is_not_shown()
    {
        var acme = await Acme();
        using var nima = await SignedIn("nima");
        var covered = await nima.GetAsync($"/Parties/Parties/Details/{acme}");
        await InContextAsync(async context => await context.Database.ExecuteSqlRawAsync("DROP TABLE KerReads"));

        var answer = await covered.SubmitAsync([], "form.ui-reveal:has([value$='Phone'])");

        ((int)answer.Status).ShouldBeGreaterThanOrEqualTo(500);
        answer.Text.Replace(" ", "").ShouldNotContain(Mobile);
    }

    [Fact]
    public async Task A_hidden_field_is_uncovered_for_nobody_and_nothing_is_written()
    {
        var acme = await Acme();

        await As.User("nima", async () =>
        {
            (await Should.ThrowAsync<BusinessException>(() => Get<IPartyAppService>().RevealAsync(acme, PartyField.Identifiers))).Code.ShouldBe("Kernel:FieldHidden");
            (await Get<IPartyAppService>().RevealAsync(acme, PartyField.Phone)).ContactPoints.ShouldContain(point => point.Value == "+989120001234");
        });

        (await ReadsAsync()).ShouldHaveSingleItem().Field.ShouldBe(PartiesPermissions.Parties.Fields.Phone);
    }

    [Fact]
    public async Task The_second_party_with_an_identifier_is_refused_without_naming_a_first_out_of_sight()
    {
        await As.Admin(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
        {
            Kind = PartyKind.Person, LastName = "Unseen", OwnerId = As.IdOf("reza"), Identifiers = [new() { Type = PartyIdentifierType.NationalId, Value = NationalId }]
        }));

        var refusal = await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
        {
            Kind = PartyKind.Person, LastName = "Second", Identifiers = [new() { Type = PartyIdentifierType.NationalId, Value = NationalId }]
        })));

        refusal.Code.ShouldBe(PartiesErrorCodes.IdentifierTakenUnseen);
        refusal.Data.Values.Cast<object>().ShouldNotContain("Unseen");
    }

    private Task WriteAsync(Guid id, PartyDto seen, IEnumerable<PartyContactPointDto> points, Action<UpdatePartyDto>? also = null)
    {
        var input = new UpdatePartyDto
        {
            FirstName = seen.FirstName, LastName = seen.LastName, Roles = seen.Roles, Addresses = seen.Addresses, ContactPoints = [.. points], ConcurrencyStamp = seen.ConcurrencyStamp
        };
        also?.Invoke(input);
        return Get<IPartyAppService>().UpdateAsync(id, input);
    }

    private async Task<List<ReadRecord>> ReadsAsync()
    {
        List<ReadRecord> reads = [];
        await InContextAsync(async context => reads = await context.ReadRecords.Where(read => read.Kind == ReadKind.Reveal).ToListAsync());
        return reads;
    }

    private Task InContextAsync(Func<WorkspaceDbContext, Task> act) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        await act(await Get<IDbContextProvider<WorkspaceDbContext>>().GetDbContextAsync());
        await unitOfWork.CompleteAsync();
    });
}
