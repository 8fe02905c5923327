using Kernel.Monetary;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kernel.Forms;

internal sealed class DisplayModelBinderProvider : IModelBinderProvider
{
    private static readonly Dictionary<Type, IModelBinder> Binders = new()
    {
        [typeof(DateOnly)] = new DisplayModelBinder("InvalidDate", DisplayModelBinder.Date),
        [typeof(DateTime)] = new DisplayModelBinder("InvalidDateTime", DisplayModelBinder.Instant),
        [typeof(TimeOnly)] = new DisplayModelBinder("InvalidTime", DisplayModelBinder.Time),
        [typeof(int)] = new DisplayModelBinder("InvalidWhole", DisplayModelBinder.Whole),
        [typeof(long)] = new DisplayModelBinder("InvalidWhole", DisplayModelBinder.Whole),
        [typeof(decimal)] = new DisplayModelBinder("InvalidNumber", DisplayModelBinder.Number),
        [typeof(Money)] = new DisplayModelBinder("InvalidAmount", DisplayModelBinder.Money),
    };

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        IsFromPage(context.BindingInfo.BindingSource) ? Binders.GetValueOrDefault(context.Metadata.UnderlyingOrModelType) : null;

    /// <summary>Bodies and headers are machine text.</summary>
    private static bool IsFromPage(BindingSource? source) =>
        source is null || source.CanAcceptDataFrom(BindingSource.Form) || source.CanAcceptDataFrom(BindingSource.Query) || source.CanAcceptDataFrom(BindingSource.ModelBinding);
}
