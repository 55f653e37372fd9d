package se.dirigent.server.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.dirigent.server.identity.Allowed;

/**
 * A route of our own.
 *
 * @param path with its variables in braces
 * @param handler the controller's method
 */
public record Route(String method, String path, Method handler) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

  /** Values for the variables: of the right form, and of no thing there is. */
  private static final Map<String, String> HARMLESS =
      Map.of(
          "centre", "none",
          "majorIncident", "none",
          "folder", "none",
          "number", "1",
          "unit", "99-9999",
          "username", TestUsers.SPARE,
          "name", "none",
          "code", LiveServer.OWN);

  static List<Route> all(RequestMappingHandlerMapping mapping) {
    List<Route> routes = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          boolean ours = handler.getBeanType().getName().startsWith("se.dirigent.");
          for (String path : ours ? info.getPatternValues() : List.<String>of()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
              routes.add(new Route(method.name(), path, handler.getMethod()));
            }
          }
        });
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return routes;
  }

  /** Who may, or null when it is open to all. */
  public @Nullable Allowed allowed() {
    return handler.getAnnotation(Allowed.class);
  }

  public boolean hasRegion() {
    return path.contains("{region}");
  }

  /** Whether it takes a body. */
  public boolean takesBody() {
    return List.of(handler.getParameters()).stream()
        .anyMatch(it ->
            it.isAnnotationPresent(org.springframework.web.bind.annotation.RequestBody.class));
  }

  /** The path with values of things that do not exist, and the crew's own unit. */
  public String at(String region) {
    return filled(Map.of("region", region));
  }

  /** The path with the given values, and harmless ones for the rest. */
  public String filled(Map<String, String> values) {
    return VARIABLE
        .matcher(path)
        .replaceAll(match -> {
          String name = match.group(1);
          String value = values.get(name);
          return value != null ? value : HARMLESS.getOrDefault(name, identity());
        });
  }

  /** The id of an incident, an assignment or a patient, by what stands before it in the path. */
  private String identity() {
    if (path.contains("/patients/{id}") || path.contains("/transports/")) {
      return "00000000-0000-4000-8000-000000000000";
    }
    return path.contains("/assignments/{id}") ? "none:none:1:1" : "none:none:1";
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
