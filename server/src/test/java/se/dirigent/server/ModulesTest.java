package se.dirigent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the server use only what their package-info declares, and never in a circle. */
class ModulesTest {
  private static final ApplicationModules MODULES = ApplicationModules.of("se.dirigent.server");

  @Test
  void t01_roomsUseOnlyWhatTheyDeclare() {
    MODULES.verify();
  }

  @Test
  void t02_everyRoomDeclares() {
    assertTrue(MODULES.stream().findAny().isPresent(), "no room found");
    List<String> silent =
        MODULES.stream()
            .filter(module ->
                module
                    .getBasePackage()
                    .findAnnotation(ApplicationModule.class)
                    .map(m -> List.of(m.allowedDependencies()))
                    .filter(allowed -> !allowed.contains(ApplicationModule.OPEN_TOKEN))
                    .isEmpty())
            .map(module -> module.getBasePackage().getName())
            .toList();
    assertEquals(List.of(), silent, "add @ApplicationModule(allowedDependencies = …)");
  }
}
