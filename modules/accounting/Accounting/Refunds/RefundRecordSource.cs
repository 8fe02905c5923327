using System.Linq.Expressions;
using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Refunds;

public class RefundRecordSource(IReadOnlyRepository<Refund, Guid> refunds, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : RecordSource<Refund>(refunds, executer, permissions, AccountingPermissions.Refunds.Default), ITransientDependency
{
    protected override Expression<Func<Refund, RecordCall>> Call => refund => new RecordCall(refund.Id, refund.Number);

    protected override RecordName Name(RecordCall record) => new(record.Id, $"{texts["Refund"]} {record.Text}", AccountingUrls.Refund(record.Id));
}
