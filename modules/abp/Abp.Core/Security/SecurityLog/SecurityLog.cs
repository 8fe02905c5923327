using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.SecurityLog;

public class AbpSecurityLogOptions
{
    public bool IsEnabled { get; set; } = true;
    public string? ApplicationName { get; set; }
}

/// <summary>What happened to an account: signed in, locked out, password changed.</summary>
public class SecurityLogInfo
{
    public string? ApplicationName { get; set; }
    public string? Identity { get; set; }
    public string? Action { get; set; }
    public Dictionary<string, object> ExtraProperties { get; } = [];
    public Guid? UserId { get; set; }
    public string? UserName { get; set; }
    public Guid? TenantId { get; set; }
    public string? TenantName { get; set; }
    public string? ClientId { get; set; }
    public string? CorrelationId { get; set; }
    public string? ClientIpAddress { get; set; }
    public string? BrowserInfo { get; set; }
    public DateTime CreationTime { get; set; }

    public override string ToString() => $"SECURITY LOG: [{ApplicationName} {Identity} {Action}] {UserName} {ClientIpAddress}";
}

public interface ISecurityLogManager
{
    /// <param name="saveAction">Completes what is known of the request.</param>
    Task SaveAsync(Action<SecurityLogInfo>? saveAction = null);
}

public interface ISecurityLogStore
{
    Task SaveAsync(SecurityLogInfo securityLogInfo);
}

[ExposeServices(typeof(ISecurityLogManager))]
internal class DefaultSecurityLogManager(IOptions<AbpSecurityLogOptions> options, ISecurityLogStore store) : ISecurityLogManager, ITransientDependency
{
    public async Task SaveAsync(Action<SecurityLogInfo>? saveAction = null)
    {
        if (!options.Value.IsEnabled)
        {
            return;
        }

        var info = Create();
        saveAction?.Invoke(info);
        await store.SaveAsync(info);
    }

    protected virtual SecurityLogInfo Create() => new() { ApplicationName = options.Value.ApplicationName };
}

/// <summary>Writes to the log: there is no module that keeps them.</summary>
[Dependency(TryRegister = true)]
internal class SimpleSecurityLogStore(ILogger<SimpleSecurityLogStore> logger) : ISecurityLogStore, ITransientDependency
{
    public Task SaveAsync(SecurityLogInfo securityLogInfo)
    {
        logger.LogInformation("{SecurityLog}", securityLogInfo.ToString());
        return Task.CompletedTask;
    }
}
