using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConferenceBot.Store.Migrations
{
    /// <inheritdoc />
    public partial class CalendarsAndPeople : Migration
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
                defaultValue: "Here");

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "Mailboxes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Absence",
                table: "Escalations",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "None");

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

            migrationBuilder.CreateTable(
                name: "Attendees",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    GroupKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SuggestedKey = table.Column<string>(type: "TEXT", nullable: true),
                    SuggestedName = table.Column<string>(type: "TEXT", nullable: true),
                    SuggestedKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AgencyKey = table.Column<string>(type: "TEXT", nullable: true),
                    AgencyName = table.Column<string>(type: "TEXT", nullable: true),
                    AgencyKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    BySettings = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendees", x => new { x.Council, x.Conference, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    Nonce = table.Column<Guid>(type: "TEXT", nullable: false),
                    Expires = table.Column<long>(type: "INTEGER", nullable: false),
                    RenewAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => new { x.Council, x.Mailbox });
                });

            migrationBuilder.CreateTable(
                name: "Verdicts",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Decided = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AgencyKey = table.Column<string>(type: "TEXT", nullable: true),
                    AgencyName = table.Column<string>(type: "TEXT", nullable: true),
                    AgencyKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Verdicts", x => new { x.Council, x.Key, x.Scope });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attendees_Council_Id",
                table: "Attendees",
                columns: new[] { "Council", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attendees_Council_Key",
                table: "Attendees",
                columns: new[] { "Council", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Attendees_Council_PersonKey",
                table: "Attendees",
                columns: new[] { "Council", "PersonKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Attendees_Council_Standing_Conference",
                table: "Attendees",
                columns: new[] { "Council", "Standing", "Conference" });

            // What the new columns hold is only in the calendars: each is read once from its beginning.
            migrationBuilder.Sql("""UPDATE "Mailboxes" SET "Link" = NULL;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attendees");

            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropTable(
                name: "Verdicts");

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
                name: "Failures",
                table: "Mailboxes");

            migrationBuilder.DropColumn(
                name: "Absence",
                table: "Escalations");

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
