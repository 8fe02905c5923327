using Crm.Meetings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Users;

namespace Crm.Web.Invitations;

/// <summary>Leads somebody of us to his invitation, which he reads and answers whether the customer is in his sight or not.</summary>
[Authorize]
public class MineModel(MyInvitations invitations, InvitationLinks links) : CrmPageModel
{
    public virtual async Task<IActionResult> OnGetAsync(Guid id) =>
        await invitations.FindAsync(id, CurrentUser.GetId()) is { } attendee ? LocalRedirect("~" + links.UrlOf(id, attendee)) : throw new EntityNotFoundException();
}
