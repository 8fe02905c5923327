namespace Kernel.Web;

/// <summary>
/// Marks a page that pages of other sites may frame. Only for one that needs no sign-in and shows nothing of anybody: the host forbids
/// framing everywhere else.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmbeddableAttribute : Attribute;
