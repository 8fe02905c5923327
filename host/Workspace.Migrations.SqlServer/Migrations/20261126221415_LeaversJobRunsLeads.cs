using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LeaversJobRunsLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CycleDays",
                table: "CrmOpportunities",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalKey",
                table: "CrmOpportunities",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Product",
                table: "CrmOpportunities",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SellerName",
                table: "CrmOpportunities",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CrmLeads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PersonName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CompanyName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Position = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Mobile = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Province = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    City = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(401)", maxLength: 401, nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<int>(type: "int", nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UtmSource = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UtmMedium = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UtmCampaign = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UtmTerm = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UtmContent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FirstTouchAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastTouchAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    RecycledUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    HasBudget = table.Column<bool>(type: "bit", nullable: true),
                    BudgetAmount = table.Column<long>(type: "bigint", nullable: true),
                    BudgetCurrency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    Interest = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Pain = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Requirements = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    WishedResult = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Urgency = table.Column<int>(type: "int", nullable: true),
                    BuyOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Deciders = table.Column<int>(type: "int", nullable: true),
                    BuyingProcess = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Authority = table.Column<int>(type: "int", nullable: true),
                    Competitors = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Objections = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    NextStep = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    NextStepOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReasonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OutcomeNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OpportunityId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExternalKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Attributes = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    ExtraProperties = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsDeleted = table.Column<bool>(type: "bit", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmLeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkspaceJobRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ArgsHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Node = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    Error = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ErrorDetails = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkspaceJobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WsHandovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Time = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Parts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExtraProperties = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WsHandovers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WsLeaverNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LiftedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExtraProperties = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WsLeaverNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WsReadAlarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Time = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    WasStopped = table.Column<bool>(type: "bit", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SeenById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WsReadAlarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CrmLeadEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LeadId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    CreationTime = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmLeadEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmLeadEvents_CrmLeads_LeadId",
                        column: x => x.LeadId,
                        principalTable: "CrmLeads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KerChanges_TenantId_UserId_Time",
                table: "KerChanges",
                columns: new[] { "TenantId", "UserId", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmOpportunities_ExternalKey",
                table: "CrmOpportunities",
                column: "ExternalKey",
                unique: true,
                filter: "[TenantId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmOpportunities_TenantId_ExternalKey",
                table: "CrmOpportunities",
                columns: new[] { "TenantId", "ExternalKey" },
                unique: true,
                filter: "[TenantId] IS NOT NULL AND [ExternalKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeadEvents_LeadId",
                table: "CrmLeadEvents",
                column: "LeadId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeadEvents_TenantId_LeadId_At",
                table: "CrmLeadEvents",
                columns: new[] { "TenantId", "LeadId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_ExternalKey",
                table: "CrmLeads",
                column: "ExternalKey",
                unique: true,
                filter: "[TenantId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_CustomerId",
                table: "CrmLeads",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_ExternalKey",
                table: "CrmLeads",
                columns: new[] { "TenantId", "ExternalKey" },
                unique: true,
                filter: "[TenantId] IS NOT NULL AND [ExternalKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_OwnerId_Status_NextStepOn",
                table: "CrmLeads",
                columns: new[] { "TenantId", "OwnerId", "Status", "NextStepOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_SourceId_FirstTouchAt",
                table: "CrmLeads",
                columns: new[] { "TenantId", "SourceId", "FirstTouchAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmLeads_TenantId_Status_FirstTouchAt",
                table: "CrmLeads",
                columns: new[] { "TenantId", "Status", "FirstTouchAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkspaceJobRuns_TenantId_Name_ArgsHash",
                table: "WorkspaceJobRuns",
                columns: new[] { "TenantId", "Name", "ArgsHash" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkspaceJobRuns_TenantId_QueuedAt_Id",
                table: "WorkspaceJobRuns",
                columns: new[] { "TenantId", "QueuedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WsHandovers_TenantId_UserId_Time",
                table: "WsHandovers",
                columns: new[] { "TenantId", "UserId", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_WsLeaverNotices_TenantId_Since",
                table: "WsLeaverNotices",
                columns: new[] { "TenantId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_WsReadAlarms_TenantId_Time",
                table: "WsReadAlarms",
                columns: new[] { "TenantId", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_WsReadAlarms_TenantId_UserId_Time",
                table: "WsReadAlarms",
                columns: new[] { "TenantId", "UserId", "Time" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmLeadEvents");

            migrationBuilder.DropTable(
                name: "WorkspaceJobRuns");

            migrationBuilder.DropTable(
                name: "WsHandovers");

            migrationBuilder.DropTable(
                name: "WsLeaverNotices");

            migrationBuilder.DropTable(
                name: "WsReadAlarms");

            migrationBuilder.DropTable(
                name: "CrmLeads");

            migrationBuilder.DropIndex(
                name: "IX_KerChanges_TenantId_UserId_Time",
                table: "KerChanges");

            migrationBuilder.DropIndex(
                name: "IX_CrmOpportunities_ExternalKey",
                table: "CrmOpportunities");

            migrationBuilder.DropIndex(
                name: "IX_CrmOpportunities_TenantId_ExternalKey",
                table: "CrmOpportunities");

            migrationBuilder.DropColumn(
                name: "CycleDays",
                table: "CrmOpportunities");

            migrationBuilder.DropColumn(
                name: "ExternalKey",
                table: "CrmOpportunities");

            migrationBuilder.DropColumn(
                name: "Product",
                table: "CrmOpportunities");

            migrationBuilder.DropColumn(
                name: "SellerName",
                table: "CrmOpportunities");
        }
    }
}
