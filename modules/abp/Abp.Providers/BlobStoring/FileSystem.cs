using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.BlobStoring.FileSystem;

[DependsOn(typeof(AbpBlobStoringModule))]
public class AbpBlobStoringFileSystemModule : AbpModule;

public static class FileSystemBlobContainerConfigurationExtensions
{
    public static BlobContainerConfiguration UseFileSystem(
        this BlobContainerConfiguration containerConfiguration, Action<FileSystemBlobProviderConfiguration> fileSystemConfigureAction)
    {
        containerConfiguration.ProviderType = typeof(FileSystemBlobProvider);
        fileSystemConfigureAction(new FileSystemBlobProviderConfiguration(containerConfiguration));
        return containerConfiguration;
    }
}

public class FileSystemBlobProviderConfiguration(BlobContainerConfiguration containerConfiguration)
{
    public string BasePath
    {
        get => containerConfiguration.GetConfiguration<string>("FileSystem.BasePath");
        set => containerConfiguration.SetConfiguration("FileSystem.BasePath", Check.NotNullOrWhiteSpace(value, nameof(value)));
    }

    public bool AppendContainerNameToBasePath
    {
        get => containerConfiguration.GetConfigurationOrDefault("FileSystem.AppendContainerNameToBasePath", true);
        set => containerConfiguration.SetConfiguration("FileSystem.AppendContainerNameToBasePath", value);
    }
}

/// <summary>A file beneath <c>host</c> or <c>tenants/{id}</c> of the base path. A name that leads out of its container's folder is refused.</summary>
[ExposeServices(typeof(IBlobProvider), typeof(FileSystemBlobProvider))]
public class FileSystemBlobProvider(ICurrentTenant currentTenant) : BlobProviderBase, ITransientDependency
{
    public override async Task SaveAsync(BlobProviderSaveArgs args)
    {
        var path = PathOf(args);
        if (!args.OverrideExisting && File.Exists(path))
        {
            throw new BlobAlreadyExistsException($"Saving BLOB '{args.BlobName}' does already exists in the container '{args.ContainerName}'! Set overrideExisting if it should be overwritten.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whoever reads sees the old file or the new one, never half of it.
        var written = $"{path}.{Guid.NewGuid():N}.tmp";
        await using (var file = File.Create(written)) { await args.BlobStream.CopyToAsync(file, args.CancellationToken); }
        File.Move(written, path, args.OverrideExisting);
    }

    public override Task<bool> DeleteAsync(BlobProviderDeleteArgs args)
    {
        var path = PathOf(args);
        var isThere = File.Exists(path);
        if (isThere) { File.Delete(path); }
        return Task.FromResult(isThere);
    }

    public override Task<bool> ExistsAsync(BlobProviderExistsArgs args) => Task.FromResult(File.Exists(PathOf(args)));

    public override Task<Stream?> GetOrNullAsync(BlobProviderGetArgs args) =>
        Task.FromResult<Stream?>(PathOf(args) is var path && File.Exists(path) ? File.OpenRead(path) : null);

    private string PathOf(BlobProviderArgs args)
    {
        var files = new FileSystemBlobProviderConfiguration(args.Configuration);
        var tenant = currentTenant.Id is { } id ? Path.Combine("tenants", id.ToString("D")) : "host";
        var folder = Inside(Path.Combine(files.BasePath, tenant), files.AppendContainerNameToBasePath ? args.ContainerName : ".");
        return Inside(folder, args.BlobName);
    }

    private static string Inside(string folder, string name)
    {
        var (root, path) = (Path.GetFullPath(folder), Path.GetFullPath(Path.Combine(folder, name)));
        return path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new AbpException($"The name '{name}' leads out of its folder.");
    }
}
