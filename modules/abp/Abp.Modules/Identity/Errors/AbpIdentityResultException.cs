using Microsoft.AspNetCore.Identity;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Identity;
using Volo.Abp.Localization;

namespace Volo.Abp.Identity
{
    /// <summary>What ASP.NET Core Identity refused, in the reader's language.</summary>
    public class AbpIdentityResultException : BusinessException, ILocalizeErrorMessage
    {
        public IdentityResult IdentityResult { get; }

        public AbpIdentityResultException(IdentityResult identityResult)
            : base($"Volo.Abp.Identity:{identityResult.Errors.First().Code}", TextOf(identityResult)) => IdentityResult = identityResult;

        public virtual string LocalizeMessage(LocalizationContext context) => TextOf(IdentityResult);

        private static string TextOf(IdentityResult result) => string.Join(Environment.NewLine, result.Errors.Select(error => error.Description));
    }
}

namespace Microsoft.AspNetCore.Identity
{
    public static class AbpIdentityResultExtensions
    {
        /// <exception cref="AbpIdentityResultException">The result is a failure.</exception>
        public static void CheckErrors(this IdentityResult identityResult)
        {
            if (!identityResult.Succeeded)
            {
                throw new AbpIdentityResultException(identityResult);
            }
        }
    }
}
