package se.dirigent.core.masscasualty.rationing;

/** What a rule may rank by, each with the principle it follows from; there is nothing else. */
public enum Criterion {
  /** The graver category first. */
  CATEGORY(Principle.NEED_AND_SOLIDARITY),
  /** Who gains most by the treatment first, as a physician judges. */
  BENEFIT(Principle.NEED_AND_SOLIDARITY),
  /** Who takes least of what is short first, so that it suffices for more. */
  SPENT(Principle.COST_EFFECTIVENESS),
  /** Who has waited longest first. */
  WAITED(Principle.HUMAN_DIGNITY),
  /** By lot: the same chance for all. */
  LOT(Principle.HUMAN_DIGNITY);

  private final Principle principle;

  Criterion(Principle principle) {
    this.principle = principle;
  }

  /** The principle it follows from. */
  public Principle principle() {
    return principle;
  }
}
