using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.VirtualFileSystem;

public interface IVirtualFileProvider : IFileProvider;

/// <summary>The last file set added wins, so a host may replace a module's file.</summary>
internal class VirtualFileProvider(IOptions<AbpVirtualFileSystemOptions> options) : IVirtualFileProvider, ISingletonDependency
{
    private readonly IFileProvider[] _providers = Enumerable.Reverse(options.Value.FileSets).Select(set => set.FileProvider).ToArray();

    public IFileInfo GetFileInfo(string subpath) =>
        _providers.Select(provider => provider.GetFileInfo(subpath)).FirstOrDefault(file => file.Exists) ?? new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) =>
        _providers.Select(provider => provider.GetDirectoryContents(subpath)).FirstOrDefault(folder => folder.Exists) ?? NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
