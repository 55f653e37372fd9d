package se.dirigent.server.identity.login;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Passwords;

/** Proof by user name and password. */
@Component
class PasswordIdentification implements Identification {
  private final Passwords passwords;

  PasswordIdentification(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public String claimed(Proof proof) {
    return switch (proof) {
      case Proof.Password password -> Account.normal(password.username());
    };
  }

  @Override
  public Optional<String> identify(Proof proof) {
    return switch (proof) {
      case Proof.Password password -> {
        String username = claimed(password);
        boolean right = passwords.matches(username, password.password());
        yield right ? Optional.of(username) : Optional.empty();
      }
    };
  }
}
