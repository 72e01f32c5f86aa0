package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.tokens.CodeFile;
import java.util.List;

/** Finds settings in code and in files that state them. Stateless, may be shared by threads. */
public final class SettingFinder {
  private SettingFinder() {}

  /** Settings of one file, each name once for each kind and use, where it stands first. */
  public static List<Setting> find(CodeFile file) {
    Found found = new Found(file);
    CodeReads.find(file.tokens(), file.facts().language(), found);
    FrameworkKeys.find(file, found);
    if (file.facts().language().equals("bash")) {
      ShellReads.find(file.text(), false, found);
    }
    StatedFiles.find(file, found);
    ModuleInputs.find(file, found);
    return found.settings();
  }
}
