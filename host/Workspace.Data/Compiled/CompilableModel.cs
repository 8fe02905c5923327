using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore.ValueComparers;
using Volo.Abp.EntityFrameworkCore.ValueConverters;
using Volo.Abp.Timing;

namespace Workspace.Data.Compiled;

/// <summary>
/// The model at design time, so that <c>dotnet ef dbcontext optimize</c> can make code of it: without query filters, which EF makes no
/// code of and <see cref="WorkspaceDbContext.CompiledModel"/> puts back, and with converters that need nothing of the application. To migrations it is the same.
/// </summary>
public class CompilableModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var filter in type.GetDeclaredQueryFilters().ToList()) { type.SetQueryFilter(filter.Key!, null); }
            foreach (var property in type.GetDeclaredProperties())
            {
                if (property.ClrType == typeof(ExtraPropertyDictionary))
                {
                    property.SetValueConverter(typeof(ExtraPropertiesValueConverter<>).MakeGenericType(type.ClrType));
                    property.SetValueComparer(typeof(ExtraPropertyDictionaryValueComparer));
                }
                else if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTime) && IsNormalized(type, property))
                {
                    property.SetValueConverter(typeof(UtcTimes));
                }
            }
        }
    }

    private static bool IsNormalized(IMutableEntityType type, IMutableProperty property) =>
        !type.ClrType.IsDefined(typeof(DisableDateTimeNormalizationAttribute), true)
        && property.PropertyInfo?.IsDefined(typeof(DisableDateTimeNormalizationAttribute), true) != true;
}
