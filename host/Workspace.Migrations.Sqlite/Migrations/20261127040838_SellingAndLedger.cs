using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SellingAndLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SalDocuments_TenantId_PartyId_Due",
                table: "SalDocuments");

            migrationBuilder.RenameColumn(
                name: "InvoicingTurns",
                table: "SalDocuments",
                newName: "Turns");

            migrationBuilder.RenameColumn(
                name: "Deliveries",
                table: "InvDeliveryOrders",
                newName: "Turns");

            migrationBuilder.AddColumn<long>(
                name: "DeliveredAmount",
                table: "SalDocuments",
                type: "INTEGER",
                nullable: true,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "WarehouseId",
                table: "SalDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "DeliveredQuantity",
                table: "SalDocumentLines",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "Group",
                table: "PtyParties",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GroupKey",
                table: "PtyParties",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CheckListId",
                table: "CrmPipelineStages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Score",
                table: "CrmLeads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ScoreDueOn",
                table: "CrmLeads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubstituteId",
                table: "CrmAssignmentRules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledAt",
                table: "CrmActivities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPrivate",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LengthMinutes",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Location",
                table: "CrmActivities",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OnlineUrl",
                table: "CrmActivities",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RemindBy",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RemindMinutes",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "CrmActivities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "OfInvoice",
                table: "AccReceiptAllocations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OfReceipt",
                table: "AccReceiptAllocations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Base_Amount",
                table: "AccJournalLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Base_Currency",
                table: "AccJournalLines",
                type: "TEXT",
                unicode: false,
                fixedLength: true,
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Base_Amount",
                table: "AccJournalEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Base_Currency",
                table: "AccJournalEntries",
                type: "TEXT",
                unicode: false,
                fixedLength: true,
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "CountsDeliveries",
                table: "AccCreditPolicies",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Group",
                table: "AccCreditPolicies",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GroupKey",
                table: "AccCreditPolicies",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "PolicyId",
                table: "AccCreditLimits",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "CrmActivityReminders",
                columns: table => new
                {
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmActivityReminders", x => x.ActivityId);
                    table.ForeignKey(
                        name: "FK_CrmActivityReminders_CrmActivities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "CrmActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CrmCheckItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ListName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmCheckItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmCheckItems_CrmActivities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "CrmActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CrmCheckItems_CrmOpportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "CrmOpportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CrmCheckListTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_CrmCheckListTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmMeetingAttendees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmMeetingAttendees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmMeetingAttendees_CrmActivities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "CrmActivities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InvPriceLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    GroupKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_InvPriceLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KerNotifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Resource = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    TextKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Args = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KerNotifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmCheckListTemplateItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    TaskDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmCheckListTemplateItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmCheckListTemplateItems_CrmCheckListTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "CrmCheckListTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InvPrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitPrice = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvPrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvPrices_InvPriceLists_ListId",
                        column: x => x.ListId,
                        principalTable: "InvPriceLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InvPrices_InvProducts_ProductId",
                        column: x => x.ProductId,
                        principalTable: "InvProducts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SalDocuments_TenantId_PartyId_Due",
                table: "SalDocuments",
                columns: new[] { "TenantId", "PartyId", "Due" },
                filter: "\"OpenAmount\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_PtyParties_TenantId_GroupKey_SortKey_Id",
                table: "PtyParties",
                columns: new[] { "TenantId", "GroupKey", "SortKey", "Id" },
                filter: "\"GroupKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_Score_FirstTouchAt_Id",
                table: "CrmLeads",
                columns: new[] { "TenantId", "Score", "FirstTouchAt", "Id" },
                descending: new[] { false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_ScoreDueOn",
                table: "CrmLeads",
                columns: new[] { "TenantId", "ScoreDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmActivities_TenantId_StartsAt",
                table: "CrmActivities",
                columns: new[] { "TenantId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditPolicies_GroupKey",
                table: "AccCreditPolicies",
                column: "GroupKey",
                unique: true,
                filter: "\"TenantId\" IS NULL AND \"GroupKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditPolicies_TenantId_GroupKey",
                table: "AccCreditPolicies",
                columns: new[] { "TenantId", "GroupKey" },
                unique: true,
                filter: "\"GroupKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmActivityReminders_TenantId_DueAt",
                table: "CrmActivityReminders",
                columns: new[] { "TenantId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckItems_ActivityId",
                table: "CrmCheckItems",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckItems_OpportunityId",
                table: "CrmCheckItems",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckItems_TenantId_ActivityId_Order",
                table: "CrmCheckItems",
                columns: new[] { "TenantId", "ActivityId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckItems_TenantId_OpportunityId_Order",
                table: "CrmCheckItems",
                columns: new[] { "TenantId", "OpportunityId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckItems_TenantId_TaskId",
                table: "CrmCheckItems",
                columns: new[] { "TenantId", "TaskId" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckListTemplateItems_TemplateId",
                table: "CrmCheckListTemplateItems",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmCheckListTemplates_TenantId_IsRetired_Name",
                table: "CrmCheckListTemplates",
                columns: new[] { "TenantId", "IsRetired", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmMeetingAttendees_ActivityId",
                table: "CrmMeetingAttendees",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmMeetingAttendees_TenantId_UserId",
                table: "CrmMeetingAttendees",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_InvPriceLists_TenantId_From_Id",
                table: "InvPriceLists",
                columns: new[] { "TenantId", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InvPrices_ListId",
                table: "InvPrices",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_InvPrices_ProductId_ListId",
                table: "InvPrices",
                columns: new[] { "ProductId", "ListId" },
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InvPrices_TenantId_ProductId_ListId",
                table: "InvPrices",
                columns: new[] { "TenantId", "ProductId", "ListId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KerNotifications_TenantId_UserId_RaisedAt",
                table: "KerNotifications",
                columns: new[] { "TenantId", "UserId", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KerNotifications_TenantId_UserId_ReadAt",
                table: "KerNotifications",
                columns: new[] { "TenantId", "UserId", "ReadAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmActivityReminders");

            migrationBuilder.DropTable(
                name: "CrmCheckItems");

            migrationBuilder.DropTable(
                name: "CrmCheckListTemplateItems");

            migrationBuilder.DropTable(
                name: "CrmMeetingAttendees");

            migrationBuilder.DropTable(
                name: "InvPrices");

            migrationBuilder.DropTable(
                name: "KerNotifications");

            migrationBuilder.DropTable(
                name: "CrmCheckListTemplates");

            migrationBuilder.DropTable(
                name: "InvPriceLists");

            migrationBuilder.DropIndex(
                name: "IX_SalDocuments_TenantId_PartyId_Due",
                table: "SalDocuments");

            migrationBuilder.DropIndex(
                name: "IX_PtyParties_TenantId_GroupKey_SortKey_Id",
                table: "PtyParties");

            migrationBuilder.DropIndex(
                name: "IX_CrmLeads_TenantId_Score_FirstTouchAt_Id",
                table: "CrmLeads");

            migrationBuilder.DropIndex(
                name: "IX_CrmLeads_TenantId_ScoreDueOn",
                table: "CrmLeads");

            migrationBuilder.DropIndex(
                name: "IX_CrmActivities_TenantId_StartsAt",
                table: "CrmActivities");

            migrationBuilder.DropIndex(
                name: "IX_AccCreditPolicies_GroupKey",
                table: "AccCreditPolicies");

            migrationBuilder.DropIndex(
                name: "IX_AccCreditPolicies_TenantId_GroupKey",
                table: "AccCreditPolicies");

            migrationBuilder.DropColumn(
                name: "DeliveredAmount",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "WarehouseId",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "DeliveredQuantity",
                table: "SalDocumentLines");

            migrationBuilder.DropColumn(
                name: "Group",
                table: "PtyParties");

            migrationBuilder.DropColumn(
                name: "GroupKey",
                table: "PtyParties");

            migrationBuilder.DropColumn(
                name: "CheckListId",
                table: "CrmPipelineStages");

            migrationBuilder.DropColumn(
                name: "Score",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "ScoreDueOn",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "SubstituteId",
                table: "CrmAssignmentRules");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "IsPrivate",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "LengthMinutes",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "Location",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "OnlineUrl",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "RemindBy",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "RemindMinutes",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "CrmActivities");

            migrationBuilder.DropColumn(
                name: "OfInvoice",
                table: "AccReceiptAllocations");

            migrationBuilder.DropColumn(
                name: "OfReceipt",
                table: "AccReceiptAllocations");

            migrationBuilder.DropColumn(
                name: "Base_Amount",
                table: "AccJournalLines");

            migrationBuilder.DropColumn(
                name: "Base_Currency",
                table: "AccJournalLines");

            migrationBuilder.DropColumn(
                name: "Base_Amount",
                table: "AccJournalEntries");

            migrationBuilder.DropColumn(
                name: "Base_Currency",
                table: "AccJournalEntries");

            migrationBuilder.DropColumn(
                name: "CountsDeliveries",
                table: "AccCreditPolicies");

            migrationBuilder.DropColumn(
                name: "Group",
                table: "AccCreditPolicies");

            migrationBuilder.DropColumn(
                name: "GroupKey",
                table: "AccCreditPolicies");

            migrationBuilder.RenameColumn(
                name: "Turns",
                table: "SalDocuments",
                newName: "InvoicingTurns");

            migrationBuilder.RenameColumn(
                name: "Turns",
                table: "InvDeliveryOrders",
                newName: "Deliveries");

            migrationBuilder.AlterColumn<Guid>(
                name: "PolicyId",
                table: "AccCreditLimits",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SalDocuments_TenantId_PartyId_Due",
                table: "SalDocuments",
                columns: new[] { "TenantId", "PartyId", "Due" },
                filter: "\"OpenAmount\" > 0");
        }
    }
}
