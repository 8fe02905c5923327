using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Kernel.Reading;

/// <summary>
/// A node that writes reads, from its first one to its end. One that was killed never says that it ended: the reads of its last
/// second may be missing, and this row is what shows it.
/// </summary>
[DisableAuditing]
public class ReadSession : Entity<Guid>
{
    public const int MaxNodeLength = 128;

    /// <summary>How often a node says that it is there, and after how long a silence it counts as killed.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30), Silence = TimeSpan.FromMinutes(3);

    public string Node { get; private set; } = null!;
    public DateTime StartedAt { get; private set; }
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    private ReadSession() { } // EF Core

    public ReadSession(Guid id, string node, DateTime now) : base(id)
    {
        Node = node.Length > MaxNodeLength ? node[..MaxNodeLength] : node;
        StartedAt = SeenAt = now;
    }
}

public class ReadSessionConfiguration : IEntityTypeConfiguration<ReadSession>
{
    public void Configure(EntityTypeBuilder<ReadSession> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "ReadSessions", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Node).HasMaxLength(ReadSession.MaxNodeLength);
        builder.HasIndex(x => x.StartedAt); // nodes that ended without saying so
    }
}
