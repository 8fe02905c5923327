using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Kernel.Auditing;

/// <summary>
/// Adds to every save the history of what it changes: the two are committed together or not at all. Only in a context that
/// holds the history's table, which is the host's one context. What goes round the change tracker (ExecuteUpdate) is not seen.
/// </summary>
public class ChangeHistoryInterceptor(
    CurrentActor actor, ICurrentTenant currentTenant, IClock clock, IGuidGenerator guids, IOptions<ChangeHistoryOptions> options)
    : SaveChangesInterceptor, ISingletonDependency
{
    private const int MaxTextLength = 2000;

    /// <summary>What every change brings with it, and what the record itself says.</summary>
    private static readonly HashSet<string> Incidental =
    [
        nameof(IMultiTenant.TenantId), "CreationTime", "CreatorId", "LastModificationTime", "LastModifierId", "IsDeleted", "DeletionTime", "DeleterId",
        nameof(IHasConcurrencyStamp.ConcurrencyStamp), "EntityVersion", "ExtraProperties", "NormalizedName"
    ];

    private static readonly List<string> SecretEndings = ["Hash", "Password", "Secret", "Stamp"];

    private readonly ConcurrentDictionary<IReadOnlyEntityType, Watch?> _watches = new();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && context.Model.FindEntityType(typeof(ChangeRecord)) is not null)
        {
            context.AddRange(RecordsOf(context));
        }
        return ValueTask.FromResult(result);
    }

    /// <summary>The names of the fields whose changes are kept; null where none of the entity's are.</summary>
    public IEnumerable<string>? FieldsOf(IReadOnlyEntityType type) =>
        WatchOf(type) is { } watch ? [.. watch.Properties.Select(property => property.Name), .. watch.Composed.Select(composed => composed.Name)] : null;

    private List<ChangeRecord> RecordsOf(DbContext context)
    {
        var changes = new Dictionary<(IEntityType Hierarchy, string Id), List<(bool IsRoot, EntityDelta<object?> Delta, Guid? TenantId)>>();
        // What a child's foreign key names is the class that its kinds have in common; the root itself says which it is.
        var kinds = new Dictionary<(IEntityType Hierarchy, string Id), Type>();
        foreach (var entry in context.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || WatchOf(entry.Metadata) is not { } watch) { continue; }
            var (isRoot, delta) = (watch.Path.Count == 0, DeltaOf(entry, watch));
            if (!isRoot && delta is null) { continue; }
            var key = (watch.Root.GetRootType(), RootIdOf(entry, watch));
            if (isRoot || !kinds.ContainsKey(key)) { kinds[key] = watch.Root.ClrType; }
            if (delta is null) { continue; }
            if (!changes.TryGetValue(key, out var list)) { changes[key] = list = []; }
            list.Add((isRoot, delta, (entry.Entity as IMultiTenant)?.TenantId));
        }
        if (changes.Count == 0) { return []; }
        var (now, who) = (clock.Now, actor.Get());
        return [.. changes.Select(change => new ChangeRecord(
            guids.Create(), kinds[change.Key].FullName!, change.Key.Id, change.Value.Find(c => c.IsRoot).Delta?.Kind ?? ChangeKind.Updated,
            change.Value.ConvertAll(c => c.Delta), now, who, change.Value[0].TenantId ?? currentTenant.Id))];
    }

    private static EntityDelta<object?>? DeltaOf(EntityEntry entry, Watch watch)
    {
        var kind = KindOf(entry);
        var properties = new List<PropertyDelta<object?>>();
        var (before, now) = (entry.State == EntityState.Added ? null : entry.OriginalValues, entry.State == EntityState.Deleted ? null : entry.CurrentValues);
        foreach (var property in watch.Properties)
        {
            var (old, current) = (before?[property], now?[property]);
            if (entry.State == EntityState.Modified && (Equals(old, current) || !entry.Property(property).IsModified)) { continue; }
            Add(properties, property.Name, old, current);
        }
        foreach (var composed in watch.Composed)
        {
            var parts = composed.ComplexType.GetProperties().Select(part => entry.ComplexProperty(composed).Property(part)).ToList();
            if (entry.State == EntityState.Modified && parts.TrueForAll(part => Equals(part.OriginalValue, part.CurrentValue))) { continue; }
            Add(properties, composed.Name,
                entry.State == EntityState.Added ? null : parts.ToDictionary(part => part.Metadata.Name, part => part.OriginalValue),
                entry.State == EntityState.Deleted ? null : parts.ToDictionary(part => part.Metadata.Name, part => part.CurrentValue));
        }
        return properties.Count == 0 && kind == ChangeKind.Updated ? null : new EntityDelta<object?>(entry.Metadata.ClrType.Name, IdOf(entry), kind, properties);
    }

    private static void Add(List<PropertyDelta<object?>> properties, string name, object? old, object? current)
    {
        if (old is not null || current is not null) { properties.Add(new PropertyDelta<object?>(name, Cut(old), Cut(current))); }
    }

    private static object? Cut(object? value) => value switch
    {
        string { Length: > MaxTextLength } text => text[..MaxTextLength],
        byte[] => "…",
        _ => value
    };

    private static ChangeKind KindOf(EntityEntry entry)
    {
        if (entry.State == EntityState.Added) { return ChangeKind.Created; }
        if (entry.State == EntityState.Deleted) { return ChangeKind.Deleted; }
        if (entry.Entity is not ISoftDelete { } soft) { return ChangeKind.Updated; }
        var wasDeleted = (bool)entry.Property(nameof(ISoftDelete.IsDeleted)).OriginalValue!;
        return (wasDeleted, soft.IsDeleted) switch
        {
            (false, true) => ChangeKind.Deleted,
            (true, false) => ChangeKind.Restored,
            _ => ChangeKind.Updated
        };
    }

    private static string IdOf(EntityEntry entry) => string.Join(",", entry.Metadata.FindPrimaryKey()!.Properties.Select(key => entry.Property(key).CurrentValue));

    /// <summary>The root's id stands in the foreign key; a grandchild's parent is looked up among what is tracked.</summary>
    private static string RootIdOf(EntityEntry entry, Watch watch)
    {
        for (var i = 0; i < watch.Path.Count; i++)
        {
            var key = watch.Path[i];
            var values = key.Properties.Select(property => entry.Property(property).CurrentValue ?? entry.Property(property).OriginalValue).ToArray();
            if (i == watch.Path.Count - 1) { return string.Join(",", values); }
            entry = entry.Context.ChangeTracker.Entries().First(other => other.Metadata == key.PrincipalEntityType
                && key.PrincipalKey.Properties.Select(property => other.Property(property).CurrentValue).SequenceEqual(values));
        }
        return IdOf(entry);
    }

    private Watch? WatchOf(IReadOnlyEntityType type) => _watches.GetOrAdd(type, MakeWatch);

    private Watch? MakeWatch(IReadOnlyEntityType type)
    {
        if (type.GetTableName() is null || type.ClrType == typeof(ChangeRecord) || type.ClrType.IsDefined(typeof(DisableAuditingAttribute), true)) { return null; }
        var (root, path) = ((IEntityType)type, new List<IForeignKey>());
        // What hangs by a navigation of its owner belongs to the owner's aggregate.
        while (!typeof(IAggregateRoot).IsAssignableFrom(root.ClrType)
            && root.GetForeignKeys().FirstOrDefault(key => key.PrincipalToDependent is not null && key.PrincipalEntityType != root) is { } owner)
        {
            path.Add(owner);
            root = owner.PrincipalEntityType;
        }
        if (!options.Value.Watched.Exists(watched => watched(root.ClrType))) { return null; }
        var owners = path.SelectMany(key => key.Properties).ToHashSet();
        return new Watch(root, path,
            [.. ((IEntityType)type).GetProperties().Where(property => property.Name != "Id" && !owners.Contains(property) && IsKept(property))],
            [.. ((IEntityType)type).GetComplexProperties()]);
    }

    private bool IsKept(IProperty property) =>
        !Incidental.Contains(property.Name)
        && !SecretEndings.Exists(ending => property.Name.EndsWith(ending, StringComparison.Ordinal))
        && property.PropertyInfo?.IsDefined(typeof(DisableAuditingAttribute), true) != true
        && !options.Value.Secret.Contains((property.DeclaringType.ClrType, property.Name));

    private sealed record Watch(IEntityType Root, List<IForeignKey> Path, List<IProperty> Properties, List<IComplexProperty> Composed);
}
