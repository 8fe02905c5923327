using System.Linq.Expressions;
using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Cheques;

public class ChequeRecordSource(IReadOnlyRepository<Cheque, Guid> cheques, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : RecordSource<Cheque>(cheques, executer, permissions, AccountingPermissions.Cheques.Default), ITransientDependency
{
    protected override Expression<Func<Cheque, RecordCall>> Call => cheque => new RecordCall(cheque.Id, cheque.SayadId);

    protected override RecordName Name(RecordCall record) => new(record.Id, $"{texts["Cheque"]} {record.Text}", AccountingUrls.Cheque(record.Id));
}
