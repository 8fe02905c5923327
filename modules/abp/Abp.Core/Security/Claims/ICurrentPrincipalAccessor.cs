using System.Security.Claims;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Security.Claims;

public interface ICurrentPrincipalAccessor
{
    ClaimsPrincipal Principal { get; }

    /// <summary>Makes <paramref name="principal"/> current until the result is disposed. The current tenant stays as it is.</summary>
    IDisposable Change(ClaimsPrincipal principal);
}

public abstract class CurrentPrincipalAccessorBase : ICurrentPrincipalAccessor
{
    private readonly AsyncLocal<ClaimsPrincipal?> changed = new();

    public ClaimsPrincipal Principal => changed.Value ?? GetClaimsPrincipal();

    protected abstract ClaimsPrincipal GetClaimsPrincipal();

    public virtual IDisposable Change(ClaimsPrincipal principal)
    {
        var outer = changed.Value;
        changed.Value = principal;
        return new DisposeAction(() => changed.Value = outer);
    }
}

public class ThreadCurrentPrincipalAccessor : CurrentPrincipalAccessorBase, ISingletonDependency
{
    protected override ClaimsPrincipal GetClaimsPrincipal() => (Thread.CurrentPrincipal as ClaimsPrincipal)!;
}

public static class CurrentPrincipalAccessorExtensions
{
    public static IDisposable Change(this ICurrentPrincipalAccessor currentPrincipalAccessor, Claim claim) =>
        currentPrincipalAccessor.Change([claim]);

    public static IDisposable Change(this ICurrentPrincipalAccessor currentPrincipalAccessor, IEnumerable<Claim> claims) =>
        currentPrincipalAccessor.Change(new ClaimsIdentity(claims));

    public static IDisposable Change(this ICurrentPrincipalAccessor currentPrincipalAccessor, ClaimsIdentity claimsIdentity) =>
        currentPrincipalAccessor.Change(new ClaimsPrincipal(claimsIdentity));
}
