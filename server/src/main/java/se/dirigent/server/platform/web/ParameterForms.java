package se.dirigent.server.platform.web;

import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.dirigent.server.platform.json.BoundedInstant;

/** Reads parameters of the address by the same rules as fields of the body. */
@Configuration(proxyBeanMethods = false)
class ParameterForms implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new InstantParameter());
  }

  /** A class of its own: Spring reads the types from its declaration. */
  private static final class InstantParameter implements Converter<String, Instant> {
    @Override
    public Instant convert(String text) {
      return BoundedInstant.parse(text.strip());
    }
  }
}
