using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.TenantManagement;
using Workspace.Administration.Tenants;

namespace Workspace.Pages.Administration.Tenants;

[Authorize(TenantManagementPermissions.Tenants.Default)]
public class DetailsModel(TenantAppService tenants) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public NameInput Rename { get; set; } = new();
    [BindProperty] public DatabaseInput Database { get; set; } = new();
    [BindProperty] public DeleteInput Delete { get; set; } = new();

    public TenantDto Tenant { get; private set; } = null!;
    public IReadOnlyList<TenantFeatureGroup> Features { get; private set; } = [];
    public bool MayManageDatabase { get; private set; }
    public bool MayRename { get; private set; }
    public bool MayDelete { get; private set; }

    public class NameInput
    {
        [Required, StringLength(64)]
        public string Name { get; set; } = "";
    }

    public class DatabaseInput
    {
        [StringLength(1024)]
        public string? ConnectionString { get; set; }
    }

    public class DeleteInput
    {
        [Required, StringLength(64)]
        public string TypedName { get; set; } = "";
    }

    public static string Tone(TenantDatabaseState state) => state switch
    {
        TenantDatabaseState.Unreachable => "bad", TenantDatabaseState.Behind => "warn", TenantDatabaseState.Ready => "good", _ => "neutral"
    };

    public virtual async Task OnGetAsync()
    {
        Tenant = await tenants.GetAsync(Id);
        Rename.Name = Tenant.Name;
        MayManageDatabase = await MayAsync(TenantManagementPermissions.Tenants.ManageConnectionStrings);
        MayRename = await MayAsync(TenantManagementPermissions.Tenants.Update);
        MayDelete = await MayAsync(TenantManagementPermissions.Tenants.Delete);
        if (await MayAsync(TenantManagementPermissions.Tenants.ManageFeatures)) { Features = await tenants.GetFeaturesAsync(Id); }
    }

    public virtual async Task<IActionResult> OnPostFeaturesAsync(Dictionary<string, string> values)
    {
        await tenants.SetFeaturesAsync(Id, values);
        return Saved();
    }

    public virtual async Task<IActionResult> OnPostEditionAsync(TenantEdition edition)
    {
        await tenants.SetEditionAsync(Id, edition);
        return Saved();
    }

    public virtual async Task<IActionResult> OnPostDatabaseAsync()
    {
        await tenants.SetDatabaseAsync(Id, Database.ConnectionString);
        return Saved();
    }

    public virtual async Task<IActionResult> OnPostRenameAsync()
    {
        await tenants.RenameAsync(Id, Rename.Name);
        return Saved();
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync()
    {
        await tenants.DeleteAsync(Id, Delete.TypedName);
        Toast(L["Tenant:Deleted"]);
        return RedirectToPage("Index");
    }

    private RedirectToPageResult Saved()
    {
        return Done(L["Saved"]);
    }
}
