using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Authorization.Permissions;

public enum PermissionGrantResult
{
    Undefined,
    Granted,
    Prohibited
}

public class MultiplePermissionGrantResult
{
    public Dictionary<string, PermissionGrantResult> Result { get; } = [];
    public bool AllGranted => Result.Values.All(result => result == PermissionGrantResult.Granted);
    public bool AllProhibited => Result.Values.All(result => result == PermissionGrantResult.Prohibited);

    public MultiplePermissionGrantResult()
    {
    }

    public MultiplePermissionGrantResult(string[] names, PermissionGrantResult grantResult = PermissionGrantResult.Undefined)
    {
        foreach (var name in names)
        {
            Result[name] = grantResult;
        }
    }
}

public class PermissionGrantInfo(string name, bool isGranted, string? providerName = null, string? providerKey = null)
{
    public string Name { get; } = name;
    public bool IsGranted { get; } = isGranted;
    public string? ProviderName { get; } = providerName;
    public string? ProviderKey { get; } = providerKey;
}

/// <summary>Where grants are kept.</summary>
public interface IPermissionStore
{
    Task<bool> IsGrantedAsync(string name, string providerName, string providerKey);
    Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string providerName, string providerKey);
}

/// <summary>Grants nothing: there is no module that keeps grants.</summary>
[Dependency(TryRegister = true)]
internal class NullPermissionStore : IPermissionStore, ISingletonDependency
{
    public Task<bool> IsGrantedAsync(string name, string providerName, string providerKey) => Task.FromResult(false);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string providerName, string providerKey) =>
        Task.FromResult(new MultiplePermissionGrantResult(names, PermissionGrantResult.Prohibited));
}
