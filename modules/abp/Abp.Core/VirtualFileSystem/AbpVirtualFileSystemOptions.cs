using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace Volo.Abp.VirtualFileSystem;

public class AbpVirtualFileSystemOptions
{
    /// <summary>A later set hides the same path of an earlier one.</summary>
    public VirtualFileSetList FileSets { get; } = new();
}

public class VirtualFileSetList : List<VirtualFileSetInfo>;

public class VirtualFileSetInfo(IFileProvider fileProvider)
{
    public IFileProvider FileProvider { get; } = fileProvider;
}

public static class VirtualFileSetListExtensions
{
    private const string Manifest = "Microsoft.Extensions.FileProviders.Embedded.Manifest.xml";

    /// <summary>Adds the files embedded in the assembly of <typeparamref name="T"/>, which must carry an embedded files manifest.</summary>
    /// <param name="list">Where to add.</param>
    /// <param name="baseNamespace">Has a meaning for assemblies without a manifest only.</param>
    /// <param name="baseFolder">The folder of the project that becomes the root.</param>
    public static void AddEmbedded<T>(this VirtualFileSetList list, string? baseNamespace = null, string? baseFolder = null)
    {
        var assembly = typeof(T).Assembly;
        if (assembly.GetManifestResourceInfo(Manifest) is null)
        {
            throw new NotSupportedException(
                $"{assembly.GetName().Name} embeds no files manifest: set GenerateEmbeddedFilesManifest in its project file.");
        }
        list.Add(new VirtualFileSetInfo(ProviderFor(assembly, baseFolder)));
    }

    private static ManifestEmbeddedFileProvider ProviderFor(Assembly assembly, string? baseFolder) => baseFolder is null
        ? new ManifestEmbeddedFileProvider(assembly)
        : new ManifestEmbeddedFileProvider(assembly, baseFolder);
}
