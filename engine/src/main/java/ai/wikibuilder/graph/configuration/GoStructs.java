package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of Go programs that are fields with tags for their key and their default: {@code Port
 * int `default:"8080" yaml:"port"`}. The key of a field is put behind those of the fields that hold
 * its struct, wherever in the folder they stand. Files are added one by one; for one thread.
 */
final class GoStructs {
  /** Fewer fields with a default in one folder may be anything. */
  private static final int DEFAULT_COUNT_MIN = 4;

  /** Structs in structs that are followed; also what ends a circle. */
  private static final int DEPTH_MAX = 8;

  private static final int SETTING_COUNT_MAX = 2_000;

  /** Fields looked at in all: structs that hold each other many times over have no end of them. */
  private static final int VISIT_COUNT_MAX = 200_000;

  private static final Pattern KEY =
      Pattern.compile("\\b(?:yaml|toml|koanf|mapstructure|hcl):\"([\\w.-]+)");

  private static final Pattern DEFAULT = Pattern.compile("\\bdefault:\"([^\"]*)\"");

  /** A field; that of a struct of this folder has its name as type. */
  private record Field(
      String key, boolean tagged, String type, Optional<String> value, Setting place) {}

  /** Fields by folder and name of their struct. */
  private final Map<String, Map<String, List<Field>>> folders = new HashMap<>();

  private int visits;

  void add(CodeFile file, Found found) {
    Tokens tokens = file.tokens();
    String folder = file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    for (int i = 0; i < tokens.count(); i++) {
      boolean struct = tokens.is(i, "type") && tokens.isWord(i + 1) && tokens.is(i + 2, "struct");
      if (struct && tokens.is(i + 3, '{')) {
        Map<String, List<Field>> structs = folders.computeIfAbsent(folder, _ -> new HashMap<>());
        fields(new Reading(file, found, structs), tokens.text(i + 1), i + 3);
      }
    }
  }

  private record Reading(CodeFile file, Found found, Map<String, List<Field>> structs) {}

  /** The fields between two braces; those of a struct without a name get one of their place. */
  private static void fields(Reading reading, String struct, int open) {
    Tokens tokens = reading.file().tokens();
    List<Field> fields = new ArrayList<>();
    int close = tokens.close(open);
    for (int at = open + 1; at < close; at = after(tokens, at, close)) {
      String type = "";
      int end = after(tokens, at, close);
      for (int i = at + 1; i < end; i++) {
        type = tokens.isWord(i) ? tokens.text(i) : type;
        if (tokens.is(i, "struct") && tokens.is(i + 1, '{') && !isDeep(struct)) {
          type = struct + "." + tokens.text(at);
          fields(reading, type, i + 1);
          break;
        }
      }
      String tag = tokens.isString(end - 1) ? tokens.text(end - 1) : "";
      Matcher key = KEY.matcher(tag);
      boolean named = key.find();
      String own = named ? key.group(1) : tokens.text(at).toLowerCase(Locale.ROOT);
      Matcher given = DEFAULT.matcher(tag);
      Optional<String> value = given.find() ? Optional.of(given.group(1)) : Optional.empty();
      if (!own.equals("-") && !type.isEmpty()) {
        fields.add(new Field(own, named, type, value, place(reading, tokens.line(at))));
      }
    }
    reading.structs().put(struct, fields);
  }

  private static Setting place(Reading reading, int line) {
    return new Setting(
        Kind.PROPERTY,
        Use.READ,
        "",
        Optional.empty(),
        reading.found().comment(line),
        reading.file().path(),
        line);
  }

  /** The first token behind a field: of the next line, or behind the braces it opens. */
  private static int after(Tokens tokens, int at, int close) {
    int next = at + 1;
    while (next < close && !(tokens.line(next) > tokens.line(next - 1))) {
      next = tokens.is(next, '{') ? tokens.close(next) + 1 : next + 1;
    }
    return Math.min(next, close);
  }

  /** All settings with their whole keys; those of folders with few defaults are left out. */
  List<Setting> settings() {
    List<Setting> result = new ArrayList<>();
    for (Map<String, List<Field>> structs : folders.values()) {
      long defaults =
          structs.values().stream()
              .flatMap(List::stream)
              .filter(field -> field.value().isPresent())
              .count();
      if (defaults >= DEFAULT_COUNT_MIN) {
        Set<String> held = new HashSet<>();
        structs.values().forEach(fields -> fields.forEach(field -> held.add(field.type())));
        structs.keySet().stream()
            .filter(name -> !held.contains(name) && name.indexOf('.') < 0)
            .filter(withDefault(structs)::contains)
            .sorted()
            .forEach(name -> collect(structs, name, "", result));
      }
    }
    return result;
  }

  /** Structs of which a field has a default, or one of a struct that they hold. */
  private static Set<String> withDefault(Map<String, List<Field>> structs) {
    Set<String> found = new HashSet<>();
    for (int depth = 0; depth < DEPTH_MAX; depth++) {
      Set<String> before = Set.copyOf(found);
      structs.forEach((name, fields) -> {
        if (fields.stream()
            .anyMatch(field -> field.value().isPresent() || before.contains(field.type()))) {
          found.add(name);
        }
      });
    }
    return found;
  }

  private static boolean isDeep(String name) {
    return name.chars().filter(sign -> sign == '.').count() >= DEPTH_MAX;
  }

  private void collect(
      Map<String, List<Field>> structs, String struct, String prefix, List<Setting> result) {
    boolean deep = isDeep(prefix);
    for (Field field : structs.getOrDefault(struct, List.of())) {
      if (++visits > VISIT_COUNT_MAX) {
        return;
      }
      String key = prefix + field.key();
      if (structs.containsKey(field.type()) && !deep) {
        collect(structs, field.type(), key + ".", result);
      } else if (field.tagged() && result.size() < SETTING_COUNT_MAX) {
        Setting place = field.place();
        result.add(
            new Setting(
                place.kind(),
                place.use(),
                key,
                field.value().filter(value -> Found.isShown(key, value)),
                place.comment(),
                place.path(),
                place.line()));
      }
    }
  }
}
