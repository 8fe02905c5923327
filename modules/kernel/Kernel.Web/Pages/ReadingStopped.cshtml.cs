using Microsoft.AspNetCore.Authorization;

namespace Kernel.Web;

/// <summary>Told to whoever has read more than he may for now.</summary>
[Authorize]
public class ReadingStoppedModel : KernelPageModel
{
    public virtual void OnGet() => Response.StatusCode = 403;
}
