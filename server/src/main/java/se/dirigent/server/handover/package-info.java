/**
 * The hand-over of a shift: a draft from the picture in memory, signed by the one who leaves and
 * received by another. It never changes an incident or a unit, and keeps no unsigned text.
 */
@ApplicationModule(
    displayName = "Hand-over",
    allowedDependencies = {"platform", "journal", "identity", "incident", "picture"})
@NullMarked
package se.dirigent.server.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
