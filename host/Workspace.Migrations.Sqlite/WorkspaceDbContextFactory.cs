using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Workspace.Data;
using Workspace.Data.Compiled;

namespace Workspace.Migrations.Sqlite;

/// <summary>Used by <c>dotnet ef</c> only.</summary>
public class WorkspaceDbContextFactory : IDesignTimeDbContextFactory<WorkspaceDbContext>
{
    public WorkspaceDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<WorkspaceDbContext>()
        .UseSqlite("Data Source=design.db", sqlite => sqlite.MigrationsAssembly(typeof(WorkspaceDbContextFactory).Assembly.GetName().Name))
        .ReplaceService<IModelCustomizer, CompilableModel>()
        .Options);
}
