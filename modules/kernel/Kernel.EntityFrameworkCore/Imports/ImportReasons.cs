using Volo.Abp;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Timing;
using Volo.Abp.Validation;

namespace Kernel.Imports;

/// <summary>Says why, in the current language, with the very text that a form would show.</summary>
public class ImportReasons(IExceptionToErrorInfoConverter texts, IClock clock) : ITransientDependency
{
    public string TextOf(string code, IReadOnlyDictionary<string, object>? data)
    {
        var exception = new BusinessException(code);
        foreach (var (name, value) in data ?? new Dictionary<string, object>())
        {
            exception.WithData(name, value);
        }
        return TextOf(exception);
    }

    public string TextOf(BusinessException exception) => texts.Convert(exception).Message ?? exception.Code ?? "";

    /// <summary>The refusal of a row whose group threw: by its own code when it is a rule, else as unexpected.</summary>
    public RowResult Refuse(ImportRow row, Exception exception)
    {
        return exception switch
        {
            IBusinessException and IHasErrorCode { Code: { } code } => new RowResult(row, RowOutcome.Refused, code, DataOf(exception)),
            AbpValidationException invalid => RowResult.Refused(row, KernelErrorCodes.Imports.Invalid,
                ("Errors", string.Join(" ", invalid.ValidationErrors.Select(error => error.ErrorMessage)))),
            _ => RowResult.Refused(row, KernelErrorCodes.Imports.Unexpected, ("Time", clock.Now.ToString("u"))),
        };
    }

    private static Dictionary<string, object> DataOf(Exception exception) =>
        exception.Data.Keys.OfType<string>().ToDictionary(name => name, name => exception.Data[name] ?? "");
}
