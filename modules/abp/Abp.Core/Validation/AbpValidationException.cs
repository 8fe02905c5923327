using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using Volo.Abp.Logging;

namespace Volo.Abp.Validation;

public interface IHasValidationErrors
{
    IList<ValidationResult> ValidationErrors { get; }
}

/// <summary>An input that does not fulfil its declared rules.</summary>
public class AbpValidationException : AbpException, IHasLogLevel, IHasValidationErrors
{
    public AbpValidationException() { }
    public AbpValidationException(string message) : base(message) { }
    public AbpValidationException(IList<ValidationResult> validationErrors) => ValidationErrors = validationErrors;
    public AbpValidationException(string message, IList<ValidationResult> validationErrors) : base(message) => ValidationErrors = validationErrors;
    public AbpValidationException(string message, Exception innerException) : base(message, innerException) { }

    public IList<ValidationResult> ValidationErrors { get; } = [];
    public LogLevel LogLevel { get; set; } = LogLevel.Warning;
}

public interface IAbpValidationResult
{
    List<ValidationResult> Errors { get; }
}

public class AbpValidationResult : IAbpValidationResult
{
    public List<ValidationResult> Errors { get; } = [];
}
