package se.dirigent.core.masscasualty.rationing;

/**
 * The ethical platform of Swedish health care, in its order: each yields to those before it (prop.
 * 1996/97:60, Prioriteringar inom hälso- och sjukvården; hälso- och sjukvårdslagen 2017:30, 3 kap.
 * 1 §).
 */
public enum Principle {
  /**
   * All are of equal worth and have the same right, whatever they are and do in society. Age,
   * standing, means and what somebody has brought upon themselves never count as such.
   */
  HUMAN_DIGNITY,
  /** What there is goes where need is greatest. */
  NEED_AND_SOLIDARITY,
  /**
   * Effort in reasonable proportion to effect. Only among those whose need is alike, for it is
   * subordinate to the other two.
   */
  COST_EFFECTIVENESS
}
