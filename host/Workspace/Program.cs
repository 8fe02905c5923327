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
catch (DbException failure)
{
    return CommandLine.Wrong($"The database does not answer as it should: {failure.Message}");
}

/// <summary>The entry point; public so that tests can name this assembly's program.</summary>
public partial class Program;
