using System.Net;
using Accounting.Cheques;
using Accounting.Credit;
using Accounting.Rates;
using Accounting.Receipts;
using Inventory.Deliveries;
using Invoicing.Credit;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Parties.Documents;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Credit;

/// <summary>What a customer may stand for, by policy: measured live, warned of or refused in words, passed only with right and reason.</summary>
public class CreditTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task Orders_invoices_cheques_and_payments_count_each_once_on_their_way_from_one_to_the_other()
    {
        var acme = await Given.Customer("Acme");
        await LimitAsync(acme, 1_000m);

        var order = await Given.Order(acme, 600m);
        (await ExposureAsync(acme)).ShouldBe(600);
        var draft = await As.Admin(() => Get<IOrderAppService>().CreateInvoiceAsync(order));
        await As.Admin(() => Get<IInvoiceAppService>().IssueAsync(draft));
        (await ExposureAsync(acme)).ShouldBe(600, "the order's part became the invoice's");
        var receipt = await As.Finance(() => Get<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = acme, Date = Given.Day, Amount = 500m, Method = ReceiptMethod.Cheque,
            Cheque = new ChequeInput { SayadId = "1234567890123456", Bank = "Mellat", Due = Given.Day.AddDays(30) },
            Allocations = [new ReceiptAllocationInput { InvoiceId = draft, Amount = 500m }],
        }));
        (await ExposureAsync(acme)).ShouldBe(600, "a cheque that the bank has not paid is a promise");
        var cheque = (await As.Finance(() => Get<IReceiptAppService>().GetAsync(receipt))).ChequeId!.Value;
        await As.Finance(() => Get<IChequeAppService>().DepositAsync(cheque, new DepositChequeDto { Date = Given.Day }));
        await As.Finance(() => Get<IChequeAppService>().ClearAsync(cheque, new MoveChequeDto { Date = Given.Day }));
        (await ExposureAsync(acme)).ShouldBe(100);
        await Given.Payment(acme, 300m);
        (await ExposureAsync(acme)).ShouldBe(-200, "what is paid and not allocated lowers it");
    }

    [Theory]
    [InlineData("fa", "۱٬۱۰۰ ریال", "۱٬۰۰۰ ریال")]
    [InlineData("en", "1,100 rial", "1,000 rial")]
    public async Task An_invoice_over_the_limit_is_refused_with_the_figures_and_passes_with_right_and_reason(string language, string with, string limit)
    {
        var acme = await Given.Customer("Acme");
        await LimitAsync(acme, 1_000m);
        await Given.Invoice(acme, 700m);
        var draft = await DraftInvoiceAsync(acme, 400m);
        using var admin = await SignedIn("admin", language);
        var page = await admin.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, draft));
        page.TextOf("#credit").ShouldContain(with);

        var refused = await page.SubmitAsync([], "form[action*='act=Issue']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain(limit);
        (await StateOf(draft)).ShouldBe(DocumentState.Draft);

        var passed = await page.SubmitAsync(new() { ["reason"] = "Their bank guarantees" }, "#over-limit");
        passed.Status.ShouldBe(HttpStatusCode.OK, passed.Text);
        (await StateOf(draft)).ShouldBe(DocumentState.Issued);
        var pass = (await As.Admin(() => Get<ICreditAppService>().GetOfPartyAsync(acme))).Passes.ShouldHaveSingleItem();
        (pass.Reason, pass.Amount, pass.Exposure, pass.Limit, pass.ById).ShouldBe(
            ("Their bank guarantees", new Money(400, "IRR"), new Money(700, "IRR"), new Money(1_000, "IRR"), As.IdOf("admin")));
        var credit = await admin.GetAsync($"/Accounting/Credit/Details/{acme}");
        credit.TextOf("main").ShouldContain("Their bank guarantees");
    }

    [Fact]
    public async Task Who_lacks_the_right_cannot_override_and_who_sees_no_balances_learns_no_figures()
    {
        var acme = await Given.Customer("Acme");
        await LimitAsync(acme, 100m);
        var order = await As.Admin(() => Get<IOrderAppService>().CreateAsync(Draft(acme, 400m)));
        var question = new CreditQuestion(acme, DocumentKind.Order, order, null, Given.Day, new Money(400, "IRR"));

        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Sales(() => Get<IOrderAppService>().ConfirmOverLimitAsync(order, new OverLimitDto { Reason = "I say so" })));
        (await StateOf(order)).ShouldBe(DocumentState.Draft);
        (await As.Guest(() => InWork(gate => gate.GetAnswerAsync(question)))).ShouldBeNull();
        var refusal = await Should.ThrowAsync<BusinessException>(() => As.Guest(() => InWork(async gate => { await gate.PassAsync(question); return true; })));
        (refusal.Code, refusal.Data.Count).ShouldBe(("Accounting:CreditLimitExceededCovered", 0));
    }

    [Fact]
    public async Task A_policy_says_what_counts_and_whether_it_warns_or_refuses()
    {
        var acme = await Given.Customer("Acme");
        var loose = await As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput
        {
            Name = "Wholesalers", CountsOrders = false, CountsCheques = false, Action = CreditAction.Warn,
        }));
        await LimitAsync(acme, 100m, loose);

        await Given.Order(acme, 5_000m);
        (await ExposureAsync(acme)).ShouldBe(0, "orders do not count");
        await Given.Invoice(acme, 150m);

        var credit = await As.Admin(() => Get<ICreditAppService>().GetOfPartyAsync(acme));
        (credit.Exposure!.Value.Amount, credit.Policy.Name).ShouldBe((150, "Wholesalers"));
        credit.Passes.ShouldHaveSingleItem().Reason.ShouldBeNull("it passed with a warning");
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput { Name = "Wholesalers" }))))
            .Code.ShouldBe("Accounting:CreditPolicyNameTaken");
    }

    [Fact]
    public async Task The_customers_own_policy_goes_before_his_groups_and_his_groups_before_the_default()
    {
        var (acme, dealer) = (await Given.Customer("Acme"), await DealerAsync());
        foreach (var party in new[] { acme, dealer })
        {
            await LimitAsync(party, 10_000m);
            await Given.Order(party, 600m);
        }
        var loose = await As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput { Name = "Loose", Group = "نمايندگان", CountsOrders = false }));
        var strict = await As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput { Name = "Strict", CountsQuotes = true }));

        (await ExposureAsync(acme)).ShouldBe(600, "the default counts orders");
        (await ExposureAsync(dealer)).ShouldBe(0, "his group's does not");
        (await As.Admin(() => Get<ICreditAppService>().GetListAsync(new CreditListInput()))).Rows.Select(row => (row.PartyName, row.Policy, row.Exposure!.Value.Amount))
            .ShouldBe([("Acme", "Standard", 600), ("Dealer", "Loose", 0)], ignoreOrder: true);
        await LimitAsync(dealer, 10_000m, strict);
        (await ExposureAsync(dealer)).ShouldBe(600);
        await LimitAsync(dealer, 10_000m);
        (await ExposureAsync(dealer)).ShouldBe(0);

        await LimitAsync(dealer, 100m);
        await Given.Order(dealer, 5_000m); // passes: orders do not count for dealers
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<ICreditAppService>().UpdatePolicyAsync(strict, new CreditPolicyInput { Name = "Strict", Group = "نمایندگان" }))))
            .Code.ShouldBe("Accounting:CreditPolicyGroupTaken");
        using var admin = await SignedIn();
        (await admin.GetAsync($"/Accounting/Credit/Details/{dealer}")).TextOf("#limit").ShouldContain("“Loose” holds now");
        var page = await (await admin.GetAsync($"/Accounting/Credit/Policies?id={loose}")).SubmitAsync(new() { ["Input.Group"] = "" }, "#policy");
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        (await ExposureAsync(dealer)).ShouldBe(5_600);
    }

    /// <summary>The same goods, ordered, delivered, invoiced and taken back in several orders: each unit stands in one part at a time.</summary>
    [Theory]
    [InlineData("deliver 6: o 400 d 600; draft 6: o 400 i 600; issue: o 400 i 600; deliver 4: d 400 i 600; draft 4: i 1000; issue: i 1000")]
    [InlineData("draft 6: o 400 i 600; deliver 4: o 400 i 600; issue: o 400 i 600; deliver 6: d 400 i 600; back 3: o 300 d 100 i 600")]
    [InlineData("deliver 10: d 1000; back 4: o 400 d 600; draft 6: o 400 i 600; issue: o 400 i 600; close: i 600")]
    [InlineData("deliver 5: o 500 d 500; draft 10: i 1000; issue: i 1000; back 5: i 1000; credit: ")]
    [InlineData("deliver 2: o 800 d 200; draft 5: o 500 i 500; delete: o 800 d 200; back 2: o 1000; cancel: ")]
    public async Task What_is_delivered_counts_once_whatever_comes_first(string story)
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 100));
        var order = await OrderOfTenAsync(acme, press);
        (Guid Delivery, Guid Invoice) last = default;
        foreach (var (act, parts) in story.Split(';').Select(step => step.Split(':')).Select(step => (step[0].Trim(), step[1].Trim())))
        {
            last = await DoAsync(order, last, act.Split(' ')[0], act.Contains(' ') ? int.Parse(act.Split(' ')[1]) : 0);
            (await PartsAsync(acme)).ShouldBe(parts, $"after «{act}»");
        }
    }

    [Fact]
    public async Task A_policy_that_counts_deliveries_alone_measures_what_is_with_the_customer()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 100));
        var delivered = await As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput { Name = "Delivered", CountsOrders = false }));
        await LimitAsync(acme, 700m, delivered);
        var order = await OrderOfTenAsync(acme, press);

        (await ExposureAsync(acme)).ShouldBe(0);
        await Given.Delivery(order, 6);
        (await ExposureAsync(acme)).ShouldBe(600);
        var refusal = await Should.ThrowAsync<BusinessException>(() => Given.Delivery(order, 2));
        (refusal.Code, refusal.Data["With"]).ShouldBe(("Accounting:CreditLimitExceeded", new Money(800, "IRR")));
        (await PartsAsync(acme)).ShouldBe("o 400 d 600", "and nothing went out");
        await Given.Delivery(order, 1);
        await Fresh<IDeliveryAppService, Guid>(async notes => await notes.TakeBackAsync((await notes.GetListAsync(new DeliveryListInput())).Rows[0].Id, new TakeBackDto { Date = Given.Day, Lines = [new MovedLineDto { Ordinal = 1, Quantity = 1 }] }));
        (await Should.ThrowAsync<BusinessException>(() => Given.Invoice(acme, 200m))).Code.ShouldBe("Accounting:CreditLimitExceeded");
        await Given.Invoice(acme, 100m);
    }

    [Theory]
    [InlineData("fa", "۱٬۰۰۰ ریال")]
    [InlineData("en", "1,000 rial")]
    public async Task A_delivery_over_the_limit_is_announced_refused_and_passes_with_right_and_reason(string language, string with)
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 100));
        await LimitAsync(acme, 700m, await As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput { Name = "Delivered", CountsOrders = false })));
        var order = await OrderOfTenAsync(acme, press);
        using var admin = await SignedIn("admin", language);
        var form = await admin.GetAsync($"/Inventory/Deliveries/Deliver/{order}");
        form.TextOf("main .ui-alert").ShouldContain(with);

        var refused = await form.SubmitAsync(new() { ["Note"] = "Ring first" }, "main form[method=post]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelectorAll("main .ui-alert").ShouldHaveSingleItem();
        refused.Document.QuerySelector(".ui-toast").ShouldBeNull("nothing was done");
        (await PartsAsync(acme)).ShouldBe("o 1000");
        var delivered = await refused.SubmitAsync(new() { ["OverrideReason"] = "Their bank guarantees" }, "main form[method=post]");

        delivered.Status.ShouldBe(HttpStatusCode.OK, delivered.Text);
        (await PartsAsync(acme)).ShouldBe("d 1000");
        var pass = (await As.Admin(() => Get<ICreditAppService>().GetOfPartyAsync(acme))).Passes.ShouldHaveSingleItem();
        (pass.Reason, pass.Amount).ShouldBe(("Their bank guarantees", new Money(1_000, "IRR")));
    }

    [Fact]
    public async Task A_reason_alone_lets_no_delivery_pass()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 100));
        await LimitAsync(acme, 700m, await As.Admin(() => Get<ICreditAppService>().CreatePolicyAsync(new CreditPolicyInput { Name = "Delivered", CountsOrders = false })));
        var order = await OrderOfTenAsync(acme, press);

        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Guest(() => InWork(async gate =>
        {
            await gate.PassAsync(new CreditQuestion(acme, DocumentKind.Order, order, null, Given.Day, new Money(1_000, "IRR"), "I say so", IsDelivery: true));
            return true;
        })));
        (await As.Guest(() => Get<IDeliveryObjections>().FindAsync(order, Given.Day, new Dictionary<int, decimal> { [1] = 10 }))).ShouldBeNull("who sees no balances learns no figures");
    }

    private async Task<Guid> OrderOfTenAsync(Guid party, Guid product)
    {
        var draft = Draft(party, 100m);
        (draft.Lines[0].ProductId, draft.Lines[0].Quantity) = (product, 10);
        var order = await Fresh<IOrderAppService, Guid>(orders => orders.CreateAsync(draft));
        await Fresh<IOrderAppService, bool>(async orders => { await orders.ConfirmAsync(order); return true; });
        return order;
    }

    private async Task<(Guid Delivery, Guid Invoice)> DoAsync(Guid order, (Guid Delivery, Guid Invoice) last, string act, int quantity)
    {
        switch (act)
        {
            case "deliver": return last with { Delivery = await Given.Delivery(order, quantity) };
            case "back":
                await Fresh<IDeliveryAppService, Guid>(notes => notes.TakeBackAsync(last.Delivery, new TakeBackDto { Date = Given.Day, Lines = [new MovedLineDto { Ordinal = 1, Quantity = quantity }] }));
                return last;
            case "draft":
                return last with { Invoice = await Fresh<IOrderAppService, Guid>(orders => orders.CreatePartInvoiceAsync(order, new PartInvoiceDto { Lines = [new PartInvoiceLineDto { Ordinal = 1, Quantity = quantity }] })) };
            case "issue": await Fresh<IInvoiceAppService, bool>(async invoices => { await invoices.IssueAsync(last.Invoice); return true; }); return last;
            case "delete": await Fresh<IInvoiceAppService, bool>(async invoices => { await invoices.DeleteAsync(last.Invoice); return true; }); return last;
            case "credit":
                var note = await Fresh<IInvoiceAppService, Guid>(invoices => invoices.CreateCreditNoteAsync(last.Invoice));
                await Fresh<ICreditNoteAppService, bool>(async notes => { await notes.IssueAsync(note); return true; });
                return last;
            case "cancel": await Fresh<IOrderAppService, bool>(async orders => { await orders.CancelAsync(order); return true; }); return last;
            default: await Fresh<IOrderAppService, bool>(async orders => { await orders.CloseAsync(order); return true; }); return last;
        }
    }

    private async Task<string> PartsAsync(Guid party) => string.Join(' ', (await Fresh<ICreditAppService, CreditDto>(credit => credit.GetOfPartyAsync(party))).Parts
        .GroupBy(part => part.Part).Select(part => (part.Key, Amount: part.Sum(one => one.Amount.Amount))).Where(part => part.Amount != 0)
        .OrderBy(part => "odi".IndexOf(Letter(part.Key))).Select(part => $"{Letter(part.Key)} {part.Amount}"));

    private static char Letter(CreditPart part) => char.ToLowerInvariant(part.ToString()[0]);

    /// <summary>Each asks the database, not what another has read.</summary>
    private Task<T> Fresh<TService, T>(Func<TService, Task<T>> act) where TService : notnull => As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    });

    private Task<Guid> DealerAsync() => As.Admin(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
    {
        Kind = PartyKind.Company, Name = "Dealer", Group = "نمایندگان", Roles = [PartyRoles.Customer], OwnerId = As.IdOf("sara"),
    }));

    [Fact]
    public async Task Of_many_invoices_issued_at_once_only_those_pass_that_the_limit_holds()
    {
        var acme = await Given.Customer("Acme");
        await LimitAsync(acme, 1_000m);
        var drafts = new List<Guid>();
        for (var i = 0; i < 5; i++) { drafts.Add(await DraftInvoiceAsync(acme, 400m)); }

        var outcomes = await Task.WhenAll(drafts.Select(draft => Task.Run(() => TryAsync(invoices => invoices.IssueAsync(draft)))));

        outcomes.Count(refused => refused is null).ShouldBe(2);
        outcomes.Where(refused => refused is not null).ShouldAllBe(refused => refused is BusinessException);
        (await ExposureAsync(acme)).ShouldBe(800);
    }

    [Fact]
    public async Task A_foreign_invoice_is_measured_by_the_rate_of_its_day_and_refused_without_one()
    {
        var acme = await Given.Customer("Acme");
        await LimitAsync(acme, 1_000_000m);
        var draft = await As.Admin(() => Get<IInvoiceAppService>().CreateAsync(Draft(acme, 10m, "EUR")));
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<IInvoiceAppService>().IssueAsync(draft)))).Code.ShouldBe("Accounting:RateMissing");

        await As.Finance(() => Get<IExchangeRateAppService>().SetAsync(new SetExchangeRateDto { Currency = "EUR", Date = Given.Day.AddDays(-3), Rate = 60_000 }));
        await As.Finance(() => Get<IExchangeRateAppService>().SetAsync(new SetExchangeRateDto { Currency = "EUR", Date = Given.Day.AddDays(1), Rate = 200_000 }));
        await As.Admin(() => Get<IInvoiceAppService>().IssueAsync(draft));

        var next = await As.Admin(() => Get<IInvoiceAppService>().CreateAsync(Draft(acme, 7m, "EUR")));
        var refusal = await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<IInvoiceAppService>().IssueAsync(next)));
        (refusal.Data["With"], refusal.Data["Exposure"]).ShouldBe((new Money(1_020_000, "IRR"), new Money(600_000, "IRR")));
    }

    [Theory]
    [InlineData("fa", "اعتبار مصرف‌شده")]
    [InlineData("en", "Credit used")]
    public async Task The_customers_file_shows_the_light_to_who_sees_balances(string language, string label)
    {
        var acme = await Given.Customer("Acme");
        using var reza = await SignedIn("reza", language);
        (await reza.GetAsync($"/Crm/Customers/File/{acme}")).Text.ShouldNotContain(label);
        await LimitAsync(acme, 1_000m);
        await Given.Invoice(acme, 900m);

        var file = await reza.GetAsync($"/Crm/Customers/File/{acme}");

        file.Text.ShouldContain(label);
        var light = (await As.Finance(() => OfAccountingAsync(acme))).Totals.Single(total => total.Key == PartyTotals.Credit);
        (light.Amount, light.Tone).ShouldBe((new Money(900, "IRR"), "warn"));
        file.Document.QuerySelector($"a[href*='/Accounting/Credit/Details/{acme}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Finance_writes_policies_limits_and_rates_on_their_pages(string language)
    {
        var acme = await Given.Customer("Acme");
        using var admin = await SignedIn("admin", language);
        var chosen = await (await admin.GetAsync("/Accounting/Credit")).SubmitAsync(new() { ["PartyIdText"] = "Acme" }, "main form[method=post]");
        chosen.Url.ShouldBe($"/Accounting/Credit/Details/{acme}");
        (await chosen.SubmitAsync(new() { ["Input.Limit"] = "-5" }, "#limit")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var saved = await chosen.SubmitAsync(new() { ["Input.Limit"] = "5000" }, "#limit");
        saved.Status.ShouldBe(HttpStatusCode.OK, saved.Text);
        (await admin.GetAsync("/Accounting/Credit")).Document.QuerySelectorAll("#rows tr").Length.ShouldBe(1);

        var policies = await (await admin.GetAsync("/Accounting/Credit/Policies")).SubmitAsync(new() { ["Input.Name"] = "Retail" }, "#policy");
        policies.TextOf("main").ShouldContain("Retail");
        var rates = await (await admin.GetAsync("/Accounting/Rates")).SubmitAsync(new() { ["Input.Rate"] = "61000.5" }, "main form[method=post]");
        rates.Document.QuerySelectorAll("#rows tr").Length.ShouldBe(1);
        (await rates.SubmitAsync(new() { ["Input.Rate"] = "0" }, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private Task LimitAsync(Guid party, decimal amount, Guid? policy = null) =>
        As.Admin(() => Get<ICreditAppService>().SetLimitAsync(party, new SetCreditLimitDto { Limit = amount, PolicyId = policy }));

    private async Task<long> ExposureAsync(Guid party) => (await As.Admin(() => Get<ICreditAppService>().GetOfPartyAsync(party))).Exposure!.Value.Amount;

    private async Task<PartyDocuments> OfAccountingAsync(Guid party)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var source = Get<IEnumerable<IPartyDocumentSource>>().Single(one => Volo.Abp.DynamicProxy.ProxyHelper.UnProxy(one).GetType().Name == "AccountingPartyDocumentSource");
        return await source.GetDocumentsAsync(party, 10, Given.Day);
    }

    private Task<Guid> DraftInvoiceAsync(Guid party, decimal amount) => As.Admin(() => Get<IInvoiceAppService>().CreateAsync(Draft(party, amount)));

    private static DraftDocumentDto Draft(Guid party, decimal amount, string currency = "IRR") => new()
    {
        PartyId = party, Date = Given.Day, Currency = currency, Lines = [new DraftLineDto { Description = "Presses", Quantity = 1, UnitPrice = amount }],
    };

    private async Task<DocumentState> StateOf(Guid id) => (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(id))).State;

    private async Task<T> InWork<T>(Func<ICreditGate, Task<T>> act)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return await act(Get<IEnumerable<ICreditGate>>().Single());
    }

    private Task<Exception?> TryAsync(Func<IInvoiceAppService, Task> act) => As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        try
        {
            await act(scope.ServiceProvider.GetRequiredService<IInvoiceAppService>());
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    });
}
