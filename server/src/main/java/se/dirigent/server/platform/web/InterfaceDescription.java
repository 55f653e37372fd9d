package se.dirigent.server.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.dirigent.core.geo.Position;

/** Describes the interface as OpenAPI 3.1 at {@code /openapi.json}, by the rules of our JSON. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

  @Bean
  OpenAPI description(Version version) {
    // Relative: where the service stands is nothing the committed description can know.
    return new OpenAPI()
        .addServersItem(new Server().url("/"))
        .info(
            new Info()
                .title("Dirigent")
                .version(version.number())
                .description("Dispatch of ambulances and other prehospital resources.")
                .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")));
  }

  /** Every operation may answer with a problem document. */
  @Bean
  OpenApiCustomizer problemAnswers() {
    return api -> {
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation ->
              operation
                  .getResponses()
                  .addApiResponse(
                      "default", new ApiResponse().$ref("#/components/responses/Problem")));
      api.getComponents().addResponses("Problem", problem());
      api.getComponents().addSchemas("Problem", problemSchema());
    };
  }

  private static ApiResponse problem() {
    var media = new io.swagger.v3.oas.models.media.MediaType();
    media.setSchema(new Schema<>().$ref("#/components/schemas/Problem"));
    return new ApiResponse()
        .description("The request was refused; nothing has changed.")
        .content(new Content().addMediaType("application/problem+json", media));
  }

  private static Schema<?> problemSchema() {
    var schema = schema("object");
    for (String name : new String[] {"type", "title", "detail", "remedy", "field"}) {
      schema.addProperty(name, schema("string"));
      if (!name.equals("field")) {
        schema.addRequiredItem(name);
      }
    }
    schema.addProperty("status", schema("integer"));
    return schema.addRequiredItem("status");
  }

  static Schema<?> schema(String type) {
    Schema<?> schema = new Schema<>();
    schema.setType(type);
    // A set that can be changed: springdoc takes "null" out of it.
    schema.setTypes(new LinkedHashSet<>(Set.of(type)));
    return schema;
  }

  @Bean
  ModelConverter recordSchemas() {
    return new RecordSchemas();
  }

  /** The same rules as the JSON mapper's: required unless nullable, only the components. */
  private static final class RecordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      Class<?> raw = raw(type.getType());
      if (raw == Position.class) {
        return position();
      }
      if (raw != null && ours(raw) && oneWord(raw)) {
        return word(raw);
      }
      if (!chain.hasNext()) {
        return null;
      }
      Schema<?> resolved = chain.next().resolve(type, context, chain);
      if (raw != null && ours(raw)) {
        describe(raw, resolved, context);
      }
      return resolved;
    }

    private static void describe(
        Class<?> raw, @Nullable Schema<?> resolved, ModelConverterContext context) {
      Schema<?> model = resolved;
      if (resolved != null && resolved.get$ref() != null) {
        String name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
        model = context.getDefinedModels().get(name);
      }
      if (model == null || model.getProperties() == null) {
        return;
      }
      var names =
          Arrays.stream(raw.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.toSet());
      model.getProperties().keySet().retainAll(names);
      model.setRequired(
          Arrays.stream(raw.getRecordComponents())
              .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
              .map(RecordComponent::getName)
              .toList());
      model.setAdditionalProperties(null);
    }

    private static Schema<?> position() {
      return schema("object")
          .addProperty("lat", schema("number"))
          .addProperty("lon", schema("number"))
          .addRequiredItem("lat")
          .addRequiredItem("lon");
    }

    private static @Nullable Class<?> raw(java.lang.reflect.@Nullable Type type) {
      return switch (type) {
        case Class<?> raw -> raw;
        case com.fasterxml.jackson.databind.JavaType java -> java.getRawClass();
        case null, default -> null;
      };
    }

    private static boolean ours(Class<?> type) {
      return type.isRecord() && type.getName().startsWith("se.dirigent.");
    }

    /** Records that are one word or number in JSON: a region code, the id of an incident. */
    private static boolean oneWord(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      boolean single = components.length == 1 && components[0].getName().equals("value");
      return single || Arrays.stream(type.getMethods()).anyMatch(it -> parses(it, type));
    }

    private static boolean parses(Method method, Class<?> type) {
      return method.getName().equals("parse")
          && method.getReturnType() == type
          && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class});
    }

    private static Schema<?> word(Class<?> type) {
      Class<?> value = type.getRecordComponents()[0].getType();
      return value.isPrimitive() ? schema("number") : schema("string");
    }
  }
}
