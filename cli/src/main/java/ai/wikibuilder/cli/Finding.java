package ai.wikibuilder.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that was looked at. Immutable.
 *
 * @param subject what was looked at
 * @param found what is there
 * @param advice what to do, empty when nothing
 */
record Finding(State state, String subject, String found, String advice) {
  /** How it stands. */
  enum State {
    FINE,
    /** Works, and could be better. */
    COULD_BE_BETTER,
    /** Something does not work without it. */
    MISSING
  }

  String line() {
    String mark =
        switch (state) {
          case FINE -> "ok     ";
          case COULD_BE_BETTER -> "better ";
          case MISSING -> "missing";
        };
    return "%s  %-14s %s%s"
        .formatted(
            mark, subject, found, advice.isEmpty() ? "" : "\n" + " ".repeat(24) + "-> " + advice);
  }

  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    map.put("subject", subject);
    map.put("found", found);
    map.put("advice", advice);
    return map;
  }
}
