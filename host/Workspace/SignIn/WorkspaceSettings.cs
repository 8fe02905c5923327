using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Workspace.SignIn;

public static class WorkspaceSettings
{
    /// <summary>Names of the roles whose people must use two-factor sign-in, parted by commas; <c>*</c> means everybody.</summary>
    public const string TwoFactorRoles = "Workspace.SignIn.TwoFactorRoles";
}

public class WorkspaceSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(
        WorkspaceSettings.TwoFactorRoles, "", LocalizableString.Create<WorkspaceResource>("Setting:TwoFactorRoles"),
        LocalizableString.Create<WorkspaceResource>("Setting:TwoFactorRoles:Hint")));
}
