using System.Net;
using Accounting;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Receivables;
using Accounting.Receipts;
using Crm.CustomerFiles;
using Invoicing.Documents;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Workspace;

namespace Workspace.Tests.Cheques;

/// <summary>A post-dated cheque pays an invoice when it is taken, and owes it again when the bank does not pay.</summary>
public class ChequeTests : WorkspaceTest<WorkspaceModule>
{
    private const string Sayad = "1234567890123456";
    private static readonly DateOnly Due = Given.Day.AddDays(60);

    [Fact]
    public async Task A_cheque_that_the_bank_pays_goes_from_hand_through_collection_to_the_bank()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 9_000m);
        var cheque = await TakeAsync(acme, 9_000m, invoice);
        (await BalanceOf(AccountKeys.Cheques), await OpenOf(invoice)).ShouldBe((9_000, 0));

        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Due }));
        (await BalanceOf(AccountKeys.Cheques), await BalanceOf(AccountKeys.ChequesInCollection)).ShouldBe((0, 9_000));

        await As.Finance(() => Get<IChequeAppService>().ClearAsync(cheque, new MoveChequeDto { Date = Due.AddDays(1) }));
        (await BalanceOf(AccountKeys.ChequesInCollection), await BalanceOf(AccountKeys.Bank), await BalanceOf(AccountKeys.Receivables)).ShouldBe((0, 9_000, 0));
        (await As.Finance(() => Get<IChequeAppService>().GetAsync(cheque))).Moves.Select(move => move.State)
            .ShouldBe([ChequeState.Registered, ChequeState.InCollection, ChequeState.Cleared]);
    }

    [Fact]
    public async Task A_cheque_that_bounces_opens_its_invoices_again_and_shows_so_in_the_customers_file()
    {
        var acme = await Given.Customer();
        var invoice = await Given.Invoice(acme, 9_000m);
        var cheque = await TakeAsync(acme, 9_000m, invoice);
        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Due }));

        await As.Finance(() => Get<IChequeAppService>().BounceAsync(cheque, new MoveChequeDto { Date = Due.AddDays(2), Note = "no cover" }));

        (await OpenOf(invoice), await BalanceOf(AccountKeys.Receivables), await BalanceOf(AccountKeys.ChequesInCollection)).ShouldBe((9_000, 9_000, 0));
        var file = await As.Finance(() => Get<ICustomerFileAppService>().GetAsync(acme));
        var panel = file.Panels.Single(panel => panel.Key == "cheque");
        panel.Rows.ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Number.ShouldBe(Sayad), row => row.Status.ShouldBe("Bounced"), row => row.Open!.Value.IsZero.ShouldBeTrue());
        (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(acme))).ShouldHaveSingleItem().IsEqual.ShouldBeTrue();
    }

    [Fact]
    public async Task A_cheque_is_taken_once_until_it_bounced_or_went_back()
    {
        var acme = await Given.Customer();
        var first = await TakeAsync(acme, 1_000m);
        (await RefusalOf(() => TakeAsync(acme, 1_000m))).ShouldBe(AccountingErrorCodes.ChequeTaken);
        await As.Finance(() => Get<IChequeAppService>().ReturnAsync(first, new MoveChequeDto { Date = Given.Day }));

        await TakeAsync(acme, 1_000m);

        (await As.Finance(() => Get<IChequeAppService>().GetListAsync(new ChequeListInput()))).Rows.Select(row => row.State).Order()
            .ShouldBe([ChequeState.Registered, ChequeState.Returned]);
        (await BalanceOf(AccountKeys.Cheques), await BalanceOf(AccountKeys.Receivables)).ShouldBe((1_000, -1_000));
    }

    [Fact]
    public async Task Of_two_who_take_the_same_cheque_at_once_one_is_refused()
    {
        var acme = await Given.Customer();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record.ExceptionAsync(() => TakeAsync(acme, 1_000m)))));

        outcomes.Count(refused => refused is null).ShouldBe(1);
        (await As.Finance(() => Get<IChequeAppService>().GetListAsync(new ChequeListInput()))).Rows.ShouldHaveSingleItem();
        (await BalanceOf(AccountKeys.Cheques)).ShouldBe(1_000);
    }

    [Fact]
    public async Task A_spent_cheque_pays_what_we_owe_a_supplier_and_its_receipt_is_not_reversed_behind_it()
    {
        var (acme, mill) = (await Given.Customer(), await Given.Customer("Mill"));
        var cheque = await TakeAsync(acme, 5_000m);
        await As.Finance(() => Get<IChequeAppService>().SpendAsync(cheque, new SpendChequeDto { Date = Given.Day, PayeeId = mill }));

        (await BalanceOf(AccountKeys.Payables), await BalanceOf(AccountKeys.Cheques)).ShouldBe((5_000, 0));
        var receipt = (await As.Finance(() => Get<IChequeAppService>().GetAsync(cheque))).ReceiptId;
        (await RefusalOf(() => As.Finance(async () => { await Get<IReceiptAppService>().ReverseAsync(receipt); return true; }))).ShouldBe(AccountingErrorCodes.ReceiptOfACheque);
        (await As.Finance(() => Get<IReceiptAppService>().GetAsync(receipt))).State.ShouldBe(ReceiptState.Posted);
    }

    [Theory]
    [InlineData("fa", "شانزده رقم")]
    [InlineData("en", "sixteen digits")]
    public async Task A_wrong_Sayad_id_is_refused_in_words_and_what_was_typed_stays(string language, string words)
    {
        var acme = await Given.Customer();
        using var visitor = await SignedIn("reza", language);
        var form = await visitor.GetAsync($"/Accounting/Receipts/Create?partyId={acme}");

        var answer = await form.SubmitAsync(new()
        {
            ["Input.Amount"] = "5000", ["Input.Method"] = "Cheque", ["Input.Cheque.SayadId"] = "12 34", ["Input.Cheque.Bank"] = "Mellat", ["Input.Cheque.Due"] = "1405/12/01",
        }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.TextOf("main").ShouldContain(words);
        answer.Html.ShouldContain("12 34");
        (await As.Finance(() => Get<IReceiptAppService>().GetListAsync(new ReceiptListInput()))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_of_a_cheque_leads_it_to_the_bank_and_offers_only_what_comes_next()
    {
        var cheque = await TakeAsync(await Given.Customer(), 7_000m);
        using var visitor = await SignedIn("reza");
        var page = await visitor.GetAsync($"/Accounting/Cheques/Details/{cheque}");
        page.TextOf("main").ShouldContain("Hand to the bank");
        page.TextOf("main").ShouldNotContain("It bounced");

        var next = await page.SubmitAsync([], "main form[method=post]", "button[formaction*='InCollection']");

        next.TextOf("main").ShouldContain("It bounced");
        next.TextOf("main").ShouldNotContain("Give back");
    }

    private Task<Guid> TakeAsync(Guid party, decimal amount, Guid? invoice = null) => As.Finance(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        var receipt = await scope.ServiceProvider.GetRequiredService<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = party, Date = Given.Day, Amount = amount, Method = ReceiptMethod.Cheque,
            Cheque = new ChequeInput { SayadId = "۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶", Bank = "ملت", Due = Due },
            Allocations = invoice is { } id ? [new ReceiptAllocationInput { InvoiceId = id, Amount = amount }] : [],
        });
        return (await scope.ServiceProvider.GetRequiredService<IReceiptAppService>().GetAsync(receipt)).ChequeId!.Value;
    });

    private static async Task<string?> RefusalOf<T>(Func<Task<T>> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;

    private async Task<decimal> BalanceOf(string key) => (await As.Admin(() => Get<IAccountAppService>().GetListAsync()))
        .Single(account => account.Code == Codes[key]).Balance?.ToDecimal() ?? 0;

    private static readonly Dictionary<string, string> Codes = new()
    {
        [AccountKeys.Bank] = "1020", [AccountKeys.Receivables] = "1100", [AccountKeys.Cheques] = "1110", [AccountKeys.ChequesInCollection] = "1120", [AccountKeys.Payables] = "2010",
    };

    private async Task<decimal> OpenOf(Guid invoice) => (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(invoice))).Open!.Value.ToDecimal();
}
