package ai.wikibuilder.comparisons;

/** What can change. The order is that of the page. */
public enum Subject {
  /** Modules of the code, by their key. */
  PARTS("parts"),
  /** Which part leans on which. */
  DEPENDENCIES("dependencies"),
  /** Routes, commands, schedules and programs. */
  ENTRIES("entries"),
  /** Names that other code can use, with their heads. */
  NAMES("names"),
  /** What build files ask for. */
  LIBRARIES("libraries"),
  /** Variables, keys and options. */
  SETTINGS("settings"),
  TABLES("tables"),
  FILES("files");

  private final String label;

  Subject(String label) {
    this.label = label;
  }

  /** The word in JSON and on the terminal. */
  public String label() {
    return label;
  }
}
