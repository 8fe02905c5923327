using System.Globalization;
using System.Security.Claims;
using Accounting.Cheques;
using Accounting.Credit;
using Accounting.Receipts;
using Accounting.Refunds;
using Accounting.StatementMails;
using Crm.Activities;
using Crm.CheckLists;
using Crm.Contacts;
using Crm.Customers;
using Crm.Leads;
using Crm.Meetings;
using Crm.Opportunities;
using Inventory.Deliveries;
using Inventory.Products;
using Inventory.Stock;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Kernel.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;
using Workspace.Demonstration;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Tests.Rights;

/// <summary>A person for each scope and access. All but the stranger work in the unit "team", which has a unit beneath it.</summary>
public sealed record Reader(string Name, RecordScope Scope, FieldAccess Access, ClaimsPrincipal Principal)
{
    public Guid Id => Guid.Parse(Principal.FindFirstValue(AbpClaimTypes.UserId)!);
    public override string ToString() => $"{Name} ({Scope}, {Access})";
}

/// <summary>A customer with everything that hangs on one, and the values by which each is recognised wherever it appears.</summary>
public sealed record Planted(string Name, Guid OwnerId, Guid? UnitId, int Seed)
{
    public Guid Id { get; set; }
    public Guid Quote { get; set; }
    public Guid Order { get; set; }
    public Guid Invoice { get; set; }
    public Guid Receipt { get; set; }
    public Guid Refund { get; set; }
    public Guid Cheque { get; set; }
    public Guid Task { get; set; }
    public Guid Meeting { get; set; }
    public Guid Contact { get; set; }
    public Guid Opportunity { get; set; }
    public Guid Pipeline { get; set; }
    public Guid Stage { get; set; }
    public Guid Lead { get; set; }

    /// <summary>The order of what was delivered.</summary>
    public Guid Delivered { get; set; }
    public Guid Delivery { get; set; }
    public string Number { get; set; } = "";
    public string Mobile => $"09{12_0000000 + Seed * 104_729:000000000}"[..11];
    public string Email => $"leak{Seed}x@secret{Seed}.example";
    public string NationalId => NationalIds.Of(Seed);
    public DateOnly BirthDate => new(1961, 3, 1 + Seed);
    public string Street => $"Streetleak{Seed}x";
    public decimal Amount => 7_654_321_000m + Seed * 10;

    /// <summary>What must not stand anywhere in an answer to whoever does not see the field.</summary>
    public IEnumerable<(string Field, string[] Values)> Secrets =>
    [
        ("Phone", [Mobile[1..]]),
        ("Email", [$"leak{Seed}x"]),
        ("Identifiers", [NationalId]),
        ("BirthDate", [BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), BirthDate.ToString("dMMMyyyy", CultureInfo.InvariantCulture)]),
        ("Address", [Street]),
        ("Amounts", [((long)Amount / 10).ToString(CultureInfo.InvariantCulture)]),
    ];
}

internal static class NationalIds
{
    public static string Of(int seed)
    {
        var digits = (512_340_000 + seed * 7919).ToString("000000000", CultureInfo.InvariantCulture);
        var rest = digits.Select((d, i) => (d - '0') * (10 - i)).Sum() % 11;
        return digits + (rest < 2 ? rest : 11 - rest);
    }
}

/// <summary>Plants readers and customers in the test's database.</summary>
public sealed class RightsWorld(IServiceProvider services, As @as)
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    private Guid? _machine;

    public Guid Team { get; } = Guid.NewGuid();
    public Guid Beneath { get; } = Guid.NewGuid();
    public Guid Elsewhere { get; } = Guid.NewGuid();
    public List<Reader> Readers { get; } = [];
    public List<Planted> Customers { get; } = [];

    public bool Sees(Reader reader, Planted customer) => reader.Scope switch
    {
        RecordScope.None => false,
        RecordScope.All => true,
        RecordScope.Own => customer.OwnerId == reader.Id,
        RecordScope.Team => customer.OwnerId == reader.Id || customer.UnitId == Team,
        _ => customer.OwnerId == reader.Id || customer.UnitId == Team || customer.UnitId == Beneath,
    };

    public async Task PlantAsync()
    {
        await PlantUnitsAsync();
        foreach (var (name, scope, access) in ((string, RecordScope, FieldAccess)[])
            [("olga", RecordScope.Own, FieldAccess.Hidden), ("otto", RecordScope.Own, FieldAccess.Changeable), ("tara", RecordScope.Team, FieldAccess.Masked),
             ("uma", RecordScope.Unit, FieldAccess.Visible), ("aida", RecordScope.All, FieldAccess.Changeable),
             ("noor", RecordScope.None, FieldAccess.Hidden)])
        {
            Readers.Add(await PlantReaderAsync(name, scope, access));
        }
        var seed = 0;
        foreach (var reader in Readers.Where(reader => reader.Scope != RecordScope.None))
        {
            Customers.Add(new Planted($"Zowned{reader.Name}", reader.Id, Elsewhere, ++seed));
        }
        Customers.Add(new Planted("Zteam", @as.IdOf("admin"), Team, ++seed));
        Customers.Add(new Planted("Zbeneath", @as.IdOf("admin"), Beneath, ++seed));
        Customers.Add(new Planted("Zforeign", @as.IdOf("admin"), Elsewhere, ++seed));
        foreach (var customer in Customers)
        {
            await PlantAsync(customer);
        }
    }

    private Task PlantUnitsAsync() => InWork(async provider =>
    {
        var units = provider.GetRequiredService<IRepository<OrganizationUnit, Guid>>();
        var context = await units.GetDbContextAsync();
        foreach (var (id, code, parent) in ((Guid, string, Guid?)[])[(Team, "00001", null), (Beneath, "00001.00001", Team), (Elsewhere, "00002", null)])
        {
            var unit = context.Add(new OrganizationUnit(id, code, parent, @as.TenantId));
            unit.Property(nameof(OrganizationUnit.Code)).CurrentValue = code; // only ABP's manager writes it otherwise
        }
    });

    private Task<Reader> PlantReaderAsync(string name, RecordScope scope, FieldAccess access) => InWork(async provider =>
    {
        var (users, roles, permissions) = (
            provider.GetRequiredService<IdentityUserManager>(), provider.GetRequiredService<IdentityRoleManager>(), provider.GetRequiredService<IPermissionManager>());
        var guids = provider.GetRequiredService<IGuidGenerator>();
        (await roles.CreateAsync(new IdentityRole(guids.Create(), $"role-{name}", @as.TenantId))).Succeeded.ShouldBeTrue();
        foreach (var permission in scope == RecordScope.None ? [] : await provider.GetRequiredService<IPermissionDefinitionManager>().GetPermissionsAsync())
        {
            if (permission.Name.StartsWith("Abp", StringComparison.Ordinal) || !IsWithin(permission.Name, scope, access)) { continue; }
            await permissions.SetForRoleAsync($"role-{name}", permission.Name, true);
        }
        var user = new IdentityUser(guids.Create(), name, $"{name}@arman.example", @as.TenantId) { Name = name };
        (await users.CreateAsync(user, DemonstrationData.Password)).Succeeded.ShouldBeTrue();
        (await users.AddToRoleAsync(user, $"role-{name}")).Succeeded.ShouldBeTrue();
        user.AddOrganizationUnit(Team);
        await provider.GetRequiredService<IUnitOfWorkManager>().Current!.SaveChangesAsync();
        return new Reader(name, scope, access, await provider.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>().CreateAsync(user));
    });

    /// <summary>Everything but wider scopes and accesses, the ledger, and administration.</summary>
    private static bool IsWithin(string permission, RecordScope scope, FieldAccess access)
    {
        if (permission.StartsWith("Accounting.Journal", StringComparison.Ordinal) || permission.StartsWith("Accounting.Accounts", StringComparison.Ordinal)) { return false; }
        var records = Enum.GetValues<RecordScope>().FirstOrDefault(one => permission.EndsWith(".Records." + one, StringComparison.Ordinal));
        if (records > scope) { return false; }
        if (!permission.Contains(".Fields.", StringComparison.Ordinal)) { return true; }
        var field = permission.EndsWith(".Visible", StringComparison.Ordinal) ? FieldAccess.Visible
            : permission.EndsWith(".Changeable", StringComparison.Ordinal) ? FieldAccess.Changeable : FieldAccess.Masked;
        return field <= access;
    }

    private async Task PlantAsync(Planted customer)
    {
        customer.Id = await Use<IPartyAppService, Guid>(parties => parties.CreateAsync(new CreatePartyDto
        {
            Kind = PartyKind.Person, FirstName = customer.Name, LastName = "Planted", Roles = [PartyRoles.Customer], OwnerId = customer.OwnerId, UnitId = customer.UnitId,
            BirthDate = customer.BirthDate,
            ContactPoints = [new() { Type = PartyContactPointType.Mobile, Value = customer.Mobile }, new() { Type = PartyContactPointType.Email, Value = customer.Email }],
            Identifiers = [new() { Type = PartyIdentifierType.NationalId, Value = customer.NationalId }],
            Addresses = [new() { City = "Tehran", Text = customer.Street }],
        }));
        customer.Number = (await Use<IPartyAppService, PartyDto>(parties => parties.GetAsync(customer.Id))).Number;
        var draft = new DraftDocumentDto
        {
            PartyId = customer.Id, Date = Day, Due = Day.AddDays(1), Note = $"note {customer.Name}",
            Lines = [new DraftLineDto { Description = $"line {customer.Name}", Quantity = 1, UnitPrice = customer.Amount }]
        };
        await PlantDeliveryAsync(customer);
        customer.Quote = await Use<IQuoteAppService, Guid>(quotes => quotes.CreateAsync(draft));
        customer.Order = await Use<IOrderAppService, Guid>(orders => orders.CreateAsync(draft));
        customer.Invoice = await Use<IInvoiceAppService, Guid>(invoices => invoices.CreateAsync(draft));
        await Use<IInvoiceAppService, bool>(async invoices => { await invoices.IssueAsync(customer.Invoice); return true; });
        customer.Receipt = await Use<IReceiptAppService, Guid>(receipts => receipts.CreateAsync(new CreateReceiptDto
        {
            PartyId = customer.Id, Date = Day, Amount = customer.Amount, Note = $"note {customer.Name}"
        }));
        var advance = await Use<IReceiptAppService, Guid>(receipts => receipts.CreateAsync(new CreateReceiptDto { PartyId = customer.Id, Date = Day, Amount = customer.Amount }));
        customer.Refund = await Use<IRefundAppService, Guid>(refunds => refunds.CreateAsync(new CreateRefundDto
        {
            PartyId = customer.Id, Date = Day, Method = RefundMethod.Cash, Note = $"note {customer.Name}", Parts = [new RefundPartInput { ReceiptId = advance, Amount = customer.Amount }]
        }));
        await Use<IStatementMailAppService, Guid>(mails => mails.SendAsync(new SendStatementDto { PartyId = customer.Id, Email = customer.Email, From = Day, To = Day }));
        var brought = await Use<IReceiptAppService, Guid>(receipts => receipts.CreateAsync(new CreateReceiptDto
        {
            PartyId = customer.Id, Date = Day, Amount = customer.Amount, Method = ReceiptMethod.Cheque, Note = $"note {customer.Name}",
            Cheque = new ChequeInput { SayadId = $"100000000000000{customer.Seed}", Bank = "Mellat", Due = Day.AddDays(60) }
        }));
        customer.Cheque = (await Use<IReceiptAppService, ReceiptDto>(receipts => receipts.GetAsync(brought))).ChequeId!.Value;
        await Use<ICreditAppService, bool>(async credit => { await credit.SetLimitAsync(customer.Id, new SetCreditLimitDto { Limit = customer.Amount }); return true; });
        customer.Task = await Use<IActivityAppService, Guid>(activities => activities.PlanAsync(new PlanActivityDto
        {
            PartyId = customer.Id, Kind = ActivityKind.Task, Subject = $"task {customer.Name}", DueOn = Day, OwnerId = customer.OwnerId, RemindMinutes = 0
        }));
        customer.Meeting = await Use<IActivityAppService, Guid>(activities => activities.PlanAsync(new PlanActivityDto
        {
            PartyId = customer.Id, Kind = ActivityKind.Meeting, Subject = $"meeting {customer.Name}", DueOn = Day, StartsAt = Day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), OwnerId = customer.OwnerId
        }));
        await Use<IMeetingAppService, bool>(async meetings => { await meetings.InviteAsync(customer.Meeting, new InviteDto { Email = $"attendee{customer.Seed}@guest.example", Name = $"attendee {customer.Name}" }); return true; });
        await Use<IActivityCheckListAppService, bool>(async checks => { await checks.AddItemAsync(customer.Task, new AddCheckItemDto { Text = $"item {customer.Name}" }); return true; });
        await Use<ICustomerAppService, bool>(async customers => { await customers.UpdateProfileAsync(customer.Id, new UpdateProfileDto { Source = $"source {customer.Name}" }); return true; });
        customer.Contact = await Use<IContactAppService, Guid>(contacts => contacts.AddAsync(new AddContactDto { CustomerId = customer.Id, LastName = $"contact {customer.Name}" }));
        customer.Opportunity = await Use<IOpportunityAppService, Guid>(opportunities => opportunities.OpenAsync(new OpenOpportunityDto
        {
            CustomerId = customer.Id, Title = $"deal {customer.Name}", Amount = customer.Amount, ExpectedClose = Day.AddDays(30), OwnerId = customer.OwnerId
        }));
        var opened = (await Use<IOpportunityAppService, OpportunityDto>(opportunities => opportunities.GetAsync(customer.Opportunity))).Row;
        await Use<IOpportunityCheckListAppService, bool>(async checks => { await checks.AddItemAsync(customer.Opportunity, new AddCheckItemDto { Text = $"item {customer.Name}" }); return true; });
        (customer.Pipeline, customer.Stage) = (opened.PipelineId, opened.StageId);
        customer.Lead = await Use<ILeadAppService, Guid>(leads => leads.CreateAsync(new CreateLeadDto
        {
            PersonName = $"lead {customer.Name}", Mobile = customer.Mobile, Email = customer.Email, OwnerId = customer.OwnerId
        }));
        await InWork(async provider => (await provider.GetRequiredService<IRepository<Lead, Guid>>().GetAsync(customer.Lead)).SetOwner(customer.OwnerId, customer.UnitId));
        var product = await Use<Inventory.Products.IProductAppService, Guid>(products => products.CreateAsync(new Inventory.Products.CreateProductDto
        {
            Code = $"Z-{customer.Seed}", Name = $"product {customer.Name}", Unit = "piece", UnitPrice = customer.Amount
        }));
        await Use<IOfferAppService, Guid>(offers => offers.AddLineAsync(customer.Opportunity, new Crm.Opportunities.OfferLineDto { ProductId = product }));
        await Use<IOfferAppService, Guid>(offers => offers.QuoteAsync(customer.Opportunity));
    }

    /// <summary>One of two machines is delivered, so that the other can be.</summary>
    private async Task PlantDeliveryAsync(Planted customer)
    {
        _machine ??= await Use<IProductAppService, Guid>(products => products.CreateAsync(new CreateProductDto { Code = "M-1", Name = "Machine", Unit = "pc", TracksSerials = true }));
        await Use<IStockAppService, bool>(async stock =>
        {
            await stock.AdjustAsync(new AdjustStockDto { ProductId = _machine.Value, Quantity = 2, Date = Day });
            return true;
        });
        customer.Delivered = await Use<IOrderAppService, Guid>(orders => orders.CreateAsync(new DraftDocumentDto
        {
            PartyId = customer.Id, Date = Day, Lines = [new DraftLineDto { ProductId = _machine, Quantity = 2, UnitPrice = 0 }]
        }));
        await Use<IOrderAppService, bool>(async orders => { await orders.ConfirmAsync(customer.Delivered); return true; });
        customer.Delivery = await Use<IDeliveryOrderAppService, Guid>(orders => orders.DeliverAsync(customer.Delivered, new DeliverDto
        {
            Date = Day, Note = $"note {customer.Name}", Lines = [new MovedLineDto { Ordinal = 1, Quantity = 1, Serials = [$"SN{customer.Seed}"] }]
        }));
    }

    public async Task<T> As<T>(Reader reader, Func<Task<T>> act)
    {
        using var tenant = services.GetRequiredService<ICurrentTenant>().Change(@as.TenantId);
        using var principal = services.GetRequiredService<ICurrentPrincipalAccessor>().Change(reader.Principal);
        return await act();
    }

    private Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull => @as.Admin(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    });

    private Task InWork(Func<IServiceProvider, Task> act) => InWork(async provider =>
    {
        await act(provider);
        return true;
    });

    private Task<T> InWork<T>(Func<IServiceProvider, Task<T>> act) => @as.Admin(async () =>
    {
        await using var scope = services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await act(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    });
}
