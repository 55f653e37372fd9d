package se.dirigent.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.LoggedOut;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.IdentityAudit;
import se.dirigent.server.identity.account.IdentityAudit.Event;
import se.dirigent.server.identity.account.Passwords;
import se.dirigent.server.identity.account.Sessions;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.web.OpenToAll;

/** The log-in of a person: made, looked at, given a new password, ended. */
@RestController
@RequestMapping("/api/session")
class SessionController {
  private final LogIn logIn;
  private final Sessions sessions;
  private final Passwords passwords;
  private final IdentityAudit audit;
  private final CsrfAuthenticationStrategy pageTokens;
  private final ApplicationEventPublisher publisher;

  SessionController(
      LogIn logIn,
      Sessions sessions,
      Passwords passwords,
      IdentityAudit audit,
      CsrfAuthenticationStrategy pageTokens,
      ApplicationEventPublisher publisher) {
    this.logIn = logIn;
    this.sessions = sessions;
    this.passwords = passwords;
    this.audit = audit;
    this.pageTokens = pageTokens;
    this.publisher = publisher;
  }

  /** What a person types. */
  record Credentials(String username, String password) {
    Credentials {
      username = Texts.require("username", username, 1, 100);
      // Not stripped: a password may end with a space.
      Texts.require("password", password, 1, 200);
    }

    @Override
    public String toString() {
      return "Credentials of " + username;
    }
  }

  /** A change of password. */
  record PasswordChange(String current, String password) {
    PasswordChange {
      Texts.require("current", current, 1, 200);
      Texts.require("password", password, 1, 200);
    }

    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  /**
   * Who is logged in.
   *
   * @param region the region the user works in; absent for the whole country
   * @param unit the unit a crew works in
   * @param language the user's own
   * @param csrf to be sent as the header X-XSRF-TOKEN with every change
   * @param passwordExpired nothing can be done until the password has been changed
   */
  record SessionView(
      String username,
      String displayName,
      String careUnit,
      List<Role> roles,
      @Nullable RegionCode region,
      @Nullable String unit,
      String language,
      String csrf,
      boolean passwordExpired) {}

  @PostMapping
  @OpenToAll("This is how one logs in.")
  SessionView create(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    var proof = new Identification.Proof.Password(credentials.username(), credentials.password());
    Account account = logIn.attempt(proof, request.getRemoteAddr());
    sessions.open(request, account);
    return view(account, renewPageToken(request, response));
  }

  @GetMapping
  @OpenToAll("Tells the page whether somebody is logged in; without a session it answers 401.")
  SessionView get(HttpServletRequest request, CsrfToken csrf) {
    // Read before the refusal, so that the cookie is there when the log-in page is shown.
    csrf.getToken();
    Account account = sessions.findAccount(request).orElseThrow(RequestRefused::unauthenticated);
    return view(account, csrf);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @OpenToAll("Logging out twice is no fault.")
  void delete(HttpServletRequest request, HttpServletResponse response) {
    sessions
        .findAccount(request)
        .ifPresent(account -> {
          audit.record(Event.LOGGED_OUT, account.username(), request.getRemoteAddr(), "");
          publisher.publishEvent(new LoggedOut(account.username()));
        });
    sessions.close(request);
    // A new one and not none: a window left open is then told to log in, not that it lacks a token.
    renewPageToken(request, response).getToken();
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @OpenToAll("Needs a session itself, also one whose password has expired and can do nothing else.")
  void changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
    Account account = sessions.findAccount(request).orElseThrow(RequestRefused::unauthenticated);
    // The same limits as a log-in: whoever finds an open screen must not get to guess.
    var proof = new Identification.Proof.Password(account.username(), change.current());
    try {
      logIn.verify(proof, request.getRemoteAddr());
    } catch (RequestRefused wrong) {
      throw wrong.fault().status() == 401
          ? new RequestRefused(Fault.in("current", 422, "password.wrong", java.util.Map.of()))
          : wrong;
    }
    passwords.choose(account.username(), change.password());
    audit.record(Event.PASSWORD_CHANGED, account.username(), request.getRemoteAddr(), "");
    sessions.closeAll(account.username(), request);
  }

  /** The page's new token; its cookie is set when it is read. */
  private CsrfToken renewPageToken(HttpServletRequest request, HttpServletResponse response) {
    pageTokens.onAuthentication(null, request, response);
    return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
  }

  private static SessionView view(Account account, CsrfToken csrf) {
    Actor actor = account.actor();
    return new SessionView(
        account.username(),
        account.displayName(),
        account.careUnit(),
        actor.roles().stream().sorted().toList(),
        actor.region(),
        account.unit(),
        account.language().code(),
        csrf.getToken(),
        account.passwordExpired());
  }
}
