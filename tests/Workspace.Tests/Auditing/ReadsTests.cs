using System.Reflection;
using Kernel.EntityFrameworkCore;
using Kernel.Reading;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Auditing;

public class ReadsTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>Doors that show no record of a person, company or deal: forms for new ones, catalogues, the host's own pages.</summary>
    private static readonly string[] ShowNothingProtected =
    [
        "PAGE /Crm/Forms/", "PAGE /Crm/Calendar/Feed", "GET api/crm/lead-form", "GET api/crm/saved-view", "GET api/crm/calendar-feed", "GET api/crm/assignment", "GET api/crm/scoring", "GET api/crm/work-calendar", "GET api/crm/offer/{id}/products", "GET api/crm/check-list-template", "GET api/crm/selling-process/set-quotas",
        "GET api/crm/meeting/busy", "PAGE /Crm/Invitations/", "PAGE /Notifications", // when others are busy, and what one was sent and told oneself
        "PAGE /Account/", "PAGE /Export", "PAGE /Administration/", "PAGE /Display", "PAGE /Error", "PAGE /Index", "PAGE /ReadingStopped",
        "PAGE /Accounting/Accounts/Index", "PAGE /Accounting/Closings/Index", "PAGE /Accounting/Credit/Policies", "PAGE /Accounting/Rates/Index", "PAGE /Accounting/Revaluations/Index", "GET api/accounting/revaluation", "PAGE /Accounting/Receipts/Create", "PAGE /Accounting/Refunds/Create", "PAGE /Crm/Customers/Create", "PAGE /Crm/Leads/Create", "PAGE /Crm/Settings/", "PAGE /Parties/Parties/Create", "PAGE /Inventory/",
        "PAGE /Invoicing/TaxRates", "GET api/invoicing/tax-rate", "PAGE /Invoicing/Offer", // what the customer himself was sent
        "GET api/accounting/account", "GET api/accounting/closing", "GET api/accounting/credit/policies", "GET api/accounting/exchange-rate", "GET api/crm/choice", "GET api/crm/lead/choices", "GET api/crm/pipeline", "GET api/inventory/",
        "GET api/parties/party/access"
    ];

    [Fact]
    public async Task A_look_at_a_customers_file_a_search_and_a_list_are_in_the_ledger()
    {
        var acme = await Given.Customer("Acme");
        using var visitor = await SignedIn("sara");
        await visitor.GetAsync($"/Crm/Customers/File/{acme}");
        await visitor.GetAsync("/Crm/Customers?q=acme");
        await visitor.GetAsync("/Parties/Parties");
        await visitor.GetAsync($"/Parties/Parties/Details/{Guid.NewGuid()}"); // shows nothing

        var reads = await ReadsAfterSignInAsync();
        reads.Select(read => (read.Kind, read.Entity, read.EntityId, read.Rows, read.Detail)).ShouldBe(
        [
            (ReadKind.View, "Crm.Customers", acme.ToString(), 1, null),
            (ReadKind.Search, "Crm.Customers", null, 1, "acme"),
            (ReadKind.List, "Parties.Parties", null, 1, null)
        ]);
        reads.ShouldAllBe(read => read.UserName == "sara" && read.TenantId == As.TenantId && read.CorrelationId != null);
    }

    [Fact]
    public async Task Documents_and_what_the_API_answers_are_in_the_ledger_too()
    {
        var acme = await Given.Customer("Acme");
        var invoice = await Given.Invoice(acme);
        using var visitor = await SignedIn("reza");
        await visitor.GetAsync($"/Invoicing/Invoices/Details/{invoice}");
        await visitor.GetAsync("/Invoicing/Invoices/Create"); // a new one shows nothing
        await visitor.GetAsync("/api/accounting/receipt");

        (await ReadsAfterSignInAsync()).Select(read => (read.Kind, read.Entity, read.EntityId))
            .ShouldBe([(ReadKind.View, "Invoicing.Invoices", invoice.ToString()), (ReadKind.List, "Accounting.Receipts", null)]);
    }

    [Fact]
    public void Every_door_that_shows_records_says_so()
    {
        var doors = Get<IActionDescriptorCollectionProvider>().ActionDescriptors.Items;
        var silent = doors.Where(door => !IsMarked(door)).Select(NameOf).Where(name => name is not null).Distinct()
            .Where(name => !Array.Exists(ShowNothingProtected, known => name!.StartsWith(known, StringComparison.Ordinal)));
        silent.ShouldBeEmpty("mark the page or method with [Reads], or name it above when it shows no protected record");
    }

    private static bool IsMarked(ActionDescriptor door) => door switch
    {
        ControllerActionDescriptor action => action.MethodInfo.IsDefined(typeof(ReadsAttribute), true),
        PageActionDescriptor page => TypeOf(page)?.IsDefined(typeof(ReadsAttribute), true) == true,
        _ => true
    };

    private static Type? TypeOf(PageActionDescriptor page) => AppDomain.CurrentDomain.GetAssemblies()
        .SelectMany(assembly => assembly.GetCustomAttributes<Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemAttribute>())
        .FirstOrDefault(item => item.Identifier == page.RelativePath)?.Type
        .GetProperty("Model", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.PropertyType;

    private static string? NameOf(ActionDescriptor door) => door switch
    {
        PageActionDescriptor page => $"PAGE {page.ViewEnginePath}",
        ControllerActionDescriptor action when action.ActionConstraints?.OfType<HttpMethodActionConstraint>().Any(c => c.HttpMethods.Contains("GET")) == true
            => $"GET {action.AttributeRouteInfo?.Template}",
        _ => null
    };

    /// <summary>Signing in leads to the list of customers, which stands before all that a test does.</summary>
    private async Task<List<ReadRecord>> ReadsAfterSignInAsync() =>
        [.. (await ReadsAsync()).Where(read => read.Kind is ReadKind.View or ReadKind.Search or ReadKind.List).Skip(1)];

    private Task<List<ReadRecord>> ReadsAsync() => As.Admin(async () =>
    {
        await ReadLedgerWriter().FlushAsync();
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return await (await Get<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync()).ReadRecords.AsNoTracking().OrderBy(x => x.Day).ThenBy(x => x.Sequence).ToListAsync();
    });
}
