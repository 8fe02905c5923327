using System.ComponentModel.DataAnnotations;
using Crm.Meetings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.AspNetCore.Mvc.UI.Theming;
using Volo.Abp.Domain.Entities;

namespace Crm.Web.Invitations;

/// <summary>
/// An invitation as who is invited sees it by the link that was sent to him, without signing in. A link that is not ours and one whose
/// invitation is gone are both not found. Requests are limited for each address as at every door that is open to anyone.
/// </summary>
[AllowAnonymous]
public class IndexModel(InvitationDoor door, InvitationLinks links, IThemeManager themes) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    [BindProperty, StringLength(MeetingConsts.MaxCommentLength)]
    public string? Comment { get; set; }

    public InvitationView Invitation { get; private set; } = null!;
    public string LayoutName => themes.CurrentTheme.GetLayout(StandardLayouts.Empty);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Invitation = await door.FindAsync(Key) ?? throw new EntityNotFoundException();
        Comment ??= Invitation.Comment;
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync(AttendeeAnswer answer)
    {
        ValidateModel();
        if (answer == AttendeeAnswer.None || !Enum.IsDefined(answer)) { return Redirect(Request.PathBase + Request.Path); }
        if (!await door.AnswerAsync(Key, answer, Comment)) { throw new EntityNotFoundException(); }
        Toast(L["Meeting:Answered"]);
        return Redirect(Request.PathBase + Request.Path);
    }

    private InvitationKey Key => links.Read(Token) ?? throw new EntityNotFoundException();
}
