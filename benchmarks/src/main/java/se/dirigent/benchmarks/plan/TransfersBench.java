package se.dirigent.benchmarks.plan;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.mode.AirFee;
import se.dirigent.core.transport.mode.DecisionTable;
import se.dirigent.core.transport.mode.DecisionTable.ModeRule;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.core.transport.trial.PastOrder;
import se.dirigent.core.transport.trial.Saving;
import se.dirigent.core.transport.trial.TableTrial;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.transport.DoorToDoor;

/**
 * The three transfers of Region Jämtland Härjedalen's review of its flights, tried on an invented
 * month: the table before them is the region's own with each measure's rules undone.
 */
@Command(
    name = "transfers-bench",
    mixinStandardHelpOptions = true,
    version = "0.1",
    description = "The review's three transfers on an invented month, the saving by measure")
public final class TransfersBench implements Callable<Integer> {
  private static final String REGION = "jamtland-harjedalen";
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final double MONTHS = 365.0 / 30;

  /** The county's part of Sweden's land, 49 000 of 407 000 square kilometres. */
  private static final double AREA = 0.12;

  /** 132 000 of 10.6 million. */
  private static final double PEOPLE = 0.0125;

  /** The rules that each measure brought. */
  private static final Map<String, Set<String>> MEASURES = measures();

  @Option(names = "--months", defaultValue = "24", description = "drawn (${DEFAULT-VALUE})")
  private int months;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  /** Exit code 0 when the measures apart make the sum of all of them. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TransfersBench()).execute(arguments));
  }

  private static Map<String, Set<String>> measures() {
    Map<String, Set<String>> measures = new LinkedHashMap<>();
    measures.put("1 air to road, sub-acute out of the county", Set.of("subakut-vag", "latt-ut"));
    measures.put("2 air to taxi, no care needed", Set.of("taxi-ut"));
    measures.put("4 ambulance to light care in the county", Set.of("latt-lan"));
    return measures;
  }

  @Override
  public Integer call() throws IOException {
    TransportRules rules = read("transport/" + REGION, TransportRules.class);
    DecisionTable after = rules.table(LocalDate.of(2026, 10, 1));
    DecisionTable before = without(after, Set.of());
    List<PastOrder> past = past(TableTrial.with(rules, before));
    Saving sum = Saving.NONE;
    System.out.printf("%d orders in %d months; a year of each measure:%n", past.size(), months);
    for (Map.Entry<String, Set<String>> measure : MEASURES.entrySet()) {
      TableTrial trial = TableTrial.of(rules, without(after, measure.getValue()), ZONE, past);
      say(measure.getKey(), trial.total());
      sum = sum.plus(trial.total());
    }
    Saving all = TableTrial.of(rules, after, ZONE, past).total();
    say("all together", all);
    fee(rules, all);
    return all.equals(sum) ? 0 : 1;
  }

  private List<PastOrder> past(TransportRules then) throws IOException {
    var roads = NetworkTravelTimes.sweden(NationalNetwork.load().network(), List.of());
    List<Position> receivers = new ArrayList<>();
    for (String region : List.of("vasternorrland", "vasterbotten", "uppsala", "stockholm")) {
      receivers.add(read(region, RegionPack.class).facilities().getFirst().position());
    }
    var month =
        new TransportMonth(read(REGION, RegionPack.class), receivers, new DoorToDoor(roads), seed);
    ModeAdvisor advisor = new ModeAdvisor(then, ZONE);
    List<PastOrder> past = new ArrayList<>();
    for (int n = 0; n < months; n++) {
      past.addAll(month.orders(advisor));
    }
    return past;
  }

  /** The table with all measures undone but those of the rules named. */
  private static DecisionTable without(DecisionTable table, Set<String> kept) {
    List<ModeRule> rules = new ArrayList<>();
    for (ModeRule rule : table.rules()) {
      boolean undone =
          !kept.contains(rule.id())
              && MEASURES.values().stream().anyMatch(ids -> ids.contains(rule.id()));
      Mode mode = undone ? Objects.requireNonNull(rule.instead()) : rule.mode();
      rules.add(new ModeRule(rule.id(), rule.when(), mode, null, rule.why(), rule.whyEn()));
    }
    return new DecisionTable(
        table.version(), table.author(), table.validFrom(), table.validUntil(), rules);
  }

  private void say(String what, Saving saving) {
    double year = MONTHS / months;
    System.out.printf(
        Locale.ROOT,
        "%-44s %5.0f orders %9.0f kr %6.0f flight hours, ambulances away %+6.0f h%n",
        what,
        saving.orders() * year,
        saving.kronor() * year,
        saving.flightMinutes() * year / 60,
        -saving.awayMinutes() * year / 60);
  }

  private void fee(TransportRules rules, Saving all) {
    AirFee fee = rules.airFee();
    if (fee != null) {
      double hours = all.flightMinutes() / 60.0 * MONTHS / months;
      AirFee.Effect effect = fee.effect(AREA, PEOPLE, hours);
      System.out.printf(
          "standby fee a year: %d kr before, %d after; other regions %+d kr%n",
          effect.before(), effect.after(), effect.others());
    }
  }

  private static <T> T read(String name, Class<T> type) throws IOException {
    try (InputStream in = RegionPack.class.getResourceAsStream("/regions/" + name + ".json")) {
      return JsonConfiguration.mapper()
          .readValue(Objects.requireNonNull(in, name).readAllBytes(), type);
    }
  }
}
