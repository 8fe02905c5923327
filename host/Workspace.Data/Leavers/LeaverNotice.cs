using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Workspace.Leavers;

/// <summary>A user is under notice: he takes nothing out of the workspace, sees telephones covered, and is watched.</summary>
public class LeaverNotice : AggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNoteLength = 500;

    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public DateTime Since { get; private set; }
    public Guid GivenById { get; private set; }

    /// <summary>His last day, if it is known.</summary>
    public DateOnly? LastDay { get; private set; }
    public string? Note { get; private set; }

    /// <summary>Null while it holds. It is lifted by somebody, never by itself: a last day that has passed makes nobody trustworthy.</summary>
    public DateTime? LiftedAt { get; private set; }
    public Guid? LiftedById { get; private set; }

    public bool Holds => LiftedAt is null;

    private LeaverNotice() { } // EF Core

    public LeaverNotice(Guid id, Guid userId, DateTime since, Guid givenById, DateOnly? lastDay, string? note, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        (UserId, Since, GivenById, LastDay) = (userId, since, givenById, lastDay);
        Note = Check.Length(string.IsNullOrWhiteSpace(note) ? null : note.Trim(), nameof(note), MaxNoteLength);
    }

    public void Lift(DateTime at, Guid byId) => (LiftedAt, LiftedById) = (at, byId);
}

public class LeaverNoticeConfiguration : IEntityTypeConfiguration<LeaverNotice>
{
    public void Configure(EntityTypeBuilder<LeaverNotice> builder)
    {
        builder.ToTable("WsLeaverNotices");
        builder.ConfigureByConvention();
        builder.Property(x => x.Note).HasMaxLength(LeaverNotice.MaxNoteLength);
        builder.HasIndex(x => new { x.TenantId, x.Since }); // the newest notices
    }
}
