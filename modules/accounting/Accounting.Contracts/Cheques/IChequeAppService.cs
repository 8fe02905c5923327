using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Accounting.Cheques;

/// <summary>Post-dated cheques received from parties. One comes with its receipt; here it goes its way to the bank.</summary>
public interface IChequeAppService : IApplicationService
{
    /// <summary>By due day, the earliest first.</summary>
    Task<ChequePage> GetListAsync(ChequeListInput input);

    Task<ChequeDto> GetAsync(Guid id);

    /// <summary>Hands it to the bank for collection.</summary>
    Task DepositAsync(Guid id, DepositChequeDto input);

    /// <summary>The bank paid.</summary>
    Task ClearAsync(Guid id, MoveChequeDto input);

    /// <summary>The bank did not pay: the party owes again, and the invoices that the cheque paid are open.</summary>
    Task BounceAsync(Guid id, MoveChequeDto input);

    /// <summary>Gives it back to whom it came from; one that had not bounced is owed again.</summary>
    Task ReturnAsync(Guid id, MoveChequeDto input);

    /// <summary>Pays somebody else with it.</summary>
    Task SpendAsync(Guid id, SpendChequeDto input);
}

public enum ChequeState
{
    Registered = 1,
    InCollection = 2,
    Cleared = 3,
    Bounced = 4,
    Returned = 5,

    /// <summary>Passed on to a third party.</summary>
    Spent = 6,
}

public static class ChequeConsts
{
    /// <summary>Digits of a Sayad id.</summary>
    public const int SayadIdLength = 16;

    public const int MaxBankLength = 60;
    public const int MaxDrawerLength = 120;
    public const int MaxNoteLength = 300;
    public const int MaxSearchKeyLength = 240;
}

/// <summary>What stands on a cheque.</summary>
public class ChequeInput
{
    /// <summary>شناسه صیادی: sixteen digits, typed in any way.</summary>
    [StringLength(40)]
    public string? SayadId { get; set; }

    [StringLength(ChequeConsts.MaxBankLength)]
    public string? Bank { get; set; }

    /// <summary>Who signed it, where that is not the party.</summary>
    [StringLength(ChequeConsts.MaxDrawerLength)]
    public string? Drawer { get; set; }

    public DateOnly? Due { get; set; }
}

public class MoveChequeDto
{
    public DateOnly Date { get; set; }

    [StringLength(ChequeConsts.MaxNoteLength)]
    public string? Note { get; set; }
}

public class DepositChequeDto : MoveChequeDto
{
    /// <summary>Where the money will arrive; null: the bank's account.</summary>
    public Guid? AccountId { get; set; }
}

public class SpendChequeDto : MoveChequeDto
{
    /// <summary>Who gets it.</summary>
    public Guid PayeeId { get; set; }
}

public class ChequeListInput
{
    public Guid? PartyId { get; set; }
    public ChequeState? State { get; set; }

    /// <summary>Only those not yet cleared, bounced, returned or spent.</summary>
    public bool Open { get; set; }

    /// <summary>Due until this day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Part of the Sayad id, the bank or the party's name.</summary>
    public string? Text { get; set; }

    public DateOnly? AfterDue { get; set; }
    public Guid? AfterId { get; set; }
    public int Max { get; set; } = 50;
}

public record ChequePage(IReadOnlyList<ChequeRow> Rows, bool HasMore);

/// <param name="Amount">Null when amounts are withheld from the reader.</param>
public record ChequeRow(
    Guid Id, string SayadId, Guid PartyId, string PartyName, string Bank, DateOnly Due, ChequeState State, Money? Amount);

/// <param name="Amount">Null when amounts are withheld from the reader.</param>
/// <param name="PayeeName">Who got it, when it was spent.</param>
public record ChequeDto(
    Guid Id, string SayadId, Guid PartyId, string PartyName, string Bank, string? Drawer, DateOnly Due, ChequeState State, Money? Amount,
    Guid ReceiptId, string ReceiptNumber, Guid? PayeeId, string? PayeeName, IReadOnlyList<ChequeMoveDto> Moves);

/// <param name="EntryId">The journal entry; null where nothing had to be posted.</param>
public record ChequeMoveDto(ChequeState State, DateOnly Date, string? Note, Guid? EntryId);
