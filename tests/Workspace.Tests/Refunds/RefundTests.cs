using System.Net;
using Accounting;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Closings;
using Accounting.Journal;
using Accounting.Receipts;
using Accounting.Receivables;
using Accounting.Refunds;
using Crm.CustomerFiles;
using Invoicing;
using Invoicing.Documents;
using Kernel;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Workspace;

namespace Workspace.Tests.Refunds;

/// <summary>What a customer has to its credit is paid back once, and every book shows it.</summary>
public class RefundTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task What_was_paid_too_much_is_paid_back_and_every_book_shows_it()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 6_000m);
        var receipt = await Given.Payment(acme, 10_000m, invoice, allocate: 6_000m);

        var refund = await Given.Refund(acme, 3_000m, receipt: receipt);

        (await BalanceOf(acme), await AccountAsync("Cash")).ShouldBe((-1_000, -3_000));
        (await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput()))).Rows.ShouldHaveSingleItem().Ageing.Credit.ShouldBe(1_000);
        var statement = await As.Finance(() => Get<IReceivablesAppService>().GetStatementAsync(new StatementInput { PartyId = acme, From = Given.Day, To = Given.Day }));
        statement.Lines.Select(line => (line.Source, line.Balance.Amount)).ShouldBe([(JournalSource.Invoice, 6_000), (JournalSource.Receipt, -4_000), (JournalSource.Refund, -1_000)]);
        var read = await As.Finance(() => Get<IReceiptAppService>().GetAsync(receipt));
        (read.Unallocated!.Value.Amount, read.Refunds.ShouldHaveSingleItem().RefundId).ShouldBe((1_000, refund));
        var panel = (await As.Finance(() => Get<ICustomerFileAppService>().GetAsync(acme))).Panels.Single(panel => panel.Key == "refund");
        panel.Rows.ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Number.ShouldBe("RFD-1405-00001"), row => row.Total!.Value.Amount.ShouldBe(3_000), row => row.Open!.Value.IsZero.ShouldBeTrue());
    }

    [Fact]
    public async Task A_refund_is_reversed_and_never_edited_and_until_then_holds_its_receipt()
    {
        var acme = await Given.Customer();
        var receipt = await Given.Payment(acme, 10_000m);
        var refund = await Given.Refund(acme, 4_000m, receipt: receipt);
        (await RefusalOf(() => As.Finance(() => Get<IReceiptAppService>().ReverseAsync(receipt)))).ShouldBe(AccountingErrorCodes.ReceiptPaidBack);

        await As.Finance(() => Get<IRefundAppService>().ReverseAsync(refund));

        (await BalanceOf(acme), await AccountAsync("Cash")).ShouldBe((-10_000, 0));
        (await RefusalOf(() => As.Finance(() => Get<IRefundAppService>().ReverseAsync(refund)))).ShouldBe(AccountingErrorCodes.RefundReversed);
        (await As.Finance(() => Get<IReceiptAppService>().GetAsync(receipt))).Refunds.ShouldBeEmpty("it does not stand any more");
        (await As.Finance(() => Get<IRefundAppService>().GetAsync(refund))).State.ShouldBe(RefundState.Reversed);
        await Given.Refund(acme, 10_000m, receipt: receipt);
        (await BalanceOf(acme)).ShouldBe(0);
    }

    [Fact]
    public async Task What_came_back_after_it_was_paid_is_paid_back_of_its_invoice()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 10_000m);
        var payment = await Given.Payment(acme, 10_000m, invoice);
        (await RefusalOf(() => Given.Refund(acme, 1_000m, invoice: invoice))).ShouldBe(AccountingErrorCodes.RefundOtherParty);
        await Given.CreditNote(invoice, 2_500m);
        (await RefusalOf(() => Given.Refund(acme, 2_501m, invoice: invoice))).ShouldBe(InvoicingErrorCodes.RefundExceedsCredit);

        var refund = await Given.Refund(acme, 2_500m, invoice: invoice);

        (await BalanceOf(acme)).ShouldBe(0);
        (await As.Finance(() => Get<IReceivablesAppService>().GetAgeingAsync(new AgeingInput()))).Rows.ShouldBeEmpty();
        var read = await As.Finance(() => Get<ISalesDocumentAppService>().GetAsync(invoice));
        (read.PaidBack!.Value.Amount, read.Open!.Value.Amount, read.Status).ShouldBe((2_500, 0, DocumentStatus.Paid));
        await As.Finance(() => Get<IReceiptAppService>().ReverseAsync(payment));
        (await BalanceOf(acme)).ShouldBe(10_000, "what paid it is gone, what was paid back is not");
        await As.Finance(() => Get<IRefundAppService>().ReverseAsync(refund));
        (await BalanceOf(acme)).ShouldBe(7_500);
    }

    [Fact]
    public async Task One_refund_takes_of_several_credits_and_never_more_than_there_is()
    {
        var (acme, bea) = (await Given.Customer("Acme"), await Given.Customer("Bea"));
        var (first, second, foreign, beas) = (await Given.Payment(acme, 1_000m), await Given.Payment(acme, 2_000m), await Given.Payment(acme, 5m, currency: await Euro()), await Given.Payment(bea, 500m));

        var refund = await PayBackAsync(acme, (first, 1_000m), (second, 500m));

        (await As.Finance(() => Get<IRefundAppService>().GetAsync(refund))).Parts.Select(part => part.ReceiptId).ShouldBe([first, second]);
        (await As.Finance(() => Get<IRefundAppService>().GetCreditsAsync(acme))).Select(credit => (credit.ReceiptId, credit.Left)).ShouldBe([(second, new Money(1_500, "IRR")), (foreign, new Money(500, "EUR"))], ignoreOrder: true);
        (await RefusalOf(() => PayBackAsync(acme, (second, 1_501m)))).ShouldBe(AccountingErrorCodes.RefundExceedsReceipt);
        (await RefusalOf(() => PayBackAsync(acme, (second, 1_000m), (second, 501m)))).ShouldBe(AccountingErrorCodes.RefundExceedsReceipt);
        (await RefusalOf(() => PayBackAsync(acme, (second, -1m)))).ShouldBe(AccountingErrorCodes.AmountNotPositive);
        (await RefusalOf(() => PayBackAsync(acme, (foreign, 1m)))).ShouldBe(AccountingErrorCodes.RefundOtherCurrency);
        (await RefusalOf(() => PayBackAsync(acme, (beas, 500m)))).ShouldBe(AccountingErrorCodes.RefundOtherParty);
        (await RefusalOf(() => PayBackAsync(acme))).ShouldBe(AccountingErrorCodes.RefundEmpty);
        (await BalanceOf(acme)).ShouldBe(-1_500);
        (await As.Finance(() => Get<IRefundAppService>().GetListAsync(new RefundListInput()))).Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_is_paid_back_of_a_cheque_before_the_bank_paid_it()
    {
        var acme = await Given.Customer();
        var receipt = await As.Finance(() => Get<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = acme, Date = Given.Day, Amount = 1_000m, Method = ReceiptMethod.Cheque, Cheque = new ChequeInput { SayadId = "1234567890123456", Bank = "Mellat", Due = Given.Day },
        }));
        var cheque = (await As.Finance(() => Get<IReceiptAppService>().GetAsync(receipt))).ChequeId!.Value;
        (await RefusalOf(() => Given.Refund(acme, 1_000m, receipt: receipt))).ShouldBe(AccountingErrorCodes.RefundOfUnpaidCheque);
        (await As.Finance(() => Get<IRefundAppService>().GetCreditsAsync(acme))).ShouldBeEmpty();
        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Given.Day }));
        await As.Finance(() => Get<IChequeAppService>().ClearAsync(cheque, new MoveChequeDto { Date = Given.Day }));

        await Given.Refund(acme, 1_000m, receipt: receipt);

        (await BalanceOf(acme)).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_paid_back_before_it_was_paid()
    {
        var acme = await Given.Customer();
        var receipt = await Given.Payment(acme, 1_000m);

        (await RefusalOf(() => Given.Refund(acme, 1_000m, receipt: receipt, date: Given.Day.AddDays(-1)))).ShouldBe(AccountingErrorCodes.RefundBeforeCredit);

        await Given.Refund(acme, 1_000m, receipt: receipt);
        (await BalanceOf(acme)).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_paid_back_in_a_closed_period()
    {
        var acme = await Given.Customer();
        var receipt = await Given.Payment(acme, 1_000m);
        await As.Admin(() => Get<IClosingAppService>().CloseAsync(new CloseBooksDto { Through = Given.Day }));

        (await RefusalOf(() => Given.Refund(acme, 1_000m, receipt: receipt))).ShouldBe(AccountingErrorCodes.PeriodClosed);

        (await As.Finance(() => Get<IReceiptAppService>().GetAsync(receipt))).Unallocated!.Value.Amount.ShouldBe(1_000);
    }

    /// <summary>Ten euros stand at 50,000 in the books and are paid back at 60,000; of an invoice sold at 50,000 a part comes back and is paid back at 70,000.</summary>
    [Fact]
    public async Task What_is_paid_back_at_another_rate_brings_a_gain_or_loss_and_leaves_nothing_over()
    {
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Given.Day);
        await Given.Rate("EUR", 60_000m, Given.Day.AddDays(5));
        await Given.Rate("EUR", 70_000m, Given.Day.AddDays(9));
        var receipt = await Given.Payment(acme, 10m, currency: "EUR");

        var some = await Given.Refund(acme, 4m, receipt: receipt, date: Given.Day.AddDays(6), currency: "EUR");
        (await ProofOf(acme)).ShouldBe((new Money(-600, "EUR"), new Money(-600, "EUR"), -300_000));
        (await AccountAsync("Exchange gains")).ShouldBe(40_000, "a loss of 10,000 for each of four euros");
        await As.Finance(() => Get<IRefundAppService>().ReverseAsync(some));
        (await AccountAsync("Exchange gains")).ShouldBe(0);
        await Given.Refund(acme, 10m, receipt: receipt, date: Given.Day.AddDays(6), currency: "EUR");
        (await ProofOf(acme)).ShouldBe((new Money(0, "EUR"), new Money(0, "EUR"), 0));

        var invoice = await Given.Invoice(acme, 100m, currency: "EUR");
        await Given.Payment(acme, 100m, invoice, Given.Day.AddDays(6), currency: "EUR");
        await Given.CreditNote(invoice, 30m, Given.Day.AddDays(7), "EUR");
        await Given.Refund(acme, 10m, invoice: invoice, date: Given.Day.AddDays(10), currency: "EUR");
        (await ProofOf(acme)).ShouldBe((new Money(-2_000, "EUR"), new Money(-2_000, "EUR"), -1_000_000));
        await Given.Refund(acme, 20m, invoice: invoice, date: Given.Day.AddDays(10), currency: "EUR");

        (await ProofOf(acme)).ShouldBe((new Money(0, "EUR"), new Money(0, "EUR"), 0));
        // Lost 100,000 on the advance, gained a million when the invoice was paid, lost 20,000 for each of thirty euros paid back.
        (await AccountAsync("Exchange gains")).ShouldBe(100_000 - 1_000_000 + 600_000);
    }

    [Theory]
    [InlineData("fa", "استرداد ثبت شد", "شماره شبای درستی نیست", "شماره شبای گیرنده می‌خواهد")]
    [InlineData("en", "The refund is recorded", "is not a valid Iranian IBAN", "needs the payee’s IBAN")]
    public async Task From_receipt_credit_note_and_file_one_goes_to_a_refund_and_back(string language, string recorded, string wrong, string missing)
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 6_000m);
        var receipt = await Given.Payment(acme, 10_000m, invoice, allocate: 6_000m);
        var note = await Given.CreditNote(invoice, 1_500m);
        using var reza = await SignedIn("reza", language);
        var page = await reza.GetAsync($"/Accounting/Receipts/Details/{receipt}");
        var form = await reza.GetAsync(page.Document.QuerySelector("a[href*='Refunds/Create']")!.GetAttribute("href")!);
        form.Document.QuerySelectorAll("#credits tbody tr").Length.ShouldBe(2, "of the receipt, and of the invoice");

        var refused = await form.SubmitAsync(new() { ["Input.Iban"] = "IR000540102680020817909002", ["Input.Note"] = "by agreement" }, "main form[method=post]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        refused.TextOf("main").ShouldContain(wrong);
        refused.Html.ShouldContain("by agreement");
        (await form.SubmitAsync(new() { ["Input.Iban"] = "" }, "main form[method=post]")).TextOf("main").ShouldContain(missing);
        (await BalanceOf(acme)).ShouldBe(-5_500, "nothing was changed");
        var done = await refused.SubmitAsync(new() { ["Input.Iban"] = "ir82 0540 1026 8002 0817 9090 02", [$"Input.Receipts[{receipt}]"] = "4000", [$"Input.Invoices[{invoice}]"] = "1500" }, "main form[method=post]");

        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        done.Text.ShouldContain(recorded);
        done.TextOf("main").ShouldContain("IR82 0540 1026 8002 0817 9090 02");
        done.TextOf("main").ShouldContain("RFD-1405-00001", customMessage: "those that were refused took no number");
        done.Document.QuerySelectorAll("#parts a").Select(link => link.GetAttribute("href")).ShouldBe(
            [$"/Accounting/Receipts/Details/{receipt}", DocumentUrls.Details(DocumentKind.Invoice, invoice), DocumentUrls.Details(DocumentKind.CreditNote, note)]);
        foreach (var url in (string[])[$"/Accounting/Receipts/Details/{receipt}", DocumentUrls.Details(DocumentKind.Invoice, invoice), DocumentUrls.Details(DocumentKind.CreditNote, note), $"/Crm/Customers/File/{acme}", "/Accounting/Refunds", $"/Accounting/Statements/{acme}"])
        {
            (await reza.GetAsync(url)).Document.QuerySelector($"a[href='{done.Url}']").ShouldNotBeNull(url);
        }
        (await reza.GetAsync($"/Accounting/Refunds/Create?partyId={acme}")).Has("#credits").ShouldBeFalse("nothing is left");
    }

    [Fact]
    public async Task Who_may_not_pay_back_is_offered_nothing_and_refused()
    {
        var acme = await Given.Customer();
        var receipt = await Given.Payment(acme, 10_000m);
        var refund = await Given.Refund(acme, 4_000m, receipt: receipt);
        using var sara = await SignedIn("sara");

        (await sara.GetAsync($"/Accounting/Receipts/Details/{receipt}")).Html.ShouldNotContain("/Accounting/Refunds");
        (await sara.GetAsync($"/Accounting/Refunds/Create?partyId={acme}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync($"/Accounting/Refunds/Details/{refund}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync($"/Crm/Customers/File/{acme}")).Html.ShouldNotContain("RFD-");
    }

    [Fact]
    public async Task Of_two_who_pay_the_same_credit_back_at_once_one_is_refused()
    {
        var acme = await Given.Customer();
        var receipt = await Given.Payment(acme, 10_000m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record.ExceptionAsync(() => Given.Refund(acme, 6_000m, receipt: receipt)))));

        outcomes.Count(refused => refused is null).ShouldBe(1);
        outcomes.ShouldContain(refused => refused is BusinessException || refused is AbpDbConcurrencyException);
        (await BalanceOf(acme)).ShouldBe(-4_000);
    }

    [Theory]
    [InlineData("fa", "شماره شبای پرداخت‌کننده")]
    [InlineData("en", "Payer’s IBAN")]
    public async Task A_transfer_says_from_which_account_it_came(string language, string label)
    {
        var acme = await Given.Customer();
        using var reza = await SignedIn("reza", language);
        var form = await reza.GetAsync($"/Accounting/Receipts/Create?partyId={acme}");

        var refused = await form.SubmitAsync(new() { ["Input.Amount"] = "5000", ["Input.Iban"] = "IR82" }, "main form[method=post]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        var done = await refused.SubmitAsync(new() { ["Input.Iban"] = "IR82-0540-1026-8002-0817-9090-02" }, "main form[method=post]");

        done.TextOf("main").ShouldContain(label);
        done.TextOf("main").ShouldContain("IR82 0540 1026 8002 0817 9090 02");
    }

    private async Task<string> Euro()
    {
        await Given.Rate("EUR");
        return "EUR";
    }

    private Task<Guid> PayBackAsync(Guid party, params (Guid Receipt, decimal Amount)[] parts) => As.Finance(() => Get<IRefundAppService>().CreateAsync(new CreateRefundDto
    {
        PartyId = party, Date = Given.Day, Method = RefundMethod.Card, Parts = [.. parts.Select(part => new RefundPartInput { ReceiptId = part.Receipt, Amount = part.Amount })],
    }));

    /// <summary>In rials, by the ledger and by the documents.</summary>
    private async Task<long> BalanceOf(Guid party)
    {
        var proof = (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(party))).Single(one => one.Ledger.Currency == "IRR");
        proof.IsEqual.ShouldBeTrue($"{proof.Ledger} in the ledger, {proof.Documents} by the documents");
        return proof.Ledger.Amount;
    }

    private async Task<(Money Ledger, Money Documents, long Rials)> ProofOf(Guid party)
    {
        var proof = (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(party))).ShouldHaveSingleItem();
        return (proof.Ledger, proof.Documents, proof.Base.Amount);
    }

    /// <summary>What an account stands at in rials, debit less credit; all of them amount to nothing.</summary>
    private async Task<long> AccountAsync(string name)
    {
        var accounts = await As.Admin(() => Get<IAccountAppService>().GetListAsync());
        accounts.Sum(account => account.Base?.Amount ?? 0).ShouldBe(0);
        return accounts.Where(account => account.Name.StartsWith(name, StringComparison.Ordinal)).Sum(account => account.Base?.Amount ?? 0);
    }

    private static async Task<string?> RefusalOf(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (BusinessException refused)
        {
            return refused.Code;
        }
    }
}
