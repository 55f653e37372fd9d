package se.dirigent.server.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.RealTime;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;

/** The users, in the tables {@code user_account} and {@code role_grant}. */
@Component
public class Accounts {
  /** More users than any region has; a longer list is a mistake in the question. */
  private static final int LIST_MAX = 5_000;

  private static final String COLUMNS =
      "username, display_name, care_unit, language, unit, active, password_expired";

  private final JdbcClient database;
  private final RealTime time;

  public Accounts(JdbcClient database, RealTime time) {
    this.database = database;
    this.time = time;
  }

  /** The account, active or not. */
  @Transactional(readOnly = true)
  public Optional<Account> find(String username) {
    return database
        .sql("select " + COLUMNS + " from user_account where username = ?")
        .param(username)
        .query(this::account)
        .optional();
  }

  /** All accounts with a role in the region, or all there are when it is null. */
  @Transactional(readOnly = true)
  public List<Account> list(@Nullable RegionCode region) {
    String sql =
        "select "
            + COLUMNS
            + " from user_account where ?::text is null or username in"
            + " (select username from role_grant where region = ?) order by username limit ?";
    String code = region == null ? null : region.value();
    return database.sql(sql).param(code).param(code).param(LIST_MAX).query(this::account).list();
  }

  /** The password's hash; null when the account is missing or has none. */
  @Nullable String passwordHash(String username) {
    return database
        .sql("select password_hash from user_account where username = ?")
        .param(username)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(hash -> hash)
        .orElse(null);
  }

  /** Writes the account and its roles as given; a new one has no password. */
  @Transactional
  public void save(Account account, String by) {
    database
        .sql(
            """
            insert into user_account (username, display_name, care_unit, language, unit, active,
              password_expired, created_at, created_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (username) do update set display_name = excluded.display_name,
              care_unit = excluded.care_unit, language = excluded.language,
              unit = excluded.unit, active = excluded.active
            """)
        .param(account.username())
        .param(account.displayName())
        .param(account.careUnit())
        .param(account.language().code())
        .param(account.unit())
        .param(account.active())
        .param(account.passwordExpired())
        .param(now())
        .param(by)
        .update();
    database.sql("delete from role_grant where username = ?").param(account.username()).update();
    for (Grant grant : account.grants()) {
      RegionCode region = grant.region();
      database
          .sql("insert into role_grant (username, role, region) values (?, ?, ?)")
          .param(account.username())
          .param(grant.role().name())
          .param(region == null ? null : region.value())
          .update();
    }
  }

  /** Sets the password's hash. */
  public void setPasswordHash(String username, String hash, boolean expired) {
    database
        .sql("update user_account set password_hash = ?, password_expired = ? where username = ?")
        .params(hash, expired, username)
        .update();
  }

  /** Whether anybody can log in. */
  public boolean hasAny() {
    return database
        .sql("select exists (select from user_account where active and password_hash is not null)")
        .query(Boolean.class)
        .single();
  }

  /** Turns off all accounts that somebody made. */
  public int deactivate(String createdBy) {
    return database
        .sql("update user_account set active = false where created_by = ? and active")
        .param(createdBy)
        .update();
  }

  private java.time.OffsetDateTime now() {
    Instant instant = time.source().instant();
    return instant.atOffset(ZoneOffset.UTC);
  }

  private Account account(ResultSet row, int number) throws SQLException {
    String username = row.getString("username");
    return new Account(
        username,
        row.getString("display_name"),
        row.getString("care_unit"),
        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
        row.getString("unit"),
        row.getBoolean("active"),
        row.getBoolean("password_expired"),
        grants(username));
  }

  private Set<Grant> grants(String username) {
    return new HashSet<>(
        database
            .sql("select role, region from role_grant where username = ?")
            .param(username)
            .query((row, number) -> grant(row))
            .list());
  }

  private static Grant grant(ResultSet row) throws SQLException {
    String region = row.getString("region");
    return new Grant(
        Role.valueOf(row.getString("role")), region == null ? null : new RegionCode(region));
  }
}
