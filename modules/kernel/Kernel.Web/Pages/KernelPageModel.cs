using System.Reflection;
using Kernel.Displaying;
using Kernel.Components;
using Kernel.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Net.Http.Headers;
using Volo.Abp.AspNetCore.Mvc.UI.RazorPages;

namespace Kernel.Web;

/// <summary>Base of every page: what the reader sees dates and amounts in, answers for htmx, flash messages.</summary>
public abstract class KernelPageModel : AbpPageModel
{
    protected KernelPageModel() => LocalizationResourceType = typeof(KernelWebResource);

    public IDisplay Display => LazyServiceProvider.LazyGetRequiredService<IDisplay>();

    /// <summary>The reader's day, in his time zone.</summary>
    public DateOnly Today => Display.Today;

    /// <summary>The form was refused and is shown again: what was typed is laid over what this GET reads.</summary>
    protected bool IsRetry => HttpContext.Items.ContainsKey(RetryResult.Key);

    /// <summary>The partial for an htmx request; the page for a browser, a boosted link or a history restore.</summary>
    protected virtual IActionResult PageOr(string partialName)
    {
        Response.Headers.Append(HeaderNames.Vary, "HX-Request, HX-Boosted");
        if (!Request.IsForFragment())
        {
            return Page();
        }
        Flash.SendTo(Response, TempData);
        return Partial(partialName, this);
    }

    /// <summary>A partial with its own model, for a part that is only ever a fragment, such as the next rows of a list.</summary>
    protected virtual IActionResult Fragment(string partialName, object? model = null)
    {
        Flash.SendTo(Response, TempData);
        return Partial(partialName, model ?? this);
    }

    /// <summary>Choices of a <c>ui-lookup</c>.</summary>
    protected virtual IActionResult Lookup(IEnumerable<LookupItem> items) => Partial("_UiLookup", items.ToList());

    /// <summary>An enumeration's values as choices, with the texts <c>Enum:TypeName.Value</c> of the page's resource.</summary>
    public virtual List<SelectListItem> Choices<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new SelectListItem(L[$"Enum:{typeof(T).Name}.{value}"], value.ToString()))];

    /// <summary>Shown once on the next page or fragment.</summary>
    protected virtual void Toast(string message, string tone = "good") => Flash.Keep(TempData, message, tone);

    /// <summary>After an act: says what was done and reads the same page anew.</summary>
    protected virtual RedirectToPageResult Done(string message)
    {
        Toast(message);
        return RedirectToPage();
    }

    /// <summary>Shows the form again with its errors and everything that was typed, as status 422. Same as letting <c>ValidateModel()</c> throw.</summary>
    protected virtual IActionResult Retry() => new RetryResult();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await base.OnPageHandlerExecutionAsync(context, next);
        if (IsRetry)
        {
            await LayTypedOverReadAsync();
        }
    }

    private async Task LayTypedOverReadAsync()
    {
        var values = await CompositeValueProvider.CreateAsync(PageContext, PageContext.ValueProviderFactories);
        var factory = LazyServiceProvider.LazyGetRequiredService<IModelBinderFactory>();
        foreach (var property in PageContext.ActionDescriptor.BoundProperties.Where(p => values.ContainsPrefix(p.Name)))
        {
            var info = GetType().GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance)!;
            var metadata = MetadataProvider.GetMetadataForType(property.ParameterType);
            // Errors are known already: binding once more into a state of its own only brings the values back.
            var binding = DefaultModelBindingContext.CreateBindingContext(PageContext, values, metadata, property.BindingInfo, property.Name);
            binding.ModelState = new ModelStateDictionary();
            binding.Model = info.GetValue(this);
            var binder = factory.CreateBinder(new ModelBinderFactoryContext { Metadata = metadata, BindingInfo = property.BindingInfo, CacheToken = property });
            await binder.BindModelAsync(binding);
            if (binding.Result.IsModelSet && info.CanWrite)
            {
                info.SetValue(this, binding.Result.Model);
            }
        }
    }
}
