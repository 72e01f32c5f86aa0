package ai.wikibuilder.server.git;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host that repositories are fetched from, as it stands in their addresses. Equal by its text.
 *
 * @param text lower case, with the port when it is not the usual one: {@code git.example.org:8443}
 */
public record GitHost(String text) {
  private static final int LENGTH_MAX = 253;

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?");

  public GitHost {
    if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a host is a name, with a port at most");
    }
  }

  /** Reads what somebody typed; none when it is no host. */
  public static Optional<GitHost> parse(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst(":443$", "");
    return text.length() <= LENGTH_MAX && FORM.matcher(text).matches()
        ? Optional.of(new GitHost(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
