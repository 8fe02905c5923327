using Crm.Activities;
using Crm.Contacts;
using Crm.CustomerFiles;
using Crm.Customers;
using Crm.Permissions;
using Kernel.Components;
using Kernel.Reading;
using Kernel.Rights;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Links;
using Parties.Parties;
using Volo.Abp.Uow;

namespace Crm.Web.Customers;

/// <summary>
/// The customer's file. Each form is posted on its own, so its fields come as the handler's argument and are named after it; so do the services, since
/// who reads the file needs none of those that write.
/// </summary>
[Authorize(CrmPermissions.Customers.Default)]
[Reads(CrmPermissions.Customers.Default, Id = "id")]
public class FileModel(ICustomerFileAppService files) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Only the timeline before this day: its next part.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? Before { get; set; }

    /// <summary>The planned activity whose forms are open.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Edit { get; set; }

    public CustomerFileDto Customer { get; private set; } = null!;
    public CustomerTimeline Timeline { get; private set; } = null!;
    public bool MayManageActivities { get; private set; }
    public bool MayEdit { get; private set; }
    public bool MayBlock { get; private set; }

    public FitPanel Fit { get; private set; } = null!;
    public NoteInput Note { get; } = new();
    public CallInput Call { get; } = new();
    public PlanInput Meeting { get; } = new() { Remind = new RemindInput { Before = 30 } };
    public PlanInput Task { get; } = new();
    public AddContactDto Contact { get; } = new();
    public UpdateProfileDto Profile { get; private set; } = new();
    public BlockCustomerDto Block { get; } = new();
    public FinishInput Finish { get; } = new();
    public MoveInput Move { get; private set; } = new();

    public string? NextUrl => Timeline.Before is { } before ? $"{CrmUrls.File(Id)}?Before={before:O}" : null;
    public string PartyUrl => PartyLinks.DetailsUrl(Id);

    /// <summary>Whether there is anything that could be uncovered.</summary>
    public bool Has(PartyField field) => field switch
    {
        PartyField.Identifiers => Customer.Party.Identifiers.Count > 0,
        PartyField.Address => Customer.Party.Addresses.Count > 0,
        PartyField.BirthDate => false, // the file does not show it
        _ => Customer.Party.ContactPoints.Any(point => PartyAccess.FieldOf(point.Type) == field),
    };

    /// <summary>Whom at the customer it was with.</summary>
    public IEnumerable<SelectListItem> People =>
        Customer.Contacts.Select(contact => new SelectListItem(contact.Name, contact.PersonId.ToString()));

    /// <summary>The form that was refused stays open; a note is what people write most.</summary>
    public bool IsOpen(string form) => Refused(form) || (form == nameof(Note) && !new[] { nameof(Call), nameof(Meeting), nameof(Task) }.Any(Refused));

    public bool Refused(string form) => ModelState.Keys.Any(key => key.StartsWith(form + ".", StringComparison.Ordinal));

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var zone = Display.Settings.Zone.Id;
        if (Before is { } before)
        {
            Timeline = await files.GetTimelineAsync(Id, before, zone);
            if (Request.IsForFragment())
            {
                return Fragment("_Timeline");
            }
        }
        Customer = await files.GetAsync(Id, zone);
        Timeline ??= Customer.Timeline;
        if (Customer.Open.FirstOrDefault(activity => activity.Id == Edit) is { } edited)
        {
            Move = new MoveInput { DueOn = edited.DueOn, Time = LocalTime(edited.StartsAt) };
        }
        Profile = new UpdateProfileDto { Interests = Customer.Profile.Interests, Source = Customer.Profile.Source };
        MayManageActivities = await MayAsync(CrmPermissions.Activities.Manage);
        MayEdit = await MayAsync(CrmPermissions.Customers.Edit);
        MayBlock = await MayAsync(CrmPermissions.Customers.Block);
        Fit = new FitPanel(Customer.Profile.Fit, MayEdit, Refused(nameof(Fit)), "#file");
        return PageOr("_File");
    }

    /// <param name="field">The permission of a masked field, of the party or of a module's total.</param>
    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual async Task<IActionResult> OnPostRevealAsync(string? field, [FromServices] Reveals reveals)
    {
        await reveals.ShowAsync(field ?? "", Id, OnGetAsync);
        return PageOr("_File");
    }

    public virtual async Task<IActionResult> OnPostNoteAsync([FromForm(Name = nameof(Note))] NoteInput note, [FromServices] IActivityAppService activities)
    {
        ValidateModel();
        await activities.AddNoteAsync(new AddNoteDto { PartyId = Id, Text = note.Text! });
        return Done(L["Activity:NoteAdded"]);
    }

    public virtual async Task<IActionResult> OnPostCallAsync([FromForm(Name = nameof(Call))] CallInput call, [FromServices] IActivityAppService activities)
    {
        ValidateModel();
        await activities.LogCallAsync(new LogCallDto
        {
            PartyId = Id,
            ContactPersonId = call.ContactPersonId,
            Direction = call.Direction,
            Result = call.Result,
            Text = call.Text,
            At = call.At,
            FollowUpOn = call.FollowUpOn,
            FollowUpSubject = call.FollowUpSubject,
        });
        return Done(L["Activity:CallLogged"]);
    }

    public virtual async Task<IActionResult> OnPostMeetingAsync([FromForm(Name = nameof(Meeting))] PlanInput meeting, [FromServices] IActivityAppService activities)
    {
        var planned = await PlanAsync(activities, ActivityKind.Meeting, meeting);
        return meeting.ThenInvite ? Lead(CrmUrls.Activity(planned)) : Done(L["Activity:MeetingPlanned"]);
    }

    public virtual async Task<IActionResult> OnPostTaskAsync([FromForm(Name = nameof(Task))] PlanInput task, [FromServices] IActivityAppService activities)
    {
        await PlanAsync(activities, ActivityKind.Task, task);
        return Done(L["Activity:TaskAdded"]);
    }

    public virtual async Task<IActionResult> OnPostCompleteAsync(Guid edit, [FromForm(Name = nameof(Finish))] FinishInput? finish, [FromServices] IActivityAppService activities)
    {
        ValidateModel();
        await activities.CompleteAsync(edit, new CompleteActivityDto { Outcome = finish?.Outcome, Result = finish?.Result });
        return Done(L["Activity:Completed"]);
    }

    public virtual async Task<IActionResult> OnPostMoveAsync(Guid edit, [FromForm(Name = nameof(Move))] MoveInput move, [FromServices] IActivityAppService activities)
    {
        ValidateModel();
        await activities.RescheduleAsync(edit, new RescheduleActivityDto { DueOn = move.DueOn, StartsAt = Instant(move.DueOn, move.Time) });
        return Done(L["Activity:Moved"]);
    }

    public virtual async Task<IActionResult> OnPostReopenAsync(Guid activityId, [FromServices] IActivityAppService activities)
    {
        await activities.ReopenAsync(activityId);
        return Done(L["Activity:Reopened"]);
    }

    public virtual async Task<IActionResult> OnPostContactAsync([FromForm(Name = nameof(Contact))] AddContactDto contact, [FromServices] IContactAppService contacts)
    {
        contact.CustomerId = Id;
        ValidateModel();
        await contacts.AddAsync(contact);
        return Done(L["Contact:Added"]);
    }

    public virtual async Task<IActionResult> OnPostPrimaryAsync(Guid contactId, [FromServices] IContactAppService contacts)
    {
        await contacts.MakePrimaryAsync(contactId);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostRemoveContactAsync(Guid contactId, [FromServices] IContactAppService contacts)
    {
        await contacts.RemoveAsync(contactId);
        return Done(L["Contact:Removed"]);
    }

    public virtual async Task<IActionResult> OnPostProfileAsync([FromForm(Name = nameof(Profile))] UpdateProfileDto profile, [FromServices] ICustomerAppService customers)
    {
        ValidateModel();
        await customers.UpdateProfileAsync(Id, profile);
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostFitAsync([FromForm(Name = nameof(Fit))] JudgeFitDto fit, [FromServices] ICustomerAppService customers)
    {
        ValidateModel();
        await customers.JudgeFitAsync(Id, fit);
        return Done(L["Fit:Judged"]);
    }

    public virtual async Task<IActionResult> OnPostBlockAsync([FromForm(Name = nameof(Block))] BlockCustomerDto block, [FromServices] ICustomerAppService customers)
    {
        ValidateModel();
        await customers.BlockAsync(Id, block);
        return Done(L["Customer:WasBlocked"]);
    }

    public virtual async Task<IActionResult> OnPostUnblockAsync([FromServices] ICustomerAppService customers)
    {
        await customers.UnblockAsync(Id);
        return Done(L["Customer:WasUnblocked"]);
    }

    /// <summary>Persons for the contact's lookup.</summary>
    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPeopleAsync(string? term, [FromServices] IPartyAppService parties) =>
        Lookup((await parties.GetLookupAsync(new PartyLookupInput { Text = term, Kind = PartyKind.Person }))
            .Select(person => new LookupItem(person.Id.ToString(), person.Name, Display.Phone(person.Phone))));

    /// <summary>To another page; its whole, where only a part of this one was asked for.</summary>
    private IActionResult Lead(string url)
    {
        if (!Request.IsForFragment())
        {
            return Redirect(Request.PathBase + url);
        }
        Response.Headers["HX-Redirect"] = Request.PathBase + url;
        return new EmptyResult();
    }

    private async Task<Guid> PlanAsync(IActivityAppService activities, ActivityKind kind, PlanInput input)
    {
        ValidateModel();
        return await activities.PlanAsync(new PlanActivityDto
        {
            Kind = kind,
            PartyId = Id,
            ContactPersonId = input.ContactPersonId,
            Subject = input.Subject!,
            Text = input.Text,
            DueOn = input.DueOn,
            StartsAt = Instant(input.DueOn, input.Time),
            Priority = input.Priority,
            Repeat = input.Repeat,
            LengthMinutes = input.LengthMinutes,
            Location = input.Location,
            OnlineUrl = input.OnlineUrl,
            IsPrivate = input.IsPrivate,
            RemindMinutes = input.Remind.Minutes,
            RemindBy = input.Remind.By,
        });
    }
}
