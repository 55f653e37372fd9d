package se.dirigent.server.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * Lets a request through when the endpoint's {@link Allowed} covers the actor. Runs before the body
 * is read and before anything is looked up: a refusal is the same whether or not the thing exists.
 */
@Component
class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return true; // a file of the page
    }
    Allowed allowed = method.getMethodAnnotation(Allowed.class);
    if (allowed == null) {
      return true; // open to all, as AccessRules has checked
    }
    Actor actor = ActorFilter.find(request).orElseThrow(RequestRefused::unauthenticated);
    if (!allows(allowed, actor, variables(request))) {
      throw RequestRefused.forbidden();
    }
    return true;
  }

  private static boolean allows(Allowed allowed, Actor actor, Map<String, String> variables) {
    Set<Role> roles = Role.of(allowed);
    if (!covers(allowed, roles, actor, variables)) {
      return false;
    }
    String unit = variables.get("unit");
    if (unit == null || unit.equals(actor.unit())) {
      return true;
    }
    // The unit is another's: being its crew is no reason, some other role must be.
    Set<Role> others = new HashSet<>(roles);
    others.remove(Role.CREW);
    return covers(allowed, others, actor, variables);
  }

  private static boolean covers(
      Allowed allowed, Set<Role> roles, Actor actor, Map<String, String> variables) {
    return switch (allowed.region()) {
      case ANY, NONE -> actor.holdsAnywhere(roles);
      case OWN -> {
        try {
          yield actor.holds(roles, new RegionCode(variables.getOrDefault("region", "")));
        } catch (Refused malformed) {
          // Not the form of a region: nobody's region.
          yield false;
        }
      }
    };
  }

  @SuppressWarnings("unchecked")
  static Map<String, String> variables(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Map.of() : (Map<String, String>) variables;
  }
}
