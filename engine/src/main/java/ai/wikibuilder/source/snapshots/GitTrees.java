package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.patterns.SafeNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Reads the trees of a commit. For one thread.
 *
 * <p>Each distinct tree is read once and knows how many entries hang below it. So a repository of
 * twelve objects that unfolds to a billion files is refused after twelve reads, before anything is
 * unfolded.
 */
final class GitTrees {
  /** One tree object; more than a million entries in one folder is no source code. */
  private static final int TREE_BYTES_MAX = 64 << 20;

  /**
   * One line of a tree.
   *
   * @param name empty when it may not be shown
   * @param type one of the {@code TYPE} bits of {@link FileMode}
   * @param tree what is inside, for a folder
   */
  record Entry(Optional<String> name, int type, ObjectId id, Optional<Tree> tree) {}

  /**
   * A folder.
   *
   * @param entryCount entries in it and in everything below
   * @param height folders inside folders below it
   */
  record Tree(List<Entry> entries, long entryCount, int height) {}

  private final ObjectReader reader;
  private final SourceLimits limits;
  private final Map<ObjectId, Tree> known = new HashMap<>();
  private long entryCountRead;

  GitTrees(ObjectReader reader, SourceLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /**
   * Reads a tree and everything below.
   *
   * @throws SourceException of kind {@code LIMIT} when it unfolds to too much, {@code CORRUPT} when
   *     a tree is missing or damaged
   */
  Tree read(ObjectId root) {
    return read(root, 0);
  }

  private Tree read(ObjectId id, int depth) {
    if (depth > limits.treeDepthMax()) {
      throw tooDeep();
    }
    Tree tree = known.get(id);
    if (tree == null) {
      tree = parse(id, depth);
      known.put(id, tree);
    } else if (depth + tree.height() > limits.treeDepthMax()) {
      throw tooDeep();
    }
    return tree;
  }

  private Tree parse(ObjectId id, int depth) {
    List<Entry> entries = new ArrayList<>();
    long below = 0;
    int height = 0;
    for (Entry raw : entriesOf(id)) {
      Entry entry = raw;
      if (raw.type() == FileMode.TYPE_TREE) {
        Tree child = read(raw.id(), depth + 1);
        below += child.entryCount();
        height = Math.max(height, child.height() + 1);
        entry = new Entry(raw.name(), raw.type(), raw.id(), Optional.of(child));
      }
      below++;
      checkEntryCount(below);
      entries.add(entry);
    }
    return new Tree(entries, below, height);
  }

  private List<Entry> entriesOf(ObjectId id) {
    List<Entry> entries = new ArrayList<>();
    try {
      byte[] raw = reader.open(id, Constants.OBJ_TREE).getCachedBytes(TREE_BYTES_MAX);
      CanonicalTreeParser parser = new CanonicalTreeParser();
      for (parser.reset(raw); !parser.eof(); parser.next(1)) {
        checkEntryCount(++entryCountRead);
        Optional<String> name =
            SafeNames.decode(
                parser.getEntryPathBuffer(), parser.getNameOffset(), parser.getNameLength());
        int type = parser.getEntryRawMode() & FileMode.TYPE_MASK;
        entries.add(new Entry(name, type, parser.getEntryObjectId(), Optional.empty()));
      }
      return entries;
    } catch (LargeObjectException e) {
      throw new SourceException(
          SourceException.Kind.LIMIT,
          "Folder %s is larger than %,d bytes.".formatted(id.name(), TREE_BYTES_MAX),
          e);
    } catch (MissingObjectException e) {
      throw corrupt(id, "is missing", e);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The parser trusts its input and runs off the end of a damaged tree.
      throw corrupt(id, "is damaged", e);
    }
  }

  private void checkEntryCount(long count) {
    if (count > limits.treeEntryCountMax()) {
      throw new SourceException(
          SourceException.Kind.LIMIT,
          "The repository unfolds to more than %,d files and folders, which is the limit."
              .formatted(limits.treeEntryCountMax()));
    }
  }

  private SourceException tooDeep() {
    return new SourceException(
        SourceException.Kind.LIMIT,
        "The repository has folders more than %d deep, which is the limit."
            .formatted(limits.treeDepthMax()));
  }

  private static SourceException corrupt(ObjectId id, String what, Exception cause) {
    return new SourceException(
        SourceException.Kind.CORRUPT,
        "Folder %s of the commit %s. Check the repository with git fsck, or fetch it again."
            .formatted(id.name(), what),
        cause);
  }
}
