package se.dirigent.server.identity.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.region.Regions;

/**
 * The users of the demo: a person for each role, and a program for each part that is played. Made
 * only when {@code dirigent.demo} is true; when it is not, those left in the database from an
 * earlier demo are turned off, for everyone knows their password.
 */
@Component
public class DemoUsers implements ApplicationRunner {
  /** Stands as maker of the demo's accounts, and of no other. */
  private static final String MAKER = "demo";

  /** For programs a person runs beside the demo, such as a replay. */
  private static final String INTEGRATION = "demo.integration";

  private static final Logger LOG = LoggerFactory.getLogger(DemoUsers.class);

  private final Accounts accounts;
  private final Passwords passwords;
  private final IntegrationTokens tokens;
  private final Regions regions;
  private final Settings settings;

  /**
   * How the demo is set.
   *
   * @param demo whether this is a demo at all
   * @param regions the regions served, separated by commas; the users work in the first
   * @param unit the crew's unit; empty for the first in the region's pack
   * @param password the same for all, shown on the log-in page
   * @param token of programs, see {@link Played#token}; empty for none
   */
  @Component
  record Settings(
      @Value("${dirigent.demo:false}") boolean demo,
      @Value("${dirigent.regions:}") String regions,
      @Value("${dirigent.demo.unit:}") String unit,
      @Value("${dirigent.demo.password:dirigent-demo}") String password,
      @Value("${dirigent.demo.integration-token:}") String token) {}

  /** Who the demo plays, each under a name of its own: the journal shows who did what. */
  public enum Played {
    /** Hands over calls as an emergency centre does. */
    CALLERS("demo.inringare", "Demo Inringare", Role.INTEGRATION),
    /** All units' crews: shifts, positions and milestones. */
    CREWS("demo.besattningar", "Demo Besättningar", Role.INTEGRATION),
    /** The automatic dispatcher. */
    DISPATCHER("demo.automat", "Demo Automat", Role.DISPATCHER),
    /** Contacts in the waiting room that no person has made in time. */
    NURSE("demo.aterkontakt", "Demo Återkontakt", Role.WAITING_ROOM_NURSE),
    /** Wards that order care transports and receive patients. */
    WARDS("demo.avdelningar", "Demo Avdelningar", Role.INTEGRATION),
    /** Inner command, for orders that no person has approved in time. */
    COMMAND("demo.godkannande", "Demo Godkännande", Role.INNER_COMMAND);

    private final String username;
    private final String displayName;
    private final Role role;

    Played(String username, String displayName, Role role) {
      this.username = username;
      this.displayName = displayName;
      this.role = role;
    }

    /**
     * Its token.
     *
     * @param secret the demo's integration token
     */
    public String token(String secret) {
      return secret + "." + username;
    }

    private Account account() {
      return machine(username, displayName, role);
    }
  }

  /** One of the demo's users, as the log-in page shows it. */
  public record DemoUser(String username, String displayName, List<Role> roles) {}

  DemoUsers(
      Accounts accounts,
      Passwords passwords,
      IntegrationTokens tokens,
      Regions regions,
      Settings settings) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tokens = tokens;
    this.regions = regions;
    this.settings = settings;
  }

  /** Whether this is a demo. */
  public boolean on() {
    return settings.demo();
  }

  /** The password of all demo users. */
  public String password() {
    return settings.password();
  }

  /** The demo's users that are people. */
  public List<DemoUser> list() {
    return people().stream()
        .map(account ->
            new DemoUser(
                account.username(),
                account.displayName(),
                account.actor().roles().stream().sorted().toList()))
        .toList();
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!settings.demo()) {
      int left = accounts.deactivate(MAKER);
      if (left > 0) {
        LOG.warn("Turned off {} demo users left in the database by an earlier demo", left);
      }
      return;
    }
    // One hash for all: they have the same password, and a hash costs a start-up time.
    String hash = passwords.hash(settings.password());
    for (Account account : people()) {
      accounts.save(account, MAKER);
      accounts.setPasswordHash(account.username(), hash, false);
    }
    // A program of a person's own may do all that the demo's programs do.
    save(
        machine(
            INTEGRATION,
            "Demo Integration",
            Role.INTEGRATION,
            Role.DISPATCHER,
            Role.WAITING_ROOM_NURSE),
        settings.token());
    for (Played played : Played.values()) {
      save(played.account(), settings.token().isEmpty() ? "" : played.token(settings.token()));
    }
  }

  private void save(Account machine, String token) {
    accounts.save(machine, MAKER);
    if (!token.isEmpty()) {
      tokens.revoke(machine.username(), MAKER);
      tokens.register(machine.username(), MAKER, token, MAKER);
    }
  }

  private List<Account> people() {
    return Stream.concat(ofTheRegion().stream(), neighbour().stream()).toList();
  }

  private List<Account> ofTheRegion() {
    return List.of(
        user("demo.dirigent", "Demo Dirigent", null, Role.DISPATCHER),
        user("demo.vantrum", "Demo Väntrum", null, Role.WAITING_ROOM_NURSE),
        user(
            "demo.medicinsk",
            "Demo Medicinsk dirigent",
            null,
            Role.DISPATCHER,
            Role.MEDICAL_DISPATCHER),
        user("demo.nav", "Demo Vårdnav", null, Role.WAITING_ROOM_NURSE, Role.HUB_NURSE),
        user("demo.lakare", "Demo Bakjour", null, Role.DOCTOR_ON_CALL),
        user("demo.avdelning", "Demo Avdelning", null, Role.WARD_NURSE),
        receiver(),
        user("demo.inre", "Demo Inre ledning", null, Role.INNER_COMMAND),
        user("demo.planerare", "Demo Planerare", null, Role.PLANNER),
        user("demo.nationell", "Demo Nationell", null, Role.NATIONAL_COORDINATOR),
        user("demo.admin", "Demo Administratör", null, Role.ADMINISTRATOR),
        user("demo.besattning", "Demo Besättning", unit(), Role.CREW));
  }

  private static Account machine(String username, String name, Role... roles) {
    Set<Grant> grants =
        Arrays.stream(roles).map(role -> new Grant(role, null)).collect(Collectors.toSet());
    return new Account(username, name, "Demo", Language.SV, null, true, false, grants);
  }

  /** A ward of its own, so that one ward's order can be seen arriving at another. */
  private Account receiver() {
    Account a = user("demo.mottagare", "Demo Mottagare", null, Role.WARD_NURSE);
    return new Account(
        a.username(),
        a.displayName(),
        "Demo mottagande vårdenhet",
        a.language(),
        a.unit(),
        a.active(),
        a.passwordExpired(),
        a.grants());
  }

  /** A ward of the second region served, so that a trip between regions is seen from both ends. */
  private Optional<Account> neighbour() {
    String[] served = settings.regions().split(",", -1);
    if (served.length < 2) {
      return Optional.empty();
    }
    RegionCode second = new RegionCode(served[1].strip());
    return regions.transportRules(second).departments().stream()
        .filter(d -> !d.careUnit().isEmpty())
        .filter(d -> regions.findFacility(d.facility()).orElseThrow().region().equals(second))
        .findFirst()
        .map(d ->
            new Account(
                "demo.granne",
                "Demo Granne",
                d.careUnit(),
                Language.SV,
                null,
                true,
                false,
                Set.of(new Grant(Role.WARD_NURSE, second))));
  }

  private Account user(String username, String name, @Nullable String unit, Role... roles) {
    Set<Grant> grants =
        Arrays.stream(roles)
            .map(role -> new Grant(role, role == Role.NATIONAL_COORDINATOR ? null : region()))
            .collect(Collectors.toSet());
    return new Account(username, name, "Demo vårdenhet", Language.SV, unit, true, false, grants);
  }

  private RegionCode region() {
    String first = settings.regions().split(",", -1)[0].strip();
    return first.isEmpty() ? regions.list().getFirst().code() : new RegionCode(first);
  }

  /** An ambulance where the region has one: other kinds may be off duty most of the day. */
  private String unit() {
    if (!settings.unit().isEmpty()) return settings.unit();
    var units = regions.get(region()).pack().units();
    return units.stream()
        .filter(one -> one.kind() == UnitKind.AMBULANCE)
        .findFirst()
        .orElseGet(units::getFirst)
        .id()
        .value();
  }
}
