using Kernel;
using Kernel.Identifiers;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.StatementMails;

/// <summary>A statement of account that somebody sent to a party. Its mail is written when it goes.</summary>
public class StatementMail : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Number { get; private set; } = null!;
    public Guid PartyId { get; private set; }

    /// <summary>On which it was sent off.</summary>
    public DateOnly Date { get; private set; }

    public string Email { get; private set; } = null!;

    /// <summary>"fa" or "en".</summary>
    public string Language { get; private set; } = null!;

    public string Currency { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public string? Message { get; private set; }

    /// <summary>In UTC; null while it waits.</summary>
    public DateTime? SentAt { get; private set; }

    private StatementMail() { } // EF Core

    /// <exception cref="BusinessException">The address is none, or the days are the wrong way round.</exception>
    public StatementMail(Guid id, string number, DateOnly date, SendStatementDto sent) : base(id)
    {
        if (sent.To < sent.From)
        {
            throw new BusinessException(AccountingErrorCodes.StatementDaysReversed);
        }
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), StatementMailConsts.MaxNumberLength);
        Email = EmailAddress.TryNormalize(sent.Email, out var email) ? email : throw new BusinessException(KernelErrorCodes.InvalidEmail).WithData("Value", sent.Email);
        Language = sent.Language == "en" ? "en" : "fa";
        (Date, PartyId, Currency, From, To) = (date, sent.PartyId, sent.Currency, sent.From, sent.To);
        Message = PersianText.Clean(Check.Length(sent.Message, nameof(sent.Message), StatementMailConsts.MaxMessageLength)) is { Length: > 0 } text ? text : null;
    }

    public void Sent(DateTime at) => SentAt = at;
}
