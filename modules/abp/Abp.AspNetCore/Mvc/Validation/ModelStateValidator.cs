using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.Mvc.Validation;

public interface IModelStateValidator
{
    /// <exception cref="AbpValidationException">The model state has errors.</exception>
    void Validate(ModelStateDictionary modelState);

    void AddErrors(IAbpValidationResult validationResult, ModelStateDictionary modelState);
}

public class ModelStateValidator : IModelStateValidator, ITransientDependency
{
    public virtual void Validate(ModelStateDictionary modelState)
    {
        if (modelState.IsValid)
        {
            return;
        }
        var result = new AbpValidationResult();
        AddErrors(result, modelState);
        throw new AbpValidationException("ModelState is not valid! See ValidationErrors for details.", result.Errors);
    }

    public virtual void AddErrors(IAbpValidationResult validationResult, ModelStateDictionary modelState) =>
        validationResult.Errors.AddRange(modelState.SelectMany(entry =>
            entry.Value!.Errors.Select(error => new ValidationResult(error.ErrorMessage, [entry.Key]))));
}
