using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.Localization;
using Volo.Abp.Validation;
using Volo.Abp.Validation.Localization;

namespace Volo.Abp.AspNetCore.Mvc.DataAnnotations;

/// <summary>Words messages by the assembly's resource, then the default resource, then that of the standard messages.</summary>
internal class DataAnnotationsLocalizationSetup(IOptions<AbpMvcDataAnnotationsLocalizationOptions> resources)
    : IConfigureOptions<MvcDataAnnotationsLocalizationOptions>
{
    public void Configure(MvcDataAnnotationsLocalizationOptions options) => options.DataAnnotationLocalizerProvider = (type, factory) =>
    {
        var localizers = new List<IStringLocalizer>();
        if (resources.Value.AssemblyResources.TryGetValue(type.Assembly, out var resource))
        {
            localizers.Add(factory.Create(resource));
        }
        if (factory.CreateDefaultOrNull() is { } fallback)
        {
            localizers.Add(fallback);
        }
        localizers.Add(factory.Create(typeof(AbpValidationResource)));
        return new FirstKnownLocalizer(localizers);
    };
}

internal class FirstKnownLocalizer(IReadOnlyList<IStringLocalizer> localizers) : IStringLocalizer
{
    public LocalizedString this[string name] => (localizers.FirstOrDefault(each => !each[name].ResourceNotFound) ?? localizers[^1])[name];

    public LocalizedString this[string name, params object[] arguments] =>
        (localizers.FirstOrDefault(each => !each[name].ResourceNotFound) ?? localizers[^1])[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        localizers.SelectMany(each => each.GetAllStrings(includeParentCultures)).DistinctBy(text => text.Name);
}

/// <summary>Makes MVC look up the messages of standard attributes and of its own binding, in the reader's language.</summary>
internal class ValidationMessagesSetup(
    IStringLocalizerFactory factory, IOptions<AbpMvcDataAnnotationsLocalizationOptions> resources) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var texts = factory.Create(typeof(AbpValidationResource));
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => texts["The value '{0}' is not valid for {1}.", value, name]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["The value '{0}' is invalid.", value]);
        messages.SetUnknownValueIsInvalidAccessor(name => texts["The supplied value is invalid for {0}.", name]);
        messages.SetValueIsInvalidAccessor(value => texts["The value '{0}' is invalid.", value]);
        messages.SetValueMustNotBeNullAccessor(value => texts["The value '{0}' is invalid.", value]);
        messages.SetValueMustBeANumberAccessor(name => texts["The field {0} must be a number.", name]);
        messages.SetMissingBindRequiredValueAccessor(name => texts["A value for the '{0}' parameter or property was not provided.", name]);
        messages.SetMissingKeyOrValueAccessor(() => texts["A value is required."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["A non-empty request body is required."]);

        options.ModelMetadataDetailsProviders.Add(new StandardMessageProvider());
        options.ModelMetadataDetailsProviders.Add(new DisplayNameProvider(factory, resources));
    }
}

/// <summary>Gives standard attributes their message as a key, since MVC localizes explicit messages only.</summary>
internal class StandardMessageProvider : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (ValidationMessages.TemplateOrNull(attribute) is { } template)
            {
                attribute.ErrorMessage = template;
            }
        }
    }
}

/// <summary>A field without a display name of its own is called by the text <c>DisplayName:Field</c> or <c>Field</c>.</summary>
internal class DisplayNameProvider(IStringLocalizerFactory factory, IOptions<AbpMvcDataAnnotationsLocalizationOptions> resources)
    : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.DisplayMetadata.DisplayName is not null || context.Key is not { Name: { } name, ContainerType: { } container }
            || context.Attributes.Any(attribute => attribute is DisplayAttribute or System.ComponentModel.DisplayNameAttribute)
            || !resources.Value.AssemblyResources.TryGetValue(container.Assembly, out var resource))
        {
            return;
        }
        var texts = factory.Create(resource);
        context.DisplayMetadata.DisplayName = () => texts["DisplayName:" + name] is { ResourceNotFound: false } named ? named : texts[name];
    }
}
