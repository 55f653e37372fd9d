package se.dirigent.server.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.RealTime;

/**
 * Tokens of programs, sent as {@code Authorization: Bearer TOKEN}. The table holds SHA-256 of each:
 * a token has 256 random bits, so nothing slower is needed.
 */
@Component
public class IntegrationTokens {
  private static final Duration CACHED = Duration.ofSeconds(5);
  private static final int CACHE_MAX = 1_000;
  private static final int TOKEN_BYTES = 32;

  /** Longer is no token of ours, and not worth hashing. */
  private static final int LENGTH_MAX = 200;

  private final JdbcClient database;
  private final Accounts accounts;
  private final RealTime time;
  private final BriefCache<String, Actor> cache;

  public IntegrationTokens(JdbcClient database, Accounts accounts, RealTime time) {
    this.database = database;
    this.accounts = accounts;
    this.time = time;
    this.cache = new BriefCache<>(CACHED, CACHE_MAX, time.source());
  }

  /** Who the token belongs to, unless it is unknown or revoked. */
  public Optional<Actor> find(String token) {
    if (token.isEmpty() || token.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    return cache.get(HexFormat.of().formatHex(sha256(token)), this::lookUp);
  }

  /** Makes a token for the user and returns it, the only time it can be seen. */
  public String create(String username, String name, String by) {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    register(username, name, token, by);
    return token;
  }

  /** Takes a token that was made elsewhere; for the demo's driver. */
  void register(String username, String name, String token, String by) {
    database
        .sql(
            """
            insert into integration_token (token_sha256, username, name, created_at, created_by)
            values (?, ?, ?, ?, ?)
            on conflict (token_sha256) do update set revoked_at = null
            """)
        .params(sha256(token), username, name, now(), by)
        .update();
    cache.forget();
  }

  /** Revokes all tokens of the user with the name; they stop working here at once. */
  public int revoke(String username, String name) {
    int revoked =
        database
            .sql(
                "update integration_token set revoked_at = ?"
                    + " where username = ? and name = ? and revoked_at is null")
            .params(now(), username, name)
            .update();
    cache.forget();
    return revoked;
  }

  private Optional<Actor> lookUp(String hash) {
    return database
        .sql("select username from integration_token where token_sha256 = ? and revoked_at is null")
        .param(HexFormat.of().parseHex(hash))
        .query(String.class)
        .optional()
        .flatMap(accounts::find)
        .filter(Account::active)
        .map(Account::actor);
  }

  private OffsetDateTime now() {
    return time.source().instant().atOffset(ZoneOffset.UTC);
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
