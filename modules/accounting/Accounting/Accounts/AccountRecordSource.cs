using System.Linq.Expressions;
using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Accounts;

public class AccountRecordSource(IReadOnlyRepository<Account, Guid> accounts, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : RecordSource<Account>(accounts, executer, permissions, AccountingPermissions.Accounts.Default), ITransientDependency
{
    protected override Expression<Func<Account, RecordCall>> Call => account => new RecordCall(account.Id, account.Name ?? account.Key);

    protected override RecordName Name(RecordCall record) => new(record.Id, texts["Account:" + record.Text] is { ResourceNotFound: false } word ? word : record.Text!, AccountingUrls.JournalOf(record.Id));
}
