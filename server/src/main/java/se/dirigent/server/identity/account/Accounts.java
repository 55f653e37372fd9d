package se.dirigent.server.identity.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** The roles come along: one question however many the users are. */
  private static final String COLUMNS =
      """
      username, display_name, care_unit, language, unit, active, password_expired,
      array(select role || ' ' || coalesce(region, '') from role_grant g
        where g.username = user_account.username) as grants
      """;

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
        .query(Accounts::account)
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
    return database
        .sql(sql)
        .param(code)
        .param(code)
        .param(LIST_MAX)
        .query(Accounts::account)
        .list();
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

  private OffsetDateTime now() {
    Instant instant = time.source().instant();
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getString("username"),
        row.getString("display_name"),
        row.getString("care_unit"),
        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
        row.getString("unit"),
        row.getBoolean("active"),
        row.getBoolean("password_expired"),
        grants(row.getArray("grants")));
  }

  private static Set<Grant> grants(Array roles) throws SQLException {
    return Arrays.stream((String[]) roles.getArray())
        .map(Accounts::grant)
        .collect(Collectors.toSet());
  }

  /** A role, and after a space the region it is held in, or nothing for the whole country. */
  private static Grant grant(String text) {
    int space = text.indexOf(' ');
    String region = text.substring(space + 1);
    return new Grant(
        Role.valueOf(text.substring(0, space)), region.isEmpty() ? null : new RegionCode(region));
  }
}
