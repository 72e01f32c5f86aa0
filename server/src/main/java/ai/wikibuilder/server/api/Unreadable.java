package ai.wikibuilder.server.api;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says what of a request cannot be read, and what was expected there. Stateless. */
final class Unreadable {
  private static final String ANYTHING =
      "The request cannot be read: expected JSON as in /openapi.json.";

  /** A name that is shown again; what else is typed there may be anything. */
  private static final Pattern NAME = Pattern.compile("\\w{1,40}");

  private static final Set<Class<?>> NUMBERS =
      Set.of(Integer.class, int.class, Long.class, long.class);

  private Unreadable() {}

  static String sentence(Exception failure) {
    return switch (failure) {
      case MethodArgumentTypeMismatchException mismatch ->
          mismatch.getName() + ": expected " + expected(mismatch.getRequiredType());
      case HttpMessageNotReadableException unread
          when unread.getCause() instanceof JacksonException json ->
          json(json);
      default -> ANYTHING;
    };
  }

  private static String json(JacksonException failure) {
    return switch (failure) {
      case PropertyBindingException unknown -> unknown(unknown);
      case MismatchedInputException mismatch when !place(mismatch).isEmpty() ->
          "%s: expected %s".formatted(place(mismatch), expected(mismatch.getTargetType()));
      case StreamReadException broken when broken.getLocation() != null ->
          "The body is no JSON at line %d, column %d: expected JSON as in /openapi.json."
              .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
      default -> ANYTHING;
    };
  }

  private static String unknown(PropertyBindingException failure) {
    Collection<Object> known = failure.getKnownPropertyIds();
    String fields =
        known == null
            ? "the fields in /openapi.json"
            : "one of "
                + String.join(", ", new TreeSet<>(known.stream().map(String::valueOf).toList()));
    String name = failure.getPropertyName();
    return "%s: there is no such field, expected %s"
        .formatted(NAME.matcher(name).matches() ? name : "The body", fields);
  }

  /** Where it is, such as {@code scopes}; empty for the whole. */
  private static String place(JacksonException failure) {
    return failure.getPath().stream()
        .map(JacksonException.Reference::getPropertyName)
        .filter(name -> name != null && NAME.matcher(name).matches())
        .collect(Collectors.joining("."));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (NUMBERS.contains(type)) {
      return "a whole number";
    }
    if (type == UUID.class) {
      return "an id, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return type == String.class ? "text" : "an object as in /openapi.json";
  }
}
