using System.Text.Encodings.Web;
using System.Text.Json;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Guids;

namespace Volo.Abp.AuditLogging;

/// <summary>Makes the rows of a log.</summary>
public interface IAuditLogInfoToAuditLogConverter
{
    Task<AuditLog> ConvertAsync(AuditLogInfo auditLogInfo);
}

internal class AuditLogInfoToAuditLogConverter(IGuidGenerator guids) : IAuditLogInfoToAuditLogConverter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true
    };

    public Task<AuditLog> ConvertAsync(AuditLogInfo auditLogInfo)
    {
        var (id, info) = (guids.Create(), auditLogInfo);
        return Task.FromResult(new AuditLog(
            id, info.ApplicationName, info.TenantId, info.TenantName, info.UserId, info.UserName, info.ExecutionTime,
            info.ExecutionDuration, info.ClientIpAddress, info.ClientName, info.ClientId, info.CorrelationId, info.BrowserInfo,
            info.HttpMethod, info.Url, info.HttpStatusCode, info.ImpersonatorUserId, info.ImpersonatorUserName,
            info.ImpersonatorTenantId, info.ImpersonatorTenantName, new ExtraPropertyDictionary(info.ExtraProperties),
            info.EntityChanges.Select(change => new EntityChange(guids, id, change, info.TenantId)).ToList(),
            info.Actions.Select(action => new AuditLogAction(guids.Create(), id, action, info.TenantId)).ToList(),
            ExceptionsAsJson(info.Exceptions),
            string.Join(Environment.NewLine, info.Comments)));
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
