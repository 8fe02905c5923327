using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Volo.Abp.AuditLogging;

/// <summary>Entity history: what a save changes in the entities that are watched, added to the log of the running scope.</summary>
internal class EntityChangeCollector(IAuditingManager auditing, IAuditingHelper helper, IClock clock) : IEntityChangeCollector
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What every change brings with it tells nothing.
    private static readonly HashSet<string> BaseProperties =
    [
        "CreationTime", "CreatorId", "LastModificationTime", "LastModifierId", "IsDeleted", "DeletionTime", "DeleterId",
        nameof(IHasConcurrencyStamp.ConcurrencyStamp), nameof(IHasEntityVersion.EntityVersion)
    ];

    public object Collect(IEnumerable<EntityEntry> entries) => auditing.Current is null
        ? null
        : entries
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.Entity is IEntity && helper.IsEntityHistoryEnabled(entry.Metadata.ClrType))
            .Select(ChangeOf)
            .ToList();

    public void Saved(object changes)
    {
        // Keys that the database makes are known only now.
        foreach (var change in (List<EntityChangeInfo>)changes)
        {
            change.EntityId = string.Join(",", ((IEntity)((EntityEntry)change.EntityEntry).Entity).GetKeys());
            auditing.Current?.Log.EntityChanges.Add(change);
        }
    }

    private EntityChangeInfo ChangeOf(EntityEntry entry)
    {
        var type = entry switch
        {
            { State: EntityState.Added } => EntityChangeType.Created,
            { State: EntityState.Deleted } or { Entity: ISoftDelete { IsDeleted: true } } => EntityChangeType.Deleted,
            _ => EntityChangeType.Updated
        };
        return new EntityChangeInfo
        {
            ChangeTime = clock.Now,
            ChangeType = type,
            EntityEntry = entry,
            EntityTypeFullName = entry.Metadata.ClrType.FullName,
            EntityTenantId = (entry.Entity as IMultiTenant)?.TenantId,
            PropertyChanges = entry.Properties
                .Where(property => IsRecorded(property, entry.State))
                .Select(property => new EntityPropertyChangeInfo
                {
                    PropertyName = property.Metadata.Name,
                    PropertyTypeFullName = (Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType).FullName,
                    OriginalValue = entry.State == EntityState.Added ? null : Text(property.OriginalValue),
                    NewValue = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue)
                })
                .ToList()
        };
    }

    private static bool IsRecorded(PropertyEntry property, EntityState state) =>
        !property.Metadata.IsPrimaryKey()
        && !BaseProperties.Contains(property.Metadata.Name)
        && property.Metadata.PropertyInfo?.IsDefined(typeof(DisableAuditingAttribute), true) != true
        && (state != EntityState.Modified || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)));

    private static string Text(object value) => value is null ? null : JsonSerializer.Serialize(value, Json).Cut(EntityPropertyChangeInfo.MaxValueLength);
}
