using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Volo.Abp.Validation;

/// <summary>The texts of the standard attributes that name none of their own.</summary>
internal static class ValidationMessages
{
    /// <returns>The English template, which is also the key of the text; null for an attribute that is not standard or has its own text.</returns>
    public static string? TemplateOrNull(ValidationAttribute attribute)
    {
        if (attribute.ErrorMessageResourceName is not null || HasOwnMessage(attribute))
        {
            return null;
        }
        return attribute switch
        {
            RequiredAttribute => "The {0} field is required.",
            StringLengthAttribute { MinimumLength: > 0 } => "The field {0} must be a string with a minimum length of {2} and a maximum length of {1}.",
            StringLengthAttribute => "The field {0} must be a string with a maximum length of {1}.",
            RangeAttribute => "The field {0} must be between {1} and {2}.",
            MaxLengthAttribute => "The field {0} must be a string or array type with a maximum length of '{1}'.",
            MinLengthAttribute => "The field {0} must be a string or array type with a minimum length of '{1}'.",
            RegularExpressionAttribute => "The field {0} must match the regular expression '{1}'.",
            CompareAttribute => "'{0}' and '{1}' do not match.",
            EmailAddressAttribute => "The {0} field is not a valid e-mail address.",
            PhoneAttribute => "The {0} field is not a valid phone number.",
            UrlAttribute => "The {0} field is not a valid fully-qualified http, https, or ftp URL.",
            _ => null
        };
    }

    public static string Localize(IStringLocalizer texts, string template, ValidationAttribute attribute, string displayName) =>
        string.Format(CultureInfo.CurrentCulture, texts[template].Value, [displayName, .. Arguments(attribute)]);

    private static object?[] Arguments(ValidationAttribute attribute) => attribute switch
    {
        StringLengthAttribute length => [length.MaximumLength, length.MinimumLength],
        RangeAttribute range => [range.Minimum, range.Maximum],
        MaxLengthAttribute max => [max.Length],
        MinLengthAttribute min => [min.Length],
        RegularExpressionAttribute expression => [expression.Pattern],
        CompareAttribute compare => [compare.OtherPropertyDisplayName ?? compare.OtherProperty],
        _ => []
    };

    /// <remarks>The data type attributes (e-mail, phone, URL) return null here as well when nothing was set.</remarks>
    private static bool HasOwnMessage(ValidationAttribute attribute) => !string.IsNullOrEmpty(attribute.ErrorMessage);
}
