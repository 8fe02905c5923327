using System.Data.Common;
using Workspace;
using Workspace.Commands;
using Workspace.Databases;

var (words, options) = CommandLine.Split(args);
try
{
    return await CommandLine.RunAsync(await WorkspaceHost.BuildAsync<WorkspaceModule>(options), words);
}
catch (DatabaseRefusedException refused)
{
    return CommandLine.Wrong(refused.Message);
}
catch (IOException full) when (DatabaseTroubles.Of(full) is DatabaseTrouble.Full)
{
    return CommandLine.Wrong($"There is no room left on the disk: {full.Message} Nothing half done was kept; make room and try again.");
}
catch (DbException failure)
{
    return CommandLine.Wrong($"The database does not answer as it should: {failure.Message}");
}

/// <summary>The entry point; public so that tests can name this assembly's program.</summary>
public partial class Program;
