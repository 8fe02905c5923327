using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Crm.Localization;
using Parties.Documents;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;

namespace Crm.CustomerFiles;

/// <summary>
/// Asks every installed module for its documents of one party. One after another, for they may share a database context;
/// one that fails or is forbidden costs its own panels only.
/// </summary>
public class CustomerDocuments(
    IEnumerable<IPartyDocumentSource> sources, IStringLocalizer<CrmResource> texts, ILogger<CustomerDocuments> logger) : ITransientDependency
{
    public virtual async Task<IReadOnlyList<SourceAnswer>> GetAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
    {
        var answers = new List<SourceAnswer>();
        foreach (var source in sources)
        {
            answers.Add(await AskAsync(source, partyId, max, today, before));
        }
        return answers;
    }

    private async Task<SourceAnswer> AskAsync(IPartyDocumentSource source, Guid partyId, int max, DateOnly today, DateOnly? before)
    {
        try
        {
            var documents = await source.GetDocumentsAsync(partyId, max, today, before);
            return !documents.IsForbidden ? new SourceAnswer(DocumentPanelState.Answered, documents)
                : documents.Kinds.Count > 0 ? new SourceAnswer(DocumentPanelState.Forbidden, documents)
                : Silent(source, DocumentPanelState.Forbidden);
        }
        catch (AbpAuthorizationException)
        {
            return Silent(source, DocumentPanelState.Forbidden);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "{Source} did not answer for party {PartyId}.", source.GetType().FullName, partyId);
            return Silent(source, DocumentPanelState.Failed);
        }
    }

    /// <summary>What kinds it knows only the source can say, so when it does not, one panel stands for all of them.</summary>
    private SourceAnswer Silent(IPartyDocumentSource source, DocumentPanelState state) =>
        new(state, new PartyDocuments([new PartyDocumentKind(source.GetType().FullName!, texts["File:Documents"], texts["File:Documents"], int.MaxValue)], [], []));
}

public record SourceAnswer(DocumentPanelState State, PartyDocuments Documents);
