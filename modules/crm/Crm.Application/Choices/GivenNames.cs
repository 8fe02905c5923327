using Microsoft.Extensions.Localization;

namespace Crm.Choices;

/// <summary>What came with the product is called in the reader's language until somebody names it.</summary>
internal static class GivenNames
{
    public static string NameOf(this IStringLocalizer texts, string list, string? code, string? name) => name ?? texts[$"{list}.{code}"];
}
