using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Workspace.Leavers;

/// <summary>Somebody read unusually much in a short time. Stands before administrators until one of them has seen it.</summary>
[DisableAuditing]
public class ReadAlarm : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public DateTime Time { get; private set; }

    /// <summary>Records read within the time that the settings name.</summary>
    public int Rows { get; private set; }

    /// <summary>Further records were refused.</summary>
    public bool WasStopped { get; private set; }
    public DateTime? SeenAt { get; private set; }
    public Guid? SeenById { get; private set; }

    private ReadAlarm() { } // EF Core

    public ReadAlarm(Guid id, Guid userId, DateTime time, int rows, bool wasStopped, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        (UserId, Time, Rows, WasStopped) = (userId, time, rows, wasStopped);
    }

    public void See(DateTime at, Guid byId) => (SeenAt, SeenById) = (at, byId);
}

public class ReadAlarmConfiguration : IEntityTypeConfiguration<ReadAlarm>
{
    public void Configure(EntityTypeBuilder<ReadAlarm> builder)
    {
        builder.ToTable("WsReadAlarms");
        builder.ConfigureByConvention();
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.Time }); // has he been reported already?
        builder.HasIndex(x => new { x.TenantId, x.Time }); // the newest alarms
    }
}
