using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Credit;

/// <summary>How much a customer may stand for.</summary>
public class CreditLimit : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }

    /// <summary>Chosen for this customer; null leaves it to his group, else to the default.</summary>
    public Guid? PolicyId { get; private set; }

    public Money Limit { get; private set; }

    /// <summary>The limit's number beside the money, so that a change of the money alone is seen as one.</summary>
    [DisableAuditing]
    public int Revision { get; private set; }

    private CreditLimit() { } // EF Core

    public CreditLimit(Guid id, Guid partyId, Guid? policyId, Money limit) : base(id)
    {
        PartyId = partyId;
        ChangeTo(policyId, limit);
    }

    public void ChangeTo(Guid? policyId, Money limit)
    {
        if (limit.IsNegative)
        {
            throw new BusinessException(AccountingErrorCodes.CreditLimitNegative);
        }
        (PolicyId, Limit) = (policyId, limit);
        Revision++;
    }
}

/// <summary>A document that passed a customer's limit: with a warning, or because somebody let it.</summary>
public class CreditPass : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PartyId { get; private set; }
    public Invoicing.Documents.DocumentKind DocumentKind { get; private set; }
    public Guid DocumentId { get; private set; }
    public string Number { get; private set; } = null!;
    public Money Amount { get; private set; }
    public Money Exposure { get; private set; }
    public Money Limit { get; private set; }

    /// <summary>Null when it passed with a warning.</summary>
    public string? Reason { get; private set; }

    private CreditPass() { } // EF Core

    public CreditPass(Guid id, Invoicing.Credit.CreditQuestion question, Money exposure, Money limit) : base(id)
    {
        (PartyId, DocumentKind, DocumentId, Number) = (question.PartyId, question.Kind, question.DocumentId, question.Number ?? "");
        (Amount, Exposure, Limit) = (question.Amount, exposure, limit);
        Reason = Check.Length(question.Reason, nameof(Reason), Invoicing.Credit.CreditConsts.MaxReasonLength);
    }
}
