using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Data.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PayoutsAndProofs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Refusal",
                table: "TransferMoves",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CameBack_Fen",
                table: "PayoutLines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "PayoutLines",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Way",
                table: "PayoutLines",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Payees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(26)", maxLength: 26, nullable: false),
                    ShopId = table.Column<long>(type: "bigint", nullable: false),
                    Gateway = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    VendorReference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Missing = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    CheckAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payees", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PayerProofs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TransferId = table.Column<long>(type: "bigint", nullable: false),
                    Picture = table.Column<string>(type: "nvarchar(26)", maxLength: 26, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayerProofs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PayerProofs_Transfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Remittances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    PayeeId = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    VendorReference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ReversalCode = table.Column<string>(type: "nvarchar(26)", maxLength: 26, nullable: true),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Amount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    ReversalAmount_Fen = table.Column<long>(type: "bigint", nullable: false),
                    Reversed_Fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Remittances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Remittances_Payees_PayeeId",
                        column: x => x.PayeeId,
                        principalTable: "Payees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Payees_CheckAt",
                table: "Payees",
                column: "CheckAt");

            migrationBuilder.CreateIndex(
                name: "IX_Payees_Code",
                table: "Payees",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payees_ShopId_Gateway",
                table: "Payees",
                columns: new[] { "ShopId", "Gateway" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayerProofs_SentAt",
                table: "PayerProofs",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_PayerProofs_TransferId",
                table: "PayerProofs",
                column: "TransferId");

            migrationBuilder.CreateIndex(
                name: "IX_Remittances_Code",
                table: "Remittances",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Remittances_NextTryAt",
                table: "Remittances",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_Remittances_PayeeId",
                table: "Remittances",
                column: "PayeeId");

            migrationBuilder.CreateIndex(
                name: "IX_Remittances_State_Tries",
                table: "Remittances",
                columns: new[] { "State", "Tries" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PayerProofs");

            migrationBuilder.DropTable(
                name: "Remittances");

            migrationBuilder.DropTable(
                name: "Payees");

            migrationBuilder.DropColumn(
                name: "Refusal",
                table: "TransferMoves");

            migrationBuilder.DropColumn(
                name: "CameBack_Fen",
                table: "PayoutLines");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "PayoutLines");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "PayoutLines");
        }
    }
}
