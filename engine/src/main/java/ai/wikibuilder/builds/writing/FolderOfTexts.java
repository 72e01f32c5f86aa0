package ai.wikibuilder.builds.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.pages.prose.WrittenText;
import ai.wikibuilder.pages.prose.WrittenTexts;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Texts of models in a folder, one file each. May be shared by threads.
 *
 * <p>A file is {@code <name>.json}: the line {@code AWBP 1 <CRC32C of the rest, eight hexadecimal
 * digits>}, then one JSON object {@code
 * {"name","key","text","model","repaired","verifiedWords","evidence"}}. It is written aside, forced
 * to the disk and renamed; a damaged one counts as none.
 */
public final class FolderOfTexts implements WrittenTexts {
  private static final String MAGIC = "AWBP 1 ";

  private final Path folder;

  /**
   * @param folder made when the first text is kept
   */
  public FolderOfTexts(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<WrittenText> find(String name) {
    try {
      String whole = Files.readString(file(name));
      int end = whole.indexOf('\n');
      boolean intact =
          end > 0 && whole.substring(0, end).equals(MAGIC + sum(whole.substring(end + 1)));
      return intact
          ? JsonTree.read(whole.substring(end + 1)).map(FolderOfTexts::text)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not there, or not readable as text
    }
  }

  private static WrittenText text(JsonTree json) {
    return new WrittenText(
        json.text("name").orElse(""),
        json.text("key").orElse(""),
        json.text("text").orElse(""),
        json.text("model").orElse(""),
        json.count("repaired").orElse(0),
        json.count("verifiedWords").orElse(0),
        json.text("evidence").orElse(""));
  }

  @Override
  public void keep(WrittenText text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", text.name());
    json.put("key", text.key());
    json.put("text", text.text());
    json.put("model", text.model());
    json.put("repaired", text.repairedCount());
    json.put("verifiedWords", text.verifiedWordCount());
    json.put("evidence", text.evidence());
    String body = JsonText.of(json);
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, "text", ".part");
      // no channel: the interruption that ends a build must not lose a page that is paid
      try (FileOutputStream out = new FileOutputStream(aside.toFile())) {
        out.write((MAGIC + sum(body) + "\n" + body).getBytes(UTF_8));
        out.getFD().sync();
      }
      Files.move(
          aside,
          file(text.name()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("a finished page cannot be kept in " + folder, e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }

  private static String sum(String body) {
    CRC32C sum = new CRC32C();
    sum.update(body.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
