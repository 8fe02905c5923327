using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Workspace.Databases;

/// <summary>
/// The log without the thousand lines that a database in trouble makes: requests, jobs, timers, schedule and EF would each tell their own failure, again
/// with each attempt. <see cref="DatabaseTroubleWatch"/> tells it once.
/// </summary>
public static class DatabaseTroubleLogging
{
    private const int MaxStatement = 2_000;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<DatabaseTroubleWatch>(provider => new DatabaseTroubleWatch(() => provider.GetRequiredService<ILoggerFactory>().CreateLogger<DatabaseTroubleWatch>()));
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new Factory(
            new LoggerFactory(provider.GetServices<ILoggerProvider>(), provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
                provider.GetService<IOptions<LoggerFactoryOptions>>(), provider.GetService<IExternalScopeProvider>()),
            provider.GetRequiredService<DatabaseTroubleWatch>())));
    }

    private sealed class Factory(LoggerFactory inner, DatabaseTroubleWatch watch) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Log(inner.CreateLogger(categoryName), watch, categoryName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        public void Dispose() => inner.Dispose();
    }

    /// <param name="isEf">EF names a statement that failed before it throws, and not why.</param>
    private sealed class Log(ILogger inner, DatabaseTroubleWatch watch, bool isEf) : ILogger
    {
        void ILogger.Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format)
        {
            if (watch.Notes(exception) || (isEf && level >= LogLevel.Warning && watch.Current is not null)) { return; }
            inner.Log(level, id, state, exception, isEf ? (named, failure) => Shortened(format(named, failure)) : format);
        }

        /// <summary>The first batch that a full disk refuses may have a thousand rows, and nobody knows of the disk yet.</summary>
        private static string Shortened(string statement) => statement.Length <= MaxStatement ? statement : statement[..MaxStatement] + " …";

        public bool IsEnabled(LogLevel level) => inner.IsEnabled(level);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);
    }
}
