package se.dirigent.server.identity.account;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.IdentityAudit.Event;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * What administrators do with users. One of a region handles users whose every role is in it; one
 * of the nation handles all. Anybody else's user is answered as one that does not exist: 403.
 */
@Service
class UserAdministration {
  private final Accounts accounts;
  private final Passwords passwords;
  private final IntegrationTokens tokens;
  private final Sessions sessions;
  private final IdentityAudit audit;

  UserAdministration(
      Accounts accounts,
      Passwords passwords,
      IntegrationTokens tokens,
      Sessions sessions,
      IdentityAudit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tokens = tokens;
    this.sessions = sessions;
    this.audit = audit;
  }

  static Refused wrongLanguage() {
    return new Refused("language.unknown", "language", Map.of());
  }

  List<Account> list(Actor actor) {
    return accounts.list(null).stream().filter(account -> handles(actor, account)).toList();
  }

  @Transactional
  Account save(Account account, Actor actor, String address) {
    accounts.find(account.username()).ifPresent(old -> require(actor, old));
    require(actor, account);
    boolean self = account.username().equals(actor.username());
    if (self && !(account.active() && handles(account.actor(), account))) {
      throw Refused.state("user.self", "", Map.of());
    }
    accounts.save(account, actor.username());
    audit.record(Event.ACCOUNT_SAVED, account.username(), address, "by " + actor.username());
    sessions.refresh();
    return account;
  }

  String oneTimePassword(String username, Actor actor, String address) {
    Account account = find(username, actor);
    String password = passwords.oneTime(account.username());
    audit.record(Event.PASSWORD_RESET, account.username(), address, "by " + actor.username());
    sessions.closeAll(account.username(), null);
    return password;
  }

  @Transactional
  String createToken(String username, String name, Actor actor, String address) {
    Account account = find(username, actor);
    if (!account.actor().roles().contains(Role.INTEGRATION)) {
      throw Refused.state("token.person", "", Map.of("value", account.username()));
    }
    String token = tokens.create(account.username(), name, actor.username());
    audit.record(
        Event.TOKEN_CREATED, account.username(), address, name + " by " + actor.username());
    return token;
  }

  @Transactional
  void revokeToken(String username, String name, Actor actor, String address) {
    Account account = find(username, actor);
    tokens.revoke(account.username(), name);
    audit.record(
        Event.TOKEN_REVOKED, account.username(), address, name + " by " + actor.username());
  }

  private Account find(String username, Actor actor) {
    Account account =
        accounts.find(Account.normal(username)).orElseThrow(RequestRefused::forbidden);
    require(actor, account);
    return account;
  }

  private static void require(Actor actor, Account account) {
    if (!handles(actor, account)) {
      throw RequestRefused.forbidden();
    }
  }

  /** Whether every role of the account is in a region where the actor is administrator. */
  private static boolean handles(Actor actor, Account account) {
    boolean national =
        actor.grants().stream()
            .anyMatch(grant -> grant.role() == Role.ADMINISTRATOR && grant.region() == null);
    return national
        || !account.grants().isEmpty()
            && account.grants().stream().allMatch(grant -> handles(actor, grant.region()));
  }

  private static boolean handles(
      Actor actor, @org.jspecify.annotations.Nullable RegionCode region) {
    return region != null && actor.is(Role.ADMINISTRATOR, region);
  }
}
