using Crm.Customers;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore;
using Workspace.Databases;

namespace Providers.Tests;

public class PostgreSqlSessionsTests
{
    [Theory]
    [InlineData("Host=db", 200, true, "-c jit=off")]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false;Options=-c jit=on", 0, false, "-c jit=on")]
    [InlineData("Host=db;maxautoprepare=5", 5, true, "-c jit=off")]
    public void Statements_are_prepared_and_not_compiled_unless_the_connection_string_says_otherwise(string given, int prepared, bool keepsSessions, string options)
    {
        var session = new NpgsqlConnectionStringBuilder(PostgreSqlSessions.Complete(given));

        (session.MaxAutoPrepare, session.NoResetOnClose, session.Options, session.Host).ShouldBe((prepared, keepsSessions, options, "db"));
    }

    [PostgresFact]
    public async Task The_end_of_a_telephone_is_planned_once_by_indexes_and_the_session_is_left_as_it_was()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        await here.Given.Customer("Acme", mobile: "09123456789");

        await here.Work<ICustomerAppService, bool>(async customers =>
        {
            const int MoreThanItTakesToPrepare = 12;
            var database = (await here.Services.GetRequiredService<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync()).Database;
            // As it weighs among a million: to look rows up costs more than to read all.
            await database.ExecuteSqlRawAsync("SET random_page_cost = 1000");
            for (var i = 0; i < MoreThanItTakesToPrepare; i++)
            {
                (await customers.GetListAsync(new CustomerListInput { Text = "3456789" })).Rows.Select(row => row.Name).ShouldBe(["Acme"]);
            }
            await database.ExecuteSqlRawAsync("RESET random_page_cost");
            (await database.SqlQueryRaw<long>("""SELECT SUM(generic_plans) AS "Value" FROM pg_prepared_statements WHERE statement LIKE '%PhoneKey%' HAVING SUM(custom_plans) = 0""").ToListAsync()).Single().ShouldBeGreaterThan(0);
            (await database.SqlQueryRaw<string>("""SELECT relname AS "Value" FROM pg_stat_xact_user_tables WHERE relname LIKE 'Pty%' AND seq_scan > 0""").ToListAsync()).ShouldBeEmpty();
            (await database.SqlQueryRaw<string>("SHOW plan_cache_mode").ToListAsync()).ShouldBe(["auto"]);
            (await database.SqlQueryRaw<string>("SHOW enable_seqscan").ToListAsync()).ShouldBe(["on"]);
            return true;
        });
    }

    [PostgresFact]
    public async Task A_part_of_a_customers_name_asks_for_customers_in_the_words_of_their_index()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        await here.Given.Customer("Acme");

        await here.Work<ICustomerAppService, bool>(async customers =>
        {
            const int MoreThanItTakesToPrepare = 12;
            for (var i = 0; i < MoreThanItTakesToPrepare; i++)
            {
                (await customers.GetListAsync(new CustomerListInput { Text = "acm" })).Rows.Select(row => row.Name).ShouldBe(["Acme"]);
            }
            var database = (await here.Services.GetRequiredService<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync()).Database;
            var index = (await database.SqlQueryRaw<string>("""SELECT indexdef AS "Value" FROM pg_indexes WHERE tablename = 'PtyParties' AND indexdef LIKE '%gin%WHERE%'""").ToListAsync()).ShouldHaveSingleItem();
            var search = (await database.SqlQueryRaw<string>("""SELECT statement AS "Value" FROM pg_prepared_statements WHERE statement LIKE '%"SearchKey" LIKE%' AND statement NOT LIKE '%pg_prepared%'""").ToListAsync()).ShouldHaveSingleItem();
            var customer = $"'%{PartyRoles.CustomerToken}%'";
            (index.Contains(customer), search.Contains($"\"RoleTokens\" LIKE {customer}")).ShouldBe((true, true), search);
            return true;
        });
    }

    [PostgresFact]
    public async Task A_page_of_all_customers_keeps_its_plan_and_says_how_many_rows_it_is_for()
    {
        using var here = Here.On(DatabaseProvider.PostgreSql);
        await here.Given.Customer("Acme");
        await here.Given.Customer("Zenith");

        await here.Work<ICustomerAppService, bool>(async customers =>
        {
            const int MoreThanItTakesToPrepareAndTry = 20;
            var first = (await customers.GetListAsync(new CustomerListInput { Max = 1 })).Rows.ShouldHaveSingleItem();
            for (var i = 0; i < MoreThanItTakesToPrepareAndTry; i++)
            {
                (await customers.GetListAsync(new CustomerListInput { Max = 1, AfterKey = first.SortKey, AfterId = first.Id })).Rows.Select(row => row.Name).ShouldBe(["Zenith"]);
            }
            var database = (await here.Services.GetRequiredService<IDbContextProvider<IKernelDbContext>>().GetDbContextAsync()).Database;
            const string Page = """ FROM pg_prepared_statements WHERE statement LIKE '%"SortKey" >=%' AND statement NOT LIKE '%pg_prepared%'""";
            (await database.SqlQueryRaw<string>($"""SELECT statement AS "Value" {Page}""").ToListAsync()).ShouldHaveSingleItem().ShouldContain("LIMIT 2");
            (await database.SqlQueryRaw<long>($"""SELECT generic_plans AS "Value" {Page}""").ToListAsync()).ShouldHaveSingleItem().ShouldBeGreaterThan(0);
            return true;
        });
    }
}
