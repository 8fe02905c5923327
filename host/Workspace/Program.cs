using Workspace;
using Workspace.Commands;

var app = await WorkspaceHost.CreateAsync<WorkspaceModule>(args);
return await CommandLine.RunAsync(app, args);

/// <summary>The entry point; public so that tests can name this assembly's program.</summary>
public partial class Program;
