package ai.wikibuilder.source.local;

import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Git's ids of content that is not in an object database. */
public final class BlobIds {
  private BlobIds() {}

  /** The id git would give the content. */
  public static ObjectId of(byte[] content) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, content);
    }
  }

  /** The id after git has turned Windows line ends into its own, as many work trees ask for. */
  static ObjectId ofUnixLines(byte[] content) {
    byte[] unix = new byte[content.length];
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] != '\r' || i + 1 == content.length || content[i + 1] != '\n') {
        unix[length++] = content[i];
      }
    }
    return of(Arrays.copyOf(unix, length));
  }
}
