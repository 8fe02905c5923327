using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Data;

namespace Providers.Tests;

/// <summary>A model that was made into code is the one that is built, to the last filter.</summary>
public class CompiledModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void It_has_the_same_tables_columns_and_relations(DatabaseProvider provider)
    {
        using var context = CompiledModels.AtDesignTime(provider);
        using var compiled = Open(provider, CompiledModels.Of(provider));

        Differences(Text(compiled.Model), Text(context.Model)).ShouldBeEmpty();
        Differences(Tables(compiled.Model), Tables(context.Model)).ShouldBeEmpty();
    }

    [Fact]
    public Task Its_rows_are_filtered_and_its_times_written_as_in_the_model_that_is_built() => RulesAreTheSameAsync(DatabaseProvider.Sqlite);

    [PostgresFact]
    public Task So_they_are_on_PostgreSql() => RulesAreTheSameAsync(DatabaseProvider.PostgreSql);

    [Fact]
    public void A_second_workspace_in_the_process_has_it_too()
    {
        var model = CompiledModels.Of(DatabaseProvider.Sqlite);

        WorkspaceDbContext.CompiledModel(model.GetType().Assembly).ShouldBeSameAs(model);
    }

    private static async Task RulesAreTheSameAsync(DatabaseProvider provider)
    {
        var app = await WorkspaceApp.GetAsync<WorkspaceModule>(provider);
        using var database = new TestDatabase(app);
        using var unit = app.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var built = (await app.Services.GetRequiredService<IDbContextProvider<WorkspaceDbContext>>().GetDbContextAsync()).Model;
        using var context = Open(provider, CompiledModels.Of(provider));
        var compiled = context.Model;
        compiled.ShouldNotBeSameAs(built);

        Differences(Rules(compiled), Rules(built)).ShouldBeEmpty();
        compiled.GetEntityTypes().Count(type => typeof(IMultiTenant).IsAssignableFrom(type.ClrType) && type.BaseType is null && type.GetDeclaredQueryFilters().Count == 0).ShouldBe(0);
    }

    private static WorkspaceDbContext Open(DatabaseProvider provider, IModel model)
    {
        var options = new DbContextOptionsBuilder<WorkspaceDbContext>().UseModel(model);
        return new WorkspaceDbContext((provider switch
        {
            DatabaseProvider.PostgreSql => options.UseNpgsql("Host=design"),
            DatabaseProvider.SqlServer => options.UseSqlServer("Server=design"),
            _ => options.UseSqlite("Data Source=design.db")
        }).Options);
    }

    private static IEnumerable<string> Differences(IEnumerable<string> ours, IEnumerable<string> built)
    {
        var (one, other) = (ours.ToList(), built.ToList());
        other.Count.ShouldBeGreaterThan(1000);
        return one.SequenceEqual(other) ? [] : one.Except(other).Select(line => "only compiled: " + line).Concat(other.Except(one).Select(line => "only built: " + line)).DefaultIfEmpty("another order");
    }

    private static string[] Text(IModel model) => ((IReadOnlyModel)model).ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations).Split('\n');

    private static string[] Tables(IModel model) => model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n');

    private static IEnumerable<string> Rules(IModel model) =>
        from type in model.GetEntityTypes()
        orderby type.Name
        from rule in type.GetDeclaredQueryFilters().Select(filter => $"{filter.Key}: {filter.Expression}").Order()
            .Concat(type.GetDeclaredProperties().OrderBy(property => property.Name).Select(property =>
                $"{property.Name} {property.ValueGenerated} {property.GetTypeMapping().Converter?.ProviderClrType} {Sample(property)}"))
        select $"{type.Name} {rule}";

    /// <summary>What a column makes of a time of this place.</summary>
    private static object? Sample(IProperty property) => property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?)
        ? property.GetTypeMapping().Converter is { } converter ? Kind(converter.ConvertToProvider(new DateTime(2026, 3, 21, 12, 0, 0, DateTimeKind.Unspecified))) + Kind(converter.ConvertFromProvider(new DateTime(2026, 3, 21))) : "as it is"
        : null;

    private static string Kind(object? time) => time is DateTime at ? $"{at:O} {at.Kind} " : $"{time} ";
}
