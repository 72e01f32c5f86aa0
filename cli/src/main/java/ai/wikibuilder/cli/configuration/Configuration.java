package ai.wikibuilder.cli.configuration;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.source.patterns.EditDistance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The values of all settings, from the environment, {@code config.yaml} and the defaults.
 * Immutable. Checked as a whole when it is read: all problems are reported together.
 */
public final class Configuration {
  /** Removed keys and what to use instead; a file that still has one does not start. */
  private static final Map<String, String> REMOVED = Map.of();

  /** Read by the launcher, not here. */
  private static final Set<String> FOREIGN_VARIABLES = Set.of("AIWIKI_JAVA_OPTIONS");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KB|MB|GB)?");

  private final Map<Setting, String> values;
  private final Map<String, String> environment;

  private Configuration(Map<Setting, String> values, Map<String, String> environment) {
    this.values = values;
    this.environment = environment;
  }

  /**
   * Reads the configuration.
   *
   * @throws UsageException listing every unknown key and every value that is not of its kind
   */
  public static Configuration read(Map<String, String> environment, Path home) {
    List<String> problems = new ArrayList<>();
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.byDefault());
    }
    readFile(configFile(environment, home), problems).forEach(values::put);
    readEnvironment(environment, problems).forEach(values::put);
    values.put(Setting.DATA_DIR, expand(values.getOrDefault(Setting.DATA_DIR, ""), home));
    values.forEach((setting, value) -> problem(setting, value).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new UsageException(
          "the configuration cannot be used:\n  " + String.join("\n  ", problems));
    }
    return new Configuration(values, environment);
  }

  private static Path configFile(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault(Setting.CONFIG.variable(), "");
    if (!named.isEmpty()) {
      if (!Files.isReadable(Path.of(expand(named, home)))) {
        throw new UsageException("AIWIKI_CONFIG names %s, which cannot be read".formatted(named));
      }
      return Path.of(expand(named, home));
    }
    String data =
        environment.getOrDefault(Setting.DATA_DIR.variable(), Setting.DATA_DIR.byDefault());
    return Path.of(expand(data, home)).resolve("config.yaml");
  }

  private static String expand(String path, Path home) {
    return path.equals("~") || path.startsWith("~/") ? home + path.substring(1) : path;
  }

  private static Map<Setting, String> readFile(Path file, List<String> problems) {
    Map<Setting, String> found = new EnumMap<>(Setting.class);
    if (!Files.exists(file)) {
      return found;
    }
    try {
      Object root =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      if (root instanceof Map<?, ?> map) {
        flatten("", map)
            .forEach((key, value) ->
                Setting.ofKey(key)
                    .filter(setting -> !setting.isEnvironmentOnly())
                    .ifPresentOrElse(
                        setting -> found.put(setting, value),
                        () -> problems.add(file + ": " + unknown(key))));
      } else if (root != null) {
        problems.add(file + ": expected keys with values, such as `git:` above `  token: ...`");
      }
    } catch (YamlEngineException e) {
      problems.add(String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " "));
    } catch (IOException e) {
      problems.add(file + " cannot be read: " + e.getMessage());
    }
    return found;
  }

  /** Keys with dots for levels. */
  private static Map<String, String> flatten(String prefix, Map<?, ?> map) {
    Map<String, String> flat = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (value instanceof Map<?, ?> inner) {
        flat.putAll(flatten(prefix + name + ".", inner));
      } else {
        flat.put(prefix + name, asText(value));
      }
    });
    return flat;
  }

  private static String asText(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> String.join(",", list.stream().map(String::valueOf).toList());
      case Boolean on -> on ? "on" : "off";
      case null -> "";
      default -> String.valueOf(value);
    };
  }

  private static String unknown(String key) {
    String successor = REMOVED.get(key);
    if (successor != null) {
      return "%s was removed; use %s".formatted(key, successor);
    }
    return "unknown key %s; did you mean %s?".formatted(key, nearest(key));
  }

  private static String nearest(String key) {
    List<String> known =
        Arrays.stream(Setting.values())
            .filter(setting -> !setting.isEnvironmentOnly())
            .map(Setting::key)
            .toList();
    return EditDistance.nearest(known, key, 1).getFirst();
  }

  private static Map<Setting, String> readEnvironment(
      Map<String, String> environment, List<String> problems) {
    Map<Setting, String> found = new EnumMap<>(Setting.class);
    environment.forEach((name, value) -> {
      if (!name.startsWith("AIWIKI_") || FOREIGN_VARIABLES.contains(name)) {
        return;
      }
      Optional<Setting> setting =
          Arrays.stream(Setting.values()).filter(s -> s.variable().equals(name)).findFirst();
      if (setting.isPresent()) {
        found.put(setting.get(), value);
      } else {
        problems.add(
            "environment: unknown variable %s; did you mean %s?"
                .formatted(name, Setting.ofKey(nearest(keyOf(name))).orElseThrow().variable()));
      }
    });
    return found;
  }

  private static String keyOf(String variable) {
    return variable
        .substring("AIWIKI_".length())
        .toLowerCase(Locale.ROOT)
        .replaceFirst("_", ".")
        .replace('_', '-');
  }

  private static Optional<String> problem(Setting setting, String value) {
    boolean right =
        switch (setting.kind()) {
          case DURATION -> DURATION.matcher(value).matches();
          case SIZE -> SIZE.matcher(value).matches();
          case COUNT -> value.matches("\\d{1,9}");
          case SWITCH -> value.matches("on|off");
          case FILE -> value.isEmpty() || Files.isReadable(Path.of(value));
          case WORD -> value.matches("en|tr|");
          case PROVIDER -> value.isEmpty() || Provider.ofKey(value).isPresent();
          case BUDGET -> value.isEmpty() || Budget.parse(value).isPresent();
          case REGISTRATION -> value.matches("closed|invite|open");
          case FOLDER, SECRET, LIST, TEXT -> true;
        };
    String expected =
        switch (setting.kind()) {
          case DURATION -> "a time such as 90s, 30m or 2h";
          case SIZE -> "a size such as 512KB, 2MB or 8GB";
          case COUNT -> "a number";
          case SWITCH -> "on or off";
          case FILE -> "a file that can be read";
          case WORD -> "en or tr";
          case PROVIDER ->
              "one of "
                  + String.join(", ", Arrays.stream(Provider.values()).map(Provider::key).toList());
          case BUDGET -> "an amount such as 2.00usd or 500k-tokens";
          case REGISTRATION -> "closed, invite or open";
          case FOLDER, SECRET, LIST, TEXT -> "";
        };
    return right
        ? Optional.empty()
        : Optional.of(
            "%s (%s): expected %s, got %s"
                .formatted(
                    setting.key(),
                    setting.variable(),
                    expected,
                    value.isEmpty() ? "nothing" : value));
  }

  public String text(Setting setting) {
    return values.getOrDefault(setting, "");
  }

  public Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(value -> !value.isEmpty());
  }

  public List<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  public long count(Setting setting) {
    return Long.parseLong(text(setting));
  }

  public boolean isOn(Setting setting) {
    return text(setting).equals("on");
  }

  public Path path(Setting setting) {
    return Path.of(text(setting));
  }

  public Duration duration(Setting setting) {
    Matcher parts = DURATION.matcher(text(setting));
    if (!parts.matches()) {
      throw new IllegalStateException("checked when read: " + setting);
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /** A size in bytes; KB, MB and GB are powers of 1,024. */
  public long size(Setting setting) {
    Matcher parts = SIZE.matcher(text(setting));
    if (!parts.matches()) {
      throw new IllegalStateException("checked when read: " + setting);
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (String.valueOf(parts.group(2))) {
      case "KB" -> amount << 10;
      case "MB" -> amount << 20;
      case "GB" -> amount << 30;
      default -> amount;
    };
  }

  /** The proxy for https connections as the environment names it in the usual variables. */
  public Optional<String> httpsProxy() {
    return Optional.ofNullable(environment.get("HTTPS_PROXY"))
        .or(() -> Optional.ofNullable(environment.get("https_proxy")))
        .filter(value -> !value.isBlank());
  }
}
