using System.Text.Json;
using Crm.CustomerFiles;
using Crm.Web.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parties.Documents;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.Uow;
using Workspace;

namespace Crm.Application.Tests.CustomerFiles;

/// <summary>A host whose stock, invoices and ledger are not ours: three modules of somebody else answer the customer's file.</summary>
public class ForeignModulesTests : WorkspaceTest<ForeignModulesTests.HostOfOthers>
{
    private static readonly WorkspaceApp OurWorkspace;

    /// <summary>Before a test of the other host has chosen its database, for making an application uses the chosen one.</summary>
    static ForeignModulesTests() => OurWorkspace = WorkspaceApp.GetAsync<WorkspaceModule>().GetAwaiter().GetResult();

    [Fact]
    public async Task The_file_is_the_same_whoever_keeps_stock_invoices_and_ledger()
    {
        var (ours, answers) = await OursAsync();
        ForeignAnswers.Given = answers;

        var acme = await Given.Customer("Acme");
        var theirs = await As.Finance(() => Get<ICustomerFileAppService>().GetAsync(acme));

        Told(ours).ShouldContain("INV-");
        Told(theirs).ShouldBe(Told(ours));
    }

    /// <summary>The file of a customer in a workspace of our own modules, and what each of these answered.</summary>
    private static async Task<(CustomerFileDto File, List<PartyDocuments> Answers)> OursAsync()
    {
        using var database = new TestDatabase(OurWorkspace); // chosen for this method's flow of execution alone
        var @as = await As.CreateAsync(OurWorkspace.Services);
        var given = new Given(OurWorkspace.Services, @as);
        var acme = await given.Customer("Acme");
        await given.Quote(acme);
        await given.Order(acme, 4_000_000m);
        var invoice = await given.Invoice(acme, 3_000_000m, Given.Day.AddDays(-40), Given.Day.AddDays(-10));
        await given.Payment(acme, 1_000_000m, invoice);

        await using var scope = OurWorkspace.Services.CreateAsyncScope();
        var file = await @as.Finance(() => scope.ServiceProvider.GetRequiredService<ICustomerFileAppService>().GetAsync(acme));
        var answers = new List<PartyDocuments>();
        using var work = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        foreach (var source in scope.ServiceProvider.GetServices<IPartyDocumentSource>().Where(source => source is not OpportunityPartyDocumentSource))
        {
            answers.Add(await @as.Finance(() => source.GetDocumentsAsync(acme, 20, file.Today)));
        }
        return (file, answers);
    }

    /// <summary>What of the file comes from other modules.</summary>
    private static string Told(CustomerFileDto file) => JsonSerializer.Serialize(new
    {
        Panels = file.Panels.Select(panel => panel with { NewUrl = Nobody(panel.NewUrl), ListUrl = Nobody(panel.ListUrl) }),
        Totals = file.Totals.Select(total => total with { Url = Nobody(total.Url) }),
        file.TotalsAreWhole,
        Documents = file.Timeline.Items.Select(item => item.Document),
    });

    /// <summary>An address without the customer's id, which is another one in each workspace.</summary>
    private static string? Nobody(string? url) => url is null ? null : System.Text.RegularExpressions.Regex.Replace(url, "[0-9a-f]{8}-[0-9a-f-]{27}", "customer");

    [DependsOn(typeof(WorkspaceModule))]
    public class HostOfOthers : AbpModule
    {
        public override void PostConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.RemoveAll<IPartyDocumentSource>();
            context.Services.AddTransient<IPartyDocumentSource>(services => services.GetRequiredService<OpportunityPartyDocumentSource>());
            for (var module = 0; module < 3; module++)
            {
                var number = module;
                context.Services.AddTransient<IPartyDocumentSource>(_ => new ForeignAnswers(number));
            }
        }
    }

    [DisableConventionalRegistration]
    public class ForeignAnswers(int module) : IPartyDocumentSource
    {
        private static readonly AsyncLocal<List<PartyDocuments>?> Answers = new();

        public static List<PartyDocuments> Given { set => Answers.Value = value; }

        public Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null) =>
            Task.FromResult(Answers.Value?.ElementAtOrDefault(module) ?? PartyDocuments.None);
    }
}
