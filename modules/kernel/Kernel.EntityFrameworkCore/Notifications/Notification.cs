using System.Text.Json;
using System.Text.Json.Serialization;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Kernel.Notifications;

/// <summary>What one user was told, as a key of a text with what stands in it.</summary>
public class Notification : Entity<Guid>, IMultiTenant
{
    public const int MaxKeyLength = 128;
    public const int MaxUrlLength = 512;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public string Resource { get; private set; } = null!;
    public string TextKey { get; private set; } = null!;

    /// <summary>JSON.</summary>
    public string Args { get; private set; } = null!;
    public string? Url { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RaisedAt { get; private set; }
    public DateTime? ReadAt { get; private set; }

    private Notification() { } // EF Core

    public Notification(Guid id, Notice notice, DateTime now, Guid? tenantId) : base(id)
    {
        (TenantId, UserId, RaisedAt) = (tenantId, Check.NotDefaultOrNull<Guid>(notice.UserId, nameof(notice)), now);
        Resource = Check.NotNullOrWhiteSpace(notice.Resource, nameof(notice), MaxKeyLength);
        TextKey = Check.NotNullOrWhiteSpace(notice.TextKey, nameof(notice), MaxKeyLength);
        Url = Check.Length(notice.Url, nameof(notice), MaxUrlLength);
        Args = JsonSerializer.Serialize(notice.Args, Json);
    }

    public void Read(DateTime now) => ReadAt ??= now;

    public static IReadOnlyList<NoticeArg> ReadArgs(string args) => JsonSerializer.Deserialize<List<NoticeArg>>(args, Json)!;
}
