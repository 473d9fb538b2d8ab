using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConferenceBot.Store.Migrations
{
    /// <inheritdoc />
    public partial class PeopleAway : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AddresseeAway",
                table: "RiskFlags",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "AwayFrom",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AwayUntil",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "People",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Absence",
                table: "Escalations",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AddresseeAway",
                table: "RiskFlags");

            migrationBuilder.DropColumn(
                name: "AwayFrom",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AwayUntil",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Absence",
                table: "Escalations");
        }
    }
}
