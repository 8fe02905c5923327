using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Http;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.ExceptionHandling;

/// <summary>Words an exception for the person or program that caused it, in the current culture. Nothing internal leaks.</summary>
public interface IExceptionToErrorInfoConverter
{
    RemoteServiceErrorInfo Convert(Exception exception, Action<AbpExceptionHandlingOptions>? options = null);
}

internal class ExceptionToErrorInfoConverter(
    IOptions<AbpExceptionHandlingOptions> defaults, IOptions<AbpExceptionLocalizationOptions> codes,
    IStringLocalizerFactory localizers, IStringLocalizer<AbpExceptionHandlingResource> texts, IServiceProvider services)
    : IExceptionToErrorInfoConverter, ITransientDependency
{
    public RemoteServiceErrorInfo Convert(Exception exception, Action<AbpExceptionHandlingOptions>? options = null)
    {
        var settings = new AbpExceptionHandlingOptions
        {
            SendExceptionsDetailsToClients = defaults.Value.SendExceptionsDetailsToClients,
            SendStackTraceToClients = defaults.Value.SendStackTraceToClients,
            SendExceptionDataToClientTypes = defaults.Value.SendExceptionDataToClientTypes
        };
        options?.Invoke(settings);
        exception = Actual(exception);

        var error = settings.SendExceptionsDetailsToClients ? Detailed(exception, settings) : Worded(exception);
        error.Code = (exception as IHasErrorCode)?.Code;
        if (settings.SendExceptionDataToClientTypes.Any(type => type.IsInstanceOfType(exception)))
        {
            error.Data = exception.Data;
        }
        return error;
    }

    private static Exception Actual(Exception exception) =>
        exception is AggregateException { InnerException: (IHasValidationErrors or IBusinessException or IHasErrorCode or EntityNotFoundException) and { } inner }
            ? inner
            : exception;

    private RemoteServiceErrorInfo Worded(Exception exception)
    {
        var details = (exception as IHasErrorDetails)?.Details;
        if (Localized(exception) is { } localized)
        {
            return new RemoteServiceErrorInfo(localized, details);
        }
        return exception switch
        {
            IUserFriendlyException => new RemoteServiceErrorInfo(exception.Message, details),
            IHasValidationErrors invalid => Invalid(invalid),
            EntityNotFoundException { EntityType: { } type } missing =>
                new RemoteServiceErrorInfo(texts["EntityNotFoundErrorMessage", type.Name, missing.Id!]),
            EntityNotFoundException => new RemoteServiceErrorInfo(exception.Message),
            AbpDbConcurrencyException => new RemoteServiceErrorInfo(texts["AbpDbConcurrencyErrorMessage"]),
            _ => new RemoteServiceErrorInfo(texts["InternalServerErrorMessage"], details)
        };
    }

    private string? Localized(Exception exception)
    {
        if (exception is ILocalizeErrorMessage worded)
        {
            return worded.LocalizeMessage(new LocalizationContext(services));
        }
        if (exception is not IHasErrorCode { Code: { } code } || code.IndexOf(':') is not (> 0 and var colon)
            || !codes.Value.ErrorCodeNamespaceMappings.TryGetValue(code[..colon], out var resource)
            || localizers.Create(resource)[code] is not { ResourceNotFound: false } text)
        {
            return null;
        }
        var message = text.Value;
        foreach (var key in exception.Data.Keys)
        {
            message = message.Replace("{" + key + "}", exception.Data[key]?.ToString());
        }
        return message;
    }

    private RemoteServiceErrorInfo Invalid(IHasValidationErrors invalid)
    {
        var narrative = new StringBuilder(texts["ValidationNarrativeErrorMessageTitle"]);
        foreach (var error in invalid.ValidationErrors)
        {
            narrative.AppendLine().Append(" - ").Append(error.ErrorMessage);
        }
        return new RemoteServiceErrorInfo(texts["ValidationErrorMessage"], narrative.ToString())
        {
            ValidationErrors = invalid.ValidationErrors
                .Select(error => new RemoteServiceValidationErrorInfo(
                    error.ErrorMessage ?? "", error.MemberNames.Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray()))
                .ToArray()
        };
    }

    private RemoteServiceErrorInfo Detailed(Exception exception, AbpExceptionHandlingOptions settings)
    {
        var error = exception is IHasValidationErrors invalid ? Invalid(invalid) : new RemoteServiceErrorInfo(exception.Message);
        var details = new StringBuilder();
        for (var each = exception; each is not null; each = each.InnerException)
        {
            details.Append(each.GetType().Name).Append(": ").AppendLine(each.Message);
            if (settings.SendStackTraceToClients)
            {
                details.AppendLine(each.StackTrace);
            }
        }
        error.Details = details.ToString();
        return error;
    }
}
