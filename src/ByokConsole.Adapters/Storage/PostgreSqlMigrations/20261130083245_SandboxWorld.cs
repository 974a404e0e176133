using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ByokConsole.Adapters.Storage.PostgreSqlMigrations
{
    /// <inheritdoc />
    public partial class SandboxWorld : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "World",
                table: "stamp",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "World",
                table: "stamp");
        }
    }
}
