/**
 * Advice to the dispatcher: which unit for a case, which for all who wait, and what cover is left.
 * It answers from the picture in memory, journals what is made of its proposals, and sees who has
 * come to where it was told to stand; it never sends a unit.
 */
@ApplicationModule(
    displayName = "Advice",
    allowedDependencies = {
      "platform",
      "journal",
      "identity",
      "fleet",
      "facility",
      "incident",
      "road",
      "dispatch",
      "picture"
    })
@NullMarked
package se.dirigent.server.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
