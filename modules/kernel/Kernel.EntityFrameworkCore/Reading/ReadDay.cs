using System.Security.Cryptography;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Kernel.Reading;

/// <summary>
/// Where a tenant's chain of one day stands. It opens with the head of the day before, so that no day can be taken out, and
/// it is sealed with a key that is not in the database, so that nobody who can only write there can bring the chain up to date.
/// </summary>
[DisableAuditing]
public class ReadDay : Entity<Guid>, IMultiTenant
{
    /// <summary>What the first day opens with.</summary>
    public static readonly byte[] Genesis = new byte[ReadRecord.HashLength];

    public Guid? TenantId { get; private set; }
    public DateOnly Day { get; private set; }
    public long Rows { get; private set; }
    public byte[] Opening { get; private set; } = [];

    /// <summary>The hash of the last read, or what the day opened with.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>A later day has been opened; nothing is added to this one.</summary>
    public bool IsClosed { get; private set; }
    public byte[] Seal { get; private set; } = [];

    private ReadDay() { } // EF Core

    internal ReadDay(Guid id, DateOnly day, byte[] opening, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Day = day;
        Opening = Head = opening;
    }

    internal void Advance(byte[] head, byte[] key) => (Head, Seal) = (head, SealFor(Rows, head, IsClosed, key));

    internal void Close(byte[] key) => (IsClosed, Seal) = (true, SealFor(Rows, Head, true, key));

    public bool IsSealedBy(byte[] key) => CryptographicOperations.FixedTimeEquals(Seal, SealFor(Rows, Head, IsClosed, key));

    private byte[] SealFor(long rows, byte[] head, bool isClosed, byte[] key)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write((TenantId ?? Guid.Empty).ToByteArray());
        writer.Write(Day.DayNumber);
        writer.Write(rows);
        writer.Write(Opening);
        writer.Write(head);
        writer.Write(isClosed);
        writer.Flush();
        return HMACSHA256.HashData(key, content.ToArray());
    }
}

public class ReadDayConfiguration : IEntityTypeConfiguration<ReadDay>
{
    public void Configure(EntityTypeBuilder<ReadDay> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "ReadDays", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        foreach (var hash in (string[])[nameof(ReadDay.Opening), nameof(ReadDay.Head), nameof(ReadDay.Seal)])
        {
            builder.Property(hash).HasMaxLength(ReadRecord.HashLength);
        }
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Day }, x => x.Day); // the open day
    }
}
