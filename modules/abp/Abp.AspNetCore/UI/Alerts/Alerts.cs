using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.UI.Alerts;

public enum AlertType
{
    Default = 0,
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Warning = 5,
    Info = 6,
    Light = 7,
    Dark = 8
}

public class AlertMessage(AlertType type, string text, string? title = null, bool dismissible = true)
{
    public AlertType Type { get; set; } = type;
    public string Text { get; set; } = text;
    public string? Title { get; set; } = title;
    public bool Dismissible { get; set; } = dismissible;
}

public class AlertList : List<AlertMessage>
{
    public void Add(AlertType type, string text, string? title = null, bool dismissible = true) =>
        Add(new AlertMessage(type, text, title, dismissible));

    public void Info(string text, string? title = null, bool dismissible = true) => Add(AlertType.Info, text, title, dismissible);
    public void Warning(string text, string? title = null, bool dismissible = true) => Add(AlertType.Warning, text, title, dismissible);
    public void Danger(string text, string? title = null, bool dismissible = true) => Add(AlertType.Danger, text, title, dismissible);
    public void Success(string text, string? title = null, bool dismissible = true) => Add(AlertType.Success, text, title, dismissible);
}

/// <summary>The messages of the page that is being made.</summary>
public interface IAlertManager
{
    AlertList Alerts { get; }
}

public class AlertManager : IAlertManager, IScopedDependency
{
    public AlertList Alerts { get; } = [];
}
