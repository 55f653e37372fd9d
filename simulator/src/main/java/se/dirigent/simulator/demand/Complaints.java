package se.dirigent.simulator.demand;

import java.util.List;

/**
 * The complaints of the demonstration, in words of our own: licensed decision supports are never
 * copied. Weights are an [assumption] that gives about 45 % of priority 1, 35 % of priority 2, 17 %
 * of priority 3 and 3 % of priority 4.
 */
public final class Complaints {
  private static final List<Complaint> ALL =
      List.of(
          of(
              "D01",
              "Bröstsmärta",
              12,
              w(65, 30, 5, 0),
              "Tryck över bröstet sedan en timme.",
              "Ont i bröstet med utstrålning mot armen.",
              "Hugg i bröstet vid andning."),
          of(
              "D02",
              "Andningsbesvär",
              11,
              w(60, 33, 7, 0),
              "Tungt att andas, pratar i korta ord.",
              "Känd KOL, sämre sedan i natt.",
              "Pipande andning efter ansträngning."),
          of(
              "D03",
              "Medvetslös eller svår att väcka",
              5,
              w(95, 5, 0, 0),
              "Reagerar inte på tilltal.",
              "Hittad på golvet, andas långsamt."),
          of(
              "D04",
              "Hjärtstopp",
              2,
              w(100, 0, 0, 0),
              "Andas inte normalt. Bröstkompressioner pågår.",
              "Föll ihop plötsligt. Hjärtstartare hämtas."),
          of(
              "D05",
              "Misstänkt stroke",
              6,
              w(80, 18, 2, 0),
              "Hänger i mungipan och sluddrar.",
              "Plötsligt svag i höger arm."),
          of(
              "D06",
              "Kramper",
              4,
              w(75, 20, 5, 0),
              "Krampar sedan fem minuter.",
              "Har slutat krampa, trött och förvirrad."),
          of(
              "D07",
              "Fall, låg höjd",
              13,
              w(12, 48, 36, 4),
              "Ramlat hemma, ont i höften, kan inte resa sig.",
              "Halkat på trappan, ont i handleden.",
              "Slagit i huvudet, vaken och klar."),
          of(
              "D08",
              "Buksmärta",
              9,
              w(18, 56, 24, 2),
              "Svåra magsmärtor sedan i morse.",
              "Ont till höger i magen, kräks."),
          of(
              "D09",
              "Trafikolycka",
              5,
              w(58, 34, 8, 0),
              "Två bilar, en person sitter kvar.",
              "Singelolycka, avkörning i dike.",
              "Cyklist påkörd, vaken."),
          of(
              "D10",
              "Allmän svaghet, feber",
              9,
              w(10, 45, 37, 8),
              "Feber i tre dagar, orkar inte stå.",
              "Äldre person som blivit sämre under dygnet."),
          of(
              "D11",
              "Psykisk ohälsa",
              6,
              w(22, 42, 30, 6),
              "Mycket orolig, vill ha hjälp.",
              "Uttrycker att hen inte orkar leva."),
          of(
              "D12",
              "Intoxikation",
              4,
              w(50, 38, 12, 0),
              "Har tagit okänd mängd tabletter.",
              "Berusad och svår att få kontakt med."),
          of(
              "D13",
              "Blödning",
              4,
              w(40, 42, 16, 2),
              "Näsblod som inte slutar, äter blodförtunnande.",
              "Skärsår i underarmen, trycker mot."),
          of(
              "D14",
              "Barn, feber eller andning",
              3,
              w(52, 36, 12, 0),
              "Ettåring med skällande hosta.",
              "Feberkramp som slutat, andas bra."),
          of(
              "D15",
              "Förlossning eller graviditet",
              1,
              w(55, 38, 7, 0),
              "Täta värkar, vecka 39.",
              "Blödning i vecka 30."),
          of(
              "D16",
              "Allergisk reaktion",
              2,
              w(70, 25, 5, 0),
              "Svullnad i läppar efter måltid.",
              "Utslag över hela kroppen, andas fritt."),
          of(
              "D17",
              "Ryggsmärta",
              4,
              w(5, 30, 52, 13),
              "Ryggskott, kommer inte ur sängen.",
              "Känd ryggvärk, domningar i benet."));

  private Complaints() {}

  /** All complaints, in the order of their codes. */
  public static List<Complaint> all() {
    return ALL;
  }

  private static Complaint of(
      String code, String text, int weight, List<Integer> levels, String... details) {
    return new Complaint(code, text, List.of(details), weight, levels);
  }

  private static List<Integer> w(int one, int two, int three, int four) {
    return List.of(one, two, three, four);
  }
}
