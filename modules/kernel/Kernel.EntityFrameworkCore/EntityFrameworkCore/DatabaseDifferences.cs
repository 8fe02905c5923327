using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore;

namespace Kernel.EntityFrameworkCore;

/// <summary>All that our mapping must say differently to different databases.</summary>
public static class DatabaseDifferences
{
    private const string Ordinal = "Kernel:Ordinal";

    /// <summary>A text that is compared, sorted and searched code point by code point: a number, a code, a folded key.</summary>
    /// <remarks>SQLite does so by itself. The collation of a server would sort otherwise, take different keys for one, and use no index for a beginning.</remarks>
    public static PropertyBuilder<T> IsOrdinal<T>(this PropertyBuilder<T> text) => text.HasAnnotation(Ordinal, true);

    /// <summary>Closes a module's mapping: the collation of what <see cref="IsOrdinal"/> marked, and names in indexes' filters as the database quotes them.</summary>
    public static void FitToDatabase(this ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
        {
            if (property.RemoveAnnotation(Ordinal) is not null && CollationOf(builder.GetDatabaseProvider()) is { } collation) { property.SetCollation(collation); }
        }
        if (builder.GetDatabaseProvider() != EfCoreDatabaseProvider.SqlServer) { return; }
        foreach (var index in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredIndexes()))
        {
            if (index.GetFilter()?.Split('"') is { Length: 3 } parts) { index.SetFilter($"{parts[0]}[{parts[1]}]{parts[2]}"); }
        }
    }

    private static string? CollationOf(EfCoreDatabaseProvider? provider) => provider switch
    {
        EfCoreDatabaseProvider.PostgreSql => "C",
        EfCoreDatabaseProvider.SqlServer => "Latin1_General_100_BIN2",
        _ => null
    };
}
