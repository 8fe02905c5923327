using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Receipts;
using Accounting.Receivables;
using Accounting.Revaluations;
using Crm.Activities;
using Crm.CustomerFiles;
using Crm.Customers;
using Inventory.Products;
using Inventory.Stock;
using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel.Monetary;
using Kernel.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Documents;
using Parties.Parties;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Providers.Tests;

/// <summary>What every database must do alike.</summary>
public class ContractTests
{
    [PostgresFact]
    public void PostgreSql_is_here_to_be_tested() => PostgresCluster.Instance.Execute("SELECT 1");

    [Theory, EveryDatabase]
    public async Task A_row_is_written_found_changed_hidden_and_brought_back(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var acme = await here.Given.Customer("Acme");

        var read = await here.Ask<IPartyAppService, PartyDto>(parties => parties.GetAsync(acme));
        read.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
        (DateTime.UtcNow - read.CreationTime).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));

        await here.Tell<IPartyAppService>(parties => parties.DeleteAsync(acme));
        (await Names(here, "acme")).ShouldBeEmpty();
        (await here.Ask<IPartyReader, List<PartyNameDto>>(parties => parties.GetNamesAsync([acme]))).Single().Name.ShouldBe("Acme");
        await here.Tell<IPartyAppService>(parties => parties.RestoreAsync(acme));
        (await Names(here, "acme")).ShouldBe(["Acme"]);
    }

    [Theory, EveryDatabase]
    public async Task Lists_go_by_the_Persian_alphabet_page_by_page_with_nothing_twice_and_nothing_left_out(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        string[] inOrder = ["Zagros", "zebra", "آرش", "الوند", "بهار", "پارس", "پارس", "پارس", "ژاله", "سپهر", "کاوه", "گلستان", "یاس"];
        foreach (var name in inOrder.Reverse()) { await here.Given.Customer(name); }

        (await Pages(here, size: 2)).Select(row => row.Name).ShouldBe(inOrder);
        (await Pages(here, size: 2)).Select(row => row.Id).Distinct().Count().ShouldBe(inOrder.Length);
        var customers = await here.Ask<ICustomerAppService, CustomerPage>(all => all.GetListAsync(new CustomerListInput { Max = 5 }));
        var next = await here.Ask<ICustomerAppService, CustomerPage>(all => all.GetListAsync(new CustomerListInput { Max = 50, AfterKey = customers.Rows[^1].SortKey, AfterId = customers.Rows[^1].Id }));
        customers.Rows.Concat(next.Rows).Select(row => row.Name).ShouldBe(inOrder);
    }

    [Theory, EveryDatabase]
    public async Task A_search_finds_Arabic_spellings_and_telephones_by_their_end(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        await here.Given.Customer("شرکت كيميا پارس", mobile: "09121234567");
        await here.Given.Customer("شرکت کیمیاگران", mobile: "09121239999");

        (await Names(here, "کیمیا پارس")).ShouldBe(["شرکت کیمیا پارس"]);
        (await Names(here, "كيميا")).Count.ShouldBe(2);
        (await Names(here, "4567")).ShouldBe(["شرکت کیمیا پارس"]);
        (await Names(here, "۰۹۱۲۱۲۳۹۹۹۹")).ShouldBe(["شرکت کیمیاگران"]);
        (await Names(here, "100%")).ShouldBeEmpty();
        (await Names(here, "_")).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task The_file_shows_each_modules_documents_newest_first_and_what_is_owed(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        TestClock.Fixed = Given.Day.AddDays(7).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        var acme = await here.Given.Customer("Acme");
        var other = await here.Given.Customer("Other");
        await here.Given.Quote(acme, date: Given.Day);
        var old = await here.Given.Invoice(acme, 3_000_000m, Given.Day.AddDays(-60), due: Given.Day.AddDays(-30));
        await here.Given.Invoice(acme, 1_000_000m, Given.Day, due: Given.Day.AddDays(30));
        await here.Given.Invoice(other, 7_000_000m);
        await here.Given.Payment(acme, 500_000m, old);
        await here.Given.Call(acme, "They will pay", TestClock.Fixed.Value.AddHours(-1));

        var file = await here.Ask<ICustomerFileAppService, CustomerFileDto>(files => files.GetAsync(acme, "Asia/Tehran"));

        file.Panels.Single(panel => panel.Key == "invoice").Rows.Select(row => row.Date).ShouldBe([Given.Day, Given.Day.AddDays(-60)]);
        file.Totals.Single(total => total.Key == PartyTotals.Balance).Amount.ShouldBe(Money.Of(3_500_000m, "IRR"));
        file.Totals.Single(total => total.Key == PartyTotals.Overdue).Amount.ShouldBe(Money.Of(2_500_000m, "IRR"));
        file.LastContactAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        file.Timeline.Items.Count.ShouldBe(5);
    }

    [Theory, EveryDatabase]
    public async Task The_journal_balances_and_its_sums_are_exact(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var acme = await here.Given.Customer();
        for (var i = 0; i < 10; i++) { await here.Given.Invoice(acme, 999_999_999_999.999m, currency: "KWD"); }
        await here.Given.Invoice(acme, 0.001m, currency: "KWD");

        var accounts = await here.Ask<IAccountAppService, List<AccountBalanceRow>>(ledger => ledger.GetListAsync());
        accounts.Where(account => account.Debit is not null).Sum(account => account.Debit!.Value.Amount - account.Credit!.Value.Amount).ShouldBe(0);
        accounts.Single(account => account.Name.Contains("receivable", StringComparison.OrdinalIgnoreCase)).Balance.ShouldBe(new Money(9_999_999_999_999_991, "KWD")); // more than a double keeps apart;
        var journal = await here.Ask<IJournalAppService, JournalPage>(entries => entries.GetListAsync(new JournalListInput { Max = 2 }));
        var rest = await here.Ask<IJournalAppService, JournalPage>(entries => entries.GetListAsync(new JournalListInput { Max = 50, AfterDate = journal.Rows[^1].Date, AfterNumber = journal.Rows[^1].Number }));
        journal.Rows.Concat(rest.Rows).Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 11).Reverse().Select(number => (long)number));
    }

    [Theory, EveryDatabase]
    public async Task What_the_rates_bring_is_posted_and_shown_the_same_everywhere(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var acme = await here.Given.Customer();
        await here.Given.Rate("EUR", 50_000m, Given.Day);
        await here.Given.Rate("EUR", 60_000m, Given.Day.AddDays(5));
        var invoice = await here.Given.Invoice(acme, 100m, currency: "EUR");
        var mistaken = await here.Given.Payment(acme, 30m, invoice, Given.Day.AddDays(6), currency: "EUR");
        await here.Given.Payment(acme, 40m, invoice, Given.Day.AddDays(6), currency: "EUR");
        await here.Tell<IReceiptAppService>(receipts => receipts.ReverseAsync(mistaken));

        var proof = (await here.Ask<IReceivablesAppService, List<BalanceProof>>(receivables => receivables.GetProofAsync(acme))).ShouldHaveSingleItem();
        (proof.Ledger, proof.Documents, proof.Base).ShouldBe((new Money(6_000, "EUR"), new Money(6_000, "EUR"), new Money(3_000_000, "IRR")));
        (await here.Ask<IRevaluationAppService, int>(revaluations => revaluations.RevalueAsync(new RevalueDto { On = Given.Day.AddDays(10) }))).ShouldBe(1);
        var revaluation = await here.Ask<IRevaluationAppService, RevaluationDto>(revaluations => revaluations.GetAsync(Given.Day.AddDays(10)));
        (revaluation.Rows.ShouldHaveSingleItem().Revalued, revaluation.Entries.ShouldHaveSingleItem().Base).ShouldBe((new Money(300_000, "IRR"), new Money(300_000, "IRR")));
        var statement = await here.Ask<IReceivablesAppService, StatementDto>(receivables => receivables.GetStatementAsync(
            new StatementInput { PartyId = acme, Currency = "EUR", From = Given.Day.AddDays(1), To = new DateOnly(2036, 1, 1) }));
        (statement.BaseOpening, statement.BaseClosing, statement.Lines.Count).ShouldBe((new Money(5_000_000, "IRR"), new Money(3_000_000, "IRR"), 6));
        (await here.Ask<IReceivablesAppService, AgeingTotals>(receivables => receivables.GetTotalsAsync(new AgeingTotalsInput()))).InBase!.Balance.ShouldBe(3_600_000);
        (await here.Ask<IAccountAppService, List<AccountBalanceRow>>(ledger => ledger.GetListAsync())).Sum(account => account.Base?.Amount ?? 0).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task Eight_people_issue_at_once_and_no_number_is_missing_or_double(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var acme = await here.Given.Customer();
        var drafts = new List<Guid>();
        for (var i = 0; i < 24; i++)
        {
            drafts.Add(await here.Ask<IInvoiceAppService, Guid>(invoices => invoices.CreateAsync(new DraftDocumentDto
            {
                PartyId = acme, Date = Given.Day, Currency = "IRR", Lines = [new DraftLineDto { Description = "Press", Quantity = 1, UnitPrice = 10, TaxPercent = 0 }]
            })));
        }

        await Task.WhenAll(drafts.Chunk(3).Select(own => Task.Run(async () =>
        {
            foreach (var draft in own) { await here.Tell<IInvoiceAppService>(invoices => invoices.IssueAsync(draft)); }
        })));

        var issued = await here.Ask<ISalesDocumentAppService, SalesDocumentPage>(documents => documents.GetListAsync(new SalesDocumentListInput { Kind = DocumentKind.Invoice }));
        var numbers = issued.Rows.Select(row => row.Number!).Order(StringComparer.Ordinal).ToList();
        numbers.Distinct().Count().ShouldBe(24);
        numbers.Select(number => int.Parse(number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, 24));
        var journal = await here.Ask<IJournalAppService, JournalPage>(entries => entries.GetListAsync(new JournalListInput { Max = 50 }));
        journal.Rows.Select(entry => entry.Number).Order().ShouldBe(Enumerable.Range(1, 24).Select(number => (long)number));
    }

    [Theory, EveryDatabase]
    public async Task A_number_that_is_unique_is_so_within_a_tenant_and_within_the_host(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        foreach (var tenant in new Guid?[] { here.As.TenantId, Guid.NewGuid(), null })
        {
            await Insert(here, tenant);
            await Should.ThrowAsync<DbUpdateException>(() => Insert(here, tenant));
        }
    }

    private static Task Insert(Here here, Guid? tenant) => here.As.Admin(async () =>
    {
        await using var scope = here.Services.CreateAsyncScope();
        using var change = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await scope.ServiceProvider.GetRequiredService<IRepository<NumberSequence, Guid>>().InsertAsync(new NumberSequence(Guid.NewGuid(), "once", 1405, 1, tenant));
        await unitOfWork.CompleteAsync();
    });

    [Theory, EveryDatabase]
    public async Task The_second_of_two_who_change_the_same_is_told(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var acme = await here.Given.Customer();

        await here.As.Admin(async () =>
        {
            await using var scope = here.Services.CreateAsyncScope();
            using var first = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            var read = await scope.ServiceProvider.GetRequiredService<IRepository<Party, Guid>>().GetAsync(acme);
            await here.Work<IRepository<Party, Guid>, bool>(async parties =>
            {
                (await parties.GetAsync(acme)).SetOwner(here.As.IdOf("reza"));
                return true;
            });
            read.SetOwner(null);
            await Should.ThrowAsync<AbpDbConcurrencyException>(() => first.CompleteAsync());
        });

        (await here.Ask<IPartyAppService, PartyDto>(parties => parties.GetAsync(acme))).OwnerId.ShouldBe(here.As.IdOf("reza"));
    }

    [Theory, EveryDatabase]
    public async Task Quantities_and_prices_keep_their_decimals(DatabaseProvider database, Contexts contexts)
    {
        using var here = Here.On(database, contexts);
        var press = await here.Ask<IProductAppService, Guid>(products => products.CreateAsync(new CreateProductDto { Code = "P-۱", Name = "پرس", Unit = "عدد", UnitPrice = 12.3456m, Currency = "EUR" }));

        var read = await here.Ask<IProductAppService, ProductDto>(products => products.GetAsync(press));
        read.UnitPrice.ShouldBe(12.3456m);
        await here.Tell<IStockAppService>(stock => stock.AdjustAsync(new AdjustStockDto { ProductId = press, Quantity = 0.0001m, Note = "counted" }));
        await here.Tell<IStockAppService>(stock => stock.AdjustAsync(new AdjustStockDto { ProductId = press, Quantity = 99999.9999m, Note = "counted" }));
        (await here.Ask<IProductAppService, ProductDto>(products => products.GetAsync(press))).OnHand.ShouldBe(100_000m);
    }

    private static async Task<List<string>> Names(Here here, string text) =>
        (await here.Ask<IPartyAppService, PartyPage>(parties => parties.GetListAsync(new PartyListInput { Text = text }))).Rows.Select(row => row.Name).ToList();

    private static async Task<List<PartyListRow>> Pages(Here here, int size)
    {
        var rows = new List<PartyListRow>();
        for (var more = true; more;)
        {
            var page = await here.Ask<IPartyAppService, PartyPage>(parties => parties.GetListAsync(new PartyListInput { Max = size, AfterKey = rows.LastOrDefault()?.SortKey, AfterId = rows.LastOrDefault()?.Id }));
            rows.AddRange(page.Rows);
            more = page.HasMore;
        }
        return rows;
    }
}
