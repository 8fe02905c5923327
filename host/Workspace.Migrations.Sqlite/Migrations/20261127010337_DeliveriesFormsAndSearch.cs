using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeliveriesFormsAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_InvStockLevels",
                table: "InvStockLevels");

            migrationBuilder.AddColumn<Guid>(
                name: "OriginId",
                table: "SalDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WarehouseId",
                table: "InvStockMoves",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "WarehouseId",
                table: "InvStockLevels",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<decimal>(
                name: "Reserved",
                table: "InvStockLevels",
                type: "TEXT",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "TracksSerials",
                table: "InvProducts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "WarrantyMonths",
                table: "InvProducts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnswerDueAt",
                table: "CrmLeads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "CrmLeads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AssignedAt",
                table: "CrmLeads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FormId",
                table: "CrmLeads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Repeat",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SeriesFrom",
                table: "CrmActivities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SeriesIndex",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_InvStockLevels",
                table: "InvStockLevels",
                columns: new[] { "Id", "WarehouseId" });

            migrationBuilder.CreateTable(
                name: "CrmAssignmentRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    LastUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmAssignmentRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmCalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmCalendarFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmLeadForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Intro = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ThankYou = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Fields = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmLeadForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmOpportunityLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    DiscountPercent = table.Column<decimal>(type: "TEXT", precision: 7, scale: 4, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmOpportunityLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmOpportunityLines_CrmOpportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "CrmOpportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CrmSalesQuotas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmSalesQuotas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmSavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmSavedViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmScoreRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Test = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    HalfLifeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmScoreRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmWorkCalendars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ZoneId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmWorkCalendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InvDeliveryOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Deliveries = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvDeliveryOrders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "InvWarehouses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsMain = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvWarehouses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmAssignmentMembers",
                columns: table => new
                {
                    RuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmAssignmentMembers", x => new { x.RuleId, x.UserId });
                    table.ForeignKey(
                        name: "FK_CrmAssignmentMembers_CrmAssignmentRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "CrmAssignmentRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CrmHolidays",
                columns: table => new
                {
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmHolidays", x => new { x.CalendarId, x.Day });
                    table.ForeignKey(
                        name: "FK_CrmHolidays_CrmWorkCalendars_CalendarId",
                        column: x => x.CalendarId,
                        principalTable: "CrmWorkCalendars",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InvDeliveryNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 65, nullable: false),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvDeliveryNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvDeliveryNotes_InvDeliveryNotes_SourceId",
                        column: x => x.SourceId,
                        principalTable: "InvDeliveryNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvDeliveryNotes_InvDeliveryOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "InvDeliveryOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvDeliveryNotes_InvWarehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "InvWarehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvDeliveryOrderLines",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Ordered = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Delivered = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Open = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    WarehouseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvDeliveryOrderLines", x => new { x.OrderId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_InvDeliveryOrderLines_InvDeliveryOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "InvDeliveryOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InvDeliveryOrderLines_InvProducts_ProductId",
                        column: x => x.ProductId,
                        principalTable: "InvProducts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvDeliveryOrderLines_InvWarehouses_WarehouseId",
                        column: x => x.WarehouseId,
                        principalTable: "InvWarehouses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvDeliveryNoteLines",
                columns: table => new
                {
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderLine = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Returned = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvDeliveryNoteLines", x => new { x.NoteId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_InvDeliveryNoteLines_InvDeliveryNotes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "InvDeliveryNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InvDeliveryNoteLines_InvProducts_ProductId",
                        column: x => x.ProductId,
                        principalTable: "InvProducts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvDeliveredSerials",
                columns: table => new
                {
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    SerialKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WarrantyUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvDeliveredSerials", x => new { x.NoteId, x.Ordinal, x.SerialKey });
                    table.ForeignKey(
                        name: "FK_InvDeliveredSerials_InvDeliveryNoteLines_NoteId_Ordinal",
                        columns: x => new { x.NoteId, x.Ordinal },
                        principalTable: "InvDeliveryNoteLines",
                        principalColumns: new[] { "NoteId", "Ordinal" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SalDocuments_TenantId_OriginId",
                table: "SalDocuments",
                columns: new[] { "TenantId", "OriginId" });

            migrationBuilder.CreateIndex(
                name: "IX_InvStockLevels_TenantId_WarehouseId_Id",
                table: "InvStockLevels",
                columns: new[] { "TenantId", "WarehouseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_FormId_FirstTouchAt",
                table: "CrmLeads",
                columns: new[] { "TenantId", "FormId", "FirstTouchAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_OwnerId_AnsweredAt_AnswerDueAt",
                table: "CrmLeads",
                columns: new[] { "TenantId", "OwnerId", "AnsweredAt", "AnswerDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmActivities_TenantId_DueOn",
                table: "CrmActivities",
                columns: new[] { "TenantId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmAssignmentRules_TenantId_Order",
                table: "CrmAssignmentRules",
                columns: new[] { "TenantId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmCalendarFeeds_TenantId_SecretHash",
                table: "CrmCalendarFeeds",
                columns: new[] { "TenantId", "SecretHash" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmCalendarFeeds_TenantId_UserId",
                table: "CrmCalendarFeeds",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeadForms_TenantId_CreationTime",
                table: "CrmLeadForms",
                columns: new[] { "TenantId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmOpportunityLines_OpportunityId",
                table: "CrmOpportunityLines",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmOpportunityLines_TenantId_OpportunityId_CreationTime",
                table: "CrmOpportunityLines",
                columns: new[] { "TenantId", "OpportunityId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmSalesQuotas_TenantId_Month",
                table: "CrmSalesQuotas",
                columns: new[] { "TenantId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmSavedViews_TenantId_UserId_List",
                table: "CrmSavedViews",
                columns: new[] { "TenantId", "UserId", "List" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmScoreRules_TenantId_Subject",
                table: "CrmScoreRules",
                columns: new[] { "TenantId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmWorkCalendars_TenantId",
                table: "CrmWorkCalendars",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveredSerials_ProductId_SerialKey",
                table: "InvDeliveredSerials",
                columns: new[] { "ProductId", "SerialKey" },
                unique: true,
                filter: "\"TenantId\" IS NULL AND \"ReturnedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveredSerials_TenantId_ProductId_SerialKey",
                table: "InvDeliveredSerials",
                columns: new[] { "TenantId", "ProductId", "SerialKey" },
                unique: true,
                filter: "\"ReturnedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveredSerials_TenantId_SerialKey",
                table: "InvDeliveredSerials",
                columns: new[] { "TenantId", "SerialKey" });

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNoteLines_ProductId",
                table: "InvDeliveryNoteLines",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_Number",
                table: "InvDeliveryNotes",
                column: "Number",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_OrderId",
                table: "InvDeliveryNotes",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_SourceId",
                table: "InvDeliveryNotes",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_TenantId_Date_Id",
                table: "InvDeliveryNotes",
                columns: new[] { "TenantId", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_TenantId_Number",
                table: "InvDeliveryNotes",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_TenantId_PartyId_Kind_Date",
                table: "InvDeliveryNotes",
                columns: new[] { "TenantId", "PartyId", "Kind", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryNotes_WarehouseId",
                table: "InvDeliveryNotes",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryOrderLines_ProductId",
                table: "InvDeliveryOrderLines",
                column: "ProductId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryOrderLines_WarehouseId",
                table: "InvDeliveryOrderLines",
                column: "WarehouseId");

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryOrders_TenantId_PartyId_State",
                table: "InvDeliveryOrders",
                columns: new[] { "TenantId", "PartyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_InvDeliveryOrders_TenantId_State_Due_Id",
                table: "InvDeliveryOrders",
                columns: new[] { "TenantId", "State", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InvWarehouses_NameKey",
                table: "InvWarehouses",
                column: "NameKey",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InvWarehouses_TenantId_NameKey",
                table: "InvWarehouses",
                columns: new[] { "TenantId", "NameKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmAssignmentMembers");

            migrationBuilder.DropTable(
                name: "CrmCalendarFeeds");

            migrationBuilder.DropTable(
                name: "CrmHolidays");

            migrationBuilder.DropTable(
                name: "CrmLeadForms");

            migrationBuilder.DropTable(
                name: "CrmOpportunityLines");

            migrationBuilder.DropTable(
                name: "CrmSalesQuotas");

            migrationBuilder.DropTable(
                name: "CrmSavedViews");

            migrationBuilder.DropTable(
                name: "CrmScoreRules");

            migrationBuilder.DropTable(
                name: "InvDeliveredSerials");

            migrationBuilder.DropTable(
                name: "InvDeliveryOrderLines");

            migrationBuilder.DropTable(
                name: "CrmAssignmentRules");

            migrationBuilder.DropTable(
                name: "CrmWorkCalendars");

            migrationBuilder.DropTable(
                name: "InvDeliveryNoteLines");

            migrationBuilder.DropTable(
                name: "InvDeliveryNotes");

            migrationBuilder.DropTable(
                name: "InvDeliveryOrders");

            migrationBuilder.DropTable(
                name: "InvWarehouses");

            migrationBuilder.DropIndex(
                name: "IX_SalDocuments_TenantId_OriginId",
                table: "SalDocuments");

            migrationBuilder.DropPrimaryKey(
                name: "PK_InvStockLevels",
                table: "InvStockLevels");

            migrationBuilder.DropIndex(
                name: "IX_InvStockLevels_TenantId_WarehouseId_Id",
                table: "InvStockLevels");

            migrationBuilder.DropIndex(
                name: "IX_CrmLeads_TenantId_FormId_FirstTouchAt",
                table: "CrmLeads");

            migrationBuilder.DropIndex(
                name: "IX_CrmLeads_TenantId_OwnerId_AnsweredAt_AnswerDueAt",
                table: "CrmLeads");

            migrationBuilder.DropIndex(
                name: "IX_CrmActivities_TenantId_DueOn",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "OriginId",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "WarehouseId",
                table: "InvStockMoves");

            migrationBuilder.DropColumn(
                name: "WarehouseId",
                table: "InvStockLevels");

            migrationBuilder.DropColumn(
                name: "Reserved",
                table: "InvStockLevels");

            migrationBuilder.DropColumn(
                name: "TracksSerials",
                table: "InvProducts");

            migrationBuilder.DropColumn(
                name: "WarrantyMonths",
                table: "InvProducts");

            migrationBuilder.DropColumn(
                name: "AnswerDueAt",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "AssignedAt",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "FormId",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "Repeat",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "SeriesFrom",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "SeriesIndex",
                table: "CrmActivities");

            migrationBuilder.AddPrimaryKey(
                name: "PK_InvStockLevels",
                table: "InvStockLevels",
                column: "Id");
        }
    }
}
