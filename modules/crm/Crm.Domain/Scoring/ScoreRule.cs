using System.Globalization;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Scoring;

/// <summary>What of a lead is worth how many points. Points for what fades are halved each half-life since the lead was last touched.</summary>
public class ScoreRule : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    /// <summary>One of <see cref="LeadFacts.Subjects"/>, or the name of a further column of an import.</summary>
    public string Subject { get; private set; } = null!;
    public ScoreTest Test { get; private set; }
    public string? Value { get; private set; }

    /// <summary>Below zero for what speaks against.</summary>
    public int Points { get; private set; }

    /// <summary>Null for what does not fade.</summary>
    public int? HalfLifeDays { get; private set; }

    private ScoreRule() { } // EF Core

    /// <exception cref="BusinessException">There is nothing to compare with, or a number is out of its range.</exception>
    public ScoreRule(Guid id, string subject, ScoreTest test, string? value, int points, int? halfLifeDays, Guid? tenantId) : base(id)
    {
        (TenantId, Test) = (tenantId, test);
        Subject = StoredText.Required(subject, nameof(subject), ScoringConsts.MaxSubjectLength);
        Value = test == ScoreTest.IsKnown ? null : StoredText.Optional(value, nameof(value), ScoringConsts.MaxValueLength);
        if (test != ScoreTest.IsKnown && Value is null || test == ScoreTest.AtLeast && Number(Value) is null)
        {
            throw new BusinessException(CrmErrorCodes.ScoreWithoutValue);
        }
        if (points is 0 or < -ScoringConsts.MaxPoints or > ScoringConsts.MaxPoints)
        {
            throw new BusinessException(CrmErrorCodes.ScorePointsOutOfRange);
        }
        if (halfLifeDays is <= 0 or > ScoringConsts.MaxHalfLifeDays)
        {
            throw new BusinessException(CrmErrorCodes.ScoreHalfLifeOutOfRange);
        }
        (Points, HalfLifeDays) = (points, halfLifeDays);
    }

    public bool Holds(string fact) => !string.IsNullOrWhiteSpace(fact) && Test switch
    {
        ScoreTest.Is => PersianText.CompactKey(fact) == PersianText.CompactKey(Value),
        ScoreTest.AtLeast => Number(fact) >= Number(Value),
        _ => true,
    };

    /// <param name="ageDays">Since the lead was last touched; not negative.</param>
    public double Worth(int ageDays) => HalfLifeDays is { } half ? Points * Math.Pow(0.5, (double)ageDays / half) : Points;

    private static decimal? Number(string? text) =>
        decimal.TryParse(PersianText.ToAsciiDigits(text ?? ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
