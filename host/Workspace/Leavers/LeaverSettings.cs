using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace Workspace.Leavers;

/// <summary>How much reading is unusual. A record opened counts one, a list as many as it shows.</summary>
public static class LeaverSettings
{
    /// <summary>Of a user: true while he is under notice. Written with the notice, and read with every permission check, so it lies in ABP's cached settings.</summary>
    public const string IsUnderNotice = "Workspace.Leavers.IsUnderNotice";

    public const string WindowMinutes = "Workspace.Reading.WindowMinutes";
    public const string Alarm = "Workspace.Reading.Alarm";
    public const string LeaverAlarm = "Workspace.Reading.LeaverAlarm";
    public const string LeaverStop = "Workspace.Reading.LeaverStop";
}

public class LeaverSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        Setting(LeaverSettings.IsUnderNotice, "false"),
        Setting(LeaverSettings.WindowMinutes, "10"),
        Setting(LeaverSettings.Alarm, "1000"),
        Setting(LeaverSettings.LeaverAlarm, "100"),
        Setting(LeaverSettings.LeaverStop, "250"));

    private static SettingDefinition Setting(string name, string value) =>
        new(name, value, LocalizableString.Create<WorkspaceResource>($"Setting:{name}"), LocalizableString.Create<WorkspaceResource>($"Setting:{name}.Hint"));
}
