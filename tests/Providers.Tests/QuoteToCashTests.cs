using System.Collections.Concurrent;
using Accounting.Accounts;
using Accounting.Receipts;
using Accounting.Refunds;
using Accounting.Receivables;
using Invoicing.Documents;
using Invoicing.Invoices;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;

namespace Providers.Tests;

/// <summary>Several people at once on a real PostgreSQL: numbers without gaps, and sums that re-add to the ledger.</summary>
public class QuoteToCashTests
{
    private const int Users = 8;

    [PostgresFact]
    public async Task Eight_users_who_issue_at_once_leave_no_gap_and_no_number_twice()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var acme = await here.Given.Customer("Acme");
        var drafts = new ConcurrentQueue<Guid>();
        for (var i = 0; i < Users * 6; i++) { drafts.Enqueue(await DraftAsync(here, acme, lines: i % 7 != 6)); }

        var refused = new ConcurrentBag<Exception>();
        await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => Task.Run(async () =>
        {
            while (drafts.TryDequeue(out var draft))
            {
                try { await here.Tell<IInvoiceAppService>(invoices => invoices.IssueAsync(draft)); }
                catch (BusinessException exception) { refused.Add(exception); } // one without lines, after it had its number
            }
        })));

        var numbers = new List<string>();
        SalesDocumentPage page;
        var input = new SalesDocumentListInput { Kind = DocumentKind.Invoice, State = DocumentState.Issued, Max = 200 };
        page = await here.Ask<ISalesDocumentAppService, SalesDocumentPage>(documents => documents.GetListAsync(input));
        numbers.AddRange(page.Rows.Select(row => row.Number!));
        refused.Count.ShouldBe(6);
        numbers.Select(number => int.Parse(number.Split('-')[^1])).Order().ShouldBe(Enumerable.Range(1, Users * 6 - 6));
    }

    [PostgresFact]
    public async Task Whoever_issues_pays_pays_back_and_takes_back_at_once_the_sums_by_customer_equal_the_ledger()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var customers = new[] { await here.Given.Customer("Acme"), await here.Given.Customer("Bea"), await here.Given.Customer("Cyd") };
        var invoices = new List<(Guid Customer, Guid Invoice)>();
        var advances = new Dictionary<Guid, Guid>();
        foreach (var customer in customers)
        {
            advances[customer] = await here.Given.Payment(customer, 2_000m);
            for (var i = 1; i <= 4; i++) { invoices.Add((customer, await here.Given.Invoice(customer, 1_000m * i))); }
        }

        var outcomes = new ConcurrentBag<Exception>();
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => Task.Run(async () =>
        {
            var random = new Random(user);
            for (var i = 0; i < 6; i++)
            {
                var (customer, invoice) = invoices[random.Next(invoices.Count)];
                try
                {
                    switch (random.Next(6))
                    {
                        case 0: await here.Given.Invoice(customer, random.Next(1, 5_000)); break;
                        case 1: await here.Given.Payment(customer, 700m); break;
                        case 2: await here.Tell<IReceiptAppService>(async receipts => await receipts.ReverseAsync(await here.Given.Payment(customer, 300m, invoice))); break;
                        case 3: await here.Given.Refund(customer, 300m, receipt: advances[customer]); break;
                        case 4: await here.Tell<IRefundAppService>(async refunds => await refunds.ReverseAsync(await here.Given.Refund(customer, 200m, receipt: advances[customer]))); break;
                        default: await here.Given.Payment(customer, 400m, invoice); break;
                    }
                }
                catch (Exception exception) when (exception is BusinessException or AbpDbConcurrencyException) { outcomes.Add(exception); }
            }
        })));

        foreach (var customer in customers)
        {
            var proof = (await here.Ask<IReceivablesAppService, List<BalanceProof>>(receivables => receivables.GetProofAsync(customer))).ShouldHaveSingleItem();
            proof.IsEqual.ShouldBeTrue($"{proof.Ledger} in the ledger, {proof.Documents} by documents; {outcomes.Count} refused");
        }
        foreach (var advance in advances.Values)
        {
            var read = await here.Ask<IReceiptAppService, ReceiptDto>(receipts => receipts.GetAsync(advance));
            (read.Unallocated!.Value.Amount + read.Refunds.Sum(refund => refund.Amount!.Value.Amount)).ShouldBe(2_000);
            read.Unallocated.Value.Amount.ShouldBeGreaterThanOrEqualTo(0);
        }
        var accounts = await here.Ask<IAccountAppService, List<AccountBalanceRow>>(ledger => ledger.GetListAsync());
        accounts.Where(account => account.Debit is not null).Sum(account => account.Debit!.Value.Amount - account.Credit!.Value.Amount).ShouldBe(0);
        foreach (var (_, invoice) in invoices)
        {
            var read = await here.Ask<ISalesDocumentAppService, SalesDocumentDto>(documents => documents.GetAsync(invoice));
            read.Settled!.Value.Amount.ShouldBeInRange(0, read.Total!.Value.Amount);
            (read.Settled.Value + read.Open!.Value).ShouldBe(read.Total.Value);
        }
    }

    [PostgresFact]
    public async Task Of_two_who_pay_the_same_credit_back_at_once_one_is_refused_and_no_number_is_lost()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        var acme = await here.Given.Customer("Acme");
        for (var round = 1; round <= 5; round++)
        {
            var receipt = await here.Given.Payment(acme, 1_000m);

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record.ExceptionAsync(() => here.Given.Refund(acme, 700m, receipt: receipt)))));

            outcomes.Count(refused => refused is null).ShouldBe(1);
            outcomes.ShouldContain(refused => refused is BusinessException || refused is AbpDbConcurrencyException);
        }
        (await here.Ask<IRefundAppService, RefundPage>(refunds => refunds.GetListAsync(new RefundListInput()))).Rows.Select(row => int.Parse(row.Number.Split('-')[^1])).Order().ShouldBe([1, 2, 3, 4, 5]);
        (await here.Ask<IReceivablesAppService, List<BalanceProof>>(receivables => receivables.GetProofAsync(acme))).ShouldHaveSingleItem().Ledger.Amount.ShouldBe(-1_500);
    }

    private static Task<Guid> DraftAsync(Here here, Guid customer, bool lines) => here.Ask<IInvoiceAppService, Guid>(invoices => invoices.CreateAsync(new DraftDocumentDto
    {
        PartyId = customer, Date = Given.Day, Lines = lines ? [new DraftLineDto { Description = "Press", Quantity = 1, UnitPrice = 1_000 }] : [],
    }));
}
