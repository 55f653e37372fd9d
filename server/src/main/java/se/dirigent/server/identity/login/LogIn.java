package se.dirigent.server.identity.login;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import se.dirigent.server.identity.RealTime;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.IdentityAudit;
import se.dirigent.server.identity.account.IdentityAudit.Event;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * Turns a proof into an account, slowly enough that guessing leads nowhere, and without giving
 * anybody the means to lock another out. After OWASP's Authentication Cheat Sheet ("Protect Against
 * Automated Attacks") and its "Device cookies" page, with the address in the place of the cookie:
 *
 * <ul>
 *   <li>one user at one address, and one address, make so many attempts and are then refused;
 *   <li>one user at all addresses together is only slowed down, by a bounded pause: a refusal here
 *       would let whoever knows a user name keep a dispatcher out;
 *   <li>where the user has logged in before, what others do counts for nothing.
 * </ul>
 *
 * What is left: who sits behind the same address as the user, at a place with one address for all,
 * can use up the user's attempts there. Counts and known addresses are forgotten at a restart,
 * which costs a user under attack one pause.
 */
@Service
class LogIn {
  /** A person who has forgotten tries five; ten leaves room for a caps lock. */
  private static final int USER_ATTEMPTS = 10;

  /** Then two a minute: 2 880 guesses a day and address against 2^99. */
  private static final Duration USER_REFILL = Duration.ofSeconds(30);

  /** A whole shift logs in at once from one address behind the region's firewall. */
  private static final int ADDRESS_ATTEMPTS = 100;

  private static final Duration ADDRESS_REFILL = Duration.ofSeconds(3);

  /** Long for a machine that guesses, short for a dispatcher at a new desk. */
  private static final Duration PAUSE_MAX = Duration.ofSeconds(2);

  /** More users at more addresses than a country's centres have; the longest unused goes. */
  private static final int KNOWN_MAX = 10_000;

  private final Identification identification;
  private final Accounts accounts;
  private final IdentityAudit audit;
  private final AttemptLimits byUser;
  private final AttemptLimits byAddress;
  private final AttemptLimits byUserAtAddress;
  private final Set<UserAtAddress> known = Collections.synchronizedSet(recentlyUsed());

  /** A user at a network address. */
  private record UserAtAddress(String username, String address) {}

  LogIn(Identification identification, Accounts accounts, IdentityAudit audit, RealTime time) {
    this.identification = identification;
    this.accounts = accounts;
    this.audit = audit;
    this.byUser = new AttemptLimits(USER_ATTEMPTS, USER_REFILL, time.source());
    this.byUserAtAddress = new AttemptLimits(USER_ATTEMPTS, USER_REFILL, time.source());
    this.byAddress = new AttemptLimits(ADDRESS_ATTEMPTS, ADDRESS_REFILL, time.source());
  }

  /** The account the proof proves, about to be logged in. */
  Account attempt(Identification.Proof proof, String address) {
    Account account = verify(proof, address);
    audit.record(Event.LOGGED_IN, account.username(), address, "");
    return account;
  }

  /**
   * The account the proof proves.
   *
   * @throws RequestRefused 401 {@code login.wrong} whatever was wrong; 429 when too often
   */
  Account verify(Identification.Proof proof, String address) {
    String claimed = identification.claimed(proof);
    UserAtAddress who = new UserAtAddress(claimed, address);
    boolean stranger = !known.contains(who);
    if (stranger) {
      limit(byAddress, address, who);
    }
    limit(byUserAtAddress, who.toString(), who);
    if (stranger) {
      slowDown(who);
    }
    Optional<Account> account =
        identification.identify(proof).flatMap(accounts::find).filter(Account::active);
    if (account.isEmpty()) {
      audit.record(Event.LOG_IN_FAILED, claimed, address, "");
      throw new RequestRefused(Fault.of(401, "login.wrong"));
    }
    if (stranger) {
      byUser.giveBack(claimed);
      byAddress.giveBack(address);
      known.add(who);
    }
    byUserAtAddress.giveBack(who.toString());
    return account.get();
  }

  private void limit(AttemptLimits limits, String key, UserAtAddress who) {
    AttemptLimits.Answer answer = limits.take(key);
    if (answer.allowed()) {
      return;
    }
    if (answer.first()) {
      audit.record(Event.LOG_IN_LIMITED, who.username(), who.address(), "");
    }
    throw RequestRefused.tooMany(answer.pause());
  }

  /** Waits on the request's own virtual thread, before anything is locked or looked up. */
  private void slowDown(UserAtAddress who) {
    AttemptLimits.Answer answer = byUser.take(who.username());
    if (answer.allowed()) {
      return;
    }
    if (answer.first()) {
      audit.record(Event.LOG_IN_LIMITED, who.username(), who.address(), "slowed down");
    }
    try {
      Thread.sleep(answer.pause().compareTo(PAUSE_MAX) < 0 ? answer.pause() : PAUSE_MAX);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw RequestRefused.tooMany(PAUSE_MAX);
    }
  }

  /** Only what has proved itself enters, so that nobody can push others out by guessing. */
  private static Set<UserAtAddress> recentlyUsed() {
    return Collections.newSetFromMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UserAtAddress, Boolean> eldest) {
            return size() > KNOWN_MAX;
          }
        });
  }
}
