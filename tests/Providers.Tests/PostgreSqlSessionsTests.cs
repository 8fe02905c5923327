using Npgsql;
using Workspace.Databases;

namespace Providers.Tests;

public class PostgreSqlSessionsTests
{
    [Theory]
    [InlineData("Host=db", 200, true)]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false", 0, false)]
    [InlineData("Host=db;maxautoprepare=5", 5, true)]
    public void Statements_are_prepared_unless_the_connection_string_says_otherwise(string given, int prepared, bool keepsSessions)
    {
        var session = new NpgsqlConnectionStringBuilder(PostgreSqlSessions.Complete(given));

        (session.MaxAutoPrepare, session.NoResetOnClose, session.Host).ShouldBe((prepared, keepsSessions, "db"));
    }
}
