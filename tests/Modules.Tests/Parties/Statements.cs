using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Modules.Tests.Parties;

/// <summary>The queries that reached the connection since they were last counted.</summary>
public class Statements : DbCommandInterceptor
{
    private readonly List<string> sent = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        sent.Add(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public IReadOnlyList<string> Take()
    {
        var taken = sent.ToList();
        sent.Clear();
        return taken;
    }
}
