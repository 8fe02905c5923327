using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;
using System.Security.Claims;

namespace Workspace.Leavers;

public static class LeaverPermissions
{
    public const string GroupName = "Workspace";

    /// <summary>Put users under notice, see what they read, hand over their work.</summary>
    public const string Manage = GroupName + ".Leavers";
}

public class LeaverPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context) =>
        (context.GetGroupOrNull(LeaverPermissions.GroupName) ?? context.AddGroup(LeaverPermissions.GroupName, L("Permission:Workspace")))
            .AddPermission(LeaverPermissions.Manage, L("Permission:Leavers"));

    private static LocalizableString L(string name) => LocalizableString.Create<WorkspaceResource>(name);
}

/// <summary>Whether a user is under notice. Costs no statement once known: ABP's setting store is cached.</summary>
public class LeaverStatus(ISettingStore settings) : ITransientDependency
{
    public async Task<bool> IsUnderNoticeAsync(Guid userId) =>
        await settings.GetOrNullAsync(LeaverSettings.IsUnderNotice, UserSettingValueProvider.ProviderName, userId.ToString()) == "true";
}

/// <summary>Takes from a user under notice what would let him carry data away, whatever his roles grant.</summary>
public class LeaverPermissionValueProvider(IPermissionStore permissionStore, LeaverStatus leavers) : PermissionValueProvider(permissionStore)
{
    public const string ProviderName = "Leaver";

    public override string Name => ProviderName;

    public override async Task<PermissionGrantResult> CheckAsync(PermissionValueCheckContext context) =>
        IsCarriedAway(context.Permission.Name) && await IsUnderNoticeAsync(context.Principal) ? PermissionGrantResult.Prohibited : PermissionGrantResult.Undefined;

    public override async Task<MultiplePermissionGrantResult> CheckAsync(PermissionValuesCheckContext context)
    {
        var names = context.Permissions.Select(permission => permission.Name).ToArray();
        var result = new MultiplePermissionGrantResult(names);
        if (names.Any(IsCarriedAway) && await IsUnderNoticeAsync(context.Principal))
        {
            foreach (var name in names.Where(IsCarriedAway)) { result.Result[name] = PermissionGrantResult.Prohibited; }
        }
        return result;
    }

    /// <summary>Exports, statements sent anywhere, and telephones beyond masked. A masked one is uncovered by an act that is in the ledger and counts as reading.</summary>
    private static bool IsCarriedAway(string permission) =>
        permission.EndsWith(".Export", StringComparison.Ordinal) || permission.EndsWith(".Receivables.Send", StringComparison.Ordinal)
        || permission.EndsWith(".Fields.Phone.Visible", StringComparison.Ordinal) || permission.EndsWith(".Fields.Phone.Changeable", StringComparison.Ordinal);

    private async Task<bool> IsUnderNoticeAsync(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(AbpClaimTypes.UserId), out var userId) && await leavers.IsUnderNoticeAsync(userId);
}
