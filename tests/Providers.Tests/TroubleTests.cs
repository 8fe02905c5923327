using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Workspace;
using Workspace.Databases;

namespace Providers.Tests;

/// <summary>What people are told while the database is in trouble, and that it costs them nothing else.</summary>
public class TroubleTests() : WorkspaceTest<WorkspaceModule>(DatabaseProvider.PostgreSql)
{
    private const string NoteForm = "form[action*='handler=Note']";

    private string Name => PostgresCluster.DatabaseOf(Database.ConnectionString);

    [PostgresFact]
    public async Task A_database_that_only_lets_itself_be_read_takes_no_change_and_says_so()
    {
        var acme = await Given.Customer("Acme");
        var visitor = await SignedIn();
        Alter($"ALTER DATABASE {Name} SET default_transaction_read_only = on");

        var file = await visitor.GetAsync($"/Crm/Customers/File/{acme}");
        file.Text.ShouldContain("Acme");
        var refused = await file.SubmitAsync(new() { ["Note.Text"] = "She prefers mornings." }, NoteForm);
        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Text.ShouldContain("Nothing can be saved at the moment");
        refused.Text.ShouldNotContain("Exception");

        Alter($"ALTER DATABASE {Name} RESET default_transaction_read_only");
        (await file.SubmitAsync(new() { ["Note.Text"] = "She prefers mornings." }, NoteForm)).Text.ShouldContain("She prefers mornings.");
    }

    [PostgresFact]
    public async Task A_lost_connection_costs_failed_requests_only()
    {
        var acme = await Given.Customer("Acme");
        var visitor = await SignedIn(language: "fa");
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        Alter($"ALTER DATABASE {Name} ALLOW_CONNECTIONS false");

        var refused = await visitor.GetAsync($"/Crm/Customers/File/{acme}");
        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Text.ShouldContain("فعلاً به داده‌ها دسترسی ندارد");
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await visitor.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);

        Alter($"ALTER DATABASE {Name} ALLOW_CONNECTIONS true");
        (await visitor.GetAsync($"/Crm/Customers/File/{acme}")).Text.ShouldContain("Acme");
    }

    [PostgresFact]
    public async Task A_statement_that_took_too_long_is_no_trouble_of_the_database_and_is_logged_as_itself()
    {
        using var watch = new DatabaseTroubleWatch(() => NullLogger.Instance);
        await using var database = new NpgsqlConnection(PostgresCluster.Instance.ConnectionString("postgres"));
        await database.OpenAsync();
        await using var slow = new NpgsqlCommand("SELECT pg_sleep(5)", database) { CommandTimeout = 1 };
        await using var away = new NpgsqlConnection("Host=127.0.0.1;Port=1;Database=none;Username=none");

        watch.Notes(await Should.ThrowAsync<NpgsqlException>(() => slow.ExecuteScalarAsync())).ShouldBeFalse();
        watch.Notes(await Should.ThrowAsync<NpgsqlException>(() => away.OpenAsync())).ShouldBeTrue();
    }

    /// <summary>For everybody who connects from now on.</summary>
    private void Alter(string statement)
    {
        PostgresCluster.Instance.Execute(statement);
        PostgresCluster.Instance.Disconnect(Database.ConnectionString);
        NpgsqlConnection.ClearAllPools(); // the workspace's own sessions too, whose connection string says more
    }
}

public class FullDiskCodeTests
{
    [Fact]
    public void A_full_disk_is_known_by_what_the_database_says()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Directory.CreateTempSubdirectory("workspace-tests-").FullName, "full.db")};Pooling=False");
        connection.Open();
        Execute(connection, "CREATE TABLE t (x)");
        Execute(connection, "PRAGMA max_page_count = 3");
        var full = Should.Throw<SqliteException>(() => Execute(connection, "INSERT INTO t VALUES (zeroblob(100000))"));

        DatabaseTroubles.Of(new InvalidOperationException("the outer one", full)).ShouldBe(DatabaseTrouble.Full);
        DatabaseTroubles.Of(new InvalidOperationException("another")).ShouldBeNull();
    }

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
