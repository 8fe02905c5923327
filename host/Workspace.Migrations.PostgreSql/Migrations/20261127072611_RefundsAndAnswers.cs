using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RefundsAndAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PaidBackAmount",
                table: "SalDocuments",
                type: "bigint",
                nullable: true,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "LiveKey",
                table: "CrmSalesQuotas",
                type: "character varying(43)",
                unicode: false,
                maxLength: 43,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RecordedById",
                table: "CrmMeetingAttendees",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Fit",
                table: "CrmLeads",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FitAt",
                table: "CrmLeads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FitById",
                table: "CrmLeads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FitNote",
                table: "CrmLeads",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Fit",
                table: "CrmCustomers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FitAt",
                table: "CrmCustomers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FitById",
                table: "CrmCustomers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FitNote",
                table: "CrmCustomers",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Iban",
                table: "AccReceipts",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "PaidBackAmount",
                table: "AccReceipts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PaidBackWorth",
                table: "AccReceipts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "AccRefunds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Method = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Iban = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true, collation: "C"),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SearchKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    Amount_Amount = table.Column<long>(type: "bigint", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    ExtraProperties = table.Column<string>(type: "text", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsDeleted = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    DeleterId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeletionTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccRefunds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccRefunds_AccAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AccAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccStatementMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    Currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExtraProperties = table.Column<string>(type: "text", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccStatementMails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccRefundParts",
                columns: table => new
                {
                    RefundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: true),
                    InvoiceId = table.Column<Guid>(type: "uuid", nullable: true),
                    SourceNumber = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Worth = table.Column<long>(type: "bigint", nullable: false),
                    Amount_Amount = table.Column<long>(type: "bigint", nullable: false),
                    Amount_Currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccRefundParts", x => new { x.RefundId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_AccRefundParts_AccReceipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "AccReceipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccRefundParts_AccRefunds_RefundId",
                        column: x => x.RefundId,
                        principalTable: "AccRefunds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CrmSalesQuotas_LiveKey",
                table: "CrmSalesQuotas",
                column: "LiveKey",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CrmSalesQuotas_TenantId_LiveKey",
                table: "CrmSalesQuotas",
                columns: new[] { "TenantId", "LiveKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccRefundParts_ReceiptId",
                table: "AccRefundParts",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_AccRefundParts_TenantId_InvoiceId",
                table: "AccRefundParts",
                columns: new[] { "TenantId", "InvoiceId" });

            migrationBuilder.CreateIndex(
                name: "IX_AccRefundParts_TenantId_ReceiptId",
                table: "AccRefundParts",
                columns: new[] { "TenantId", "ReceiptId" });

            migrationBuilder.CreateIndex(
                name: "IX_AccRefunds_AccountId",
                table: "AccRefunds",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AccRefunds_Number",
                table: "AccRefunds",
                column: "Number",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccRefunds_TenantId_Date_Id",
                table: "AccRefunds",
                columns: new[] { "TenantId", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccRefunds_TenantId_Number",
                table: "AccRefunds",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccRefunds_TenantId_PartyId_Date",
                table: "AccRefunds",
                columns: new[] { "TenantId", "PartyId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_AccStatementMails_Number",
                table: "AccStatementMails",
                column: "Number",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccStatementMails_TenantId_Number",
                table: "AccStatementMails",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccStatementMails_TenantId_PartyId_Date",
                table: "AccStatementMails",
                columns: new[] { "TenantId", "PartyId", "Date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccRefundParts");

            migrationBuilder.DropTable(
                name: "AccStatementMails");

            migrationBuilder.DropTable(
                name: "AccRefunds");

            migrationBuilder.DropIndex(
                name: "IX_CrmSalesQuotas_LiveKey",
                table: "CrmSalesQuotas");

            migrationBuilder.DropIndex(
                name: "IX_CrmSalesQuotas_TenantId_LiveKey",
                table: "CrmSalesQuotas");

            migrationBuilder.DropColumn(
                name: "PaidBackAmount",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "LiveKey",
                table: "CrmSalesQuotas");

            migrationBuilder.DropColumn(
                name: "RecordedById",
                table: "CrmMeetingAttendees");

            migrationBuilder.DropColumn(
                name: "Fit",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "FitAt",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "FitById",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "FitNote",
                table: "CrmLeads");

            migrationBuilder.DropColumn(
                name: "Fit",
                table: "CrmCustomers");

            migrationBuilder.DropColumn(
                name: "FitAt",
                table: "CrmCustomers");

            migrationBuilder.DropColumn(
                name: "FitById",
                table: "CrmCustomers");

            migrationBuilder.DropColumn(
                name: "FitNote",
                table: "CrmCustomers");

            migrationBuilder.DropColumn(
                name: "Iban",
                table: "AccReceipts");

            migrationBuilder.DropColumn(
                name: "PaidBackAmount",
                table: "AccReceipts");

            migrationBuilder.DropColumn(
                name: "PaidBackWorth",
                table: "AccReceipts");
        }
    }
}
