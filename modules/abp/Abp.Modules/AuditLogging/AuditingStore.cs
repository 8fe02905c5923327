using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Volo.Abp.AuditLogging;

/// <summary>Saves a log in a unit of work of its own. That it cannot be saved is logged and hides nothing else.</summary>
internal class AuditingStore(
    IRepository<AuditLog, Guid> logs, IAuditLogInfoToAuditLogConverter converter, IUnitOfWorkManager unitOfWorkManager,
    IOptions<AbpAuditingOptions> options, ILogger<AuditingStore> logger) : IAuditingStore
{
    public async Task SaveAsync(AuditLogInfo auditInfo)
    {
        try
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            await logs.InsertAsync(await converter.ConvertAsync(auditInfo));
            await unitOfWork.CompleteAsync();
        }
        catch (Exception exception) when (options.Value.HideErrors)
        {
            logger.LogError(exception, "Could not save the audit log: {AuditLog}", auditInfo.ToString());
        }
    }
}
