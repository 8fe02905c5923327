using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ChequesAndClosings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccCheques",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SayadId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    LiveKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: true),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Drawer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PayeeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
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
                    table.PrimaryKey("PK_AccCheques", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccCheques_AccReceipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "AccReceipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccClosings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ExtraProperties = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccClosings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccChequeMoves",
                columns: table => new
                {
                    ChequeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccChequeMoves", x => new { x.ChequeId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_AccChequeMoves_AccCheques_ChequeId",
                        column: x => x.ChequeId,
                        principalTable: "AccCheques",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccCheques_LiveKey",
                table: "AccCheques",
                column: "LiveKey",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccCheques_ReceiptId",
                table: "AccCheques",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_AccCheques_TenantId_Due_Id",
                table: "AccCheques",
                columns: new[] { "TenantId", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccCheques_TenantId_LiveKey",
                table: "AccCheques",
                columns: new[] { "TenantId", "LiveKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccCheques_TenantId_PartyId_Due",
                table: "AccCheques",
                columns: new[] { "TenantId", "PartyId", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_AccClosings_Ordinal",
                table: "AccClosings",
                column: "Ordinal",
                unique: true,
                filter: "\"TenantId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccClosings_TenantId_Ordinal",
                table: "AccClosings",
                columns: new[] { "TenantId", "Ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccChequeMoves");

            migrationBuilder.DropTable(
                name: "AccClosings");

            migrationBuilder.DropTable(
                name: "AccCheques");
        }
    }
}
