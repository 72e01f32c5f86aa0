package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/claims.md; what stands before them in the file stays as it is. */
final class ClaimsDocument {
  /** Where the tables begin. */
  private static final String MARK =
      "<!-- figures: everything below is written by benchmarks/run claims -->";

  private static final String COLUMNS =
      "false | removed | marked ° | shown as verified | caught | true | removed | marked °";

  private final List<String> repositories = new ArrayList<>();
  private final Map<Subject.Kind, Tally> kinds = new EnumMap<>(Subject.Kind.class);
  private final Map<Fault, Tally> faults = new EnumMap<>(Fault.class);
  private final Tally all = new Tally();

  void add(String name, RepositoryClaims claims) {
    repositories.add("| " + name + " | " + claims.all().cells() + " |");
    claims
        .byKind()
        .forEach((kind, tally) -> kinds.computeIfAbsent(kind, key -> new Tally()).add(tally));
    claims
        .byFault()
        .forEach((fault, tally) -> faults.computeIfAbsent(fault, key -> new Tally()).add(tally));
    all.add(claims.all());
  }

  void write(Path root) throws IOException {
    Path file = root.resolve("docs/claims.md");
    String before = Files.exists(file) ? Files.readString(file) : "# Claims\n\n" + MARK + "\n";
    String head = before.substring(0, before.indexOf(MARK) + MARK.length());
    Files.writeString(file, head + "\n\n" + tables(Machine.sentence(root)));
  }

  private String tables(String machine) {
    StringBuilder text = new StringBuilder(machine).append("\n\n");
    heading(text, "Repository");
    repositories.forEach(row -> text.append(row).append('\n'));
    text.append("| **all** | ").append(all.cells()).append(" |\n\n");
    heading(text, "Kind of claim");
    kinds.forEach((kind, tally) -> row(text, kind.label(), tally));
    text.append('\n');
    heading(text, "Fault");
    faults.forEach((fault, tally) -> row(text, fault.label(), tally));
    return text.toString();
  }

  private static void heading(StringBuilder text, String first) {
    text.append("| ").append(first).append(" | ").append(COLUMNS).append(" |\n");
    text.append("|---".repeat(9)).append("|\n");
  }

  private static void row(StringBuilder text, String name, Tally tally) {
    text.append("| ").append(name).append(" | ").append(tally.cells()).append(" |\n");
  }
}
