namespace Kernel.Components;

/// <summary>Model of the partial <c>_UiReveal</c>: posts to the page's handler <c>Reveal</c>.</summary>
/// <param name="Field">What to uncover, as the handler understands it.</param>
/// <param name="Into">Where htmx puts the answer.</param>
public record RevealButton(string Field, string Into);
