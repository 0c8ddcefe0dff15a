using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DpsPortal.EntityFrameworkCore.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "organisations");

            migrationBuilder.EnsureSchema(
                name: "accreditation");

            migrationBuilder.EnsureSchema(
                name: "tendering");

            migrationBuilder.EnsureSchema(
                name: "app");

            migrationBuilder.EnsureSchema(
                name: "property");

            migrationBuilder.EnsureSchema(
                name: "placements");

            migrationBuilder.CreateSequence(
                name: "application_numbers",
                schema: "accreditation");

            migrationBuilder.CreateTable(
                name: "audit_events",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false, defaultValueSql: "app.now()"),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    object_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    before = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    after = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    refused = table.Column<bool>(type: "boolean", nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_seals",
                schema: "organisations",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    key_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    signature = table.Column<string>(type: "character varying(88)", maxLength: 88, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "audit_unsealed",
                schema: "organisations",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_unsealed", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "draft_keys",
                schema: "tendering",
                columns: table => new
                {
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    portal_key_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    wrapped = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_keys", x => new { x.provider_id, x.portal_key_id });
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                schema: "app",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    handled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false, defaultValueSql: "app.now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "ofsted_differences",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    urn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ours = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    theirs = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resolution = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    resolved_by = table.Column<string>(type: "jsonb", nullable: true),
                    resolved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ofsted_differences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ofsted_statuses",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    outcome_on = table.Column<DateOnly>(type: "date", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "jsonb", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ofsted_statuses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    company_number = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    charity_number = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    second_administrator_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "app",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    actor = table.Column<string>(type: "jsonb", nullable: true),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false, defaultValueSql: "app.now()"),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_nights",
                schema: "property",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_night = table.Column<DateOnly>(type: "date", nullable: false),
                    leaves_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_nights", x => x.id);
                    table.CheckConstraint("ck_place_nights_in_order", "leaves_on >= first_night");
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    urn = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scheme_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lot_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    route = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: true),
                    premises_area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    age_band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unaccompanied_asylum_seeking = table.Column<bool>(type: "boolean", nullable: false),
                    support_level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    in_area = table.Column<bool>(type: "boolean", nullable: true),
                    distance_miles = table.Column<decimal>(type: "numeric(7,2)", precision: 7, scale: 2, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_end_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ended_as_planned = table.Column<bool>(type: "boolean", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    set_up_pence = table.Column<long>(type: "bigint", nullable: false),
                    variations = table.Column<int>(type: "integer", nullable: false),
                    extension_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    extension_proposed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    extension_proposed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sent_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_back_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sent_back_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.CheckConstraint("ck_placements_end", "ended_on is null or ended_on >= starts_on");
                    table.CheckConstraint("ck_placements_planned_end", "planned_end_on >= starts_on");
                    table.CheckConstraint("ck_placements_set_up", "set_up_pence >= 0");
                });

            migrationBuilder.CreateTable(
                name: "policies",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version_on = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "premises",
                schema: "property",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    address_line = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    town = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    outward_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    area_authority = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    category = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    on_ofsted_list = table.Column<bool>(type: "boolean", nullable: false),
                    has_gas = table.Column<bool>(type: "boolean", nullable: false),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    faults_found_on = table.Column<DateOnly>(type: "date", nullable: true),
                    not_passed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    not_passed_percent = table.Column<int>(type: "integer", nullable: true),
                    visited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    taken_over_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    moved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    critical_faults = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L),
                    certificates = table.Column<string>(type: "jsonb", nullable: true),
                    reminders = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premises", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "read_news",
                schema: "organisations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    news_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_news", x => new { x.organisation_id, x.kind, x.news_id });
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    needs = table.Column<string>(type: "jsonb", nullable: true),
                    draft = table.Column<string>(type: "jsonb", nullable: true),
                    case_number_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_because = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    company_number = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    charity_number = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    filter = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "schemes",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    writer = table.Column<string>(type: "jsonb", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reference = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contract_notice_date = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    admission_mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    windows = table.Column<string>(type: "jsonb", nullable: false),
                    tender_time_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    minimum_tender_minutes = table.Column<int>(type: "integer", nullable: false),
                    mutual_agreement_from_all_members = table.Column<bool>(type: "boolean", nullable: false),
                    award_fee_basis_points = table.Column<int>(type: "integer", nullable: true),
                    most_members = table.Column<int>(type: "integer", nullable: true),
                    key_dates = table.Column<string>(type: "jsonb", nullable: false),
                    sent_reminders = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schemes", x => x.id);
                    table.CheckConstraint("ck_schemes_end", "ends_on >= starts_on\nand (regime not in ('PcrDps', 'PcrLightTouch') or ends_on <= date '2029-02-23')\nand (regime <> 'Pa23OpenFramework' or ends_on < starts_on + interval '8 years')");
                    table.CheckConstraint("ck_schemes_members", "most_members is null or regime in ('PcrLightTouch', 'Pa23OpenFramework')");
                    table.CheckConstraint("ck_schemes_no_fee", "award_fee_basis_points is null or regime <> 'PcrDps'");
                    table.CheckConstraint("ck_schemes_not_drafted", "state <> 'Draft' or regime in ('Pa23DynamicMarket', 'Pa23OpenFramework')");
                    table.CheckConstraint("ck_schemes_notice", "(contract_notice_date < date '2025-02-24') = (regime in ('PcrDps', 'PcrLightTouch'))");
                });

            migrationBuilder.CreateTable(
                name: "staff_members",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    dbs_number = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    vetting = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recovery_code_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recovery_held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_disabled = table.Column<bool>(type: "boolean", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_leaves",
                schema: "organisations",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seal_number = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    leaf = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_leaves", x => x.event_id);
                    table.ForeignKey(
                        name: "fk_audit_leaves_audit_seals_seal_number",
                        column: x => x.seal_number,
                        principalSchema: "organisations",
                        principalTable: "audit_seals",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "colleague_invitations",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    proposed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    links = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colleague_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_colleague_invitations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    blob_name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    uploaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    served_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    served_size = table.Column<long>(type: "bigint", nullable: false),
                    scan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scan_attempts = table.Column<int>(type: "integer", nullable: false),
                    next_scan_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                    table.UniqueConstraint("ak_documents_id_organisation_id", x => new { x.id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_documents_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_items",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    subject_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_items_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_requests",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    subject_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reminded_days_before = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_requests_organisations_authority_id",
                        column: x => x.authority_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_requests_organisations_provider_id",
                        column: x => x.provider_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "price_proposals",
                schema: "placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amounts_accommodation_pence = table.Column<long>(type: "bigint", nullable: false),
                    amounts_additional_support_pence = table.Column<long>(type: "bigint", nullable: false),
                    amounts_core_support_pence = table.Column<long>(type: "bigint", nullable: false),
                    amounts_other_pence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_proposals", x => x.id);
                    table.CheckConstraint("ck_price_proposals_not_negative", "amounts_accommodation_pence >= 0 and amounts_core_support_pence >= 0 and amounts_additional_support_pence >= 0 and amounts_other_pence >= 0");
                    table.ForeignKey(
                        name: "fk_price_proposals_placements_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "placements",
                        principalTable: "placements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "price_rows",
                schema: "placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    age_band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amounts_accommodation_pence = table.Column<long>(type: "bigint", nullable: false),
                    amounts_additional_support_pence = table.Column<long>(type: "bigint", nullable: false),
                    amounts_core_support_pence = table.Column<long>(type: "bigint", nullable: false),
                    amounts_other_pence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_rows", x => x.id);
                    table.CheckConstraint("ck_price_rows_not_negative", "amounts_accommodation_pence >= 0 and amounts_core_support_pence >= 0 and amounts_additional_support_pence >= 0 and amounts_other_pence >= 0");
                    table.ForeignKey(
                        name: "fk_price_rows_placements_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "placements",
                        principalTable: "placements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "places",
                schema: "property",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bedroom_area = table.Column<decimal>(type: "numeric(6,2)", precision: 6, scale: 2, nullable: false),
                    max_occupants = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    measured_area = table.Column<decimal>(type: "numeric(6,2)", precision: 6, scale: 2, nullable: true),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_places_premises_premises_id",
                        column: x => x.premises_id,
                        principalSchema: "property",
                        principalTable: "premises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "premises_grants",
                schema: "property",
                columns: table => new
                {
                    premises_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premises_grants", x => new { x.premises_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_premises_grants_premises_premises_id",
                        column: x => x.premises_id,
                        principalSchema: "property",
                        principalTable: "premises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "premises_versions",
                schema: "property",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    outward_code = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    category = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    on_ofsted_list = table.Column<bool>(type: "boolean", nullable: false),
                    has_gas = table.Column<bool>(type: "boolean", nullable: false),
                    certificates = table.Column<string>(type: "jsonb", nullable: true),
                    places = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premises_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_premises_versions_premises_premises_id",
                        column: x => x.premises_id,
                        principalSchema: "property",
                        principalTable: "premises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                schema: "property",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scheduled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    mode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    notice = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    lead_visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    revision_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    is_licensable = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    score_percent = table.Column<int>(type: "integer", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    cancelled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    passed = table.Column<bool>(type: "boolean", nullable: true),
                    summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    completed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    critical_failures = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L),
                    bedrooms = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_visits_premises_premises_id",
                        column: x => x.premises_id,
                        principalSchema: "property",
                        principalTable: "premises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "call_offs",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    placing_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placing_authority_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    search_text = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    needs = table.Column<string>(type: "jsonb", nullable: true),
                    criteria = table.Column<string>(type: "jsonb", nullable: false),
                    price_weight = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    ceiling_weekly_pence = table.Column<long>(type: "bigint", nullable: true),
                    deadline = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    editor_ids = table.Column<string>(type: "jsonb", nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    invited_count = table.Column<int>(type: "integer", nullable: true),
                    seed = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    openers = table.Column<string>(type: "jsonb", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    scored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    quality_locked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    prices_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    conflict_declared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    price_questioned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    award = table.Column<string>(type: "jsonb", nullable: true),
                    award_returned_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    draft_return = table.Column<string>(type: "jsonb", nullable: true),
                    draft_revision = table.Column<string>(type: "jsonb", nullable: true),
                    earlier_use_said_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    extensions = table.Column<string>(type: "jsonb", nullable: false),
                    chair_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chair_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    scores_shown_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_offs", x => x.id);
                    table.ForeignKey(
                        name: "fk_call_offs_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "tendering",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_secrets",
                schema: "tendering",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date_of_birth = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_secrets", x => x.referral_id);
                    table.ForeignKey(
                        name: "fk_referral_secrets_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "tendering",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "applications",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    open_to_change = table.Column<string>(type: "jsonb", nullable: false),
                    pending_answers = table.Column<string>(type: "jsonb", nullable: true),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    search_text = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    membership = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    accreditation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    stages = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reopened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    membership_closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    clock_pauses = table.Column<string>(type: "jsonb", nullable: false),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assigned_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assigned_to_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    membership_decision = table.Column<string>(type: "jsonb", nullable: true),
                    accreditation_decision = table.Column<string>(type: "jsonb", nullable: true),
                    returned = table.Column<string>(type: "jsonb", nullable: true),
                    fit_and_proper_test = table.Column<string>(type: "jsonb", nullable: true),
                    safer_recruitment = table.Column<string>(type: "jsonb", nullable: true),
                    accredited_until = table.Column<DateOnly>(type: "date", nullable: true),
                    imported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applications", x => x.id);
                    table.CheckConstraint("ck_applications_accreditation_by_two", "accreditation_decision #>> '{confirmedBy,id}' is null or accreditation_decision #>> '{confirmedBy,id}' <> accreditation_decision #>> '{proposedBy,id}'");
                    table.CheckConstraint("ck_applications_fitness_by_two", "not jsonb_path_exists(fit_and_proper_test, '$.people[*] ? (@.confirmedBy.id == @.proposedBy.id)')");
                    table.CheckConstraint("ck_applications_membership_by_two", "membership_decision #>> '{confirmedBy,id}' is null or membership_decision #>> '{confirmedBy,id}' <> membership_decision #>> '{proposedBy,id}'");
                    table.ForeignKey(
                        name: "fk_applications_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalSchema: "accreditation",
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_imports",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    creates = table.Column<string>(type: "jsonb", nullable: false),
                    proposed_by = table.Column<string>(type: "jsonb", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    settled_by = table.Column<string>(type: "jsonb", nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    drop_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_imports", x => x.id);
                    table.CheckConstraint("ck_data_imports_by_two", "state <> 'Stored' or settled_by ->> 'id' <> proposed_by ->> 'id'");
                    table.ForeignKey(
                        name: "fk_data_imports_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalSchema: "accreditation",
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lots",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    admits16_to17 = table.Column<bool>(type: "boolean", nullable: false),
                    accreditation_use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots", x => x.id);
                    table.ForeignKey(
                        name: "fk_lots_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalSchema: "accreditation",
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "member_authorities",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    share_basis_points = table.Column<int>(type: "integer", nullable: true),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_authorities", x => x.id);
                    table.ForeignKey(
                        name: "fk_member_authorities_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalSchema: "accreditation",
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "address_changes",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_address_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_address_changes_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "affiliations",
                schema: "organisations",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_affiliations", x => new { x.user_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_affiliations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_affiliations_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "authenticators",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    protected_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authenticators", x => x.id);
                    table.ForeignKey(
                        name: "fk_authenticators_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pending_proofs",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    question = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pending_proofs", x => x.id);
                    table.ForeignKey(
                        name: "fk_pending_proofs_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_recovery_codes_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reset_links",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reset_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_reset_links_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_proposals",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_proposals_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_proposals_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    signed_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    proved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    factor_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sessions_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                schema: "organisations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                schema: "organisations",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_passkeys",
                schema: "organisations",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_user_passkeys_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                schema: "organisations",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "organisations",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_grants",
                schema: "organisations",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_grants", x => new { x.document_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_document_grants_documents_document_id_owner_organisation_id",
                        columns: x => new { x.document_id, x.owner_organisation_id },
                        principalSchema: "organisations",
                        principalTable: "documents",
                        principalColumns: new[] { "id", "organisation_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_grants_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "organisations",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_versions",
                schema: "organisations",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    reference = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_versions", x => new { x.item_id, x.number });
                    table.ForeignKey(
                        name: "fk_evidence_versions_documents_document_id_organisation_id",
                        columns: x => new { x.document_id, x.organisation_id },
                        principalSchema: "organisations",
                        principalTable: "documents",
                        principalColumns: new[] { "id", "organisation_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_versions_evidence_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "organisations",
                        principalTable: "evidence_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_answers",
                schema: "property",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    measured_area = table.Column<decimal>(type: "numeric(6,2)", precision: 6, scale: 2, nullable: true),
                    photo_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false, defaultValueSql: "'{}'"),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_answers_visits_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "property",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "award_records",
                schema: "tendering",
                columns: table => new
                {
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_records", x => x.call_off_id);
                    table.ForeignKey(
                        name: "fk_award_records_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bids",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    draft = table.Column<string>(type: "text", nullable: true),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_version = table.Column<int>(type: "integer", nullable: false),
                    last_withdrawn = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bids", x => x.id);
                    table.ForeignKey(
                        name: "fk_bids_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "box_keys",
                schema: "tendering",
                columns: table => new
                {
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    closes_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    signed = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_box_keys", x => new { x.call_off_id, x.number });
                    table.ForeignKey(
                        name: "fk_box_keys_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closed_boxes",
                schema: "tendering",
                columns: table => new
                {
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    root = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    signed = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closed_boxes", x => x.call_off_id);
                    table.ForeignKey(
                        name: "fk_closed_boxes_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conflict_declarations",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    has_conflict = table.Column<bool>(type: "boolean", nullable: false),
                    details = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    declared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_conflict_declarations_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placing_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    declined = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    declined_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opener_requests",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_order = table.Column<string>(type: "jsonb", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    refusal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    opening = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opener_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_opener_requests_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_reminders",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_reminders", x => x.id);
                    table.ForeignKey(
                        name: "fk_opening_reminders_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outcome_letters",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    letter = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcome_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_outcome_letters_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question_askers",
                schema: "tendering",
                columns: table => new
                {
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_askers", x => x.question_id);
                    table.ForeignKey(
                        name: "fk_question_askers_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "score_sheets",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluator_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scores = table.Column<string>(type: "jsonb", nullable: false),
                    locked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    shown_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    set_aside = table.Column<string>(type: "jsonb", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_sheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_score_sheets_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_versions",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    documents = table.Column<string>(type: "jsonb", nullable: false),
                    taken_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_versions_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clarifications",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    question = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    reply_by = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    pauses_stage = table.Column<bool>(type: "boolean", nullable: false),
                    sections = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_by = table.Column<string>(type: "jsonb", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reply = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    document_ids = table.Column<string>(type: "jsonb", nullable: false),
                    answered_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clarifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_clarifications_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interest_declarations",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    has_conflict = table.Column<bool>(type: "boolean", nullable: false),
                    details = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    declared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interest_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_interest_declarations_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letters",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    appeal_until = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "jsonb", nullable: false),
                    member_action_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_letters_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_actions",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lot_ids = table.Column<string>(type: "jsonb", nullable: false),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    immediate_risk = table.Column<bool>(type: "boolean", nullable: false),
                    proposed_by = table.Column<string>(type: "jsonb", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<string>(type: "jsonb", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    representations_until = table.Column<DateOnly>(type: "date", nullable: true),
                    representations = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    drop_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_actions", x => x.id);
                    table.CheckConstraint("ck_member_actions_by_two", "confirmed_by ->> 'id' is null or confirmed_by ->> 'id' <> proposed_by ->> 'id'");
                    table.ForeignKey(
                        name: "fk_member_actions_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recruitment_actions",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_back_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    settled_by = table.Column<string>(type: "jsonb", nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recruitment_actions", x => x.id);
                    table.ForeignKey(
                        name: "fk_recruitment_actions_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reference_requests",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_name = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_name = table.Column<string>(type: "text", nullable: false),
                    scheme_name = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    referee_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    referee_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    authority_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    authority_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    setting = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    claim = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    resends = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    referee_reminded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    refused_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    renewal_reminded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_reference_requests_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_samples",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    staff_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    drawn_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    drawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    files = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_samples", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_samples_applications_id",
                        column: x => x.id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "standing_actions",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    condition_ids = table.Column<string>(type: "jsonb", nullable: false),
                    premises_ids = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lot_ids = table.Column<string>(type: "jsonb", nullable: false),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    immediate_risk = table.Column<bool>(type: "boolean", nullable: false),
                    proposed_by = table.Column<string>(type: "jsonb", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<string>(type: "jsonb", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    representations_until = table.Column<DateOnly>(type: "date", nullable: true),
                    representations = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    settled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    drop_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_actions", x => x.id);
                    table.CheckConstraint("ck_standing_actions_by_two", "confirmed_by ->> 'id' is null or confirmed_by ->> 'id' <> proposed_by ->> 'id'");
                    table.ForeignKey(
                        name: "fk_standing_actions_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standing_conditions",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    met_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_conditions", x => x.id);
                    table.ForeignKey(
                        name: "fk_standing_conditions_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    admitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ofsted_registered = table.Column<bool>(type: "boolean", nullable: false),
                    urn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    ofsted_categories = table.Column<string>(type: "jsonb", nullable: false),
                    rates = table.Column<string>(type: "jsonb", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => x.id);
                    table.ForeignKey(
                        name: "fk_memberships_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "accreditation",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standings",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    accredited_from = table.Column<DateOnly>(type: "date", nullable: true),
                    accredited_until = table.Column<DateOnly>(type: "date", nullable: true),
                    full_until = table.Column<DateOnly>(type: "date", nullable: true),
                    conditions_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    homes = table.Column<string>(type: "jsonb", nullable: false),
                    sent_reminders = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standings", x => x.id);
                    table.ForeignKey(
                        name: "fk_standings_lots_lot_id",
                        column: x => x.lot_id,
                        principalSchema: "accreditation",
                        principalTable: "lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bid_versions",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    request_mac = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submitted_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bid_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_bid_versions_bids_bid_id",
                        column: x => x.bid_id,
                        principalSchema: "tendering",
                        principalTable: "bids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "box_leaves",
                schema: "tendering",
                columns: table => new
                {
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leaves = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_box_leaves", x => x.call_off_id);
                    table.ForeignKey(
                        name: "fk_box_leaves_closed_boxes_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "closed_boxes",
                        principalColumn: "call_off_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "box_openings",
                schema: "tendering",
                columns: table => new
                {
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_box_openings", x => x.call_off_id);
                    table.ForeignKey(
                        name: "fk_box_openings_closed_boxes_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "closed_boxes",
                        principalColumn: "call_off_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "questions",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    material = table.Column<bool>(type: "boolean", nullable: false),
                    answered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_questions_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_questions_question_askers_id",
                        column: x => x.id,
                        principalSchema: "tendering",
                        principalTable: "question_askers",
                        principalColumn: "question_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appeals",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grounds = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    lodged_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    lodged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    proposed_by = table.Column<string>(type: "jsonb", nullable: true),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirmed_by = table.Column<string>(type: "jsonb", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appeals", x => x.id);
                    table.CheckConstraint("ck_appeals_by_others", "not coalesce(decided_by ? (proposed_by ->> 'id'), false) and not coalesce(decided_by ? (confirmed_by ->> 'id'), false)");
                    table.CheckConstraint("ck_appeals_by_two", "confirmed_by ->> 'id' is null or confirmed_by ->> 'id' <> proposed_by ->> 'id'");
                    table.ForeignKey(
                        name: "fk_appeals_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "accreditation",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appeals_letters_letter_id",
                        column: x => x.letter_id,
                        principalSchema: "accreditation",
                        principalTable: "letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_references",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    years = table.Column<int>(type: "integer", nullable: false),
                    placements = table.Column<int>(type: "integer", nullable: false),
                    would_place_again = table.Column<bool>(type: "boolean", nullable: false),
                    has_concerns = table.Column<bool>(type: "boolean", nullable: false),
                    concerns = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    comments = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    given_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    given_by_role = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_given_references", x => x.id);
                    table.ForeignKey(
                        name: "fk_given_references_reference_requests_request_id",
                        column: x => x.request_id,
                        principalSchema: "accreditation",
                        principalTable: "reference_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reference_marks",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_marks", x => x.id);
                    table.ForeignKey(
                        name: "fk_reference_marks_reference_requests_id",
                        column: x => x.id,
                        principalSchema: "accreditation",
                        principalTable: "reference_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reference_verdicts",
                schema: "accreditation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counts_as = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_verdicts", x => x.id);
                    table.ForeignKey(
                        name: "fk_reference_verdicts_reference_requests_request_id",
                        column: x => x.request_id,
                        principalSchema: "accreditation",
                        principalTable: "reference_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bid_receipts",
                schema: "tendering",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leaf = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    signed = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bid_receipts", x => new { x.version_id, x.withdrawn });
                    table.ForeignKey(
                        name: "fk_bid_receipts_bid_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "tendering",
                        principalTable: "bid_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opened_bids",
                schema: "tendering",
                columns: table => new
                {
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    outcome = table.Column<string>(type: "jsonb", nullable: true),
                    home = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_bids", x => x.bid_id);
                    table.ForeignKey(
                        name: "fk_opened_bids_bid_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "tendering",
                        principalTable: "bid_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opened_bids_bids_bid_id",
                        column: x => x.bid_id,
                        principalSchema: "tendering",
                        principalTable: "bids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "released_bids",
                schema: "tendering",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    salt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    standing = table.Column<string>(type: "text", nullable: false),
                    released_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_bids", x => x.version_id);
                    table.ForeignKey(
                        name: "fk_released_bids_bid_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "tendering",
                        principalTable: "bid_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bid_scores",
                schema: "tendering",
                columns: table => new
                {
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    scored_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scored_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bid_scores", x => new { x.bid_id, x.criterion_id });
                    table.CheckConstraint("ck_score", "score between 0 and 5");
                    table.ForeignKey(
                        name: "fk_bid_scores_opened_bids_bid_id",
                        column: x => x.bid_id,
                        principalSchema: "tendering",
                        principalTable: "opened_bids",
                        principalColumn: "bid_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "earlier_uses",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    premises_id = table.Column<Guid>(type: "uuid", nullable: false),
                    used_from = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_earlier_uses", x => x.id);
                    table.ForeignKey(
                        name: "fk_earlier_uses_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_earlier_uses_opened_bids_id",
                        column: x => x.id,
                        principalSchema: "tendering",
                        principalTable: "opened_bids",
                        principalColumn: "bid_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "price_questions",
                schema: "tendering",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    answered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false, defaultValue: 1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_price_questions_call_offs_call_off_id",
                        column: x => x.call_off_id,
                        principalSchema: "tendering",
                        principalTable: "call_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_price_questions_opened_bids_bid_id",
                        column: x => x.bid_id,
                        principalSchema: "tendering",
                        principalTable: "opened_bids",
                        principalColumn: "bid_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_address_changes_token_hash",
                schema: "organisations",
                table: "address_changes",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_address_changes_user_id_sent_at",
                schema: "organisations",
                table: "address_changes",
                columns: new[] { "user_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_affiliations_organisation_id",
                schema: "organisations",
                table: "affiliations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_appeals_application_id_lodged_at",
                schema: "accreditation",
                table: "appeals",
                columns: new[] { "application_id", "lodged_at" });

            migrationBuilder.CreateIndex(
                name: "ix_appeals_letter_id",
                schema: "accreditation",
                table: "appeals",
                column: "letter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_application_versions_application_id_number",
                schema: "accreditation",
                table: "application_versions",
                columns: new[] { "application_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_applications_host_authority_id_next_due_on",
                schema: "accreditation",
                table: "applications",
                columns: new[] { "host_authority_id", "next_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_applications_provider_id_scheme_id",
                schema: "accreditation",
                table: "applications",
                columns: new[] { "provider_id", "scheme_id" },
                unique: true,
                filter: "membership not in ('Rejected', 'Withdrawn', 'Removed', 'Left')");

            migrationBuilder.CreateIndex(
                name: "ix_applications_reference",
                schema: "accreditation",
                table: "applications",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_applications_scheme_id",
                schema: "accreditation",
                table: "applications",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_object_type_object_id_at",
                schema: "organisations",
                table: "audit_events",
                columns: new[] { "object_type", "object_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_leaves_seal_number_position",
                schema: "organisations",
                table: "audit_leaves",
                columns: new[] { "seal_number", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_authenticators_begun",
                schema: "organisations",
                table: "authenticators",
                column: "user_id",
                unique: true,
                filter: "confirmed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_authenticators_user_id",
                schema: "organisations",
                table: "authenticators",
                column: "user_id",
                unique: true,
                filter: "confirmed_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bid_receipts_call_off_id_leaf",
                schema: "tendering",
                table: "bid_receipts",
                columns: new[] { "call_off_id", "leaf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bid_scores_call_off_id",
                schema: "tendering",
                table: "bid_scores",
                column: "call_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_bid_versions_bid_id_number",
                schema: "tendering",
                table: "bid_versions",
                columns: new[] { "bid_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bid_versions_call_off_id_provider_id_idempotency_key",
                schema: "tendering",
                table: "bid_versions",
                columns: new[] { "call_off_id", "provider_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bids_call_off_id_provider_id",
                schema: "tendering",
                table: "bids",
                columns: new[] { "call_off_id", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bids_provider_id",
                schema: "tendering",
                table: "bids",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_call_offs_placing_authority_id_deadline",
                schema: "tendering",
                table: "call_offs",
                columns: new[] { "placing_authority_id", "deadline" });

            migrationBuilder.CreateIndex(
                name: "ix_call_offs_reference",
                schema: "tendering",
                table: "call_offs",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_offs_referral_id",
                schema: "tendering",
                table: "call_offs",
                column: "referral_id",
                unique: true,
                filter: "state not in ('NoBids', 'Cancelled')");

            migrationBuilder.CreateIndex(
                name: "ix_call_offs_state_deadline",
                schema: "tendering",
                table: "call_offs",
                columns: new[] { "state", "deadline" });

            migrationBuilder.CreateIndex(
                name: "ix_clarifications_application_id_asked_at",
                schema: "accreditation",
                table: "clarifications",
                columns: new[] { "application_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_colleague_invitations_organisation_id_created_at",
                schema: "organisations",
                table: "colleague_invitations",
                columns: new[] { "organisation_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_colleague_invitations_organisation_id_email",
                schema: "organisations",
                table: "colleague_invitations",
                columns: new[] { "organisation_id", "email" },
                unique: true,
                filter: "state in ('Proposed', 'Open')");

            migrationBuilder.CreateIndex(
                name: "ix_colleague_invitations_organisation_id_state",
                schema: "organisations",
                table: "colleague_invitations",
                columns: new[] { "organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_colleague_invitations_token_hash",
                schema: "organisations",
                table: "colleague_invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conflict_declarations_call_off_id_user_id",
                schema: "tendering",
                table: "conflict_declarations",
                columns: new[] { "call_off_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_data_imports_host_authority_id_scheme_id_sha256",
                schema: "accreditation",
                table: "data_imports",
                columns: new[] { "host_authority_id", "scheme_id", "sha256" },
                unique: true,
                filter: "state <> 'Dropped'");

            migrationBuilder.CreateIndex(
                name: "ix_data_imports_scheme_id",
                schema: "accreditation",
                table: "data_imports",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_grants_document_id_owner_organisation_id",
                schema: "organisations",
                table: "document_grants",
                columns: new[] { "document_id", "owner_organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_document_grants_organisation_id",
                schema: "organisations",
                table: "document_grants",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_organisation_id_uploaded_at",
                schema: "organisations",
                table: "documents",
                columns: new[] { "organisation_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_uses_authority_id_premises_id",
                schema: "tendering",
                table: "earlier_uses",
                columns: new[] { "authority_id", "premises_id" });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_uses_call_off_id",
                schema: "tendering",
                table: "earlier_uses",
                column: "call_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_items_organisation_id_kind_subject_key",
                schema: "organisations",
                table: "evidence_items",
                columns: new[] { "organisation_id", "kind", "subject_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_requests_authority_id_provider_id_kind_subject_key",
                schema: "organisations",
                table: "evidence_requests",
                columns: new[] { "authority_id", "provider_id", "kind", "subject_key" },
                unique: true,
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_requests_provider_id_state",
                schema: "organisations",
                table: "evidence_requests",
                columns: new[] { "provider_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_versions_document_id_organisation_id",
                schema: "organisations",
                table: "evidence_versions",
                columns: new[] { "document_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_given_references_application_id",
                schema: "accreditation",
                table: "given_references",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_given_references_request_id",
                schema: "accreditation",
                table: "given_references",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interest_declarations_application_id_officer_id_has_conflict",
                schema: "accreditation",
                table: "interest_declarations",
                columns: new[] { "application_id", "officer_id", "has_conflict" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interest_declarations_provider_id_officer_id",
                schema: "accreditation",
                table: "interest_declarations",
                columns: new[] { "provider_id", "officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_call_off_id_provider_id",
                schema: "tendering",
                table: "invitations",
                columns: new[] { "call_off_id", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_provider_id",
                schema: "tendering",
                table: "invitations",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_letters_application_id",
                schema: "accreditation",
                table: "letters",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_lots_scheme_id_number",
                schema: "accreditation",
                table: "lots",
                columns: new[] { "scheme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_actions_application_id_proposed_at",
                schema: "accreditation",
                table: "member_actions",
                columns: new[] { "application_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_member_authorities_scheme_id_authority_id",
                schema: "accreditation",
                table: "member_authorities",
                columns: new[] { "scheme_id", "authority_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_lot_id_provider_id",
                schema: "accreditation",
                table: "memberships",
                columns: new[] { "lot_id", "provider_id" },
                unique: true,
                filter: "state not in ('Removed', 'Left')");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_scheme_id",
                schema: "accreditation",
                table: "memberships",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_ofsted_differences_host_authority_id_provider_id_kind",
                schema: "accreditation",
                table: "ofsted_differences",
                columns: new[] { "host_authority_id", "provider_id", "kind" },
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_ofsted_statuses_host_authority_id_provider_id_as_of",
                schema: "accreditation",
                table: "ofsted_statuses",
                columns: new[] { "host_authority_id", "provider_id", "as_of" });

            migrationBuilder.CreateIndex(
                name: "ix_opened_bids_call_off_id_label",
                schema: "tendering",
                table: "opened_bids",
                columns: new[] { "call_off_id", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opened_bids_version_id",
                schema: "tendering",
                table: "opened_bids",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_opener_requests_asked_at",
                schema: "tendering",
                table: "opener_requests",
                column: "asked_at",
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_opener_requests_call_off_id",
                schema: "tendering",
                table: "opener_requests",
                column: "call_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_opening_reminders_call_off_id_number",
                schema: "tendering",
                table: "opening_reminders",
                columns: new[] { "call_off_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_charity_number",
                schema: "organisations",
                table: "organisations",
                column: "charity_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_code",
                schema: "organisations",
                table: "organisations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_company_number",
                schema: "organisations",
                table: "organisations",
                column: "company_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_due_at_raised_at",
                schema: "app",
                table: "outbox_messages",
                columns: new[] { "due_at", "raised_at" },
                filter: "done_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outcome_letters_call_off_id_provider_id",
                schema: "tendering",
                table: "outcome_letters",
                columns: new[] { "call_off_id", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pending_proofs_begun_at",
                schema: "organisations",
                table: "pending_proofs",
                column: "begun_at");

            migrationBuilder.CreateIndex(
                name: "ix_pending_proofs_secret_hash",
                schema: "organisations",
                table: "pending_proofs",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pending_proofs_user_id",
                schema: "organisations",
                table: "pending_proofs",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_place_nights_authority_id_premises_id",
                schema: "property",
                table: "place_nights",
                columns: new[] { "authority_id", "premises_id" });

            migrationBuilder.CreateIndex(
                name: "ix_place_nights_call_off_id",
                schema: "property",
                table: "place_nights",
                column: "call_off_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_authority_id_starts_on",
                schema: "placements",
                table: "placements",
                columns: new[] { "authority_id", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_call_off_id",
                schema: "placements",
                table: "placements",
                column: "call_off_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_provider_id_starts_on",
                schema: "placements",
                table: "placements",
                columns: new[] { "provider_id", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_reference",
                schema: "placements",
                table: "placements",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_places_premises_id",
                schema: "property",
                table: "places",
                column: "premises_id");

            migrationBuilder.CreateIndex(
                name: "ix_policies_provider_id_kind",
                schema: "accreditation",
                table: "policies",
                columns: new[] { "provider_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_premises_provider_id",
                schema: "property",
                table: "premises",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_premises_grants_organisation_id",
                schema: "property",
                table: "premises_grants",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_premises_versions_premises_id_saved_at",
                schema: "property",
                table: "premises_versions",
                columns: new[] { "premises_id", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_price_proposals_placement_id",
                schema: "placements",
                table: "price_proposals",
                column: "placement_id",
                unique: true,
                filter: "outcome is null");

            migrationBuilder.CreateIndex(
                name: "ix_price_questions_bid_id",
                schema: "tendering",
                table: "price_questions",
                column: "bid_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_price_questions_call_off_id",
                schema: "tendering",
                table: "price_questions",
                column: "call_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_price_questions_provider_id_state",
                schema: "tendering",
                table: "price_questions",
                columns: new[] { "provider_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_price_rows_placement_id_starts_on",
                schema: "placements",
                table: "price_rows",
                columns: new[] { "placement_id", "starts_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_question_askers_call_off_id_provider_id",
                schema: "tendering",
                table: "question_askers",
                columns: new[] { "call_off_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_questions_authority_id_state",
                schema: "tendering",
                table: "questions",
                columns: new[] { "authority_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_questions_call_off_id_asked_at",
                schema: "tendering",
                table: "questions",
                columns: new[] { "call_off_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_recovery_codes_user_id_hash",
                schema: "organisations",
                table: "recovery_codes",
                columns: new[] { "user_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recruitment_actions_application_id_due_on",
                schema: "accreditation",
                table: "recruitment_actions",
                columns: new[] { "application_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_reference_marks_provider_id",
                schema: "accreditation",
                table: "reference_marks",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_reference_requests_application_id_authority_key",
                schema: "accreditation",
                table: "reference_requests",
                columns: new[] { "application_id", "authority_key" },
                unique: true,
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_reference_requests_token_hash",
                schema: "accreditation",
                table: "reference_requests",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reference_verdicts_application_id",
                schema: "accreditation",
                table: "reference_verdicts",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_reference_verdicts_request_id",
                schema: "accreditation",
                table: "reference_verdicts",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_authority_id_case_number_hash",
                schema: "tendering",
                table: "referrals",
                columns: new[] { "authority_id", "case_number_hash" },
                unique: true,
                filter: "case_number_hash is not null and state in ('Draft', 'Ready', 'Sourcing')");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_authority_id_created_at",
                schema: "tendering",
                table: "referrals",
                columns: new[] { "authority_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_authority_id_ended_at",
                schema: "tendering",
                table: "referrals",
                columns: new[] { "authority_id", "ended_at" },
                filter: "ended_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_reference",
                schema: "tendering",
                table: "referrals",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registrations_email_created_at",
                schema: "organisations",
                table: "registrations",
                columns: new[] { "email", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_token_hash",
                schema: "organisations",
                table: "registrations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_released_bids_call_off_id",
                schema: "tendering",
                table: "released_bids",
                column: "call_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminders_host_authority_id_provider_id_sent_on",
                schema: "accreditation",
                table: "reminders",
                columns: new[] { "host_authority_id", "provider_id", "sent_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reset_links_token_hash",
                schema: "organisations",
                table: "reset_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reset_links_user_id_sent_at",
                schema: "organisations",
                table: "reset_links",
                columns: new[] { "user_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_organisation_id_user_id",
                schema: "organisations",
                table: "role_proposals",
                columns: new[] { "organisation_id", "user_id" },
                unique: true,
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_role_proposals_user_id",
                schema: "organisations",
                table: "role_proposals",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_officer_id_authority_id_name_key",
                schema: "accreditation",
                table: "saved_views",
                columns: new[] { "officer_id", "authority_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_schemes_reference",
                schema: "accreditation",
                table: "schemes",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_score_sheets_call_off_id_evaluator_id",
                schema: "tendering",
                table: "score_sheets",
                columns: new[] { "call_off_id", "evaluator_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id",
                schema: "organisations",
                table: "sessions",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id_organisation_id",
                schema: "organisations",
                table: "sessions",
                columns: new[] { "user_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_provider_id_number",
                schema: "accreditation",
                table: "staff_members",
                columns: new[] { "provider_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standing_actions_application_id_proposed_at",
                schema: "accreditation",
                table: "standing_actions",
                columns: new[] { "application_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_standing_conditions_application_id_due_on",
                schema: "accreditation",
                table: "standing_conditions",
                columns: new[] { "application_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_standings_application_id",
                schema: "accreditation",
                table: "standings",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_standings_lot_id_provider_id",
                schema: "accreditation",
                table: "standings",
                columns: new[] { "lot_id", "provider_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                schema: "organisations",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                schema: "organisations",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_passkeys_id",
                schema: "organisations",
                table: "user_passkeys",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_passkeys_user_id",
                schema: "organisations",
                table: "user_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                schema: "organisations",
                table: "users",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                schema: "organisations",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_answers_visit_id_item_id_place_id",
                schema: "property",
                table: "visit_answers",
                columns: new[] { "visit_id", "item_id", "place_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_visits_application_id",
                schema: "property",
                table: "visits",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_authority_id_scheduled_at",
                schema: "property",
                table: "visits",
                columns: new[] { "authority_id", "scheduled_at" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_premises_id_authority_id",
                schema: "property",
                table: "visits",
                columns: new[] { "premises_id", "authority_id" },
                unique: true,
                filter: "state in ('Booked', 'InProgress')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_changes",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "affiliations",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "appeals",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "application_versions",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "audit_events",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "audit_leaves",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "audit_unsealed",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "authenticators",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "award_records",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "bid_receipts",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "bid_scores",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "box_keys",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "box_leaves",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "box_openings",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "clarifications",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "colleague_invitations",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "conflict_declarations",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "data_imports",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "document_grants",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "draft_keys",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "earlier_uses",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "evidence_requests",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "evidence_versions",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "given_references",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "app");

            migrationBuilder.DropTable(
                name: "interest_declarations",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "member_actions",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "member_authorities",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "memberships",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "ofsted_differences",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "ofsted_statuses",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "opener_requests",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "opening_reminders",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "app");

            migrationBuilder.DropTable(
                name: "outcome_letters",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "pending_proofs",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "place_nights",
                schema: "property");

            migrationBuilder.DropTable(
                name: "places",
                schema: "property");

            migrationBuilder.DropTable(
                name: "policies",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "premises_grants",
                schema: "property");

            migrationBuilder.DropTable(
                name: "premises_versions",
                schema: "property");

            migrationBuilder.DropTable(
                name: "price_proposals",
                schema: "placements");

            migrationBuilder.DropTable(
                name: "price_questions",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "price_rows",
                schema: "placements");

            migrationBuilder.DropTable(
                name: "questions",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "read_news",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "recovery_codes",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "recruitment_actions",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "reference_marks",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "reference_verdicts",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "referral_secrets",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "registrations",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "released_bids",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "reminders",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "reset_links",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "role_proposals",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "score_sheets",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "staff_members",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "staff_samples",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "standing_actions",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "standing_conditions",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "standings",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "user_claims",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "user_logins",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "user_passkeys",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "user_tokens",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "visit_answers",
                schema: "property");

            migrationBuilder.DropTable(
                name: "letters",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "audit_seals",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "closed_boxes",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "documents",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "evidence_items",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "opened_bids",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "placements");

            migrationBuilder.DropTable(
                name: "question_askers",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "reference_requests",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "lots",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "users",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "visits",
                schema: "property");

            migrationBuilder.DropTable(
                name: "organisations",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "bid_versions",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "applications",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "premises",
                schema: "property");

            migrationBuilder.DropTable(
                name: "bids",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "schemes",
                schema: "accreditation");

            migrationBuilder.DropTable(
                name: "call_offs",
                schema: "tendering");

            migrationBuilder.DropTable(
                name: "referrals",
                schema: "tendering");

            migrationBuilder.DropSequence(
                name: "application_numbers",
                schema: "accreditation");
        }
    }
}
