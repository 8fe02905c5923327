using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Kernel.Auditing;

public enum ChangeKind
{
    Created = 1,
    Updated = 2,
    Deleted = 3,
    Restored = 4
}

/// <summary>What one save did to one aggregate: its root and what belongs to it. Written in the transaction of the change itself.</summary>
[DisableAuditing]
public class ChangeRecord : Entity<Guid>, IMultiTenant
{
    public const int MaxEntityLength = 128, MaxRecordIdLength = 128, MaxNameLength = 256, MaxAddressLength = 64, MaxCorrelationIdLength = 64;

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Persian stays readable, and is found by a search for it
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    };

    public Guid? TenantId { get; private set; }

    /// <summary>UTC, whole milliseconds.</summary>
    public DateTime Time { get; private set; }
    public ChangeKind Kind { get; private set; }

    /// <summary>The root's type with namespace, such as Parties.Parties.Party.</summary>
    public string Entity { get; private set; } = null!;
    public string RecordId { get; private set; } = null!;
    public Guid? UserId { get; private set; }
    public string? UserName { get; private set; }
    public Guid? ImpersonatorId { get; private set; }
    public string? ImpersonatorName { get; private set; }
    public string? ClientAddress { get; private set; }
    public string? CorrelationId { get; private set; }

    /// <summary>A list of <see cref="EntityDelta{TValue}"/> as JSON.</summary>
    public string Changes { get; private set; } = "[]";

    private ChangeRecord() { } // EF Core

    internal ChangeRecord(
        Guid id, string entity, string recordId, ChangeKind kind, IReadOnlyList<EntityDelta<object?>> changes, DateTime time, Actor actor, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Time = new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        (Entity, RecordId, Kind) = (Cut(entity, MaxEntityLength)!, Cut(recordId, MaxRecordIdLength)!, kind);
        (UserId, UserName) = (actor.UserId, Cut(actor.UserName, MaxNameLength));
        (ImpersonatorId, ImpersonatorName) = (actor.ImpersonatorId, Cut(actor.ImpersonatorName, MaxNameLength));
        (ClientAddress, CorrelationId) = (Cut(actor.ClientAddress, MaxAddressLength), Cut(actor.CorrelationId, MaxCorrelationIdLength));
        Changes = JsonSerializer.Serialize(changes, Json);
    }

    public List<EntityDelta<JsonElement?>> GetChanges() => JsonSerializer.Deserialize<List<EntityDelta<JsonElement?>>>(Changes, Json)!;

    /// <summary>A value as it stands in <see cref="Changes"/>, to search for it.</summary>
    public static string AsWritten(string value) => JsonSerializer.Serialize(value, Json).Trim('"');

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}

/// <summary>What a save did to one entity of an aggregate.</summary>
/// <param name="Entity">The type's name without namespace.</param>
/// <typeparam name="TValue">What the entity holds, where it is written; its JSON, where it is read.</typeparam>
public record EntityDelta<TValue>(
    [property: JsonPropertyName("e")] string Entity,
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("k"), JsonConverter(typeof(JsonNumberEnumConverter<ChangeKind>))] ChangeKind Kind,
    [property: JsonPropertyName("p")] IReadOnlyList<PropertyDelta<TValue>> Properties);

/// <param name="Old">Text, number, true or false; an object of the parts of a composed value such as money; null for none.</param>
public record PropertyDelta<TValue>(
    [property: JsonPropertyName("n")] string Name,
    [property: JsonPropertyName("o")] TValue Old,
    [property: JsonPropertyName("v")] TValue New);

public class ChangeRecordConfiguration : IEntityTypeConfiguration<ChangeRecord>
{
    public void Configure(EntityTypeBuilder<ChangeRecord> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "Changes", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Entity).HasMaxLength(ChangeRecord.MaxEntityLength);
        builder.Property(x => x.RecordId).HasMaxLength(ChangeRecord.MaxRecordIdLength);
        builder.Property(x => x.UserName).HasMaxLength(ChangeRecord.MaxNameLength);
        builder.Property(x => x.ImpersonatorName).HasMaxLength(ChangeRecord.MaxNameLength);
        builder.Property(x => x.ClientAddress).HasMaxLength(ChangeRecord.MaxAddressLength);
        builder.Property(x => x.CorrelationId).HasMaxLength(ChangeRecord.MaxCorrelationIdLength);
        builder.HasIndex(x => new { x.TenantId, x.RecordId, x.Time }); // the history of one record
        builder.HasIndex(x => new { x.TenantId, x.Time }); // the newest changes
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.Time }); // what one person changed
    }
}
