using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;

namespace Workspace.Data;

/// <summary>A key with which every node of the workspace protects cookies and forms. It belongs to no tenant.</summary>
[DisableAuditing]
public class ProtectionKey : BasicAggregateRoot<Guid>
{
    public const int MaxNameLength = 200;

    public string Name { get; private set; } = null!;
    public string Xml { get; private set; } = null!;

    private ProtectionKey() { } // EF Core

    public ProtectionKey(Guid id, string name, string xml) : base(id)
    {
        (Name, Xml) = (name, xml);
    }
}

public class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("WksProtectionKeys");
        builder.Property(x => x.Name).HasMaxLength(ProtectionKey.MaxNameLength);
    }
}
