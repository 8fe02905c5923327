using System.Net;
using Accounting;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Closings;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Receivables;
using Accounting.Revaluations;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel.Calendars;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.ForeignCurrencies;

/// <summary>Business in euros in books that are kept in rials.</summary>
public class ForeignCurrencyTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>
    /// 1405 of one customer who is billed in euros: a sale on account, a cheque that bounces, a part paid, a return, two
    /// closings, a price rise with a mistake that is corrected, and at last more money than was owed. After each step stands what
    /// an accountant finds: what the customer owes in euros, what that was posted at in rials, and what the rates brought.
    /// </summary>
    [Fact]
    public async Task A_year_of_one_customer_in_euros_month_by_month()
    {
        TestClock.Fixed = new DateTime(2027, 3, 10, 8, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer("Acme");
        await Given.Rate("EUR", 50_000m, Day(1, 1));
        await Given.Rate("EUR", 60_000m, Day(4, 1));
        await Given.Rate("EUR", 70_000m, Day(7, 1));
        await Given.Rate("EUR", 65_000m, Day(9, 1));

        // Farvardin: ten presses at 100 euros, at a rate of 50,000 rials.
        var spring = await Given.Invoice(acme, 1_000m, Day(1, 10), Day(2, 10), "EUR");
        await BooksShow(acme, euros: 1_000m, rials: 50_000_000, gained: 0);

        // Ordibehesht: a cheque over all of it, due in Tir. The rate is the same.
        var cheque = await TakeChequeAsync(acme, 1_000m, spring, Day(2, 10), Day(4, 10));
        await BooksShow(acme, euros: 0, rials: 0, gained: 0);

        // Tir: the bank does not pay. The euro has risen to 60,000, but the debt is the old one.
        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Day(4, 10) }));
        await As.Finance(() => Get<IChequeAppService>().BounceAsync(cheque, new MoveChequeDto { Date = Day(4, 12) }));
        await BooksShow(acme, euros: 1_000m, rials: 50_000_000, gained: 0);

        // Mordad: 400 euros come by transfer. They were sold at 20,000,000 and bring 24,000,000.
        await Given.Payment(acme, 400m, spring, Day(5, 5), currency: "EUR");
        await BooksShow(acme, euros: 600m, rials: 30_000_000, gained: 4_000_000);

        // Still in Mordad one press comes back: at the rate of its sale, so nothing is gained or lost.
        await CreditAsync(spring, 100m, Day(5, 20));
        await BooksShow(acme, euros: 500m, rials: 25_000_000, gained: 4_000_000);

        // The end of Shahrivar: 500 euros are worth 30,000,000 now. The account of the customer stays as it was posted.
        await RevalueAsync(Day(6, 31));
        await BooksShow(acme, euros: 500m, rials: 25_000_000, gained: 9_000_000, revalued: 5_000_000);

        // Mehr: the price rises to 120 euros and the rate to 70,000. Ten presses are billed as eleven and corrected.
        var autumn = await Given.Invoice(acme, 1_320m, Day(7, 1), Day(8, 1), "EUR");
        await CreditAsync(autumn, 120m, Day(7, 2));
        await BooksShow(acme, euros: 1_700m, rials: 109_000_000, gained: 9_000_000, revalued: 5_000_000);

        // Azar: 2,000 euros come at 65,000. On spring's 500 they gain 7,500,000, on autumn's 1,200 they lose 6,000,000; 300 are credit.
        var last = await PayAsync(acme, 2_000m, Day(9, 2), (spring, 500m), (autumn, 1_200m));
        await BooksShow(acme, euros: -300m, rials: -19_500_000, gained: 10_500_000, revalued: 5_000_000);

        // The end of Azar: the credit is worth what it came at, so the 5,000,000 of Shahrivar are taken back; but Mordad's 400 euros at the bank,
        // posted at 60,000, are worth 2,000,000 more.
        await RevalueAsync(Day(9, 30));
        await BooksShow(acme, euros: -300m, rials: -19_500_000, gained: 7_500_000, revalued: 2_000_000);

        // Esfand: that transfer was another customer's and is reversed; its gain and its loss are gone with it.
        await As.Admin(() => Get<IReceiptAppService>().ReverseAsync(last));
        await BooksShow(acme, euros: 1_700m, rials: 109_000_000, gained: 6_000_000, revalued: 2_000_000);
        await EveryEntryBalances();
    }

    [Theory]
    [InlineData(61_234.567)]
    [InlineData(0.37)]
    public async Task What_is_paid_in_parts_at_other_rates_leaves_nothing_over(decimal rate)
    {
        var acme = await Given.Customer();
        await Given.Rate("EUR", rate, Given.Day);
        await Given.Rate("EUR", rate * 1.0371m, Given.Day.AddDays(1));
        await Given.Rate("EUR", rate * 0.9113m, Given.Day.AddDays(2));
        var invoice = await Given.Invoice(acme, 100.01m, currency: "EUR");
        await Given.Payment(acme, 33.33m, invoice, Given.Day.AddDays(1), currency: "EUR");
        var mistaken = await Given.Payment(acme, 20m, invoice, Given.Day.AddDays(2), currency: "EUR");
        await CreditAsync(invoice, 7.77m, Given.Day.AddDays(1));
        await As.Admin(() => Get<IReceiptAppService>().ReverseAsync(mistaken));
        var advance = await Given.Payment(acme, 50m, date: Given.Day.AddDays(2), currency: "EUR");
        await AllocateAsync(advance, (invoice, 11.11m));
        await AllocateAsync(advance, (invoice, 38.89m));
        await Given.Payment(acme, 8.91m, invoice, Given.Day.AddDays(1), currency: "EUR");

        (await ProofOf(acme)).ShouldSatisfyAllConditions(
            proof => proof.IsEqual.ShouldBeTrue(), proof => proof.Ledger.ShouldBe(Eur(0)), proof => proof.Base.ShouldBe(Rials(0)));
        await EveryEntryBalances();
    }

    [Theory]
    [InlineData("fa", "برای EUR در ۱۴۰۵/۰۸/۱۰ یا پیش از آن نرخی نیست")]
    [InlineData("en", "There is no rate of EUR on 1 Nov 2026 or before")]
    public async Task Without_a_rate_a_foreign_document_is_refused_in_words_and_nothing_is_half_done(string language, string words)
    {
        var acme = await Given.Customer();
        await Given.Rate("EUR", 60_000m, Given.Day.AddDays(1)); // too late
        var draft = await As.Admin(() => Get<IInvoiceAppService>().CreateAsync(new DraftDocumentDto
        {
            PartyId = acme, Date = Given.Day, Currency = "EUR", Lines = [new DraftLineDto { Description = "Press", Quantity = 1, UnitPrice = 100 }],
        }));
        using var visitor = await SignedIn("admin", language);
        var page = await visitor.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, draft));

        var answer = await page.SubmitAsync([], "main form[method=post][action*='Issue']");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.TextOf("main").ShouldContain(words);
        (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(draft))).Number.ShouldBeNull();
        (await Should.ThrowAsync<BusinessException>(() => Given.Payment(acme, 5m, currency: "EUR"))).Code.ShouldBe(AccountingErrorCodes.RateMissing);
        (await As.Admin(() => Get<IJournalAppService>().GetListAsync(new JournalListInput()))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revaluation_posts_only_what_has_changed_and_the_newest_is_reversed_first()
    {
        TestClock.Fixed = new DateTime(2027, 3, 10, 8, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Day(1, 1));
        await Given.Rate("USD", 40_000m, Day(1, 1));
        await Given.Invoice(acme, 100m, Day(1, 10), currency: "EUR");
        await Given.Invoice(acme, 100m, Day(1, 10), currency: "USD");
        await Given.Invoice(acme, 9_000m, Day(1, 10));
        await Given.Rate("EUR", 60_000m, Day(6, 1));
        await Given.Rate("EUR", 58_000m, Day(12, 1));

        (await RevalueAsync(Day(6, 31))).ShouldBe(1, "the dollar has not moved, and rials are what the books are kept in");
        (await RevalueAsync(Day(6, 31))).ShouldBe(0);
        (await RevalueAsync(Day(12, 10))).ShouldBe(1);

        var seen = await As.Admin(() => Get<IRevaluationAppService>().GetAsync(Day(12, 10)));
        seen.Rows.Select(row => (row.Balance, row.Posted, row.Revalued, row.Worth, row.Change)).ShouldBe(
        [
            (Eur(100), Rials(5_000_000), Rials(800_000), Rials(5_800_000), Rials(0)),
            (Money.Of(100, "USD"), Rials(4_000_000), Rials(0), Rials(4_000_000), Rials(0)),
        ]);
        seen.Entries.Select(entry => (entry.Base, entry.CanReverse)).ShouldBe([(Rials(-200_000), true), (Rials(1_000_000), false)]);
        (await RefusalOf(() => Get<IRevaluationAppService>().ReverseAsync(seen.Entries[1].EntryId))).ShouldBe(AccountingErrorCodes.RevaluedLater);
        (await RefusalOf(() => Get<IRevaluationAppService>().RevalueAsync(new RevalueDto { On = Day(1, 1) }))).ShouldBeNull("nothing was owed yet, so there is nothing to post");
        await As.Admin(() => Get<IRevaluationAppService>().ReverseAsync(seen.Entries[0].EntryId));
        await As.Admin(() => Get<IRevaluationAppService>().ReverseAsync(seen.Entries[1].EntryId));
        await BooksShow(acme, "EUR", Eur(100), rials: 5_000_000, gained: 0, revalued: 0);
        await As.Admin(() => Get<IClosingAppService>().CloseAsync(new CloseBooksDto { Through = Day(6, 31) }));
        (await RefusalOf(() => Get<IRevaluationAppService>().RevalueAsync(new RevalueDto { On = Day(6, 31) }))).ShouldBe(AccountingErrorCodes.PeriodClosed);
        (await RefusalOf(() => Get<IRevaluationAppService>().RevalueAsync(new RevalueDto { On = new DateOnly(2027, 3, 11) }))).ShouldBe(AccountingErrorCodes.RevaluationInFuture);
    }

    [Fact]
    public async Task Money_at_the_bank_and_cheques_in_hand_are_revalued_beside_what_is_owed()
    {
        TestClock.Fixed = new DateTime(2027, 3, 10, 8, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Day(1, 1));
        await Given.Rate("EUR", 60_000m, Day(6, 1));
        var invoice = await Given.Invoice(acme, 100m, Day(1, 10), currency: "EUR");
        await Given.Payment(acme, 30m, invoice, Day(1, 11), currency: "EUR");
        var cheque = await TakeChequeAsync(acme, 50m, invoice, Day(1, 12), Day(7, 1));

        var row = (await As.Admin(() => Get<IRevaluationAppService>().GetAsync(Day(6, 31)))).Rows.ShouldHaveSingleItem();

        row.Parts.Select(part => (part.Account, part.Balance, part.Posted)).ShouldBe(
            [("Bank", Eur(30), Rials(1_500_000)), ("Receivables", Eur(20), Rials(1_000_000)), ("Cheques in hand", Eur(50), Rials(2_500_000))]);
        (row.Balance, row.Change).ShouldBe((Eur(100), Rials(1_000_000)));
        (await RevalueAsync(Day(6, 31))).ShouldBe(1);
        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Day(7, 1) }));
        await As.Finance(() => Get<IChequeAppService>().ClearAsync(cheque, new MoveChequeDto { Date = Day(7, 2) }));
        (await RevalueAsync(Day(7, 3))).ShouldBe(0, "the money only went from one account to another");
        await BooksShow(acme, euros: 20m, rials: 1_000_000, gained: 1_000_000, revalued: 1_000_000);
        await EveryEntryBalances();
    }

    [Fact]
    public async Task Of_two_revaluations_of_a_day_the_later_is_reversed_first()
    {
        TestClock.Fixed = new DateTime(2027, 3, 10, 8, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Day(1, 1));
        await Given.Invoice(acme, 100m, Day(1, 10), currency: "EUR");
        await Given.Rate("EUR", 60_000m, Day(6, 1));
        (await RevalueAsync(Day(6, 31))).ShouldBe(1);
        await Given.Invoice(acme, 100m, Day(1, 11), currency: "EUR");
        (await RevalueAsync(Day(6, 31))).ShouldBe(1);

        var seen = (await As.Admin(() => Get<IRevaluationAppService>().GetAsync(Day(6, 31)))).Entries;
        seen.Select(entry => entry.CanReverse).ShouldBe([true, false]);
        (await RefusalOf(() => Get<IRevaluationAppService>().ReverseAsync(seen[1].EntryId))).ShouldBe(AccountingErrorCodes.RevaluedLater);
        (await RefusalOf(() => Get<IRevaluationAppService>().ReverseAsync(seen[0].EntryId))).ShouldBeNull();
        (await RefusalOf(() => Get<IRevaluationAppService>().ReverseAsync(seen[1].EntryId))).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_given_away_in_another_currency_is_taken_back()
    {
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Day(1, 1));
        var invoice = await As.Admin(() => Get<IInvoiceAppService>().CreateAsync(new DraftDocumentDto
        {
            PartyId = acme, Date = Day(1, 10), Currency = "EUR", Lines = [new DraftLineDto { Description = "Sample", Quantity = 1, UnitPrice = 100, TaxPercent = 0, DiscountPercent = 100 }],
        }));
        await As.Admin(() => Get<IInvoiceAppService>().IssueAsync(invoice));

        (await RefusalOf(() => Get<IInvoiceAppService>().VoidAsync(invoice))).ShouldBeNull();
    }

    [Fact]
    public async Task Books_that_are_older_than_their_base_currency_are_read_as_they_stand_and_measured_when_they_are_touched()
    {
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Day(1, 1));
        var (foreign, own) = (await Given.Invoice(acme, 100m, Day(1, 10), currency: "EUR"), await Given.Invoice(acme, 9_000m, Day(1, 10)));
        await Given.Payment(acme, 40m, foreign, Day(1, 12), currency: "EUR");
        await ForgetBaseAsync();

        (await As.Admin(() => Get<IReceivablesAppService>().GetProofAsync(acme))).Select(proof => (proof.Ledger, proof.Base))
            .ShouldBe([(Eur(60), Rials(0)), (Rials(9_000), Rials(9_000))]);
        await Given.Rate("EUR", 60_000m, Day(5, 1));
        await Given.Payment(acme, 60m, foreign, Day(5, 5), currency: "EUR");
        await Given.Payment(acme, 9_000m, own, Day(5, 5));
        (await RevalueAsync(Day(6, 31))).ShouldBe(1, "the 40 euros at the bank were measured at 50,000");

        (await As.Admin(() => Get<IReceivablesAppService>().GetProofAsync(acme))).Select(proof => (proof.Ledger, proof.Base)).ShouldBe([(Eur(0), Rials(0)), (Rials(0), Rials(0))]);
        (await AccountAsync("Exchange gains")).ShouldBe(-600_000 - 400_000);
    }

    [Fact]
    public async Task A_hundred_orders_of_events_leave_the_ledger_equal_to_the_documents_in_both_currencies()
    {
        var random = new Random(1405);
        await Given.Rate("EUR", 61_234.567m, Given.Day.AddDays(-1));
        for (var day = 0; day < 10; day++) { await Given.Rate("EUR", random.Next(40_000, 80_000) + 0.377m, Given.Day.AddDays(day)); }
        var parties = new[] { await Given.Customer("Acme"), await Given.Customer("Bea") };
        var (invoices, receipts) = (new List<(Guid Party, Guid Id, string Currency)>(), new List<(Guid Party, Guid Id, string Currency)>());
        for (var act = 0; act < 100; act++)
        {
            var (party, day, currency, amount) = (parties[random.Next(2)], Given.Day.AddDays(random.Next(10)), random.Next(3) == 0 ? "IRR" : "EUR", random.Next(1, 90));
            var (invoice, receipt) = (invoices.Count == 0 ? default : invoices[random.Next(invoices.Count)], receipts.Count == 0 ? default : receipts[random.Next(receipts.Count)]);
            try
            {
                switch (random.Next(7))
                {
                    case 0 or 1: invoices.Add((party, await Given.Invoice(party, amount, day, currency: currency), currency)); break;
                    case 2: receipts.Add((party, await Given.Payment(party, amount, date: day, currency: currency), currency)); break;
                    case 3 when invoice.Id != default: receipts.Add((invoice.Party, await Given.Payment(invoice.Party, amount / 4m, invoice.Id, day, currency: invoice.Currency), invoice.Currency)); break;
                    case 4 when receipt.Id != default && invoice.Id != default: await AllocateAsync(receipt.Id, (invoice.Id, amount / 2m)); break;
                    case 5 when invoice.Id != default: await CreditAsync(invoice.Id, amount / 3, day, invoice.Currency); break;
                    case 6 when receipt.Id != default: await As.Admin(() => Get<IReceiptAppService>().ReverseAsync(receipt.Id)); break;
                }
            }
            catch (BusinessException)
            {
                // refused: the sums must hold all the same
            }
        }
        foreach (var party in parties)
        {
            (await As.Admin(() => Get<IReceivablesAppService>().GetProofAsync(party))).ShouldAllBe(proof => proof.IsEqual);
        }
        invoices.Count.ShouldBeGreaterThan(10);
        (await As.Admin(() => Get<IJournalAppService>().GetListAsync(new JournalListInput { Max = 200 }))).Rows.Count(row => row.Source == JournalSource.ExchangeDifference).ShouldBeGreaterThan(3);
        await EveryEntryBalances();
    }

    [Theory]
    [InlineData("fa", "با نرخ روز ثبت", "تفاوت نرخ ارز", "به ریال")]
    [InlineData("en", "At the rates it was posted at", "Exchange difference", "In rial")]
    public async Task Statement_journal_accounts_and_receivables_show_both_currencies(string language, string posted, string difference, string inBase)
    {
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Given.Day);
        await Given.Rate("EUR", 60_000m, Given.Day.AddDays(5));
        var invoice = await Given.Invoice(acme, 100m, currency: "EUR");
        await Given.Invoice(acme, 9_000m);
        await Given.Payment(acme, 40m, invoice, Given.Day.AddDays(6), currency: "EUR");
        using var visitor = await SignedIn("reza", language);

        var statement = await visitor.GetAsync($"/Accounting/Statements/{acme}?currency=EUR&from=2026-10-01&to=2026-12-01");
        statement.TextOf("main").ShouldContain(posted);
        statement.TextOf("main").ShouldContain(difference);
        (await visitor.GetAsync("/Accounting/Accounts")).TextOf("main").ShouldContain(inBase);
        (await visitor.GetAsync("/Accounting/Receivables")).Document.QuerySelectorAll("dl.ui-stack-legend").Length.ShouldBe(3, "rials, euros, and both in rials");
        var entry = (await As.Admin(() => Get<IJournalAppService>().GetListAsync(new JournalListInput()))).Rows.Single(row => row.Source == JournalSource.ExchangeDifference);
        (entry.Amount, entry.Base).ShouldBe((Eur(0), Rials(400_000)));
        (await visitor.GetAsync(AccountingUrls.Entry(entry.Id))).TextOf("main").ShouldContain(inBase, Case.Insensitive);
    }

    [Theory]
    [InlineData("fa", "تسعیر ثبت شد", "تسعیر برگردانده شد")]
    [InlineData("en", "The revaluation is posted", "The revaluation is reversed")]
    public async Task A_revaluation_is_posted_and_reversed_on_its_page_by_who_may_close(string language, string posted, string reversed)
    {
        TestClock.Fixed = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
        var acme = await Given.Customer();
        await Given.Rate("EUR", 50_000m, Given.Day);
        await Given.Rate("EUR", 60_000m, Given.Day.AddDays(5));
        await Given.Invoice(acme, 100m, currency: "EUR");
        using var visitor = await SignedIn("admin", language);
        var page = await visitor.GetAsync("/Accounting/Revaluations");

        var done = await page.SubmitAsync([], "#revaluation form[method=post]");
        done.Text.ShouldContain(posted);
        done.Document.QuerySelector("main .is-invalid").ShouldBeNull("the same day is shown again");
        (await AccountAsync("Revaluation")).ShouldBe(1_000_000);
        var undone = await done.SubmitAsync([], "main form[method=post][action*='Reverse']");

        undone.Text.ShouldContain(reversed);
        (await AccountAsync("Revaluation")).ShouldBe(0);
        using var guest = await SignedIn("guest");
        (await guest.GetAsync("/Accounting/Revaluations")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task BooksShow(Guid party, decimal euros, long rials, long gained, long revalued = 0) => BooksShow(party, "EUR", Eur(euros), rials, gained, revalued);

    /// <summary>In the ledger and by the documents.</summary>
    private async Task BooksShow(Guid party, string currency, Money owed, long rials, long gained, long revalued)
    {
        var proof = (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(party))).Single(one => one.Ledger.Currency == currency);
        (proof.Ledger, proof.Documents, proof.Base).ShouldBe((owed, owed, Rials(rials)));
        (-await AccountAsync("Exchange gains"), await AccountAsync("Revaluation")).ShouldBe((gained, revalued));
    }

    private async Task<BalanceProof> ProofOf(Guid party) => (await As.Finance(() => Get<IReceivablesAppService>().GetProofAsync(party))).ShouldHaveSingleItem();

    /// <summary>What an account stands at in rials, debit less credit.</summary>
    private async Task<long> AccountAsync(string name) => (await As.Admin(() => Get<IAccountAppService>().GetListAsync()))
        .Where(account => account.Name.StartsWith(name, StringComparison.Ordinal)).Sum(account => account.Base?.Amount ?? 0);

    private async Task EveryEntryBalances()
    {
        (await As.Admin(() => Get<IAccountAppService>().GetListAsync())).Sum(account => account.Base?.Amount ?? 0).ShouldBe(0);
        var entries = await As.Admin(async () =>
        {
            using var unitOfWork = App.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            return await Get<IRepository<JournalEntry, Guid>>().GetListAsync(includeDetails: true);
        });
        entries.ShouldAllBe(entry => entry.Lines.Sum(line => line.Base.Amount) == 0 && entry.Lines.Sum(line => line.Debit.Amount - line.Credit.Amount) == 0);
    }

    /// <summary>As the columns stand after the migration that adds them.</summary>
    private Task ForgetBaseAsync() => As.Admin(async () =>
    {
        using var unitOfWork = App.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var context = await Get<Volo.Abp.EntityFrameworkCore.IDbContextProvider<Data.WorkspaceDbContext>>().GetDbContextAsync();
        await context.Database.ExecuteSqlRawAsync("UPDATE AccJournalEntries SET Base_Amount = 0, Base_Currency = ''");
        await context.Database.ExecuteSqlRawAsync("UPDATE AccJournalLines SET Base_Amount = 0, Base_Currency = ''");
        await context.Database.ExecuteSqlRawAsync("UPDATE AccReceiptAllocations SET OfReceipt = NULL, OfInvoice = NULL");
        await unitOfWork.CompleteAsync();
    });

    private Task<int> RevalueAsync(DateOnly on) => As.Admin(() => Get<IRevaluationAppService>().RevalueAsync(new RevalueDto { On = on }));

    private Task<Guid> PayAsync(Guid party, decimal amount, DateOnly date, params (Guid Invoice, decimal Amount)[] allocations) => As.Finance(() => Get<IReceiptAppService>().CreateAsync(new CreateReceiptDto
    {
        PartyId = party, Date = date, Amount = amount, Currency = "EUR", Method = ReceiptMethod.Transfer,
        Allocations = [.. allocations.Select(one => new ReceiptAllocationInput { InvoiceId = one.Invoice, Amount = one.Amount })],
    }));

    private Task AllocateAsync(Guid receipt, (Guid Invoice, decimal Amount) part) => As.Admin(() =>
        Get<IReceiptAppService>().AllocateAsync(receipt, [new ReceiptAllocationInput { InvoiceId = part.Invoice, Amount = part.Amount }]));

    private Task<Guid> TakeChequeAsync(Guid party, decimal amount, Guid invoice, DateOnly date, DateOnly due) => As.Finance(async () =>
    {
        var receipt = await Get<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = party, Date = date, Amount = amount, Currency = "EUR", Method = ReceiptMethod.Cheque,
            Cheque = new ChequeInput { SayadId = "1234567890123456", Bank = "Mellat", Due = due },
            Allocations = [new ReceiptAllocationInput { InvoiceId = invoice, Amount = amount }],
        });
        return (await Get<IReceiptAppService>().GetAsync(receipt)).ChequeId!.Value;
    });

    private Task CreditAsync(Guid invoice, decimal amount, DateOnly date, string currency = "EUR") => As.Admin(async () =>
    {
        var note = await Get<IInvoiceAppService>().CreateCreditNoteAsync(invoice);
        var draft = await Get<ISalesDocumentAppService>().GetAsync(note);
        await Get<ICreditNoteAppService>().UpdateAsync(note, new DraftDocumentDto
        {
            PartyId = draft.PartyId, Date = date, Currency = currency, ConcurrencyStamp = draft.ConcurrencyStamp,
            Lines = [new DraftLineDto { Description = "Correction", Quantity = 1, UnitPrice = amount, TaxPercent = 0 }],
        });
        await Get<ICreditNoteAppService>().IssueAsync(note);
    });

    private async Task<string?> RefusalOf(Func<Task> act)
    {
        try
        {
            await As.Admin(act);
            return null;
        }
        catch (BusinessException refused)
        {
            return refused.Code;
        }
    }

    private static Money Eur(decimal amount) => Money.Of(amount, "EUR");
    private static Money Rials(long amount) => new(amount, "IRR");
    private static DateOnly Day(int month, int day) => JalaliCalendar.ToDate(1405, month, day);
}
