package ai.wikibuilder.pages.subjects;

import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.diagrams.EntityDiagram;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the page about tables, what they point to, and families of types. For one thread. */
public final class DataModelPage {
  /** Tables described; further ones are named. */
  private static final int TABLE_COUNT_MAX = 30;

  /** Columns of a table named. */
  private static final int COLUMN_COUNT_MAX = 6;

  private static final int NAME_COUNT_MAX = 40;

  private final Material material;
  private final Repository repository;

  /** One for each name: the one that says most. */
  private final List<Table> tables = new ArrayList<>();

  private final Map<String, List<Table>> statements = new LinkedHashMap<>();

  public DataModelPage(Material material) {
    this.material = material;
    this.repository = material.repository();
    for (Table table : repository.graph().tables()) {
      if (repository.isMain(repository.graph().file(table.path()))) {
        statements.computeIfAbsent(plain(table.name()), _ -> new ArrayList<>()).add(table);
      }
    }
    // a schema of Prisma is what code is made from; SQL of the same name may be of another database
    Comparator<Table> byWords =
        Comparator.comparing((Table table) -> table.source() == Table.Source.PRISMA)
            .thenComparingInt(table -> table.columns().size() + 2 * table.foreignKeys().size());
    statements
        .values()
        .forEach(all ->
            tables.add(
                all.stream().reduce((a, b) -> byWords.compare(b, a) > 0 ? b : a).orElseThrow()));
  }

  /** Without a section when there are neither tables nor families. */
  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    if (!tables.isEmpty()) {
      tables(sections);
    }
    sections.addAll(new Families(material).sections());
    String key = tables.isEmpty() ? "families" : "data";
    return new Page(
        planned.slug(),
        repository.words().text("title." + key),
        planned.parent(),
        repository.words().text("summary." + key),
        sections);
  }

  private void tables(List<Page.Section> sections) {
    List<Table> sorted = new ArrayList<>(tables);
    Map<String, Integer> pointed = new HashMap<>();
    for (Table table : tables) {
      table.foreignKeys().forEach(key -> pointed.merge(plain(key.table()), 1, Integer::sum));
    }
    sorted.sort(
        Comparator.comparingInt((Table table) ->
            -pointed.getOrDefault(plain(table.name()), 0) - table.foreignKeys().size()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(List.of(opening(pointed))));
    List<List<Sentence>> items = new ArrayList<>();
    sorted.stream().limit(TABLE_COUNT_MAX).forEach(table -> items.add(item(table)));
    blocks.add(new Block.Items(false, items));
    EntityDiagram.of(
            repository.graph(), sorted, repository.words().text("title.data"), repository.words())
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    if (sorted.size() > items.size()) {
      List<String> rest =
          sorted.subList(items.size(), sorted.size()).stream().map(Table::name).toList();
      blocks.add(
          new Block.Paragraph(
              List.of(
                  repository
                      .say("tables.rest")
                      .count("count", rest.size())
                      .codes("names", rest, NAME_COUNT_MAX)
                      .end())));
    }
    sections.add(new Page.Section("", blocks));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Sentence opening(Map<String, Integer> pointed) {
    int keys = tables.stream().mapToInt(table -> table.foreignKeys().size()).sum();
    Phrase phrase =
        repository
            .say(keys == 0 ? "tables.apart" : "tables")
            .count("tables", tables.size())
            .count("keys", keys)
            .text("source", repository.words().list(sources()));
    tables.stream().limit(2).forEach(table -> phrase.by(line(table)));
    pointed.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .filter(most -> most.getValue() >= 2)
        .ifPresent(most -> mostPointed(most.getKey(), most.getValue(), phrase));
    return phrase.end();
  }

  /** Names the table, which may be stated nowhere, with lines that point to it. */
  private void mostPointed(String plain, int times, Phrase opening) {
    List<Table.ForeignKey> keys =
        tables.stream()
            .flatMap(table -> table.foreignKeys().stream())
            .filter(key -> plain(key.table()).equals(plain))
            .toList();
    String written =
        tables.stream()
            .map(Table::name)
            .filter(name -> plain(name).equals(plain))
            .findFirst()
            .orElse(keys.getFirst().table());
    opening.code("most", written).count("times", times);
    keys.stream()
        .limit(2)
        .forEach(key -> opening.by(repository.lines(key.path(), key.line(), key.line())));
  }

  private List<String> sources() {
    return statements.values().stream()
        .flatMap(List::stream)
        .map(table -> source(table.source()))
        .distinct()
        .toList();
  }

  private static String source(Table.Source source) {
    return switch (source) {
      case SQL -> "SQL";
      case RAILS -> "Rails";
      case LARAVEL -> "Laravel";
      case DJANGO -> "Django";
      case SQLALCHEMY -> "SQLAlchemy";
      case JPA -> "JPA";
      case TYPEORM -> "TypeORM";
      case DOCTRINE -> "Doctrine";
      case PRISMA -> "Prisma";
      case ENTITY_FRAMEWORK -> "Entity Framework";
      case ROOM -> "Room";
    };
  }

  private Optional<Evidence> line(Table table) {
    return repository.lines(table.path(), table.line(), table.line());
  }

  private List<Sentence> item(Table table) {
    List<Sentence> result = new ArrayList<>();
    List<String> columns = table.columns().stream().map(Table.Column::name).toList();
    Phrase itself =
        repository
            .say(columns.isEmpty() ? "table.bare" : "table")
            .code("name", table.name())
            .count("count", columns.size())
            .codes("columns", columns, COLUMN_COUNT_MAX)
            .codes("key", table.primaryKey())
            .by(lines(table));
    result.add(itself.end());
    if (!table.foreignKeys().isEmpty()) {
      List<String> targets =
          table.foreignKeys().stream().map(Table.ForeignKey::table).distinct().toList();
      Phrase points =
          repository
              .say("table.points")
              .code("name", table.name())
              .codes("targets", targets, COLUMN_COUNT_MAX);
      table.foreignKeys().stream()
          .limit(4)
          .forEach(key -> points.by(repository.lines(key.path(), key.line(), key.line())));
      result.add(points.end());
    }
    List<Table> others = new ArrayList<>(statements.getOrDefault(plain(table.name()), List.of()));
    others.remove(table);
    if (!others.isEmpty()) {
      Phrase also = repository.say("table.also").count("files", others.size());
      others.stream().limit(4).forEach(other -> also.by(line(other)));
      result.add(also.end());
    }
    return result;
  }

  private Optional<Evidence> lines(Table table) {
    int last = table.line();
    for (Table.Column column : table.columns()) {
      last = column.path().equals(table.path()) ? Math.max(last, column.line()) : last;
    }
    return repository.lines(table.path(), table.line(), last);
  }
}
