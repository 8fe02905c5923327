using System.ComponentModel.DataAnnotations;
using Crm.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Crm;

internal static class ValidationTexts
{
    public static string Text(this ValidationContext context, string key) =>
        context.GetRequiredService<IStringLocalizer<CrmResource>>()[key];
}
