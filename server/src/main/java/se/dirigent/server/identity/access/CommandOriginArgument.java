package se.dirigent.server.identity.access;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.RequestRefused;

/** Gives controllers the origin of a command, and describes the two parameters it is read from. */
final class CommandOriginArgument implements HandlerMethodArgumentResolver, OperationCustomizer {
  private static final String REGION = "region";

  /**
   * UUIDs of this version are made from names, as the service makes them for what has an identity
   * of its own already. A client could take such an id before the intake does, and so shut it out.
   */
  private static final int NAMED = 3;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CommandOrigin.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null) {
      throw RequestRefused.unauthenticated();
    }
    return new CommandOrigin(
        new RegionCode(AccessInterceptor.variables(servlet).getOrDefault(REGION, "")),
        id(request.getHeader(CommandOrigin.ID_HEADER)),
        ActorFilter.find(servlet).orElseThrow(RequestRefused::unauthenticated),
        seen(request.getHeader(CommandOrigin.SEEN_HEADER)));
  }

  private static @Nullable Long seen(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!header.matches("[0-9]{1,18}")) {
      Map<String, String> values = Map.of("value", header, "type", "integer");
      throw new RequestRefused(Fault.in(CommandOrigin.SEEN_HEADER, 400, "parameter.type", values));
    }
    return Long.valueOf(header);
  }

  private static UUID id(@Nullable String header) {
    String name = CommandOrigin.ID_HEADER;
    if (header == null || header.isBlank()) {
      throw new RequestRefused(Fault.in(name, 400, "header.missing", Map.of()));
    }
    Map<String, String> values = Map.of("value", header, "type", "UUID");
    try {
      UUID id = UUID.fromString(header.strip());
      if (id.version() == NAMED) {
        throw new RequestRefused(Fault.in(name, 400, "parameter.type", values));
      }
      return id;
    } catch (IllegalArgumentException malformed) {
      throw new RequestRefused(Fault.in(name, 400, "parameter.type", values));
    }
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (Arrays.stream(handler.getMethodParameters()).anyMatch(this::supportsParameter)) {
      List<Parameter> others = operation.getParameters();
      List<Parameter> all = new ArrayList<>(others == null ? List.of() : others);
      all.addFirst(new PathParameter().name(REGION).schema(text()));
      all.addLast(
          new HeaderParameter()
              .name(CommandOrigin.ID_HEADER)
              .required(true)
              .schema(text().format("uuid")));
      all.addLast(
          new HeaderParameter()
              .name(CommandOrigin.SEEN_HEADER)
              .required(false)
              .description("Refused when somebody else has changed the incident after this.")
              .schema(text().pattern("[0-9]{1,18}")));
      operation.setParameters(all);
    }
    return operation;
  }

  private static Schema<?> text() {
    Schema<?> schema = new Schema<>();
    schema.setType("string");
    schema.addType("string");
    return schema;
  }
}
