using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ByokConsole.Adapters.Storage.Migrations
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
                type: "TEXT",
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
