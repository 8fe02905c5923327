using Volo.Abp.Identity;

namespace Workspace.Pages.Account.My;

/// <param name="Current">Id of the session that asks; null where somebody else looks on.</param>
public record SessionRows(IReadOnlyList<IdentitySession> Sessions, string? Current);
