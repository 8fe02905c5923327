using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Floor;

/// <summary>The database of <c>tests/EmptyApp</c>, the floor of a start.</summary>
internal static class EmptyApp
{
    /// <returns>The connection string of a new one.</returns>
    public static async Task<string> CreateDatabaseAsync(string folder)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "empty.db"), Pooling = false }.ConnectionString;
        await using var context = new IdentityDbContext(new DbContextOptionsBuilder<IdentityDbContext>().UseSqlite(connection).Options);
        await context.Database.EnsureCreatedAsync();
        return connection;
    }
}
