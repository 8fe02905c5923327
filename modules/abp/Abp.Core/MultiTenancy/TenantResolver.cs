using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Users;

namespace Volo.Abp.MultiTenancy;

/// <summary>Says whose request this is: the first contributor that knows wins.</summary>
public interface ITenantResolver
{
    Task<TenantResolveResult> ResolveTenantIdOrNameAsync();
}

public interface ITenantResolveContext : IServiceProviderAccessor
{
    string? TenantIdOrName { get; set; }

    /// <summary>Set with no tenant: it is the host, and no further contributor is asked.</summary>
    bool Handled { get; set; }
}

public interface ITenantResolveContributor
{
    string Name { get; }
    Task ResolveAsync(ITenantResolveContext context);
}

public interface ITenantResolveResultAccessor
{
    TenantResolveResult? Result { get; set; }
}

public class TenantResolveResult
{
    public string? TenantIdOrName { get; set; }
    public List<string> AppliedResolvers { get; } = [];
}

public class AbpTenantResolveOptions
{
    public List<ITenantResolveContributor> TenantResolvers { get; } = [];
}

public class TenantResolverConsts
{
    public const string DefaultTenantKey = "__tenant";
}

public class TenantResolveContext(IServiceProvider serviceProvider) : ITenantResolveContext
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public string? TenantIdOrName { get; set; }
    public bool Handled { get; set; }

    public bool HasResolvedTenantOrHost() => Handled || TenantIdOrName != null;
}

public abstract class TenantResolveContributorBase : ITenantResolveContributor
{
    public abstract string Name { get; }
    public abstract Task ResolveAsync(ITenantResolveContext context);
}

/// <summary>Somebody who is signed in decides alone, also a user of the host.</summary>
public class CurrentUserTenantResolveContributor : TenantResolveContributorBase
{
    public const string ContributorName = "CurrentUser";

    public override string Name => ContributorName;

    public override Task ResolveAsync(ITenantResolveContext context)
    {
        var currentUser = context.ServiceProvider.GetRequiredService<ICurrentUser>();
        if (currentUser.IsAuthenticated)
        {
            context.Handled = true;
            context.TenantIdOrName = currentUser.TenantId?.ToString();
        }

        return Task.CompletedTask;
    }
}

public class NullTenantResolveResultAccessor : ITenantResolveResultAccessor, ISingletonDependency
{
    public TenantResolveResult? Result
    {
        get => null;
        set { }
    }
}

public class TenantResolver(IOptions<AbpTenantResolveOptions> options, IServiceProvider serviceProvider) : ITenantResolver, ITransientDependency
{
    public virtual async Task<TenantResolveResult> ResolveTenantIdOrNameAsync()
    {
        var result = new TenantResolveResult();
        using var scope = serviceProvider.CreateScope();
        var context = new TenantResolveContext(scope.ServiceProvider);
        foreach (var contributor in options.Value.TenantResolvers)
        {
            await contributor.ResolveAsync(context);
            result.AppliedResolvers.Add(contributor.Name);
            if (context.HasResolvedTenantOrHost())
            {
                result.TenantIdOrName = context.TenantIdOrName;
                break;
            }
        }

        return result;
    }
}
