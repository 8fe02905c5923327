using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CustomersByName : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_PtyParties_SearchKey_Often",
                table: "PtyParties",
                column: "SearchKey",
                filter: "\"RoleTokens\" LIKE '%|customer|%'")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PtyParties_SearchKey_Often",
                table: "PtyParties");
        }
    }
}
