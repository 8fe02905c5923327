using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Closings;
using Accounting.Credit;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Receivables;
using Accounting.Refunds;
using Accounting.Revaluations;
using Accounting.StatementMails;
using Crm.Activities;
using Crm.Assignment;
using Crm.Calendars;
using Crm.CheckLists;
using Crm.Choices;
using Crm.Contacts;
using Crm.CustomerFiles;
using Crm.Customers;
using Crm.LeadForms;
using Crm.Leads;
using Crm.Meetings;
using Crm.MyDay;
using Crm.Opportunities;
using Crm.Pipelines;
using Crm.Reports;
using Inventory.Deliveries;
using Inventory.Prices;
using Inventory.Products;
using Inventory.Stock;
using Inventory.Warehouses;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.EInvoices;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.Rights;
using Kernel.Searching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parties.Documents;
using Parties.Links;
using Parties.Parties;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace;
using Xunit.Abstractions;

namespace Workspace.Tests.Rights;

/// <summary>
/// Finds every way in, and tries each for every reader: what he may not see stands nowhere in the answer, what he may see does.
/// A way in that is not classified below fails.
/// </summary>
public class DoorTests(ITestOutputHelper output) : WorkspaceTest<WorkspaceModule>
{
    private static readonly string[] PartyFields = ["Phone", "Email", "Identifiers", "BirthDate", "Address"];

    private RightsWorld _world = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _world = new RightsWorld(App.Services, As);
        await _world.PlantAsync();
    }

    // ---- what each door is ------------------------------------------------------------------------------------------------

    /// <summary>Doors that show one record: where, and which fields stand there. A form shows what its reader may change.</summary>
    private static readonly Dictionary<string, (Func<Planted, string[]> Urls, string[] Fields, FieldAccess From)> OfOne = new()
    {
        ["PAGE /Parties/Parties/Details/{id:guid}"] = (c => [$"/Parties/Parties/Details/{c.Id}"], PartyFields, FieldAccess.Visible),
        ["PAGE /Parties/Parties/Edit/{id:guid}"] = (c => [$"/Parties/Parties/Edit/{c.Id}"], PartyFields, FieldAccess.Changeable),
        ["PAGE /Crm/Customers/File/{id:guid}"] = (c => [$"/Crm/Customers/File/{c.Id}"], ["Phone", "Email", "Identifiers", "Address", "Amounts"], FieldAccess.Visible),
        ["PAGE /Invoicing/{kind:regex(^(Quotes|Orders|Invoices|CreditNotes)$)}/Details/{id:guid}"] =
            (c => [DocumentUrls.Details(DocumentKind.Quote, c.Quote), DocumentUrls.Details(DocumentKind.Order, c.Order), DocumentUrls.Details(DocumentKind.Invoice, c.Invoice)], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Invoicing/{kind:regex(^(Quotes|Orders|Invoices|CreditNotes)$)}/Edit/{id:guid}"] =
            (c => [DocumentUrls.Edit(DocumentKind.Quote, c.Quote), DocumentUrls.Edit(DocumentKind.Order, c.Order)], ["Amounts"], FieldAccess.Changeable),
        ["PAGE /Accounting/Receipts/Details/{id:guid}"] = (c => [$"/Accounting/Receipts/Details/{c.Receipt}"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Accounting/Refunds/Details/{id:guid}"] = (c => [$"/Accounting/Refunds/Details/{c.Refund}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/accounting/refund/{id}"] = (c => [$"/api/accounting/refund/{c.Refund}"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Accounting/Cheques/Details/{id:guid}"] = (c => [$"/Accounting/Cheques/Details/{c.Cheque}"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Accounting/Credit/Details/{partyId:guid}"] = (c => [$"/Accounting/Credit/Details/{c.Id}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/accounting/credit/of-party/{partyId}"] = (c => [$"/api/accounting/credit/of-party/{c.Id}"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Accounting/Statements/{partyId:guid}"] = (c => [$"/Accounting/Statements/{c.Id}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/accounting/cheque/{id}"] = (c => [$"/api/accounting/cheque/{c.Cheque}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/accounting/receivables/statement"] = (c => [$"/api/accounting/receivables/statement?PartyId={c.Id}&From=2026-01-01&To=2027-01-01"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Inventory/Deliveries/Details/{id:guid}"] = (c => [$"/Inventory/Deliveries/Details/{c.Delivery}"], ["Address"], FieldAccess.Visible),
        ["PAGE /Inventory/Deliveries/TakeBack/{id:guid}"] = (c => [$"/Inventory/Deliveries/TakeBack/{c.Delivery}"], [], FieldAccess.Visible),
        ["PAGE /Inventory/Deliveries/Order/{id:guid}"] = (c => [$"/Inventory/Deliveries/Order/{c.Delivered}"], [], FieldAccess.Visible),
        ["PAGE /Inventory/Deliveries/Deliver/{id:guid}"] = (c => [$"/Inventory/Deliveries/Deliver/{c.Delivered}"], [], FieldAccess.Visible),
        ["GET /api/inventory/delivery/{id}"] = (c => [$"/api/inventory/delivery/{c.Delivery}"], [], FieldAccess.Visible),
        ["GET /api/inventory/delivery-order/{id}"] = (c => [$"/api/inventory/delivery-order/{c.Delivered}"], [], FieldAccess.Visible),
        ["GET /api/parties/party/{id}"] = (c => [$"/api/parties/party/{c.Id}"], PartyFields, FieldAccess.Visible),
        ["PAGE /Crm/Opportunities/Details/{id:guid}"] = (c => [$"/Crm/Opportunities/Details/{c.Opportunity}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/crm/opportunity/{id}"] = (c => [$"/api/crm/opportunity/{c.Opportunity}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/crm/offer/{id}"] = (c => [$"/api/crm/offer/{c.Opportunity}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/crm/opportunity/open-of-customer/{customerId}"] = (c => [$"/api/crm/opportunity/open-of-customer/{c.Id}"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Crm/Leads/Details/{id:guid}"] = (c => [$"/Crm/Leads/Details/{c.Lead}"], ["Phone", "Email"], FieldAccess.Visible),
        ["PAGE /Crm/Leads/Edit/{id:guid}"] = (c => [$"/Crm/Leads/Edit/{c.Lead}"], ["Phone", "Email"], FieldAccess.Changeable),
        ["PAGE /Crm/Activities/Details/{id:guid}"] = (c => [$"/Crm/Activities/Details/{c.Task}", $"/Crm/Activities/Details/{c.Meeting}"], [], FieldAccess.Visible),
        ["GET /api/crm/meeting/{id}/attendees"] = (c => [$"/api/crm/meeting/{c.Meeting}/attendees"], [], FieldAccess.Visible),
        ["GET /api/crm/activity-check-list/{id}"] = (c => [$"/api/crm/activity-check-list/{c.Task}"], [], FieldAccess.Visible),
        ["GET /api/crm/opportunity-check-list/{id}"] = (c => [$"/api/crm/opportunity-check-list/{c.Opportunity}"], [], FieldAccess.Visible),
        ["GET /api/crm/activity/{id}"] = (c => [$"/api/crm/activity/{c.Task}"], [], FieldAccess.Visible),
        ["GET /api/crm/lead/{id}"] = (c => [$"/api/crm/lead/{c.Lead}"], ["Phone", "Email"], FieldAccess.Visible),
        ["GET /api/crm/customer-file/{id}"] = (c => [$"/api/crm/customer-file/{c.Id}"], [.. PartyFields, "Amounts"], FieldAccess.Visible),
        ["GET /api/crm/customer-file/{id}/timeline"] = (c => [$"/api/crm/customer-file/{c.Id}/timeline?before=2027-01-01"], ["Amounts"], FieldAccess.Visible),
        ["PAGE /Invoicing/{kind:regex(^(Quotes|Orders|Invoices|CreditNotes)$)}/Print/{id:guid}"] =
            (c => [$"/Invoicing/Quotes/Print/{c.Quote}", $"/Invoicing/Orders/Print/{c.Order}", $"/Invoicing/Invoices/Print/{c.Invoice}"], ["Amounts", "Phone", "Identifiers", "Address"], FieldAccess.Visible),
        ["GET /api/invoicing/sales-document/{id}"] =
            (c => [$"/api/invoicing/sales-document/{c.Quote}", $"/api/invoicing/sales-document/{c.Order}", $"/api/invoicing/sales-document/{c.Invoice}"], ["Amounts"], FieldAccess.Visible),
        ["GET /api/accounting/receipt/{id}"] = (c => [$"/api/accounting/receipt/{c.Receipt}"], ["Amounts"], FieldAccess.Visible),
    };

    /// <summary>Doors that show many.</summary>
    private static readonly Dictionary<string, (string[] Urls, string[] Fields)> OfMany = new()
    {
        ["PAGE /Parties/Parties"] = (["/Parties/Parties"], ["Phone"]),
        ["PAGE /Parties/Parties/Index"] = (["/Parties/Parties/Index"], ["Phone"]),
        ["PAGE /Crm/Customers"] = (["/Crm/Customers"], []),
        ["PAGE /Crm/Customers/Index"] = (["/Crm/Customers/Index"], []),
        ["PAGE /Crm/Calendar"] = (["/Crm/Calendar?View=Day&On=2026-11-01&Everyone=true"], []),
        ["PAGE /Crm/Calendar/Index"] = (["/Crm/Calendar/Index?View=Day&On=2026-11-01&Everyone=true"], []),
        ["GET /api/crm/calendar"] = (["/api/crm/calendar?From=2026-10-01&Before=2026-12-01&Everyone=true"], []),
        ["HANDLER /Crm/Activities/Details People"] = (["/Crm/Activities/Details/{own}?handler=People&term=Planted"], []),
        ["GET /api/crm/activity/between"] = (["/api/crm/activity/between?From=2026-10-01&Before=2026-12-01&Everyone=true"], []),
        ["PAGE /Crm/Activities"] = (["/Crm/Activities?Everyone=true"], []),
        ["PAGE /Crm/Activities/Index"] = (["/Crm/Activities/Index?Everyone=true"], []),
        ["PAGE /Invoicing/{kind:regex(^(Quotes|Orders|Invoices|CreditNotes)$)}"] = (["/Invoicing/Quotes", "/Invoicing/Orders", "/Invoicing/Invoices"], ["Amounts"]),
        ["PAGE /Accounting/Receipts"] = (["/Accounting/Receipts"], ["Amounts"]),
        ["PAGE /Accounting/Refunds"] = (["/Accounting/Refunds"], ["Amounts"]),
        ["GET /api/accounting/refund"] = (["/api/accounting/refund"], ["Amounts"]),
        ["HANDLER /Accounting/Refunds/Create Party"] = (["/Accounting/Refunds/Create?handler=Party&term=Planted"], []),
        ["PAGE /Accounting/Cheques"] = (["/Accounting/Cheques"], ["Amounts"]),
        ["PAGE /Accounting/Receivables"] = (["/Accounting/Receivables"], ["Amounts"]),
        ["PAGE /Accounting/Credit"] = (["/Accounting/Credit"], ["Amounts"]),
        ["GET /api/accounting/credit"] = (["/api/accounting/credit"], ["Amounts"]),
        ["HANDLER /Accounting/Credit/Index Party"] = (["/Accounting/Credit?handler=Party&term=Planted"], []),
        ["GET /api/accounting/cheque"] = (["/api/accounting/cheque"], ["Amounts"]),
        ["GET /api/accounting/receivables/ageing"] = (["/api/accounting/receivables/ageing"], ["Amounts"]),
        ["PAGE /Inventory/Deliveries"] = (["/Inventory/Deliveries"], []),
        ["PAGE /Inventory/Deliveries/Open"] = (["/Inventory/Deliveries/Open"], []),
        ["PAGE /Inventory/Serials"] = (["/Inventory/Serials?q=SN"], []),
        ["GET /api/inventory/delivery"] = (["/api/inventory/delivery"], []),
        ["GET /api/inventory/delivery/serials"] = (["/api/inventory/delivery/serials?text=SN"], []),
        ["GET /api/inventory/delivery-order"] = (["/api/inventory/delivery-order"], []),
        ["PAGE /Search"] = (["/Search?q=Planted"], []),
        ["GET /api/parties/party"] = (["/api/parties/party"], ["Phone"]),
        ["GET /api/parties/party/lookup"] = (["/api/parties/party/lookup?Text=Planted"], ["Phone"]),
        ["GET /api/crm/customer"] = (["/api/crm/customer"], []),
        ["GET /api/crm/activity/open"] = (["/api/crm/activity/open?Everyone=true"], []),
        ["GET /api/invoicing/sales-document"] = (["/api/invoicing/sales-document?Kind=1", "/api/invoicing/sales-document?Kind=2", "/api/invoicing/sales-document?Kind=3"], ["Amounts"]),
        ["GET /api/accounting/receipt"] = (["/api/accounting/receipt"], ["Amounts"]),
        ["PAGE /Crm/Opportunities"] = (["/Crm/Opportunities"], ["Amounts"]),
        ["PAGE /Crm/Opportunities/Index"] = (["/Crm/Opportunities/Index"], ["Amounts"]),
        ["PAGE /Crm/Opportunities/Board"] = (["/Crm/Opportunities/Board"], ["Amounts"]),
        ["GET /api/crm/opportunity"] = (["/api/crm/opportunity"], ["Amounts"]),
        ["GET /api/crm/board"] = (["/api/crm/board"], ["Amounts"]),
        ["GET /api/crm/board/column"] = (["/api/crm/board/column?PipelineId={pipeline}&StageId={stage}&AfterSince=2100-01-01T00:00:00&AfterId=ffffffff-ffff-ffff-ffff-ffffffffffff"], ["Amounts"]),
        ["PAGE /Crm/Leads"] = (["/Crm/Leads"], []),
        ["PAGE /Crm/Leads/Index"] = (["/Crm/Leads/Index"], []),
        ["GET /api/crm/lead"] = (["/api/crm/lead"], []),
        ["HANDLER /Crm/Opportunities/Create Customers"] = (["/Crm/Opportunities/Create?handler=Customers&term=Planted"], []),
        ["HANDLER /Crm/Opportunities/Details People"] = (["/Crm/Opportunities/Details/{opportunity}?handler=People&term=Planted"], []),
        ["HANDLER /Crm/Leads/Details Customers"] = (["/Crm/Leads/Details/{lead}?handler=Customers&term=Planted"], []),
        ["HANDLER /Crm/Customers/File People"] = (["/Crm/Customers/File/{own}?handler=People&term=Planted"], ["Phone"]),
        ["HANDLER /Invoicing/Edit Party"] = (["/Invoicing/Quotes/Edit/{quote}?handler=Party&term=Planted"], []),
        ["HANDLER /Accounting/Cheques/Details Party"] = (["/Accounting/Cheques/Details/{cheque}?handler=Party&term=Planted"], []),
        ["HANDLER /Accounting/Receipts/Create Party"] = (["/Accounting/Receipts/Create?handler=Party&term=Planted"], []),
    };

    /// <summary>Doors with no customer's record behind them, and why.</summary>
    private static readonly Dictionary<string, string> OfNone = new()
    {
        ["PAGE /Export/{name}"] = "counts what the list's service shows, which is walked", ["HANDLER /Export File"] = "what the list's service shows, which is walked",
        ["PAGE /History/{id:guid}"] = "for who may see histories; a record out of sight is not found, and fields are covered",
        ["PAGE /Accounting/Credit/Policies"] = "policies", ["GET /api/accounting/credit/policies"] = "policies",
        ["PAGE /Accounting/Rates"] = "rates", ["GET /api/accounting/exchange-rate"] = "rates",
        ["PAGE /ReadingStopped"] = "words", ["PAGE /Accounting/Closings"] = "periods", ["GET /api/accounting/closing"] = "periods", ["GET /api/accounting/closing/closed-through"] = "a day",
        ["GET /api/accounting/receivables/totals"] = "sums over what is in sight, refused to who sees no balances",
        ["GET /api/accounting/receivables/proof/{partyId}"] = "tried with the services below",
        ["PAGE /"] = "leads on", ["PAGE /Index"] = "leads on", ["PAGE /Display"] = "settings of display", ["PAGE /Error"] = "words",
        ["PAGE /Parties/Parties/Create"] = "a new one; the twins it shows are tried below",
        ["PAGE /Crm/Opportunities/Create"] = "a new one; the customer it may name is tried below", ["PAGE /Crm/Leads/Create"] = "a new one",
        ["GET /api/crm/scoring"] = "rules", ["GET /api/crm/scoring/score/{leadId}"] = "tried with the services below", ["GET /api/crm/lead/{id}/twins"] = "the twins of parties, tried below", ["GET /api/crm/lead/choices"] = "the organisation's lists",
        ["GET /api/crm/lead/source-report"] = "counts", ["PAGE /Crm/Reports/Sources"] = "counts", ["GET /api/crm/win-loss/won-by-age"] = "counts",
        ["PAGE /Crm/Reports"] = "sums over what is in sight, refused to who sees no amounts", ["PAGE /Crm/Reports/Index"] = "the same",
        ["GET /api/crm/win-loss"] = "the same", ["GET /api/crm/win-loss/forecast"] = "the same",
        ["HANDLER /Crm/Opportunities/Details Owners"] = "users", ["HANDLER /Crm/Leads/Details Owners"] = "users",
        ["PAGE /Crm/Customers/Create"] = "a new one; the twins it shows are tried below",
        ["PAGE /Invoicing/{kind:regex(^(Quotes|Orders|Invoices)$)}/Create"] = "a new one; the party it may name is tried below",
        ["PAGE /Accounting/Refunds/Create"] = "a new one; the party it may name is tried below",
        ["GET /api/accounting/statement-mail/of-party/{partyId}"] = "days of statements, and addresses as the party's card shows them; of a party out of sight tried with the services below",
        ["GET /api/accounting/statement-mail/{id}"] = "days of a statement; of a party out of sight tried with the services below",
        ["GET /api/accounting/refund/credits/{partyId}"] = "numbers without a name, of receipts and invoices that the reader sees; of a party out of sight tried with the services below",
        ["PAGE /Accounting/Receipts/Create"] = "a new one; the party it may name is tried below",
        ["PAGE /Accounting/Accounts"] = "the ledger is whole: who may see it sees it all",
        ["PAGE /Accounting/Journal"] = "the ledger is whole",
        ["PAGE /Accounting/Revaluations"] = "sums over the whole ledger without a party", ["GET /api/accounting/revaluation"] = "the same",
        ["PAGE /Accounting/Journal/Details/{id:guid}"] = "the ledger is whole; its parties' names are read as everywhere",
        ["GET /api/accounting/account"] = "the ledger is whole", ["GET /api/accounting/account/cash-accounts"] = "names of accounts",
        ["GET /api/accounting/journal"] = "the ledger is whole", ["GET /api/accounting/journal/{id}"] = "the ledger is whole",
        ["GET /api/crm/activity/done"] = "one's own", ["PAGE /Crm/Calendar/Invitation/{id:guid}"] = "subject and time of a meeting, read as the API reads it, which is walked", ["PAGE /Crm/MyDay"] = "one's own", ["PAGE /Crm/MyDay/Index"] = "one's own", ["GET /api/crm/my-day"] = "one's own",
        ["PAGE /Crm/Reports/Process"] = "sums over what is in sight, refused to who sees no amounts", ["GET /api/crm/selling-process/changes"] = "the same", ["GET /api/crm/selling-process/velocity"] = "the same",
        ["GET /api/crm/selling-process/conformance"] = "counts", ["GET /api/crm/selling-process/answer-times"] = "counts", ["GET /api/crm/selling-process/quotas"] = "the same", ["GET /api/crm/selling-process/set-quotas"] = "what the organisation set itself, no record", ["GET /api/parties/party/access"] = "one's own rights",
        ["GET /api/parties/party/twins"] = "tried below",
        ["HANDLER /Parties/Parties/Details Owners"] = "users", ["HANDLER /Invoicing/Edit Product"] = "products",
        ["GET /api/invoicing/einvoice/chain/{documentId}"] = "tax ids and states without a name or amount; of a document out of sight tried with the services below",
        ["PAGE /Invoicing/TaxRates"] = "rates", ["GET /api/invoicing/tax-rate"] = "rates",
        ["HANDLER /Invoicing/Print Pdf"] = "the page, which is walked, on paper",
        ["PAGE /Invoicing/Offer/{token}"] = "open to anyone who has the sealed link, and shows the one quote that it names; tried in OfferTests",
        ["GET /api/invoicing/quote/{id}/link"] = "an address without a name; of a quote out of sight tried with the services below",
        ["PAGE /Invoicing/Orders/Invoice/{id:guid}"] = "reads by sales-document, which is walked; what is planted is a draft, which has nothing to invoice",
        ["PAGE /Notifications"] = "one's own", ["HANDLER /Notifications Bell"] = "one's own", ["HANDLER /Crm/Activities/Details Users"] = "users",
        ["GET /api/crm/meeting/busy"] = "users and times, whatever with", ["GET /api/crm/check-list-template"] = "the organisation's lists", ["GET /api/crm/check-list-template/choices"] = "their names",
        ["PAGE /Crm/Invitations/{token}"] = "open to anyone who has the sealed link, and shows the one invitation that it names; tried in ActivityPagesTests",
        ["PAGE /Crm/Invitations/Mine/{id:guid}"] = "leads who is invited to his invitation, and nobody else",
        ["HANDLER /Crm/Opportunities/Details Products"] = "products", ["GET /api/crm/offer/{id}/products"] = "products",
    };

    /// <summary>Where nothing but amounts stands, who does not see them has no business.</summary>
    private static bool RefusesBelow(string door, FieldAccess from) =>
        from == FieldAccess.Changeable || door.Contains("Statements", StringComparison.Ordinal) || door.Contains("/receivables", StringComparison.Ordinal)
        || door.Contains("accounting/credit", StringComparison.OrdinalIgnoreCase) || door.Contains("accounting/revaluation", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whole parts of the workspace that have no customer's records, public doors, and what administrators set up.</summary>
    private static readonly string[] Elsewhere =
        ["/Account/", "/Administration", "/Inventory/Products", "/Inventory/Warehouses", "/Inventory/PriceLists", "/Crm/Settings", "/api/crm/choice", "/api/crm/pipeline", "/api/inventory/product", "/api/inventory/stock", "/api/inventory/warehouse", "/api/inventory/price-list", "/api/abp", "/api/identity", "/api/permission", "/api/setting", "/api/feature", "/api/multi-tenancy", "/api/account", "/{controller", "/{area}", "/openapi", "/swagger", "/health",
         "/Crm/Forms/", "/Crm/Calendar/Feed", "/api/crm/calendar-feed", "/api/crm/saved-view", "/api/crm/lead-form", "/api/crm/assignment", "/api/crm/work-calendar", "/api/crm/scoring/subjects"];

    /// <summary>Whose id a service's methods take; null where it is no customer's record.</summary>
    private static readonly Dictionary<Type, Func<Planted, Guid>?> Services = new()
    {
        [typeof(IPartyAppService)] = c => c.Id, [typeof(ICustomerAppService)] = c => c.Id, [typeof(ICustomerFileAppService)] = c => c.Id,
        [typeof(IContactAppService)] = c => c.Contact, [typeof(IActivityAppService)] = c => c.Task,
        [typeof(IMeetingAppService)] = c => c.Meeting, [typeof(IActivityCheckListAppService)] = c => c.Task, [typeof(IOpportunityCheckListAppService)] = c => c.Opportunity,
        [typeof(ICheckListTemplateAppService)] = null, [typeof(ICalendarAppService)] = null,
        [typeof(IQuoteAppService)] = c => c.Quote, [typeof(IOrderAppService)] = c => c.Order, [typeof(IInvoiceAppService)] = c => c.Invoice,
        [typeof(ICreditNoteAppService)] = c => c.Invoice, [typeof(IEInvoiceAppService)] = c => c.Invoice, [typeof(Invoicing.Taxes.ITaxRateAppService)] = null, [typeof(ISalesDocumentAppService)] = c => c.Invoice, [typeof(IReceiptAppService)] = c => c.Receipt,
        [typeof(IChequeAppService)] = c => c.Cheque, [typeof(IRefundAppService)] = c => c.Refund, [typeof(IStatementMailAppService)] = c => c.Id, [typeof(IReceivablesAppService)] = c => c.Id, [typeof(IClosingAppService)] = null,
        [typeof(ICreditAppService)] = c => c.Id, [typeof(IExchangeRateAppService)] = null, [typeof(IRevaluationAppService)] = null,
        [typeof(IOpportunityAppService)] = c => c.Opportunity, [typeof(IOfferAppService)] = c => c.Opportunity, [typeof(ILeadAppService)] = c => c.Lead, [typeof(Crm.Scoring.IScoringAppService)] = c => c.Lead,
        [typeof(IBoardAppService)] = null, [typeof(IWinLossAppService)] = null, [typeof(Crm.SavedViews.ISavedViewAppService)] = null, [typeof(ISellingProcessAppService)] = null, [typeof(IMyDayAppService)] = null, [typeof(ICalendarFeedAppService)] = null, [typeof(IChoiceAppService)] = null, [typeof(ILeadFormAppService)] = null, [typeof(IAssignmentAppService)] = null, [typeof(Crm.WorkCalendars.IWorkCalendarAppService)] = null, [typeof(IPipelineAppService)] = null,
        [typeof(IJournalAppService)] = null, [typeof(IAccountAppService)] = null, [typeof(IProductAppService)] = null, [typeof(IStockAppService)] = null,
        [typeof(IDeliveryAppService)] = c => c.Delivery, [typeof(IDeliveryOrderAppService)] = c => c.Delivered, [typeof(IWarehouseAppService)] = null, [typeof(IPriceListAppService)] = null,
    };

    // ---- doors over HTTP ----------------------------------------------------------------------------------------------------

    [Fact]
    public async Task Every_door_that_reads_is_classified()
    {
        var found = await ReadingDoorsAsync();

        found.Where(door => !OfOne.ContainsKey(door) && !OfMany.ContainsKey(door) && !OfNone.ContainsKey(door)
            && !Elsewhere.Any(part => door[(door.IndexOf(' ') + 1)..].StartsWith(part, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        OfOne.Keys.Concat(OfMany.Keys).Except(found).ShouldBeEmpty("what is tried is there");
    }

    [Fact]
    public async Task No_door_shows_a_record_or_field_out_of_sight_and_each_shows_what_is_in_sight()
    {
        var leaks = new List<string>();
        foreach (var reader in _world.Readers) // one after another: signing in and the ledger write, and SQLite has one writer
        {
            leaks.AddRange(await WalkAsync(reader));
        }
        leaks.ShouldBeEmpty(string.Join('\n', leaks));
    }

    private async Task<List<string>> WalkAsync(Reader reader)
    {
        using var visitor = await SignedIn(reader.Name);
        var (faults, cells) = (new List<string>(), 0);
        foreach (var (door, (urls, fields, from)) in OfOne)
        {
            foreach (var customer in _world.Customers)
            {
                foreach (var url in urls(customer))
                {
                    var answer = await visitor.GetAsync(url);
                    var sees = _world.Sees(reader, customer);
                    if (sees != (answer.Status == HttpStatusCode.OK) && !(sees && RefusesBelow(door, from) && reader.Access < from))
                    {
                        faults.Add($"{reader}: {door} of {customer.Name} answered {answer.Status}");
                    }
                    faults.AddRange(FaultsOf(reader, door, customer, answer.Html, sees, sees ? fields : [], from, showsName: sees && (!RefusesBelow(door, from) || reader.Access >= from)));
                    cells += fields.Length + 1;
                }
            }
        }
        foreach (var (door, (urls, fields)) in OfMany)
        {
            var own = _world.Customers.Find(customer => _world.Sees(reader, customer));
            foreach (var url in urls.Select(url => url.Replace("{own}", own?.Id.ToString() ?? "").Replace("{quote}", own?.Quote.ToString() ?? "").Replace("{cheque}", own?.Cheque.ToString() ?? "")
                .Replace("{opportunity}", own?.Opportunity.ToString() ?? "").Replace("{lead}", own?.Lead.ToString() ?? "").Replace("{pipeline}", own?.Pipeline.ToString() ?? "").Replace("{stage}", own?.Stage.ToString() ?? "")))
            {
                var answer = await visitor.GetAsync(url);
                foreach (var customer in _world.Customers)
                {
                    faults.AddRange(FaultsOf(reader, door, customer, answer.Html, _world.Sees(reader, customer), _world.Sees(reader, customer) ? fields : [], FieldAccess.Visible,
                        showsName: _world.Sees(reader, customer) && (door is not ("PAGE /Accounting/Receivables" or "GET /api/accounting/receivables/ageing" or "PAGE /Accounting/Credit" or "GET /api/accounting/credit") || reader.Access >= FieldAccess.Visible)));
                    cells += fields.Length + 1;
                }
            }
        }
        output.WriteLine($"{reader}: {cells} cells, {faults.Count} faults");
        return faults;
    }

    private static IEnumerable<string> FaultsOf(
        Reader reader, string door, Planted customer, string html, bool seesRecord, string[] shown, FieldAccess from, bool showsName)
    {
        var text = Plain(html);
        if (!seesRecord && text.Contains(customer.Name, StringComparison.Ordinal)) { yield return $"{reader}: {door} names {customer.Name}"; }
        if (showsName && !text.Contains(customer.Name, StringComparison.Ordinal)) { yield return $"{reader}: {door} does not show {customer.Name}"; }
        foreach (var (field, values) in customer.Secrets)
        {
            var stands = values.Any(value => text.Contains(value, StringComparison.Ordinal));
            if (stands && (!seesRecord || reader.Access < FieldAccess.Visible)) { yield return $"{reader}: {door} leaks {field} of {customer.Name}"; }
            if (!stands && seesRecord && reader.Access >= from && shown.Contains(field)) { yield return $"{reader}: {door} does not show {field} of {customer.Name}"; }
        }
    }

    /// <summary>As a machine would search it: no entities, blanks, group separators or marks of direction.</summary>
    private static string Plain(string html) => Regex.Replace(WebUtility.HtmlDecode(html), @"[\s,٬\u2066-\u2069\u200e\u200f]", "");

    [Fact]
    public async Task Searching_by_a_field_out_of_sight_is_refused_in_words_and_else_finds_what_is_in_sight()
    {
        foreach (var reader in _world.Readers.Where(reader => reader.Scope != RecordScope.None))
        {
            using var visitor = await SignedIn(reader.Name);
            foreach (var customer in _world.Customers)
            {
                foreach (var url in (string[])["/Parties/Parties?Q=", "/Crm/Customers?Q=", "/Search?q=", "/api/parties/party?Text=", "/api/parties/party/lookup?Text=", "/api/crm/customer?Text="])
                {
                    foreach (var value in (string[])[customer.Mobile, customer.NationalId])
                    {
                        var answer = await visitor.GetAsync(url + value);
                        var refused = (int)answer.Status is 403 or 422;
                        refused.ShouldBe(reader.Access < FieldAccess.Visible, $"{reader}: {url}{value} answered {answer.Status}");
                        if (refused) { answer.Html.ShouldContain("may not search", customMessage: $"{reader}: {url}"); }
                        else { answer.Html.Contains(customer.Name, StringComparison.Ordinal).ShouldBe(_world.Sees(reader, customer), $"{reader}: {url}{value}"); }
                    }
                }
                foreach (var url in (string[])["/Crm/Leads?Q=", "/api/crm/lead?Text="])
                {
                    foreach (var value in (string[])[customer.Mobile, customer.Email])
                    {
                        var answer = await visitor.GetAsync(url + Uri.EscapeDataString(value));
                        ((int)answer.Status is 403 or 422).ShouldBe(reader.Access < FieldAccess.Visible, $"{reader}: {url}{value} answered {answer.Status}");
                        if (reader.Access >= FieldAccess.Visible) { answer.Html.Contains(customer.Name, StringComparison.Ordinal).ShouldBe(_world.Sees(reader, customer), $"{reader}: {url}{value}"); }
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_form_names_no_customer_out_of_sight_and_a_twin_out_of_sight_is_hinted_at_but_not_named()
    {
        var reader = _world.Readers[0];
        var (foreign, own) = (_world.Customers.Find(customer => customer.Name == "Zforeign")!, _world.Customers.Find(customer => customer.OwnerId == reader.Id)!);
        using var visitor = await SignedIn(reader.Name);
        foreach (var url in (string[])[$"/Invoicing/Quotes/Create?partyId={foreign.Id}", $"/Accounting/Receipts/Create?PartyId={foreign.Id}", $"/Accounting/Refunds/Create?PartyId={foreign.Id}", $"/Crm/Opportunities/Create?CustomerId={foreign.Id}"])
        {
            Plain((await visitor.GetAsync(url)).Html).ShouldNotContain(foreign.Name, customMessage: url);
        }

        var unseen = await visitor.GetAsync($"/api/parties/party/twins?Name={Uri.EscapeDataString(foreign.Name + " Planted")}");
        unseen.Html.ShouldNotContain(foreign.Name);
        unseen.Html.ShouldContain("\"hasUnseen\":true");
        var seen = await visitor.GetAsync($"/api/parties/party/twins?Name={Uri.EscapeDataString(own.Name + " Planted")}");
        seen.Html.ShouldContain(own.Name);
        seen.Html.ShouldContain("\"hasUnseen\":false");
        var probe = await visitor.GetAsync($"/api/parties/party/twins?Phone={own.Mobile}");
        probe.Html.ShouldNotContain(own.Name, customMessage: "a telephone he does not see is no way to its owner");
    }

    // ---- services, which are the API ----------------------------------------------------------------------------------------

    [Fact]
    public async Task No_service_acts_on_a_record_out_of_sight()
    {
        var found = ServiceTypes();
        found.Where(type => !Services.ContainsKey(type)).ShouldBeEmpty("each service says whose ids it takes");
        // who may do everything, but to his own only: so that nothing else refuses him
        var (reader, foreign) = (_world.Readers.Find(one => one.Name == "otto")!, _world.Customers.Find(customer => customer.Name == "Zforeign")!);
        var faults = new List<string>();
        var tried = 0;
        foreach (var (type, idOf) in Services.Where(service => service.Value is not null))
        {
            foreach (var method in new[] { type }.Concat(type.GetInterfaces()).SelectMany(contract => contract.GetMethods()).Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Guid)))
            {
                tried++;
                var arguments = method.GetParameters().Select((parameter, i) => i == 0 ? idOf!(foreign) : ValueFor(parameter.ParameterType, foreign)).ToArray();
                var outcome = await _world.As(reader, () => TryAsync(type, method, arguments));
                if (outcome is not (EntityNotFoundException or AbpAuthorizationException)) { faults.Add($"{type.Name}.{method.Name}: {outcome?.GetType().Name ?? "did it"} {outcome?.Message}"); }
            }
        }
        output.WriteLine($"{tried} methods");
        tried.ShouldBeGreaterThan(35);
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private async Task<Exception?> TryAsync(Type type, MethodInfo method, object?[] arguments)
    {
        await using var scope = App.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        try
        {
            await (Task)method.Invoke(scope.ServiceProvider.GetRequiredService(type), arguments)!;
            return null;
        }
        catch (Exception exception)
        {
            return exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        }
    }

    private static List<Type> ServiceTypes() =>
        [.. AppDomain.CurrentDomain.GetAssemblies().Where(assembly => Regex.IsMatch(assembly.GetName().Name!, @"^(Parties|Crm|Inventory|Invoicing|Accounting)\b") && !assembly.GetName().Name!.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsInterface && typeof(IApplicationService).IsAssignableFrom(type))];

    /// <summary>Something valid to send, so that what refuses it is the record and not the form.</summary>
    private static object? ValueFor(Type type, Planted customer)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) { return "customer"; }
        if (plain == typeof(Guid)) { return customer.Id; }
        if (plain == typeof(DateOnly)) { return new DateOnly(2026, 11, 2); }
        if (plain.IsEnum) { return Enum.GetValues(plain).GetValue(0); }
        if (plain.IsValueType) { return type == plain ? Activator.CreateInstance(plain) : null; }
        var made = Activator.CreateInstance(plain)!;
        foreach (var property in plain.GetProperties().Where(property => property.CanWrite && (property.GetCustomAttribute<RequiredAttribute>() is not null || property.PropertyType == typeof(Guid)
            || (property.PropertyType.IsEnum && !Enum.IsDefined(property.PropertyType, property.GetValue(made)!)) || Nullable.GetUnderlyingType(property.PropertyType) == typeof(DateOnly))))
        {
            if (property.Name != nameof(UpdatePartyDto.BirthDate)) { property.SetValue(made, property.Name == "Currency" ? "IRR" : ValueFor(property.PropertyType, customer)); }
        }
        return made;
    }

    // ---- plug-ins and jobs --------------------------------------------------------------------------------------------------

    [Fact]
    public async Task Every_source_of_documents_gives_what_is_in_sight_and_no_more()
    {
        var all = Get<IEnumerable<IPartyDocumentSource>>().ToDictionary(source => Volo.Abp.DynamicProxy.ProxyHelper.UnProxy(source).GetType().Name);
        all.Keys.ShouldBe(
            ["InvoicingPartyDocumentSource", "AccountingPartyDocumentSource", "OpportunityPartyDocumentSource", "DeliveryPartyDocumentSource"], ignoreOrder: true, "a new source is tried here too: say what it shows");
        foreach (var reader in _world.Readers)
        {
            foreach (var customer in _world.Customers)
            {
                foreach (var (key, source) in all)
                {
                    var given = await _world.As(reader, () => InUnitOfWork(() => source.GetDocumentsAsync(customer.Id, 10, new DateOnly(2026, 11, 20))));
                    var (sees, name) = (_world.Sees(reader, customer), $"{reader} {source.GetType().Name} {customer.Name}");
                    given.Rows.Any().ShouldBe(sees, name);
                    if (key == "DeliveryPartyDocumentSource") { continue; } // it has no amounts
                    given.Rows.Where(row => row.KindKey != "statement").All(row => row.Total is not null).ShouldBe( // a mail has no amount
                        !sees || reader.Access >= FieldAccess.Visible, name);
                    if (key == "OpportunityPartyDocumentSource") { continue; } // it has no totals
                    given.Totals.Where(total => total.Amount is not null).Any().ShouldBe(sees && reader.Access >= FieldAccess.Visible, name);
                    given.Totals.Any(total => total.Field is not null).ShouldBe(sees && reader.Access == FieldAccess.Masked, name);
                }
            }
        }
    }

    [Fact]
    public async Task Every_source_of_hits_is_classified_and_finds_what_is_in_sight()
    {
        var sources = Get<IEnumerable<ISearchSource>>().ToDictionary(source => Volo.Abp.DynamicProxy.ProxyHelper.UnProxy(source).GetType().Name);
        sources.Keys.Except(["PartySearchSource", "SalesDocumentSearchSource", "ProductSearchSource"]).ShouldBeEmpty();
        Get<IEnumerable<IPartyLinkSource>>().Select(source => source.GetType().Name).Except(["CustomerFilePartyLinkSource"]).ShouldBeEmpty("links are addresses; what stands there has doors of its own");
        foreach (var reader in _world.Readers)
        {
            var names = await _world.As(reader, () => InUnitOfWork(() => sources["PartySearchSource"].SearchAsync("Planted", 50)));
            var numbers = await _world.As(reader, () => InUnitOfWork(() => sources["SalesDocumentSearchSource"].SearchAsync("INV-1405", 50)));
            foreach (var customer in _world.Customers)
            {
                names.Any(hit => hit.Title.Contains(customer.Name, StringComparison.Ordinal)).ShouldBe(_world.Sees(reader, customer), $"{reader} {customer.Name}");
                numbers.Any(hit => hit.Sub?.Contains(customer.Name, StringComparison.Ordinal) == true).ShouldBe(_world.Sees(reader, customer), $"{reader} {customer.Name}");
            }
        }
    }

    [Fact]
    public void Every_background_job_is_classified()
    {
        Get<IOptions<AbpBackgroundJobOptions>>().Value.GetJobs().Select(job => job.JobType)
            .Where(job => !job.Namespace!.StartsWith("Volo.Abp", StringComparison.Ordinal)) // those carry only what they were given
            .Select(job => job.Name).Except(["ImportJob", "SendEInvoiceJob", "RescoreLeadsJob", "ReminderMailJob", "InvitationMailJob", "StatementMailJob"]).ShouldBeEmpty("say in whose name it reads: an import carries its user and asks his rights again");
    }

    // ---- repositories -------------------------------------------------------------------------------------------------------

    [Fact]
    public async Task No_method_of_a_repository_goes_round_the_rule()
    {
        var protectedTypes = Get<IOptions<RecordRightsOptions>>().Value.Protected;
        protectedTypes.Select(type => type.Name).ShouldBe(
            ["Party", "PartyRow", "PartyIdentifier", "PartyContactPoint", "PartyPhoneRow", "PartyIdentifierRow", "PartyAddress", "SalesDocument", "SalesDocumentLine", "EInvoice", "Quote", "Order",
             "Invoice", "CreditNote", "Receipt", "ReceiptAllocation", "Refund", "RefundPart", "StatementMail", "Cheque", "ChequeMove", "CreditLimit", "CreditPass", "SalesDocumentView", "Customer",
             "Contact", "Activity", "ActivityReminder", "MeetingAttendee", "CheckItem", "Opportunity", "OpportunityLine", "StageMove", "Lead", "LeadEvent", "DeliveryOrder", "DeliveryOrderLine", "DeliveryNote", "DeliveryNoteLine",
             "DeliveredSerial"], ignoreOrder: true);
        var reader = _world.Readers[0];
        foreach (var type in protectedTypes.Where(type => type.Name is not ("CreditNote" or "EInvoice" or "ReceiptAllocation" or "CreditPass"))) // none are planted
        {
            var key = typeof(IEntity<Guid>).IsAssignableFrom(type);
            await (Task)GetType().GetMethod(key ? nameof(TryKeyedAsync) : nameof(TryAsync), BindingFlags.NonPublic | BindingFlags.Instance, key ? [typeof(Reader)] : [typeof(Reader)])!
                .MakeGenericMethod(type).Invoke(this, [reader])!;
        }
    }

    private async Task TryAsync<T>(Reader reader) where T : class, IEntity
    {
        var (all, seen) = (await CountAsync<T>(null), await CountAsync<T>(reader));
        all.ShouldBeGreaterThan(seen, typeof(T).Name);
        seen.ShouldBeGreaterThan(0, typeof(T).Name);
        await _world.As(reader, () => InUnitOfWork(async () =>
        {
            var records = Get<IRepository<T>>();
            (await records.GetListAsync()).Count.ShouldBe((int)seen);
            (await records.GetListAsync(_ => true)).Count.ShouldBe((int)seen);
            (await records.GetPagedListAsync(0, 1000, "")).Count.ShouldBe((int)seen);
            (await (await records.GetQueryableAsync()).CountAsync()).ShouldBe((int)seen);
            (await (await records.WithDetailsAsync()).CountAsync()).ShouldBe((int)seen);
            (await (await records.WithDetailsAsync([])).CountAsync()).ShouldBe((int)seen);
            await Should.ThrowAsync<NotSupportedException>(() => records.GetDbContextAsync());
            await Should.ThrowAsync<NotSupportedException>(() => records.GetDbSetAsync());
            return true;
        }));
        MethodsOf(typeof(IRepository<>)).Except(
            ["GetListAsync", "GetCountAsync", "GetPagedListAsync", "GetQueryableAsync", "WithDetailsAsync", "FindAsync", "GetAsync", "DeleteAsync", "DeleteDirectAsync", "DeleteManyAsync",
             "InsertAsync", "InsertManyAsync", "UpdateAsync", "UpdateManyAsync"]).ShouldBeEmpty(); // the last four, and deleting an entity, take what was read before
    }

    private async Task TryKeyedAsync<T>(Reader reader) where T : class, IEntity<Guid>
    {
        await TryAsync<T>(reader);
        List<Guid> all, seen;
        using (SystemWork.Begin("a test")) { all = await _world.As(reader, () => InUnitOfWork(async () => (await Get<IRepository<T, Guid>>().GetListAsync()).ConvertAll(one => one.Id))); }
        seen = await _world.As(reader, () => InUnitOfWork(async () => (await Get<IRepository<T, Guid>>().GetListAsync()).ConvertAll(one => one.Id)));
        var hidden = all.Except(seen).First();
        await _world.As(reader, () => InUnitOfWork(async () =>
        {
            var records = Get<IRepository<T, Guid>>();
            foreach (var details in (bool[])[true, false])
            {
                (await records.FindAsync(hidden, details)).ShouldBeNull();
                (await records.FindAsync(one => one.Id == hidden, details)).ShouldBeNull();
                await Should.ThrowAsync<EntityNotFoundException>(() => records.GetAsync(hidden, details));
                (await records.FindAsync(seen[0], details)).ShouldNotBeNull();
            }
            if (typeof(T) == typeof(PartyRow) || typeof(T).Name == "SalesDocumentView") { return true; } // views
            await records.DeleteAsync(hidden);
            await records.DeleteManyAsync([hidden]);
            await records.DeleteAsync(one => one.Id == hidden);
            await records.DeleteDirectAsync(one => one.Id == hidden);
            return true;
        }));
        (await CountAsync<T>(null)).ShouldBe(all.Count, $"{typeof(T).Name}: nothing out of sight is deleted");
    }

    private async Task<long> CountAsync<T>(Reader? reader) where T : class, IEntity
    {
        if (reader is not null) { return await _world.As(reader, () => InUnitOfWork(() => Get<IRepository<T>>().GetCountAsync())); }
        using (SystemWork.Begin("a test")) { return await _world.As(_world.Readers[0], () => InUnitOfWork(() => Get<IRepository<T>>().GetCountAsync())); }
    }

    private static IEnumerable<string> MethodsOf(Type type) =>
        new[] { type }.Concat(type.GetInterfaces()).SelectMany(contract => contract.GetMethods()).Where(method => !method.IsSpecialName).Select(method => method.Name).Distinct();

    private async Task<TResult> InUnitOfWork<TResult>(Func<Task<TResult>> act)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await act();
        await unitOfWork.CompleteAsync();
        return result;
    }

    // ---- where doors are found ----------------------------------------------------------------------------------------------

    private async Task<HashSet<string>> ReadingDoorsAsync()
    {
        var doors = new HashSet<string>();
        foreach (var endpoint in Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                doors.Add($"PAGE {path}");
                var compiled = page as CompiledPageActionDescriptor ?? await Get<PageLoader>().LoadAsync(page, endpoint.Metadata);
                foreach (var handler in compiled.HandlerMethods.Where(handler => handler is { HttpMethod: "Get", Name.Length: > 0 }))
                {
                    doors.Add($"HANDLER {page.ViewEnginePath} {handler.Name}");
                }
            }
            else if ((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Contains("GET"))
            {
                doors.Add($"GET {path}");
            }
        }
        return doors;
    }
}
