using System.Diagnostics;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Workspace.Administration.SeeAs;
using Workspace.Databases;

namespace Workspace.Pages;

/// <summary>What a person sees when a page cannot be shown: what happened and what to do next, never an exception.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public class ErrorModel : KernelPageModel
{
    public int Code { get; private set; }
    public DatabaseTrouble? Trouble { get; private set; }
    public bool IsOnlyLooking => HttpContext.Items.ContainsKey(SeeAsMiddleware.Refused);
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public virtual void OnGet(int? code) => Show(code);
    public virtual void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Trouble = DatabaseTroubles.Of(failure);
        Code = code ?? (failure is null ? 404 : Trouble is null ? 500 : 503);
        Response.StatusCode = Code;
    }
}
