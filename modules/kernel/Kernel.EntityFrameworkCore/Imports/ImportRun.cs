using System.Text.Json;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Kernel.Imports;

/// <summary>One file on its way in. <see cref="Rows"/> is the checkpoint: what is counted is committed, what is not will be read again.</summary>
public class ImportRun : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxImporterLength = 64, MaxFileNameLength = 256, MaxEncodingLength = 32, MaxLanguageLength = 16, MaxFailureLength = 2000;

    public Guid? TenantId { get; private set; }
    public string Importer { get; private set; } = null!;

    /// <summary>As the user's file was called.</summary>
    public string FileName { get; private set; } = null!;

    /// <summary>Reasons of refusals are written in it.</summary>
    public string Language { get; private set; } = null!;
    public ImportState State { get; private set; }

    /// <summary>Set beside the running job, which looks at it after each batch.</summary>
    public bool IsCancelRequested { get; private set; }
    public string? Encoding { get; private set; }
    public string? Delimiter { get; private set; }
    public long Rows { get; private set; }
    public long Created { get; private set; }
    public long Updated { get; private set; }
    public long Unchanged { get; private set; }
    public long Refused { get; private set; }

    /// <summary>Bytes of the error file that belong to the committed rows; what lies behind was written by a killed batch.</summary>
    public long ErrorFileLength { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public string? Failure { get; private set; }

    /// <summary>JSON objects, because nobody asks the database about their members.</summary>
    public string OptionsJson { get; private set; } = "{}";
    public string ReasonsJson { get; private set; } = "{}";

    private ImportRun() { } // EF Core

    public ImportRun(Guid id, string importer, string fileName, string language, IReadOnlyDictionary<string, string> options, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Importer = importer;
        FileName = fileName.Length > MaxFileNameLength ? fileName[^MaxFileNameLength..] : fileName;
        Language = language;
        OptionsJson = JsonSerializer.Serialize(options);
        State = ImportState.Queued;
    }

    public bool IsFinished => State is ImportState.Completed or ImportState.Failed or ImportState.Cancelled;

    public Dictionary<string, string> GetOptions() => JsonSerializer.Deserialize<Dictionary<string, string>>(OptionsJson)!;

    public Dictionary<string, long> GetReasons() => JsonSerializer.Deserialize<Dictionary<string, long>>(ReasonsJson)!;

    internal void Start(DateTime now)
    {
        State = ImportState.Running;
        StartedAt ??= now;
    }

    internal void Detected(string encoding, string delimiter) => (Encoding, Delimiter) = (encoding, delimiter);

    internal void Advance(IReadOnlyCollection<RowResult> results, long errorFileLength)
    {
        Rows += results.Count;
        Created += results.Count(result => result.Outcome == RowOutcome.Created);
        Updated += results.Count(result => result.Outcome == RowOutcome.Updated);
        Unchanged += results.Count(result => result.Outcome == RowOutcome.Unchanged);
        ErrorFileLength = errorFileLength;

        var refused = results.Where(result => result.Outcome == RowOutcome.Refused).ToList();
        if (refused.Count > 0)
        {
            Refused += refused.Count;
            var reasons = GetReasons();
            foreach (var reason in refused.CountBy(result => result.ReasonCode!))
            {
                reasons[reason.Key] = reasons.GetValueOrDefault(reason.Key) + reason.Value;
            }
            ReasonsJson = JsonSerializer.Serialize(reasons);
        }
    }

    internal void Finish(ImportState state, DateTime now, string? failure = null)
    {
        (State, FinishedAt) = (state, now);
        Failure = failure?.Length > MaxFailureLength ? failure[..MaxFailureLength] : failure;
    }

    internal void QueueAgain()
    {
        (State, IsCancelRequested, FinishedAt, Failure) = (ImportState.Queued, false, null, null);
    }
}
