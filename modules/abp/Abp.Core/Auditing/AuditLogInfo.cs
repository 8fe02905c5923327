using Volo.Abp.Data;

namespace Volo.Abp.Auditing;

/// <summary>What one request, or one piece of work outside a request, did: who, where, which services, which entities.</summary>
public class AuditLogInfo : IHasExtraProperties
{
    public string? ApplicationName { get; set; }
    public Guid? UserId { get; set; }
    public string? UserName { get; set; }
    public Guid? TenantId { get; set; }
    public string? TenantName { get; set; }
    public Guid? ImpersonatorUserId { get; set; }
    public Guid? ImpersonatorTenantId { get; set; }
    public string? ImpersonatorUserName { get; set; }
    public string? ImpersonatorTenantName { get; set; }
    public DateTime ExecutionTime { get; set; }

    /// <summary>In milliseconds.</summary>
    public int ExecutionDuration { get; set; }
    public string? ClientId { get; set; }
    public string? CorrelationId { get; set; }
    public string? ClientIpAddress { get; set; }
    public string? ClientName { get; set; }
    public string? BrowserInfo { get; set; }
    public string? HttpMethod { get; set; }
    public int? HttpStatusCode { get; set; }
    public string? Url { get; set; }
    public List<AuditLogActionInfo> Actions { get; set; } = [];
    public List<Exception> Exceptions { get; } = [];
    public ExtraPropertyDictionary ExtraProperties { get; } = [];
    public List<EntityChangeInfo> EntityChanges { get; } = [];
    public List<string> Comments { get; set; } = [];

    public override string ToString() =>
        $"AUDIT LOG: [{HttpStatusCode?.ToString() ?? "---"}: {HttpMethod ?? "-------",-7}] {Url}, user {UserName} ({UserId}), "
        + $"{ExecutionDuration} ms, {Actions.Count} actions, {EntityChanges.Count} entity changes, {Exceptions.Count} exceptions";
}

public class AuditLogActionInfo : IHasExtraProperties
{
    public string ServiceName { get; set; } = default!;
    public string MethodName { get; set; } = default!;

    /// <summary>As JSON, by name.</summary>
    public string Parameters { get; set; } = default!;
    public DateTime ExecutionTime { get; set; }

    /// <summary>In milliseconds.</summary>
    public int ExecutionDuration { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; } = [];
}

public class EntityChangeInfo : IHasExtraProperties
{
    public DateTime ChangeTime { get; set; }
    public EntityChangeType ChangeType { get; set; }
    public Guid? EntityTenantId { get; set; }
    public string? EntityId { get; set; }
    public string? EntityTypeFullName { get; set; }
    public List<EntityPropertyChangeInfo> PropertyChanges { get; set; } = [];
    public ExtraPropertyDictionary ExtraProperties { get; } = [];

    /// <summary>What is watched, as the persistence sees it.</summary>
    public virtual object EntityEntry { get; set; } = default!;

    /// <summary>Takes over a later change of the same entity.</summary>
    public virtual void Merge(EntityChangeInfo changeInfo)
    {
        foreach (var later in changeInfo.PropertyChanges)
        {
            if (PropertyChanges.FirstOrDefault(change => change.PropertyName == later.PropertyName) is { } earlier)
            {
                earlier.NewValue = later.NewValue;
            }
            else
            {
                PropertyChanges.Add(later);
            }
        }
    }
}

/// <summary>Values are JSON: a text stands in quotes.</summary>
public class EntityPropertyChangeInfo
{
    public static int MaxPropertyNameLength = 96;
    public static int MaxValueLength = 512;
    public static int MaxPropertyTypeFullNameLength = 192;

    public virtual string? NewValue { get; set; }
    public virtual string? OriginalValue { get; set; }
    public virtual string PropertyName { get; set; } = default!;
    public virtual string PropertyTypeFullName { get; set; } = default!;
}
