using System.Linq.Expressions;
using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Receipts;

public class ReceiptRecordSource(IReadOnlyRepository<Receipt, Guid> receipts, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : RecordSource<Receipt>(receipts, executer, permissions, AccountingPermissions.Receipts.Default), ITransientDependency
{
    protected override Expression<Func<Receipt, RecordCall>> Call => receipt => new RecordCall(receipt.Id, receipt.Number);

    protected override RecordName Name(RecordCall record) => new(record.Id, $"{texts["Receipt"]} {record.Text}", AccountingUrls.Receipt(record.Id));
}
