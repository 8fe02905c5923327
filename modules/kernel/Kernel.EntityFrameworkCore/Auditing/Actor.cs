using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Users;

namespace Kernel.Auditing;

/// <summary>Who acts, for whom, and from where.</summary>
/// <param name="ImpersonatorId">Who acts as the user.</param>
public record Actor(
    Guid? UserId, string? UserName, Guid? ImpersonatorId, string? ImpersonatorName, string? ClientAddress, string? Browser, string? CorrelationId);

/// <summary>From where is taken from the audit log of the running request; work outside one comes from nowhere.</summary>
public class CurrentActor(ICurrentUser user, IAuditingManager auditing) : ITransientDependency
{
    public Actor Get()
    {
        var request = auditing.Current?.Log;
        return new Actor(
            user.Id, user.UserName, request?.ImpersonatorUserId, request?.ImpersonatorUserName,
            request?.ClientIpAddress, request?.BrowserInfo, request?.CorrelationId);
    }
}
