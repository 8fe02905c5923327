using System.Linq.Expressions;
using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Inventory.Products;

public class ProductRecordSource(IReadOnlyRepository<Product, Guid> products, IAsyncQueryableExecuter executer, IPermissionChecker permissions)
    : RecordSource<Product>(products, executer, permissions, InventoryPermissions.Products.Default), ITransientDependency
{
    protected override Expression<Func<Product, RecordCall>> Call => product => new RecordCall(product.Id, product.Name);

    protected override RecordName Name(RecordCall record) => new(record.Id, record.Text!, $"/Inventory/Products/Details/{record.Id}");
}
