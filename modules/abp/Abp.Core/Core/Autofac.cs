using Microsoft.Extensions.Hosting;
using Volo.Abp.Modularity;

namespace Volo.Abp.Autofac
{
    public class AbpAutofacModule : AbpModule;
}

namespace Volo.Abp
{
    public static class AbpAutofacAbpApplicationCreationOptionsExtensions
    {
        /// <summary>Nothing to do: the conventional registrar does what ABP leaves to Autofac.</summary>
        public static void UseAutofac(this AbpApplicationCreationOptions options) => ArgumentNullException.ThrowIfNull(options);
    }
}

namespace Microsoft.Extensions.Hosting
{
    public static class AbpAutofacHostBuilderExtensions
    {
        /// <summary>Nothing to do: the conventional registrar does what ABP leaves to Autofac.</summary>
        public static IHostBuilder UseAutofac(this IHostBuilder hostBuilder) => hostBuilder;
    }
}
