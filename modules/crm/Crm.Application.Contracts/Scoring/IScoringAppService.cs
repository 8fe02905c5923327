using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.Scoring;

/// <summary>The rules by which leads are scored.</summary>
public interface IScoringAppService : IApplicationService
{
    Task<List<ScoreRuleDto>> GetListAsync();

    /// <summary>Names of what a rule may ask; any other is a further column of an import.</summary>
    Task<List<ScoreSubjectDto>> GetSubjectsAsync();

    Task<Guid> CreateAsync(CreateScoreRuleDto input);
    Task DeleteAsync(Guid id);

    /// <summary>How promising a lead is, each point explained.</summary>
    Task<LeadScoreDto> GetScoreAsync(Guid leadId);
}

public record ScoreSubjectDto(string Subject, string Name);

/// <param name="Text">The rule in words.</param>
public record ScoreRuleDto(Guid Id, string Text, int Points, int? HalfLifeDays);

/// <param name="HasRules">The organisation scores at all.</param>
public record LeadScoreDto(bool HasRules, int Score, IReadOnlyList<ScorePointDto> Points);

/// <param name="Points">What the rule is worth now; as it was given when nothing of it has faded.</param>
public record ScorePointDto(string Text, double Points, int Given);

public class CreateScoreRuleDto
{
    [Required, StringLength(ScoringConsts.MaxSubjectLength)]
    public string Subject { get; set; } = "";

    [EnumDataType(typeof(ScoreTest))]
    public ScoreTest Test { get; set; } = ScoreTest.IsKnown;

    [StringLength(ScoringConsts.MaxValueLength)]
    public string? Value { get; set; }

    public int Points { get; set; } = 10;

    /// <summary>Nothing for what does not fade.</summary>
    public int? HalfLifeDays { get; set; }
}
