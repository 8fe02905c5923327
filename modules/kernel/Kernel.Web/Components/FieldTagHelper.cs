using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kernel.Displaying;
using Kernel.Forms;
using Kernel.Localization;
using Kernel.Monetary;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kernel.Components;

/// <summary>A form's field: label, input as the reader types, hint and error. What was typed stays when the form comes back.</summary>
[HtmlTargetElement("ui-field", Attributes = "for")]
public class FieldTagHelper(IDisplay display, IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string? Label { get; set; }
    public string? Hint { get; set; }
    /// <summary>text, textarea, select, checkbox, date, datetime, time, money, number, password, email, tel, search, file or hidden; by the property's type when left out.</summary>
    public string? Type { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    /// <summary>The first choice of a select that may stay empty.</summary>
    public string? Blank { get; set; }
    /// <summary>Offered while a text is typed; another may be typed as well.</summary>
    public IEnumerable<string>? Suggestions { get; set; }
    public string? Placeholder { get; set; }
    /// <summary>Marks the field as required; by the property's attributes when left out.</summary>
    public bool? Required { get; set; }
    public bool Disabled { get; set; }
    public bool Autofocus { get; set; }
    public string? Autocomplete { get; set; }
    /// <summary>Of a textarea.</summary>
    public int Rows { get; set; } = 3;
    /// <summary>Of an amount kept as decimal; a Money brings its own.</summary>
    public string? Currency { get; set; }
    /// <summary>Words behind the input, such as a unit.</summary>
    public string? Suffix { get; set; }
    /// <summary>Text that is always left to right: codes, mail, telephones.</summary>
    public bool Ltr { get; set; }
    /// <summary>The whole width of the form's grid.</summary>
    public bool Wide { get; set; }
    /// <summary>No visible label, for a table of lines whose head names the column.</summary>
    public bool Bare { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    private string Name { get; set; } = "";
    private string Id { get; set; } = "";
    private ModelStateEntry? State { get; set; }
    private Type Kind => For.Metadata.UnderlyingOrModelType;
    private string? AmountCurrency => For.Model is Money money && money.Currency is not null ? money.Currency : Currency ?? (Kind == typeof(Money) ? Currencies.Rial : null);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        State = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry : null;
        var type = Type ?? DefaultType();
        if (type == "hidden")
        {
            output.TagName = null;
            output.Content.SetHtmlContent(Input("hidden"));
            return;
        }
        var error = Named(State?.Errors.FirstOrDefault()?.ErrorMessage);
        var control = Control(type, error is not null);
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-field" + (Wide || type == "textarea" ? " ui-wide" : "") + (type == "checkbox" ? " ui-field-check" : ""));
        output.Content.SetHtmlContent(Markup.Html(
            type == "checkbox" || Bare ? null : LabelTag(),
            control,
            type == "checkbox" ? LabelTag() : null,
            Suggestions is null ? null : Markup.Of("datalist", null, [.. Suggestions.Select(text => Markup.Of("option", null).With("value", text))]).With("id", Id + "-list"),
            string.IsNullOrEmpty(Hint) ? null : Markup.Of("p", "ui-hint", Markup.Text(Hint)).With("id", Id + "-hint"),
            error is null ? null : Markup.Of("p", "ui-error", Markup.Icon("alert"), Markup.Text(error)).With("id", Id + "-error")));
    }

    private string DefaultType() =>
        Items is not null ? "select"
        : Kind == typeof(bool) ? "checkbox"
        : Kind == typeof(DateOnly) ? "date"
        : Kind == typeof(DateTime) ? "datetime"
        : Kind == typeof(TimeOnly) ? "time"
        : Kind == typeof(Money) ? "money"
        : Kind == typeof(decimal) ? Currency is null ? "number" : "money"
        : Kind == typeof(int) || Kind == typeof(long) ? "number"
        : "text";

    private Element LabelTag() => Markup.Of("label", "ui-label", Markup.Text(Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName),
        IsRequired ? Markup.Of("span", "ui-required", Markup.Text("*")).With("title", texts["RequiredMark"]) : null).With("for", Id);

    /// <summary>Validation knows the property's name; people know the field's label.</summary>
    private string? Named(string? error) =>
        Label is not null && (For.Metadata.DisplayName ?? For.Metadata.PropertyName) is { } name ? error?.Replace(name, Label) : error;

    private bool IsRequired => Required ?? For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();

    private IHtmlContent Control(string type, bool failed) => type switch
    {
        "textarea" => Common(Markup.Of("textarea", "form-control", Markup.Text("\n" + Value())), failed).With("rows", Rows.ToString(CultureInfo.InvariantCulture)),
        "select" => Common(Markup.Of("select", "form-select", [.. Options()]), failed),
        "checkbox" => Checkbox(failed),
        "date" => Group(Common(Input("text"), failed).With("data-date", display.Settings.Calendar.ToString().ToLowerInvariant()).With("placeholder", Placeholder ?? display.DateInput(display.Today)).With("dir", "ltr"), Markup.Icon("calendar")),
        "datetime" => Group(Common(Input("text"), failed).With("data-date", display.Settings.Calendar.ToString().ToLowerInvariant()).With("data-date-time").With("dir", "ltr"), Markup.Icon("calendar")),
        "time" => Group(Common(Input("text"), failed).With("inputmode", "numeric").With("dir", "ltr"), Markup.Icon("clock")),
        "money" => Money(failed),
        "number" => Suffixed(Common(Input("text"), failed).With("inputmode", "decimal").With("dir", "ltr"), Suffix),
        "file" => Common(Input("file"), failed),
        _ => Suffixed(Common(Input(type), failed).With("dir", Ltr || type is "email" or "tel" or "password" ? "ltr" : null), Suffix),
    };

    private IHtmlContent Money(bool failed)
    {
        var currency = AmountCurrency;
        var input = Common(Input("text"), failed).With("inputmode", "decimal").With("data-money").With("dir", "ltr");
        return currency is null ? input : Markup.Html(
            Suffixed(input, display.Unit(currency)),
            Hidden(Name + DisplayModelBinder.CurrencySuffix, currency),
            currency == Currencies.Rial ? Hidden(Name + DisplayModelBinder.UnitSuffix, PostedUnit()) : null);
    }

    /// <summary>Typed text comes back together with the unit it was typed in.</summary>
    private string PostedUnit() => display.Settings.RialUnit.ToString();

    private IHtmlContent Checkbox(bool failed)
    {
        var box = Common(Markup.Of("input", "form-check-input").Alone().With("type", "checkbox").With("value", "true"), failed);
        if (Value().StartsWith("true", StringComparison.OrdinalIgnoreCase))
        {
            box.With("checked", "checked");
        }
        return Markup.Html(box, Hidden(Name, "false"));
    }

    private Element Input(string type)
    {
        var input = Markup.Of("input", type == "hidden" ? null : "form-control").Alone().With("type", type).With("name", Name).With("id", Id);
        return type is "password" or "file" ? input : input.With("value", Value());
    }

    private Element Common(Element control, bool failed)
    {
        control.With("name", Name).With("id", Id);
        if (failed)
        {
            control.WithCss("is-invalid").With("aria-invalid", "true");
        }
        var hint = string.IsNullOrEmpty(Hint) ? null : Id + "-hint";
        var length = For.Metadata.ValidatorMetadata.Select(v => v switch { StringLengthAttribute s => s.MaximumLength, MaxLengthAttribute m => m.Length, _ => 0 }).FirstOrDefault(max => max > 0);
        return control
            .With("aria-describedby", !failed ? hint : hint is null ? Id + "-error" : $"{Id}-error {hint}")
            .With("aria-required", IsRequired ? "true" : null)
            .With("aria-label", Bare ? Label : null)
            .With("placeholder", Placeholder)
            .With("list", Suggestions is null ? null : Id + "-list")
            .With("autocomplete", Autocomplete ?? (control.Tag == "input" ? "off" : null))
            .With("maxlength", length > 0 && Kind == typeof(string) ? length.ToString(CultureInfo.InvariantCulture) : null)
            .With("disabled", Disabled ? "disabled" : null)
            .With("autofocus", Autofocus ? "autofocus" : null);
    }

    private IEnumerable<IHtmlContent> Options()
    {
        var chosen = State?.AttemptedValue ?? (For.Model is int or long ? Convert.ToString(For.Model, CultureInfo.InvariantCulture)! : Value()); // a choice is no text that the reader types
        if (Blank is not null)
        {
            yield return Markup.Of("option", null, Markup.Text(Blank)).With("value", "");
        }
        foreach (var item in Items ?? [])
        {
            var option = Markup.Of("option", null, Markup.Text(item.Text)).With("value", item.Value ?? item.Text);
            yield return (State?.AttemptedValue is null && chosen.Length == 0 ? item.Selected : (item.Value ?? item.Text) == chosen)
                ? option.With("selected", "selected") : option;
        }
    }

    /// <returns>What was typed, else the model's value as the reader types it.</returns>
    private string Value() => State?.AttemptedValue ?? For.Model switch
    {
        null => "",
        string text => text,
        DateOnly date => date == default ? "" : display.DateInput(date),
        DateTime instant => instant == default ? "" : display.DateTimeInput(instant),
        TimeOnly time => display.Digits(time.ToString("HH:mm", CultureInfo.InvariantCulture)),
        Money money => money.Currency is null ? "" : display.AmountInput(money),
        decimal amount when AmountCurrency is { } currency && Currencies.IsKnown(currency) => display.AmountInput(Monetary.Money.Of(amount, currency)),
        decimal number => display.NumberInput(number),
        int number => display.NumberInput(number),
        long number => display.NumberInput(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static Element Hidden(string name, string value) =>
        Markup.Of("input", null).Alone().With("type", "hidden").With("name", name).With("value", value);

    private static IHtmlContent Suffixed(Element input, string? suffix) =>
        string.IsNullOrEmpty(suffix) ? input : Group(input, Markup.Of("span", "ui-suffix", Markup.Text(suffix)));

    private static Element Group(IHtmlContent input, IHtmlContent end) => Markup.Of("div", "ui-input", input, end);
}
