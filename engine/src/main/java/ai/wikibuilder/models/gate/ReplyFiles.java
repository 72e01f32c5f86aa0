package ai.wikibuilder.models.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Replies in files of a folder of bounded size. May be shared by threads, and its folder by
 * processes.
 *
 * <p>A file for each reply, named by its key, in a folder of the key's first two digits: a line
 * {@code aiwiki-reply 1 SUM}, SUM being eight hexadecimal digits of the CRC32C of the rest, and a
 * JSON object {@code {"model","text","stop","calls":[{"id","name","arguments","mark"}]}}. Files are
 * written aside and renamed; a damaged one is no reply. When the folder is over its size, those
 * that were not used for longest go first.
 */
public final class ReplyFiles implements ReplyCache {
  private static final String MAGIC = "aiwiki-reply 1 ";

  /**
   * How the keys end at which the size of the folder is looked at, one of 256: most processes keep
   * a few replies only, so none of them could count.
   */
  private static final String LOOK = "00";

  private final Path folder;
  private final long bytesMax;

  /**
   * @param folder made when the first reply is kept
   * @param bytesMax what the folder may hold, give or take the last few hundred replies
   */
  public ReplyFiles(Path folder, long bytesMax) {
    this.folder = folder;
    this.bytesMax = bytesMax;
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key);
  }

  @Override
  public Optional<ChatReply> find(String key) {
    Path file = file(key);
    try {
      String text = Files.readString(file);
      int end = text.indexOf('\n');
      String body = text.substring(end + 1);
      if (end < 0 || !text.startsWith(MAGIC + sum(body))) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(
          file, java.nio.file.attribute.FileTime.from(java.time.Instant.now()));
      return JsonTree.read(body).flatMap(ReplyFiles::reply);
    } catch (IOException e) {
      return Optional.empty(); // not there, or as good as that
    }
  }

  @Override
  public void keep(String key, ChatReply reply) {
    Path file = file(key);
    String body = JsonText.of(asMap(reply));
    try {
      Files.createDirectories(file.getParent());
      Path next = Files.createTempFile(file.getParent(), "next", "");
      try (FileOutputStream out = new FileOutputStream(next.toFile())) {
        out.write((MAGIC + sum(body) + "\n" + body).getBytes(UTF_8));
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (key.endsWith(LOOK)) {
        shrink();
      }
    } catch (IOException | UncheckedIOException e) {
      return; // nothing was promised: the model is asked again
    }
  }

  private synchronized void shrink() throws IOException {
    record Kept(Path file, long bytes, long usedMillis) {}
    List<Kept> kept = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      }
    }
    long bytes = kept.stream().mapToLong(Kept::bytes).sum();
    kept.sort(Comparator.comparingLong(Kept::usedMillis));
    for (Kept oldest : kept) {
      if (bytes <= bytesMax) {
        return;
      }
      Files.deleteIfExists(oldest.file);
      bytes -= oldest.bytes;
    }
  }

  private static Map<String, Object> asMap(ChatReply reply) {
    List<Map<String, Object>> calls = new ArrayList<>();
    for (ToolCall call : reply.toolCalls()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", call.id());
      map.put("name", call.name());
      map.put("arguments", call.arguments());
      map.put("mark", call.mark());
      calls.add(map);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("model", reply.model());
    map.put("text", reply.text());
    map.put("stop", reply.stop().name());
    map.put("calls", calls);
    return map;
  }

  private static Optional<ChatReply> reply(JsonTree json) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonTree call : json.items("calls")) {
      calls.add(
          new ToolCall(
              call.text("id").orElse(""),
              call.text("name").orElse(""),
              call.text("arguments").orElse(""),
              call.text("mark").orElse("")));
    }
    return json.text("stop")
        .map(stop ->
            new ChatReply(
                json.text("text").orElse(""),
                calls,
                ChatReply.Stop.valueOf(stop),
                Usage.none(),
                json.text("model").orElse("")));
  }

  private static String sum(String body) {
    CRC32C sum = new CRC32C();
    sum.update(body.getBytes(UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
