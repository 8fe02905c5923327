using Inventory.Stock;
using Kernel.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Inventory.Warehouses;

/// <summary>Rules about warehouses that need others: one name, one main warehouse.</summary>
public class WarehouseManager(
    IRepository<Warehouse, Guid> warehouses, IRepository<StockMove, Guid> moves, IRepository<StockLevel> levels, INumbering numbering,
    IStringLocalizer<InventoryResource> texts) : DomainService
{
    /// <summary>The warehouse that is named, which must be in use, or the main one. An organisation's first one is made when it is needed.</summary>
    public async Task<Guid> ChooseAsync(Guid? id)
    {
        if (id is null)
        {
            return await FindMainIdAsync() ?? (await MakeFirstAsync(texts["MainWarehouse"])).Id;
        }
        (await warehouses.GetAsync(id.Value)).EnsureOpen();
        return id.Value;
    }

    /// <summary>A new one; an organisation's first is its main one.</summary>
    public async Task<Warehouse> MakeAsync(string name)
    {
        if (await FindMainIdAsync() is null)
        {
            return await MakeFirstAsync(name);
        }
        var made = new Warehouse(GuidGenerator.Create(), name, isMain: false, CurrentTenant.Id);
        await CheckNameAsync(made);
        return await warehouses.InsertAsync(made);
    }

    public async Task CheckNameAsync(Warehouse warehouse)
    {
        if (await warehouses.AnyAsync(known => known.NameKey == warehouse.NameKey && known.Id != warehouse.Id))
        {
            throw new BusinessException(InventoryErrorCodes.WarehouseNameTaken).WithData("Name", warehouse.Name);
        }
    }

    private async Task<Guid?> FindMainIdAsync() => await AsyncExecuter.FirstOrDefaultAsync(
        (await warehouses.GetQueryableAsync()).Where(warehouse => warehouse.IsMain).Select(warehouse => (Guid?)warehouse.Id));

    /// <summary>Takes over what was booked before there were warehouses.</summary>
    /// <remarks>Its series lets two who both find none take turns: the second finds the one that the first has made.</remarks>
    private async Task<Warehouse> MakeFirstAsync(string name)
    {
        await numbering.NextAsync("warehouse");
        if (await FindMainIdAsync() is { } known)
        {
            return await warehouses.GetAsync(known);
        }
        var made = await warehouses.InsertAsync(new Warehouse(GuidGenerator.Create(), name, isMain: true, CurrentTenant.Id), autoSave: true);
        await (await moves.GetQueryableAsync()).Where(move => move.WarehouseId == Guid.Empty)
            .ExecuteUpdateAsync(set => set.SetProperty(move => move.WarehouseId, made.Id));
        await (await levels.GetQueryableAsync()).Where(level => level.WarehouseId == Guid.Empty)
            .ExecuteUpdateAsync(set => set.SetProperty(level => level.WarehouseId, made.Id));
        return made;
    }
}
