using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Refunds;
using Crm.Activities;
using Crm.Opportunities;
using Inventory.Deliveries;
using Inventory.Products;
using Inventory.Stock;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;

namespace Testing;

/// <summary>What is already there, made through the same services as people use, with defaults for all a test does not care about.</summary>
public sealed class Given(IServiceProvider services, As @as)
{
    public static readonly DateOnly Day = new(2026, 11, 1);

    private int _mobiles;
    private readonly HashSet<string> _measured = [Currencies.Rial];

    public Task<Guid> Customer(string name = "Acme", string? mobile = null, string owner = "sara") => Use<IPartyAppService, Guid>(parties => parties.CreateAsync(new CreatePartyDto
    {
        Kind = PartyKind.Company, Name = name, Roles = [PartyRoles.Customer], OwnerId = @as.IdOf(owner),
        ContactPoints = [new PartyContactPointDto { Type = PartyContactPointType.Mobile, Value = mobile ?? $"0999150{++_mobiles:0000}" }]
    }));

    /// <summary>What one unit of a currency is worth in rials from a day on.</summary>
    public Task Rate(string currency, decimal rate = 1_000m, DateOnly? date = null)
    {
        _measured.Add(currency);
        return Use<IExchangeRateAppService, bool>(async rates =>
        {
            await rates.SetAsync(new SetExchangeRateDto { Currency = currency, Date = date ?? new DateOnly(2000, 1, 1), Rate = rate });
            return true;
        });
    }

    /// <summary>An issued invoice of one untaxed line, in a currency that has a rate.</summary>
    public async Task<Guid> Invoice(Guid party, decimal amount = 1_000_000m, DateOnly? date = null, DateOnly? due = null, string currency = "IRR")
    {
        if (!_measured.Contains(currency)) { await Rate(currency); }
        var draft = await Use<IInvoiceAppService, Guid>(invoices => invoices.CreateAsync(Draft(party, amount, date, due, currency)));
        await Use<IInvoiceAppService, bool>(async invoices => { await invoices.IssueAsync(draft); return true; });
        return draft;
    }

    public async Task<Guid> Quote(Guid party, decimal amount = 1_000_000m, DateOnly? date = null)
    {
        var draft = await Use<IQuoteAppService, Guid>(quotes => quotes.CreateAsync(Draft(party, amount, date, (date ?? Day).AddDays(30), "IRR")));
        await Use<IQuoteAppService, bool>(async quotes => { await quotes.SendAsync(draft); return true; });
        return draft;
    }

    public async Task<Guid> Order(Guid party, decimal amount = 1_000_000m, DateOnly? date = null)
    {
        var draft = await Use<IOrderAppService, Guid>(orders => orders.CreateAsync(Draft(party, amount, date, null, "IRR")));
        await Use<IOrderAppService, bool>(async orders => { await orders.ConfirmAsync(draft); return true; });
        return draft;
    }

    /// <summary>Goods with a stock, booked in on the day before.</summary>
    public async Task<Guid> Goods(string code = "PR-1", decimal onHand = 0, bool serials = false, int? warrantyMonths = null, decimal price = 1_000_000m)
    {
        var product = await Use<IProductAppService, Guid>(products => products.CreateAsync(new CreateProductDto
        {
            Code = code, Name = $"Press {code}", Unit = "pc", UnitPrice = price, TaxRate = 0, TracksSerials = serials, WarrantyMonths = warrantyMonths
        }));
        if (onHand > 0)
        {
            await Use<IStockAppService, bool>(async stock =>
            {
                await stock.AdjustAsync(new AdjustStockDto { ProductId = product, Quantity = onHand, Reason = StockMoveReason.Opening, Date = Day.AddDays(-1) });
                return true;
            });
        }
        return product;
    }

    /// <summary>A confirmed order of goods.</summary>
    public async Task<Guid> OrderOf(Guid party, Guid product, decimal quantity, DateOnly? date = null)
    {
        var draft = Draft(party, 1_000_000m, date, null, "IRR");
        (draft.Lines[0].ProductId, draft.Lines[0].Quantity) = (product, quantity);
        var order = await Use<IOrderAppService, Guid>(orders => orders.CreateAsync(draft));
        await Use<IOrderAppService, bool>(async orders => { await orders.ConfirmAsync(order); return true; });
        return order;
    }

    /// <summary>A delivery of the order's first line.</summary>
    public Task<Guid> Delivery(Guid order, decimal quantity, DateOnly? date = null, params string[] serials) =>
        Use<IDeliveryOrderAppService, Guid>(orders => orders.DeliverAsync(order, new DeliverDto
        {
            Date = date ?? Day, Lines = [new MovedLineDto { Ordinal = 1, Quantity = quantity, Serials = [.. serials] }]
        }));

    /// <summary>A transfer, allocated to the invoice when one is given: all of it, or so much.</summary>
    public Task<Guid> Payment(Guid party, decimal amount, Guid? invoice = null, DateOnly? date = null, decimal? allocate = null, string currency = "IRR") => Use<IReceiptAppService, Guid>(receipts => receipts.CreateAsync(new CreateReceiptDto
    {
        PartyId = party, Date = date ?? Day, Amount = amount, Currency = currency, Method = ReceiptMethod.Transfer,
        Allocations = invoice is { } id ? [new ReceiptAllocationInput { InvoiceId = id, Amount = allocate ?? amount }] : []
    }));

    /// <summary>Paid back in cash, of a receipt or of an invoice on which the party is in credit.</summary>
    public Task<Guid> Refund(Guid party, decimal amount, Guid? receipt = null, Guid? invoice = null, DateOnly? date = null, string currency = "IRR") => Use<IRefundAppService, Guid>(refunds => refunds.CreateAsync(new CreateRefundDto
    {
        PartyId = party, Date = date ?? Day, Currency = currency, Method = RefundMethod.Cash,
        Parts = [new RefundPartInput { ReceiptId = receipt, InvoiceId = invoice, Amount = amount }]
    }));

    /// <summary>An issued credit note of one untaxed line on an invoice.</summary>
    public async Task<Guid> CreditNote(Guid invoice, decimal amount, DateOnly? date = null, string currency = "IRR")
    {
        var note = await Use<IInvoiceAppService, Guid>(invoices => invoices.CreateCreditNoteAsync(invoice));
        var draft = await Use<ISalesDocumentAppService, SalesDocumentDto>(documents => documents.GetAsync(note));
        var written = Draft(draft.PartyId, amount, date, null, currency);
        written.ConcurrencyStamp = draft.ConcurrencyStamp;
        await Use<ICreditNoteAppService, bool>(async notes => { await notes.UpdateAsync(note, written); await notes.IssueAsync(note); return true; });
        return note;
    }

    /// <summary>Sara's, in the first stage of the first pipeline.</summary>
    public Task<Guid> Opportunity(
        Guid customer, string title = "Two presses", decimal amount = 1_000_000m, string currency = "IRR", DateOnly? close = null, string? need = "faster pressing") =>
        Use<IOpportunityAppService, Guid>(opportunities => opportunities.OpenAsync(new OpenOpportunityDto
        {
            CustomerId = customer, Title = title, Amount = amount, Currency = currency, ExpectedClose = close ?? Day.AddDays(60), Need = need,
            OwnerId = @as.IdOf("sara"), IsAnother = true
        }));

    public Task<Guid> Call(Guid party, string text, DateTime? at = null) =>
        Use<IActivityAppService, Guid>(activities => activities.LogCallAsync(new LogCallDto { PartyId = party, Text = text, At = at }));

    private static DraftDocumentDto Draft(Guid party, decimal amount, DateOnly? date, DateOnly? due, string currency) => new()
    {
        PartyId = party, Date = date ?? Day, Due = due, Currency = currency,
        Lines = [new DraftLineDto { Description = "Presses", Quantity = 1, UnitPrice = amount, TaxPercent = 0 }]
    };

    private Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull => @as.Admin(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    });
}
