using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.Settings;

namespace Workspace.Pages.Administration.Settings;

public abstract class SettingPageModel : AdministrationPageModel
{
    /// <summary>What is set here, by the settings' names.</summary>
    [BindProperty] public Dictionary<string, string?> Values { get; set; } = [];

    public IReadOnlyList<SettingGroupDto> Groups { get; private set; } = [];

    public static string IconOf(string group) => group switch
    {
        "Display" => "language", "SignIn" => "lock", "Emailing" => "email", _ => "invoice"
    };

    protected void Show(IReadOnlyList<SettingGroupDto> groups)
    {
        Groups = groups;
        Values = groups.SelectMany(group => group.Rows).ToDictionary(row => row.Name, row => row.Value);
    }
}
