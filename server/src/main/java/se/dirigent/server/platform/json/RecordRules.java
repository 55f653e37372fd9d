package se.dirigent.server.platform.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Rules of JSON that our own records already state, so that nobody writes them twice:
 *
 * <ul>
 *   <li>a component is required unless it is {@code @Nullable};
 *   <li>a record of the one component {@code value} is that value in JSON, for instance a region
 *       code;
 *   <li>methods beside the components are not part of the JSON.
 * </ul>
 */
final class RecordRules extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public JsonSetter.@Nullable Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    boolean required = annotated instanceof AnnotatedParameter parameter && required(parameter);
    return required ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL) : null;
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated annotated) {
    boolean wrapper =
        annotated.getAnnotated() instanceof Constructor<?> constructor
            && singleValue(constructor.getDeclaringClass());
    return wrapper ? JsonCreator.Mode.DELEGATING : null;
  }

  @Override
  public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
    boolean value =
        annotated instanceof AnnotatedMethod method
            && singleValue(method.getDeclaringClass())
            && method.getName().equals("value")
            && method.getParameterCount() == 0;
    return value ? true : null;
  }

  @Override
  public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
    return member instanceof AnnotatedMethod method
        && ours(method.getDeclaringClass())
        && method.getAnnotated() instanceof Method declared
        && declared.getAnnotations().length == 0
        && Arrays.stream(method.getDeclaringClass().getRecordComponents())
            .noneMatch(component -> component.getAccessor().equals(declared));
  }

  private static boolean required(AnnotatedParameter parameter) {
    Class<?> owner = parameter.getDeclaringClass();
    if (!ours(owner)) {
      return false;
    }
    RecordComponent[] components = owner.getRecordComponents();
    if (parameter.getOwner().getParameterCount() != components.length) {
      return false;
    }
    RecordComponent component = components[parameter.getIndex()];
    return component.getType() != Optional.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean singleValue(Class<?> type) {
    return ours(type)
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getName().equals("value");
  }

  private static boolean ours(Class<?> type) {
    return type.isRecord() && type.getName().startsWith("se.dirigent.");
  }
}
