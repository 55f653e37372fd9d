package se.dirigent.server.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Texts;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;

/** Users and tokens, kept by administrators: of a region for their own, of the nation for all. */
@RestController
@RequestMapping("/api/users")
class UserController {
  private final UserAdministration administration;

  UserController(UserAdministration administration) {
    this.administration = administration;
  }

  /** How a user is to be. */
  record UserChange(
      String displayName,
      String careUnit,
      String language,
      @Nullable String unit,
      boolean active,
      List<Grant> grants) {

    Account account(String username) {
      Language language =
          List.of(Language.values()).stream()
              .filter(known -> known.code().equals(language()))
              .findAny()
              .orElseThrow(UserAdministration::wrongLanguage);
      return new Account(
          Account.normal(username),
          displayName,
          careUnit,
          language,
          unit,
          active,
          false,
          new HashSet<>(grants));
    }
  }

  /** A user, as an administrator sees it. */
  record UserView(
      String username,
      String displayName,
      String careUnit,
      String language,
      @Nullable String unit,
      boolean active,
      List<Grant> grants) {

    static UserView of(Account account) {
      return new UserView(
          account.username(),
          account.displayName(),
          account.careUnit(),
          account.language().name().toLowerCase(Locale.ROOT),
          account.unit(),
          account.active(),
          account.grants().stream().sorted(Comparator.comparing(Grant::toString)).toList());
    }
  }

  /** A password that works once. */
  record OneTimePassword(String password) {}

  /** Name of a token to be made, for those who look after it. */
  record TokenName(String name) {
    TokenName {
      name = Texts.require("name", name, 1, 100);
    }
  }

  /** A token, the only time it is shown. */
  record Token(String token) {}

  @GetMapping
  @Allowed(roles = Role.ADMINISTRATOR, region = Allowed.Region.NONE)
  List<UserView> list(Actor actor) {
    return administration.list(actor).stream().map(UserView::of).toList();
  }

  @PutMapping("/{username}")
  @Allowed(roles = Role.ADMINISTRATOR, region = Allowed.Region.NONE)
  UserView save(
      @PathVariable String username,
      @RequestBody UserChange change,
      Actor actor,
      HttpServletRequest request) {
    Account account = change.account(username);
    return UserView.of(administration.save(account, actor, request.getRemoteAddr()));
  }

  @PostMapping("/{username}/one-time-password")
  @Allowed(roles = Role.ADMINISTRATOR, region = Allowed.Region.NONE)
  OneTimePassword oneTimePassword(
      @PathVariable String username, Actor actor, HttpServletRequest request) {
    return new OneTimePassword(
        administration.oneTimePassword(username, actor, request.getRemoteAddr()));
  }

  @PostMapping("/{username}/tokens")
  @Allowed(roles = Role.ADMINISTRATOR, region = Allowed.Region.NONE)
  Token createToken(
      @PathVariable String username,
      @RequestBody TokenName token,
      Actor actor,
      HttpServletRequest request) {
    return new Token(
        administration.createToken(username, token.name(), actor, request.getRemoteAddr()));
  }

  @DeleteMapping("/{username}/tokens/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(roles = Role.ADMINISTRATOR, region = Allowed.Region.NONE)
  void revokeToken(
      @PathVariable String username,
      @PathVariable String name,
      Actor actor,
      HttpServletRequest request) {
    administration.revokeToken(username, name, actor, request.getRemoteAddr());
  }
}
