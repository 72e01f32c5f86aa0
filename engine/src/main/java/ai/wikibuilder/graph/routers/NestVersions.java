package ai.wikibuilder.graph.routers;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an application of NestJS puts before the routes of all its controllers: {@code
 * app.setGlobalPrefix('api')} and {@code app.enableVersioning({type: VersioningType.URI})} with
 * {@code @Controller({path: 'parcels', version: '1'})}. Routes that the application leaves out
 * cannot be told apart, so a prefix with exceptions is not put before any.
 */
final class NestVersions {
  /** Stands for the controller a route is registered on; no name of a program has such a sign. */
  static final String CONTROLLER = "\0controller";

  private static final String PREFIX = "\0prefix";

  private static final String VERSIONED = "\0versioned";

  private static final Set<String> VERBS =
      Set.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options", "All");

  private final Map<String, Map<String, String>> applications = new HashMap<>();

  /** Reads what a file says of itself or of the whole. */
  static void read(
      Tokens tokens, int at, Map<Integer, String> registered, Map<String, String> constants) {
    boolean call = tokens.is(at + 1, '(');
    if (!call || !tokens.isWord(at)) {
      return;
    }
    boolean mark = tokens.is(at - 1, '@');
    if (mark && tokens.is(at, "Controller")) {
      int version = tokens.argument(at + 1, "version");
      constants.put(CONTROLLER, version < 0 ? "" : "v" + tokens.text(version));
    } else if (mark && VERBS.contains(tokens.text(at)) && constants.containsKey(CONTROLLER)) {
      registered.put(tokens.line(at), CONTROLLER);
    } else if (tokens.is(at, "setGlobalPrefix") && tokens.isString(at + 2)) {
      if (tokens.is(at + 3, ')')) {
        constants.put(PREFIX, tokens.text(at + 2));
      }
    } else if (tokens.is(at, "enableVersioning") && tokens.argument(at + 1, "prefix") < 0) {
      for (int i = at + 2; i < Math.min(tokens.close(at + 1), tokens.count()); i++) {
        if (tokens.sequence(i, "VersioningType", ".", "URI")) {
          constants.put(VERSIONED, "");
        }
      }
    }
  }

  /** Keeps a file that starts an application. */
  void add(FileRouters file) {
    if (file.constants().containsKey(PREFIX) || file.constants().containsKey(VERSIONED)) {
      String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
      applications.put(folder, file.constants());
    }
  }

  /** What stands before the path of a controller's routes; empty for nothing. */
  String before(FileRouters controller) {
    for (int end = controller.path().lastIndexOf('/');
        end >= 0;
        end = controller.path().lastIndexOf('/', end - 1)) {
      Map<String, String> application = applications.get(controller.path().substring(0, end + 1));
      if (application != null) {
        boolean versioned = application.containsKey(VERSIONED);
        String version = versioned ? controller.constants().getOrDefault(CONTROLLER, "") : "";
        return EntryPoint.join(application.getOrDefault(PREFIX, ""), version);
      }
    }
    return "";
  }
}
