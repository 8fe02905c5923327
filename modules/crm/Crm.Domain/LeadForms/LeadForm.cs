using Crm.Leads;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.LeadForms;

/// <summary>A form that the public fills in; each enquiry becomes a lead.</summary>
public class LeadForm : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    /// <summary>The languages that a form may speak.</summary>
    public static readonly IReadOnlyList<string> Languages = ["fa", "en"];

    public Guid? TenantId { get; private set; }

    /// <summary>What we call it.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>What the public reads above it.</summary>
    public string Title { get; private set; } = null!;
    public string? Intro { get; private set; }

    /// <summary>What the public reads when the form was sent.</summary>
    public string ThankYou { get; private set; } = null!;
    public string Language { get; private set; } = null!;
    public LeadFormFields Fields { get; private set; }
    public Guid? SourceId { get; private set; }

    /// <summary>Who gets the leads; null for the queue.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>In whose queue they stand.</summary>
    public Guid? UnitId { get; private set; }
    public bool IsClosed { get; private set; }

    private LeadForm() { } // EF Core

    public LeadForm(Guid id, LeadFormContent content, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Write(content);
    }

    /// <exception cref="BusinessException">It asks for neither mobile nor e-mail, or speaks a language that we do not.</exception>
    public void Write(LeadFormContent content)
    {
        if ((content.Fields & (LeadFormFields.Mobile | LeadFormFields.Email)) == 0)
        {
            throw new BusinessException(CrmErrorCodes.FormWithoutReach);
        }
        Name = StoredText.Required(content.Name, nameof(content), LeadFormConsts.MaxNameLength);
        Title = StoredText.Required(content.Title, nameof(content), LeadFormConsts.MaxTitleLength);
        Intro = StoredText.Optional(content.Intro, nameof(content), LeadFormConsts.MaxTextLength);
        ThankYou = StoredText.Required(content.ThankYou, nameof(content), LeadFormConsts.MaxTextLength);
        Language = Languages.Contains(content.Language) ? content.Language : throw new ArgumentException("Not a language of ours.", nameof(content));
        (Fields, SourceId) = (content.Fields, content.SourceId);
    }

    public void GiveTo(Guid? ownerId, Guid? unitId) => (OwnerId, UnitId) = (ownerId, unitId);

    /// <summary>Takes no more enquiries; its address says so.</summary>
    public void Close() => IsClosed = true;

    public void Reopen() => IsClosed = false;

    public bool Asks(LeadFormFields field) => Fields.HasFlag(field);

    /// <summary>What was not asked for does not come in, whoever sends it.</summary>
    /// <param name="key">Of this one sending: a second one with it is the same.</param>
    /// <exception cref="BusinessException">A name or a way to answer is missing, or is not valid.</exception>
    public Lead Receive(Guid id, LeadEnquiry enquiry, string key, DateTime now, Guid eventId)
    {
        var (mobile, email) = (Asked(LeadFormFields.Mobile, enquiry.Mobile), Asked(LeadFormFields.Email, enquiry.Email));
        if (mobile is null && email is null)
        {
            throw new BusinessException(CrmErrorCodes.LeadNotReachable);
        }
        if (string.IsNullOrWhiteSpace(enquiry.PersonName))
        {
            throw new BusinessException(CrmErrorCodes.LeadWithoutName);
        }
        var identity = new LeadIdentity(
            enquiry.PersonName, Asked(LeadFormFields.Company, enquiry.CompanyName), Asked(LeadFormFields.Position, enquiry.Position), mobile, null, email, null,
            Asked(LeadFormFields.City, enquiry.City));
        var lead = new Lead(id, identity, LeadChannel.WebForm, SourceId, now, eventId, TenantId, key);
        lead.Describe(new LeadNeeds { Interest = Asked(LeadFormFields.Message, enquiry.Message) });
        lead.CameBy(enquiry.Utm);
        lead.CameThrough(Id);
        lead.SetOwner(OwnerId, UnitId);
        return lead;
    }

    private string? Asked(LeadFormFields field, string? value) => Asks(field) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

public record LeadFormContent(string Name, string Title, string? Intro, string ThankYou, string Language, LeadFormFields Fields, Guid? SourceId);

/// <summary>What somebody out there wrote.</summary>
public record LeadEnquiry(string? PersonName, string? CompanyName, string? Position, string? Mobile, string? Email, string? City, string? Message, LeadUtm Utm);
