using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace Workspace.Data;

public partial class WorkspaceDbContext
{
    private static readonly MethodInfo ConfigureFiltersMethod = typeof(WorkspaceDbContext).GetMethod(nameof(ConfigureGlobalFilters), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The model that was made into code with this assembly of migrations when it was published (<c>etc/publish.sh</c>), or null where it was not: then EF builds it at the start.</summary>
    public static IModel? CompiledModel(Assembly migrations)
    {
        if (migrations.GetCustomAttributes<DbContextModelAttribute>().FirstOrDefault(made => made.ContextType == typeof(WorkspaceDbContext)) is not { } made) { return null; }
        var model = (RuntimeModel)made.ModelType.GetProperty("Instance", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
        using var context = new WorkspaceDbContext(new DbContextOptions<WorkspaceDbContext>());
        context.AddFilters(model);
        // Every new context would read EF's own version from its assembly to compare it with: a hundredth of a quote. They were published together.
#pragma warning disable EF1001 // Its name is EF's own.
        model.RemoveAnnotation(CoreAnnotationNames.ProductVersion);
#pragma warning restore EF1001
        return model;
    }

    /// <remarks>By the method that gives them to a model that is built: there is one rule about who sees whose rows. A second workspace in the process finds them there.</remarks>
    private void AddFilters(RuntimeModel model)
    {
        var builder = new ModelBuilder(new ConventionSet());
        foreach (var type in ((IModel)model).GetEntityTypes().Where(type => type.BaseType is null && !type.IsOwned()).Cast<RuntimeEntityType>())
        {
            var bare = builder.Model.AddEntityType(type.ClrType);
            ConfigureFiltersMethod.MakeGenericMethod(type.ClrType).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [builder, bare], null);
            var filters = bare.GetDeclaredQueryFilters();
#pragma warning disable EF1001 // EF has no other way to give a compiled model a filter.
            if (filters.Count > 0 && type.FindAnnotation(CoreAnnotationNames.QueryFilter) is null) { type.AddAnnotation(CoreAnnotationNames.QueryFilter, new QueryFilterCollection(filters.Select(filter => new RuntimeQueryFilter(filter.Key!, filter.Expression!)))); }
#pragma warning restore EF1001
        }
    }
}
