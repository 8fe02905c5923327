using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Workspace.Data;

namespace Workspace.Migrations.Sqlite;

/// <summary>Used by <c>dotnet ef</c> only.</summary>
public class WorkspaceDbContextFactory : IDesignTimeDbContextFactory<WorkspaceDbContext>
{
    public WorkspaceDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<WorkspaceDbContext>()
        .UseSqlite("Data Source=design.db", sqlite => sqlite.MigrationsAssembly(typeof(WorkspaceDbContextFactory).Assembly.GetName().Name))
        .Options);
}
