using System.Security.Cryptography;
using Kernel.Auditing;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Kernel.Reading;

/// <summary>One read. Written once, never changed: its hash covers it and, through the hash before it, all reads before it.</summary>
[DisableAuditing]
public class ReadRecord : Entity<Guid>, IMultiTenant
{
    public const int MaxNameLength = 256, MaxAddressLength = 64, MaxBrowserLength = 256, MaxCorrelationIdLength = 64,
        MaxEntityLength = 128, MaxEntityIdLength = 64, MaxFieldLength = 128, MaxDetailLength = 500, HashLength = 32;

    public Guid? TenantId { get; private set; }

    /// <summary>The UTC day on which it was written; just after midnight it may be the day after <see cref="Time"/>.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>From 1, without gaps, within tenant and day.</summary>
    public long Sequence { get; private set; }

    /// <summary>When it was read: UTC, whole milliseconds, which every database keeps.</summary>
    public DateTime Time { get; private set; }
    public Guid? UserId { get; private set; }
    public string? UserName { get; private set; }

    /// <summary>Who acted as the user.</summary>
    public Guid? ImpersonatorId { get; private set; }
    public string? ImpersonatorName { get; private set; }
    public string? ClientAddress { get; private set; }
    public string? Browser { get; private set; }
    public string? CorrelationId { get; private set; }
    public ReadKind Kind { get; private set; }
    public string Entity { get; private set; } = null!;
    public string? EntityId { get; private set; }
    public string? Field { get; private set; }
    public int Rows { get; private set; }
    public string? Detail { get; private set; }

    /// <summary>SHA-256.</summary>
    public byte[] Hash { get; private set; } = [];

    private ReadRecord() { } // EF Core

    internal ReadRecord(Guid id, ReadEntry entry, DateTime time, Actor reader, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Time = new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        (UserId, UserName) = (reader.UserId, Cut(reader.UserName, MaxNameLength));
        (ImpersonatorId, ImpersonatorName) = (reader.ImpersonatorId, Cut(reader.ImpersonatorName, MaxNameLength));
        ClientAddress = Cut(reader.ClientAddress, MaxAddressLength);
        Browser = Cut(reader.Browser, MaxBrowserLength);
        CorrelationId = Cut(reader.CorrelationId, MaxCorrelationIdLength);
        Kind = entry.Kind;
        Entity = Cut(entry.Entity, MaxEntityLength)!;
        EntityId = Cut(entry.EntityId, MaxEntityIdLength);
        Field = Cut(entry.Field, MaxFieldLength);
        Rows = entry.Rows;
        Detail = Cut(entry.Detail, MaxDetailLength);
    }

    internal void Link(DateOnly day, long sequence, byte[] previousHash)
    {
        (Day, Sequence) = (day, sequence);
        Hash = HashAfter(previousHash);
    }

    /// <summary>What <see cref="Hash"/> must be when the read before it has this hash.</summary>
    public byte[] HashAfter(byte[] previousHash)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content); // writes lengths, so that no two records have the same bytes
        writer.Write(previousHash);
        foreach (var id in (Guid?[])[TenantId, UserId, ImpersonatorId]) { writer.Write((id ?? Guid.Empty).ToByteArray()); }
        writer.Write(Day.DayNumber);
        writer.Write(Sequence);
        writer.Write(Time.Ticks);
        writer.Write((int)Kind);
        writer.Write(Rows);
        foreach (var text in (string?[])[UserName, ImpersonatorName, ClientAddress, Browser, CorrelationId, Entity, EntityId, Field, Detail])
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }
        writer.Flush();
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}

public class ReadRecordConfiguration : IEntityTypeConfiguration<ReadRecord>
{
    public void Configure(EntityTypeBuilder<ReadRecord> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "Reads", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.UserName).HasMaxLength(ReadRecord.MaxNameLength);
        builder.Property(x => x.ImpersonatorName).HasMaxLength(ReadRecord.MaxNameLength);
        builder.Property(x => x.ClientAddress).HasMaxLength(ReadRecord.MaxAddressLength);
        builder.Property(x => x.Browser).HasMaxLength(ReadRecord.MaxBrowserLength);
        builder.Property(x => x.CorrelationId).HasMaxLength(ReadRecord.MaxCorrelationIdLength);
        builder.Property(x => x.Entity).HasMaxLength(ReadRecord.MaxEntityLength);
        builder.Property(x => x.EntityId).HasMaxLength(ReadRecord.MaxEntityIdLength);
        builder.Property(x => x.Field).HasMaxLength(ReadRecord.MaxFieldLength);
        builder.Property(x => x.Detail).HasMaxLength(ReadRecord.MaxDetailLength);
        builder.Property(x => x.Hash).HasMaxLength(ReadRecord.HashLength);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Day, x.Sequence }, x => new { x.Day, x.Sequence }); // the chain, and the newest reads
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.Time }); // what one person read
        builder.HasIndex(x => new { x.TenantId, x.EntityId, x.Time }); // who read one record
    }
}
