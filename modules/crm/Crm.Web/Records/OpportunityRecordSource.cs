using System.Linq.Expressions;
using Crm.Opportunities;
using Crm.Permissions;
using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Web.Records;

public class OpportunityRecordSource(IReadOnlyRepository<Opportunity, Guid> opportunities, IAsyncQueryableExecuter executer, IPermissionChecker permissions)
    : RecordSource<Opportunity>(opportunities, executer, permissions, CrmPermissions.Opportunities.Default), ITransientDependency
{
    protected override Expression<Func<Opportunity, RecordCall>> Call => opportunity => new RecordCall(opportunity.Id, opportunity.Title);

    protected override RecordName Name(RecordCall record) => new(record.Id, record.Text!, CrmUrls.Opportunity(record.Id));
}
