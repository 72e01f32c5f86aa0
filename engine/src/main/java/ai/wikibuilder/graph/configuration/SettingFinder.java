package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds settings in code and in files that state them. Files are added one by one, for a variable
 * may be read by a constant of another file. Used once, by one thread.
 */
public final class SettingFinder {
  /** Settings kept of one repository; more is read by nobody. */
  private static final int COUNT_MAX = 20_000;

  /** Texts that may name a variable. */
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*_?[A-Z0-9_]+");

  /** Stands for a constant that several files give different texts. */
  private static final String SEVERAL = "";

  /** A file's settings, and its reads by constants of other files. */
  private record OfFile(List<Setting> settings, List<Setting> awaited) {}

  private final List<OfFile> files = new ArrayList<>();
  private final Map<String, String> constants = new HashMap<>();
  private final GoStructs structs = new GoStructs();
  private int count;

  /** Adds one file. */
  public void add(CodeFile file) {
    if (count >= COUNT_MAX) {
      return;
    }
    Found found = new Found(file);
    NamedTexts named = NamedTexts.of(file.tokens());
    CodeReads.find(file.tokens(), file.facts().language(), named, found);
    FrameworkKeys.find(file, found);
    if (file.facts().language().equals("go")) {
      GoOptions.find(file.tokens(), found);
      structs.add(file, found);
    }
    if (file.facts().language().equals("bash")) {
      ShellReads.find(file.text(), false, found);
    }
    StatedFiles.find(file, found);
    ModuleInputs.find(file, found);
    keep(named, file.tokens());
    OfFile of = new OfFile(found.settings(), found.awaited());
    count += of.settings().size() + of.awaited().size();
    if (!of.settings().isEmpty() || !of.awaited().isEmpty()) {
      files.add(of);
    }
  }

  private void keep(NamedTexts named, Tokens tokens) {
    for (String name : named.names()) {
      String text = tokens.text(named.place(name));
      if (VARIABLE.matcher(text).matches()) {
        constants.merge(name, text, (one, other) -> one.equals(other) ? one : SEVERAL);
      }
    }
  }

  /**
   * What was found, file by file in the order they were added; each name once for each kind and use
   * of a file, where it stands first. Fields of structs come last.
   */
  public List<Setting> settings() {
    List<Setting> all = new ArrayList<>();
    for (OfFile file : files) {
      List<Setting> here = new ArrayList<>(file.settings());
      for (Setting read : file.awaited()) {
        String variable = constants.getOrDefault(read.name(), SEVERAL);
        if (!variable.equals(SEVERAL) && here.stream().noneMatch(read.named(variable)::isSame)) {
          here.add(read.named(variable));
        }
      }
      all.addAll(here);
    }
    all.addAll(structs.settings());
    return all;
  }
}
