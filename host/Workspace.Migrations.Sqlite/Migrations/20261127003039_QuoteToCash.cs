using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class QuoteToCash : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AnswerName",
                table: "SalDocuments",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerRemark",
                table: "SalDocuments",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "SalDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InvoicingTurns",
                table: "SalDocuments",
                type: "INTEGER",
                nullable: true,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "UninvoicedAmount",
                table: "SalDocuments",
                type: "INTEGER",
                nullable: true,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "SalDocuments",
                type: "INTEGER",
                nullable: true,
                defaultValue: 1);

            migrationBuilder.AddColumn<decimal>(
                name: "InvoicedQuantity",
                table: "SalDocumentLines",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<int>(
                name: "SourceOrdinal",
                table: "SalDocumentLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccCreditPasses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentKind = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Amount_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Exposure_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Exposure_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Limit_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Limit_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccCreditPasses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccCreditPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    CountsQuotes = table.Column<bool>(type: "INTEGER", nullable: false),
                    CountsOrders = table.Column<bool>(type: "INTEGER", nullable: false),
                    CountsCheques = table.Column<bool>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
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
                    table.PrimaryKey("PK_AccCreditPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccExchangeRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rate = table.Column<decimal>(type: "TEXT", precision: 20, scale: 8, nullable: false),
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
                    table.PrimaryKey("PK_AccExchangeRates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SalEInvoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OriginalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaxId = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Subject = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrects = table.Column<string>(type: "TEXT", maxLength: 22, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Net_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Net_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Tax_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Total_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Total_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
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
                    table.PrimaryKey("PK_SalEInvoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccCreditLimits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Limit_Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Limit_Currency = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
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
                    table.PrimaryKey("PK_AccCreditLimits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccCreditLimits_AccCreditPolicies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "AccCreditPolicies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditLimits_PartyId",
                table: "AccCreditLimits",
                column: "PartyId",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditLimits_PolicyId",
                table: "AccCreditLimits",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditLimits_TenantId_PartyId",
                table: "AccCreditLimits",
                columns: new[] { "TenantId", "PartyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditPasses_TenantId_PartyId_CreationTime",
                table: "AccCreditPasses",
                columns: new[] { "TenantId", "PartyId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditPolicies_Name",
                table: "AccCreditPolicies",
                column: "Name",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccCreditPolicies_TenantId_Name",
                table: "AccCreditPolicies",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccExchangeRates_Currency_Date",
                table: "AccExchangeRates",
                columns: new[] { "Currency", "Date" },
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccExchangeRates_TenantId_Currency_Date",
                table: "AccExchangeRates",
                columns: new[] { "TenantId", "Currency", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccExchangeRates_TenantId_Date_Id",
                table: "AccExchangeRates",
                columns: new[] { "TenantId", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SalEInvoices_DocumentId",
                table: "SalEInvoices",
                column: "DocumentId",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SalEInvoices_TaxId",
                table: "SalEInvoices",
                column: "TaxId",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SalEInvoices_TenantId_DocumentId",
                table: "SalEInvoices",
                columns: new[] { "TenantId", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SalEInvoices_TenantId_OriginalId_CreationTime",
                table: "SalEInvoices",
                columns: new[] { "TenantId", "OriginalId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SalEInvoices_TenantId_TaxId",
                table: "SalEInvoices",
                columns: new[] { "TenantId", "TaxId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccCreditLimits");

            migrationBuilder.DropTable(
                name: "AccCreditPasses");

            migrationBuilder.DropTable(
                name: "AccExchangeRates");

            migrationBuilder.DropTable(
                name: "SalEInvoices");

            migrationBuilder.DropTable(
                name: "AccCreditPolicies");

            migrationBuilder.DropColumn(
                name: "AnswerName",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "AnswerRemark",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "InvoicingTurns",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "UninvoicedAmount",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "SalDocuments");

            migrationBuilder.DropColumn(
                name: "InvoicedQuantity",
                table: "SalDocumentLines");

            migrationBuilder.DropColumn(
                name: "SourceOrdinal",
                table: "SalDocumentLines");
        }
    }
}
