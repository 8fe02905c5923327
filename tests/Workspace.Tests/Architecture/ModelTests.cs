using System.Globalization;
using Kernel.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Auditing;
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
    public async Task What_a_new_row_holds_is_written_and_not_read_back()
    {
        await WithContextAsync(context =>
        {
            context.Model.GetEntityTypes().SelectMany(t => t.GetDeclaredProperties()).Where(p => p.ValueGenerated != ValueGenerated.Never && !p.IsKey())
                .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").ShouldBeEmpty();
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

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Every_record_field_and_choice_in_the_history_has_a_name(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var (history, texts) = (Get<ChangeHistoryInterceptor>(), Get<ChangeTexts>());
        await WithContextAsync(context =>
        {
            var nameless = context.Model.GetEntityTypes().Where(type => !type.ClrType.IsAbstract && history.FieldsOf(type) is not null).SelectMany(type => history.FieldsOf(type)!
                .Where(field => !texts.IsNamed("Field:" + field)).Select(field => "Field:" + field)
                .Concat(type.GetProperties().Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
                    .Where(value => value.IsEnum).SelectMany(value => Enum.GetNames(value).Select(name => $"Enum:{value.Name}.{name}")).Where(key => !texts.IsNamed(key)))
                .Concat(texts.IsNamed("Entity:" + type.ClrType.Name) ? [] : ["Entity:" + type.ClrType.Name])
                .Select(key => $"{key} ({type.ClrType.Name})"));
            nameless.Distinct().Order().ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    private async Task WithContextAsync(Func<WorkspaceDbContext, Task> act)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        await act(await Get<IDbContextProvider<WorkspaceDbContext>>().GetDbContextAsync());
    }
}
