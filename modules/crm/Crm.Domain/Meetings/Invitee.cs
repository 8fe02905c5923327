using Kernel.Identifiers;
using Volo.Abp;

namespace Crm.Meetings;

/// <summary>Whom to invite.</summary>
public sealed record Invitee
{
    public Guid? UserId { get; private init; }
    public Guid? PersonId { get; private init; }
    public string? Email { get; private init; }
    public string? Name { get; private init; }

    private Invitee() { }

    public static Invitee User(Guid id) => new() { UserId = Check.NotDefaultOrNull<Guid>(id, nameof(id)) };

    /// <summary>A party.</summary>
    public static Invitee Person(Guid id) => new() { PersonId = Check.NotDefaultOrNull<Guid>(id, nameof(id)) };

    /// <exception cref="BusinessException">It is no address.</exception>
    public static Invitee Address(string email, string? name) => EmailAddress.TryNormalize(email, out var normal)
        ? new() { Email = normal, Name = StoredText.Optional(name, nameof(name), MeetingConsts.MaxNameLength) }
        : throw new BusinessException(CrmErrorCodes.AttendeeWrongEmail).WithData("Email", email);
}
