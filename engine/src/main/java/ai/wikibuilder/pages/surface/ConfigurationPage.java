package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the page about settings: their defaults, where they come from, who reads them. */
public final class ConfigurationPage {
  /** Rows of one table. */
  private static final int ROW_COUNT_MAX = 40;

  /** Lines below the name of a setting among which its value stands. */
  private static final int VALUE_LINE_COUNT_MAX = 8;

  /** A longer value is left to its file. */
  private static final int VALUE_LENGTH_MAX = 60;

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(?:secret|token|passwo?r?d|api[_.-]?key|private[_.-]?key|credential).*");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?\\}");

  /** What every system sets is asked of nobody. */
  private static final Pattern OF_THE_SYSTEM =
      Pattern.compile(
          "(?i)PATH|PATHEXT|HOME|HOMEDRIVE|HOMEPATH|USER(?:NAME|PROFILE)?|(?:LOCAL)?APPDATA|PROGRAMDATA"
              + "|TE?MP(?:DIR)?|SHELL|COMSPEC|SYSTEMROOT|TERM|LANG|LC_\\w+|PWD|HOSTNAME|DISPLAY"
              + "|XDG_\\w+|(?:NO|HTTPS?|ALL|FTP)_PROXY|EDITOR|VISUAL|PAGER|COLUMNS|LINES|NO_COLOR|CI");

  private final Repository repository;

  /** One setting with all places that state or read it. */
  private record Entry(String name, List<Setting> stated, List<Setting> read) {
    Setting first() {
      return stated.isEmpty() ? read.getFirst() : stated.getFirst();
    }
  }

  public ConfigurationPage(Material material) {
    this.repository = material.repository();
  }

  /** Without a section when nothing can be set. */
  public Page page(PlannedPage planned) {
    Map<Setting.Kind, Map<String, Entry>> byKind = entries();
    List<Page.Section> sections = new ArrayList<>();
    if (!byKind.isEmpty()) {
      sections.add(opening(byKind));
      byKind.forEach((kind, entries) -> sections.add(table(kind, entries)));
      remarkable(byKind).ifPresent(sections::add);
    }
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.configuration"),
        sections);
  }

  private Map<Setting.Kind, Map<String, Entry>> entries() {
    Map<Setting.Kind, Map<String, Entry>> result = new EnumMap<>(Setting.Kind.class);
    List<Setting> settings = new ArrayList<>(repository.graph().settings());
    // what is stated at the root is of the whole
    Map<String, Integer> options = new HashMap<>();
    for (Setting setting : settings) {
      if (setting.kind() == Setting.Kind.OPTION) {
        options.merge(setting.path(), 1, Integer::sum);
      }
    }
    // the product has more options than the tools beside it, and says what one is for
    settings.sort(
        Comparator.comparing((Setting setting) -> setting.path().indexOf('/') >= 0)
            .thenComparingInt(setting ->
                setting.kind() == Setting.Kind.OPTION
                    ? -options.getOrDefault(setting.path(), 0)
                    : 0));
    for (Setting setting : settings) {
      int file = repository.graph().file(setting.path());
      boolean counts =
          repository.isMain(file)
              || (setting.use() == Setting.Use.STATED && isShipped(setting.path()));
      if (counts) {
        Entry entry =
            result
                .computeIfAbsent(setting.kind(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(
                    setting.name(), name -> new Entry(name, new ArrayList<>(), new ArrayList<>()));
        (setting.use() == Setting.Use.READ ? entry.read() : entry.stated()).add(setting);
      }
    }
    return result;
  }

  private static boolean isShipped(String path) {
    return path.startsWith("deploy/")
        || path.endsWith(".env")
        || path.startsWith(".env")
        || path.indexOf('/') < 0;
  }

  private Page.Section opening(Map<Setting.Kind, Map<String, Entry>> byKind) {
    List<Entry> all = byKind.values().stream().flatMap(map -> map.values().stream()).toList();
    Map<String, Setting> files = new TreeMap<>();
    for (Entry entry : all) {
      entry.stated().forEach(one -> files.putIfAbsent(one.path(), one));
    }
    Phrase counted = repository.say("settings").count("count", all.size());
    all.stream().limit(2).forEach(one -> counted.by(line(one.first())));
    List<Sentence> result = new ArrayList<>(List.of(counted.end()));
    if (!files.isEmpty()) {
      Phrase stated =
          repository.say("settings.files").codes("files", List.copyOf(files.keySet()), 4);
      files.values().stream().limit(4).forEach(one -> stated.by(line(one)));
      result.add(stated.end());
    }
    new RequiredSettings(repository).sentence("settings.given").ifPresent(result::add);
    if (all.stream().anyMatch(ConfigurationPage::isSecret)) {
      result.add(repository.words().plain("settings.secrets"));
    }
    return new Page.Section("", List.of(new Block.Paragraph(result)));
  }

  private static boolean isSecret(Entry entry) {
    return SECRET.matcher(entry.name()).matches();
  }

  private Optional<ai.wikibuilder.pages.Evidence> line(Setting setting) {
    return repository.lines(setting.path(), setting.line(), setting.line());
  }

  /** From the line that names a setting to the one with its value, which may be further down. */
  private Optional<ai.wikibuilder.pages.Evidence> valueLines(Setting setting, String value) {
    Optional<SourceText> text = repository.text(setting.path());
    int lineCount = text.map(SourceText::lineCount).orElse(0);
    int last = Math.min(lineCount, setting.line() + VALUE_LINE_COUNT_MAX);
    for (int line = setting.line(); line <= last; line++) {
      if (text.orElseThrow().lines(line, line).contains(value)) {
        return repository.lines(setting.path(), setting.line(), line);
      }
    }
    return line(setting);
  }

  private Page.Section table(Setting.Kind kind, Map<String, Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries.values());
    // read and stated says most, read alone more than stated alone
    sorted.sort(
        Comparator.comparingInt(
                (Entry entry) -> entry.read().isEmpty() ? 2 : entry.stated().isEmpty() ? 1 : 0)
            .thenComparingInt(entry -> kind == Setting.Kind.OPTION ? -ofFile(entry, entries) : 0)
            .thenComparing((Entry entry) -> entry.first().path())
            .thenComparingInt(entry -> entry.first().line()));
    List<List<Sentence>> rows = new ArrayList<>();
    sorted.stream().limit(ROW_COUNT_MAX).forEach(entry -> rows.add(row(entry)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            List.of(
                repository.words().text("column.setting"),
                repository.words().text("column.default"),
                repository.words().text("column.stated"),
                repository.words().text("column.read")),
            rows));
    if (sorted.size() > rows.size()) {
      blocks.add(
          new Block.Paragraph(
              List.of(
                  repository
                      .say("settings.rest")
                      .count("count", sorted.size() - rows.size())
                      .end())));
    }
    String heading = "heading.settings." + kind.name().toLowerCase(Locale.ROOT);
    return new Page.Section(repository.words().text(heading), blocks);
  }

  /** How many settings stand in the file of one first. */
  private static int ofFile(Entry entry, Map<String, Entry> all) {
    String path = entry.first().path();
    return (int) all.values().stream().filter(one -> one.first().path().equals(path)).count();
  }

  private List<Sentence> row(Entry entry) {
    return List.of(
        repository.say("cell.code").code("words", entry.name()).by(line(entry.first())).end(),
        value(entry),
        places(entry.stated()),
        places(entry.read()));
  }

  private Sentence value(Entry entry) {
    List<Setting> all = new ArrayList<>(entry.stated());
    all.addAll(entry.read());
    Setting valued =
        all.stream()
            .filter(one -> one.value().filter(words -> !words.isBlank()).isPresent())
            .findFirst()
            .orElse(null);
    if (valued == null) {
      return repository.words().plain(isSecret(entry) ? "settings.secret" : "settings.unset");
    }
    String value = valued.value().orElseThrow();
    Matcher variable = VARIABLE.matcher(value);
    if (variable.matches()) {
      return repository
          .say(variable.group(2) == null ? "settings.from" : "settings.from.default")
          .code("variable", variable.group(1))
          .by(line(valued))
          .end();
    }
    if (isSecret(entry)) {
      return repository.words().plain("settings.hidden");
    }
    return value.length() > VALUE_LENGTH_MAX
        ? repository.words().plain("settings.long")
        : repository.say("cell.code").code("words", value).by(valueLines(valued, value)).end();
  }

  /** The files of the places, or the comment beside the first when it has one. */
  private Sentence places(List<Setting> places) {
    if (places.isEmpty()) {
      return repository.say("cell").text("words", "–").end();
    }
    Map<String, Setting> files = new LinkedHashMap<>();
    places.forEach(one -> files.putIfAbsent(Repository.fileName(one.path()), one));
    Optional<StatedComment> comment =
        StatedComment.first(repository, places).or(() -> help(places));
    Phrase phrase =
        repository
            .say(comment.isPresent() ? "settings.place.comment" : "cell")
            .codes("words", List.copyOf(files.keySet()), 2);
    comment.ifPresent(words -> phrase.quote("comment", words.text()).by(words.lines()));
    files.values().stream().limit(3).forEach(one -> phrase.by(line(one)));
    return phrase.end();
  }

  /** What an option says of itself to who asks the program for help. */
  private Optional<StatedComment> help(List<Setting> places) {
    return places.stream()
        .filter(place -> place.kind() == Setting.Kind.OPTION)
        .findFirst()
        .flatMap(place -> StatedHelp.ofOption(repository, place))
        .map(said -> new StatedComment(said.text(), said.evidence()));
  }

  /** What is stated and read nowhere, what is read and has no default. */
  private Optional<Page.Section> remarkable(Map<Setting.Kind, Map<String, Entry>> byKind) {
    List<Entry> unread = new ArrayList<>();
    List<Entry> unset = new ArrayList<>();
    for (Entry entry : byKind.getOrDefault(Setting.Kind.ENVIRONMENT, Map.of()).values()) {
      if (entry.read().isEmpty()) {
        unread.add(entry);
      } else if (!OF_THE_SYSTEM.matcher(entry.name()).matches()
          && entry.stated().isEmpty()
          && entry.read().stream().allMatch(one -> one.value().isEmpty())) {
        unset.add(entry);
      }
    }
    List<Sentence> result = new ArrayList<>();
    note("settings.unread", unread).ifPresent(result::add);
    note("settings.unread.keys", unreadKeys(byKind)).ifPresent(result::add);
    note("settings.required", unset).ifPresent(result::add);
    note("settings.unstated", unstated(byKind)).ifPresent(result::add);
    List<Setting> stated = new ArrayList<>();
    byKind.values().forEach(map -> map.values().forEach(one -> stated.addAll(one.stated())));
    result.addAll(new SamePorts(repository).sentences(stated));
    return result.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Page.Section(
                repository.words().text("heading.remarkable"),
                List.of(new Block.Paragraph(result))));
  }

  /**
   * Keys of the repository's own that no code names, where code names other keys of the same first
   * part one by one.
   */
  private static List<Entry> unreadKeys(Map<Setting.Kind, Map<String, Entry>> byKind) {
    Map<String, Entry> keys = byKind.getOrDefault(Setting.Kind.PROPERTY, Map.of());
    Set<String> own = new HashSet<>();
    Set<String> bound = new HashSet<>();
    for (Entry entry : keys.values()) {
      if (!entry.read().isEmpty()) {
        (entry.name().endsWith(".*") ? bound : own).add(firstPart(entry.name()));
      }
    }
    return keys.values().stream()
        .filter(entry -> entry.read().isEmpty() && own.contains(firstPart(entry.name())))
        .filter(entry -> !bound.contains(firstPart(entry.name())))
        .toList();
  }

  private static String firstPart(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  /** Variables that code reads with a default, and no file mentions where files state others. */
  private static List<Entry> unstated(Map<Setting.Kind, Map<String, Entry>> byKind) {
    Map<String, Entry> all = byKind.getOrDefault(Setting.Kind.ENVIRONMENT, Map.of());
    boolean others = all.values().stream().anyMatch(entry -> !entry.stated().isEmpty());
    return all.values().stream()
        .filter(entry -> others && entry.stated().isEmpty())
        .filter(entry -> entry.read().stream().anyMatch(one -> one.value().isPresent()))
        .toList();
  }

  private Optional<Sentence> note(String key, List<Entry> entries) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say(key)
            .count("count", entries.size())
            .codes("names", entries.stream().map(Entry::name).toList(), 4);
    entries.stream().limit(4).forEach(one -> phrase.by(line(one.first())));
    return Optional.of(phrase.end());
  }
}
