using Volo.Abp.Localization;

namespace Kernel.Localization;

/// <summary>Texts of the shared interface parts and of the workspace's shell.</summary>
[LocalizationResourceName("KernelWeb")]
public class KernelWebResource;
