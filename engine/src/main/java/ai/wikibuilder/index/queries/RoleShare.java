package ai.wikibuilder.index.queries;

/**
 * What the role of a file adds to its score or takes off, as a share of it: tests, documents and
 * examples come after the thing itself unless a question is about them. Immutable.
 *
 * @param name what the share is called in an explanation
 * @param value above -1; 0 changes nothing
 */
public record RoleShare(String name, double value) {
  /** Taken off when a file is not the thing itself. */
  private static final double TEST_LOSS = 0.35;

  /** The same of who looks for a message: tests repeat what the thing itself prints. */
  private static final double TEST_LOSS_OF_MESSAGE = 0.5;

  private static final double DOCUMENT_LOSS = 0.7;
  private static final double EXAMPLE_LOSS = 0.2;

  private static final double DATA_LOSS = 0.3;

  /** Added to tests or documents when the question speaks of them. */
  private static final double WANTED = 0.3;

  /** The share of a file of this role among the answers to a question. */
  public static RoleShare of(FileRole role, QueryReading reading) {
    return switch (role) {
      case TEST -> new RoleShare("test file", test(reading));
      case DOCUMENT -> new RoleShare("document", document(reading));
      case EXAMPLE -> new RoleShare("example", -EXAMPLE_LOSS);
      case DATA -> new RoleShare("data or settings", -DATA_LOSS);
      case SOURCE -> new RoleShare("source", 0);
    };
  }

  private static double test(QueryReading reading) {
    if (reading.wantsTests()) {
      return WANTED;
    }
    return reading.shape() == QueryShape.ERROR_MESSAGE ? -TEST_LOSS_OF_MESSAGE : -TEST_LOSS;
  }

  private static double document(QueryReading reading) {
    if (reading.wantsDocuments()) {
      return WANTED;
    }
    return reading.shape() == QueryShape.ARCHITECTURE ? 0 : -DOCUMENT_LOSS;
  }
}
