using Accounting.Receipts;
using Invoicing.Documents;
using Invoicing.Quotes;
using Kernel.Auditing;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Auditing;

public class ChangeHistoryTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task A_changed_telephone_is_kept_with_old_and_new_value_and_who_did_it()
    {
        var acme = await Given.Customer("Acme", mobile: "09121111111");
        await As.Sales(() => RewriteAsync(acme, party => party.ContactPoints[0].Value = "09122222222"));

        var history = await HistoryAsync(acme);
        history.Count.ShouldBe(2);
        history[0].Kind.ShouldBe(ChangeKind.Created);
        history[0].GetChanges().ShouldContain(delta => delta.Entity == nameof(PartyContactPoint) && delta.Properties.Any(p => p.Name == "Value" && p.New!.Value.GetString() == "+989121111111"));
        var change = history[1];
        (change.Kind, change.Entity, change.UserName, change.TenantId).ShouldBe((ChangeKind.Updated, "Parties.Parties.Party", "sara", As.TenantId));
        var values = change.GetChanges().SelectMany(delta => delta.Properties).Where(p => p.Name == "Value").ToList();
        values.ShouldContain(p => p.Old != null && p.Old.Value.GetString() == "+989121111111");
        values.ShouldContain(p => p.New != null && p.New.Value.GetString() == "+989122222222");
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_history()
    {
        var acme = await Given.Customer("Acme");
        using (Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true))
        {
            await As.Sales(() => RewriteAsync(acme, party => party.Name = "Rolled back"));
            await Get<IUnitOfWorkManager>().Current!.SaveChangesAsync();
        }
        (await HistoryAsync(acme)).ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Created);
    }

    [Fact]
    public async Task Deleting_and_restoring_are_told_apart()
    {
        var acme = await Given.Customer("Acme");
        await As.Admin(() => Get<IPartyAppService>().DeleteAsync(acme));
        await As.Admin(() => Get<IPartyAppService>().RestoreAsync(acme));
        (await HistoryAsync(acme)).Select(change => change.Kind).ShouldBe([ChangeKind.Created, ChangeKind.Deleted, ChangeKind.Restored]);
    }

    [Fact]
    public async Task Money_is_kept_whole_and_a_receipt_is_one_row_with_its_allocations()
    {
        var acme = await Given.Customer("Acme");
        var invoice = await Given.Invoice(acme, 2_000_000m);
        var receipt = await Given.Payment(acme, 500_000m, invoice);

        var change = (await HistoryAsync(receipt)).ShouldHaveSingleItem();
        change.GetChanges().Select(delta => delta.Entity).ShouldBe([nameof(Receipt), nameof(ReceiptAllocation)], ignoreOrder: true);
        var amount = change.GetChanges().Single(delta => delta.Entity == nameof(Receipt)).Properties.Single(p => p.Name == "Amount").New!.Value;
        (amount.GetProperty("Amount").GetInt64(), amount.GetProperty("Currency").GetString()).ShouldBe((500_000, "IRR"));
        var settled = (await HistoryAsync(invoice))[^1].GetChanges()[0].Properties.Single(p => p.Name == "Settled");
        (settled.Old!.Value.GetProperty("Amount").GetInt64(), settled.New!.Value.GetProperty("Amount").GetInt64()).ShouldBe((0, 500_000));
    }

    [Fact]
    public async Task A_quote_is_one_row_with_its_lines_and_under_its_own_name()
    {
        var quote = await Given.Quote(await Given.Customer("Acme"));

        var history = await HistoryAsync(quote);
        history.Select(change => (change.Kind, change.Entity)).ShouldBe([(ChangeKind.Created, typeof(Quote).FullName!), (ChangeKind.Updated, typeof(Quote).FullName!)]);
        history[0].GetChanges().Select(delta => delta.Entity).ShouldBe([nameof(Quote), nameof(SalesDocumentLine)], ignoreOrder: true);
    }

    [Fact]
    public async Task No_password_and_no_key_of_search_gets_into_the_history()
    {
        await Given.Customer("Acme");
        var all = await As.Admin(async () =>
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            return await (await Get<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync()).ChangeRecords.Select(x => x.Changes).ToListAsync();
        });
        all.Count.ShouldBeGreaterThan(5, "users, roles and grants of the organisation are there too");
        string.Concat(all).ShouldContain("UserName");
        foreach (var secret in (string[])["PasswordHash", "SecurityStamp", "SearchKey", "PhoneKey"]) { string.Concat(all).ShouldNotContain(secret); }
    }

    private async Task RewriteAsync(Guid id, Action<UpdatePartyDto> change)
    {
        var party = await Get<IPartyAppService>().GetAsync(id);
        var input = new UpdatePartyDto
        {
            Name = party.Name, FirstName = party.FirstName, LastName = party.LastName, ConcurrencyStamp = party.ConcurrencyStamp, Roles = party.Roles,
            ContactPoints = party.ContactPoints, Identifiers = party.Identifiers, Addresses = party.Addresses
        };
        change(input);
        await Get<IPartyAppService>().UpdateAsync(id, input);
    }

    private Task<List<ChangeRecord>> HistoryAsync(Guid id) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var context = await Get<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync();
        var recordId = id.ToString();
        return await context.ChangeRecords.AsNoTracking().Where(x => x.RecordId == recordId).OrderBy(x => x.Time).ThenBy(x => x.Id).ToListAsync();
    });
}
