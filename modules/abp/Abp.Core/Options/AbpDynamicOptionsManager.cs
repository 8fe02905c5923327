using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.Options;

namespace Volo.Abp.Options
{
    /// <summary>Options whose values depend on the request, such as on its tenant's settings: taken over by <c>SetAsync</c>, once for each scope.</summary>
    public abstract class AbpDynamicOptionsManager<T> : OptionsManager<T> where T : class
    {
        protected AbpDynamicOptionsManager(IOptionsFactory<T> factory) : base(factory)
        {
        }

        public Task SetAsync() => SetAsync(Microsoft.Extensions.Options.Options.DefaultName);

        public virtual Task SetAsync(string name) => OverrideOptionsAsync(name, Get(name));

        protected abstract Task OverrideOptionsAsync(string name, T options);
    }
}

namespace Microsoft.Extensions.Options
{
    public static class OptionsAbpDynamicOptionsManagerExtensions
    {
        /// <exception cref="Volo.Abp.AbpException">The options are not dynamic.</exception>
        public static Task SetAsync<T>(this IOptions<T> options) where T : class => options.Manager().SetAsync();

        public static Task SetAsync<T>(this IOptions<T> options, string name) where T : class => options.Manager().SetAsync(name);

        private static AbpDynamicOptionsManager<T> Manager<T>(this IOptions<T> options) where T : class =>
            options as AbpDynamicOptionsManager<T> ?? throw new Volo.Abp.AbpException($"Options of {typeof(T).FullName} are not dynamic.");
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ServiceCollectionDynamicOptionsManagerExtensions
    {
        public static IServiceCollection AddAbpDynamicOptions<TOptions, TManager>(this IServiceCollection services)
            where TOptions : class where TManager : AbpDynamicOptionsManager<TOptions>
        {
            services.Replace(ServiceDescriptor.Scoped<IOptions<TOptions>, TManager>());
            services.Replace(ServiceDescriptor.Scoped<IOptionsSnapshot<TOptions>, TManager>());
            return services;
        }
    }
}
