using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConferenceBot.Store.Migrations
{
    /// <inheritdoc />
    public partial class CalendarCopies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Cancelled",
                table: "CalendarEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "CalendarEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EndsAt",
                table: "CalendarEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OfOrganiser",
                table: "CalendarEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "People",
                table: "CalendarEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "StartsAt",
                table: "CalendarEvents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Type",
                table: "CalendarEvents",
                type: "TEXT",
                maxLength: 32,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Cancelled",
                table: "CalendarEvents");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "CalendarEvents");

            migrationBuilder.DropColumn(
                name: "EndsAt",
                table: "CalendarEvents");

            migrationBuilder.DropColumn(
                name: "OfOrganiser",
                table: "CalendarEvents");

            migrationBuilder.DropColumn(
                name: "People",
                table: "CalendarEvents");

            migrationBuilder.DropColumn(
                name: "StartsAt",
                table: "CalendarEvents");

            migrationBuilder.DropColumn(
                name: "Type",
                table: "CalendarEvents");
        }
    }
}
