using Volo.Abp.Localization;

namespace Kernel;

/// <summary>Words every module uses. Other resources take it as base: <c>AddBaseTypes(typeof(KernelResource))</c>.</summary>
[LocalizationResourceName("Kernel")]
public class KernelResource;
