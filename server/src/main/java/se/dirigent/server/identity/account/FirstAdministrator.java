package se.dirigent.server.identity.account;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;

/** Makes the first administrator of a new installation, who makes all other users. */
@Service
public class FirstAdministrator {
  private final Accounts accounts;
  private final Passwords passwords;
  private final IdentityAudit audit;

  public FirstAdministrator(Accounts accounts, Passwords passwords, IdentityAudit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * Makes a national administrator and returns the one-time password, to be shown once to whoever
   * runs the command; it must be changed at the first log-in.
   *
   * @throws Refused {@code administrator.exists} when somebody can log in already, {@code
   *     username.form} and others for a bad name
   */
  @Transactional
  public String createFirstAdministrator(String username, String displayName, String careUnit) {
    if (accounts.hasAny()) {
      throw Refused.state("administrator.exists", "", Map.of());
    }
    var account =
        new Account(
            Account.normal(username),
            displayName,
            careUnit,
            Language.SV,
            null,
            true,
            true,
            Set.of(new Grant(Role.ADMINISTRATOR, null)));
    accounts.save(account, "local");
    audit.record(IdentityAudit.Event.ACCOUNT_SAVED, account.username(), "local", "first");
    return passwords.oneTime(account.username());
  }
}
