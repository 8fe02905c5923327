using Workspace;
using Workspace.Commands;

var (words, options) = CommandLine.Split(args);
var app = await WorkspaceHost.CreateAsync<WorkspaceModule>(options);
return await CommandLine.RunAsync(app, words);

/// <summary>The entry point; public so that tests can name this assembly's program.</summary>
public partial class Program;
