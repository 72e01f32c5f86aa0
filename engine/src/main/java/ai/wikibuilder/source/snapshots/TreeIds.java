package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/** The id git would give a tree of files that is in no object database. */
final class TreeIds {
  /** One line of a tree, with the name that decides its place: a folder's ends in a slash. */
  private record Line(String sortName, String name, FileMode mode, ObjectId id) {}

  private TreeIds() {}

  /** The id of the tree that holds just these files, sorted by path, all of them ordinary files. */
  static ObjectId of(List<SourceFile> files) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return of(files, 0, formatter);
    }
  }

  private static ObjectId of(
      List<SourceFile> files, int prefixLength, ObjectInserter.Formatter formatter) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    while (at < files.size()) {
      String path = files.get(at).path();
      int slash = path.indexOf('/', prefixLength);
      if (slash < 0) {
        String name = path.substring(prefixLength);
        ObjectId id = ObjectId.fromString(files.get(at).blobId());
        lines.add(new Line(name, name, FileMode.REGULAR_FILE, id));
        at++;
        continue;
      }
      String folder = path.substring(0, slash + 1);
      int end = at + 1;
      while (end < files.size() && files.get(end).path().startsWith(folder)) {
        end++;
      }
      String name = path.substring(prefixLength, slash);
      ObjectId id = of(files.subList(at, end), slash + 1, formatter);
      lines.add(new Line(name + "/", name, FileMode.TREE, id));
      at = end;
    }
    lines.sort((a, b) ->
        Arrays.compareUnsigned(a.sortName().getBytes(UTF_8), b.sortName().getBytes(UTF_8)));
    TreeFormatter tree = new TreeFormatter();
    lines.forEach(line -> tree.append(line.name(), line.mode(), line.id()));
    return tree.computeId(formatter);
  }
}
