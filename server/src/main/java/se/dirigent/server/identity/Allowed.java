package se.dirigent.server.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use an endpoint. Every handler method carries this or {@link
 * se.dirigent.server.platform.web.OpenToAll}; the application does not start otherwise.
 *
 * <p>The address tells region and unit: a path with {@code {region}} is checked against the actor's
 * roles there, one with {@code {unit}} against the unit of a crew.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
  /** Roles that may; one is enough. None when {@link #everyone} may. */
  Role[] roles() default {};

  /** Whether whoever has a role may, also one that is added later; never beside roles. */
  boolean everyone() default false;

  /** In which regions. */
  Region region() default Region.OWN;

  /** How the region in the path limits who may. */
  enum Region {
    /** The role must be held in the region the path names, or in the whole country. */
    OWN,
    /** The role may be held in another region than the one the path names. */
    ANY,
    /** The path names no region. */
    NONE
  }
}
