package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.graph.tokens.YamlLines.Entry;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the services of a compose file. Stateless. */
final class ComposeFile {
  private static final String SERVICES = "services.";

  private ComposeFile() {}

  static boolean is(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && (name.startsWith("docker-compose") || name.startsWith("compose"));
  }

  private static final class Service {
    private final int line;
    private String what = "";
    private String port = "";
    private final List<Deployable.Need> needs = new ArrayList<>();

    Service(int line) {
      this.line = line;
    }
  }

  /** The services in the order of the file. */
  static List<Deployable> services(String path, SourceText text) {
    Map<String, Service> services = new LinkedHashMap<>();
    int column = -1;
    String name = "";
    for (Entry entry : YamlLines.read(text)) {
      if (entry.key().startsWith(SERVICES)) {
        int indent = indent(text, entry.line());
        column = column < 0 ? indent : column;
        if (indent == column && !entry.item()) {
          name = entry.key().substring(SERVICES.length()); // may have a dot itself
        }
        Service service = services.computeIfAbsent(name, one -> new Service(entry.line()));
        String rest = entry.key().substring(SERVICES.length());
        if (rest.startsWith(name + ".")) {
          read(service, rest.substring(name.length() + 1), entry);
        }
      }
    }
    List<Deployable> result = new ArrayList<>();
    services.forEach((one, service) -> {
      String detail = service.what + (service.port.isEmpty() ? "" : ", port " + service.port);
      result.add(new Deployable(one, detail, service.needs, path, service.line));
    });
    return result;
  }

  private static int indent(SourceText text, int line) {
    String words = text.lines(line, line);
    return words.length() - words.stripLeading().length();
  }

  private static void read(Service service, String key, Entry entry) {
    switch (key) {
      case "image" -> service.what = entry.value();
      case "build", "build.context" -> {
        if (service.what.isEmpty() && !entry.value().isEmpty()) {
          service.what = "built from " + entry.value();
        }
      }
      case "ports" -> {
        if (service.port.isEmpty() && entry.item()) {
          service.port = entry.value();
        }
      }
      case "depends_on", "links" -> list(service, Deployable.How.NEEDS, entry);
      case "volumes" -> volume(service, entry);
      default -> {
        if (key.startsWith("depends_on.") && key.indexOf('.', 11) < 0) {
          service.needs.add(
              new Deployable.Need(key.substring(11), Deployable.How.NEEDS, entry.line()));
        }
      }
    }
  }

  /** Items below the key, or a list in brackets on its line. */
  private static void list(Service service, Deployable.How how, Entry entry) {
    String words = entry.value();
    if (words.startsWith("[") && words.endsWith("]")) {
      words = words.substring(1, words.length() - 1);
    } else if (!entry.item()) {
      return;
    }
    for (String name : words.split(",", -1)) {
      String bare = name.strip().replaceAll("[\"']", "").replaceFirst(":.*", "");
      if (!bare.isEmpty()) {
        service.needs.add(new Deployable.Need(bare, how, entry.line()));
      }
    }
  }

  /** A volume with a name is kept beside the services; a path is a folder of the machine. */
  private static void volume(Service service, Entry entry) {
    int colon = entry.value().indexOf(':');
    String name = colon < 0 ? "" : entry.value().substring(0, colon);
    if (entry.item() && name.matches("[\\w-]+")) {
      service.needs.add(new Deployable.Need(name, Deployable.How.STORES, entry.line()));
    }
  }
}
