using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.LeadForms;

/// <summary>The public forms of the organisation. Who fills them in comes through a door of his own.</summary>
public interface ILeadFormAppService : IApplicationService
{
    /// <summary>The newest first, at most a hundred.</summary>
    Task<List<LeadFormRow>> GetListAsync();
    Task<LeadFormDto> GetAsync(Guid id);
    Task<Guid> CreateAsync(SaveLeadFormDto input);
    Task UpdateAsync(Guid id, SaveLeadFormDto input);

    /// <summary>It takes no more enquiries.</summary>
    Task CloseAsync(Guid id);
    Task ReopenAsync(Guid id);
}

/// <param name="Received">Leads of the last thirty days.</param>
public record LeadFormRow(Guid Id, string Name, string Title, string Language, bool IsClosed, int Received);

/// <param name="Key">The last part of its public address.</param>
public record LeadFormDto(Guid Id, string Key, bool IsClosed, string? OwnerName, SaveLeadFormDto Content);

public class SaveLeadFormDto
{
    [Required, StringLength(LeadFormConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    [Required, StringLength(LeadFormConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    [StringLength(LeadFormConsts.MaxTextLength)]
    public string? Intro { get; set; }

    [Required, StringLength(LeadFormConsts.MaxTextLength)]
    public string ThankYou { get; set; } = "";

    [Required, RegularExpression("fa|en")]
    public string Language { get; set; } = "fa";

    public bool AsksMobile { get; set; } = true;
    public bool AsksEmail { get; set; } = true;
    public bool AsksCompany { get; set; } = true;
    public bool AsksPosition { get; set; }
    public bool AsksCity { get; set; }
    public bool AsksMessage { get; set; } = true;

    public Guid? SourceId { get; set; }

    /// <summary>Who gets the leads; nobody leaves them in the queue.</summary>
    public Guid? OwnerId { get; set; }
}
