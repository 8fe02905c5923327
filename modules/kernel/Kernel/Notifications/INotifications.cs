namespace Kernel.Notifications;

/// <summary>Tells users of the current organisation something, in the current unit of work: what is told and what it tells of stand or fall together.</summary>
public interface INotifications
{
    Task RaiseAsync(IReadOnlyCollection<Notice> notices);
}

/// <summary>What one user is told, in words that he reads in his own language.</summary>
/// <param name="Resource">The name of the texts in which <paramref name="TextKey"/> stands, such as <c>Crm</c>.</param>
/// <param name="Url">Where it leads, within the workspace.</param>
public record Notice(Guid UserId, string Resource, string TextKey, IReadOnlyList<NoticeArg> Args, string? Url);

/// <summary>What stands in a text for {0}, {1}…: words, an instant (UTC) or a day, which each reader sees in his calendar and zone.</summary>
public record NoticeArg(string? Text = null, DateTime? At = null, DateOnly? On = null)
{
    public static implicit operator NoticeArg(string text) => new(text);
    public static implicit operator NoticeArg(DateTime at) => new(At: at);
    public static implicit operator NoticeArg(DateOnly on) => new(On: on);
}
