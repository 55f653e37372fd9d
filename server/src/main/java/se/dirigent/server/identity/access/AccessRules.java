package se.dirigent.server.identity.access;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.platform.web.OpenToAll;

/**
 * Checks when the application starts that every endpoint says who may use it, and that what it says
 * fits its address. A forgotten annotation must stop the build, not open a door.
 */
@Component
class AccessRules implements SmartInitializingSingleton {
  private static final String OURS = "se.dirigent.";

  /** The interface description of springdoc, open to all; the one foreign controller. */
  private static final String DESCRIPTION = "org.springdoc.";

  private final RequestMappingHandlerMapping mapping;

  AccessRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> faults = new ArrayList<>();
    mapping.getHandlerMethods().forEach((info, handler) -> check(info, handler, faults));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "Endpoints whose access is not settled:\n  " + String.join("\n  ", faults));
    }
  }

  private static void check(RequestMappingInfo info, HandlerMethod handler, List<String> faults) {
    Method method = handler.getMethod();
    String name = info + " (" + method.getDeclaringClass().getSimpleName() + ")";
    Allowed allowed = method.getAnnotation(Allowed.class);
    boolean open = method.isAnnotationPresent(OpenToAll.class);
    if (!method.getDeclaringClass().getName().startsWith(OURS)) {
      if (!method.getDeclaringClass().getName().startsWith(DESCRIPTION)) {
        faults.add(name + ": a controller that is not ours");
      }
    } else if (allowed == null && !open) {
      faults.add(name + ": add @Allowed(roles = …, region = …) or @OpenToAll(why)");
    } else if (allowed != null && open) {
      faults.add(name + ": has both @Allowed and @OpenToAll; keep one");
    } else if (allowed != null) {
      checkRegion(info, allowed, name, faults);
    }
  }

  private static void checkRegion(
      RequestMappingInfo info, Allowed allowed, String name, List<String> faults) {
    if (allowed.everyone() == allowed.roles().length > 0) {
      faults.add(name + ": @Allowed with neither or both of roles and everyone; give one");
    }
    for (String path : info.getPatternValues()) {
      boolean named = path.contains("{region}");
      boolean none = allowed.region() == Allowed.Region.NONE;
      if (named == none) {
        faults.add(name + ": region = " + allowed.region() + " does not fit the path " + path);
      }
    }
  }
}
