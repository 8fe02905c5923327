using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Identity;
using Workspace.Administration.Users;

namespace Workspace.Pages.Administration.Users;

[Authorize(IdentityPermissions.Users.Update)]
public class EditModel(UserAppService users) : AdministrationPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public UpdateUserDto Input { get; set; } = new();

    public UserDetails Known { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Known = await users.GetAsync(Id);
        Input = new UpdateUserDto
        {
            UserName = Known.UserName, Name = Known.Name, Surname = Known.Surname, Email = Known.Email, PhoneNumber = Known.PhoneNumber,
            ConcurrencyStamp = Known.ConcurrencyStamp
        };
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await users.UpdateAsync(Id, Input);
        Toast(L["Saved"]);
        return RedirectToPage("Details", new { Id });
    }
}
