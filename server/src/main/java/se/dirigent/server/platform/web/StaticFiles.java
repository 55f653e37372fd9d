package se.dirigent.server.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the page: files from {@code /static} on the class path, and {@code index.html} for the
 * page's own addresses, which are not files.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
  private static final String PLACE = "classpath:/static/";

  /** Content hashes by file; the files are a few hundred and never change while we run. */
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(PLACE + "assets/")
        .setUseLastModified(false)
        // The build puts the content's hash in these names: they can be kept for ever.
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(PLACE)
        // The times of files in a reproducible jar say nothing; the content does.
        .setUseLastModified(false)
        .setEtagGenerator(this::tag)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageOrFile());
  }

  private String tag(Resource resource) {
    return tags.computeIfAbsent(String.valueOf(resource), key -> hash(resource));
  }

  private static String hash(Resource resource) {
    try (InputStream stream = resource.getInputStream()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
      return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Finds the file, or the page when the address is one of the page's own. */
  private static final class PageOrFile extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null) {
        return file;
      }
      boolean named = path.substring(path.lastIndexOf('/') + 1).contains(".");
      boolean program = path.equals("api") || path.startsWith("api/");
      return named || program ? null : super.getResource("index.html", location);
    }
  }
}
