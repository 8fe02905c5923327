using System.Collections;
using System.Text.Encodings.Web;
using Kernel.Displaying;
using Kernel.Localization;
using Kernel.Monetary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Validation;
using Volo.Abp;

namespace Kernel.Web;

/// <summary>
/// A refused change comes back as the same form with its message, and so does one that names a record that is gone; an unknown record itself is not found, whoever it belongs to.
/// An exception filter, because ABP commits the half-done change when a page or action filter handles the exception.
/// </summary>
public class BusinessExceptionPageFilter : IAsyncExceptionFilter, IOrderedFilter
{
    /// <summary>The first to see an exception.</summary>
    public int Order => int.MaxValue;

    public virtual async Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor)
        {
            return;
        }
        if (HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            if (context.Exception is EntityNotFoundException) { RetryResult.GiveUp(context); } else { await ExplainQuestionAsync(context); }
        }
        else if (HttpMethods.IsPost(context.HttpContext.Request.Method) && TryExplain(context))
        {
            context.ExceptionHandled = true;
            Flash.Forget(The<ITempDataDictionaryFactory>(context).GetTempData(context.HttpContext)); // refused when the unit of work ended, after the page had said that it was done
            await new RetryResult(StatusOf(context.Exception)).ExecuteResultAsync(context);
        }
    }

    private static T The<T>(ExceptionContext context) where T : notnull => context.HttpContext.RequestServices.GetRequiredService<T>();

    private static string TextOf(ExceptionContext context, string key) => The<IStringLocalizer<KernelWebResource>>(context)[key];

    private static string MessageOf(ExceptionContext context) => The<IExceptionToErrorInfoConverter>(context).Convert(context.Exception).Message ?? context.Exception.Message;

    private static int StatusOf(Exception refusal) => refusal switch
    {
        AbpDbConcurrencyException => StatusCodes.Status409Conflict,
        EntityNotFoundException => StatusCodes.Status404NotFound,
        IHasHttpStatusCode { HttpStatusCode: > 0 and var status } => status,
        _ => StatusCodes.Status422UnprocessableEntity
    };

    /// <summary>A question that is refused, such as a search by a field out of sight: the page without it, and why. A lookup gets the words alone.</summary>
    private static async Task ExplainQuestionAsync(ExceptionContext context)
    {
        var request = context.HttpContext.Request;
        if (context.Exception is not IBusinessException || context.HttpContext.Items.ContainsKey(RetryResult.Key) || request.Query.Count == 0
            || !TryExplain(context))
        {
            return;
        }
        context.ExceptionHandled = true;
        if (request.Query.ContainsKey("handler"))
        {
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
                ContentType = "text/html; charset=utf-8",
                Content = $"<p class=\"ui-lookup-none\" role=\"alert\">{HtmlEncoder.Default.Encode(MessageOf(context))}</p>",
            };
            return;
        }
        request.QueryString = QueryString.Empty;
        await new RetryResult(StatusCodes.Status422UnprocessableEntity).ExecuteResultAsync(context);
    }

    private static bool TryExplain(ExceptionContext context)
    {
        var (exception, state) = (context.Exception, context.ModelState);
        ForgetOtherForms(state);
        switch (exception)
        {
            case AbpValidationException validation:
                Explain(validation, state);
                return true;
            case AbpDbConcurrencyException:
                state.AddModelError("", TextOf(context, "ChangedMeanwhile"));
                return true;
            case EntityNotFoundException:
                state.AddModelError("", TextOf(context, "GoneMeanwhile"));
                return true;
            case IBusinessException:
                ShowAsRead(exception.Data, The<IDisplay>(context));
                state.AddModelError("", MessageOf(context));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The values in a message are written as its reader writes them, as everywhere else on the page.</summary>
    private static void ShowAsRead(IDictionary data, IDisplay display)
    {
        foreach (var key in data.Keys.Cast<object>().ToList())
        {
            data[key] = data[key] switch
            {
                Money money => display.Money(money),
                DateOnly date => display.Date(date),
                decimal number => display.Number(number),
                int count => display.Digits($"{count}"),
                var other => other,
            };
        }
    }

    /// <summary>A page binds all its forms; those that were not sent have no faults.</summary>
    private static void ForgetOtherForms(ModelStateDictionary state)
    {
        foreach (var key in state.Keys.Where(key => key.Length > 0 && state[key] is { AttemptedValue: null, Errors.Count: > 0 }).ToList())
        {
            state.Remove(key);
        }
    }

    /// <summary>A fault of a property goes to the field of that name, wherever the form keeps it.</summary>
    private static void Explain(AbpValidationException exception, ModelStateDictionary state)
    {
        if (!state.IsValid)
        {
            return; // the form's own faults are there already
        }
        foreach (var error in exception.ValidationErrors)
        {
            var member = error.MemberNames.FirstOrDefault() ?? "";
            var field = state.Keys.FirstOrDefault(key => key == member || key.EndsWith("." + member, StringComparison.OrdinalIgnoreCase));
            state.AddModelError(member.Length > 0 ? field ?? "" : "", error.ErrorMessage ?? exception.Message);
        }
        if (state.IsValid)
        {
            state.AddModelError("", exception.Message);
        }
    }
}
