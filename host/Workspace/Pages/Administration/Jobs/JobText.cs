using Microsoft.Extensions.Localization;
using Workspace.Data.Jobs;

namespace Workspace.Pages.Administration.Jobs;

public static class JobText
{
    /// <summary>A kind's own words (<c>Job:Kind.Name</c>), else its name.</summary>
    public static string TitleOf(IStringLocalizer texts, string name) => texts["Job:Kind." + name] is { ResourceNotFound: false } known ? known : name;

    public static string Tone(JobRunState state) => state switch
    {
        JobRunState.Running => "info", JobRunState.WillRetry => "warn", JobRunState.Abandoned => "bad", JobRunState.Done => "good", _ => "neutral"
    };
}
