using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Workspace.ApiKeys;

namespace Workspace.Pages.Account.My;

/// <summary>A new key: for what, for how long, with which of my permissions.</summary>
public class NewKeyModel(ApiKeyManager keys, IPermissionDefinitionManager definitions, IPermissionChecker checker, IStringLocalizerFactory texts) : AccountPageModel
{
    [BindProperty]
    public KeyInput Input { get; set; } = new();

    public IReadOnlyList<ChoiceGroup> Groups { get; private set; } = [];
    public IEnumerable<SelectListItem> Lifetimes => ApiKeyManager.Lifetimes.Select(days => new SelectListItem(L["ApiKey:Days", Display.Number(days)], days.ToString(CultureInfo.InvariantCulture)));

    public class KeyInput
    {
        [Required, MaxLength(ApiKey.MaxNameLength)]
        public string Name { get; set; } = "";

        public string Days { get; set; } = "90";
        public List<string> Permissions { get; set; } = [];
    }

    public record ChoiceGroup(string Name, IReadOnlyList<Choice> Choices);

    /// <param name="Depth">How far below its group, from 0.</param>
    public record Choice(string Permission, string Name, int Depth);

    public virtual async Task OnGetAsync()
    {
        var all = (await definitions.GetPermissionsAsync()).Select(permission => permission.Name).ToArray();
        var mine = (await checker.IsGrantedAsync(all)).Result.Where(grant => grant.Value == PermissionGrantResult.Granted).Select(grant => grant.Key).ToHashSet();
        Groups = [.. (await definitions.GetGroupsAsync())
            .Select(group => new ChoiceGroup(group.DisplayName.Localize(texts), [.. group.Permissions.SelectMany(permission => ChoicesOf(permission, 0)).Where(choice => mine.Contains(choice.Permission))]))
            .Where(group => group.Choices.Count > 0)];
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) { return Retry(); }
        TempData[KeysModel.FreshKeyName] = await keys.CreateAsync(Input.Name, Input.Permissions, int.TryParse(Input.Days, CultureInfo.InvariantCulture, out var days) ? days : 0);
        return RedirectToPage("Keys");
    }

    private IEnumerable<Choice> ChoicesOf(PermissionDefinition permission, int depth) => permission.Children
        .SelectMany(child => ChoicesOf(child, depth + 1)).Prepend(new Choice(permission.Name, permission.DisplayName.Localize(texts), depth));
}
