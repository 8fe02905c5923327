using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Principal;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Volo.Abp.Auditing;

public interface IAuditingHelper
{
    bool ShouldSaveAudit(MethodInfo? methodInfo, bool defaultValue = false, bool ignoreIntegrationServiceAttribute = false);
    bool IsEntityHistoryEnabled(Type entityType, bool defaultValue = false);
    AuditLogInfo CreateAuditLogInfo();
    AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, MethodInfo method, object?[] arguments);
    AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, MethodInfo method, IDictionary<string, object?> arguments);
}

public interface IAuditSerializer
{
    string Serialize(object obj);
}

/// <summary>JSON with camelCase names, without what is [DisableAuditing] or of an ignored type.</summary>
internal class JsonAuditSerializer(IOptions<AbpAuditingOptions> options) : IAuditSerializer, ISingletonDependency
{
    private readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { type => LeaveOut(type, options.Value) } }
    };

    public string Serialize(object obj) => JsonSerializer.Serialize(obj, json);

    private static void LeaveOut(JsonTypeInfo type, AbpAuditingOptions options)
    {
        foreach (var property in type.Properties)
        {
            if (options.IgnoredTypes.Any(ignored => ignored.IsAssignableFrom(property.PropertyType))
                || property.AttributeProvider?.IsDefined(typeof(DisableAuditingAttribute), true) == true
                || property.PropertyType.IsDefined(typeof(DisableAuditingAttribute), true))
            {
                property.ShouldSerialize = (_, _) => false;
            }
        }
    }
}

internal class AuditingHelper(
    IAuditSerializer serializer, IOptions<AbpAuditingOptions> options, ICurrentUser currentUser, ICurrentTenant currentTenant,
    ICurrentPrincipalAccessor principal, IClock clock, ILogger<AuditingHelper> logger, IServiceProvider serviceProvider)
    : IAuditingHelper, ITransientDependency
{
    /// <summary>What attributes say is asked at every call and every save, and reading them makes them anew.</summary>
    private static readonly ConcurrentDictionary<(MethodInfo Method, bool IgnoresIntegration), bool?> Calls = new();
    private static readonly ConcurrentDictionary<Type, bool?> Entities = new();

    public bool ShouldSaveAudit(MethodInfo? methodInfo, bool defaultValue = false, bool ignoreIntegrationServiceAttribute = false) =>
        methodInfo is { IsPublic: true }
        && (Calls.GetOrAdd((methodInfo, ignoreIntegrationServiceAttribute), call => SaidOf(call.Method, call.IgnoresIntegration)) ?? defaultValue);

    public bool IsEntityHistoryEnabled(Type entityType, bool defaultValue = false) =>
        entityType.IsPublic && !options.Value.IgnoredTypes.Any(type => type.IsAssignableFrom(entityType))
        && (Entities.GetOrAdd(entityType, SaidOf) ?? (options.Value.EntityHistorySelectors.Any(selector => selector.Predicate(entityType)) || defaultValue));

    private static bool? SaidOf(MethodInfo method, bool ignoresIntegration) =>
        method.IsDefined(typeof(DisableAuditingAttribute), true) ? false
        : method.IsDefined(typeof(AuditedAttribute), true) ? true
        : method.DeclaringType is { } type ? AuditingInterceptorRegistrar.ShouldAuditTypeByDefaultOrNull(type, ignoresIntegration) : null;

    private static bool? SaidOf(Type entity) =>
        entity.IsDefined(typeof(AuditedAttribute), true) ? true
        : entity.IsDefined(typeof(DisableAuditingAttribute), true) ? false
        : entity.GetProperties().Any(property => property.IsDefined(typeof(AuditedAttribute), true)) ? true : null;

    public AuditLogInfo CreateAuditLogInfo()
    {
        var log = new AuditLogInfo
        {
            ApplicationName = options.Value.ApplicationName,
            TenantId = currentTenant.Id,
            TenantName = currentTenant.Name,
            UserId = currentUser.Id,
            UserName = currentUser.UserName,
            ImpersonatorUserId = currentUser.FindImpersonatorUserId(),
            ImpersonatorUserName = currentUser.FindImpersonatorUserName(),
            ImpersonatorTenantId = currentUser.FindImpersonatorTenantId(),
            ImpersonatorTenantName = currentUser.FindImpersonatorTenantName(),
            ClientId = principal.Principal?.FindClientId(),
            ExecutionTime = clock.Now
        };
        var context = new AuditLogContributionContext(serviceProvider, log);
        foreach (var contributor in options.Value.Contributors)
        {
            try
            {
                contributor.PreContribute(context);
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "{Contributor} could not add to the audit log.", contributor.GetType());
            }
        }

        return log;
    }

    public AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, MethodInfo method, object?[] arguments) =>
        CreateAuditLogAction(auditLog, type, method, method.GetParameters()
            .Select((parameter, index) => (parameter.Name, Value: arguments[index]))
            .ToDictionary(argument => argument.Name!, argument => argument.Value));

    public AuditLogActionInfo CreateAuditLogAction(AuditLogInfo auditLog, Type? type, MethodInfo method, IDictionary<string, object?> arguments) => new()
    {
        ServiceName = type?.FullName ?? "",
        MethodName = method.Name,
        Parameters = Serialize(arguments),
        ExecutionTime = clock.Now
    };

    private string Serialize(IDictionary<string, object?> arguments)
    {
        try
        {
            return serializer.Serialize(arguments
                .Where(argument => argument.Value is null || !IsIgnored(argument.Value.GetType()))
                .ToDictionary(argument => argument.Key, argument => argument.Value));
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            logger.LogWarning(exception, "The arguments of an audited call cannot be written as JSON.");
            return "{}";
        }
    }

    private bool IsIgnored(Type type) =>
        options.Value.IgnoredTypes.Any(ignored => ignored.IsAssignableFrom(type)) || type.IsDefined(typeof(DisableAuditingAttribute), true);
}
