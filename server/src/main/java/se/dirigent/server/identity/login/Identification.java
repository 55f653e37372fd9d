package se.dirigent.server.identity.login;

import java.util.Optional;

/**
 * A way to prove who one is. This is the seam for OpenID Connect: a proof {@code IdToken}, and an
 * implementation that verifies it and maps its HSA-id to a user name, is all that is to be added;
 * what follows (the account, its roles, the session, the audit) is the same whatever the proof.
 */
public interface Identification {

  /** What a person brings. */
  sealed interface Proof {
    /** User name and password, as typed. */
    record Password(String username, String password) implements Proof {
      @Override
      public String toString() {
        return "Password of " + username; // never the password, in no log
      }
    }
  }

  /** Who the proof is about, before it is believed; for limits and the audit. */
  String claimed(Proof proof);

  /** The user name the proof proves, or empty. Takes as long for a user that does not exist. */
  Optional<String> identify(Proof proof);
}
