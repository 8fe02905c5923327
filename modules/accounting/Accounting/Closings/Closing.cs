using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Closings;

/// <summary>An act on the books: through which day they are closed from now on. The newest holds; the others are its history.</summary>
public class Closing : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    /// <summary>Place in the tenant's history, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Null: everything is open.</summary>
    public DateOnly? Through { get; private set; }

    /// <summary>Why the books were opened again.</summary>
    public string? Reason { get; private set; }

    private Closing() { } // EF Core

    private Closing(Guid id, Closing? last, DateOnly? through, string? reason) : base(id) =>
        (Ordinal, Through, Reason) = ((last?.Ordinal ?? 0) + 1, through, reason);

    public static Closing Close(Guid id, Closing? last, DateOnly through, DateOnly today)
    {
        if (through > today)
        {
            throw new BusinessException(AccountingErrorCodes.ClosingInFuture).WithData("Date", through);
        }
        if (last?.Through >= through)
        {
            throw new BusinessException(AccountingErrorCodes.ClosedAlready).WithData("Date", last.Through.Value);
        }
        return new Closing(id, last, through, reason: null);
    }

    public static Closing Reopen(Guid id, Closing? last, DateOnly? through, string reason)
    {
        if (last?.Through is not { } closed || through >= closed)
        {
            throw new BusinessException(AccountingErrorCodes.OpenAlready);
        }
        return new Closing(id, last, through, Check.NotNullOrWhiteSpace(reason, nameof(reason), ClosingConsts.MaxReasonLength));
    }

    public void EnsureOpen(DateOnly date)
    {
        if (date <= Through)
        {
            throw new BusinessException(AccountingErrorCodes.PeriodClosed).WithData("Date", date).WithData("Through", Through!.Value);
        }
    }
}
