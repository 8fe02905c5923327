using System.Diagnostics;
using System.Text.RegularExpressions;
using Crm.Customers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Data;
using Xunit.Abstractions;

namespace Workspace.Tests.Rights;

/// <summary>Says how SQLite reads the lists of 200,000 customers for each scope. Takes half a minute: set CRM_QUERY_PLANS=1.</summary>
public class QueryPlanTests(ITestOutputHelper output) : WorkspaceTest<WorkspaceModule>
{
    private const int Customers = 200_000, Owners = 400, Units = 40;

    public sealed class PlanFactAttribute : FactAttribute
    {
        public PlanFactAttribute()
        {
            if (Environment.GetEnvironmentVariable("CRM_QUERY_PLANS") is null) { Skip = "Set CRM_QUERY_PLANS=1 to plant 200,000 customers and see the plans."; }
        }
    }

    [PlanFact]
    public async Task Each_scope_reads_its_page_of_customers_by_an_index_and_sorts_only_what_it_keeps()
    {
        var world = new RightsWorld(App.Services, As);
        await world.PlantAsync();
        await MultiplyAsync(world);
        foreach (var reader in world.Readers.Where(reader => reader.Scope != Kernel.Rights.RecordScope.None))
        {
            foreach (var (name, list) in ((string, Func<Task>)[])
                [("customers", () => Get<ICustomerAppService>().GetListAsync(new CustomerListInput())), ("parties", () => Get<IPartyAppService>().GetListAsync(new PartyListInput()))])
            {
                var statements = await world.As(reader, async () =>
                {
                    await list();
                    return await StatementLog.OfAsync(list);
                });
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < 10; i++) { await world.As(reader, async () => { await list(); return true; }); }
                output.WriteLine($"{reader} {name}: {watch.ElapsedMilliseconds / 10.0:0.0} ms");
                var sql = statements.First(statement => statement.Contains("\"PtyParties\"", StringComparison.Ordinal));
                output.WriteLine(Regex.Match(sql, "WHERE[^)]*", RegexOptions.Singleline).Value.ReplaceLineEndings(" "));
                var plan = await ExplainAsync(sql);
                plan.ForEach(output.WriteLine);
                plan.ShouldContain(step => step.StartsWith("SEARCH p ", StringComparison.Ordinal) && step.Contains("PtyParties", StringComparison.Ordinal), $"{reader} {name}");
            }
        }
    }

    /// <summary>A planted row again and again, with names, owners and units of its own.</summary>
    private Task MultiplyAsync(RightsWorld world) => InContextAsync(async context =>
    {
        var columns = await context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('PtyParties')").ToListAsync();
        var sara = As.IdOf("sara").ToString().ToUpperInvariant();
        var own = new Dictionary<string, string>
        {
            ["Id"] = "printf('%08X-0000-4000-8000-%012X', n, n)",
            ["Number"] = "'M-' || n",
            ["SortKey"] = "printf('%08x', (n * 7919) % 1000003)",
            ["SearchKey"] = "'many ' || n",
            ["Name"] = "'Many ' || n",
            // each reader of the test stands for one of the owners, the team and its unit beneath for two of the units
            ["OwnerId"] = $"CASE n % {Owners} {string.Join(' ', world.Readers.Select((reader, i) => $"WHEN {i} THEN '{reader.Id.ToString().ToUpperInvariant()}'"))} ELSE printf('%08X-0000-4000-8000-%012X', n % {Owners}, 0) END",
            ["UnitId"] = $"CASE (n / {Owners}) % {Units} WHEN 0 THEN '{world.Team.ToString().ToUpperInvariant()}' WHEN 1 THEN '{world.Beneath.ToString().ToUpperInvariant()}' ELSE printf('%08X-0000-4000-8000-%012X', (n / {Owners}) % {Units}, 1) END",
        };
        var into = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => own.GetValueOrDefault(column, $"p.\"{column}\"")));
#pragma warning disable EF1002 // names of columns, no input
        await context.Database.ExecuteSqlRawAsync(
            $"WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < {Customers}) INSERT INTO PtyParties ({into}) SELECT {values} FROM many, (SELECT * FROM PtyParties WHERE Name LIKE 'Zforeign%' LIMIT 1) p");
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
#pragma warning restore EF1002
        (await context.PartyRows.IgnoreQueryFilters().CountAsync()).ShouldBeGreaterThan(Customers);
    });

    private async Task<List<string>> ExplainAsync(string sql)
    {
        var steps = new List<string>();
        await InContextAsync(async context =>
        {
            await context.Database.OpenConnectionAsync();
            using var command = (SqliteCommand)context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            foreach (var name in Regex.Matches(sql, @"@\w+").Select(match => match.Value).Distinct()) { command.Parameters.AddWithValue(name, DBNull.Value); }
            using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) { steps.Add(reader.GetString(3)); }
        });
        return steps;
    }

    private Task InContextAsync(Func<WorkspaceDbContext, Task> act) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        await act(await Get<IDbContextProvider<WorkspaceDbContext>>().GetDbContextAsync());
        await unitOfWork.CompleteAsync();
    });
}
