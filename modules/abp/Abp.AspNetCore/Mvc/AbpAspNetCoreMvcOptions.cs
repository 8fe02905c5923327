using Volo.Abp.AspNetCore.Mvc.Conventions;

namespace Volo.Abp.AspNetCore.Mvc;

public class AbpAspNetCoreMvcOptions
{
    /// <summary>Assemblies whose application services are endpoints.</summary>
    public AbpConventionalControllerOptions ConventionalControllers { get; } = new();

    /// <summary>Also serves what is marked with <see cref="IntegrationServiceAttribute"/>.</summary>
    public bool ExposeIntegrationServices { get; set; }

    /// <summary>Refuses an API call with a wrong input before its method runs.</summary>
    public bool AutoModelValidation { get; set; } = true;
}
