using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Cheques;

/// <summary>A post-dated cheque that came with a receipt, and its way: to the bank, back, or on to somebody else.</summary>
public class Cheque : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<ChequeMove> _moves = [];

    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }
    public Guid ReceiptId { get; private set; }

    /// <summary>Sixteen ASCII digits.</summary>
    public string SayadId { get; private set; } = null!;

    /// <summary>The Sayad id while the cheque is worth something; null once it bounced or went back, so that it may come again.</summary>
    [DisableAuditing]
    public string? LiveKey { get; private set; }

    public string Bank { get; private set; } = null!;
    public string? Drawer { get; private set; }
    public DateOnly Due { get; private set; }
    public Money Amount { get; private set; }
    public ChequeState State { get; private set; }

    /// <summary>Where the bank's money arrives, from the deposit on.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Who got it, when it was spent.</summary>
    public Guid? PayeeId { get; private set; }

    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    public IReadOnlyList<ChequeMove> Moves => _moves;

    private Cheque() { } // EF Core

    public Cheque(Guid id, Guid partyId, Guid receiptId, ChequeInput written, Money amount, DateOnly received) : base(id)
    {
        Bank = PersianText.Clean(Check.Length(written.Bank, nameof(Bank), ChequeConsts.MaxBankLength));
        if (string.IsNullOrWhiteSpace(written.SayadId) || Bank.Length == 0 || written.Due is not { } due)
        {
            throw new BusinessException(AccountingErrorCodes.ChequeIncomplete);
        }
        SayadId = SayadIdOf(written.SayadId);
        Drawer = PersianText.Clean(Check.Length(written.Drawer, nameof(Drawer), ChequeConsts.MaxDrawerLength)) is { Length: > 0 } drawer ? drawer : null;
        (PartyId, ReceiptId, Due, Amount) = (partyId, receiptId, due, amount);
        SearchKey = PersianText.SearchKey($"{SayadId} {Bank}");
        MoveTo(ChequeState.Registered, received, note: null);
    }

    public ChequeMove Deposit(Guid accountId, DateOnly date, string? note = null)
    {
        EnsureIn(ChequeState.Registered);
        AccountId = accountId;
        return MoveTo(ChequeState.InCollection, date, note);
    }

    public ChequeMove Clear(DateOnly date, string? note = null)
    {
        EnsureIn(ChequeState.InCollection);
        return MoveTo(ChequeState.Cleared, date, note);
    }

    public ChequeMove Bounce(DateOnly date, string? note = null)
    {
        EnsureIn(ChequeState.InCollection);
        return MoveTo(ChequeState.Bounced, date, note);
    }

    public ChequeMove Return(DateOnly date, string? note = null)
    {
        EnsureIn(ChequeState.Registered, ChequeState.Bounced);
        return MoveTo(ChequeState.Returned, date, note);
    }

    public ChequeMove Spend(Guid payeeId, DateOnly date, string? note = null)
    {
        EnsureIn(ChequeState.Registered);
        if (payeeId == PartyId)
        {
            throw new BusinessException(AccountingErrorCodes.ChequeSpentOnItsOwnParty);
        }
        PayeeId = payeeId;
        return MoveTo(ChequeState.Spent, date, note);
    }

    /// <exception cref="BusinessException">It has not sixteen digits.</exception>
    public static string SayadIdOf(string? typed)
    {
        var digits = new string([.. PersianText.ToAsciiDigits(typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '/' or '.'))]);
        return digits.Length == ChequeConsts.SayadIdLength && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new BusinessException(AccountingErrorCodes.InvalidSayadId).WithData("Value", typed ?? "");
    }

    private ChequeMove MoveTo(ChequeState state, DateOnly date, string? note)
    {
        if (_moves.Count > 0 && date < _moves.Max(move => move.Date))
        {
            throw new BusinessException(AccountingErrorCodes.ChequeMovedBefore).WithData("Date", _moves.Max(move => move.Date));
        }
        State = state;
        LiveKey = state is ChequeState.Bounced or ChequeState.Returned ? null : SayadId;
        var move = new ChequeMove(Id, _moves.Count + 1, state, date, note);
        _moves.Add(move);
        return move;
    }

    private void EnsureIn(params ChequeState[] states)
    {
        if (!states.Contains(State))
        {
            throw new BusinessException(AccountingErrorCodes.ChequeInOtherState).WithData("Number", SayadId).WithData("State", State);
        }
    }
}

public class ChequeMove : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ChequeId { get; private set; }
    public int Ordinal { get; private set; }
    public ChequeState State { get; private set; }
    public DateOnly Date { get; private set; }
    public string? Note { get; private set; }
    public Guid? EntryId { get; private set; }

    private ChequeMove() { } // EF Core

    internal ChequeMove(Guid chequeId, int ordinal, ChequeState state, DateOnly date, string? note)
    {
        (ChequeId, Ordinal, State, Date) = (chequeId, ordinal, state, date);
        Note = PersianText.Clean(Check.Length(note, nameof(note), ChequeConsts.MaxNoteLength)) is { Length: > 0 } text ? text : null;
    }

    public void PostedBy(Guid entryId) => EntryId = entryId;

    public override object[] GetKeys() => [ChequeId, Ordinal];
}
