package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** A bare repository built object by object, with no check on what the objects say. */
public final class RepositoryDraft implements AutoCloseable {
  private final Path folder;
  private final Repository repository;
  private final ObjectInserter inserter;

  /** Starts an empty bare repository in a folder. */
  public RepositoryDraft(Path folder) throws IOException {
    this.folder = folder;
    this.repository = new FileRepository(folder.toFile());
    repository.create(true);
    this.inserter = repository.newObjectInserter();
  }

  public Path folder() {
    return folder;
  }

  public ObjectId blob(byte[] content) throws IOException {
    return inserter.insert(Constants.OBJ_BLOB, content);
  }

  public ObjectId blob(String content) throws IOException {
    return blob(content.getBytes(UTF_8));
  }

  /** A tree exactly as these bytes say. */
  public ObjectId rawTree(byte[] content) throws IOException {
    return inserter.insert(Constants.OBJ_TREE, content);
  }

  /** A tree of these lines in this order. */
  public ObjectId tree(byte[]... lines) throws IOException {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      tree.write(line);
    }
    return rawTree(tree.toByteArray());
  }

  /** One line of a tree. */
  public static byte[] line(String mode, byte[] name, ObjectId id) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write((mode + " ").getBytes(ISO_8859_1));
    line.write(name);
    line.write(0);
    id.copyRawTo(line);
    return line.toByteArray();
  }

  public static byte[] file(String name, ObjectId id) throws IOException {
    return line("100644", name.getBytes(UTF_8), id);
  }

  public static byte[] folder(String name, ObjectId id) throws IOException {
    return line("40000", name.getBytes(UTF_8), id);
  }

  /** Commits a tree and makes it the head. */
  public ObjectId commit(ObjectId tree) throws IOException {
    String text =
        "tree %s\nauthor A <a@a> 1700000000 +0000\ncommitter A <a@a> 1700000000 +0000\n\nx\n"
            .formatted(tree.name());
    ObjectId commit = inserter.insert(Constants.OBJ_COMMIT, text.getBytes(UTF_8));
    inserter.flush();
    write("HEAD", "ref: refs/heads/main\n");
    write("refs/heads/main", commit.name() + "\n");
    return commit;
  }

  /** Commits one file. */
  public ObjectId commitFile(String name, byte[] content) throws IOException {
    return commit(tree(file(name, blob(content))));
  }

  /** Writes a file of the repository itself. */
  public void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Puts an object under an id that is not its own, with a size that need not be true. */
  public void forge(ObjectId id, String type, long declaredSize, byte[] content)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write((type + " " + declaredSize + "\0").getBytes(ISO_8859_1));
      deflater.write(content);
    }
    overwrite(id, packed.toByteArray());
  }

  /** Replaces the stored form of an object. */
  public void overwrite(ObjectId id, byte[] stored) throws IOException {
    inserter.flush();
    Path file = objectFile(id);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.write(file, stored);
  }

  /** Takes an object away. */
  public void remove(ObjectId id) throws IOException {
    inserter.flush();
    Files.delete(objectFile(id));
  }

  private Path objectFile(ObjectId id) {
    return folder.resolve("objects/" + id.name().substring(0, 2) + "/" + id.name().substring(2));
  }

  @Override
  public void close() {
    inserter.close();
    repository.close();
  }
}
