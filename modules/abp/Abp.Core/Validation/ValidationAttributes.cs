namespace Volo.Abp.Validation;

/// <summary>The arguments of its public virtual methods are validated.</summary>
public interface IValidationEnabled;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class DisableValidationAttribute : Attribute;

/// <summary>Validates a method of a class whose validation is disabled.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class EnableValidationAttribute : Attribute;
