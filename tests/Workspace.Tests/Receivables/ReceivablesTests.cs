using System.Net;
using Accounting.Cheques;
using Accounting.Receivables;
using Accounting.Receipts;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel.Calendars;
using Workspace;

namespace Workspace.Tests.Receivables;

public class ReceivablesTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public async Task What_is_owed_stands_in_the_box_of_its_age_and_adds_up_to_the_ledger()
    {
        var acme = await Given.Customer("Acme");
        foreach (var (amount, daysAgo) in ((decimal, int)[])[(1, -5), (2, 0), (4, 1), (8, 30), (16, 31), (32, 60), (64, 61), (128, 90), (256, 91)])
        {
            await Given.Invoice(acme, amount, Today.AddDays(-120), Today.AddDays(-daysAgo));
        }
        await Given.Payment(acme, 10m, date: Today);

        var page = await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput { AsOf = Today }));

        var row = page.Rows.ShouldHaveSingleItem();
        row.Ageing.ShouldBe(new Ageing("IRR", 3, 12, 48, 192, 256, 10));
        var proof = (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(acme))).ShouldHaveSingleItem();
        (proof.IsEqual, proof.Ledger.Amount).ShouldBe((true, row.Ageing.Balance));
        (await As.Finance(() => Get<IReceivablesAppService>().GetTotalsAsync(new AgeingTotalsInput { AsOf = Today }))).Rows.ShouldHaveSingleItem().ShouldBe(row.Ageing);
    }

    [Fact]
    public async Task Ageing_is_one_statement_pages_by_name_and_never_adds_currencies()
    {
        foreach (var name in (string[])["Ada", "Bea", "Cyd"])
        {
            var party = await Given.Customer(name);
            await Given.Invoice(party, 5m, Today, Today);
            await Given.Invoice(party, 7m, Today, Today, "EUR");
        }
        await Given.Customer("Nobody owes");
        AgeingPage first = null!;
        var statements = await StatementLog.OfAsync(async () => first = await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput { AsOf = Today, Max = 2 })));
        var last = first.Rows[^1];
        var second = await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput { AsOf = Today, Max = 2, AfterKey = last.SortKey, AfterId = last.PartyId }));

        statements.Count(sql => sql.Contains("SortKey", StringComparison.Ordinal)).ShouldBe(1, string.Join("\n\n", statements));
        first.Rows.Select(row => (row.PartyName, row.Ageing.Currency, row.Ageing.Current)).ShouldBe([("Ada", "EUR", 700), ("Ada", "IRR", 5), ("Bea", "EUR", 700), ("Bea", "IRR", 5)]);
        first.HasMore.ShouldBeTrue();
        second.Rows.Select(row => row.PartyName).Distinct().ShouldBe(["Cyd"]);
        second.HasMore.ShouldBeFalse();
    }

    /// <summary>
    /// 1405 of one customer: a sale on account, a cheque for it that bounces, a return, a correction, a price rise.
    /// After each month stands what an accountant would find in the books.
    /// </summary>
    [Fact]
    public async Task A_year_of_one_customer_month_by_month()
    {
        var acme = await Given.Customer("Acme");

        // Farvardin: 100 presses at 1,000, payable in Ordibehesht.
        var spring = await Given.Invoice(acme, 100_000m, Day(1, 10), Day(2, 10));
        // Ordibehesht: a cheque over all of it, due in Tir; the account is settled for now.
        var cheque = await TakeChequeAsync(acme, 100_000m, spring, Day(2, 10), Day(4, 10));
        // Tir: the bank does not pay.
        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Day(4, 10) }));
        await As.Finance(() => Get<IChequeAppService>().BounceAsync(cheque, new MoveChequeDto { Date = Day(4, 12) }));
        // Mordad: half is paid by transfer; ten presses come back.
        await Given.Payment(acme, 50_000m, spring, Day(5, 5));
        await CreditAsync(spring, 10_000m, Day(5, 20));
        // Mehr: prices rise to 1,200; 10 presses, billed as 11 by mistake and corrected.
        var autumn = await Given.Invoice(acme, 13_200m, Day(7, 1), Day(8, 1));
        await CreditAsync(autumn, 1_200m, Day(7, 2));
        // Azar: 60,000 are paid, more than is open: the rest is credit.
        var advance = await Given.Payment(acme, 60_000m, spring, Day(9, 1), allocate: 40_000m);

        (await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput { AsOf = Day(9, 2) }))).Rows.ShouldHaveSingleItem()
            .Ageing.ShouldBe(new Ageing("IRR", 0, 0, 12_000, 0, 0, 20_000));
        // Dey: of the credit 12,000 pay the autumn's invoice; what is left is paid back.
        await As.Finance(() => Get<IReceiptAppService>().AllocateAsync(advance, [new ReceiptAllocationInput { InvoiceId = autumn, Amount = 12_000m }]));
        await Given.Refund(acme, 8_000m, receipt: advance, date: Day(10, 3));

        var statement = await As.Finance(() => Get<IReceivablesAppService>().GetStatementAsync(new StatementInput { PartyId = acme, From = Day(1, 1), To = Day(12, 29) }));

        decimal AtEndOf(int month) => statement.Lines.Where(line => line.Date < Day(month + 1, 1)).Select(line => line.Balance.ToDecimal()).LastOrDefault();
        Enumerable.Range(1, 10).Select(AtEndOf).ShouldBe([100_000, 0, 0, 100_000, 40_000, 40_000, 52_000, 52_000, -8_000, 0]);
        (statement.Opening.Amount, statement.Closing.Amount).ShouldBe((0, 0));
        var proof = (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(acme))).ShouldHaveSingleItem();
        (proof.IsEqual, proof.Ledger.Amount).ShouldBe((true, 0));
        (await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput { AsOf = Day(10, 4) }))).Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fa", "مانده پایان", "برابر")]
    [InlineData("en", "Balance at the end", "Equal")]
    public async Task The_balance_in_the_customers_file_leads_to_the_statement_that_proves_it(string language, string closing, string equal)
    {
        var acme = await Given.Customer();
        await Given.Invoice(acme, 9_000m);
        using var visitor = await SignedIn("reza", language);
        var file = await visitor.GetAsync($"/Crm/Customers/File/{acme}");

        var statement = await visitor.GetAsync(file.Document.QuerySelector("a.ui-stat[href*='/Accounting/Statements/']")!.GetAttribute("href")!);

        statement.Status.ShouldBe(HttpStatusCode.OK);
        statement.TextOf("main").ShouldContain(closing);
        statement.TextOf("#proof").ShouldContain(equal);
        using var sara = await SignedIn("sara", language);
        (await sara.GetAsync(statement.Url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync($"/Crm/Customers/File/{acme}")).Has("a[href*='/Accounting/Statements/']").ShouldBeFalse();
    }

    private static DateOnly Day(int month, int day) => JalaliCalendar.ToDate(month > 12 ? 1406 : 1405, month > 12 ? month - 12 : month, day);

    private Task<Guid> TakeChequeAsync(Guid party, decimal amount, Guid invoice, DateOnly date, DateOnly due) => As.Finance(async () =>
    {
        var receipt = await Get<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = party, Date = date, Amount = amount, Method = ReceiptMethod.Cheque,
            Cheque = new ChequeInput { SayadId = "1234567890123456", Bank = "Mellat", Due = due },
            Allocations = [new ReceiptAllocationInput { InvoiceId = invoice, Amount = amount }],
        });
        return (await Get<IReceiptAppService>().GetAsync(receipt)).ChequeId!.Value;
    });

    private Task CreditAsync(Guid invoice, decimal amount, DateOnly date) => As.Admin(async () =>
    {
        var note = await Get<IInvoiceAppService>().CreateCreditNoteAsync(invoice);
        var draft = await Get<ISalesDocumentAppService>().GetAsync(note);
        await Get<ICreditNoteAppService>().UpdateAsync(note, new DraftDocumentDto
        {
            PartyId = draft.PartyId, Date = date, Currency = "IRR", ConcurrencyStamp = draft.ConcurrencyStamp,
            Lines = [new DraftLineDto { Description = "Correction", Quantity = 1, UnitPrice = amount }],
        });
        await Get<ICreditNoteAppService>().IssueAsync(note);
    });
}
