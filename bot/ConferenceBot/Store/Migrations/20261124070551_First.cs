using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConferenceBot.Store.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Chain = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Card = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Hmac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.Council, x.Chain, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Chain = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hmac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Seal = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => new { x.Council, x.Chain });
                });

            migrationBuilder.CreateTable(
                name: "CalendarEvents",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", nullable: false),
                    ICalUId = table.Column<string>(type: "TEXT", nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarEvents", x => new { x.Council, x.Mailbox, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "CardCopies",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: true),
                    Parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Shown = table.Column<int>(type: "INTEGER", nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", nullable: true),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    PutAway = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HideTextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Lost = table.Column<bool>(type: "INTEGER", nullable: false),
                    Behind = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardCopies", x => new { x.Council, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Conferences",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ScheduleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FirstSeen = table.Column<long>(type: "INTEGER", nullable: false),
                    Chair = table.Column<Guid>(type: "TEXT", nullable: true),
                    Unconfirmed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conferences", x => new { x.Council, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Councils",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LastSequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Councils", x => x.Council);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Card = table.Column<Guid>(type: "TEXT", nullable: false),
                    Toast = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => new { x.Council, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Dues",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    RestUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dues", x => new { x.Council, x.Kind, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Escalations",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: false),
                    Requester = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequesterAgency = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Ladder = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerBy = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ActionBy = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalations", x => new { x.Council, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ActivityId = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Command = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => new { x.Council, x.ActivityId });
                });

            migrationBuilder.CreateTable(
                name: "Mailboxes",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mailbox = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    WindowEnd = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSuccess = table.Column<long>(type: "INTEGER", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", nullable: true),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mailboxes", x => new { x.Council, x.Mailbox });
                });

            migrationBuilder.CreateTable(
                name: "Marks",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Card = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verb = table.Column<string>(type: "TEXT", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: false),
                    InputHash = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Marks", x => new { x.Council, x.Card, x.Verb, x.Actor, x.InputHash });
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NoticeKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: false),
                    Card = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: true),
                    Urgency = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Toast = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => new { x.Council, x.NoticeKey });
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", nullable: true),
                    ServiceUrl = table.Column<string>(type: "TEXT", nullable: true),
                    LastPromptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Locale = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => new { x.Council, x.Person });
                });

            migrationBuilder.CreateTable(
                name: "ProtectedTexts",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Cipher = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectedTexts", x => new { x.Council, x.Subject, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "ReportTasks",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: false),
                    Author = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyKey = table.Column<string>(type: "TEXT", nullable: false),
                    AgencyName = table.Column<string>(type: "TEXT", nullable: false),
                    AgencyKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SentToChair = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Family = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    GoneThrough = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    WhyNotYet = table.Column<string>(type: "TEXT", nullable: true),
                    NotSafeWithSomeone = table.Column<bool>(type: "INTEGER", nullable: false),
                    RestrictedRaised = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Correcting = table.Column<bool>(type: "INTEGER", nullable: false),
                    Given = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportTasks", x => new { x.Council, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RiskFlags",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RaisedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RaisedByAgency = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<Guid>(type: "TEXT", nullable: true),
                    PassedTo = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", nullable: true),
                    Indicators = table.Column<string>(type: "TEXT", nullable: false),
                    Told = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Plans = table.Column<string>(type: "TEXT", nullable: false),
                    PassedOnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskFlags", x => new { x.Council, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Schema",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LowestProgram = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schema", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Participants",
                columns: table => new
                {
                    Council = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Conference = table.Column<Guid>(type: "TEXT", nullable: false),
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AgencyKey = table.Column<string>(type: "TEXT", nullable: false),
                    AgencyName = table.Column<string>(type: "TEXT", nullable: false),
                    AgencyKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participants", x => new { x.Council, x.Conference, x.Person });
                    table.ForeignKey(
                        name: "FK_Participants_Conferences_Council_Conference",
                        columns: x => new { x.Council, x.Conference },
                        principalTable: "Conferences",
                        principalColumns: new[] { "Council", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Schema",
                columns: new[] { "Id", "LowestProgram" },
                values: new object[] { 1, "0.1.0" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarEvents_Council_Conference",
                table: "CalendarEvents",
                columns: new[] { "Council", "Conference" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarEvents_Council_ICalUId",
                table: "CalendarEvents",
                columns: new[] { "Council", "ICalUId" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarEvents_Council_Mailbox_Round",
                table: "CalendarEvents",
                columns: new[] { "Council", "Mailbox", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_CardCopies_Behind",
                table: "CardCopies",
                columns: new[] { "Council", "CreatedAt", "Sequence" },
                filter: "\"Behind\"");

            migrationBuilder.CreateIndex(
                name: "IX_CardCopies_Council_HideTextAt",
                table: "CardCopies",
                columns: new[] { "Council", "HideTextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CardCopies_Council_Parent",
                table: "CardCopies",
                columns: new[] { "Council", "Parent" });

            migrationBuilder.CreateIndex(
                name: "IX_CardCopies_Council_Subject",
                table: "CardCopies",
                columns: new[] { "Council", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Conferences_Council_Status_EndsAt",
                table: "Conferences",
                columns: new[] { "Council", "Status", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Council_Card",
                table: "Deliveries",
                columns: new[] { "Council", "Card" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Council_Person_State",
                table: "Deliveries",
                columns: new[] { "Council", "Person", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Council_State_NotBefore",
                table: "Deliveries",
                columns: new[] { "Council", "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_Dues_Council_At",
                table: "Dues",
                columns: new[] { "Council", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Dues_Council_Failures",
                table: "Dues",
                columns: new[] { "Council", "Failures" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_Council_Conference",
                table: "Escalations",
                columns: new[] { "Council", "Conference" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Council_To_Waiting",
                table: "Notices",
                columns: new[] { "Council", "To", "Waiting" });

            migrationBuilder.CreateIndex(
                name: "IX_Participants_Council_Person",
                table: "Participants",
                columns: new[] { "Council", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportTasks_Council_Conference",
                table: "ReportTasks",
                columns: new[] { "Council", "Conference" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskFlags_Council_Conference",
                table: "RiskFlags",
                columns: new[] { "Council", "Conference" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "CalendarEvents");

            migrationBuilder.DropTable(
                name: "CardCopies");

            migrationBuilder.DropTable(
                name: "Councils");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "Dues");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Mailboxes");

            migrationBuilder.DropTable(
                name: "Marks");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "Participants");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "ProtectedTexts");

            migrationBuilder.DropTable(
                name: "ReportTasks");

            migrationBuilder.DropTable(
                name: "RiskFlags");

            migrationBuilder.DropTable(
                name: "Schema");

            migrationBuilder.DropTable(
                name: "Conferences");
        }
    }
}
