using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Volo.Abp.Identity.Localization;

namespace Volo.Abp.Identity;

/// <summary>ASP.NET Core Identity's refusals as texts of <see cref="IdentityResource"/>.</summary>
internal class LocalizedIdentityErrorDescriber(IStringLocalizer<IdentityResource> texts) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Text(nameof(DefaultError));
    public override IdentityError ConcurrencyFailure() => Text(nameof(ConcurrencyFailure));
    public override IdentityError PasswordMismatch() => Text(nameof(PasswordMismatch));
    public override IdentityError InvalidToken() => Text(nameof(InvalidToken));
    public override IdentityError RecoveryCodeRedemptionFailed() => Text(nameof(RecoveryCodeRedemptionFailed));
    public override IdentityError LoginAlreadyAssociated() => Text(nameof(LoginAlreadyAssociated));
    public override IdentityError InvalidUserName(string userName) => Text(nameof(InvalidUserName), userName);
    public override IdentityError InvalidEmail(string email) => Text(nameof(InvalidEmail), email);
    public override IdentityError DuplicateUserName(string userName) => Text(nameof(DuplicateUserName), userName);
    public override IdentityError DuplicateEmail(string email) => Text(nameof(DuplicateEmail), email);
    public override IdentityError InvalidRoleName(string role) => Text(nameof(InvalidRoleName), role);
    public override IdentityError DuplicateRoleName(string role) => Text(nameof(DuplicateRoleName), role);
    public override IdentityError UserAlreadyHasPassword() => Text(nameof(UserAlreadyHasPassword));
    public override IdentityError UserLockoutNotEnabled() => Text(nameof(UserLockoutNotEnabled));
    public override IdentityError UserAlreadyInRole(string role) => Text(nameof(UserAlreadyInRole), role);
    public override IdentityError UserNotInRole(string role) => Text(nameof(UserNotInRole), role);
    public override IdentityError PasswordTooShort(int length) => Text(nameof(PasswordTooShort), length);
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Text(nameof(PasswordRequiresUniqueChars), uniqueChars);
    public override IdentityError PasswordRequiresNonAlphanumeric() => Text(nameof(PasswordRequiresNonAlphanumeric));
    public override IdentityError PasswordRequiresDigit() => Text(nameof(PasswordRequiresDigit));
    public override IdentityError PasswordRequiresLower() => Text(nameof(PasswordRequiresLower));
    public override IdentityError PasswordRequiresUpper() => Text(nameof(PasswordRequiresUpper));

    private IdentityError Text(string code, params object[] arguments) =>
        new() { Code = code, Description = texts["Volo.Abp.Identity:" + code, arguments] };
}
