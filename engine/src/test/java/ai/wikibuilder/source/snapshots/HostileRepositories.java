package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.lib.ObjectId;

/** Repositories made to hurt who reads them: bombs, tricks with names and links, damage. */
public final class HostileRepositories {
  /** Stands in every file outside of the repositories; must never be read. */
  public static final String CANARY = "canary-that-must-stay-outside";

  /** Builds one repository. */
  @FunctionalInterface
  public interface Builder {
    /**
     * Builds it.
     *
     * @param folder does not exist yet
     * @param outside an existing folder beside it with {@code secret.txt} and a repository {@code
     *     private.git}, both holding the canary
     */
    void build(Path folder, Path outside) throws IOException;
  }

  /** One of them. */
  public record Hostile(String name, Builder builder) {}

  private final List<Hostile> all = new ArrayList<>();

  private HostileRepositories() {
    names();
    trees();
    damage();
    contents();
    references();
    folders();
  }

  /** All of them, in a fixed order. */
  public static List<Hostile> all() {
    return List.copyOf(new HostileRepositories().all);
  }

  /** Fills the folder that {@link Builder#build} calls outside. */
  public static void prepareOutside(Path outside) throws IOException {
    Files.createDirectories(outside);
    Files.writeString(outside.resolve("secret.txt"), CANARY + "\n");
    try (RepositoryDraft draft = new RepositoryDraft(outside.resolve("private.git"))) {
      draft.commitFile("private.txt", (CANARY + "\n").getBytes(UTF_8));
    }
  }

  @FunctionalInterface
  private interface Drafting {
    void draft(RepositoryDraft draft) throws IOException;
  }

  private void add(String name, Builder builder) {
    all.add(new Hostile(name, builder));
  }

  private void bare(String name, Drafting drafting) {
    add(
        name,
        (folder, outside) -> {
          try (RepositoryDraft draft = new RepositoryDraft(folder)) {
            drafting.draft(draft);
          }
        });
  }

  /** A repository with one ordinary file, to be spoiled. */
  private void spoiled(String name, Builder spoiling) {
    add(
        name,
        (folder, outside) -> {
          try (RepositoryDraft draft = new RepositoryDraft(folder)) {
            draft.commitFile("a.txt", "ordinary\n".getBytes(UTF_8));
          }
          spoiling.build(folder, outside);
        });
  }

  private void names() {
    String[] names = {
      "line\nfeed",
      "tab\there",
      "return\rhere",
      "escape\u001b[2J",
      "delete\u007f",
      "next\u0085line",
      "right\u202eto-left",
      "isolate\u2066x\u2069",
      "mark\u200fx",
      "separator\u2028x",
      "mark\ufeff",
      "invisible\u200bspace",
      ".git",
      ".GIT",
      ".git ",
      ".git.",
      "git~1",
      ".g\u200cit",
      ".git::$DATA",
      "..",
      ".",
      "",
      "a/b",
      "/etc/passwd",
      "back\\slash",
      "..\\..\\x",
      "n".repeat(5_000)
    };
    for (String name : names) {
      rawName(name.length() > 40 ? "5000 bytes" : name, name.getBytes(UTF_8));
    }
    rawName("invalid utf-8", new byte[] {'a', (byte) 0xFF, 'b'});
    rawName("overlong slash", new byte[] {'a', (byte) 0xC0, (byte) 0xAF, 'b'});
    rawName("lone surrogate", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
  }

  private void rawName(String shown, byte[] name) {
    bare(
        "file and folder named " + shown.replaceAll("[^ -~]", "?"),
        draft -> {
          ObjectId blob = draft.blob("text\n");
          ObjectId inner = draft.tree(RepositoryDraft.file("inner.txt", blob));
          draft.commit(
              draft.tree(
                  RepositoryDraft.line("100644", name, blob),
                  RepositoryDraft.line("40000", name, inner),
                  RepositoryDraft.file("z.txt", blob)));
        });
  }

  private void trees() {
    bare("bomb of trees", draft -> draft.commit(nested(draft, 12, 10)));
    bare("tree 10,000 deep", draft -> draft.commit(nested(draft, 10_000, 1)));
    bare(
        "tree that holds itself",
        draft -> {
          ObjectId forged = ObjectId.fromString("1234567890123456789012345678901234567890");
          byte[] line = RepositoryDraft.folder("again", forged);
          draft.forge(forged, "tree", line.length, line);
          draft.commit(forged);
        });
    bare(
        "two entries of one name",
        draft -> {
          byte[] one = RepositoryDraft.file("a.txt", draft.blob("one\n"));
          byte[] two = RepositoryDraft.file("a.txt", draft.blob("two\n"));
          byte[] tree =
              RepositoryDraft.folder(
                  "a.txt", draft.tree(RepositoryDraft.file("b", draft.blob("b"))));
          draft.commit(draft.tree(one, two, tree));
        });
    bare(
        "tree cut in a line",
        draft -> draft.commit(draft.rawTree("100644 a.txt\0abc".getBytes(ISO_8859_1))));
    bare(
        "tree without end of name",
        draft -> draft.commit(draft.rawTree("100644 aaaaaaaaa".getBytes(ISO_8859_1))));
    bare("tree of noise", draft -> draft.commit(draft.rawTree(noise(5_000))));
    for (String mode : new String[] {"99999999", "0", "", "777777777777777777", "x", "140000"}) {
      bare(
          "mode " + mode,
          draft ->
              draft.commit(
                  draft.tree(RepositoryDraft.line(mode, new byte[] {'a'}, draft.blob("x\n")))));
    }
    bare(
        "blob as a folder",
        draft -> draft.commit(draft.tree(RepositoryDraft.folder("a", draft.blob("x")))));
    bare(
        "folder as a blob",
        draft -> draft.commit(draft.tree(RepositoryDraft.file("a.txt", nested(draft, 2, 1)))));
    bare(
        "100,000 files in one folder",
        draft -> {
          ByteArrayOutputStream tree = new ByteArrayOutputStream();
          ObjectId blob = draft.blob("x\n");
          for (int i = 0; i < 100_000; i++) {
            tree.write(RepositoryDraft.file("file-%06d.bin".formatted(i), blob));
          }
          tree.write(RepositoryDraft.file("z.txt", blob));
          draft.commit(draft.rawTree(tree.toByteArray()));
        });
    bare("empty tree", draft -> draft.commit(draft.tree()));
  }

  private static ObjectId nested(RepositoryDraft draft, int depth, int width) throws IOException {
    ObjectId inner = draft.tree(RepositoryDraft.file("f.txt", draft.blob("x\n")));
    for (int level = 0; level < depth; level++) {
      byte[][] lines = new byte[width][];
      for (int i = 0; i < width; i++) {
        lines[i] = RepositoryDraft.folder("d" + i, inner);
      }
      inner = draft.tree(lines);
    }
    return inner;
  }

  private void damage() {
    damagedBlob("missing blob", RepositoryDraft::remove);
    damagedBlob("empty object file", (draft, id) -> draft.overwrite(id, new byte[0]));
    damagedBlob("object of noise", (draft, id) -> draft.overwrite(id, noise(400)));
    damagedBlob(
        "object under a wrong id",
        (draft, id) -> draft.forge(id, "blob", 4, "evil".getBytes(UTF_8)));
    damagedBlob(
        "object of an unknown type",
        (draft, id) -> draft.forge(id, "blub", 4, "evil".getBytes(UTF_8)));
    damagedBlob(
        "object longer than it says", (draft, id) -> draft.forge(id, "blob", 3, new byte[100_000]));
    damagedBlob(
        "object shorter than it says",
        (draft, id) -> draft.forge(id, "blob", 90_000, new byte[10]));
    damagedBlob(
        "object of a declared gigabyte",
        (draft, id) -> draft.forge(id, "blob", 1L << 30, new byte[10]));
    damagedBlob(
        "object of a negative size", (draft, id) -> draft.forge(id, "blob", -5, new byte[10]));
    bare(
        "missing tree",
        draft -> {
          ObjectId tree = nested(draft, 0, 1);
          draft.commit(draft.tree(RepositoryDraft.folder("a", tree)));
          draft.remove(tree);
        });
    bare("missing commit", draft -> draft.remove(draft.commitFile("a.txt", new byte[] {'x'})));
    bare(
        "commit of noise",
        draft -> draft.overwrite(draft.commitFile("a.txt", new byte[] {'x'}), noise(300)));
    bare(
        "commit without a tree",
        draft -> {
          ObjectId commit = draft.commitFile("a.txt", new byte[] {'x'});
          draft.forge(commit, "commit", 5, "hello".getBytes(UTF_8));
        });
    spoiled(
        "pack and index of noise",
        (folder, outside) -> {
          String pack = "objects/pack/pack-1234567890123456789012345678901234567890";
          Files.createDirectories(folder.resolve("objects/pack"));
          Files.write(folder.resolve(pack + ".pack"), noise(3_000));
          Files.write(folder.resolve(pack + ".idx"), noise(3_000));
        });
    spoiled(
        "pack cut off",
        (folder, outside) -> {
          String pack = "objects/pack/pack-1234567890123456789012345678901234567890";
          Files.createDirectories(folder.resolve("objects/pack"));
          Files.write(
              folder.resolve(pack + ".pack"),
              Arrays.copyOf("PACK\0\0\0\2".getBytes(ISO_8859_1), 9));
          Files.write(
              folder.resolve(pack + ".idx"),
              Arrays.copyOf(new byte[] {-1, 't', 'O', 'c', 0, 0, 0, 2}, 1_040));
        });
  }

  @FunctionalInterface
  private interface Damage {
    void apply(RepositoryDraft draft, ObjectId blob) throws IOException;
  }

  private void damagedBlob(String name, Damage damage) {
    bare(
        name,
        draft -> {
          ObjectId blob = draft.blob("this one is damaged\n");
          ObjectId sound = draft.blob("sound\n");
          draft.commit(
              draft.tree(
                  RepositoryDraft.file("a.txt", blob), RepositoryDraft.file("b.txt", sound)));
          damage.apply(draft, blob);
        });
  }

  private void contents() {
    content("50 MB on one line", "big.js", "x".repeat(50 << 20).getBytes(UTF_8));
    content("1.9 MB on one line", "big.js", "x=1;".repeat(470_000).getBytes(UTF_8));
    content("binary named java", "A.java", noise(100_000));
    content("nul in the middle", "A.java", "class A {\0}".getBytes(UTF_8));
    content("utf-16 with mark", "A.java", "\ufeffclass A {}\r\n".getBytes(UTF_16LE));
    content("utf-16 without mark", "A.java", "class A {}\r\n".getBytes(UTF_16BE));
    content("half a utf-16 character", "A.java", new byte[] {-1, -2, 'a', 0, 'b'});
    content("latin-1", "A.java", "// gr\u00fc\u00dfe\nclass A {}\n".getBytes(ISO_8859_1));
    content("mark and windows line ends", "A.java", "\ufeffclass A {}\r\n".getBytes(UTF_8));
    content(
        "lfs pointer",
        "A.java",
        "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n".getBytes(UTF_8));
    content(
        "filters", ".gitattributes", "* filter=evil diff=evil merge=evil -text\n".getBytes(UTF_8));
    content(
        "costly attributes",
        ".gitattributes",
        "*a*a*a*a*a*a*a*b linguist-vendored\n**/**/**/**/x linguist-generated\n"
            .repeat(8_000)
            .getBytes(UTF_8));
    content(
        "submodule tricks",
        ".gitmodules",
        "[submodule \"../x\"]\n path = ../../x\n url = --upload-pack=touch\n".getBytes(UTF_8));
    content(
        "words of keys without end",
        "a.txt",
        "-----BEGIN PRIVATE KEY-----\npassword = \"".repeat(40_000).getBytes(UTF_8));
    content(
        "costly masking",
        "a.properties",
        ("password" + "=".repeat(500) + "secret").repeat(3_000).getBytes(UTF_8));
    bare(
        "links out",
        draft ->
            draft.commit(
                draft.tree(
                    RepositoryDraft.line("120000", new byte[] {'a'}, draft.blob("/etc/passwd")),
                    RepositoryDraft.line(
                        "120000", new byte[] {'b'}, draft.blob("../outside/secret.txt")),
                    RepositoryDraft.line("120000", new byte[] {'c'}, draft.blob("c")),
                    RepositoryDraft.file("d.txt", draft.blob("x\n")))));
    bare(
        "submodule of itself",
        draft -> {
          ObjectId first = draft.commitFile("a.txt", new byte[] {'x'});
          draft.commit(
              draft.tree(
                  RepositoryDraft.file("a.txt", draft.blob("x\n")),
                  RepositoryDraft.line("160000", "self".getBytes(UTF_8), first)));
        });
  }

  private void content(String name, String file, byte[] content) {
    bare(
        name,
        draft ->
            draft.commit(
                draft.tree(
                    RepositoryDraft.file(file, draft.blob(content)),
                    RepositoryDraft.file("z.txt", draft.blob("x\n")))));
  }

  private void references() {
    bare("no commit", draft -> {});
    head("head to an unknown branch", "ref: refs/heads/none\n");
    head("head to itself", "ref: HEAD\n");
    head("head out of the repository", "ref: ../../outside/secret.txt\n");
    head("head out by refs", "ref: refs/../../outside/secret.txt\n");
    head("head of noise", "\0\1\2noise");
    head("empty head", "");
    head("head to a missing object", "1234567890123456789012345678901234567890\n");
    spoiled(
        "branches in a circle",
        (folder, outside) -> {
          Files.writeString(folder.resolve("refs/heads/main"), "ref: refs/heads/other\n");
          Files.writeString(folder.resolve("refs/heads/other"), "ref: refs/heads/main\n");
        });
    spoiled(
        "branch is a link out",
        (folder, outside) -> {
          Files.delete(folder.resolve("refs/heads/main"));
          Files.createSymbolicLink(
              folder.resolve("refs/heads/main"), outside.resolve("secret.txt"));
        });
    spoiled(
        "packed-refs of noise",
        (folder, outside) -> Files.write(folder.resolve("packed-refs"), noise(10_000)));
    spoiled(
        "configuration that runs and includes",
        (folder, outside) ->
            Files.writeString(
                folder.resolve("config"),
                "[core]\n fsmonitor = touch ../outside/ran\n hooksPath = .\n sshCommand = touch ran\n[include]\n path = /dev/zero\n path = "
                    + outside.resolve("secret.txt")
                    + "\n[filter \"evil\"]\n clean = touch ran\n smudge = touch ran\n"));
    spoiled(
        "configuration of noise",
        (folder, outside) -> Files.write(folder.resolve("config"), noise(5_000)));
    spoiled(
        "alternates out",
        (folder, outside) -> {
          Path objects = outside.resolve("private.git/objects");
          Files.createDirectories(folder.resolve("objects/info"));
          Files.writeString(folder.resolve("objects/info/alternates"), objects + "\n");
          Files.copy(
              outside.resolve("private.git/refs/heads/main"),
              folder.resolve("HEAD"),
              StandardCopyOption.REPLACE_EXISTING);
        });
    spoiled(
        "objects are a link out",
        (folder, outside) -> {
          Files.move(folder.resolve("objects"), folder.resolve("old"));
          Files.createSymbolicLink(
              folder.resolve("objects"), outside.resolve("private.git/objects"));
        });
    spoiled(
        "common folder outside",
        (folder, outside) ->
            Files.writeString(folder.resolve("commondir"), "../outside/private.git\n"));
  }

  private void head(String name, String text) {
    spoiled(name, (folder, outside) -> Files.writeString(folder.resolve("HEAD"), text));
  }

  private void folders() {
    plain(
        "git file that leads out",
        (folder, outside) ->
            Files.writeString(folder.resolve(".git"), "gitdir: ../outside/private.git\n"));
    plain(
        "git file of noise",
        (folder, outside) -> Files.write(folder.resolve(".git"), noise(3_000)));
    plain(
        "git link out",
        (folder, outside) ->
            Files.createSymbolicLink(folder.resolve(".git"), outside.resolve("private.git")));
    plain(
        "links out of a plain folder",
        (folder, outside) -> {
          Files.createSymbolicLink(folder.resolve("a.txt"), outside.resolve("secret.txt"));
          Files.createSymbolicLink(folder.resolve("b"), outside);
          Files.createSymbolicLink(folder.resolve(".gitignore"), outside.resolve("secret.txt"));
          Files.createSymbolicLink(folder.resolve("loop"), folder);
        });
    plain(
        "costly ignore rules",
        (folder, outside) ->
            Files.writeString(
                folder.resolve(".gitignore"), ("*a".repeat(400) + "b\n").repeat(1_000)));
    plain(
        "folders 300 deep",
        (folder, outside) -> Files.createDirectories(folder.resolve("d/".repeat(300))));
    add(
        "work tree without a readable index",
        (folder, outside) -> {
          worktree(folder);
          Files.write(folder.resolve(".git/index"), noise(2_000));
        });
    add(
        "tracked folder replaced by a link out",
        (folder, outside) -> {
          try (RepositoryDraft draft =
              new RepositoryDraft(Files.createDirectories(folder).resolve(".git"))) {
            ObjectId blob = draft.blob("tracked\n");
            draft.commit(
                draft.tree(
                    RepositoryDraft.file("a.txt", blob),
                    RepositoryDraft.folder(
                        "d", draft.tree(RepositoryDraft.file("secret.txt", blob)))));
          }
          Files.writeString(folder.resolve("a.txt"), "changed\n");
          Files.createSymbolicLink(folder.resolve("d"), outside);
        });
    add(
        "tracked file replaced by a link out",
        (folder, outside) -> {
          worktree(folder);
          Files.delete(folder.resolve("a.txt"));
          Files.createSymbolicLink(folder.resolve("a.txt"), outside.resolve("secret.txt"));
          Files.writeString(folder.resolve("b.txt"), "changed\n");
        });
  }

  private static void worktree(Path folder) throws IOException {
    try (RepositoryDraft draft =
        new RepositoryDraft(Files.createDirectories(folder).resolve(".git"))) {
      ObjectId blob = draft.blob("tracked\n");
      draft.commit(
          draft.tree(RepositoryDraft.file("a.txt", blob), RepositoryDraft.file("b.txt", blob)));
    }
    Files.writeString(folder.resolve("a.txt"), "tracked\n");
    Files.writeString(folder.resolve("b.txt"), "tracked\n");
  }

  private void plain(String name, Builder builder) {
    add(
        name,
        (folder, outside) -> {
          Files.createDirectories(folder);
          Files.writeString(folder.resolve("z.txt"), "ordinary\n");
          builder.build(folder, outside);
        });
  }

  /** The same bytes every time, among them every value. */
  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(42).nextBytes(bytes);
    return bytes;
  }
}
