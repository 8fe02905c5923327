using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.UI.Layout;

/// <summary>What a page tells the layout around it.</summary>
public interface IPageLayout
{
    ContentLayout Content { get; }
}

public class PageLayout : IPageLayout, IScopedDependency
{
    public ContentLayout Content { get; } = new();
}

public class ContentLayout
{
    public string? Title { get; set; }
    public string? MenuItemName { get; set; }
    public BreadCrumb BreadCrumb { get; } = new();

    public virtual bool ShouldShowBreadCrumb() => BreadCrumb.Items.Count > 0 || BreadCrumb.ShowCurrent && !string.IsNullOrEmpty(Title);
}

public class BreadCrumb
{
    public bool ShowHome { get; set; } = true;
    public bool ShowCurrent { get; set; } = true;
    public List<BreadCrumbItem> Items { get; } = [];

    public void Add(string text, string? url = null, string? icon = null) => Items.Add(new BreadCrumbItem(text, url, icon));
}

public class BreadCrumbItem(string text, string? url = null, string? icon = null)
{
    public string Text { get; set; } = text;
    public string? Url { get; set; } = url;
    public string? Icon { get; set; } = icon;
}
