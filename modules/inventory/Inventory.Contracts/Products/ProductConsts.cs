namespace Inventory.Products;

public static class ProductConsts
{
    public const int MaxCodeLength = 40;
    public const int MaxNameLength = 200;
    public const int MaxUnitLength = 30;
    public const int MaxWarrantyMonths = 600;
    public const int MaxSearchKeyLength = 450;
    public const int MaxSortKeyLength = 120;
}
