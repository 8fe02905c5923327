using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Validation.Localization;

namespace Volo.Abp.Validation;

public interface IObjectValidator
{
    /// <exception cref="AbpValidationException">The object, or one inside it, breaks a rule.</exception>
    Task ValidateAsync(object validatingObject, string? name = null, bool allowNull = false);

    Task<List<ValidationResult>> GetErrorsAsync(object validatingObject, string? name = null, bool allowNull = false);
}

/// <summary>Data annotations and <see cref="IValidatableObject"/>, down to eight levels of properties and collections.</summary>
internal class ObjectValidator(IServiceProvider services, IStringLocalizer<AbpValidationResource> texts) : IObjectValidator, ITransientDependency
{
    private const int MaxDepth = 8;
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    public async Task ValidateAsync(object validatingObject, string? name = null, bool allowNull = false)
    {
        var errors = await GetErrorsAsync(validatingObject, name, allowNull);
        if (errors.Count > 0)
        {
            throw new AbpValidationException("Object state is not valid! See ValidationErrors for details.", errors);
        }
    }

    public Task<List<ValidationResult>> GetErrorsAsync(object validatingObject, string? name = null, bool allowNull = false)
    {
        var errors = new List<ValidationResult>();
        if (validatingObject is not null)
        {
            Validate(errors, validatingObject, 1);
        }
        else if (!allowNull)
        {
            errors.Add(name is null ? new ValidationResult("Given object is null!") : new ValidationResult(name + " is null!", [name]));
        }
        return Task.FromResult(errors);
    }

    private void Validate(List<ValidationResult> errors, object? subject, int depth)
    {
        if (depth > MaxDepth || subject is null || IsSimple(subject.GetType()))
        {
            return;
        }
        if (subject is IEnumerable items)
        {
            if (subject is not IQueryable)
            {
                foreach (var item in items)
                {
                    Validate(errors, item, depth + 1);
                }
            }
            return;
        }
        var shape = Shapes.GetOrAdd(subject.GetType(), Shape.Of);
        foreach (var property in shape.Checked)
        {
            Check(errors, subject, property);
        }
        if (subject is IValidatableObject validatable)
        {
            errors.AddRange(validatable.Validate(new ValidationContext(subject, services, null)).Where(error => error != ValidationResult.Success));
        }
        foreach (var property in shape.Nested)
        {
            Validate(errors, property.GetValue(subject), depth + 1);
        }
    }

    private void Check(List<ValidationResult> errors, object subject, CheckedProperty property)
    {
        var value = property.Property.GetValue(subject);
        var context = new ValidationContext(subject, services, null) { MemberName = property.Property.Name, DisplayName = property.DisplayName };
        foreach (var (attribute, template) in property.Rules)
        {
            if (attribute.GetValidationResult(value, context) is { } error)
            {
                errors.Add(template is null
                    ? error
                    : new ValidationResult(ValidationMessages.Localize(texts, template, attribute, property.DisplayName), error.MemberNames));
            }
        }
    }

    /// <summary>Has no rules inside: numbers, texts, dates, enums and what the runtime itself defines, except collections.</summary>
    internal static bool IsSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type.Assembly == typeof(object).Assembly && !typeof(IEnumerable).IsAssignableFrom(type)
            || typeof(Stream).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type);
    }

    private record CheckedProperty(PropertyInfo Property, string DisplayName, (ValidationAttribute Attribute, string? Template)[] Rules);

    private record Shape(CheckedProperty[] Checked, PropertyInfo[] Nested)
    {
        public static Shape Of(Type type)
        {
            var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .ToArray();
            return new Shape(
                properties.Select(Checks).Where(property => property.Rules.Length > 0).ToArray(),
                properties.Where(property => !IsSimple(property.PropertyType)
                    && !property.IsDefined(typeof(DisableValidationAttribute), true)).ToArray());
        }

        private static CheckedProperty Checks(PropertyInfo property) => new(
            property,
            property.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? property.Name,
            property.GetCustomAttributes<ValidationAttribute>(true)
                .Select(attribute => (attribute, ValidationMessages.TemplateOrNull(attribute)))
                .ToArray());
    }
}
