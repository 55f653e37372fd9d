package se.dirigent.core.masscasualty.sieve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.sieve.SortScore.Band;
import se.dirigent.core.masscasualty.sieve.SortScore.Part;
import se.dirigent.core.masscasualty.sieve.SortScore.Sign;

/**
 * The open trees and the score that are built in, told from their published descriptions. The
 * national Swedish algorithm is not published; a region that has one puts it in its own data.
 */
public final class Schemes {
  private static final int RATE_MAX = 150;

  private Schemes() {}

  /**
   * Simple Triage and Rapid Treatment, for adults. A breathing rate above 30, no radial pulse
   * (which replaced capillary refill in 1996) or a command not followed is immediate.
   */
  public static final SieveTree START =
      new SieveTree(
          "START",
          "START",
          "1996",
          "Benson M, Koenig KL, Schultz CH. Disaster triage: START, then SAVE. Prehosp Disaster"
              + " Med 1996;11:117–124",
          SieveTree.People.ADULTS,
          List.of(
              walks("breathes"),
              yesNo("breathes", "Andas?", "Breathing?", to("rate"), to("opened")),
              yesNo(
                  "opened",
                  "Andas med öppnad luftväg?",
                  "Breathing with the airway opened?",
                  end(Category.IMMEDIATE),
                  end(Category.DEAD)),
              new SieveQuestion(
                  "rate",
                  "respiratoryRate",
                  "Andningsfrekvens per minut?",
                  "Breaths a minute?",
                  List.of(
                      numbers("30 eller färre", "30 or fewer", 1, 30, to("radialPulse")),
                      numbers(
                          "Fler än 30", "More than 30", 31, RATE_MAX, end(Category.IMMEDIATE)))),
              yesNo(
                  "radialPulse",
                  "Puls i handleden?",
                  "Radial pulse?",
                  to("obeys"),
                  end(Category.IMMEDIATE)),
              yesNo(
                  "obeys",
                  "Följer uppmaning?",
                  "Follows a command?",
                  end(Category.DELAYED),
                  end(Category.IMMEDIATE))));

  /**
   * START for children, about one to eight years: a pulse without breathing gets five breaths, the
   * rate is 15–45, and consciousness is by AVPU.
   */
  public static final SieveTree JUMP_START =
      new SieveTree(
          "JUMPSTART",
          "JumpSTART",
          "2002",
          "Romig LE. Pediatric triage: a system to JumpSTART your triage of young patients at"
              + " MCIs. JEMS 2002;27(7):52–63",
          SieveTree.People.CHILDREN,
          List.of(
              walks("breathes"),
              yesNo("breathes", "Andas?", "Breathing?", to("rate"), to("opened")),
              yesNo(
                  "opened",
                  "Andas med öppnad luftväg?",
                  "Breathing with the airway opened?",
                  end(Category.IMMEDIATE),
                  to("pulseWithoutBreath")),
              named(
                  "pulseWithoutBreath",
                  "peripheralPulse",
                  "Kännbar puls?",
                  "Palpable pulse?",
                  to("afterBreaths"),
                  end(Category.DEAD)),
              yesNo(
                  "afterBreaths",
                  "Andas efter fem inblåsningar?",
                  "Breathing after five rescue breaths?",
                  end(Category.IMMEDIATE),
                  end(Category.DEAD)),
              new SieveQuestion(
                  "rate",
                  "respiratoryRate",
                  "Andningsfrekvens per minut?",
                  "Breaths a minute?",
                  List.of(
                      numbers("Färre än 15", "Fewer than 15", 1, 14, end(Category.IMMEDIATE)),
                      numbers("15–45", "15–45", 15, 45, to("peripheralPulse")),
                      numbers(
                          "Fler än 45", "More than 45", 46, RATE_MAX, end(Category.IMMEDIATE)))),
              yesNo(
                  "peripheralPulse",
                  "Kännbar puls?",
                  "Palpable pulse?",
                  to("consciousness"),
                  end(Category.IMMEDIATE)),
              new SieveQuestion(
                  "consciousness",
                  "consciousness",
                  "Medvetande (AVPU)?",
                  "Consciousness (AVPU)?",
                  List.of(
                      answer("alert", "Alert", "Alert", end(Category.DELAYED)),
                      answer("voice", "Svarar på tilltal", "To voice", end(Category.DELAYED)),
                      answer(
                          "pain",
                          "Svarar riktat på smärta",
                          "To pain, appropriately",
                          end(Category.DELAYED)),
                      answer(
                          "posturing",
                          "Svarar oriktat på smärta",
                          "To pain, inappropriately",
                          end(Category.IMMEDIATE)),
                      answer(
                          "unresponsive",
                          "Svarar inte",
                          "Unresponsive",
                          end(Category.IMMEDIATE))))));

  /**
   * Sort, Assess, Lifesaving interventions, Treatment and transport, for all ages. Walking and
   * waving only say who is looked at first; everybody is assessed, after what saves life at once:
   * bleeding stopped, airway opened (two breaths for a child), chest decompressed, antidote given.
   */
  public static final SieveTree SALT =
      new SieveTree(
          "SALT",
          "SALT",
          "2008",
          "Lerner EB et al. Mass casualty triage: an evaluation of the data and development of a"
              + " proposed national guideline. Disaster Med Public Health Prep 2008;2(S1):S25–S34",
          SieveTree.People.ANYBODY,
          List.of(
              yesNo(
                  "breathes",
                  "Andas, efter livräddande åtgärd?",
                  "Breathing, after lifesaving intervention?",
                  to("obeys"),
                  end(Category.DEAD)),
              yesNo(
                  "obeys",
                  "Följer uppmaning eller rör sig målmedvetet?",
                  "Obeys commands or makes purposeful movements?",
                  to("peripheralPulse"),
                  to("survives")),
              yesNo(
                  "peripheralPulse",
                  "Perifer puls?",
                  "Peripheral pulse?",
                  to("distress"),
                  to("survives")),
              yesNo(
                  "distress",
                  "Andnöd?",
                  "Respiratory distress?",
                  to("survives"),
                  to("bleedingStopped")),
              yesNo(
                  "bleedingStopped",
                  "Är stor blödning stoppad, eller finns ingen?",
                  "Major haemorrhage controlled, or none?",
                  to("minorOnly"),
                  to("survives")),
              yesNo(
                  "minorOnly",
                  "Endast lindriga skador?",
                  "Minor injuries only?",
                  end(Category.MINIMAL),
                  end(Category.DELAYED)),
              yesNo(
                  "survives",
                  "Överlever troligen med de resurser som finns nu?",
                  "Likely to survive given current resources?",
                  end(Category.IMMEDIATE),
                  end(Category.EXPECTANT))));

  /**
   * The triage sort by the Triage Revised Trauma Score: each sign 0–4 points, 12 minimal, 11
   * delayed, 1–10 immediate, 0 dead.
   */
  public static final SortScore TRIAGE_SORT =
      new SortScore(
          "T-RTS",
          "Triage Sort (T-RTS)",
          "1989",
          "Champion HR et al. A revision of the Trauma Score. J Trauma 1989;29:623–629; categories"
              + " as in Major Incident Medical Management and Support",
          List.of(
              new Sign(
                  "respiratoryRate",
                  "Andningsfrekvens per minut",
                  "Breaths a minute",
                  List.of(
                      part(10, 29, 4),
                      part(30, RATE_MAX, 3),
                      part(6, 9, 2),
                      part(1, 5, 1),
                      part(0, 0, 0))),
              new Sign(
                  "systolicPressure",
                  "Systoliskt blodtryck, mmHg",
                  "Systolic blood pressure, mmHg",
                  List.of(
                      part(90, 350, 4),
                      part(76, 89, 3),
                      part(50, 75, 2),
                      part(1, 49, 1),
                      part(0, 0, 0))),
              new Sign(
                  "comaScale",
                  "Glasgow Coma Scale, 3–15",
                  "Glasgow Coma Scale, 3–15",
                  List.of(
                      part(13, 15, 4),
                      part(9, 12, 3),
                      part(6, 8, 2),
                      part(4, 5, 1),
                      part(3, 3, 0)))),
          List.of(
              new Band(new Range(12, 12), Category.MINIMAL),
              new Band(new Range(11, 11), Category.DELAYED),
              new Band(new Range(1, 10), Category.IMMEDIATE),
              new Band(new Range(0, 0), Category.DEAD)));

  /** The trees that are built in. */
  public static final List<SieveTree> TREES = List.of(START, JUMP_START, SALT);

  /** The scores that are built in. */
  public static final List<SortScore> SCORES = List.of(TRIAGE_SORT);

  /** Where an answer leads: to a question, or to a category. */
  private record Way(@Nullable String next, @Nullable Category category) {}

  private static Way to(String question) {
    return new Way(question, null);
  }

  private static Way end(Category category) {
    return new Way(null, category);
  }

  private static Part part(int from, int to, int points) {
    return new Part(new Range(from, to), points);
  }

  private static SieveQuestion walks(String next) {
    return yesNo("walks", "Kan gå?", "Can walk?", end(Category.MINIMAL), to(next));
  }

  private static SieveQuestion yesNo(String code, String label, String labelEn, Way yes, Way no) {
    return named(code, code, label, labelEn, yes, no);
  }

  private static SieveQuestion named(
      String code, String finding, String label, String labelEn, Way yes, Way no) {
    return new SieveQuestion(
        code,
        finding,
        label,
        labelEn,
        List.of(answer("yes", "Ja", "Yes", yes), answer("no", "Nej", "No", no)));
  }

  private static SieveAnswer answer(String code, String label, String labelEn, Way way) {
    return new SieveAnswer(code, label, labelEn, null, way.next(), way.category());
  }

  private static SieveAnswer numbers(String label, String labelEn, int from, int to, Way way) {
    return new SieveAnswer(
        from + "-" + to, label, labelEn, new Range(from, to), way.next(), way.category());
  }
}
