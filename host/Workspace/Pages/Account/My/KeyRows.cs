using Workspace.ApiKeys;

namespace Workspace.Pages.Account.My;

/// <param name="Now">UTC; tells the expired ones.</param>
public record KeyRows(IReadOnlyList<ApiKey> Keys, DateTime Now);
