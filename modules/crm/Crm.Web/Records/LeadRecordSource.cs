using System.Linq.Expressions;
using Crm.Leads;
using Crm.Permissions;
using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Web.Records;

public class LeadRecordSource(IReadOnlyRepository<Lead, Guid> leads, IAsyncQueryableExecuter executer, IPermissionChecker permissions)
    : RecordSource<Lead>(leads, executer, permissions, CrmPermissions.Leads.Default), ITransientDependency
{
    protected override Expression<Func<Lead, RecordCall>> Call => lead => new RecordCall(lead.Id, lead.CompanyName ?? lead.PersonName);

    protected override RecordName Name(RecordCall record) => new(record.Id, record.Text!, CrmUrls.Lead(record.Id));
}
