using Kernel.Displaying;
using Kernel.Localization;
using Kernel.Monetary;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Kernel.Forms;

/// <summary>
/// Reads dates, numbers and amounts as the reader types them. What cannot be read stays in the form beside a message in his language.
/// </summary>
internal sealed class DisplayModelBinder(string error, Func<ModelBindingContext, IDisplay, string, object?> read) : IModelBinder
{
    /// <summary>Suffixes of the hidden fields that <c>ui-field type="money"</c> posts beside an amount.</summary>
    public const string CurrencySuffix = ".Currency", UnitSuffix = ".Unit";

    public Task BindModelAsync(ModelBindingContext context)
    {
        var posted = context.ValueProvider.GetValue(context.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        context.ModelState.SetModelValue(context.ModelName, posted);
        var text = posted.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            Empty(context);
            return Task.CompletedTask;
        }
        var services = context.HttpContext.RequestServices;
        if (read(context, services.GetRequiredService<IDisplay>(), text) is { } value)
        {
            context.Result = ModelBindingResult.Success(value);
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, services.GetRequiredService<IStringLocalizer<KernelWebResource>>()[error, text]);
        }
        return Task.CompletedTask;
    }

    /// <summary>An empty box is no value; a type that needs one says so in the reader's language.</summary>
    private static void Empty(ModelBindingContext context)
    {
        if (context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
            return;
        }
        var texts = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<KernelWebResource>>();
        context.ModelState.TryAddModelError(context.ModelName, texts["Required"]);
    }

    public static object? Date(ModelBindingContext _, IDisplay display, string text) => display.TryParseDate(text, out var date) ? date : null;
    public static object? Instant(ModelBindingContext _, IDisplay display, string text) => display.TryParseDateTime(text, out var utc) ? utc : null;
    public static object? Time(ModelBindingContext _, IDisplay display, string text) => display.TryParseTime(text, out var time) ? time : null;

    public static object? Whole(ModelBindingContext context, IDisplay display, string text)
    {
        if (!display.TryParseNumber(text, out var number) || number != decimal.Truncate(number))
        {
            return null;
        }
        var isInt = context.ModelMetadata.UnderlyingOrModelType == typeof(int);
        return isInt ? number is >= int.MinValue and <= int.MaxValue ? (int)number : null
            : number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }

    public static object? Number(ModelBindingContext context, IDisplay display, string text)
    {
        var currency = Beside(context, CurrencySuffix);
        if (currency is null)
        {
            return display.TryParseNumber(text, out var number) ? number : null;
        }
        return display.TryParseMoney(text, currency, Unit(context), out var money) ? money.ToDecimal() : null;
    }

    public static object? Money(ModelBindingContext context, IDisplay display, string text) =>
        display.TryParseMoney(text, Beside(context, CurrencySuffix) ?? Currencies.Rial, Unit(context), out var money) ? money : null;

    /// <summary>The unit that the form showed, which need not be the one chosen since in another window.</summary>
    private static RialUnit Unit(ModelBindingContext context) =>
        Beside(context, UnitSuffix) == nameof(RialUnit.Toman) ? RialUnit.Toman : RialUnit.Rial;

    private static string? Beside(ModelBindingContext context, string suffix) =>
        context.ValueProvider.GetValue(context.ModelName + suffix).FirstValue;
}
