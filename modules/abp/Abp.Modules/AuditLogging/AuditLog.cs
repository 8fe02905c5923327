using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AuditLogging;

/// <summary>One request, or one piece of work outside a request. Texts that are too long are cut.</summary>
[DisableAuditing]
public class AuditLog : AggregateRoot<Guid>, IMultiTenant
{
    public virtual string ApplicationName { get; set; }
    public virtual Guid? UserId { get; protected set; }
    public virtual string UserName { get; protected set; }
    public virtual Guid? TenantId { get; protected set; }
    public virtual string TenantName { get; protected set; }
    public virtual Guid? ImpersonatorUserId { get; protected set; }
    public virtual string ImpersonatorUserName { get; protected set; }
    public virtual Guid? ImpersonatorTenantId { get; protected set; }
    public virtual string ImpersonatorTenantName { get; protected set; }
    public virtual DateTime ExecutionTime { get; protected set; }
    public virtual int ExecutionDuration { get; protected set; }
    public virtual string ClientIpAddress { get; protected set; }
    public virtual string ClientName { get; protected set; }
    public virtual string ClientId { get; set; }
    public virtual string CorrelationId { get; set; }
    public virtual string BrowserInfo { get; protected set; }
    public virtual string HttpMethod { get; protected set; }
    public virtual string Url { get; protected set; }
    public virtual string Exceptions { get; protected set; }
    public virtual string Comments { get; protected set; }
    public virtual int? HttpStatusCode { get; set; }
    public virtual ICollection<EntityChange> EntityChanges { get; protected set; } = [];
    public virtual ICollection<AuditLogAction> Actions { get; protected set; } = [];

    protected AuditLog()
    {
    }

    public AuditLog(
        Guid id, string applicationName, Guid? tenantId, string tenantName, Guid? userId, string userName, DateTime executionTime,
        int executionDuration, string clientIpAddress, string clientName, string clientId, string correlationId, string browserInfo,
        string httpMethod, string url, int? httpStatusCode, Guid? impersonatorUserId, string impersonatorUserName,
        Guid? impersonatorTenantId, string impersonatorTenantName, ExtraPropertyDictionary extraPropertyDictionary,
        List<EntityChange> entityChanges, List<AuditLogAction> actions, string exceptions, string comments) : base(id)
    {
        ApplicationName = applicationName.Cut(96);
        TenantId = tenantId;
        TenantName = tenantName.Cut(64);
        UserId = userId;
        UserName = userName.Cut(256);
        ExecutionTime = executionTime;
        ExecutionDuration = executionDuration;
        ClientIpAddress = clientIpAddress.Cut(64);
        ClientName = clientName.Cut(128);
        ClientId = clientId.Cut(64);
        CorrelationId = correlationId.Cut(64);
        BrowserInfo = browserInfo.Cut(512);
        HttpMethod = httpMethod.Cut(16);
        Url = url.Cut(256);
        HttpStatusCode = httpStatusCode;
        ImpersonatorUserId = impersonatorUserId;
        ImpersonatorUserName = impersonatorUserName.Cut(256);
        ImpersonatorTenantId = impersonatorTenantId;
        ImpersonatorTenantName = impersonatorTenantName.Cut(64);
        ExtraProperties = extraPropertyDictionary;
        EntityChanges = entityChanges;
        Actions = actions;
        Exceptions = exceptions;
        Comments = comments.Cut(256);
    }
}

/// <summary>One call of a service.</summary>
[DisableAuditing]
public class AuditLogAction : Entity<Guid>, IMultiTenant, IHasExtraProperties
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid AuditLogId { get; protected set; }
    public virtual string ServiceName { get; protected set; }
    public virtual string MethodName { get; protected set; }
    public virtual string Parameters { get; protected set; }
    public virtual DateTime ExecutionTime { get; protected set; }
    public virtual int ExecutionDuration { get; protected set; }
    public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    protected AuditLogAction()
    {
    }

    public AuditLogAction(Guid id, Guid auditLogId, AuditLogActionInfo actionInfo, Guid? tenantId = null)
    {
        Id = id;
        TenantId = tenantId;
        AuditLogId = auditLogId;
        ExecutionTime = actionInfo.ExecutionTime;
        ExecutionDuration = actionInfo.ExecutionDuration;
        ServiceName = actionInfo.ServiceName.CutStart(256);
        MethodName = actionInfo.MethodName.CutStart(128);
        Parameters = actionInfo.Parameters.Cut(2000);
        ExtraProperties = new ExtraPropertyDictionary(actionInfo.ExtraProperties);
    }
}

/// <summary>What became of one entity.</summary>
[DisableAuditing]
public class EntityChange : Entity<Guid>, IMultiTenant, IHasExtraProperties
{
    public virtual Guid AuditLogId { get; protected set; }
    public virtual Guid? TenantId { get; protected set; }
    public virtual DateTime ChangeTime { get; protected set; }
    public virtual EntityChangeType ChangeType { get; protected set; }
    public virtual Guid? EntityTenantId { get; protected set; }
    public virtual string EntityId { get; protected set; }
    public virtual string EntityTypeFullName { get; protected set; }
    public virtual ICollection<EntityPropertyChange> PropertyChanges { get; protected set; } = [];
    public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    protected EntityChange()
    {
    }

    public EntityChange(IGuidGenerator guidGenerator, Guid auditLogId, EntityChangeInfo entityChangeInfo, Guid? tenantId = null)
    {
        Id = guidGenerator.Create();
        AuditLogId = auditLogId;
        TenantId = tenantId;
        ChangeTime = entityChangeInfo.ChangeTime;
        ChangeType = entityChangeInfo.ChangeType;
        EntityTenantId = entityChangeInfo.EntityTenantId;
        EntityId = entityChangeInfo.EntityId.Cut(128);
        EntityTypeFullName = entityChangeInfo.EntityTypeFullName.CutStart(128);
        PropertyChanges = entityChangeInfo.PropertyChanges.Select(change => new EntityPropertyChange(guidGenerator, Id, change, tenantId)).ToList();
        ExtraProperties = new ExtraPropertyDictionary(entityChangeInfo.ExtraProperties);
    }
}

[DisableAuditing]
public class EntityPropertyChange : Entity<Guid>, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid EntityChangeId { get; protected set; }
    public virtual string NewValue { get; protected set; }
    public virtual string OriginalValue { get; protected set; }
    public virtual string PropertyName { get; protected set; }
    public virtual string PropertyTypeFullName { get; protected set; }

    protected EntityPropertyChange()
    {
    }

    public EntityPropertyChange(IGuidGenerator guidGenerator, Guid entityChangeId, EntityPropertyChangeInfo entityChangeInfo, Guid? tenantId = null)
    {
        Id = guidGenerator.Create();
        TenantId = tenantId;
        EntityChangeId = entityChangeId;
        NewValue = entityChangeInfo.NewValue.Cut(512);
        OriginalValue = entityChangeInfo.OriginalValue.Cut(512);
        PropertyName = entityChangeInfo.PropertyName.CutStart(128);
        PropertyTypeFullName = entityChangeInfo.PropertyTypeFullName.CutStart(64);
    }
}

internal static class CutTexts
{
    public static string Cut(this string text, int length) => text?.Length > length ? text[..length] : text;

    /// <summary>Keeps the end, which tells more of a type's name.</summary>
    public static string CutStart(this string text, int length) => text?.Length > length ? text[^length..] : text;
}

public static class AbpAuditLoggingDbProperties
{
    public const string ConnectionStringName = "AbpAuditLogging";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
