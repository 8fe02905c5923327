namespace Kernel.Notifications;

/// <summary>What the current user was told; nobody sees another's.</summary>
public interface IUserNotifications
{
    /// <returns>At most <see cref="MaxCount"/>, which then stands for "as many or more".</returns>
    Task<int> CountUnreadAsync();

    /// <summary>The newest first.</summary>
    /// <param name="after">The last one of the page before.</param>
    Task<NotificationPage> GetListAsync(NotificationPlace? after = null);

    /// <returns>Where it leads; null when it leads nowhere, or is not his.</returns>
    Task<string?> ReadAsync(Guid id);

    Task ReadAllAsync();

    public const int MaxCount = 100;
}

/// <param name="RaisedAt">UTC.</param>
public record NotificationRow(Guid Id, string Resource, string TextKey, IReadOnlyList<NoticeArg> Args, string? Url, DateTime RaisedAt, bool IsRead);

public record NotificationPlace(DateTime RaisedAt, Guid Id);

public record NotificationPage(IReadOnlyList<NotificationRow> Rows, NotificationPlace? Next);
