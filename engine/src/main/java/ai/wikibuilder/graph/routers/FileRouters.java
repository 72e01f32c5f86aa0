package ai.wikibuilder.graph.routers;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routers of one file. Immutable.
 *
 * @param prefixes the path each router made here gives all its routes; {@code {name}} may be a
 *     constant, and is one behind a NUL
 * @param exported the router that is what others import of the file as a whole; empty for none
 * @param mounts in the order of the file
 * @param registered for the line of a route the router it is registered on
 * @param constants names that stand for a path
 */
public record FileRouters(
    String path,
    Map<String, String> prefixes,
    String exported,
    List<Mount> mounts,
    Map<Integer, String> registered,
    Map<String, String> constants) {
  public FileRouters {
    prefixes = Map.copyOf(prefixes);
    mounts = List.copyOf(mounts);
    registered = Map.copyOf(registered);
    constants = Map.copyOf(constants);
  }

  /** A constant in a path: in braces, where the code names no more than it behind a NUL. */
  private static final Pattern CONSTANT = Pattern.compile("\0?\\{(?:\\w+\\.)*(\\w+)\\}");

  /** The path a router of this file gives its routes; empty when it is none or not written here. */
  public String prefix(String router) {
    return known(written(prefixes.getOrDefault(router, ""), constants));
  }

  /** The path, empty when a constant in it is not known. */
  static String known(String path) {
    boolean dotted = path.indexOf('{') >= 0 && path.indexOf('.') > path.indexOf('{');
    return path.indexOf('\0') >= 0 || dotted ? "" : path;
  }

  /** A path with those constants filled in that are known; parameters of the path stay. */
  static String written(String path, Map<String, String> constants) {
    return CONSTANT
        .matcher(path)
        .replaceAll(match -> {
          String value = constants.getOrDefault(match.group(1), match.group());
          return Matcher.quoteReplacement(value);
        });
  }
}
