using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Volo.Abp;
using Volo.Abp.ExceptionHandling;

namespace Workspace.Databases;

/// <summary>
/// Makes of a change that the database cannot take a refusal in words: the form comes back with what was typed, a program gets status and message. Where the
/// database cannot even be read the error page is all that can be shown.
/// </summary>
public class DatabaseTroubleFilter : IExceptionFilter, IOrderedFilter
{
    /// <summary>Before the filters that put an exception into words.</summary>
    public int Order => int.MaxValue;

    public virtual void OnException(ExceptionContext context)
    {
        if (context.ExceptionHandled || !context.HttpContext.RequestServices.GetRequiredService<DatabaseTroubleWatch>().Notes(context.Exception)) { return; }
        var trouble = DatabaseTroubles.Of(context.Exception)!.Value;
        var isPage = context.ActionDescriptor is CompiledPageActionDescriptor;
        if (!isPage || (trouble != DatabaseTrouble.Unreachable && !HttpMethods.IsGet(context.HttpContext.Request.Method)))
        {
            context.Exception = new DatabaseTroubleException(trouble, context.Exception);
        }
    }
}

/// <summary>Its code is also the key of its text.</summary>
public class DatabaseTroubleException(DatabaseTrouble trouble, Exception cause) : BusinessException($"Workspace:Database{trouble}", innerException: cause), IHasHttpStatusCode
{
    public int HttpStatusCode => StatusCodes.Status503ServiceUnavailable;
}
