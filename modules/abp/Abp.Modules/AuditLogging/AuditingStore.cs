using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Guids;
using Volo.Abp.Uow;

namespace Volo.Abp.AuditLogging;

/// <summary>Saves a log in a unit of work of its own. That it cannot be saved is logged and hides nothing else.</summary>
internal class AuditingStore(
    IRepository<AuditLog, Guid> logs, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager,
    IOptions<AbpAuditingOptions> options, ILogger<AuditingStore> logger) : IAuditingStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true
    };

    public async Task SaveAsync(AuditLogInfo auditInfo)
    {
        try
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            await logs.InsertAsync(ToEntity(auditInfo));
            await unitOfWork.CompleteAsync();
        }
        catch (Exception exception) when (options.Value.HideErrors)
        {
            logger.LogError(exception, "Could not save the audit log: {AuditLog}", auditInfo.ToString());
        }
    }

    private AuditLog ToEntity(AuditLogInfo info)
    {
        var id = guids.Create();
        return new AuditLog(
            id, info.ApplicationName, info.TenantId, info.TenantName, info.UserId, info.UserName, info.ExecutionTime,
            info.ExecutionDuration, info.ClientIpAddress, info.ClientName, info.ClientId, info.CorrelationId, info.BrowserInfo,
            info.HttpMethod, info.Url, info.HttpStatusCode, info.ImpersonatorUserId, info.ImpersonatorUserName,
            info.ImpersonatorTenantId, info.ImpersonatorTenantName, new ExtraPropertyDictionary(info.ExtraProperties),
            info.EntityChanges.Select(change => new EntityChange(guids, id, change, info.TenantId)).ToList(),
            info.Actions.Select(action => new AuditLogAction(guids.Create(), id, action, info.TenantId)).ToList(),
            ExceptionsAsJson(info.Exceptions),
            string.Join(Environment.NewLine, info.Comments));
    }

    private static string ExceptionsAsJson(List<Exception> exceptions) => exceptions.Count == 0
        ? null
        : JsonSerializer.Serialize(exceptions.Distinct().Select(exception => new
        {
            Code = (exception as IHasErrorCode)?.Code,
            exception.Message,
            Details = (exception as IHasErrorDetails)?.Details ?? exception.ToString(),
            Data = exception.Data.Count == 0 ? null : exception.Data.Keys.Cast<object>().ToDictionary(key => key.ToString(), key => exception.Data[key]?.ToString())
        }), Json);
}
