using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Localization;

namespace Volo.Abp.Definitions;

/// <summary>Makes a table of definitions equal to what the application defines, touching only the rows that differ.</summary>
internal static class DefinitionRecords
{
    public static async Task SaveAsync<TRecord>(IRepository<TRecord, Guid> repository, IEnumerable<TRecord> defined, Func<TRecord, string> name)
        where TRecord : BasicAggregateRoot<Guid>
    {
        // Mostly nothing differs, and to follow changes costs a start more than to compare.
        var kept = await (await repository.GetQueryableAsync()).AsNoTracking().ToDictionaryAsync(name);
        var fresh = defined.ToDictionary(name);
        var changed = fresh.Values.Where(record => !kept.TryGetValue(name(record), out var existing) || !IsSame(existing, record)).ToList();
        await repository.DeleteManyAsync(kept.Values.Where(record => !fresh.ContainsKey(name(record)) || changed.Any(next => name(next) == name(record))), autoSave: true);
        await repository.InsertManyAsync(changed);
    }

    private static bool IsSame<TRecord>(TRecord one, TRecord other) => typeof(TRecord).GetProperties()
        .Where(property => property.Name != nameof(BasicAggregateRoot<Guid>.Id) && (property.PropertyType.IsValueType || property.PropertyType == typeof(string)))
        .All(property => Equals(property.GetValue(one), property.GetValue(other)));
}

/// <summary>Texts of a definition as ABP keeps them: <c>L:resource,key</c> or <c>F:text</c>.</summary>
internal static class DefinitionText
{
    public static string Of(ILocalizableString text) => text switch
    {
        null => null,
        LocalizableString localizable => $"L:{localizable.ResourceName},{localizable.Name}",
        FixedLocalizableString same => $"F:{same.Value}",
        _ => throw new NotSupportedException($"A definition's text of type {text.GetType()} cannot be kept.")
    };

    public static string Of(IReadOnlyCollection<string> names) => names.Count == 0 ? null : string.Join(",", names);
}
