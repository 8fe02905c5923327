using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.StatementMails;

/// <summary>Statements of account that were sent to parties by e-mail.</summary>
public interface IStatementMailAppService : IApplicationService
{
    /// <returns>The party's newest twenty.</returns>
    Task<List<StatementMailDto>> GetOfPartyAsync(Guid partyId);

    Task<StatementMailDto> GetAsync(Guid id);

    /// <summary>Queues a statement; it says what is so when it goes.</summary>
    Task<Guid> SendAsync(SendStatementDto input);
}

public static class StatementMailConsts
{
    public const int MaxNumberLength = 32;
    public const int MaxLanguageLength = 2;
    public const int MaxMessageLength = 1000;
}

public class SendStatementDto
{
    public Guid PartyId { get; set; }

    [Required, StringLength(254)]
    public string Email { get; set; } = "";

    /// <summary>In which it is written: "fa" or "en".</summary>
    [Required, StringLength(StatementMailConsts.MaxLanguageLength)]
    public string Language { get; set; } = "fa";

    [Required, StringLength(Currencies.CodeLength, MinimumLength = Currencies.CodeLength)]
    public string Currency { get; set; } = "IRR";

    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>Stands above the statement.</summary>
    [StringLength(StatementMailConsts.MaxMessageLength)]
    public string? Message { get; set; }
}

/// <param name="Date">On which it was sent off.</param>
/// <param name="Email">Null when the reader does not see the party's addresses.</param>
/// <param name="SentAt">In UTC; null while it waits.</param>
public record StatementMailDto(
    Guid Id, string Number, DateOnly Date, Guid PartyId, string? Email, string Language, string Currency, DateOnly From, DateOnly To, DateTime? SentAt);
