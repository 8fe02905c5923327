using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;

namespace Volo.Abp.BlobStoring;

[DependsOn(typeof(AbpMultiTenancyModule), typeof(AbpThreadingModule))]
public class AbpBlobStoringModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddTransient(typeof(IBlobContainer<>), typeof(BlobContainer<>));
        context.Services.AddTransient<IBlobContainer>(services => services.GetRequiredService<IBlobContainer<DefaultContainer>>());
    }
}

public class BlobContainer<TContainer>(IBlobContainerFactory blobContainerFactory) : IBlobContainer<TContainer> where TContainer : class
{
    protected readonly IBlobContainer Container = blobContainerFactory.Create<TContainer>();

    public Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default) =>
        Container.SaveAsync(name, stream, overrideExisting, cancellationToken);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => Container.DeleteAsync(name, cancellationToken);
    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => Container.ExistsAsync(name, cancellationToken);
    public Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default) => Container.GetAsync(name, cancellationToken);
    public Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default) => Container.GetOrNullAsync(name, cancellationToken);
}

/// <summary>Finds the provider's words for container and name, and calls it as the tenant whose blob it is.</summary>
internal sealed class ProvidedBlobContainer(
    string containerName, BlobContainerConfiguration configuration, IBlobProvider provider, ICurrentTenant currentTenant, IServiceProvider services)
    : IBlobContainer
{
    public Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default) =>
        AsTenant(async () =>
        {
            await provider.SaveAsync(new BlobProviderSaveArgs(Container, configuration, Named(name), stream, overrideExisting, cancellationToken));
            return true;
        });

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        AsTenant(() => provider.DeleteAsync(new BlobProviderDeleteArgs(Container, configuration, Named(name), cancellationToken)));

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) =>
        AsTenant(() => provider.ExistsAsync(new BlobProviderExistsArgs(Container, configuration, Named(name), cancellationToken)));

    public async Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default) =>
        await GetOrNullAsync(name, cancellationToken)
            ?? throw new AbpException($"Could not find the requested BLOB '{name}' in the container '{containerName}'!");

    public Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default) =>
        AsTenant(() => provider.GetOrNullAsync(new BlobProviderGetArgs(Container, configuration, Named(name), cancellationToken)));

    private string Container => Normalizers().Aggregate(containerName, (name, normalizer) => normalizer.NormalizeContainerName(name));

    private string Named(string name) => Normalizers().Aggregate(name, (now, normalizer) => normalizer.NormalizeBlobName(now));

    private IEnumerable<IBlobNamingNormalizer> Normalizers() =>
        configuration.NamingNormalizers.Select(type => (IBlobNamingNormalizer)services.GetRequiredService(type));

    private async Task<T> AsTenant<T>(Func<Task<T>> work)
    {
        using (currentTenant.Change(configuration.IsMultiTenant ? currentTenant.Id : null)) { return await work(); }
    }
}

[ExposeServices(typeof(IBlobContainerFactory))]
internal sealed class BlobContainerFactory(
    IBlobContainerConfigurationProvider configurations, IBlobProviderSelector providers, ICurrentTenant currentTenant, IServiceProvider services)
    : IBlobContainerFactory, ITransientDependency
{
    public IBlobContainer Create(string name) => new ProvidedBlobContainer(name, configurations.Get(name), providers.Get(name), currentTenant, services);
}

[ExposeServices(typeof(IBlobContainerConfigurationProvider))]
internal sealed class DefaultBlobContainerConfigurationProvider(IOptions<AbpBlobStoringOptions> options) : IBlobContainerConfigurationProvider, ITransientDependency
{
    public BlobContainerConfiguration Get(string name) => options.Value.Containers.GetConfiguration(name);
}

[ExposeServices(typeof(IBlobProviderSelector))]
internal sealed class DefaultBlobProviderSelector(IBlobContainerConfigurationProvider configurations, IEnumerable<IBlobProvider> providers)
    : IBlobProviderSelector, ITransientDependency
{
    public IBlobProvider Get(string containerName)
    {
        var wanted = configurations.Get(containerName).ProviderType ?? throw new AbpException(
            $"No BLOB storage provider is set for the container '{containerName}': configure one, for it or by default.");
        return providers.FirstOrDefault(wanted.IsInstanceOfType)
            ?? throw new AbpException($"The BLOB storage provider {wanted.FullName} of the container '{containerName}' is not registered.");
    }
}
