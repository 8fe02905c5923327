using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workspace;
using Workspace.Demonstration;

namespace Providers.Tests;

public class DemonstrationTests
{
    [PostgresFact]
    public async Task The_demonstration_is_made_and_shown_on_PostgreSQL_too()
    {
        var (database, folder) = (PostgresCluster.Instance.Create(), Directory.CreateTempSubdirectory("workspace-demonstration-").FullName);
        try
        {
            await using var app = await WorkspaceHost.CreateAsync<WorkspaceModule>([], builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Workspace:DataFolder"] = folder, ["Workspace:Demonstration"] = "true",
                    ["Database:Provider"] = "PostgreSql", ["Database:MigrateAtStart"] = "true", ["ConnectionStrings:Default"] = database
                });
                builder.WebHost.UseTestServer();
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            });
            (await app.Services.GetRequiredService<DemonstrationData>().CreateAsync(TextWriter.Null)).ShouldNotBeEmpty();
            await app.StartAsync();

            using var admin = new WebVisitor(app.GetTestServer().CreateHandler());
            await admin.SignInAsync("admin", "fa");
            (await admin.GetAsync("/Crm/Opportunities/Board")).Document.QuerySelectorAll("[data-card]").ShouldNotBeEmpty();
            foreach (var page in (string[])["/Crm/Opportunities", "/Crm/Leads", "/Crm/MyDay", "/Crm/Calendar", "/Crm/Reports", "/Crm/Reports/Process", "/Accounting/Receivables", "/Inventory/PriceLists"])
            {
                (await admin.GetAsync(page)).Status.ShouldBe(HttpStatusCode.OK, page);
            }
            await app.StopAsync();
        }
        finally
        {
            PostgresCluster.Instance.Drop(database);
            Directory.Delete(folder, true);
        }
    }
}
