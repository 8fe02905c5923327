namespace Workspace.Databases;

/// <summary>
/// Whether the database is in trouble at the moment. It is named in the log when it comes and when it is over; what fails for its sake meanwhile is counted,
/// not logged each.
/// </summary>
/// <param name="log">Told of the two; not of the failures.</param>
public sealed class DatabaseTroubleWatch(Func<ILogger> log) : IDisposable
{
    /// <summary>Without any failure, after which it is over: the workspace itself writes more often than this.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Timer? _end;
    private long _failures;

    public DatabaseTrouble? Current { get; private set; }

    /// <returns>False when the failure is no trouble of the database. Nor is a statement that took too long: which one it was must be seen in the log.</returns>
    public bool Notes(Exception? failure)
    {
        if (failure is null || IsSlowness(failure) || DatabaseTroubles.Of(failure) is not { } trouble) { return false; }
        bool isNew;
        lock (_gate)
        {
            isNew = Current != trouble;
            (Current, _failures) = (trouble, isNew ? 1 : _failures + 1);
            _end ??= new Timer(_ => End());
            _end.Change(Quiet, Timeout.InfiniteTimeSpan);
        }
        if (isNew)
        {
            log().LogCritical("{Trouble} The database says: {Message} What fails for this reason is not logged one by one.", WordsFor(trouble), failure.GetBaseException().Message);
        }
        return true;
    }

    private static bool IsSlowness(Exception failure) => failure is TimeoutException || (failure.InnerException is { } inner && IsSlowness(inner));

    private void End()
    {
        long failures;
        lock (_gate)
        {
            (failures, Current) = (_failures, null);
        }
        log().LogWarning("The database has been out of trouble for {Quiet}; {Failures} attempts had failed.", Quiet, failures);
    }

    private static string WordsFor(DatabaseTrouble trouble) => trouble switch
    {
        DatabaseTrouble.Full => "The disk is full: nothing can be saved until there is room. Reading goes on, and everything else does by itself when there is.",
        DatabaseTrouble.ReadOnly => "The database only lets itself be read: nothing can be saved.",
        _ => "The database is out of reach."
    };

    public void Dispose() => _end?.Dispose();
}
