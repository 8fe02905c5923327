using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Floor;

/// <summary>ASP.NET Core with Identity and EF Core and nothing else, which looks for a user on its first page: the floor of a start.</summary>
internal static class EmptyApp
{
    /// <param name="args">The database's file, and what the server is told.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args[1..]);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<IdentityDbContext>(options => options.UseSqlite(Connection(args[0])));
        builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddEntityFrameworkStores<IdentityDbContext>();
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/", async (UserManager<IdentityUser> users) => (await users.FindByNameAsync("admin"))?.UserName ?? "nobody");
        await app.RunAsync();
        return 0;
    }

    /// <returns>The file of a new database.</returns>
    public static async Task<string> CreateDatabaseAsync(string folder)
    {
        var file = Path.Combine(folder, "empty.db");
        await using var context = new IdentityDbContext(new DbContextOptionsBuilder<IdentityDbContext>().UseSqlite(Connection(file)).Options);
        await context.Database.EnsureCreatedAsync();
        return file;
    }

    private static string Connection(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;
}
