using System.Security.Cryptography;
using System.Text;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Workspace.Data.Jobs;

public enum JobRunState
{
    Queued = 1,
    Running = 2,

    /// <summary>Failed, and waits for its next try.</summary>
    WillRetry = 3,
    Done = 4,

    /// <summary>Given up, by an administrator or after the last try.</summary>
    Abandoned = 5
}

/// <summary>What became of a background job; its id is the job's. ABP's own table knows neither who asked nor why one failed.</summary>
[DisableAuditing]
public class JobRun : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNameLength = 128, MaxUserNameLength = 256, MaxNodeLength = 128, MaxErrorLength = 2000, MaxErrorDetailsLength = 16000;

    public Guid? TenantId { get; private set; }

    /// <summary>What kind of job it is.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>Of the arguments as they are kept: a running job does not know its own id, but these.</summary>
    public string ArgsHash { get; private set; } = null!;
    public JobRunState State { get; private set; }
    public Guid? UserId { get; private set; }

    /// <summary>Who asked; null when no user did.</summary>
    public string? UserName { get; private set; }

    /// <summary>UTC, as are all instants here.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>Of the last try.</summary>
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Null when it will not be tried any more.</summary>
    public DateTime? NextTryAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>The machine and process of the last try.</summary>
    public string? Node { get; private set; }
    public string? Error { get; private set; }
    public string? ErrorDetails { get; private set; }

    /// <summary>The import that the job works on.</summary>
    public Guid? ImportId { get; private set; }

    private JobRun() { } // EF Core

    public JobRun(Guid jobId, string name, string args, Guid? tenantId, Guid? userId, string? userName, Guid? importId, DateTime now, DateTime due)
        : base(jobId)
    {
        (TenantId, Name, ArgsHash) = (tenantId, name, HashOf(args));
        (UserId, UserName, ImportId) = (userId, userName, importId);
        (State, QueuedAt, NextTryAt) = (JobRunState.Queued, now, due);
    }

    public static string HashOf(string args) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(args)));

    public bool IsOver => State is JobRunState.Done or JobRunState.Abandoned;

    public void Start(string node, DateTime now)
    {
        (State, StartedAt, EndedAt, NextTryAt) = (JobRunState.Running, now, null, null);
        Node = Cut(node, MaxNodeLength);
        Attempts++;
    }

    /// <summary>Also for one that an administrator abandoned while it ran: it was too late.</summary>
    public void Complete(DateTime now) => (State, EndedAt, NextTryAt, Error, ErrorDetails) = (JobRunState.Done, now, null, null, null);

    public void Fail(Exception exception, DateTime now)
    {
        Error = Cut(exception.Message, MaxErrorLength);
        ErrorDetails = Cut(exception.ToString(), MaxErrorDetailsLength);
        EndedAt = now;
        if (State != JobRunState.Abandoned) { State = JobRunState.WillRetry; }
    }

    /// <summary>An administrator wants it tried now.</summary>
    public void Retry(DateTime now) => (State, NextTryAt) = (Attempts == 0 ? JobRunState.Queued : JobRunState.WillRetry, now);

    /// <param name="next">When it is due; null when it is given up.</param>
    public void Schedule(DateTime? next, DateTime now)
    {
        NextTryAt = next;
        if (next is null)
        {
            (State, EndedAt) = (JobRunState.Abandoned, EndedAt ?? now);
        }
        else if (State != JobRunState.Running)
        {
            State = Attempts == 0 ? JobRunState.Queued : JobRunState.WillRetry;
        }
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
