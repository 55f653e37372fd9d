package se.dirigent.server.identity.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * Passwords, hashed with Argon2id by the first of OWASP's recommended settings (Password Storage
 * Cheat Sheet, read 2025): 19 MiB of memory, two passes, one lane.
 */
@Component
public class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Hashes at a time: each takes a core and 19 MiB, and the dispatchers need the cores more. */
  private static final int AT_ONCE_MAX = 2;

  private static final Duration WAIT = Duration.ofSeconds(5);

  /** Shortest password taken; NIST SP 800-63B asks for 15 where nothing else is asked for. */
  private static final int LENGTH_MIN = 15;

  private static final int LENGTH_MAX = 200;

  /** Letters and digits that nobody takes for one another when read from a screen. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore gate = new Semaphore(AT_ONCE_MAX, true);

  /**
   * Hashes are computed on threads of the operating system, which takes the core from them in turn.
   * A virtual thread would keep its carrier until it is done, and requests would wait for hashes.
   */
  private final ExecutorService hashing =
      Executors.newFixedThreadPool(
          AT_ONCE_MAX, Thread.ofPlatform().daemon().name("password-", 1).factory());

  private final Accounts accounts;

  /** Compared with when the user does not exist, so that both answers take as long. */
  private final String nobody;

  public Passwords(Accounts accounts) {
    this.accounts = accounts;
    this.nobody = Objects.requireNonNull(encoder.encode(random()));
  }

  /**
   * Whether the password is the user's. Takes as long when there is no such user.
   *
   * @throws RequestRefused 429 when too many wait for the same answer
   */
  public boolean matches(String username, String password) {
    String hash = accounts.passwordHash(username);
    boolean same = guarded(() -> encoder.matches(password, hash == null ? nobody : hash));
    return hash != null && same;
  }

  /**
   * Sets a password the user has chosen.
   *
   * @throws Refused {@code password.length} or {@code password.same}
   */
  public void choose(String username, String password) {
    if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
      throw new Refused(
          "password.length",
          "password",
          Map.of("min", String.valueOf(LENGTH_MIN), "max", String.valueOf(LENGTH_MAX)));
    }
    if (matches(username, password)) {
      throw new Refused("password.same", "password", Map.of());
    }
    set(username, password, false);
  }

  /** Sets a password that must be changed at the first log-in, and returns it. */
  public String oneTime(String username) {
    String password = random();
    set(username, password, true);
    return password;
  }

  /** The hash of a password, whatever its length. */
  String hash(String password) {
    return guarded(() -> Objects.requireNonNull(encoder.encode(password)));
  }

  private void set(String username, String password, boolean expired) {
    accounts.setPasswordHash(username, hash(password), expired);
  }

  private <T> T guarded(java.util.function.Supplier<T> work) {
    try {
      if (!gate.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw RequestRefused.tooMany(WAIT);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw RequestRefused.tooMany(WAIT);
    }
    try {
      return CompletableFuture.supplyAsync(work, hashing).join();
    } finally {
      gate.release();
    }
  }

  /** Twenty characters of 31: 99 bits. */
  private static String random() {
    var source = new SecureRandom();
    var text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(i > 0 && i % 5 == 0 ? "-" : "");
      text.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
