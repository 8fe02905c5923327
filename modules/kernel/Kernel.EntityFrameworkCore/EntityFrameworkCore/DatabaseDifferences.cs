using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore;

namespace Kernel.EntityFrameworkCore;

/// <summary>All that our mapping must say differently to different databases.</summary>
public static class DatabaseDifferences
{
    private const string Ordinal = "Kernel:Ordinal", ByPart = "Kernel:SearchedByPart";

    /// <summary>A text that is compared, sorted and searched code point by code point: a number, a code, a folded key.</summary>
    /// <remarks>SQLite does so by itself. The collation of a server would sort otherwise, take different keys for one, and use no index for a beginning.</remarks>
    public static PropertyBuilder<T> IsOrdinal<T>(this PropertyBuilder<T> text) => text.HasAnnotation(Ordinal, true);

    /// <summary>A folded key that people search by any part of it. PostgreSQL finds parts by an index of trigrams; the tenant is filtered on what it finds.</summary>
    /// <param name="oftenAmong">A condition, names in double quotes: the rows that fulfil it have a second, smaller index, for statements that say it literally.</param>
    public static PropertyBuilder<string> IsSearchedByPart(this PropertyBuilder<string> key, string? oftenAmong = null) => key.HasAnnotation(ByPart, oftenAmong ?? "");

    /// <summary>Closes a module's mapping: the collation of what <see cref="IsOrdinal"/> marked, and names in indexes' filters as the database quotes them.</summary>
    public static void FitToDatabase(this ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()).ToList())
        {
            if (property.RemoveAnnotation(ByPart) is { Value: string oftenAmong } && builder.GetDatabaseProvider() == EfCoreDatabaseProvider.PostgreSql) { IndexTrigrams(builder, property, oftenAmong); }
            if (property.RemoveAnnotation(Ordinal) is not null && CollationOf(builder.GetDatabaseProvider()) is { } collation) { property.SetCollation(collation); }
        }
        if (builder.GetDatabaseProvider() != EfCoreDatabaseProvider.SqlServer) { return; }
        foreach (var index in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredIndexes()))
        {
            if (index.GetFilter() is { } filter) { index.SetFilter(Regex.Replace(filter, "\"(\\w+)\"", "[$1]")); }
        }
    }

    /// <summary>By the annotations of PostgreSQL's provider, which a module does not refer to.</summary>
    private static void IndexTrigrams(ModelBuilder builder, IMutableProperty key, string oftenAmong)
    {
        builder.HasAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
        var entity = (IMutableEntityType)key.DeclaringType;
        MakeTrigrams(entity.AddIndex(key));
        if (oftenAmong.Length == 0) { return; }
        var smaller = entity.AddIndex(key, $"IX_{entity.GetTableName()}_{key.Name}_Often");
        smaller.SetFilter(oftenAmong);
        MakeTrigrams(smaller);
    }

    private static void MakeTrigrams(IMutableIndex index)
    {
        index.SetAnnotation("Npgsql:IndexMethod", "gin");
        index.SetAnnotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
    }

    private static string? CollationOf(EfCoreDatabaseProvider? provider) => provider switch
    {
        EfCoreDatabaseProvider.PostgreSql => "C",
        EfCoreDatabaseProvider.SqlServer => "Latin1_General_100_BIN2",
        _ => null
    };
}
