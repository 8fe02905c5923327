using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Workspace.Leavers;

/// <summary>Which records went from a leaver to whom, so that it can be undone.</summary>
public class Handover : AggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public DateTime Time { get; private set; }
    public Guid ById { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>A list of <see cref="Part"/> as JSON; nobody asks the database about its members.</summary>
    [DisableAuditing]
    public string Parts { get; private set; } = "[]";

    private Handover() { } // EF Core

    public Handover(Guid id, Guid userId, DateTime time, Guid byId, IReadOnlyList<Part> parts, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        (UserId, Time, ById) = (userId, time, byId);
        Parts = JsonSerializer.Serialize(parts);
    }

    public List<Part> GetParts() => JsonSerializer.Deserialize<List<Part>>(Parts)!;

    public void Undo(DateTime at) => UndoneAt = at;

    public record Part(string Kind, Guid ToUserId, IReadOnlyList<Guid> Ids);
}

public class HandoverConfiguration : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("WsHandovers");
        builder.ConfigureByConvention();
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.Time }); // a leaver's hand-overs
    }
}
