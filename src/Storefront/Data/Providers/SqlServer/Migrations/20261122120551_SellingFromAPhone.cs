using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SellingFromAPhone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PayoutLines_BatchId_ShopId",
                table: "PayoutLines");

            migrationBuilder.AddColumn<bool>(
                name: "Hidden",
                table: "Videos",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Lookup",
                table: "Videos",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "LookupAt",
                table: "Videos",
                type: "datetime2(3)",
                precision: 3,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<int>(
                name: "LookupFailure",
                table: "Videos",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LookupTries",
                table: "Videos",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "PosterIsOwn",
                table: "Videos",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "SameAsId",
                table: "Videos",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RoleChangedAt",
                table: "ShopMembers",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Guessed",
                table: "Products",
                type: "nvarchar(800)",
                maxLength: 800,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HelperId",
                table: "PayoutLines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "ParcelCount",
                table: "Orders",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "VideoCode",
                table: "Orders",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShortGrams",
                table: "OrderRefundLines",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sent",
                table: "OrderLines",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "WeighedGrams",
                table: "OrderLines",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsUntold",
                table: "Notices",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Topic",
                table: "Notices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "HelperId",
                table: "LedgerEntries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HelperId",
                table: "Journals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HelperId",
                table: "JournalLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VideoCode",
                table: "CartItems",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastUsedAt",
                table: "AccountPasskeys",
                type: "datetime2(3)",
                precision: 3,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DismissedSteps",
                columns: table => new
                {
                    ShopId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DismissedSteps", x => x.ShopId);
                });

            migrationBuilder.CreateTable(
                name: "FeeAccounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Holder = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SealedNumber = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Tail = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HelperConsents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    ShopId = table.Column<long>(type: "bigint", nullable: false),
                    HelperId = table.Column<long>(type: "bigint", nullable: true),
                    FeeKind = table.Column<int>(type: "int", nullable: false),
                    FeeValue = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Version = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Wording = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Way = table.Column<int>(type: "int", nullable: true),
                    AskedBy = table.Column<long>(type: "bigint", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    GivenBy = table.Column<long>(type: "bigint", nullable: true),
                    GivenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    DocumentCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    CheckedBy = table.Column<long>(type: "bigint", nullable: true),
                    From = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Until = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelperConsents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HelperConsents_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LiveShows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    ShopId = table.Column<long>(type: "bigint", nullable: false),
                    About = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Platform = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Link = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    StartsAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveShows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ParcelLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ParcelId = table.Column<long>(type: "bigint", nullable: false),
                    LineId = table.Column<long>(type: "bigint", nullable: false),
                    Quantity = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParcelLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ParcelLines_Parcels_ParcelId",
                        column: x => x.ParcelId,
                        principalTable: "Parcels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PushDevices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Endpoint = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Mark = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    P256dh = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Auth = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushDevices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuietHours",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuietHours", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpentChallenges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentChallenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatementLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ShopId = table.Column<long>(type: "bigint", nullable: false),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    MadeBy = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementLinks_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TellingChoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Topic = table.Column<int>(type: "int", nullable: false),
                    Way = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(26)", maxLength: 26, nullable: false),
                    Wish = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TellingChoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tellings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NoticeId = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Way = table.Column<int>(type: "int", nullable: false),
                    Device = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    IsHeld = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tellings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VideoDays",
                columns: table => new
                {
                    VideoId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Visits = table.Column<int>(type: "int", nullable: false),
                    Carts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VideoDays", x => new { x.VideoId, x.Day });
                    table.ForeignKey(
                        name: "FK_VideoDays_Videos_VideoId",
                        column: x => x.VideoId,
                        principalTable: "Videos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShopInvitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    ShopId = table.Column<long>(type: "bigint", nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Role = table.Column<int>(type: "int", nullable: false),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    InvitedBy = table.Column<long>(type: "bigint", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ConsentId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShopInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShopInvitations_HelperConsents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "HelperConsents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ShopInvitations_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LiveReminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ShowId = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LiveReminders_LiveShows_ShowId",
                        column: x => x.ShowId,
                        principalTable: "LiveShows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Videos_Kind_Lookup_LookupAt",
                table: "Videos",
                columns: new[] { "Kind", "Lookup", "LookupAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PayoutLines_BatchId_ShopId_HelperId",
                table: "PayoutLines",
                columns: new[] { "BatchId", "ShopId", "HelperId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayoutLines_HelperId_State",
                table: "PayoutLines",
                columns: new[] { "HelperId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_VideoCode_PlacedAt",
                table: "Orders",
                columns: new[] { "VideoCode", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_IsUntold_Id",
                table: "Notices",
                columns: new[] { "IsUntold", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_HelperId",
                table: "LedgerEntries",
                column: "HelperId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalLines_HelperId_At_Id",
                table: "JournalLines",
                columns: new[] { "HelperId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FeeAccounts_AccountId",
                table: "FeeAccounts",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HelperConsents_Code",
                table: "HelperConsents",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HelperConsents_HelperId_ShopId",
                table: "HelperConsents",
                columns: new[] { "HelperId", "ShopId" });

            migrationBuilder.CreateIndex(
                name: "IX_HelperConsents_ShopId_From",
                table: "HelperConsents",
                columns: new[] { "ShopId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_HelperConsents_State_AskedAt",
                table: "HelperConsents",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LiveReminders_AccountId",
                table: "LiveReminders",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_LiveReminders_ShowId_AccountId",
                table: "LiveReminders",
                columns: new[] { "ShowId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveShows_Code",
                table: "LiveShows",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LiveShows_ShopId_StartsAt",
                table: "LiveShows",
                columns: new[] { "ShopId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LiveShows_StartsAt",
                table: "LiveShows",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_ParcelLines_LineId",
                table: "ParcelLines",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_ParcelLines_ParcelId",
                table: "ParcelLines",
                column: "ParcelId");

            migrationBuilder.CreateIndex(
                name: "IX_PushDevices_AccountId",
                table: "PushDevices",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PushDevices_Code",
                table: "PushDevices",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PushDevices_Mark",
                table: "PushDevices",
                column: "Mark",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuietHours_AccountId",
                table: "QuietHours",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShopInvitations_Code",
                table: "ShopInvitations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShopInvitations_ConsentId",
                table: "ShopInvitations",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_ShopInvitations_InvitedAt",
                table: "ShopInvitations",
                column: "InvitedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ShopInvitations_KeyHash",
                table: "ShopInvitations",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShopInvitations_Phone_InvitedAt",
                table: "ShopInvitations",
                columns: new[] { "Phone", "InvitedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShopInvitations_ShopId_InvitedAt",
                table: "ShopInvitations",
                columns: new[] { "ShopId", "InvitedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SpentChallenges_ExpiresAt",
                table: "SpentChallenges",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_SpentChallenges_Hash",
                table: "SpentChallenges",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLinks_KeyHash",
                table: "StatementLinks",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLinks_ShopId",
                table: "StatementLinks",
                column: "ShopId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TellingChoices_AccountId_Topic_Way",
                table: "TellingChoices",
                columns: new[] { "AccountId", "Topic", "Way" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TellingChoices_Code",
                table: "TellingChoices",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tellings_AccountId",
                table: "Tellings",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Tellings_NoticeId_Way_Device",
                table: "Tellings",
                columns: new[] { "NoticeId", "Way", "Device" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tellings_State_DueAt",
                table: "Tellings",
                columns: new[] { "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DismissedSteps");

            migrationBuilder.DropTable(
                name: "FeeAccounts");

            migrationBuilder.DropTable(
                name: "LiveReminders");

            migrationBuilder.DropTable(
                name: "ParcelLines");

            migrationBuilder.DropTable(
                name: "PushDevices");

            migrationBuilder.DropTable(
                name: "QuietHours");

            migrationBuilder.DropTable(
                name: "ShopInvitations");

            migrationBuilder.DropTable(
                name: "SpentChallenges");

            migrationBuilder.DropTable(
                name: "StatementLinks");

            migrationBuilder.DropTable(
                name: "TellingChoices");

            migrationBuilder.DropTable(
                name: "Tellings");

            migrationBuilder.DropTable(
                name: "VideoDays");

            migrationBuilder.DropTable(
                name: "LiveShows");

            migrationBuilder.DropTable(
                name: "HelperConsents");

            migrationBuilder.DropIndex(
                name: "IX_Videos_Kind_Lookup_LookupAt",
                table: "Videos");

            migrationBuilder.DropIndex(
                name: "IX_PayoutLines_BatchId_ShopId_HelperId",
                table: "PayoutLines");

            migrationBuilder.DropIndex(
                name: "IX_PayoutLines_HelperId_State",
                table: "PayoutLines");

            migrationBuilder.DropIndex(
                name: "IX_Orders_VideoCode_PlacedAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Notices_IsUntold_Id",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_HelperId",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_JournalLines_HelperId_At_Id",
                table: "JournalLines");

            migrationBuilder.DropColumn(
                name: "Hidden",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "Lookup",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "LookupAt",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "LookupFailure",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "LookupTries",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "PosterIsOwn",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "SameAsId",
                table: "Videos");

            migrationBuilder.DropColumn(
                name: "RoleChangedAt",
                table: "ShopMembers");

            migrationBuilder.DropColumn(
                name: "Guessed",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "HelperId",
                table: "PayoutLines");

            migrationBuilder.DropColumn(
                name: "ParcelCount",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "VideoCode",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ShortGrams",
                table: "OrderRefundLines");

            migrationBuilder.DropColumn(
                name: "Sent",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "WeighedGrams",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "IsUntold",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "HelperId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "HelperId",
                table: "Journals");

            migrationBuilder.DropColumn(
                name: "HelperId",
                table: "JournalLines");

            migrationBuilder.DropColumn(
                name: "VideoCode",
                table: "CartItems");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "AccountPasskeys");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutLines_BatchId_ShopId",
                table: "PayoutLines",
                columns: new[] { "BatchId", "ShopId" },
                unique: true);
        }
    }
}
