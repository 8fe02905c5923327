using Crm.Activities;
using Crm.Meetings;
using Microsoft.Extensions.Localization;

namespace Crm.Web;

/// <summary>How an activity is called where lists and the file show it.</summary>
public static class ActivityText
{
    public static string Icon(this ActivityRow activity) => activity.Kind.ToString().ToLowerInvariant();

    public static string Title(this ActivityRow activity, IStringLocalizer l) => activity switch
    {
        { Subject: { } subject } => subject,
        { Direction: { } direction } => l["Activity:Call." + direction],
        _ => l["Enum:ActivityKind." + activity.Kind],
    };

    /// <summary>Who did it and with whom.</summary>
    public static string? Meta(this ActivityRow activity, IStringLocalizer l) => activity switch
    {
        { OwnerName: { } owner, ContactName: { } contact } => l["Activity:OwnerWith", owner, contact],
        { ContactName: { } contact } => l["Activity:With", contact],
        _ => activity.OwnerName,
    };

    public static string Tone(this ActivityRow activity) => activity switch
    {
        { CancelledAt: not null } => "bad",
        { Result: CallResult.Talked } or { Kind: ActivityKind.Meeting, DoneAt: not null } => "good",
        { Result: not null } => "warn",
        _ => "neutral",
    };

    public static string Tone(this AttendeeAnswer answer) => answer switch
    {
        AttendeeAnswer.Accepted => "good",
        AttendeeAnswer.Tentative => "warn",
        AttendeeAnswer.Declined => "bad",
        _ => "neutral",
    };
}
