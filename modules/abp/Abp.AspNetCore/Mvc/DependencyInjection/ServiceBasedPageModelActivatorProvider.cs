using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.DependencyInjection;

/// <summary>Page models come from the container, so that they are replaceable and get their properties.</summary>
internal class ServiceBasedPageModelActivatorProvider : IPageModelActivatorProvider
{
    public Func<PageContext, object> CreateActivator(CompiledPageActionDescriptor descriptor)
    {
        var type = descriptor.ModelTypeInfo!.AsType();
        return context => context.HttpContext.RequestServices.GetRequiredService(type);
    }

    public Action<PageContext, object>? CreateReleaser(CompiledPageActionDescriptor descriptor) => null;
}
