package se.dirigent.server.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.dirigent.core.geo.Position;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The service's JSON: one mapper for HTTP, the journal and the region packs. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {
  /** Deepest nesting read; our own documents, GeoJSON included, stay below ten. */
  private static final int NESTING_MAX = 32;

  /** Longest number read, in characters; longer ones only serve to burn time. */
  private static final int NUMBER_LENGTH_MAX = 40;

  /** Longest string read, in characters; the size limits of the body are tighter. */
  private static final int STRING_LENGTH_MAX = 1_000_000;

  /** The mapper outside Spring, for tests and command-line work; the same as the service's. */
  public static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder(factory());
    customise(builder);
    return builder.build();
  }

  // Both beans: Boot takes the factory from its builder, so the limits are set on the builder's.
  @Bean
  JsonMapper.Builder jsonMapperBuilder(List<JsonMapperBuilderCustomizer> customizers) {
    JsonMapper.Builder builder = JsonMapper.builder(factory());
    customizers.forEach(customizer -> customizer.customize(builder));
    return builder;
  }

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return JsonConfiguration::customise;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(NESTING_MAX)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .maxStringLength(STRING_LENGTH_MAX)
                .build())
        .build();
  }

  private static void customise(JsonMapper.Builder builder) {
    builder
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
        .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        // A hole in a list that is the whole body; those inside records fall to RecordRules.
        .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
        .addMixIn(Position.class, PositionJson.class)
        .addModule(new Strictness())
        .addModule(new CoreNames());
  }

  /** JSON form of a position: {@code {"lat":63.18,"lon":14.64}}. */
  record PositionJson(
      @JsonProperty("lat") double latitude, @JsonProperty("lon") double longitude) {}

  /** Our readers of text and time, and the rules read from the records themselves. */
  private static final class Strictness extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Strictness() {
      super("dirigent");
      addDeserializer(String.class, new CleanText());
      addDeserializer(Instant.class, new BoundedInstant());
    }

    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      context.insertAnnotationIntrospector(new RecordRules());
    }
  }
}
