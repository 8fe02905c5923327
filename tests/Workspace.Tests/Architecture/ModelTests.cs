using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Data;

namespace Workspace.Tests.Architecture;

public class ModelTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task Every_table_with_a_tenant_is_filtered_by_it()
    {
        await WithContextAsync(context =>
        {
            var multiTenant = context.Model.GetEntityTypes().Where(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType) && t.BaseType is null && !t.IsOwned()).ToList();
            multiTenant.Count.ShouldBeGreaterThan(20);
            multiTenant.Where(t => !t.GetDeclaredQueryFilters().Any(f => f.Expression?.ToString().Contains("TenantId", StringComparison.Ordinal) == true)).Select(t => t.ClrType.Name).ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Every_index_of_ours_begins_with_the_tenant()
    {
        await WithContextAsync(context =>
        {
            var wrong = context.Model.GetEntityTypes()
                .Where(t => t.GetTableName()?.StartsWith("Abp", StringComparison.Ordinal) == false && typeof(IMultiTenant).IsAssignableFrom(t.ClrType))
                .SelectMany(t => t.GetDeclaredIndexes())
                .Where(i => i.Properties[0].Name != "TenantId" && i.GetFilter()?.Contains("TenantId", StringComparison.Ordinal) != true && !i.Properties[0].IsForeignKey())
                .Select(i => $"{i.DeclaringEntityType.ClrType.Name}({string.Join(", ", i.Properties.Select(p => p.Name))})");
            wrong.ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void The_migrations_of_each_database_make_the_model()
    {
        foreach (var factory in (IDesignTimeDbContextFactory<WorkspaceDbContext>[])
            [new Migrations.Sqlite.WorkspaceDbContextFactory(), new Migrations.PostgreSql.WorkspaceDbContextFactory(), new Migrations.SqlServer.WorkspaceDbContextFactory()])
        {
            using var context = factory.CreateDbContext([]);
            context.Database.HasPendingModelChanges().ShouldBeFalse($"run etc/migrate.sh NAME for {context.Database.ProviderName}");
        }
    }

    private async Task WithContextAsync(Func<WorkspaceDbContext, Task> act)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        await act(await Get<IDbContextProvider<WorkspaceDbContext>>().GetDbContextAsync());
    }
}
