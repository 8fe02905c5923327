using Kernel.Reading;
using Kernel.Searching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kernel.Web;

/// <summary>The workspace's one search: every installed module answers with what the reader may see.</summary>
[Authorize]
[Reads("Workspace.Search", Words = nameof(Q), Rows = nameof(Hits))]
public class SearchModel(IEnumerable<ISearchSource> sources) : KernelPageModel
{
    private const int Few = 5, Many = 30;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public IReadOnlyList<IGrouping<string, SearchHit>> Groups { get; private set; } = [];
    public int Hits => Groups.Sum(group => group.Count());

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var text = Q?.Trim() ?? "";
        var hits = new List<SearchHit>();
        if (text.Length > 0)
        {
            foreach (var source in sources)
            {
                hits.AddRange(await source.SearchAsync(text, Request.IsForFragment() ? Few : Many));
            }
        }
        Groups = [.. hits.GroupBy(hit => hit.Group)];
        return PageOr("_SearchHits");
    }
}
