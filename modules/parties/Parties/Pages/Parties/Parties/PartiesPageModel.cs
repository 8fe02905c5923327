using Kernel.Web;

namespace Parties.Web;

public abstract class PartiesPageModel : KernelPageModel
{
    protected PartiesPageModel() => LocalizationResourceType = typeof(PartiesResource);
}
