using Volo.Abp.DependencyInjection;

namespace Kernel.Addresses;

/// <summary>Where the workspace is reached from outside, for links in mails.</summary>
public interface IPublicAddress
{
    /// <returns>Such as <c>https://workspace.example</c>, without a slash at the end; null where nobody knows.</returns>
    Task<string?> FindAsync();
}

/// <summary>Where no web says more.</summary>
[Dependency(TryRegister = true)]
public class NoPublicAddress : IPublicAddress, ITransientDependency
{
    public Task<string?> FindAsync() => Task.FromResult<string?>(null);
}
