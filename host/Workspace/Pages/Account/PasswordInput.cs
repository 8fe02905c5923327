using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace Workspace.Pages.Account;

/// <summary>A new password, typed twice, in place of the current one.</summary>
public class PasswordInput : IValidatableObject
{
    [Required, MaxLength(128), DataType(DataType.Password)]
    public string CurrentPassword { get; set; } = "";

    [Required, MaxLength(128), DataType(DataType.Password)]
    public string NewPassword { get; set; } = "";

    [Required, DataType(DataType.Password)]
    public string Again { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<WorkspaceResource>>();
        if (NewPassword != Again) { yield return new ValidationResult(texts["NewPassword:Differ"], [nameof(Again)]); }
        if (NewPassword == CurrentPassword) { yield return new ValidationResult(texts["NewPassword:Same"], [nameof(NewPassword)]); }
    }
}
