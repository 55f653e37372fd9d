package se.dirigent.server.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.platform.problem.RequestRefused;

/** Puts the check before every controller, and gives controllers the actor. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
  static {
    // No parameters as such: the actor comes from the session, the origin describes itself.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, CommandOrigin.class);
  }

  private final AccessInterceptor interceptor;

  AccessConfiguration(AccessInterceptor interceptor) {
    this.interceptor = interceptor;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(interceptor);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ActorArgument());
    resolvers.add(commandOrigin());
  }

  /** A bean, so that springdoc finds it. */
  @Bean
  static CommandOriginArgument commandOrigin() {
    return new CommandOriginArgument();
  }

  private static final class ActorArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Actor.class;
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
      return ActorFilter.find(servlet).orElseThrow(RequestRefused::unauthenticated);
    }
  }
}
