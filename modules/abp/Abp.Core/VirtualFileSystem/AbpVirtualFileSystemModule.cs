using Volo.Abp.Modularity;

namespace Volo.Abp.VirtualFileSystem;

/// <summary>Files embedded in module assemblies, seen as one tree.</summary>
public class AbpVirtualFileSystemModule : AbpModule;
