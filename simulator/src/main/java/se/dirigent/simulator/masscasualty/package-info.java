/**
 * A mass-casualty event in fast time, where journeys and work at the place take other times than
 * planned: what becomes of it when somebody's plan is followed and made again as facts change, and
 * how ways to plan compare under the same chance. It never plans itself, and never judges a plan by
 * the planner's own measure.
 */
@NullMarked
package se.dirigent.simulator.masscasualty;

import org.jspecify.annotations.NullMarked;
