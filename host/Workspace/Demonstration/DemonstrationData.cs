using Accounting.Cheques;
using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Refunds;
using Crm.Activities;
using Crm.Contacts;
using Crm.Customers;
using Crm.Opportunities;
using Inventory.Prices;
using Inventory.Products;
using Inventory.Stock;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.Monetary;
using Kernel.Texts;
using Parties.Parties;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.TenantManagement;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Workspace.Demonstration;

/// <summary>
/// Fills an empty workspace with a year of a small Persian trading company, through the same services as its people use.
/// Switched off by <c>Workspace:Demonstration=false</c>; does nothing when there is an organisation already.
/// </summary>
public class DemonstrationData(
    IServiceScopeFactory scopes, IConfiguration configuration, ICurrentTenant currentTenant, ICurrentPrincipalAccessor principal, IClock clock,
    IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    public const string TenantName = "arman";
    public const string Password = "Arman-1405";

    /// <summary>Machines that cost more have a serial number and a warranty.</summary>
    private const decimal DearerThan = 200_000_000m;

    /// <summary>A group of customers.</summary>
    private const string Dealers = "نمایندگان";

    private readonly Random _random = new(1405);

    /// <returns>Who can sign in, a line each; empty when the workspace is not a demonstration.</returns>
    public virtual async Task<IReadOnlyList<string>> CreateAsync(TextWriter progress)
    {
        if (!configuration.GetValue("Workspace:Demonstration", false)) { return []; }
        await using var scope = scopes.CreateAsyncScope();
        var tenants = scope.ServiceProvider.GetRequiredService<ITenantRepository>();
        if (await tenants.GetCountAsync() > 0)
        {
            return await tenants.FindByNameAsync(TenantName.ToUpperInvariant()) is null ? [] : SignIns;
        }
        await progress.WriteLineAsync("The workspace is empty: making a demonstration organisation with a year of business ...");
        var (tenantId, users) = await CreateOrganisationAsync(inTeams: true);
        using (currentTenant.Change(tenantId, TenantName))
        using (principal.Change(users.Administrator))
        {
            await FillAsync(scope.ServiceProvider, users, progress);
        }
        return SignIns;
    }

    /// <summary>The organisation with its people and their roles, without any business.</summary>
    /// <param name="inTeams">With more people in sales, whose units divide the customers.</param>
    public virtual async Task<(Guid TenantId, DemonstrationUsers Users)> CreateOrganisationAsync(bool inTeams = false)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tenantId = await CreateTenantAsync(scope.ServiceProvider);
        using (currentTenant.Change(tenantId, TenantName))
        {
            var users = await scope.ServiceProvider.GetRequiredService<DemonstrationUsers>().CreateAsync(tenantId);
            if (inTeams) { await users.PlaceAsync(tenantId); }
            return (tenantId, users);
        }
    }

    private static IReadOnlyList<string> SignIns =>
    [
        $"Sign in     organisation {TenantName}, password {Password}",
        "            admin (everything), maryam (sales manager), sara and nima (sales in Tehran; nima sees his own only),",
        "            leila (sales in Isfahan), reza (finance), guest (no rights)"
    ];

    private async Task<Guid> CreateTenantAsync(IServiceProvider services)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var tenant = await services.GetRequiredService<ITenantManager>().CreateAsync(TenantName);
        await services.GetRequiredService<ITenantRepository>().InsertAsync(tenant, autoSave: true);
        using (currentTenant.Change(tenant.Id, TenantName))
        {
            await services.GetRequiredService<IDataSeeder>().SeedAsync(new DataSeedContext(tenant.Id)
                .WithProperty("AdminEmail", "admin@arman.example").WithProperty("AdminPassword", Password));
        }
        await unitOfWork.CompleteAsync();
        return tenant.Id;
    }

    private async Task FillAsync(IServiceProvider services, DemonstrationUsers users, TextWriter progress)
    {
        var today = DateOnly.FromDateTime(clock.Now);
        var deliveries = services.GetRequiredService<DemonstrationDeliveries>();
        await deliveries.OpenWarehousesAsync();
        await WriteRatesAsync(services, today);
        var products = await CreateProductsAsync(services, today);
        await CreatePriceListsAsync(services, products, today);
        await progress.WriteLineAsync($"  {products.Count} products in two warehouses");
        var customers = await CreateCustomersAsync(services, users);
        await progress.WriteLineAsync($"  {customers.Count} customers with their contacts");
        var documents = 0;
        for (var month = 12; month >= 0; month--)
        {
            documents += await CreateMonthAsync(services, deliveries, customers, products, today.AddMonths(-month), today);
            await progress.WriteLineAsync($"  {documents} documents up to {(month == 0 ? today : today.AddMonths(-month)):yyyy-MM-dd}");
        }
        documents += await SellAbroadAsync(services, customers[1], today);
        await CreateActivitiesAsync(services, users, customers, today);
        await progress.WriteLineAsync("  calls, meetings, tasks and notes");
        if (services.GetService<IOpportunityAppService>() is not null)
        {
            var opportunities = await services.GetRequiredService<DemonstrationSelling>().CreateAsync(customers, [.. products.Select(product => (product.Name, product.Price))], today, users.OwnerOf);
            var leads = await services.GetRequiredService<DemonstrationSelling>().CreateLeadsAsync(today, users.Id);
            await services.GetRequiredService<DemonstrationSelling>().SetQuotasAsync(today, users.Id);
            await services.GetRequiredService<DemonstrationSelling>().PrepareAsync(customers[2], today, users.Id);
            await progress.WriteLineAsync($"  {opportunities} opportunities, {leads} leads");
        }
    }

    /// <summary>Round figures. The pound is there from before the public sales history that can be imported.</summary>
    private static async Task WriteRatesAsync(IServiceProvider services, DateOnly today)
    {
        var rates = services.GetRequiredService<IExchangeRateAppService>();
        await rates.SetAsync(new SetExchangeRateDto { Currency = Currencies.Pound, Date = new DateOnly(2009, 1, 1), Rate = 16_000 });
        for (var month = 13; month >= 0; month--)
        {
            var (day, dollar) = (today.AddMonths(-month), 920_000m + 15_000 * (13 - month));
            foreach (var (currency, dollars) in ((string, decimal)[])[(Currencies.Dollar, 1), (Currencies.Euro, 1.15m), (Currencies.Pound, 1.3m), ("AED", 0.27m)])
            {
                await rates.SetAsync(new SetExchangeRateDto { Currency = currency, Date = day, Rate = dollar * dollars });
            }
        }
    }

    private async Task<List<(Guid Id, decimal Price, bool Stock, string Name)>> CreateProductsAsync(IServiceProvider services, DateOnly today)
    {
        var products = services.GetRequiredService<IProductAppService>();
        var stock = services.GetRequiredService<IStockAppService>();
        var made = new List<(Guid, decimal, bool, string)>();
        foreach (var (code, name, unit, price, tracked) in DemonstrationNames.Products)
        {
            var id = await products.CreateAsync(new CreateProductDto
            {
                Code = code, Name = name, Unit = unit, UnitPrice = price, TaxRate = 0.1m, TracksStock = tracked,
                TracksSerials = tracked && price > DearerThan, WarrantyMonths = tracked && price > DearerThan ? 18 : null
            });
            if (tracked) { await stock.AdjustAsync(new AdjustStockDto { ProductId = id, Quantity = _random.Next(60, 400), Reason = StockMoveReason.Opening, Date = today.AddYears(-1) }); }
            made.Add((id, price, tracked, name));
        }
        return made;
    }

    /// <summary>Dealers pay less than the products' own prices.</summary>
    private static async Task CreatePriceListsAsync(IServiceProvider services, List<(Guid Id, decimal Price, bool Stock, string Name)> products, DateOnly today)
    {
        var lists = services.GetRequiredService<IPriceListAppService>();
        var list = await lists.CreateAsync(new PriceListContentDto { Name = "قیمت نمایندگان", Group = Dealers, From = today.AddYears(-1) });
        foreach (var product in products)
        {
            await lists.SetPriceAsync(list, new SetPriceDto { ProductId = product.Id, UnitPrice = product.Price * 0.9m });
        }
        await lists.CopyAsync(list, new CopyPriceListDto { Name = "قیمت نمایندگان از ماه آینده", From = today.AddMonths(1), Percent = 12 });
    }

    private async Task<List<Guid>> CreateCustomersAsync(IServiceProvider services, DemonstrationUsers users)
    {
        var parties = services.GetRequiredService<IPartyAppService>();
        var profiles = services.GetService<ICustomerAppService>();
        var contacts = services.GetService<IContactAppService>();
        var made = new List<Guid>();
        for (var i = 0; i < 48; i++)
        {
            var company = i % 4 != 3;
            var (city, province, code) = Any(DemonstrationNames.Places);
            var party = new CreatePartyDto
            {
                Kind = company ? PartyKind.Company : PartyKind.Person,
                Name = company ? $"{Any(DemonstrationNames.Activities)} {DemonstrationNames.CompanyNames[i % DemonstrationNames.CompanyNames.Length]}{(i >= 20 ? " " + city : "")}" : null,
                FirstName = company ? null : Any(DemonstrationNames.FirstNames),
                LastName = company ? null : Any(DemonstrationNames.LastNames),
                OwnerId = users.OwnerOf(i),
                Roles = [PartyRoles.Customer],
                Group = company && i % 5 == 0 ? Dealers : null,
                Identifiers = [new PartyIdentifierDto { Type = company ? PartyIdentifierType.CompanyId : PartyIdentifierType.NationalId, Value = company ? CompanyId(i) : NationalId(i) }],
                ContactPoints = [new PartyContactPointDto { Type = PartyContactPointType.Mobile, Value = Mobile(), IsPreferred = true }],
                Addresses = [new PartyAddressDto { Province = province, City = city, Text = $"{Any(DemonstrationNames.Streets)}، پلاک {PersianText.ToPersianDigits(_random.Next(2, 240).ToString(System.Globalization.CultureInfo.InvariantCulture))}" }]
            };
            if (company)
            {
                party.ContactPoints.Add(new PartyContactPointDto { Type = PartyContactPointType.Phone, Value = $"{code}{_random.Next(30_000_000, 89_999_999)}" });
                party.ContactPoints.Add(new PartyContactPointDto { Type = PartyContactPointType.Email, Value = $"info{i + 1}@customer.example" });
            }
            var id = await parties.CreateAsync(party);
            made.Add(id);
            if (profiles is not null && i % 2 == 0) { await profiles.UpdateProfileAsync(id, new UpdateProfileDto { Interests = Any(DemonstrationNames.Interests), Source = Any(DemonstrationNames.Sources) }); }
            if (contacts is null || !company) { continue; }
            for (var person = 0; person <= i % 2; person++)
            {
                await contacts.AddAsync(new AddContactDto
                {
                    CustomerId = id, FirstName = Any(DemonstrationNames.FirstNames), LastName = Any(DemonstrationNames.LastNames), Mobile = Mobile(),
                    Position = Any(DemonstrationNames.Positions), IsDecisionMaker = person == 0
                });
            }
        }
        return made;
    }

    // Each sale runs its whole way: quote, order, invoice, payment. Some stop earlier, as in life.
    private async Task<int> CreateMonthAsync(
        IServiceProvider services, DemonstrationDeliveries deliveries, List<Guid> customers, List<(Guid Id, decimal Price, bool Stock, string Name)> products, DateOnly month, DateOnly today)
    {
        var quotes = services.GetRequiredService<IQuoteAppService>();
        var orders = services.GetRequiredService<IOrderAppService>();
        var invoices = services.GetRequiredService<IInvoiceAppService>();
        var reader = services.GetRequiredService<ISalesDocumentAppService>();
        var made = 0;
        for (var sale = 0; sale < 9; sale++)
        {
            var date = Earlier(month.AddDays(_random.Next(0, 27)), today);
            // A few customers buy often, most now and then.
            var customer = customers[(int)(customers.Count * _random.NextDouble() * _random.NextDouble())];
            var draft = Draft(customer, products, date);
            if (_random.Next(10) < 6)
            {
                var answer = _random.Next(10);
                // An answer is given today, so a quote that is to be answered has no last day.
                if (answer is < 2 or >= 4) { draft.Due = null; }
                var quote = await quotes.CreateAsync(draft);
                await quotes.SendAsync(quote);
                made++;
                if (answer < 2) { await quotes.DeclineAsync(quote); }
                if (answer < 4 || date > today.AddDays(-7)) { continue; }
                await quotes.AcceptAsync(quote);
            }
            draft.Date = Earlier(date.AddDays(_random.Next(1, 6)), today);
            draft.Due = draft.Date.AddDays(14);
            var order = await orders.CreateAsync(draft);
            await orders.ConfirmAsync(order);
            made++;
            if (draft.Date > today.AddDays(-5)) { continue; }
            var invoice = await orders.CreateInvoiceAsync(order);
            draft.Date = Earlier(draft.Date.AddDays(_random.Next(1, 5)), today);
            draft.Due = draft.Date.AddDays(30);
            for (var i = 0; i < draft.Lines.Count; i++) { draft.Lines[i].SourceOrdinal = i + 1; } // else the order would get its goods back
            await invoices.UpdateAsync(invoice, draft);
            await invoices.IssueAsync(invoice);
            made += 1 + await deliveries.DeliverAsync(order, draft.Date, today);
            made += await PayAsync(services, await reader.GetAsync(invoice), today);
            if (_random.Next(14) == 0 && await CreditAsync(services, invoices, reader, invoice, Earlier(draft.Date.AddDays(4), today))) { made++; }
        }
        return made;
    }

    /// <summary>A customer who is billed in euros: one invoice paid whole at a later rate, one in part; and an advance of which a part was paid back.</summary>
    private async Task<int> SellAbroadAsync(IServiceProvider services, Guid customer, DateOnly today)
    {
        var invoices = services.GetRequiredService<IInvoiceAppService>();
        foreach (var (monthsAgo, price, paid) in ((int, decimal, decimal)[])[(9, 4_250, 4_250), (4, 6_800, 2_500)])
        {
            var date = today.AddMonths(-monthsAgo);
            var invoice = await invoices.CreateAsync(new DraftDocumentDto
            {
                PartyId = customer, Date = date, Due = date.AddDays(60), Currency = Currencies.Euro,
                Lines = [new DraftLineDto { Description = "قطعات صادراتی", Quantity = 1, UnitPrice = price, TaxPercent = 0 }]
            });
            await invoices.IssueAsync(invoice);
            await services.GetRequiredService<IReceiptAppService>().CreateAsync(new CreateReceiptDto
            {
                PartyId = customer, Date = date.AddMonths(2), Currency = Currencies.Euro, Amount = paid, Method = ReceiptMethod.Transfer,
                Allocations = [new ReceiptAllocationInput { InvoiceId = invoice, Amount = paid }]
            });
        }
        var advance = await services.GetRequiredService<IReceiptAppService>().CreateAsync(new CreateReceiptDto
        {
            PartyId = customer, Date = today.AddMonths(-2), Currency = Currencies.Euro, Amount = 900, Method = ReceiptMethod.Transfer, Iban = "IR820540102680020817909002",
        });
        await services.GetRequiredService<IRefundAppService>().CreateAsync(new CreateRefundDto
        {
            PartyId = customer, Date = today.AddDays(-20), Currency = Currencies.Euro, Method = RefundMethod.Transfer, Iban = "IR820540102680020817909002",
            Parts = [new RefundPartInput { ReceiptId = advance, Amount = 400 }],
        });
        return 6;
    }

    private async Task<int> PayAsync(IServiceProvider services, SalesDocumentDto invoice, DateOnly today)
    {
        var receipts = services.GetRequiredService<IReceiptAppService>();
        var paid = invoice.Date.AddDays(_random.Next(3, 55));
        if (paid > today || _random.Next(10) == 0) { return 0; }
        var half = _random.Next(6) == 0;
        var amount = half ? decimal.Round(invoice.Total!.Value.ToDecimal() / 2) : invoice.Total!.Value.ToDecimal();
        if (invoice.Currency == Currencies.Rial && _random.Next(6) == 0)
        {
            await PayByChequeAsync(services, invoice, amount, paid, today);
            return 1;
        }
        await receipts.CreateAsync(new CreateReceiptDto
        {
            PartyId = invoice.PartyId, Date = paid, Currency = invoice.Currency, Amount = amount, Method = Any<ReceiptMethod>([ReceiptMethod.Transfer, ReceiptMethod.Transfer, ReceiptMethod.Card, ReceiptMethod.Cash]),
            Allocations = [new ReceiptAllocationInput { InvoiceId = invoice.Id, Amount = amount }]
        });
        return 1;
    }

    /// <summary>A cheque of one to four months; one in six does not get through.</summary>
    private async Task PayByChequeAsync(IServiceProvider services, SalesDocumentDto invoice, decimal amount, DateOnly received, DateOnly today)
    {
        var (receipts, cheques) = (services.GetRequiredService<IReceiptAppService>(), services.GetRequiredService<IChequeAppService>());
        var due = received.AddDays(_random.Next(30, 120));
        var receipt = await receipts.CreateAsync(new CreateReceiptDto
        {
            PartyId = invoice.PartyId, Date = received, Currency = invoice.Currency, Amount = amount, Method = ReceiptMethod.Cheque,
            Cheque = new ChequeInput { SayadId = $"{_random.NextInt64(1_000_000_000_000_000, 9_999_999_999_999_999)}", Bank = Any(["ملت", "ملی", "پاسارگاد", "سامان", "صادرات"]), Due = due },
            Allocations = [new ReceiptAllocationInput { InvoiceId = invoice.Id, Amount = amount }]
        });
        if (due.AddDays(2) > today) { return; }
        var cheque = (await receipts.GetAsync(receipt)).ChequeId!.Value;
        await cheques.DepositAsync(cheque, new DepositChequeDto { Date = due });
        var outcome = new MoveChequeDto { Date = due.AddDays(2) };
        await (_random.Next(6) == 0 ? cheques.BounceAsync(cheque, outcome) : cheques.ClearAsync(cheque, outcome));
    }

    private static async Task<bool> CreditAsync(IServiceProvider services, IInvoiceAppService invoices, ISalesDocumentAppService reader, Guid invoice, DateOnly date)
    {
        var document = await reader.GetAsync(invoice);
        if (document.Open!.Value < document.Total!.Value) { return false; }
        var notes = services.GetRequiredService<ICreditNoteAppService>();
        var note = await invoices.CreateCreditNoteAsync(invoice);
        var line = document.Lines[0];
        await notes.UpdateAsync(note, new DraftDocumentDto
        {
            PartyId = document.PartyId, Date = date, Currency = document.Currency, Note = "مرجوعی بخشی از کالا",
            Lines = [new DraftLineDto { ProductId = line.ProductId, Description = line.Description, Quantity = 1, UnitPrice = line.UnitPrice!.Value, DiscountPercent = line.DiscountPercent!.Value, TaxPercent = line.TaxPercent }]
        });
        await notes.IssueAsync(note);
        return true;
    }

    private DraftDocumentDto Draft(Guid customer, List<(Guid Id, decimal Price, bool Stock, string Name)> products, DateOnly date) => new()
    {
        PartyId = customer, Date = date, Due = date.AddDays(10),
        Lines = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => products[_random.Next(products.Count)]).DistinctBy(p => p.Id).Select(product => new DraftLineDto
        {
            ProductId = product.Id, Description = product.Name, Quantity = product.Price > 200_000_000m ? _random.Next(1, 4) : _random.Next(1, 12), UnitPrice = product.Price,
            DiscountPercent = _random.Next(4) == 0 ? 5 : 0, TaxPercent = 10
        }).ToList()
    };

    private async Task CreateActivitiesAsync(IServiceProvider services, DemonstrationUsers users, List<Guid> customers, DateOnly today)
    {
        if (services.GetService<IActivityAppService>() is not { } activities) { return; }
        var now = clock.Now;
        foreach (var (index, customer) in customers.Index())
        {
            for (var call = _random.Next(1, 5); call > 0; call--)
            {
                await activities.LogCallAsync(new LogCallDto
                {
                    PartyId = customer, Direction = Any<CallDirection>([CallDirection.Outgoing, CallDirection.Incoming]), Text = Any(DemonstrationNames.CallTexts),
                    At = now.AddDays(-_random.Next(1, 320)).AddMinutes(-_random.Next(0, 400))
                });
            }
            if (_random.Next(3) == 0) { await activities.LogMeetingAsync(new LogMeetingDto { PartyId = customer, Text = Any(DemonstrationNames.MeetingTexts), At = now.AddDays(-_random.Next(3, 200)) }); }
            if (_random.Next(3) == 0) { await activities.AddNoteAsync(new AddNoteDto { PartyId = customer, Text = Any(DemonstrationNames.NoteTexts) }); }
            if (_random.Next(2) == 0)
            {
                await activities.PlanAsync(new PlanActivityDto
                {
                    Kind = Any<ActivityKind>([ActivityKind.Task, ActivityKind.Task, ActivityKind.Call]), PartyId = customer, Subject = Any(DemonstrationNames.TaskSubjects), DueOn = today.AddDays(_random.Next(-4, 15)),
                    OwnerId = users.OwnerOf(index)
                });
            }
        }
    }

    private T Any<T>(T[] items) => items[_random.Next(items.Length)];
    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    // Of the kind 0999 1…, which no operator gives out.
    private string Mobile() => $"09991{_random.Next(0, 999_999):000000}";

    private static string NationalId(int seed)
    {
        var digits = (499_370_000 + seed * 7919).ToString("000000000", System.Globalization.CultureInfo.InvariantCulture);
        var rest = digits.Select((d, i) => (d - '0') * (10 - i)).Sum() % 11;
        return digits + (rest < 2 ? rest : 11 - rest);
    }

    private static string CompanyId(int seed)
    {
        int[] weights = [29, 27, 23, 19, 17];
        var digits = (1_400_589_000L + seed * 104_729).ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture);
        var tens = digits[9] - '0' + 2;
        var sum = digits.Select((d, i) => (d - '0' + tens) * weights[i % 5]).Sum() % 11;
        return digits + (sum == 10 ? 0 : sum);
    }
}
