package ai.wikibuilder.plan;

/** A document of the repository that readers should know of. Immutable. */
public record KeyDocument(String path, Kind kind) {
  /** What the document is, judged by its name; the order is the order of the list. */
  public enum Kind {
    README,
    GUIDE,
    CONTRIBUTING,
    SECURITY,
    CHANGELOG,
    LICENSE
  }
}
