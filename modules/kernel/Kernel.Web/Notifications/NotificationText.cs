using Kernel.Displaying;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;

namespace Kernel.Notifications;

/// <summary>A notification in its reader's language, calendar and zone.</summary>
public class NotificationText(IStringLocalizerFactory localizers, IDisplay display) : ITransientDependency
{
    /// <returns>Null when the module whose text it is has left the workspace.</returns>
    public string? Of(NotificationRow row) => localizers.CreateByResourceNameOrNull(row.Resource) is { } texts ? texts[row.TextKey, [.. row.Args.Select(Shown)]].Value.Trim() : null;

    private string Shown(NoticeArg arg) =>
        arg.At is { } at ? display.DateTime(at) : arg.On is { } on ? display.Date(on) : arg.Text ?? "";
}
