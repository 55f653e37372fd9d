package se.dirigent.server.identity.login;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import se.dirigent.server.identity.RealTime;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.IdentityAudit;
import se.dirigent.server.identity.account.IdentityAudit.Event;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.RequestRefused;

/** Turns a proof into an account, slowly enough that guessing leads nowhere. */
@Service
class LogIn {
  /** A person who has forgotten tries five; ten leaves room for a caps lock. */
  private static final int USER_ATTEMPTS = 10;

  /** Then two a minute: 2 880 guesses a day against 2^99. */
  private static final Duration USER_REFILL = Duration.ofSeconds(30);

  /** A whole shift logs in at once from one address behind the region's firewall. */
  private static final int ADDRESS_ATTEMPTS = 100;

  private static final Duration ADDRESS_REFILL = Duration.ofSeconds(3);

  private final Identification identification;
  private final Accounts accounts;
  private final IdentityAudit audit;
  private final AttemptLimits byUser;
  private final AttemptLimits byAddress;

  LogIn(Identification identification, Accounts accounts, IdentityAudit audit, RealTime time) {
    this.identification = identification;
    this.accounts = accounts;
    this.audit = audit;
    this.byUser = new AttemptLimits(USER_ATTEMPTS, USER_REFILL, time.source());
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
    limit(byAddress, address, claimed, address);
    limit(byUser, claimed, claimed, address);
    Optional<Account> account =
        identification.identify(proof).flatMap(accounts::find).filter(Account::active);
    if (account.isEmpty()) {
      audit.record(Event.LOG_IN_FAILED, claimed, address, "");
      throw new RequestRefused(Fault.of(401, "login.wrong"));
    }
    byUser.giveBack(claimed);
    byAddress.giveBack(address);
    return account.get();
  }

  private void limit(AttemptLimits limits, String key, String claimed, String address) {
    AttemptLimits.Answer answer = limits.take(key);
    if (answer.allowed()) {
      return;
    }
    if (answer.first()) {
      audit.record(Event.LOG_IN_LIMITED, claimed, address, "");
    }
    throw RequestRefused.tooMany(answer.pause());
  }
}
